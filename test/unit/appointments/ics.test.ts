import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { AppointmentOptions } from '../../../electron/host/appointments/reading/entry.ts'
import { readAppointments } from '../../../electron/host/appointments/reading/read.ts'
import { usualServices } from '../../../shared/domain/office/defaults.ts'

const options: AppointmentOptions = { zone: 'Europe/Paris', services: usualServices }
const read = (text: string) => readAppointments(text, options)
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//essai//FR', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const codes = (...lines: string[]) => read(calendar(...lines)).report.map(({ line, code }) => [line, code])
/** The only event of a calendar, and its line in the report. */
const one = (...lines: string[]) => {
  const { appointments, report } = read(calendar(...event(...lines)))
  return { appointment: appointments[0], line: report[0] }
}
const at = (iso: string) => Date.parse(iso) as Instant
const start = 'DTSTART;TZID=Europe/Paris:20260303T105000'

test('an event is read whole: folded and escaped lines, labelled lines of its description', () => {
  const { appointments, report } = read(
    calendar(
      ...event(
        'UID:rdv-1@mairie.example',
        start,
        'DTEND;TZID=Europe/Paris:20260303T113000',
        'SUMMARY:Titres d’identité – FERRAND\\, L',
        ' éa',
        'DESCRIPTION:Démarche : cni\\nCode : R12\\nDossiers : 3\\nPré-demandes : ABCDE',
        '\tFGH12\\, zyxwvuts98',
        'BEGIN:VALARM',
        'TRIGGER:-PT15M',
        'DURATION:PT5M',
        'DESCRIPTION:Nom : rappel',
        'END:VALARM',
      ),
      ...event('UID:2', 'DTSTART:20260303T095000Z', 'DURATION:PT30M', 'CATEGORIES:Mairie,B', 'SUMMARY:Diop'),
    ),
  )
  expect(appointments).toEqual([
    {
      line: 4,
      uid: 'rdv-1@mairie.example',
      startsAt: at('2026-03-03T09:50:00Z'),
      minutes: 40,
      service: 'titres',
      procedure: 'cni',
      name: 'FERRAND, Léa',
      code: 'R12',
      files: 3,
      preApplications: ['ABCDEFGH12', 'ZYXWVUTS98'],
    },
    {
      line: 18,
      uid: '2',
      startsAt: at('2026-03-03T09:50:00Z'),
      minutes: 30,
      service: 'etat-civil',
      procedure: null,
      name: 'Diop',
      code: null,
      files: 1,
      preApplications: [],
    },
  ])
  expect(report.map(({ code }) => code)).toEqual(['taken', 'taken'])
})

