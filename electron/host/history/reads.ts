import type { Reading } from '../reading.ts'
import { daysBetween, localDay } from './days.ts'
import { historyEquality } from './equality.ts'
import { exportedFile } from './exported.ts'
import { monthsFile } from './monthsFile.ts'
import { historyMonths } from './months.ts'
import { historyDay, historyDays } from './readHistory.ts'
import { tellOutside, tellTo } from './untold.ts'

/** Figures by day and service; what is not told of the days that are over is hidden. */
export const getDays: Reading<'history.days'> = async (period, tables) => {
  const { settings } = tables.office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const days = daysBetween(settings.calendar.zone, period)
  return days ? historyDays(await tellTo(tables, days), days) : { refusal: 'badPeriod' }
}

/** One day, by half-hour of arrival, and what became of everyone. */
export const getDay: Reading<'history.day'> = async ({ date }, tables) => {
  const { settings } = tables.office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const day = localDay(settings.calendar.zone, date)
  return historyDay(await tellTo(tables, [day]), day)
}

/** How equally people were treated in a period. */
export const getEquality: Reading<'history.equality'> = async (period, tables) => {
  const { settings } = tables.office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const days = daysBetween(settings.calendar.zone, period)
  return days ? historyEquality(await tellTo(tables, days), days) : { refusal: 'badPeriod' }
}

/** The figures of a period as a file that leaves the office: more is hidden in it than on its own pages. */
export const exportFigures: Reading<'history.export'> = async (asked, tables) => {
  const { settings } = tables.office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const { services, calendar } = settings
  const days = daysBetween(calendar.zone, asked)
  if (!days) return { refusal: 'badPeriod' }
  const telling = await tellOutside(tables, days)
  return exportedFile(asked, await historyDays(telling, days), await historyEquality(telling, days), services)
}

/** The figures of a year, month by month. */
export const getMonths: Reading<'history.months'> = async ({ year }, { journal, office, now }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : historyMonths(journal, { year, zone: office.settings.calendar.zone, now, day: office.day })

/** The figures of a year, month by month, as a file. */
export const exportMonths: Reading<'history.exportMonths'> = async (
  { year, format },
  { journal, office, now },
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { services, calendar } = office.settings
  return monthsFile(
    await historyMonths(journal, { year, zone: calendar.zone, now, day: office.day }),
    services,
    format,
  )
}
