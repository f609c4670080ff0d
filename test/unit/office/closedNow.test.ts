import { expect, test } from 'vitest'
import { homeWords } from '../../../shared/messages/office/home.fr.ts'
import { FilesOffice } from '../../fixtures/filesOffice.ts'

// Whoever opens the day is told when the office's own hours have it closed for the rest of the day.

/** The training office on a Tuesday; from Monday to Friday, 8 h 30 to 17 h. */
const closedAt = (hour: string, calendar?: object) => {
  const { pure } = new FilesOffice()
  if (calendar !== undefined)
    expect(
      pure.act(
        'office.setCalendar',
        { calendar: { ...pure.office.settings!.calendar, ...calendar } },
        'admin',
      ),
    ).not.toHaveProperty('refusal')
  pure.clock = Date.parse(hour)
  return pure.view('office.view', 'admin').closed
}

test('the office is told closed after its last hour and on a day without any, until it opens next', () => {
  expect(closedAt('2026-03-03T06:00:00+01:00')).toBeNull()
  expect(closedAt('2026-03-03T12:30:00+01:00')).toBeNull()
  expect(closedAt('2026-03-03T16:59:00+01:00')).toBeNull()
  const wednesday = { reopensAt: Date.parse('2026-03-04T08:30:00+01:00') }
  expect(closedAt('2026-03-03T17:00:00+01:00')).toEqual(wednesday)
  const monday = { reopensAt: Date.parse('2026-03-09T08:30:00+01:00') }
  expect(closedAt('2026-03-08T10:00:00+01:00')).toEqual(monday)
})

test('an office without hours is not told closed: nothing says so', () => {
  expect(closedAt('2026-03-03T23:00:00+01:00', { week: [[], [], [], [], [], [], []] })).toBeNull()
})

test('what is said names the hour when the office opens, and what a day opened now lacks', () => {
  const at = Date.parse('2026-03-04T08:30:00+01:00')
  const said = homeWords.day.over(at, 'Europe/Paris')
  expect(said).toContain('jusqu’au mercredi 4 mars 2026 à 8\u00a0h\u00a030')
  expect(homeWords.day.over(null, 'Europe/Paris')).not.toContain('jusqu’au')
})