describe('when', () => {
  test.each([
    ['DTSTART;TZID=Europe/Paris:20260303T105000', '2026-03-03T09:50:00Z'],
    ['DTSTART:20260303T095000Z', '2026-03-03T09:50:00Z'],
    ['DTSTART;TZID=Europe/Paris:20260303T095000Z', '2026-03-03T09:50:00Z'],
    ['DTSTART:20260303T105000', '2026-03-03T09:50:00Z'],
    ['dtstart;value=date-time;tzid="Europe/Paris":20260703T105000', '2026-07-03T08:50:00Z'],
    ['DTSTART;TZID="Romance Standard Time":20260703T105000', '2026-07-03T08:50:00Z'],
    ['DTSTART;TZID=/mozilla.org/20250126_1/Europe/Paris:20260303T105000', '2026-03-03T09:50:00Z'],
    ['DTSTART;TZID=/Indian/Reunion:20260303T105000', '2026-03-03T06:50:00Z'],
    ['DTSTART;TZID=America/Argentina/Buenos_Aires:20260303T105000', '2026-03-03T13:50:00Z'],
    // RFC 5545 3.3.5: an hour leapt over counts with the offset before; one shown twice is the first.
    ['DTSTART;TZID=Europe/Paris:20260329T023000', '2026-03-29T01:30:00Z'],
    ['DTSTART;TZID=Europe/Paris:20261025T023000', '2026-10-25T00:30:00Z'],
  ])('%s is read at its own instant', (line, iso) => {
    expect(one(line, 'SUMMARY:A').appointment?.startsAt).toBe(at(iso))
  })

  test.each([
    ['DTSTART;VALUE=DATE:20260303', 'missingHour', '20260303'],
    ['DTSTART:20261399T105000', 'malformedDate', '20261399T105000'],
    ['DTSTART:20260229T105000', 'malformedDate', '20260229T105000'],
    ['DTSTART:demain', 'malformedDate', 'demain'],
    ['DTSTART:20260303T255000', 'malformedHour', '20260303T255000'],
    ['DTSTART;TZID=Heure de Paris:20260303T105000', 'unknownZone', 'Heure de Paris'],
    ['X-NOTHING:1', 'missingDate', ''],
  ])('%s is reported: %s', (line, code, text) => {
    expect(one(line, 'SUMMARY:A')).toEqual({
      appointment: undefined,
      line: { line: 4, state: 'skipped', code, text },
    })
  })

  test('a zone of the file’s own is where its VTIMEZONE says that it lies', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Heure de Paris',
      'X-LIC-LOCATION:Europe/Paris',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const own = event('DTSTART;TZID=Heure de Paris:20260303T105000', 'SUMMARY:A')
    for (const text of [calendar(...zone, ...own), calendar(...own, ...zone)])
      expect(read(text).appointments).toMatchObject([{ startsAt: at('2026-03-03T09:50:00Z') }])
  })

  test.each([
    ['DURATION:PT20M', 20, 'taken'],
    ['DURATION:PT1H5M', 65, 'taken'],
    ['DTEND:20260303T101000Z', 20, 'taken'],
    ['DTEND;VALUE=DATE:20260304', 15, 'minutesUnread'],
    ['DTEND:20260303T094000Z', 15, 'minutesUnread'],
    ['DURATION:-PT20M', 15, 'minutesUnread'],
    ['DURATION:P2D', 15, 'minutesUnread'],
    ['LOCATION:ici', 15, 'taken'],
  ])('%s lasts %i minutes', (line, minutes, code) => {
    const { appointment, line: said } = one(start, line, 'SUMMARY:A')
    expect(appointment?.minutes).toBe(minutes)
    expect(said).toMatchObject({ state: 'taken', code })
  })
})

describe('for what, and for whom', () => {
  test.each([
    [['CATEGORIES:Titres d’identité,x', 'SUMMARY:Diop'], { service: 'titres', name: 'Diop' }],
    // A comma that is escaped divides nothing.
    [['CATEGORIES:Accueil\\, B,C', 'SUMMARY:Diop'], { service: 'elections', name: 'Diop' }],
    [['CATEGORIES:x,État civil', 'SUMMARY:DIOP Awa'], { service: 'etat-civil', name: 'DIOP Awa' }],
    [['SUMMARY:État civil'], { service: 'etat-civil', name: null }],
    [['SUMMARY:Etat-civil : DIOP Jean-Marc'], { service: 'etat-civil', name: 'DIOP Jean-Marc' }],
    [['SUMMARY:Titres d’identité (cni)'], { service: 'titres', procedure: 'cni', name: null }],
    [['SUMMARY:RDV Titres d’identité'], { service: 'titres', name: null }],
    [['CATEGORIES:B', 'SUMMARY:Rendez-vous avec DIOP Awa'], { service: 'etat-civil', name: 'DIOP Awa' }],
    [['SUMMARY:CNI'], { service: 'titres', procedure: 'cni', name: null }],
    [['CATEGORIES:B', 'SUMMARY:État civil - Diop'], { service: 'etat-civil', name: 'Diop' }],
    [['X-GUICHET-SERVICE:C', 'X-NOM:Diop', 'SUMMARY:Rendez-vous'], { service: 'elections', name: 'Diop' }],
    [
      ['DESCRIPTION:<b>Service</b> : C<br>Nom : Diop<br/>Prénom : Awa', 'SUMMARY:x'],
      { service: 'elections', name: 'Awa Diop' },
    ],
    [['SUMMARY:Réunion d’équipe'], undefined],
  ])('an entry of %j names its service and its person', (lines, expected) => {
    const { appointment, line } = one(start, ...lines)
    if (expected) expect(appointment).toMatchObject(expected)
    else expect(line?.code).toBe('unknownService')
  })

  test('a service that is not known is shown by what the event is called', () => {
    expect(one(start, 'CATEGORIES:RDV Service Public', 'SUMMARY:Réunion d’équipe').line?.text).toBe(
      'Réunion d’équipe',
    )
  })

  test('an event that says nothing of a service says so', () => {
    expect(one(start).line).toMatchObject({ code: 'missingService', text: '' })
  })
})

