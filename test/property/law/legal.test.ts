import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { territories, type Territory } from '../../../shared/contract/office/calendar.ts'
import {
  deadlineRules,
  earliestStillInTime,
  type DeadlineName,
} from '../../../shared/domain/law/time/deadlines.ts'
import { addCalendarDays, addMonths, daysBetween } from '../../../shared/domain/law/time/days.ts'
import {
  implicitDecision,
  silenceClock,
  type AwaitedRequest,
  type SilenceFacts,
} from '../../../shared/domain/law/time/silence.ts'
import {
  isHoliday,
  joursFrancs,
  joursOuvrables,
  joursOuvres,
  moisFrancs,
  nextWorkingDay,
} from '../../../shared/domain/law/time/workingDays.ts'

// The platform's own calendar, in UTC, is the second opinion on every count.
const dayMs = 86_400_000
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10) as LocalDate
const ms = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`)
const plus = (date: LocalDate, days: number) => iso(ms(date) + days * dayMs)
const weekday = (date: LocalDate) => new Date(ms(date)).getUTCDay()
const max = (a: LocalDate, b: LocalDate) => (a < b ? b : a)

const firstDay = Date.UTC(1990, 0, 1)
/** Any day of seventy years, the ends of February as often as all the others. */
const date = fc.oneof(
  fc.integer({ min: 0, max: 25_500 }).map((days) => iso(firstDay + days * dayMs)),
  fc
    .record({ year: fc.integer({ min: 1990, max: 2059 }), day: fc.constantFrom(27, 28, 29, 30) })
    .map(({ year, day }) => iso(Date.UTC(year, 1, day))),
)
const territory = fc.constantFrom(...territories)
const closed = (day: LocalDate, where: Territory) =>
  weekday(day) === 0 || weekday(day) === 6 || isHoliday(day, where)

describe('months and days', () => {
  property.prop([date, fc.integer({ min: -60, max: 60 })])(
    'a month later is the same number, or the last day of a shorter month',
    (from, months) => {
      const [year, month, day] = from.split('-').map(Number) as [number, number, number]
      const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
      const expected = iso(Date.UTC(year, month - 1 + months, Math.min(day, last)))
      expect(addMonths(from, months)).toBe(expected)
    },
  )

  property.prop([date, fc.integer({ min: -400, max: 400 })])(
    'days are days of the calendar',
    (from, days) => {
      expect(addCalendarDays(from, days)).toBe(plus(from, days))
      expect(daysBetween(from, addCalendarDays(from, days))).toBe(days)
    },
  )

  property.prop([date, fc.integer({ min: 1, max: 60 })])(
    'a franc delay has that many whole days between its first and its last',
    (from, days) => {
      expect(daysBetween(from, joursFrancs(from, days))).toBe(days + 1)
      expect(daysBetween(addMonths(from, 2), moisFrancs(from, 2))).toBe(1)
    },
  )

  property.prop([date, fc.integer({ min: 1, max: 30 }), territory])(
    'jours ouvrés and ouvrables end on one of them, after exactly as many; ouvrables never end later',
    (from, days, where) => {
      const between = (end: LocalDate) =>
        Array.from({ length: daysBetween(from, end) }, (_, at) => plus(from, at + 1))
      const ouvres = joursOuvres(from, days, where)
      expect(closed(ouvres, where)).toBe(false)
      expect(between(ouvres).filter((day) => !closed(day, where))).toHaveLength(days)
      const ouvrables = joursOuvrables(from, days, where)
      const off = (day: LocalDate) => weekday(day) === 0 || isHoliday(day, where)
      expect(off(ouvrables)).toBe(false)
      expect(between(ouvrables).filter((day) => !off(day))).toHaveLength(days)
      expect(ouvrables <= ouvres).toBe(true)
    },
  )

  property.prop([date, territory])('extension goes to the first open day, never back', (from, where) => {
    const end = nextWorkingDay(from, where)
    expect(end >= from && !closed(end, where)).toBe(true)
    for (let day = from; day < end; day = plus(day, 1)) expect(closed(day, where)).toBe(true)
  })
})

/** The rules that need nothing but the date they run from. */
const simple = (Object.keys(deadlineRules) as DeadlineName[]).filter(
  (name) => deadlineRules[name].input.safeParse({ [deadlineRules[name].start]: '2026-01-01' }).success,
)
const endsOf = (name: DeadlineName, from: LocalDate, where: Territory): readonly LocalDate[] => {
  const { start, compute } = deadlineRules[name]
  const result = compute({ [start]: from }, { territory: where })
  return (typeof result === 'string' ? [result] : Object.values(result ?? {})) as LocalDate[]
}

describe('deadlines', () => {
  property.prop([fc.constantFrom(...simple), date, fc.integer({ min: 0, max: 400 }), territory])(
    'begun later, none ends earlier',
    (name, from, days, where) => {
      const sooner = endsOf(name, from, where)
      const later = endsOf(name, plus(from, days), where)
      expect(later).toHaveLength(sooner.length)
      for (const [at, end] of sooner.entries()) expect(later[at]! >= end).toBe(true)
    },
  )

  property.prop([fc.constantFrom('naissance', 'recours-ta'), date, territory])(
    'where a delay is extended, it ends on no closed day of that territory, within the delay and its closed days',
    (name, from, where) => {
      const [end] = endsOf(name, from, where)
      const plain = name === 'naissance' ? plus(from, 5) : plus(addMonths(from, 2), 1)
      expect(end).toBe(nextWorkingDay(plain, where))
      expect(closed(end!, where)).toBe(false)
    },
  )

  property.prop([
    fc.constantFrom(
      ...simple.filter((name) => !['naissance', 'recours-ta', 'ara-electronique'].includes(name)),
    ),
    date,
    territory,
  ])('where it is not, it is the same everywhere', (name, from, where) => {
    expect(endsOf(name, from, where)).toEqual(endsOf(name, from, 'metropole'))
  })

  property.prop([fc.constantFrom(...simple), date, territory])(
    'the earliest start still in time is in time, and the day before is not',
    (name, today, where) => {
      const earliest = earliestStillInTime(name, today, where)
      const { start, last, compute } = deadlineRules[name]
      const end = (from: LocalDate) => {
        const result = compute({ [start]: from }, { territory: where })
        return result === null || typeof result === 'string' ? result : last === null ? null : result[last]!
      }
      if (earliest === null) expect(end(today)).toBeNull()
      else {
        expect(end(earliest)! >= today).toBe(true)
        expect(end(plus(earliest, -1))! < today).toBe(true)
      }
    },
  )
})

const zones: Readonly<Record<Territory, string>> = {
  metropole: 'Europe/Paris',
  alsaceMoselle: 'Europe/Paris',
  guadeloupe: 'America/Guadeloupe',
  martinique: 'America/Martinique',
  guyane: 'America/Cayenne',
  reunion: 'Indian/Reunion',
  mayotte: 'Indian/Mayotte',
  saintBarthelemy: 'America/St_Barthelemy',
  saintMartin: 'America/Marigot',
}

describe('overseas', () => {
  property.prop([territory, fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 0, 1) })])(
    'a delay runs from the day on the wall of the office, and ends on a day open there',
    (where, at) => {
      const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zones[where], dateStyle: 'short' }).format(at)
      const from = dateIn(zones[where], at as Instant)
      expect(from).toBe(wall)
      const [end] = endsOf('naissance', from, where)
      expect(end).toBe(nextWorkingDay(plus(wall as LocalDate, 5), where))
      // The same moment is at most one day apart in Paris.
      expect(Math.abs(daysBetween(dateIn(zones.metropole, at as Instant), from))).toBeLessThanOrEqual(1)
    },
  )
})

const delay = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 6 }), unit: fc.constant('months' as const) }),
  fc.record({ count: fc.integer({ min: 5, max: 120 }), unit: fc.constant('days' as const) }),
)
/** What was asked and what came, in days after the first receipt. */
const request = fc.record({
  kind: fc.constantFrom('missing' as const, 'original' as const),
  asked: fc.integer({ min: 0, max: 150 }),
  due: fc.integer({ min: 0, max: 60 }),
  came: fc.option(fc.integer({ min: 0, max: 90 })),
})
const story = fc.record({
  received: date,
  way: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 8 }),
  delay,
  asked: fc.array(request, { maxLength: 4 }),
})
type Story = typeof story extends fc.Arbitrary<infer Told> ? Told : never

const factsOf = ({ received, way, delay: given, asked }: Story, regime: SilenceFacts['regime']) => ({
  regime,
  delay: given,
  received,
  competentReceived: way === null ? null : plus(received, way),
  requests: asked.map((one): AwaitedRequest => {
    const begun = plus(received, one.asked)
    return {
      kind: one.kind,
      asked: begun,
      due: one.kind === 'original' ? null : plus(begun, one.due),
      received: one.came === null ? null : plus(begun, one.came),
    }
  }),
})

describe('silence', () => {
  property.prop([story])('waiting for pieces never makes a rejection come sooner', (told) => {
    const bare = implicitDecision({ ...factsOf(told, 'rejet'), requests: [] })
    const decision = implicitDecision(factsOf(told, 'rejet'))
    expect(bare).not.toBeNull()
    if (decision !== null) expect(decision >= bare!).toBe(true)
  })

  property.prop([story])(
    'a rejection is put off by the days that were stopped, each counted once',
    (told) => {
      const facts = factsOf(told, 'rejet')
      const clock = silenceClock(facts, facts.received)
      const bare = implicitDecision({ ...facts, requests: [] })!
      const stopped = new Set<LocalDate>()
      for (const { from, until } of clock.suspensions) {
        for (let day = from; until !== null && day < until; day = plus(day, 1)) stopped.add(day)
      }
      const endless = clock.suspensions.some(({ until }) => until === null)
      expect(clock.suspendedDays).toBe(endless ? null : stopped.size)
      expect(clock.decision).toBe(endless ? null : plus(bare, stopped.size))
      // Nothing is both counted and too late.
      expect(clock.suspensions.length + clock.tooLate.length).toBe(facts.requests.length)
    },
  )

  property.prop([story])(
    'the two clocks of L114-3: acceptance never before rejection while nothing is asked',
    (told) => {
      const rejection = implicitDecision({ ...factsOf(told, 'rejet'), requests: [] })!
      const acceptance = implicitDecision({ ...factsOf(told, 'acceptation'), requests: [] })
      if (told.way === null) expect(acceptance).toBeNull()
      else expect(acceptance! >= rejection).toBe(true)
    },
  )

  property.prop([story])(
    'an acceptance has the whole of its delay after the last pieces that counted',
    (told) => {
      const facts = factsOf(told, 'acceptation')
      const clock = silenceClock(facts, facts.received)
      if (clock.runsFrom === null) {
        expect([clock.decision, clock.state]).toEqual([null, 'waiting'])
        return
      }
      const counted = facts.requests.filter(
        ({ asked, kind }) => kind === 'missing' && !clock.tooLate.includes(asked),
      )
      const from = counted.reduce((day, { received }) => max(day, received!), facts.competentReceived!)
      expect(clock.runsFrom).toBe(from)
      if (clock.decision !== null)
        expect(clock.decision).toBe(
          plus(
            implicitDecision({ ...facts, received: from, competentReceived: from, requests: [] })!,
            clock.suspendedDays!,
          ),
        )
    },
  )

  property.prop([
    story,
    fc.integer({ min: 0, max: 60 }),
    fc.constantFrom('rejet' as const, 'acceptation' as const),
  ])('received later, with nothing asked, no decision comes sooner', (told, days, regime) => {
    const sooner = implicitDecision({ ...factsOf(told, regime), requests: [] })
    const later = implicitDecision({
      ...factsOf({ ...told, received: plus(told.received, days) }, regime),
      requests: [],
    })
    if (sooner === null) expect(later).toBeNull()
    else expect(later! >= sooner).toBe(true)
  })

  property.prop([
    story,
    fc.integer({ min: 0, max: 400 }),
    fc.constantFrom('rejet' as const, 'acceptation' as const),
  ])('on any day it runs, is stopped, waits, or is decided; and the day says which', (told, days, regime) => {
    const facts = factsOf(told, regime)
    const today = plus(facts.received, days)
    const { state, decision, suspensions, waitsFor, runsFrom } = silenceClock(facts, today)
    expect(state === 'waiting').toBe(runsFrom === null)
    expect(state === 'decided').toBe(decision !== null && decision <= today)
    const stopped = suspensions.some(({ from, until }) => from <= today && (until === null || today < until))
    if (state === 'suspended') expect(stopped).toBe(true)
    if (state === 'running') expect(stopped).toBe(false)
    expect(waitsFor === null).toBe(state === 'running' || state === 'decided')
  })
})
