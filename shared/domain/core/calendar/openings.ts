import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate, ServiceId } from '../../../contract/ids.ts'
import { hoursOn, serviceHoursOn, type OpeningCalendar } from './hours.ts'
import { boundary, dateIn, instantOf } from './instants.ts'

/** An opening in time: open from the first instant, no more at the second. */
type Opening = readonly [Instant, Instant]

/** How far ahead an opening is looked for, and how much is counted at once: a year, and what holidays may add. */
const daysCounted = 400

/** Past this instant a date has no longer four digits: nothing is looked for there. */
const lastCounted = Date.UTC(9997, 0, 1)

/** When the office closes on this date; null when the calendar has it closed or the hour is past. */
export function closingAt(calendar: OpeningCalendar, date: LocalDate, now: Instant): Instant | null {
  const last = hoursOn(calendar, date).at(-1)
  if (!last) return null
  const at = instantOf(calendar.zone, date, last[1])
  return at > now ? at : null
}

/**
 * The openings of a date as instants: of one service, else of the office. Where a change of hour falls in one,
 * the wall clock counts: from 8 h 30 to 17 h as the clock shows them. An opening that lies wholly in the hour
 * leapt over is none.
 */
export function spansAt(
  calendar: OpeningCalendar,
  date: LocalDate,
  serviceId?: ServiceId,
): readonly Opening[] {
  const key = `${date} ${serviceId ?? ''}`
  const cache = spansOf.get(calendar) ?? new Map<string, readonly Opening[]>()
  spansOf.set(calendar, cache)
  const spans = cache.get(key) ?? spansMade(calendar, date, serviceId)
  // A calendar is asked for today and the days that follow: a year of them is forgotten at once.
  if (cache.size > 2000) cache.clear()
  cache.set(key, spans)
  return spans
}

// A calendar never changes: another is another object. Made once for all who ask about the same day.
const spansOf = new WeakMap<OpeningCalendar, Map<string, readonly Opening[]>>()

function spansMade(
  calendar: OpeningCalendar,
  date: LocalDate,
  serviceId: ServiceId | undefined,
): readonly Opening[] {
  const hours = serviceId === undefined ? hoursOn(calendar, date) : serviceHoursOn(calendar, date, serviceId)
  return hours
    .map(([from, to]): Opening => [boundary(calendar.zone, date, from), boundary(calendar.zone, date, to)])
    .filter(([from, to]) => from < to)
}

/**
 * When the office, or one of its services, next opens after now: across closings, holidays, the year's end and
 * changes of hour. While it is open, that is the opening after this one. Null when there is none in 400 days.
 */
export function nextOpening(calendar: OpeningCalendar, now: Instant, serviceId?: ServiceId): Instant | null {
  // Open until midnight and again from midnight is one opening, so yesterday's end is looked at too.
  let end: Instant | null = null
  for (const [from, to] of openingsFrom(calendar, now, -1, daysCounted, serviceId)) {
    if (from > now && from !== end) return from
    end = to
  }
  return null
}

/**
 * Minutes that really pass while the office, or one of its services, is open between two instants: 420 from
 * midnight to 8 h on the night of 29 March 2026, 540 on that of 25 October. Fractions count; 0 when `to` is not
 * after `from`; no more than 400 days from `from` are counted.
 */
export function openMinutesLeft(
  calendar: OpeningCalendar,
  from: Instant,
  to: Instant,
  serviceId?: ServiceId,
): number {
  let left = 0
  for (const [opens, closes] of openingsFrom(calendar, from, 0, daysCounted, serviceId)) {
    if (opens >= to) break
    left += Math.max(0, Math.min(closes, to) - Math.max(opens, from))
  }
  return left / 60_000
}

/**
 * When « derniers tickets » is announced on this date: the minutes that the office set before its closing (or a
 * service's), never before its last opening of the day. Null when it is closed or announces none.
 */
export function lastTicketsAt(
  calendar: OpeningCalendar,
  date: LocalDate,
  serviceId?: ServiceId,
): Instant | null {
  const last = spansAt(calendar, date, serviceId).at(-1)
  if (!last || calendar.lastTickets === undefined) return null
  return Math.max(last[0], last[1] - calendar.lastTickets * 60_000) as Instant
}

/** Openings one after another, from some days after (or before) the instant's date. */
function* openingsFrom(
  calendar: OpeningCalendar,
  now: Instant,
  first: number,
  last: number,
  serviceId: ServiceId | undefined,
): Generator<Opening> {
  if (now >= lastCounted) return
  const today = Temporal.PlainDate.from(dateIn(calendar.zone, now))
  for (let days = first; days <= last; days++)
    yield* spansAt(calendar, today.add({ days }).toString() as LocalDate, serviceId)
}
