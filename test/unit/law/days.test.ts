import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { holidays } from '../../../shared/domain/core/calendar/index.ts'
import { territories, type Territory } from '../../../shared/contract/office/calendar.ts'
import {
  addCalendarDays,
  addDelay,
  addMonths,
  birthday,
  daysBetween,
  lastOfMonth,
  weekdayBefore,
} from '../../../shared/domain/law/time/days.ts'
import { effectiveDate } from '../../../shared/domain/law/time/effectiveDate.ts'
import {
  isHoliday,
  joursFrancs,
  joursOuvrables,
  joursOuvres,
  moisFrancs,
  nextWorkingDay,
  territoryOf,
} from '../../../shared/domain/law/time/workingDays.ts'

const day = (text: string) => text as LocalDate

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-02-28', 2, '2026-04-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-09-30', -2, '2026-07-30'],
    ['2026-04-30', -2, '2026-02-28'],
  ])('from %s, %i months end on %s', (from, months, end) => {
    expect(addMonths(day(from), months)).toBe(end)
    expect(addDelay(day(from), { count: months, unit: 'months' })).toBe(end)
  })

  test('who was born on 29 February has a birthday on the 28th in common years', () => {
    expect(birthday(day('2008-02-29'), 16)).toBe('2024-02-29')
    expect(birthday(day('2008-02-29'), 18)).toBe('2026-02-28')
  })

  test('a month ends on its own last day', () => {
    expect(lastOfMonth(day('2024-02-01'))).toBe('2024-02-29')
    expect(lastOfMonth(day('2026-12-31'))).toBe('2026-12-31')
  })
})

describe('days', () => {
  test('calendar days cross changes of hour, leap days and the year’s end', () => {
    expect(addCalendarDays(day('2026-03-28'), 2)).toBe('2026-03-30')
    expect(addCalendarDays(day('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addCalendarDays(day('2026-12-24'), 8)).toBe('2027-01-01')
    expect(addDelay(day('2026-01-01'), { count: 90, unit: 'days' })).toBe('2026-04-01')
    expect(daysBetween(day('2026-03-01'), day('2026-02-01'))).toBe(-28)
  })

  test('jours francs count neither their first nor their last day', () => {
    expect(joursFrancs(day('2026-03-10'), 5)).toBe('2026-03-16')
    expect(moisFrancs(day('2026-03-10'), 2)).toBe('2026-05-11')
    expect(moisFrancs(day('2025-12-31'), 2)).toBe('2026-03-01')
  })

  test('jours ouvrés leave out Saturdays, jours ouvrables do not; neither counts Sundays and holidays', () => {
    // Wednesday 6 May 2026: 7 is a Thursday, 8 a holiday, 9 and 10 the week’s end.
    expect(joursOuvres(day('2026-05-06'), 2, 'metropole')).toBe('2026-05-11')
    expect(joursOuvrables(day('2026-05-06'), 2, 'metropole')).toBe('2026-05-09')
    expect(joursOuvrables(day('2026-05-09'), 1, 'metropole')).toBe('2026-05-11')
  })

  test('what is extended goes to the next day that is neither Saturday, Sunday nor holiday', () => {
    expect(nextWorkingDay(day('2026-05-07'), 'metropole')).toBe('2026-05-07')
    expect(nextWorkingDay(day('2026-05-08'), 'metropole')).toBe('2026-05-11')
    expect(nextWorkingDay(day('2026-12-26'), 'metropole')).toBe('2026-12-28')
    expect(nextWorkingDay(day('2025-12-25'), 'metropole')).toBe('2025-12-26')
    expect(nextWorkingDay(day('2025-12-25'), 'alsaceMoselle')).toBe('2025-12-29')
  })

  test('a weekday before a ballot is never the ballot’s own day', () => {
    expect(weekdayBefore(day('2026-03-15'), 7, 1)).toBe('2026-03-08')
    expect(weekdayBefore(day('2026-03-14'), 5, 1)).toBe('2026-03-13')
    expect(weekdayBefore(day('2026-03-13'), 5, 1)).toBe('2026-03-06')
  })
})

describe('holidays by territory', () => {
  test.each<readonly [Territory, string]>([
    ['mayotte', '04-27'],
    ['martinique', '05-22'],
    ['guadeloupe', '05-27'],
    ['saintMartin', '05-27'],
    ['guyane', '06-10'],
    ['saintBarthelemy', '10-09'],
    ['reunion', '12-20'],
  ])(
    '%s also commemorates the abolition of slavery, on %s (Code du travail, art. L3422-2)',
    (territory, date) => {
      const more = holidays(2026, territory).filter((one) => !holidays(2026, 'metropole').includes(one))
      expect(more).toEqual([`2026-${date}`])
      expect(holidays(2026, territory)).toEqual(holidays(2026, territory).toSorted())
      for (const other of territories)
        if (!holidays(2026, other).includes(day(`2026-${date}`)))
          expect(isHoliday(day(`2026-${date}`), other)).toBe(false)
      expect(isHoliday(day(`2026-${date}`), territory)).toBe(true)
    },
  )

  test('an office whose calendar keeps no holiday still counts the law’s', () => {
    expect(territoryOf({ holidays: 'none' })).toBe('metropole')
    expect(territoryOf({ holidays: 'alsaceMoselle' })).toBe('alsaceMoselle')
  })
})

describe('the day that counts for the person', () => {
  const [sent, received] = [day('2026-03-02'), day('2026-03-05')]
  const freely = { inPerson: false }

  test('is the postmark’s by post (CRPA L112-1), whatever the day it came', () => {
    expect(effectiveDate({ channel: 'post', sent, received }, freely)).toMatchObject({
      date: sent,
      by: 'postmark',
      source: 'CRPA L112-1',
    })
  })

  test('is the receipt’s where the person must come, and where no postmark can be read', () => {
    expect(effectiveDate({ channel: 'post', sent, received }, { inPerson: true })).toMatchObject({
      date: received,
      by: 'receipt',
    })
    expect(effectiveDate({ channel: 'post', sent: null, received }, freely).date).toBe(received)
    expect(effectiveDate({ channel: 'post', sent: day('2026-03-06'), received }, freely).date).toBe(received)
  })

  test('is the acknowledgement’s by e-mail (L112-13); at the counter and in the box, the receipt’s', () => {
    expect(effectiveDate({ channel: 'email', sent, received }, freely)).toMatchObject({
      date: received,
      by: 'electronicAcknowledgement',
    })
    for (const channel of ['counter', 'depositBox'] as const)
      expect(effectiveDate({ channel, sent, received }, freely)).toMatchObject({
        date: received,
        by: 'receipt',
      })
  })
})
