import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../../contract/ids.ts'
import type { Calendar, Territory } from '../../../contract/office/calendar.ts'

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

/**
 * The day of each year that commemorates the abolition of slavery (Code du travail L3422-2, as in force since
 * 1 January 2018, read in the LEGI base). For Saint-Martin décret 83-1003 is said to give 28 May since 2012: to confirm.
 */
const abolition: Readonly<Partial<Record<Territory | 'none', string>>> = {
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  saintMartin: '05-27',
  guyane: '06-10',
  saintBarthelemy: '10-09',
  reunion: '12-20',
}

/**
 * Public holidays of a year, in order (Code du travail L3133-1; L3134-13 for Alsace-Moselle, where Good Friday is one
 * in communes that have a Protestant or a mixed church; L3422-2 overseas).
 */
export function holidays(year: number, territory: Calendar['holidays'] | Territory): readonly LocalDate[] {
  if (territory === 'none') return []
  const sunday = Temporal.PlainDate.from(easter(year))
  const after = (days: number) => sunday.add({ days }).toString()
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map(
    (d) => `${year}-${d}`,
  )
  const local = territory === 'alsaceMoselle' ? [after(-2), `${year}-12-26`] : []
  const overseas = abolition[territory]
  if (overseas !== undefined) local.push(`${year}-${overseas}`)
  return [...fixed, after(1), after(39), after(50), ...local].toSorted() as LocalDate[]
}
