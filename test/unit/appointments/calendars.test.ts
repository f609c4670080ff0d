import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { unfoldedText } from '../../../electron/host/appointments/outside/letters.ts'
import { readCalendar } from '../../../electron/host/appointments/reading/calendars.ts'
import type { Instant } from '../../../shared/contract/ids.ts'

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//essai//FR', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']

/** What a calendar has for a day of an office. */
function dayOf(text: string, date: string, zone = 'Europe/Paris') {
  const from = Temporal.PlainDate.from(date).toZonedDateTime(zone)
  const span = {
    from: from.epochMilliseconds as Instant,
    to: from.add({ days: 1 }).epochMilliseconds as Instant,
  }
  const read = readCalendar(text, zone, span)
  if (typeof read === 'string') return read
  return {
    found: read.found.map(
      ({ uid, startsAt, endsAt, cancelled }) =>
        `${uid} ${new Date(startsAt).toISOString().slice(0, 16)} ${(endsAt - startsAt) / 60_000}${cancelled ? ' cancelled' : ''}`,
    ),
    left: read.left.map(({ code }) => code),
  }
}
const found = (lines: readonly string[], date: string, zone?: string) => {
  const read = dayOf(calendar(...lines), date, zone)
  return typeof read === 'string' ? read : read.found
}

describe('a text that is no whole calendar says nothing of anybody', () => {
  const whole = calendar(...event('UID:1', 'DTSTART:20261201T082000Z'))
  test.each([
    ['a page', '<!doctype html><title>Connexion</title>', 'notCalendar'],
    ['nothing', '', 'notCalendar'],
    ['half a file', whole.slice(0, whole.length / 2), 'cutCalendar'],
    ['a file without its last line', whole.replace('END:VCALENDAR\r\n', ''), 'cutCalendar'],
    ['an event that does not end', calendar('BEGIN:VEVENT', 'UID:1'), 'cutCalendar'],
    ['an end without its beginning', calendar('END:VEVENT'), 'cutCalendar'],
  ])('%s', (_, text, problem) => {
    expect(dayOf(text, '2026-12-01')).toBe(problem)
  })

  test('a calendar without an event is whole, and has nothing', () => {
    expect(dayOf(calendar(), '2026-12-01')).toEqual({ found: [], left: [] })
  })

  test('a line that is none loses no event', () => {
    expect(found(['n’importe quoi', ...event('UID:1', 'DTSTART:20261201T082000Z')], '2026-12-01')).toEqual([
      '1 2026-12-01T08:20 0',
    ])
  })
})

