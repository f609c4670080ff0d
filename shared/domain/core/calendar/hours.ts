import { Temporal } from 'temporal-polyfill'
import type { LocalDate, ServiceId } from '../../../contract/ids.ts'
import type { Calendar } from '../../../contract/office/calendar.ts'
import { holidays } from './holidays.ts'

/** Minutes since midnight, office's zone: `[510, 1020]` is 8 h 30 to 17 h 00. */
export type Span = readonly [number, number]

/**
 * A day unlike the others. With spans, those services are open then (all, when `null`) and the others are not;
 * without, it is a closing, of those services or of all.
 */
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
 * Exceptional days win over holidays, closings and the week: on a ballot Sunday the elections make it open.
 */
export function hoursOn(calendar: OpeningCalendar, date: LocalDate): readonly Span[] {
  const { openings, closings } = exceptionalOn(calendar, date)
  if (openings.length > 0) return merged(openings.flatMap(({ spans }) => spans))
  return closings.some(({ services }) => services === null) ? [] : merged(usualHours(calendar, date))
}

/**
 * The opening spans of a date for one service. What exceptional days say of it by name wins over what they say
 * of all; where some open and none opens it, it is closed.
 */
export function serviceHoursOn(
  calendar: OpeningCalendar,
  date: LocalDate,
  serviceId: ServiceId,
): readonly Span[] {
  const { openings, closings } = exceptionalOn(calendar, date)
  const named = ({ services }: ExceptionalDay) => services?.includes(serviceId) === true
  const own = openings.filter(named)
  if (own.length > 0) return merged(own.flatMap(({ spans }) => spans))
  if (closings.some(named)) return []
  if (openings.length === 0) return hoursOn(calendar, date)
  return merged(openings.flatMap(({ services, spans }) => (services === null ? spans : [])))
}

/** Which of these services are open at some time of the date, in the order given. */
export const openServicesOn = (
  calendar: OpeningCalendar,
  date: LocalDate,
  services: readonly ServiceId[],
): readonly ServiceId[] =>
  services.filter((serviceId) => serviceHoursOn(calendar, date, serviceId).length > 0)

function exceptionalOn(calendar: OpeningCalendar, date: LocalDate) {
  const days = (calendar.exceptional ?? []).filter((day) => day.date === date)
  const opens = ({ spans }: ExceptionalDay) => spans.some(([from, to]) => from < to)
  return { openings: days.filter(opens), closings: days.filter((day) => !opens(day)) }
}

/** What holds on a date that nothing exceptional concerns. */
function usualHours(calendar: OpeningCalendar, date: LocalDate): readonly Span[] {
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
