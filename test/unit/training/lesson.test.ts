import { beforeEach, describe, expect, test } from 'vitest'
import { situations, type Situation } from '../../../shared/contract/training/calls.ts'
import { arrivalsFrom, lessonHour } from '../../../shared/domain/training/day.ts'
import { usualCalendar } from '../../../shared/domain/office/defaults.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { lessonWords } from '../../../shared/messages/training/training.fr.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// The guided day: who comes, and what the facts of the journal say of how they were received.

const tuesday = (hours: number, minutes = 0) => Date.UTC(2026, 2, 3, hours - 1, minutes) as Instant
const done = <O>(
  decision: { readonly refusal: string; readonly details?: readonly string[] } | { readonly output: O },
): O => {
  if ('refusal' in decision) throw new Error([decision.refusal, ...(decision.details ?? [])].join(' '))
  return decision.output
}

let office: PureOffice
const lesson = () => office.office.lesson!
const seen = (situation: Situation) =>
  office.view('training.view', 'agent3').lesson!.situations.find((one) => one.situation === situation)!
/** Those before this one come and are gone, so that it is the only one to be called. */
const comes = (situation: Situation) => {
  for (const [arrival, one] of lesson().arrivals.entries()) {
    done(office.act('training.arrive', { arrival }, 'host'))
    if (one.situation === situation) return
    done(
      office.act(
        'ticket.leave',
        { ticketId: lesson().arrivals[arrival]!.ticketId, fault: 'person' },
        'supervisor',
      ),
    )
  }
}
const call = () => done(office.act('ticket.callNext', {}, 'agent3')).ticket!
const receive = () => {
  const { ticketId } = call()
  done(office.act('ticket.start', { ticketId }, 'agent3'))
}
const close = (outcome: string, more: object = {}) =>
  done(office.act('visit.close', { outcome, ...more }, 'agent3'))

beforeEach(() => {
  office = PureOffice.school(tuesday(9))
  const { settings } = office.office
  const services = settings!.services.map(({ serviceId }) => serviceId)
  const name = { firstName: 'Nadia', familyName: 'Ferrand', capacity: 'agente d’accueil' }
  done(office.act('agent.set', { agentId: 'agent3', name, services }, 'admin'))
  done(office.act('day.open', {}, 'supervisor'))
  done(office.act('counter.open', { counterId: '1' }, 'agent3'))
  done(office.act('training.begin', { seed: 7 }, 'agent3'))
})

