import { beforeEach, describe, expect, test } from 'vitest'
import { evolve } from '../../../shared/domain/evolve.ts'
import {
  beginDay,
  call,
  close,
  comes,
  declared,
  delegation,
  done,
  here,
  identity,
  lacks,
  leaves,
  lesson,
  named,
  office,
  receive,
  refuse,
  seen,
  settles,
} from '../../fixtures/trainingDay.ts'

// What the facts of the journal say of how people were received in a guided day, and when it is told.

beforeEach(beginDay)

/** What the host of an earlier version recorded. */
function recorded(event: object): void {
  const who = { officeId: office.office.officeId, role: 'host', stationId: 'hote', agentId: null }
  const of = { seq: office.seq + 1, at: office.now, who, commandId: office.newId(), event }
  office.office = evolve(office.office, of as never)
}

describe('a priority', () => {
  const line = () => {
    for (const arrival of [3, 4, 5]) done(office.act('training.arrive', { arrival }, 'host'))
  }

  test('is called first by the rule, and nothing is said', () => {
    line()
    expect(call().ticketId).toBe(here('priority'))
    expect(seen('priority')).toMatchObject({ state: 'done', mistakes: [] })
  })

  test('passed over by a call out of order is told, and is still to be called', () => {
    line()
    const { ticketId } = lesson().arrivals[3]!
    done(office.act('ticket.callOutOfOrder', { ticketId, reason: 'Il est pressé' }, 'agent3'))
    expect(seen('priority')).toMatchObject({ state: 'here', mistakes: ['overtaken'] })
  })
})

describe('somebody late to an appointment', () => {
  const line = () => {
    const at = lesson().arrivals.findIndex(({ situation }) => situation === 'lateAppointment')
    office.clock = lesson().arrivals[at]!.at
    for (const arrival of [at - 1, at]) done(office.act('training.arrive', { arrival }, 'host'))
    return lesson().arrivals[at - 1]!.ticketId
  }

  test('has the rank of their arrival: who waited before is called first, and nothing is said', () => {
    const before = line()
    expect(office.office.tickets.get(here('lateAppointment')!)).toMatchObject({ dueAt: null })
    expect(seen('lateAppointment').late).toEqual({ startsAt: expect.any(Number), admittedMinutes: 15 })
    expect(call().ticketId).toBe(before)
    done(office.act('ticket.start', { ticketId: before }, 'agent3'))
    close('filed')
    receive()
    close('filed')
    expect(seen('lateAppointment')).toMatchObject({ state: 'done', mistakes: [] })
  })

  test('called before who waited is told at once, and is still to be received', () => {
    line()
    const ticketId = here('lateAppointment')
    done(office.act('ticket.callOutOfOrder', { ticketId, reason: 'Elle avait rendez-vous' }, 'agent3'))
    expect(seen('lateAppointment')).toMatchObject({ state: 'here', mistakes: ['lateFirst'] })
  })

  test('whose office admits the delay after all is called for their appointment, and nothing is said', () => {
    const rules = { ...office.office.settings!.rules!, appointmentLateMinutes: 240 }
    done(office.act('rules.set', { rules, services: [] }, 'admin'))
    line()
    expect(call().ticketId).toBe(here('lateAppointment'))
    expect(seen('lateAppointment').mistakes).toEqual([])
  })
})

test('a title noted as seen where there is none is told at once, and corrected it is still told', () => {
  comes('noPaper')
  receive()
  identity('passport')
  expect(seen('noPaper')).toMatchObject({ state: 'here', mistakes: ['identitySeen'] })
  declared()
  expect(seen('noPaper')).toMatchObject({ state: 'here', mistakes: ['identitySeen'] })
})

test('what the sheet says is told once for each thing that it says, and not again at the end', () => {
  comes('noPaper')
  receive()
  declared()
  done(office.act('sheet.update', { note: 'Reviendra mardi' }, 'agent3'))
  close('filed')
  expect(office.recorded.filter(({ event }) => event.type === 'lessonSheetSeen')).toHaveLength(1)
})

