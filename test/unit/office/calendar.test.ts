import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import {
  closingAt,
  dateIn,
  easter,
  holidays,
  hoursOn,
  instantOf,
  yearIn,
} from '../../../shared/domain/core/calendar/index.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'

const paris = 'Europe/Paris'
/** Monday to Friday, 8 h 30 to 17 h 00. */
const usualCalendar = schoolOffice.settings.calendar
const at = (iso: string) => Date.parse(iso) as Instant
const day = (text: string) => text as LocalDate
/** All public holidays of 2024 to 2034, beside the checkout where it is there. */
const reference = new URL('../../../../shared/data/jours-feries/2024-2034.json', import.meta.url)

describe('public holidays', () => {
  test('are those of 2026, in order (Code du travail, art. L3133-1)', () => {
    expect(holidays(2026, 'metropole')).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ])
  })

  test('have Good Friday and 26 December more in Alsace-Moselle (art. L3134-13), and none where an office has none', () => {
    const more = holidays(2026, 'alsaceMoselle').filter((date) => !holidays(2026, 'metropole').includes(date))
    expect(more).toEqual(['2026-04-03', '2026-12-26'])
    expect(holidays(2026, 'none')).toEqual([])
  })

  test('follow Easter at its earliest and latest, and in years that formulas get wrong', () => {
    const sundays = {
      1818: '03-22',
      1943: '04-25',
      1954: '04-18',
      1981: '04-19',
      2024: '03-31',
      2026: '04-05',
      2038: '04-25',
      2049: '04-18',
      2076: '04-19',
      2285: '03-22',
    }
    for (const [year, sunday] of Object.entries(sundays))
      expect(easter(Number(year))).toBe(`${year}-${sunday}`)
  })

  test('are those of the reference, eleven years long', (context) => {
    if (!existsSync(reference)) return context.skip('the reference data are not beside this checkout')
    const { annees } = JSON.parse(readFileSync(reference, 'utf8')) as {
      annees: Record<string, Record<string, string>>
    }
    for (const [year, named] of Object.entries(annees)) {
      const all = Object.values(named).toSorted()
      expect(holidays(Number(year), 'alsaceMoselle')).toEqual(all)
      const { 'Vendredi Saint': _, 'Saint Étienne': __, ...rest } = named
      expect(holidays(Number(year), 'metropole')).toEqual(Object.values(rest).toSorted())
    }
    return undefined
  })
})

describe('days and hours where the office is', () => {
  test('the day changes at midnight there, not in UTC', () => {
    expect(dateIn(paris, at('2026-03-03T22:59:59Z'))).toBe('2026-03-03')
    expect(dateIn(paris, at('2026-03-03T23:00:00Z'))).toBe('2026-03-04')
    expect(dateIn('Indian/Reunion', at('2026-03-03T20:30:00Z'))).toBe('2026-03-04')
    expect(dateIn('America/Cayenne', at('2026-03-04T01:00:00Z'))).toBe('2026-03-03')
    expect(yearIn(paris, at('2026-12-31T23:30:00Z'))).toBe(2027)
  })

  test('through a change of hour, the wall clock counts', () => {
    // 29 March and 25 October 2026: the clock goes from 2 h to 3 h, and from 3 h to 2 h.
    expect(instantOf(paris, day('2026-03-28'), 510)).toBe(at('2026-03-28T07:30:00Z'))
    expect(instantOf(paris, day('2026-03-29'), 510)).toBe(at('2026-03-29T06:30:00Z'))
    expect(instantOf(paris, day('2026-10-25'), 510)).toBe(at('2026-10-25T07:30:00Z'))
    expect(instantOf(paris, day('2026-03-29'), 0)).toBe(at('2026-03-28T23:00:00Z'))
    // Half past two doesn't exist that night: one hour later is the same moment.
    expect(instantOf(paris, day('2026-03-29'), 150)).toBe(at('2026-03-29T01:30:00Z'))
    // The day of 23 hours ends when the next begins.
    expect(instantOf(paris, day('2026-03-29'), 1440)).toBe(at('2026-03-29T21:59:59.999Z'))
  })

  test('an office is open on its weekdays, closed on holidays and on the days that it says', () => {
    expect(hoursOn(usualCalendar, day('2026-03-03'))).toEqual([[510, 1020]])
    expect(hoursOn(usualCalendar, day('2026-03-07'))).toEqual([])
    expect(hoursOn(usualCalendar, day('2026-05-14'))).toEqual([])
    expect(hoursOn({ ...usualCalendar, holidays: 'none' }, day('2026-05-14'))).toEqual([[510, 1020]])
    expect(hoursOn({ ...usualCalendar, closed: [day('2026-03-03')] }, day('2026-03-03'))).toEqual([])
    const onlySunday = { ...usualCalendar, week: [[], [], [], [], [], [], [[600, 720] as [number, number]]] }
    expect(hoursOn(onlySunday, day('2026-03-08'))).toEqual([[600, 720]])
  })

  test('it closes at the end of its last span; past that hour or on a closed day nobody knows when', () => {
    const two = {
      ...usualCalendar,
      week: usualCalendar.week.map(
        () =>
          [
            [510, 720],
            [810, 1020],
          ] as [number, number][],
      ),
    }
    const noon = at('2026-03-03T11:30:00Z')
    expect(closingAt(two, day('2026-03-03'), noon)).toBe(at('2026-03-03T16:00:00Z'))
    expect(closingAt(two, day('2026-03-03'), at('2026-03-03T16:00:00Z'))).toBeNull()
    expect(closingAt(usualCalendar, day('2026-03-07'), noon)).toBeNull()
  })
})
