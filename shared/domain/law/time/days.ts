import { Temporal } from 'temporal-polyfill'
import type { Delay } from '../../../contract/law/assessment.ts'
import type { LocalDate } from '../../../contract/ids.ts'

// Legal days are days of the calendar, without a clock: whoever has an instant first asks which day it is where the
// office stands (`dateIn`).

const plain = (date: LocalDate) => Temporal.PlainDate.from(date)
const dated = (day: Temporal.PlainDate) => day.toString() as LocalDate

/** The day so many calendar days later (earlier when negative); the first day is not counted. */
export const addCalendarDays = (date: LocalDate, days: number): LocalDate => dated(plain(date).add({ days }))

/**
 * The day of the same number so many months later (earlier when negative), or the last day of a month that is too
 * short: from 31 January, one month is 28 or 29 February (as CPC 641 and 642 say it for civil procedure).
 */
export const addMonths = (date: LocalDate, months: number): LocalDate => dated(plain(date).add({ months }))

/** The end of a delay that begins on a date, that date not counted. */
export const addDelay = (date: LocalDate, delay: Delay): LocalDate =>
  delay.unit === 'months' ? addMonths(date, delay.count) : addCalendarDays(date, delay.count)

/** The day on which someone born on a date has an age; 28 February in common years for who was born on the 29th. */
export const birthday = (birth: LocalDate, age: number): LocalDate => addMonths(birth, 12 * age)

/** The first day of the month of this date. */
export const firstOfMonth = (date: LocalDate): LocalDate => dated(plain(date).with({ day: 1 }))

/** The last day of the month of this date, the 28th to the 31st. */
export const lastOfMonth = (date: LocalDate): LocalDate =>
  addCalendarDays(addMonths(firstOfMonth(date), 1), -1)

/** 31 December, so many years after that of a date. */
export const lastOfYear = (date: LocalDate, later: number): LocalDate =>
  dated(plain(date).add({ years: later }).with({ month: 12, day: 31 }))

/** Calendar days from a date to another: negative when the second is the earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  plain(from).until(plain(to), { largestUnit: 'days' }).days

/** 1 for Monday to 7 for Sunday. */
export const dayOfWeek = (date: LocalDate): number => plain(date).dayOfWeek

/** The nth such day of the week (1 Monday to 7 Sunday) strictly before a date. */
export function weekdayBefore(date: LocalDate, weekday: number, nth: number): LocalDate {
  const back = (dayOfWeek(date) - weekday + 6) % 7
  return addCalendarDays(date, -(back + 1) - 7 * (nth - 1))
}
