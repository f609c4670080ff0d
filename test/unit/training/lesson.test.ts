import { beforeEach, describe, expect, test } from 'vitest'
import { situations, type Situation } from '../../../shared/contract/training/calls.ts'
import { arrivalsFrom, lessonHour } from '../../../shared/domain/training/day.ts'
import { usualCalendar } from '../../../shared/domain/office/defaults.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { trainingWords } from '../../../shared/messages/training/training.fr.ts'
import {
  beginDay,
  born,
  close,
  comes,
  declared,
  done,
  endDay,
  identity,
  label,
  lacks,
  leaves,
  lesson,
  named,
  noTitle,
  office,
  receive,
  refuse,
  seen,
  settles,
  tuesday,
} from '../../fixtures/trainingDay.ts'

// The guided day: who comes, and what ends each situation rightly or not.

beforeEach(beginDay)

describe('the day', () => {
  test('has every situation once, with its words, its text and what is expected', () => {
    const told = lesson().arrivals.flatMap(({ situation }) => situation ?? [])
    expect(told.toSorted()).toEqual([...situations].toSorted())
    expect(told).toHaveLength(10)
    for (const { title, happens, expected } of Object.values(trainingWords.situations))
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
      [() => (receive(), declared(), close('filed')), 'lackUnsaid'],
      [() => (receive(), identity('cni'), close('filed')), 'identitySeen'],
      [() => (receive(), close('notServed')), 'turnedAway'],
      [() => (receive(), close('information')), 'turnedAway'],
      [() => leaves(), 'markedAway'],
    ],
  },
  {
    situation: 'incomplete',
    right: () => (receive(), lacks('ressources'), close('incomplete')),
    wrong: [[() => (receive(), close('filed')), 'lackUnsaid']],
  },
  {
    situation: 'wrongOffice',
    right: () => (receive(), label(), close('forwarded', { to: { name: 'CCAS de Melun' } })),
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
    wrong: [
      [() => (receive(), born('2010-01-15'), lacks('titre-identite'), close('incomplete')), 'askedUnduly'],
    ],
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
