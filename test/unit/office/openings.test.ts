import { describe, expect, test } from 'vitest'
import type { Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import {
  closingAt,
  hoursOn,
  isPastBusinessDay,
  lastTicketsAt,
  nextOpening,
  openMinutesLeft,
  openServicesOn,
  serviceHoursOn,
  spansAt,
  type OpeningCalendar,
  type Span,
} from '../../../shared/domain/core/calendar/index.ts'

const at = (iso: string) => Date.parse(iso) as Instant
const day = (text: string) => text as LocalDate
const service = (word: string) => word as ServiceId
const [titres, elections] = [service('titres'), service('elections')]

/** Monday to Friday, 8 h 30 to 12 h and 13 h 30 to 17 h. */
const weekdays = (spans: readonly Span[]) =>
  Array.from({ length: 7 }, (_, of) =>
    of < 5 ? spans.map(([from, to]) => [from, to] as [number, number]) : [],
  )
const office: OpeningCalendar = {
  zone: 'Europe/Paris',
  week: weekdays([
    [510, 720],
    [810, 1020],
  ]),
  holidays: 'metropole',
  closed: [],
}
/** The same hours every day of the week. */
const daily = (spans: readonly Span[]): OpeningCalendar => ({
  ...office,
  holidays: 'none',
  week: Array.from({ length: 7 }, () => spans.map(([from, to]) => [from, to] as [number, number])),
})
const exceptional = (date: string, spans: readonly Span[], services: readonly ServiceId[] | null) => ({
  date: day(date),
  spans,
  services,
})

describe('a day unlike the others', () => {
  // 15 and 22 March 2026: municipal elections.
  const ballot: OpeningCalendar = {
    ...office,
    exceptional: [exceptional('2026-03-15', [[480, 1080]], [elections])],
  }

  test('a ballot Sunday opens the elections alone', () => {
    expect(hoursOn(ballot, day('2026-03-15'))).toEqual([[480, 1080]])
    expect(openServicesOn(ballot, day('2026-03-15'), [titres, elections])).toEqual([elections])
    expect(openServicesOn(ballot, day('2026-03-16'), [titres, elections])).toEqual([titres, elections])
    expect(openServicesOn(ballot, day('2026-03-22'), [titres, elections])).toEqual([])
    expect(nextOpening(ballot, at('2026-03-14T12:00:00Z'))).toBe(at('2026-03-15T07:00:00Z'))
    expect(nextOpening(ballot, at('2026-03-14T12:00:00Z'), titres)).toBe(at('2026-03-16T07:30:00Z'))
    expect(closingAt(ballot, day('2026-03-15'), at('2026-03-15T10:00:00Z'))).toBe(at('2026-03-15T17:00:00Z'))
  })

  test('an exceptional opening wins over a holiday and over a closing that was announced', () => {
    const opened: OpeningCalendar = {
      ...office,
      closed: [day('2026-03-03')],
      exceptional: [
        exceptional('2026-05-01', [[540, 600]], null),
        exceptional('2026-03-03', [[600, 660]], null),
      ],
    }
    expect(hoursOn(opened, day('2026-05-01'))).toEqual([[540, 600]])
    expect(hoursOn(opened, day('2026-03-03'))).toEqual([[600, 660]])
  })

  test('without spans it is a closing: of all, or of the services named while the others follow the week', () => {
    const strike: OpeningCalendar = {
      ...office,
      exceptional: [exceptional('2026-03-03', [], null), exceptional('2026-03-04', [], [titres])],
    }
    expect(hoursOn(strike, day('2026-03-03'))).toEqual([])
    expect(openServicesOn(strike, day('2026-03-03'), [titres, elections])).toEqual([])
    expect(openServicesOn(strike, day('2026-03-04'), [titres, elections])).toEqual([elections])
    expect(hoursOn(strike, day('2026-03-04'))).toEqual(hoursOn(office, day('2026-03-04')))
    const opened = { ...strike, exceptional: [exceptional('2026-03-04', [[540, 600]], [elections])] }
    expect(openServicesOn(opened, day('2026-03-04'), [titres, elections])).toEqual([elections])
  })

  test('what names a service wins over what is said of all; spans of one day join', () => {
    const mixed: OpeningCalendar = {
      ...office,
      exceptional: [
        exceptional('2026-03-03', [[540, 720]], null),
        exceptional('2026-03-03', [], [titres]),
        exceptional('2026-03-03', [[700, 800]], [elections]),
        exceptional('2026-03-03', [[800, 900]], [elections]),
      ],
    }
    expect(serviceHoursOn(mixed, day('2026-03-03'), titres)).toEqual([])
    expect(serviceHoursOn(mixed, day('2026-03-03'), elections)).toEqual([[700, 900]])
    expect(serviceHoursOn(mixed, day('2026-03-03'), service('etat-civil'))).toEqual([[540, 720]])
    expect(hoursOn(mixed, day('2026-03-03'))).toEqual([[540, 900]])
  })
})

describe('the next opening', () => {
  test('is after lunch, tomorrow, after the week-end, after the holiday', () => {
    expect(nextOpening(office, at('2026-03-03T06:00:00Z'))).toBe(at('2026-03-03T07:30:00Z'))
    expect(nextOpening(office, at('2026-03-03T07:30:00Z'))).toBe(at('2026-03-03T12:30:00Z'))
    expect(nextOpening(office, at('2026-03-03T11:30:00Z'))).toBe(at('2026-03-03T12:30:00Z'))
    expect(nextOpening(office, at('2026-03-03T17:00:00Z'))).toBe(at('2026-03-04T07:30:00Z'))
    expect(nextOpening(office, at('2026-03-06T17:00:00Z'))).toBe(at('2026-03-09T07:30:00Z'))
    // Ascension, Thursday 14 May 2026.
    expect(nextOpening(office, at('2026-05-13T17:00:00Z'))).toBe(at('2026-05-15T06:30:00Z'))
    // Easter Monday, and Good Friday in Alsace-Moselle.
    expect(nextOpening(office, at('2026-04-03T16:00:00Z'))).toBe(at('2026-04-07T06:30:00Z'))
    expect(nextOpening({ ...office, holidays: 'alsaceMoselle' }, at('2026-04-02T16:00:00Z'))).toBe(
      at('2026-04-07T06:30:00Z'),
    )
  })

  test('crosses the year’s end and the changes of hour', () => {
    // Friday 1 January 2027 is a holiday; Thursday evening to Monday.
    expect(nextOpening(office, at('2026-12-31T17:00:00Z'))).toBe(at('2027-01-04T07:30:00Z'))
    // From Friday to Monday, an hour earlier in UTC, then an hour later.
    expect(nextOpening(office, at('2026-03-27T17:00:00Z'))).toBe(at('2026-03-30T06:30:00Z'))
    expect(nextOpening(office, at('2026-10-23T16:00:00Z'))).toBe(at('2026-10-26T07:30:00Z'))
  })

  test('is none where nothing opens in 400 days, or past what a calendar counts', () => {
    const never: OpeningCalendar = { ...office, week: weekdays([]) }
    const now = at('2026-03-03T12:00:00Z')
    expect(nextOpening(never, now)).toBeNull()
    const once = (date: string) => ({ ...never, exceptional: [exceptional(date, [[600, 660]], null)] })
    expect(nextOpening(once('2027-04-07'), now)).toBe(at('2027-04-07T08:00:00Z'))
    expect(nextOpening(once('2027-04-08'), now)).toBeNull()
    expect(nextOpening(office, 8_640_000_000_000_000 as Instant)).toBeNull()
  })

  test('open until midnight and from midnight on is one opening', () => {
    const always = daily([[0, 1440]])
    expect(nextOpening(always, at('2026-03-03T12:00:00Z'))).toBeNull()
    expect(
      nextOpening(
        daily([
          [0, 60],
          [1380, 1440],
        ]),
        at('2026-03-03T22:30:00Z'),
      ),
    ).toBe(at('2026-03-04T22:00:00Z'))
    expect(openMinutesLeft(always, at('2026-03-03T12:00:00Z'), at('2026-03-04T12:00:00Z'))).toBe(1440)
  })
})

describe('through a change of hour the clock on the wall says when, and the minutes are those that pass', () => {
  const night = daily([[0, 480]])

  test('from midnight to 8 h there are 7 hours on 29 March 2026 and 9 on 25 October', () => {
    expect(openMinutesLeft(night, at('2026-03-28T23:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(420)
    expect(openMinutesLeft(night, at('2026-10-24T22:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(540)
    expect(openMinutesLeft(night, at('2026-10-23T22:00:00Z'), at('2026-10-24T12:00:00Z'))).toBe(480)
  })

  test('an office of the day has as many minutes as ever on those days', () => {
    const usual = daily([[510, 1020]])
    for (const date of ['2026-03-28', '2026-03-29', '2026-10-25'])
      expect(openMinutesLeft(usual, at(`${date}T00:00:00Z`), at(`${date}T23:00:00Z`))).toBe(510)
    expect(spansAt(usual, day('2026-03-29'))).toEqual([
      [at('2026-03-29T06:30:00Z'), at('2026-03-29T15:00:00Z')],
    ])
    expect(spansAt(usual, day('2026-10-25'))).toEqual([
      [at('2026-10-25T07:30:00Z'), at('2026-10-25T16:00:00Z')],
    ])
  })

  test('what lies in the hour leapt over is at the moment of the change, and never ends before it begins', () => {
    const change = at('2026-03-29T01:00:00Z')
    expect(spansAt(daily([[120, 180]]), day('2026-03-29'))).toEqual([])
    expect(spansAt(daily([[130, 170]]), day('2026-03-29'))).toEqual([])
    expect(spansAt(daily([[150, 200]]), day('2026-03-29'))).toEqual([[change, at('2026-03-29T01:20:00Z')]])
    expect(spansAt(daily([[60, 150]]), day('2026-03-29'))).toEqual([[at('2026-03-29T00:00:00Z'), change]])
  })

  test('an hour shown twice begins and ends at its first showing', () => {
    // 2 h to 3 h summer time is 0 h to 1 h UTC; the clock shows them again from 1 h to 2 h UTC.
    expect(spansAt(daily([[150, 240]]), day('2026-10-25'))).toEqual([
      [at('2026-10-25T00:30:00Z'), at('2026-10-25T03:00:00Z')],
    ])
    expect(spansAt(daily([[60, 150]]), day('2026-10-25'))).toEqual([
      [at('2026-10-24T23:00:00Z'), at('2026-10-25T00:30:00Z')],
    ])
    expect(openMinutesLeft(daily([[120, 180]]), at('2026-10-24T22:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(
      120,
    )
  })

  test('where the clock never changes, and where it does at other dates', () => {
    const reunion: OpeningCalendar = { ...office, zone: 'Indian/Reunion' }
    expect(nextOpening(reunion, at('2026-03-28T00:00:00Z'))).toBe(at('2026-03-30T04:30:00Z'))
    // Saint-Pierre-et-Miquelon changes with North America: 8 March 2026.
    const miquelon: OpeningCalendar = { ...office, zone: 'America/Miquelon' }
    expect(nextOpening(miquelon, at('2026-03-06T20:30:00Z'))).toBe(at('2026-03-09T10:30:00Z'))
  })
})

describe('what is left of the day', () => {
  test('counts the openings between two instants, fractions included, and nothing backwards', () => {
    const from = (iso: string, to: string) => openMinutesLeft(office, at(iso), at(to))
    expect(from('2026-03-03T07:30:00Z', '2026-03-03T16:00:00Z')).toBe(420)
    expect(from('2026-03-03T10:30:00Z', '2026-03-03T13:00:00Z')).toBe(30 + 30)
    expect(from('2026-03-03T10:30:30Z', '2026-03-03T10:31:45Z')).toBe(1.25)
    expect(from('2026-03-06T10:30:00Z', '2026-03-09T08:00:00Z')).toBe(30 + 210 + 30)
    expect(from('2026-03-03T16:00:00Z', '2026-03-03T07:30:00Z')).toBe(0)
    expect(from('2026-03-07T00:00:00Z', '2026-03-08T00:00:00Z')).toBe(0)
  })

  test('last tickets are announced some minutes before the day’s closing, never before its last opening', () => {
    const announcing = (lastTickets: number): OpeningCalendar => ({ ...office, lastTickets })
    expect(lastTicketsAt(announcing(30), day('2026-03-03'))).toBe(at('2026-03-03T15:30:00Z'))
    expect(lastTicketsAt(announcing(0), day('2026-03-03'))).toBe(at('2026-03-03T16:00:00Z'))
    expect(lastTicketsAt(announcing(600), day('2026-03-03'))).toBe(at('2026-03-03T12:30:00Z'))
    expect(lastTicketsAt(announcing(30), day('2026-03-07'))).toBeNull()
    expect(lastTicketsAt(office, day('2026-03-03'))).toBeNull()
    const early = { ...announcing(30), exceptional: [exceptional('2026-03-03', [[510, 600]], [titres])] }
    expect(lastTicketsAt(early, day('2026-03-03'), titres)).toBe(at('2026-03-03T08:30:00Z'))
    expect(lastTicketsAt(early, day('2026-03-03'), elections)).toBeNull()
  })
})

test('a machine left on overnight is past its day at midnight there; one whose clock went back is not', () => {
  const past = (date: string, now: string, zone = 'Europe/Paris') =>
    isPastBusinessDay(day(date), at(now), zone)
  expect(past('2026-03-03', '2026-03-03T22:59:59.999Z')).toBe(false)
  expect(past('2026-03-03', '2026-03-03T23:00:00Z')).toBe(true)
  expect(past('2026-03-03', '2026-03-04T01:00:00Z', 'America/Cayenne')).toBe(false)
  expect(past('2026-03-03', '2026-03-02T12:00:00Z')).toBe(false)
  expect(past('2026-12-31', '2026-12-31T23:30:00Z')).toBe(true)
})
