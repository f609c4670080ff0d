import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { holidayPlaces } from '../../../shared/contract/office/calendar.ts'
import type { Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import {
  easter,
  holidays,
  hoursOn,
  nextOpening,
  openMinutesLeft,
  openServicesOn,
  serviceHoursOn,
  spansAt,
  type OpeningCalendar,
} from '../../../shared/domain/core/calendar/index.ts'

/** Easter as Knuth works it out from the Church's tables (The Art of Computer Programming, 1.3.2, exercise 14). */
function easterByEpact(year: number): string {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const leaps = Math.floor((3 * century) / 4) - 12
  const moon = Math.floor((8 * century + 5) / 25) - 5
  const sunday = Math.floor((5 * year) / 4) - leaps - 10
  let epact = (11 * golden + 20 + moon - leaps) % 30
  if ((epact === 25 && golden > 11) || epact === 24) epact++
  const full = 44 - epact < 21 ? 74 - epact : 44 - epact
  const march = full + 7 - ((sunday + full) % 7)
  return new Date(Date.UTC(year, 2, march)).toISOString().slice(0, 10)
}

describe('Easter', () => {
  test('is the Church’s from 1900 to 2199, year by year', () => {
    for (let year = 1900; year < 2200; year++) expect(easter(year)).toBe(easterByEpact(year))
  })

  property.prop([fc.integer({ min: 1900, max: 2199 })])(
    'is a Sunday from 22 March to 25 April, and holidays follow it in order',
    (year) => {
      const sunday = easter(year)
      expect(new Date(`${sunday}T00:00:00Z`).getUTCDay()).toBe(0)
      expect(sunday >= `${year}-03-22` && sunday <= `${year}-04-25`).toBe(true)
      const after = (days: number) =>
        new Date(Date.parse(`${sunday}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
      const all = holidays(year, 'alsaceMoselle')
      for (const days of [-2, 1, 39, 50]) expect(all).toContain(after(days))
      expect(all).toEqual(all.toSorted())
      // Ascension may fall on 1 or 8 May: a date that is twice a holiday is closed once all the same.
      expect(new Set(all).size).toBeGreaterThanOrEqual(all.length - 1)
    },
  )
})

const quarter = 15 * 60_000
/** The date and minute on the wall in Paris, by the platform's own calendar. */
const wallFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
})
const wall = (at: number) => {
  const [date = '', time = ''] = wallFormat.format(at).split(' ')
  return { date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) }
}

const services = ['titres', 'etat-civil', 'elections'] as ServiceId[]
/** On the quarter, and not within the hour that a change leaps over or shows twice. */
const minute = fc
  .integer({ min: 0, max: 96 })
  .map((n) => n * 15)
  .filter((m) => m <= 120 || m >= 180)
const span = fc.tuple(minute, minute)
const spans = fc.array(span, { maxLength: 3 })
/** Days about both changes of hour, the year's end and spring's holidays. */
const instant = fc
  .tuple(
    fc.constantFrom(
      '2026-03-27',
      '2026-03-28',
      '2026-10-23',
      '2026-10-24',
      '2026-12-30',
      '2026-05-12',
      '2024-02-28',
    ),
    fc.integer({ min: 0, max: 2 * 96 }),
  )
  .map(([date, quarters]) => (Date.parse(`${date}T12:00:00Z`) + quarters * quarter) as Instant)
const dates = [
  '2026-03-28',
  '2026-03-29',
  '2026-03-30',
  '2026-10-24',
  '2026-10-25',
  '2026-05-13',
  '2026-12-31',
]
const calendar: fc.Arbitrary<OpeningCalendar> = fc.record({
  zone: fc.constant('Europe/Paris'),
  week: fc.array(spans, { minLength: 7, maxLength: 7 }),
  holidays: fc.constantFrom(...holidayPlaces),
  closed: fc.subarray(dates as LocalDate[], { maxLength: 2 }),
  exceptional: fc.array(
    fc.record({
      date: fc.constantFrom(...(dates as LocalDate[])),
      spans,
      services: fc.option(fc.subarray(services, { minLength: 1 })),
    }),
    { maxLength: 4 },
  ),
})

/** Whether the office is open at an instant, by the wall clock. */
const isOpen = (of: OpeningCalendar, at: number) => {
  const { date, minute: now } = wall(at)
  return hoursOn(of, date as LocalDate).some(([from, to]) => from <= now && now < to)
}

describe('openings in time', () => {
  property.prop([calendar, instant, fc.integer({ min: 0, max: 3 * 96 })])(
    'the minutes left are the quarters during which the wall clock shows an open hour',
    (of, from, quarters) => {
      const to = (from + quarters * quarter) as Instant
      let minutes = 0
      for (let at: number = from; at < to; at += quarter) if (isOpen(of, at)) minutes += 15
      expect(openMinutesLeft(of, from, to)).toBe(minutes)
    },
  )

  property.prop([calendar, instant])(
    'the next opening is the first quarter after now that is open and was not before',
    (of, now) => {
      let found: number | null = null
      for (let at = now + quarter; at <= now + 5 * 86_400_000 && found === null; at += quarter)
        if (isOpen(of, at) && !isOpen(of, at - quarter)) found = at
      const next = nextOpening(of, now)
      if (found === null) expect(next === null || next > now + 5 * 86_400_000).toBe(true)
      else expect(next).toBe(found)
    },
  )

  property.prop([calendar, instant, fc.nat(10_000_000), fc.nat(10_000_000)])(
    'minutes left add up, never more than pass',
    (of, from, first, second) => {
      const middle = (from + first * 10) as Instant
      const to = (middle + second * 10) as Instant
      const whole = openMinutesLeft(of, from, to)
      expect(whole).toBeCloseTo(openMinutesLeft(of, from, middle) + openMinutesLeft(of, middle, to), 6)
      expect(whole).toBeLessThanOrEqual((to - from) / 60_000)
      expect(whole).toBeGreaterThanOrEqual(0)
    },
  )

  property.prop([calendar, fc.constantFrom(...(dates as LocalDate[]))])(
    'a service is open within the office’s hours, and openings are in order without overlap',
    (of, date) => {
      const office = hoursOn(of, date)
      for (const serviceId of services) {
        const own = serviceHoursOn(of, date, serviceId)
        for (const [from, to] of own) expect(office.some(([a, b]) => a <= from && to <= b)).toBe(true)
        expect(openServicesOn(of, date, services).includes(serviceId)).toBe(own.length > 0)
      }
      const flat = spansAt(of, date).flat()
      expect(flat).toEqual(flat.toSorted((a, b) => a - b))
      expect(new Set(flat).size).toBe(flat.length)
    },
  )
})
