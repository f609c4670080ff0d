import type { Reading } from '../core/reading.ts'
import { daysBetween, localDay } from './days.ts'
import { exportedFile } from './exported.ts'
import { monthsFile } from './monthsFile.ts'
import { historyMonths } from './months.ts'
import { historyDay, historyDays, historyEquality } from './readHistory.ts'

export const getDays: Reading<'history.days'> = async (period, { journal, office, now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const days = daysBetween(office.settings.calendar.zone, period)
  return days ? { days: [...(await historyDays(journal, days, now))] } : { refusal: 'badPeriod' }
}

export const getDay: Reading<'history.day'> = async ({ date }, { journal, office, now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  return historyDay(journal, localDay(office.settings.calendar.zone, date), now)
}

export const getEquality: Reading<'history.equality'> = async (period, { journal, office, now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const days = daysBetween(office.settings.calendar.zone, period)
  return days ? historyEquality(journal, days, now) : { refusal: 'badPeriod' }
}

export const exportFigures: Reading<'history.export'> = async (asked, { journal, office, now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { services, calendar } = office.settings
  const days = daysBetween(calendar.zone, asked)
  if (!days) return { refusal: 'badPeriod' }
  return exportedFile(
    asked,
    await historyDays(journal, days, now),
    await historyEquality(journal, days, now),
    services,
  )
}

export const getMonths: Reading<'history.months'> = async ({ year }, { journal, office, now }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : historyMonths(journal, { year, zone: office.settings.calendar.zone, now })

export const exportMonths: Reading<'history.exportMonths'> = async (
  { year, format },
  { journal, office, now },
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { services, calendar } = office.settings
  return monthsFile(await historyMonths(journal, { year, zone: calendar.zone, now }), services, format)
}
