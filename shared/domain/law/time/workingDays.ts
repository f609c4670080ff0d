import type { LocalDate } from '../../../contract/ids.ts'
import type { Calendar, Territory } from '../../../contract/office/calendar.ts'
import { holidays } from '../../core/calendar/holidays.ts'
import { addCalendarDays, addMonths, dayOfWeek } from './days.ts'

/** Where an office's legal days are counted: its own calendar may ignore holidays, the law does not. */
export const territoryOf = ({ holidays: kept }: Pick<Calendar, 'holidays'>): Territory =>
  kept === 'none' ? 'metropole' : kept

// A year's holidays are worked out once: a count of days asks about each of them.
const cache = new Map<string, ReadonlySet<LocalDate>>()
const cachedAtMost = 64

/** Whether a day is a public holiday there (Code du travail L3133-1, L3134-13, L3422-2). */
export function isHoliday(date: LocalDate, territory: Territory): boolean {
  const key = `${territory} ${date.slice(0, 4)}`
  let days = cache.get(key)
  if (days === undefined) {
    days = new Set(holidays(Number(date.slice(0, 4)), territory))
    if (cache.size >= cachedAtMost) cache.clear()
    cache.set(key, days)
  }
  return days.has(date)
}

/** « Jour ouvré »: Monday to Friday, holidays apart. No text defines it for CRPA R112-11-2: to confirm. */
export const isOuvre = (date: LocalDate, territory: Territory): boolean =>
  dayOfWeek(date) <= 5 && !isHoliday(date, territory)

/** « Jour ouvrable »: Monday to Saturday, holidays apart (Code du travail L3133-1 and L3132-3). */
export const isOuvrable = (date: LocalDate, territory: Territory): boolean =>
  dayOfWeek(date) <= 6 && !isHoliday(date, territory)

/**
 * The date itself, or the first that is neither a Saturday, a Sunday nor a holiday: where a delay is « prorogé jusqu’au
 * premier jour ouvrable suivant », texts count Saturday among the days that extend it (CPC 642, décret 2017-278).
 */
export function nextWorkingDay(date: LocalDate, territory: Territory): LocalDate {
  let day = date
  while (!isOuvre(day, territory)) day = addCalendarDays(day, 1)
  return day
}

/** The nth jour ouvré after a date. */
export const joursOuvres = (date: LocalDate, days: number, territory: Territory): LocalDate =>
  counted(date, days, (day) => isOuvre(day, territory))

/** The nth jour ouvrable after a date. */
export const joursOuvrables = (date: LocalDate, days: number, territory: Territory): LocalDate =>
  counted(date, days, (day) => isOuvrable(day, territory))

/** The last day of a delay of whole days: neither its first day nor the day it ends on is counted. */
export const joursFrancs = (date: LocalDate, days: number): LocalDate => addCalendarDays(date, days + 1)

/** The last day of a delay of whole months, counted as jours francs are (CE 29/12/2006 n° 289818). */
export const moisFrancs = (date: LocalDate, months: number): LocalDate =>
  addCalendarDays(addMonths(date, months), 1)

function counted(date: LocalDate, days: number, counts: (day: LocalDate) => boolean): LocalDate {
  let day = date
  for (let left = days; left > 0;) {
    day = addCalendarDays(day, 1)
    if (counts(day)) left -= 1
  }
  return day
}
