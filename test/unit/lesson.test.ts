import { beforeEach, describe, expect, test } from 'vitest'
import { situations, type Situation } from '../../shared/contract/lesson.ts'
import { arrivalsFrom, lessonHour } from '../../shared/domain/lesson/day.ts'
import { usualCalendar } from '../../shared/domain/defaults.ts'
import type { Instant } from '../../shared/contract/ids.ts'
import { lessonWords } from '../../shared/messages/lesson.fr.ts'
import { PureOffice } from '../fixtures/pureOffice.ts'

// The guided day: who comes, and what the facts of the journal say of how they were received.

const tuesday = (hours: number, minutes = 0) => Date.UTC(2026, 2, 3, hours - 1, minutes) as Instant
const done = <O>(decision: { readonly refusal: string } | { readonly output: O }): O => {
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision.output
}

let office: PureOffice
const lesson = () => office.office.lesson!
const seen = (situation: Situation) =>
  office.view('lesson.view', 'agent3').lesson!.situations.find((one) => one.situation === situation)!
/** Those before this one come and are gone, so that it is the only one to be called. */
const comes = (situation: Situation) => {
  for (const [arrival, one] of lesson().arrivals.entries()) {
    done(office.act('lesson.arrive', { arrival }, 'host'))
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
  done(office.act('lesson.begin', { seed: 7 }, 'agent3'))
})

describe('the day', () => {
  test('has every situation once, with its words, its text and what is expected', () => {
    const told = lesson().arrivals.flatMap(({ situation }) => situation ?? [])
    expect(told.toSorted()).toEqual([...situations].toSorted())
    for (const { title, happens, expected } of Object.values(lessonWords.situations))
      for (const text of [title, happens, expected]) expect(text.length).toBeGreaterThan(5)
  })

  test('is the same for the same seed, later for nobody than closing, the last one just before it', () => {
    const closes = tuesday(17)
    const one = arrivalsFrom(7, tuesday(9), closes)
    expect(arrivalsFrom(7, tuesday(9), closes)).toEqual(one)
    expect(arrivalsFrom(8, tuesday(9), closes)).not.toEqual(one)
    expect(one.map(({ at }) => at)).toEqual(one.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(one.at(-1)).toEqual({ situation: 'closing', at: tuesday(16, 52) })
    expect(one.at(-2)!.at).toBeLessThan(tuesday(10, 15))
  })

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
    expect(office.act('lesson.begin', {}, 'agent3')).toEqual({ refusal: 'notTraining' })
  })

  test('brings a person once', () => {
    done(office.act('lesson.arrive', { arrival: 0 }, 'host'))
    expect(office.act('lesson.arrive', { arrival: 0 }, 'host')).toEqual({ refusal: 'lessonOver' })
    expect(seen('noPaper')).toMatchObject({ state: 'here', number: 'C1' })
    expect(seen('incomplete')).toMatchObject({ state: 'toCome', number: null })
  })

  test('goes on after a restart from a snapshot', () => {
    comes('noPaper')
    office.restart()
    receive()
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
      done(office.act('sheet.update', { identity: { kind: 'declared' } }, 'agent3'))
      close('incomplete')
    },
    wrong: [
      [() => (receive(), close('notServed')), 'turnedAway'],
      [() => (receive(), close('information')), 'turnedAway'],
      [() => leaves(), 'markedAway'],
    ],
  },
  {
    situation: 'incomplete',
    right: () => (receive(), close('incomplete')),
    wrong: [[() => (receive(), close('filed')), 'lackUnsaid']],
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
    situation: 'left',
    right: () => leaves(),
    wrong: [[() => (receive(), close('filed')), 'receivedNobody']],
  },
  {
    situation: 'notToAsk',
    right: () => (receive(), close('filed')),
    wrong: [[() => (receive(), close('incomplete')), 'askedUnduly']],
  },
  {
    situation: 'refusal',
    right: () => (receive(), close('refused')),
    wrong: [[() => (receive(), close('notServed')), 'oralRefusal']],
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
    for (const arrival of [3, 4, 5]) done(office.act('lesson.arrive', { arrival }, 'host'))
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

test('what is taken back is to be done again, and the mistake is still told', () => {
  comes('incomplete')
  receive()
  close('notServed')
  done(office.act('counter.undo', {}, 'agent3'))
  expect(seen('incomplete')).toMatchObject({ state: 'here', mistakes: ['turnedAway'] })
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
