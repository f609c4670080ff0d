import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../../../contract/ids.ts'

// The last dates asked, with where they begin and end: views ask for today's at each turn, and reading a zone costs
// some thirty times a comparison.
const cache: {
  readonly zone: string
  readonly from: number
  readonly to: number
  readonly date: LocalDate
}[] = []
const askedAtMost = 8
const lastCounted = Date.UTC(9998, 0, 1)

/** The calendar day of an instant in a zone. */
export function dateIn(zone: string, at: Instant): LocalDate {
  for (const day of cache) if (day.zone === zone && day.from <= at && at < day.to) return day.date
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const date = day.toPlainDate().toString() as LocalDate
  // The last day that can be counted has no next one.
  if (at > lastCounted) return date
  cache.unshift({
    zone,
    from: day.startOfDay().epochMilliseconds,
    to: day.add({ days: 1 }).startOfDay().epochMilliseconds,
    date,
  })
  cache.length = Math.min(cache.length, askedAtMost)
  return date
}

/** Whether an instant is on a day of a zone: for many of them, of many days, of which each would ask the calendar. */
export function onDay(zone: string, date: LocalDate): (at: Instant) => boolean {
  const [from, to] = [boundary(zone, date, 0), boundary(zone, date, 1440)]
  return (at) => from <= at && at < to
}

/** The year of an instant in a zone. */
export const yearIn = (zone: string, at: Instant): number => Number(dateIn(zone, at).slice(0, 4))

/** The instant of a minute of the day in a zone (510 is 8 h 30); through a change of hour, the wall clock counts. */
export const instantOf = (zone: string, date: LocalDate, minutes: number): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zone,
    plainTime: minutes === 1440 ? '23:59:59.999' : minutesToTime(minutes),
  }).epochMilliseconds as Instant

const minutesToTime = (minutes: number) =>
  Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 })

/**
 * The instant from which the wall clock shows a minute of the day or a later one, as an opening begins and ends.
 * A minute that the change of hour leaps over (2 h 30 on 29 March 2026) is the moment of the change, so that no
 * opening ends before it begins; one that is shown twice (25 October 2026) is its first showing, as in RFC 5545;
 * 1440 is the next day's first instant.
 */
export function boundary(zone: string, date: LocalDate, minutes: number): Instant {
  const day = Temporal.PlainDate.from(date)
  if (minutes === 1440) return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds as Instant
  const wall = day.toPlainDateTime(minutesToTime(minutes))
  const moment = wall.toZonedDateTime(zone)
  if (moment.toPlainDateTime().equals(wall)) return moment.epochMilliseconds as Instant
  const before = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return (before.getTimeZoneTransition('next') ?? moment).epochMilliseconds as Instant
}

/**
 * Whether the office's calendar has left the business day's date: a machine left on overnight, a day never closed.
 * A clock moved back says no, since the day's date is then still to come.
 */
export const isPastBusinessDay = (date: LocalDate, now: Instant, zone: string): boolean =>
  dateIn(zone, now) > date