describe('which', () => {
  test('cancelled, recurring and repeated events are not taken, and say why', () => {
    expect(
      codes(
        ...event('UID:1', start, 'SUMMARY:A', 'STATUS:CANCELLED'),
        ...event('UID:2', start, 'SUMMARY:A', 'RRULE:FREQ=WEEKLY;COUNT=4'),
        ...event('UID:3', start, 'SUMMARY:A'),
        ...event('UID:3', start, 'SUMMARY:A'),
        ...event('UID:2', 'RECURRENCE-ID;TZID=Europe/Paris:20260310T105000', start, 'SUMMARY:A'),
      ),
    ).toEqual([
      [4, 'cancelled'],
      [10, 'recurring'],
      [16, 'taken'],
      [21, 'duplicate'],
      [26, 'taken'],
    ])
  })

  test('of several versions the highest sequence counts, were it a cancellation', () => {
    const moved = read(
      calendar(
        ...event('UID:1', start, 'SUMMARY:A', 'SEQUENCE:1'),
        ...event('UID:1', 'DTSTART:20260304T095000Z', 'SUMMARY:A', 'SEQUENCE:2'),
        ...event('UID:2', start, 'SUMMARY:A'),
        ...event('UID:2', start, 'SUMMARY:A', 'STATUS:CANCELLED', 'SEQUENCE:1'),
      ),
    )
    expect(moved.appointments).toMatchObject([{ uid: '1', startsAt: at('2026-03-04T09:50:00Z') }])
    expect(moved.cancelled).toEqual([{ line: 21, uid: '2', code: null, said: null }])
    expect(moved.report).toMatchObject([
      { line: 4, code: 'duplicate', text: '10' },
      { line: 10, code: 'taken' },
      { line: 16, code: 'duplicate', text: '21' },
      { line: 21, code: 'cancelled' },
    ])
  })

  test('a calendar sent to cancel cancels all', () => {
    expect(codes('METHOD:CANCEL', ...event('UID:1', start, 'SUMMARY:A'))).toEqual([[5, 'cancelled']])
  })
})

describe('a file that does not hold', () => {
  test('a line that is none is named where it is, and loses nothing', () => {
    expect(
      codes(
        'n’importe quoi',
        ...event('UID:1', start, 'SUMMARY:A', 'une ligne sans rien'),
        ...event('UID:2', start, 'SUMMARY:A'),
      ),
    ).toEqual([
      [4, 'malformedLine'],
      [5, 'lineUnread'],
      [11, 'taken'],
    ])
  })

  test('an event that was cut is not taken, what follows is', () => {
    expect(codes('BEGIN:VEVENT', start, 'SUMMARY:A', ...event(start, 'SUMMARY:A'))).toEqual([
      [4, 'unfinished'],
      [7, 'taken'],
    ])
    const cut = calendar(...event(start, 'SUMMARY:A')).slice(0, -'END:VEVENT\r\nEND:VCALENDAR\r\n'.length)
    expect(read(cut).report).toMatchObject([{ line: 4, code: 'unfinished' }])
  })

  test('events alone are read, with lone line feeds, a mark before and no calendar about', () => {
    const text = `\uFEFF${event(start, 'SUMMARY:A').join('\n')}`
    expect(read(text).appointments).toMatchObject([{ line: 1, startsAt: at('2026-03-03T09:50:00Z') }])
    expect(read(calendar()).report).toEqual([{ line: 1, state: 'skipped', code: 'nothingFound', text: '' }])
  })

  test('past 5,000 events the rest is counted', () => {
    const { appointments, report } = read(
      calendar(...Array.from({ length: 5002 }, () => event(start, 'SUMMARY:A')).flat()),
    )
    expect(appointments).toHaveLength(5000)
    expect(report.at(-1)).toEqual({ line: 4 + 5000 * 4, state: 'skipped', code: 'tooMany', text: '2' })
  })
})