describe('a refusal', () => {
  test('is lived with its paper, of that very file: a request filed waits for it', () => {
    comes('refusal')
    receive()
    named()
    close('filed')
    expect(seen('refusal')).toMatchObject({ state: 'here', mistakes: [] })
    const { documentId } = refuse()
    expect(office.documents.get(documentId)).toMatchObject({ facts: { kind: 'refus', school: true } })
    expect(seen('refusal')).toMatchObject({ state: 'done', mistakes: [] })
  })

  test('of another file is not theirs', () => {
    comes('refusal')
    receive()
    named()
    close('filed')
    const { fileId } = lesson().arrivals.find(({ situation }) => situation === 'refusal')!
    office.office = {
      ...office.office,
      lesson: {
        ...lesson(),
        arrivals: lesson().arrivals.map((one) =>
          one.situation === 'refusal'
            ? { ...one, fileId: '0198c1f2-0000-7abc-8def-ffffffffffff' as typeof one.fileId }
            : one,
        ),
      },
    }
    const ground = { groundId: 'logement', said: { source: 'Bail présenté', date: '2026-02-19' } }
    const said = { facts: 'Une pièce pour trois personnes.', law: [], ground }
    done(office.act('paper.set', { delegations: [delegation] }, 'admin'))
    done(office.act('document.issue', { what: { kind: 'refus', fileId, ...said } }, 'agent3'))
    expect(seen('refusal')).toMatchObject({ state: 'here' })
  })

  test('taken back before its paper, it is received again, with no file', () => {
    comes('refusal')
    receive()
    named()
    close('filed')
    done(office.act('counter.undo', {}, 'agent3'))
    expect(lesson().arrivals.find(({ situation }) => situation === 'refusal')).toMatchObject({
      state: 'here',
      fileId: null,
    })
    close('notServed')
    expect(seen('refusal')).toMatchObject({ state: 'done', mistakes: ['oralRefusal'] })
  })
})

test('a day begun by an earlier version goes on: who left before the call, and a sheet that said less', () => {
  const [first] = lesson().arrivals
  const events = [
    {
      type: 'lessonBegun',
      data: { lessonId: lesson().lessonId, counterId: '1', arrivals: [{ situation: 'left', at: first!.at }] },
    },
  ] as const
  for (const event of events) recorded(event)
  done(office.act('training.arrive', { arrival: 0 }, 'host'))
  leaves()
  expect(seen('left')).toMatchObject({ state: 'done', mistakes: [], late: null })
})

test('a visit that an earlier version ended as incomplete of nobody knows what: the lack was not said', () => {
  comes('incomplete')
  receive()
  expect(office.act('visit.close', { outcome: 'incomplete' }, 'agent3')).toMatchObject({
    refusal: 'nothingLacks',
  })
  const ticketId = here('incomplete')
  const { visitId } = office.office.tickets.get(ticketId!)!.visit!
  const end = { outcome: 'incomplete', procedureId: null, rule: null, fault: null }
  recorded({ type: 'lessonSheetSeen', data: { ticketId, capacity: null, identity: null, missing: 0 } })
  recorded({ type: 'visitClosed', data: { ticketId, visitId, counterId: '1', ...end } })
  expect(seen('incomplete')).toMatchObject({ state: 'done', mistakes: ['lackUnsaid'] })
})

test('what is taken back is to be done again, and the mistake is still told', () => {
  comes('incomplete')
  receive()
  close('notServed')
  done(office.act('counter.undo', {}, 'agent3'))
  expect(seen('incomplete')).toMatchObject({ state: 'here', mistakes: ['turnedAway'] })
  lacks('ressources')
  close('incomplete')
  expect(seen('incomplete')).toMatchObject({ state: 'done', mistakes: ['turnedAway'] })
})

test('somebody waiting at closing time leaves with a certificate or an appointment', () => {
  comes('closing')
  settles('certificate', {})
  expect(seen('closing')).toMatchObject({ state: 'done', mistakes: [] })
})

test('an alert elsewhere is not theirs', () => {
  done(office.act('counter.open', { counterId: '2' }, 'agent2'))
  comes('abuse')
  receive()
  done(office.act('alert.raise', {}, 'agent2'))
  expect(seen('abuse')).toMatchObject({ state: 'here' })
})

test('the sheet of nobody is told in the journal without a guided day', () => {
  office.office = { ...office.office, lesson: null }
  done(office.act('ticket.take', { serviceId: 'titres', procedureId: 'cni' }, 'kiosk'))
  receive()
  close('information')
  expect(office.recorded.some(({ event }) => event.type === 'lessonSheetSeen')).toBe(false)
})
