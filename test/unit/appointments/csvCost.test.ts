import Papa from 'papaparse'
import { afterEach, expect, test, vi } from 'vitest'
import { appointmentBounds, readAppointments } from '../../../electron/host/appointments/reading/read.ts'
import { usualServices } from '../../../shared/domain/office/defaults.ts'
import { badCalendars, calendarLength } from '../../fixtures/badCalendars.ts'

// What the worst files cost while others take numbers: counted, since a clock says what else the machine does.

afterEach(() => vi.restoreAllMocks())

/** How many rows Papa Parse is given of a file, and how many characters. */
function given(text: string): { readonly rows: number; readonly report: number } {
  let rows = 0
  const { Parser } = Papa
  vi.spyOn(Papa, 'Parser').mockImplementation(function (config) {
    const parser = new Parser(config)
    const parse = parser.parse.bind(parser)
    parser.parse = (...row) => {
      rows++
      return parse(...row)
    }
    return parser
  })
  const { report } = readAppointments(text, { zone: 'Europe/Paris', services: usualServices })
  return { rows, report: report.length }
}

test('past the entries that are read, no row of a file is looked into', () => {
  const { rows, report } = given(badCalendars['a quote left open on each line'](calendarLength))
  expect(report).toBe(appointmentBounds.entries + 1)
  // Each line once, and once more for the line that its open quote may go on to, within what that may cost.
  expect(rows).toBeLessThan(3 * appointmentBounds.entries)
})

test('a row that Papa Parse would look at a thousand times over is lost unread, and the next is read', () => {
  const bad = `"${'x"'.repeat(1990)}${' '.repeat(4000)};\n`
  const { rows, report } = given(`date;heure;service;nom\n${bad.repeat(200)}`)
  expect(report).toBe(200)
  expect(rows).toBeLessThan(10)
  const { report: after } = readAppointments(
    `date;heure;service;nom\n${bad}03/03/2026;10h50;A;"Léa ""B"""\n`,
    {
      zone: 'Europe/Paris',
      services: usualServices,
    },
  )
  expect(after.map(({ code }) => code)).toEqual(['malformedLine', 'taken'])
})
