import { Temporal } from 'temporal-polyfill'
import type { LocalDate, ServiceId } from '../../contract/ids.ts'
import type { Calendar } from '../../contract/office.ts'
import { holidays } from './holidays.ts'

/** Minutes since midnight, office's zone: `[510, 1020]` is 8 h 30 to 17 h 00. */
export type Span = readonly [number, number]

/** A day unlike the others: its spans, none when closed; for some services, or for all (`null`). */
export interface ExceptionalDay {
  readonly date: LocalDate
  readonly spans: readonly Span[]
  readonly services: readonly ServiceId[] | null
}

/** An office's calendar with its exceptional days, where it has some. */
export type OpeningCalendar = Pick<Calendar, 'zone' | 'week' | 'holidays' | 'closed'> & {
  readonly exceptional?: readonly ExceptionalDay[]
  /** Minutes before closing when « derniers tickets » is announced. */
  readonly lastTickets?: number
}

/**
 * The opening spans of a date for the office as a whole, in order, without overlap; none when it is closed.
 * An exceptional day wins over holidays, closings and the week. What it says of some services alone adds to
 * what the others do: on a ballot Sunday the elections alone make the office open.
 */
export function hoursOn(calendar: OpeningCalendar, date: LocalDate): readonly Span[] {
  const days = exceptionalOn(calendar, date)
  const some = days.filter(({ services }) => services !== null)
  return merged([...commonHours(calendar, date, days), ...some.flatMap(({ spans }) => spans)])
}

/**
 * The opening spans of a date for one service. An exceptional day that names it wins over one for all
 * services, which wins over closings, holidays and the week.
 */
export function serviceHoursOn(
  calendar: OpeningCalendar,
  date: LocalDate,
  serviceId: ServiceId,
): readonly Span[] {
  const days = exceptionalOn(calendar, date)
  const own = days.filter(({ services }) => services?.includes(serviceId))
  return merged(own.length > 0 ? own.flatMap(({ spans }) => spans) : commonHours(calendar, date, days))
}

/** Those of the services that are open at some time of the date, in the order given. */
export const openServicesOn = (
  calendar: OpeningCalendar,
  date: LocalDate,
  services: readonly ServiceId[],
): readonly ServiceId[] =>
  services.filter((serviceId) => serviceHoursOn(calendar, date, serviceId).length > 0)

const exceptionalOn = (calendar: OpeningCalendar, date: LocalDate): readonly ExceptionalDay[] =>
  (calendar.exceptional ?? []).filter((day) => day.date === date)

/** What holds for a service that no exceptional day names. */
function commonHours(
  calendar: OpeningCalendar,
  date: LocalDate,
  days: readonly ExceptionalDay[],
): readonly Span[] {
  const all = days.filter(({ services }) => services === null)
  if (all.length > 0) return all.flatMap(({ spans }) => spans)
  const plain = Temporal.PlainDate.from(date)
  const usual = calendar.week[plain.dayOfWeek - 1] ?? []
  // Holidays last: working them out costs more than all the rest.
  if (usual.length === 0 || calendar.closed.includes(date)) return []
  return holidays(plain.year, calendar.holidays).includes(date) ? [] : usual
}

/** In order; spans that touch or overlap are one; a span that ends before it begins is none. */
function merged(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = []
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (to <= from) continue
    const last = whole.at(-1)
    if (last && from <= last[1]) whole[whole.length - 1] = [last[0], Math.max(last[1], to)]
    else whole.push([from, to])
  }
  return whole
}