describe('the day', () => {
  test('has every situation once, with its words, its text and what is expected', () => {
    const told = lesson().arrivals.flatMap(({ situation }) => situation ?? [])
    expect(told.toSorted()).toEqual([...situations].toSorted())
    expect(told).toHaveLength(10)
    for (const { title, happens, expected } of Object.values(lessonWords.situations))
      for (const text of [title, happens, expected]) expect(text.length).toBeGreaterThan(5)
  })

  test('is the same for the same seed, later for nobody than closing, the last one just before it', () => {
    const closes = tuesday(17)
    const from = (seed: number) => arrivalsFrom(seed, tuesday(9), { closesAt: closes, admitted: 15 })
    const one = from(7)
    expect(from(7)).toEqual(one)
    expect(from(8)).not.toEqual(one)
    expect(one.map(({ at }) => at)).toEqual(one.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(one.at(-1)).toEqual({ situation: 'closing', at: tuesday(16, 52), startsAt: null })
    expect(one.at(-2)!.at).toBeLessThan(tuesday(10, 15))
  })

  test.each([0, 15, 60, 240])(
    'has somebody later to an appointment than the %i minutes admitted, and never past closing',
    (admitted) => {
      for (let seed = 1; seed <= 50; seed++) {
        const all = arrivalsFrom(seed, tuesday(9), { closesAt: tuesday(10, 15), admitted })
        const { at, startsAt } = all.find(({ situation }) => situation === 'lateAppointment')!
        expect(at - startsAt!).toBeGreaterThan(admitted * 60_000)
        expect(startsAt! % 300_000).toBe(0)
        expect(all.at(-1)!.at).toBeLessThan(tuesday(10, 15))
        expect(all.map((one) => one.at)).toEqual(all.map((one) => one.at).toSorted((a, b) => a - b))
      }
    },
  )

  test('begins now where the office is open long enough, else at its next opening; again, on another day', () => {
    const wednesday = Date.UTC(2026, 2, 4, 7, 30)
    expect(lessonHour(usualCalendar, tuesday(9), false)).toBe(tuesday(9))
    expect(lessonHour(usualCalendar, tuesday(16), false)).toBe(wednesday)
    expect(lessonHour(usualCalendar, tuesday(9), true)).toBe(wednesday)
    // Friday evening: Monday morning.
    expect(lessonHour(usualCalendar, Date.UTC(2026, 2, 6, 18) as Instant, false)).toBe(
      Date.UTC(2026, 2, 9, 7, 30),
    )
  })

  test('is refused outside a training office', () => {
    const real = { ...office.office, school: false }
    office.office = real
    expect(office.act('training.begin', {}, 'agent3')).toEqual({ refusal: 'notTraining' })
  })

  test('brings a person once', () => {
    done(office.act('training.arrive', { arrival: 0 }, 'host'))
    expect(office.act('training.arrive', { arrival: 0 }, 'host')).toEqual({ refusal: 'lessonOver' })
    expect(seen('noPaper')).toMatchObject({ state: 'here', number: 'C1' })
    expect(seen('incomplete')).toMatchObject({ state: 'toCome', number: null })
  })

  test('goes on after a restart from a snapshot', () => {
    comes('noPaper')
    office.restart()
    receive()
    declared()
    noTitle()
    close('incomplete')
    expect(seen('noPaper')).toMatchObject({ state: 'done', mistakes: [] })
  })
})

/** What ends each situation rightly, and what does otherwise with the mistake that is explained. */
const lived: readonly {
  readonly situation: Situation
  readonly right: () => void
  readonly wrong: readonly (readonly [() => void, string])[]
}[] = [
  {
    situation: 'noPaper',
    right: () => {
      receive()
      declared()
      noTitle()
      close('incomplete')
    },
    wrong: [
      [() => (receive(), noTitle(), close('incomplete')), 'identityUnsaid'],
      [() => (receive(), declared(), close('incomplete')), 'lackUnsaid'],
      [() => (receive(), identity('cni'), close('filed')), 'identitySeen'],
      [() => (receive(), close('notServed')), 'turnedAway'],
      [() => (receive(), close('information')), 'turnedAway'],
      [() => leaves(), 'markedAway'],
    ],
  },
  {
    situation: 'incomplete',
    right: () => (receive(), lacks('ressources'), close('incomplete')),
    wrong: [
      [() => (receive(), close('filed')), 'lackUnsaid'],
      [() => (receive(), close('incomplete')), 'lackUnsaid'],
    ],
  },
  {
    situation: 'wrongOffice',
    right: () => (receive(), label(), close('forwarded')),
    wrong: [
      [() => (receive(), close('information')), 'sentElsewhere'],
      [() => (receive(), label(), close('filed')), 'sentElsewhere'],
    ],
  },
  {
    situation: 'mandate',
    right: () => {
      receive()
      done(office.act('sheet.update', { capacity: 'mandate' }, 'agent3'))
      close('filed')
    },
    wrong: [[() => (receive(), close('filed')), 'asSelf']],
  },
  {
    situation: 'lateAppointment',
    right: () => (receive(), close('filed')),
    wrong: [
      [() => (receive(), close('notServed', { fault: 'person' })), 'lateTurnedAway'],
      [() => (receive(), close('information')), 'lateTurnedAway'],
      [() => settles('certificate', {}), 'lateTurnedAway'],
      [() => leaves(), 'markedAway'],
    ],
  },
  {
    situation: 'notToAsk',
    right: () => (receive(), close('filed')),
    wrong: [[() => (receive(), close('incomplete')), 'askedUnduly']],
  },
  {
    situation: 'refusal',
    right: () => {
      receive()
      named()
      close('filed')
      refuse()
    },
    wrong: [
      [() => (receive(), close('notServed')), 'oralRefusal'],
      [() => (receive(), close('filed'), endDay()), 'oralRefusal'],
    ],
  },
  {
    situation: 'abuse',
    right: () => (receive(), done(office.act('alert.raise', {}, 'agent3'))),
    wrong: [[() => (receive(), close('information')), 'alone']],
  },
  {
    situation: 'closing',
    right: () => receive(),
    wrong: [
      [() => leaves(), 'noTrace'],
      [() => settles('reason', { reason: 'Trop tard' }), 'noTrace'],
    ],
  },
]
const identity = (kind: string) => done(office.act('sheet.update', { identity: { kind } }, 'agent3'))
const declared = () => identity('declared')
const named = () => done(office.act('sheet.update', { person: { familyName: 'Diallo' } }, 'agent3'))
/** The first piece that may be asked and that the test names is noted as missing. */
const lacks = (piece: string) => {
  const { pieces } = office.view('counter.view', 'agent3').current!.assessment!
  const { pieceId } = pieces.find((one) => one.pieceId.includes(piece)) ?? {}
  expect(pieceId, pieces.map((one) => one.pieceId).join(' ')).toBeDefined()
  done(office.act('sheet.update', { pieces: [{ pieceId, state: 'missing' }] }, 'agent3'))
}
/** Nobody knows the case before its two questions: only then does the title lack. */
const noTitle = () => {
  const answers = { presence: 'électeur', titre: 'carte ou passeport' }
  done(office.act('sheet.update', { answers }, 'agent3'))
  lacks('carte-passeport')
}
const delegation = {
  agentId: 'agent3',
  procedures: null,
  from: '2026-01-01',
  until: null,
  act: null,
  capacity: 'authority',
}
const refuse = () => {
  const { fileId } = lesson().arrivals.find(({ situation }) => situation === 'refusal')!
  const facts =
    'Le logement a une pièce de 12 m² ; quatre personnes y vivent déjà, l’accueil en demande trois de plus.'
  const law = [{ title: 'CESEDA, art. L313-3', said: 'logement où un accueil normal n’est pas possible' }]
  const ground = { groundId: 'logement', said: { source: 'Bail présenté', date: '2026-02-19' } }
  done(office.act('paper.set', { delegations: [delegation] }, 'admin'))
  const said = { what: { kind: 'refus', fileId, facts, law, ground } }
  return done(office.act('document.issue', said, 'agent3'))
}
const endDay = () => {
  done(office.act('counter.close', {}, 'agent3'))
  done(office.act('day.close', {}, 'supervisor'))
}
const here = (situation: Situation) => lesson().arrivals.find((one) => one.situation === situation)!.ticketId
const waitingOne = () => lesson().arrivals.findLast(({ state }) => state === 'here')!.ticketId
const leaves = () =>
  done(office.act('ticket.leave', { ticketId: waitingOne(), fault: 'person' }, 'supervisor'))
const settles = (how: string, more: object) =>
  done(office.act('ticket.settle', { ticketId: waitingOne(), how, fault: 'service', ...more }, 'supervisor'))
const label = () => done(office.act('sheet.update', { label: 'Prime d’activité' }, 'agent3'))

describe.each(lived)('$situation', ({ situation, right, wrong }) => {
  test('done as the texts say, it is lived without a word', () => {
    comes(situation)
    right()
    expect(seen(situation)).toMatchObject({ state: 'done', mistakes: [] })
  })

  test.each(wrong)('done otherwise, the mistake is told (%#)', (act, mistake) => {
    comes(situation)
    act()
    expect(seen(situation)).toMatchObject({ state: 'done', mistakes: [mistake] })
  })
})

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
  const at = office.now
  const who = { officeId: office.office.officeId, role: 'host', stationId: 'hote', agentId: null }
  for (const event of events)
    office.office = evolve(office.office, {
      seq: office.seq + 1,
      at,
      who,
      commandId: office.newId(),
      event,
    } as never)
  done(office.act('training.arrive', { arrival: 0 }, 'host'))
  leaves()
  expect(seen('left')).toMatchObject({ state: 'done', mistakes: [], late: null })
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
