import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../contract/ids.ts'
import type { Calendar } from '../contract/office.ts'

/** The calendar day of an instant in a zone. */
export const dateIn = (zone: string, at: Instant): LocalDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString() as LocalDate

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

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher: Astronomical Algorithms, ch. 8). */
export function easter(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return Temporal.PlainDate.from({ year, month, day }).toString() as LocalDate
}

/** Public holidays of a year (Code du travail L3133-1; L3134-13 for Alsace-Moselle). */
export function holidays(year: number, territory: Calendar['holidays']): readonly LocalDate[] {
  if (territory === 'none') return []
  const sunday = Temporal.PlainDate.from(easter(year))
  const after = (days: number) => sunday.add({ days }).toString()
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map(
    (d) => `${year}-${d}`,
  )
  const local = territory === 'alsaceMoselle' ? [after(-2), `${year}-12-26`] : []
  return [...fixed, after(1), after(39), after(50), ...local].toSorted() as LocalDate[]
}

/** The opening spans of a date, in minutes since midnight; none on a holiday or an exceptional closing. */
export function hoursOn(calendar: Calendar, date: LocalDate): readonly (readonly [number, number])[] {
  const plain = Temporal.PlainDate.from(date)
  if (calendar.closed.includes(date) || holidays(plain.year, calendar.holidays).includes(date)) return []
  return calendar.week[plain.dayOfWeek - 1] ?? []
}

/** When the office closes on this date; null when the calendar has it closed or the hour is past. */
export function closingAt(calendar: Calendar, date: LocalDate, now: Instant): Instant | null {
  const last = hoursOn(calendar, date).at(-1)
  if (!last) return null
  const at = instantOf(calendar.zone, date, last[1])
  return at > now ? at : null
}