describe('hours', () => {
  test.each([
    ['the office’s when none is named', 'DTSTART:20261201T092000', 'Europe/Paris', '08:20'],
    ['overseas', 'DTSTART:20261201T092000', 'Indian/Reunion', '05:20'],
    ['Windows’ name', 'DTSTART;TZID=Romance Standard Time:20261201T092000', 'Indian/Reunion', '08:20'],
    ['no description', 'DTSTART;TZID=Europe/Paris:20261201T092000', 'Indian/Reunion', '08:20'],
    ['UTC', 'DTSTART:20261201T082000Z', 'Indian/Reunion', '08:20'],
  ])('an hour is read where its zone is %s', (_, start, zone, hour) => {
    expect(found(event('UID:1', start), '2026-12-01', zone)).toEqual([`1 2026-12-01T${hour} 0`])
  })

  const own = [
    'BEGIN:VTIMEZONE',
    'TZID:Mairie',
    'BEGIN:STANDARD',
    'DTSTART:19701025T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:19700329T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ]
  test('a zone that only the calendar describes is counted by its description', () => {
    const lines = [...own, ...event('UID:1', 'DTSTART;TZID=Mairie:20261024T092000', 'RRULE:FREQ=DAILY')]
    expect(found(lines, '2026-10-24')).toEqual(['1 2026-10-24T07:20 0'])
    expect(found(lines, '2026-10-25')).toEqual(['1 2026-10-25T08:20 0'])
  })

  test('a zone that nothing tells is said, and read as none', () => {
    expect(dayOf(calendar(...event('UID:1', 'DTSTART;TZID=Mairie:20261201T092000')), '2026-12-01')).toEqual({
      found: [],
      left: ['unknownZone'],
    })
  })

  test.each(['20261399T105000', '20260229T105000'])('%s is no date, and moves to no other', (written) => {
    expect(dayOf(calendar(...event('UID:1', `DTSTART:${written}`)), '2026-12-01')).toEqual({
      found: [],
      left: ['malformedDate'],
    })
  })
})

describe('repetitions', () => {
  const daily = (...more: string[]) =>
    event('UID:s', 'DTSTART;TZID=Europe/Paris:20260901T092000', 'DURATION:PT20M', 'RRULE:FREQ=DAILY', ...more)

  test.each([
    ['2026-10-24', '07:20'],
    ['2026-10-25', '08:20'],
    ['2027-03-27', '08:20'],
    ['2027-03-28', '07:20'],
  ])('9 h 20 stays 9 h 20 through a change of hour: %s', (date, hour) => {
    expect(found(daily(), date)).toEqual([`s ${date}T${hour} 20`])
  })

  test.each([
    'EXDATE;TZID=Europe/Paris:20261201T092000',
    'EXDATE:20261201T082000Z',
    'EXDATE;VALUE=DATE:20261201',
    'EXDATE;TZID=Romance Standard Time:20261130T092000,20261201T092000',
  ])('what is excluded does not take place: %s', (line) => {
    expect(found(daily(line), '2026-12-01')).toEqual([])
    expect(found(daily(line), '2026-12-02')).toEqual(['s 2026-12-02T08:20 20'])
  })

  test('a moved occurrence takes place where it is moved, and nowhere else', () => {
    const moved = [
      ...event(
        'UID:s',
        'RECURRENCE-ID:20261201T082000Z',
        'DTSTART:20261203T140000Z',
        'DTEND:20261203T143000Z',
      ),
      ...daily(),
    ]
    expect(found(moved, '2026-12-01')).toEqual([])
    expect(found(moved, '2026-12-03')).toEqual(['s 2026-12-03T08:20 20', 's 2026-12-03T14:00 30'])
  })

  test('a cancelled occurrence is said cancelled, and the others take place', () => {
    const cancelled = [
      ...daily(),
      ...event(
        'UID:s',
        'RECURRENCE-ID;TZID=Europe/Paris:20261201T092000',
        'DTSTART;TZID=Europe/Paris:20261201T092000',
        'DURATION:PT20M',
        'STATUS:CANCELLED',
      ),
    ]
    expect(found(cancelled, '2026-12-01')).toEqual(['s 2026-12-01T08:20 20 cancelled'])
    expect(found(cancelled, '2026-12-02')).toEqual(['s 2026-12-02T08:20 20'])
  })

  test('an occurrence changed with all that follow moves them too', () => {
    const lines = [
      ...daily(),
      ...event(
        'UID:s',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261020T092000',
        'DTSTART;TZID=Europe/Paris:20261020T102000',
        'DURATION:PT1H',
      ),
    ]
    expect(found(lines, '2026-10-19')).toEqual(['s 2026-10-19T07:20 20'])
    expect(found(lines, '2026-12-01')).toEqual(['s 2026-12-01T09:20 60'])
  })

  test.each([
    ['RRULE:FREQ=DAILY;UNTIL=20261201T082000Z', true],
    ['RRULE:FREQ=DAILY;UNTIL=20261201T081959Z', false],
    ['RRULE:FREQ=DAILY;UNTIL=20261201', true],
    ['RRULE:FREQ=DAILY;COUNT=92', true],
    ['RRULE:FREQ=DAILY;COUNT=91', false],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU', true],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO', false],
    ['RDATE;TZID=Europe/Paris:20261201T092000', true],
  ])('%s: 1 December %s', (rule, takesPlace) => {
    const lines = event('UID:s', 'DTSTART;TZID=Europe/Paris:20260901T092000', rule)
    expect(found(lines, '2026-12-01')).toEqual(takesPlace ? ['s 2026-12-01T08:20 0'] : [])
  })
})

test.each([
  ['DTSTART;VALUE=DATE:20261201', 'allDay'],
  ['STATUS:TENTATIVE\r\nDTSTART:20261201T082000Z', 'tentative'],
  ['TRANSP:TRANSPARENT\r\nDTSTART:20261201T082000Z', 'transparent'],
  ['CLASS:PRIVATE\r\nDTSTART:20261201T082000Z', 'private'],
])('%s is no appointment to call, and is said', (lines, code) => {
  expect(dayOf(calendar(...event('UID:1', lines)), '2026-12-01')).toEqual({ found: [], left: [code] })
})

test('of two entries of one UID the newer counts, and the other is said', () => {
  const lines = [
    ...event('UID:1', 'SEQUENCE:2', 'DTSTART:20261201T100000Z'),
    ...event('UID:1', 'SEQUENCE:1', 'DTSTART:20261201T082000Z'),
  ]
  expect(dayOf(calendar(...lines), '2026-12-01')).toEqual({
    found: ['1 2026-12-01T10:00 0'],
    left: ['duplicate'],
  })
})

test('METHOD:CANCEL cancels what the calendar has', () => {
  expect(found(['METHOD:CANCEL', ...event('UID:1', 'DTSTART:20261201T082000Z')], '2026-12-01')).toEqual([
    '1 2026-12-01T08:20 0 cancelled',
  ])
})

describe('letters', () => {
  test('a fold inside a letter cuts none', () => {
    const bytes = Buffer.from('SUMMARY:Léa', 'utf8')
    const at = bytes.indexOf(0xc3) + 1
    const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)])
    expect(unfoldedText(folded)).toBe('SUMMARY:Léa')
  })

  test('bytes that are no UTF-8 are read as Windows wrote them', () => {
    expect(unfoldedText(Buffer.from('SUMMARY:L\xe9a \x92', 'latin1'))).toBe('SUMMARY:Léa ’')
  })
})
