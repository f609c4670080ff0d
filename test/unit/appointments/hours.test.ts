import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { AppointmentOptions } from '../../../electron/host/appointments/reading/entry.ts'
import { readAppointments } from '../../../electron/host/appointments/reading/read.ts'
import { usualServices } from '../../../shared/domain/office/defaults.ts'

/** The only appointment of a one-line CSV file whose columns are given, and its line in the report. */
const one = (columns: string, cells: string, more: Partial<AppointmentOptions> = {}) => {
  const { appointments, report } = readAppointments(`${columns}\n${cells}`, {
    zone: 'Europe/Paris',
    services: usualServices,
    ...more,
  })
  return { appointment: appointments[0], line: report[0] }
}
const at = (iso: string) => Date.parse(iso) as Instant
/** 3 March 2026, 10 h 50 in Paris. */
const expected = at('2026-03-03T09:50:00Z')

describe('dates and hours', () => {
  test.each([
    ['2026-03-03', '10:50'],
    ['03/03/2026', '10h50'],
    ['3/3/26', '10 h 50'],
    ['03.03.2026', '10:50:00'],
    ['03-03-2026', '10H50'],
    ['mardi 3 mars 2026', '10h50'],
    ['3 Mars 2026', '10:50 - 11:10'],
    ['2026-03-03 10:50', ''],
    ['2026-03-03T10:50:00', ''],
    ['03/03/2026 à 10h50', ''],
    ['2026-03-03T09:50:00Z', ''],
    ['2026-03-03T10:50+01:00', ''],
    ['', '03/03/2026 10:50'],
    ['03/03/2026', '10 h 50'],
  ])('« %s » « %s » is 3 March 2026 at 10 h 50', (date, hour) => {
    expect(one('date;heure;service', `${date};${hour};A`).appointment?.startsAt).toBe(expected)
  })

  test.each([
    ['32/03/2026', '10:50', 'malformedDate'],
    // Day first, always: no month has the number 13.
    ['03/13/2026', '10:50', 'malformedDate'],
    ['29/02/2026', '10:50', 'malformedDate'],
    ['3 brumaire 2026', '10:50', 'malformedDate'],
    ['demain', '10:50', 'malformedDate'],
    ['2026-03-03T25:00Z', '', 'malformedDate'],
    ['1950-03-03', '10:50', 'malformedDate'],
    ['03/03/2026', '24:00', 'malformedHour'],
    ['03/03/2026', '10h75', 'malformedHour'],
    ['03/03/2026', 'matin', 'malformedHour'],
    ['03/03/2026', '', 'missingHour'],
    ['', '10:50', 'missingDate'],
    ['', '', 'missingDate'],
  ])('« %s » « %s » is reported: %s', (date, hour, code) => {
    const { appointment, line } = one('date;heure;service', `${date};${hour};A`)
    expect(appointment).toBeUndefined()
    expect(line).toMatchObject({ line: 2, state: 'skipped', code })
    if (code.startsWith('malformed')) expect(line?.text).toBe(code === 'malformedHour' ? hour : date)
  })

  test('an hour is that of the office’s wall, summer and winter and where the clock leaps', () => {
    const start = (date: string, hour: string, zone = 'Europe/Paris') =>
      one('date;heure;service', `${date};${hour};A`, { zone }).appointment?.startsAt
    expect(start('28/03/2026', '9h')).toBe(at('2026-03-28T08:00:00Z'))
    expect(start('30/03/2026', '9h')).toBe(at('2026-03-30T07:00:00Z'))
    expect(start('29/03/2026', '2h30')).toBe(at('2026-03-29T01:30:00Z'))
    expect(start('25/10/2026', '2h30')).toBe(at('2026-10-25T00:30:00Z'))
    expect(start('03/03/2026', '9h', 'Indian/Reunion')).toBe(at('2026-03-03T05:00:00Z'))
  })

  test.each([
    ['durée', '20', 20, 'taken'],
    ['duree (min)', '20 min', 20, 'taken'],
    ['durée', '1h30', 90, 'taken'],
    ['durée', '0:20', 20, 'taken'],
    ['durée', '00:20:00', 20, 'taken'],
    ['durée', 'PT45M', 45, 'taken'],
    ['fin', '11h20', 30, 'taken'],
    ['fin', '03/03/2026 11:20', 30, 'taken'],
    ['fin', '2026-03-03T10:20:00Z', 30, 'taken'],
    ['durée', '', 15, 'taken'],
    ['durée', 'longtemps', 15, 'minutesUnread'],
    ['durée', '0', 15, 'minutesUnread'],
    ['durée', '9 h', 15, 'minutesUnread'],
    ['fin', '10h40', 15, 'minutesUnread'],
  ])('%s « %s » lasts %i minutes', (column, text, minutes, code) => {
    const { appointment, line } = one(`date;heure;service;${column}`, `03/03/2026;10h50;A;${text}`)
    expect(appointment?.minutes).toBe(minutes)
    expect(line).toMatchObject({ state: 'taken', code })
  })

  test('what has no end lasts what the office says, and a slot’s own end counts', () => {
    expect(one('date;heure;service', '03/03/2026;10h50;A', { usualMinutes: 25 }).appointment?.minutes).toBe(
      25,
    )
    expect(one('date;créneau;service', '03/03/2026;10h50 à 11h15;A').appointment?.minutes).toBe(25)
  })

  test('what had ended is not taken when the hour is given; what goes on is', () => {
    const past = (now: string) => one('date;heure;service', '03/03/2026;10h50;A', { now: at(now) }).line?.code
    expect(past('2026-03-03T10:04:00Z')).toBe('taken')
    expect(past('2026-03-03T10:05:00Z')).toBe('inThePast')
  })
})
