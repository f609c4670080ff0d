import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { Instant } from '../../../shared/contract/ids.ts'
import type { AppointmentOptions } from '../../../electron/host/appointments/reading/entry.ts'
import { readAppointments } from '../../../electron/host/appointments/reading/read.ts'
import type { AppointmentRead } from '../../../shared/contract/appointments/calendarRead.ts'
import { usualServices } from '../../../shared/domain/office/defaults.ts'

const options: AppointmentOptions = { zone: 'Europe/Paris', services: usualServices }
type Result = ReturnType<typeof readAppointments>

/** Pieces of both formats, so that random texts reach further than their first line. */
const pieces = [
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VTIMEZONE', 'TZID', 'BEGIN:VALARM', 'END:'],
  [
    'DTSTART',
    ';TZID=',
    'Europe/Paris',
    ';VALUE=DATE',
    ':20260303T105000',
    ':20260303',
    'Z',
    'UID:1',
    'DTEND',
  ],
  ['SUMMARY:', 'CATEGORIES:', 'DESCRIPTION:', 'RRULE:', 'SEQUENCE:2', 'DURATION:', 'PT20M', '-P9999999999D'],
  ['date', 'heure', 'service', 'nom', 'durée', 'pré-demandes', 'dossiers', 'sep=', 'A', 'État civil'],
  ['2026-03-03', '03/03/2026', '10h50', '99:99', 'T10:50Z', '2 février 2026', 'ABCDEFGH12', 'Ã‰', '\uFFFD'],
  [
    ';',
    ',',
    '\t',
    ':',
    '"',
    '""',
    '\\',
    '\\,',
    '\\n',
    ' ',
    '=',
    '\n',
    '\r\n',
    '\r',
    '\n ',
    '\uFEFF',
    '\uD800',
  ],
].flat()
const piece = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(piece, { maxLength: 80 }).map((some) => some.join('')),
  fc
    .array(piece, { maxLength: 60 })
    .map((some) => `date;heure;service;nom;durée;pré-demandes\n${some.join('')}`),
  fc
    .array(piece, { maxLength: 60 })
    .map((some) => `BEGIN:VEVENT\nDTSTART:20260303T105000\n${some.join('')}\nEND:VEVENT`),
)

/** What holds of every answer, whatever was read. */
function sound({ appointments, cancelled, report }: Result, source: string) {
  const lines = source.split(/\r\n|\n|\r/).length
  expect(report.length).toBeGreaterThan(0)
  report.forEach(({ line }, at) => {
    expect(line).toBeGreaterThan(at === 0 ? 0 : (report[at - 1]?.line ?? 0))
    expect(line).toBeLessThanOrEqual(lines)
  })
  const said = (state: string, code?: string) =>
    report
      .filter((one) => one.state === state && (code === undefined || one.code === code))
      .map(({ line }) => line)
  expect(appointments.map(({ line }) => line)).toEqual(said('taken'))
  expect(cancelled.map(({ line }) => line)).toEqual(said('skipped', 'cancelled'))
  for (const one of appointments) {
    expect(Instant.safeParse(one.startsAt).success).toBe(true)
    expect(usualServices.map(({ serviceId }) => serviceId)).toContain(one.service)
    expect(one.minutes >= 1 && one.minutes <= 480 && Number.isInteger(one.minutes)).toBe(true)
    expect(one.files >= 1 && one.files <= 20 && Number.isInteger(one.files)).toBe(true)
    for (const number of one.preApplications) expect(number).toMatch(/^[A-Z0-9]{10}$/)
    for (const words of [one.name, one.code, one.procedure, one.uid]) expect(words).not.toBe('')
  }
}

property.prop([text, fc.constantFrom(undefined, 'ics' as const, 'csv' as const)])(
  'whatever the text, an answer comes: one line for each entry, in order, and what is taken holds',
  (source, format) => sound(readAppointments(source, format ? { ...options, format } : options), source),
)

/** What an export holds of an appointment; without what only one of the formats can say. */
interface Written {
  readonly uid: string
  readonly at: number
  readonly minutes: number
  readonly service: (typeof usualServices)[number]
  readonly name: string | null
  readonly code: string | null
  readonly files: number
  readonly preApplications: readonly string[]
}

/** A name as people have them, with what each format has to escape. */
const name = fc
  .array(fc.constantFrom(...'abéÉïœçÖñżж’\'"-,;\\:|\t \n'), { minLength: 1, maxLength: 60 })
  .map((letters) => `N${letters.join('')}m`)
const alphanumeric = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789')
const word = (length: number) =>
  fc.array(alphanumeric, { minLength: length, maxLength: length }).map((letters) => letters.join(''))
/** Minutes of 2026, save the hour that the wall clock shows twice: written without an offset, it is its first showing. */
const minute = fc
  .integer({ min: Date.UTC(2026, 0, 2) / 60_000, max: Date.UTC(2026, 11, 30) / 60_000 })
  .map((of) => of * 60_000)
  .filter((at) => at < Date.UTC(2026, 9, 25, 0) || at >= Date.UTC(2026, 9, 25, 2))
const written: fc.Arbitrary<readonly Written[]> = fc.uniqueArray(
  fc.record({
    uid: word(8),
    at: minute,
    minutes: fc.integer({ min: 1, max: 480 }),
    service: fc.constantFrom(...usualServices),
    name: fc.option(name),
    code: fc.option(word(6)),
    files: fc.integer({ min: 1, max: 20 }),
    preApplications: fc.uniqueArray(word(10), { maxLength: 3 }),
  }),
  { selector: ({ uid }) => uid, minLength: 1, maxLength: 8 },
)

/** The wall clock of Paris, by the platform's own calendar: `2026-03-03 10:50`. */
const wallFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
})

const asRead = (one: Written, line: number): AppointmentRead => ({
  line,
  uid: one.uid,
  startsAt: one.at as Instant,
  minutes: one.minutes,
  service: one.service.serviceId,
  procedure: null,
  name: one.name?.normalize('NFC').replaceAll(/\s+/g, ' ') ?? null,
  code: one.code,
  files: one.files,
  preApplications: one.preApplications,
})

const csvStyle = fc.record({
  separator: fc.constantFrom(';', ',', '\t'),
  newline: fc.constantFrom('\n', '\r\n'),
  french: fc.boolean(),
  quoteAll: fc.boolean(),
  mark: fc.constantFrom('', '\uFEFF'),
  serviceBy: fc.constantFrom('serviceId', 'letter', 'name'),
})
type CsvStyle = typeof csvStyle extends fc.Arbitrary<infer T> ? T : never

const serviceWord = ({ service }: Written, by: CsvStyle['serviceBy']) =>
  by === 'name' ? service.name.fr : service[by]

/** What another program's export writes, and the line at which each record begins, counted from its text. */
function csvOf(all: readonly Written[], style: CsvStyle, junk: ReadonlyMap<number, string> = new Map()) {
  const cell = (value: string) =>
    style.quoteAll || /["\n\r]/.test(value) || value.includes(style.separator)
      ? `"${value.replaceAll('"', '""')}"`
      : value
  const row = (cells: readonly string[]) => cells.map(cell).join(style.separator) + style.newline
  let out = style.mark
  out += row(['Date', 'Heure', 'Durée', 'Service', 'Nom', 'Code', 'Dossiers', 'Pré-demandes', 'Id'])
  const lines: number[] = []
  const junkLines: number[] = []
  const here = () => out.split(style.newline === '\n' ? '\n' : /\r\n|\n/).length
  all.forEach((one, at) => {
    const bad = junk.get(at)
    if (bad !== undefined) {
      junkLines.push(here())
      out += bad + style.newline
    }
    const [date = '', time = ''] = wallFormat.format(one.at).split(' ')
    const [year, month, day] = date.split('-')
    lines.push(here())
    out += row([
      style.french ? `${day}/${month}/${year}` : date,
      style.french ? time.replace(':', ' h ') : time,
      String(one.minutes),
      serviceWord(one, style.serviceBy),
      one.name ?? '',
      one.code ?? '',
      String(one.files),
      one.preApplications.join(' '),
      one.uid,
    ])
  })
  return { text: out, lines, junkLines }
}

const icsStyle = fc.record({
  newline: fc.constantFrom('\n', '\r\n'),
  width: fc.integer({ min: 2, max: 75 }),
  tab: fc.boolean(),
  time: fc.constantFrom('utc', 'zone', 'floating'),
  end: fc.boolean(),
  serviceBy: fc.constantFrom('serviceId', 'letter', 'name'),
})
type IcsStyle = typeof icsStyle extends fc.Arbitrary<infer T> ? T : never

function icsOf(
  all: readonly Written[],
  style: IcsStyle,
  junk: ReadonlyMap<number, readonly string[]> = new Map(),
) {
  const out: string[] = []
  const put = (line: string) => {
    const letters = Array.from(line)
    for (let at = 0; at < letters.length; at += style.width)
      out.push((at === 0 ? '' : style.tab ? '\t' : ' ') + letters.slice(at, at + style.width).join(''))
  }
  const escaped = (value: string) => value.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
  const utc = (at: number) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const local = (at: number) => `${wallFormat.format(at).replaceAll(/[-:]/g, '').replace(' ', 'T')}00`
  const moment = (property: string, at: number) =>
    style.time === 'utc'
      ? `${property}:${utc(at)}`
      : `${property}${style.time === 'zone' ? ';TZID=Europe/Paris' : ''}:${local(at)}`
  const lines: number[] = []
  const junkLines: number[] = []
  put('BEGIN:VCALENDAR')
  all.forEach((one, index) => {
    const bad = junk.get(index)
    if (bad !== undefined) {
      junkLines.push(out.length + 1)
      out.push(...bad)
    }
    lines.push(out.length + 1)
    put('BEGIN:VEVENT')
    put(`UID:${one.uid}`)
    put(moment('DTSTART', one.at))
    put(style.end ? `DTEND:${utc(one.at + one.minutes * 60_000)}` : `DURATION:PT${one.minutes}M`)
    put(`CATEGORIES:${escaped(serviceWord(one, style.serviceBy))}`)
    if (one.name !== null) put(`X-NOM:${escaped(one.name)}`)
    put(
      `DESCRIPTION:${escaped(
        [
          ...(one.code === null ? [] : [`Code : ${one.code}`]),
          `Dossiers : ${one.files}`,
          `Pré-demandes : ${one.preApplications.join(', ')}`,
        ].join('\n'),
      )}`,
    )
    put('END:VEVENT')
  })
  put('END:VCALENDAR')
  return { text: out.join(style.newline) + style.newline, lines, junkLines }
}

describe('what an export writes is read back', () => {
  property.prop([written, csvStyle])(
    'from CSV, each at its line, quoted line breaks counted',
    (all, style) => {
      const { text: source, lines } = csvOf(all, style)
      const { appointments, report } = readAppointments(source, options)
      expect(appointments).toEqual(all.map((one, at) => asRead(one, lines[at] ?? 0)))
      expect(report.map(({ line, code }) => [line, code])).toEqual(lines.map((line) => [line, 'taken']))
    },
  )

  property.prop([written, icsStyle])(
    'from iCalendar, each at its line, folded lines counted',
    (all, style) => {
      const { text: source, lines } = icsOf(all, style)
      const { appointments, report } = readAppointments(source, options)
      expect(appointments).toEqual(all.map((one, at) => asRead(one, lines[at] ?? 0)))
      expect(report.map(({ line, code }) => [line, code])).toEqual(lines.map((line) => [line, 'taken']))
    },
  )
})

/** Where something is put before the record of that rank. */
const junkOf = <T>(bad: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(fc.nat(7), bad), { minLength: 1, maxLength: 4 }).map((pairs) => new Map(pairs))
const badRow = fc.constantFrom(
  'n’importe quoi',
  '03/03/2026;10h50;20;A;"sans fin',
  '"03/03/2026,10h50,20,A',
  '"03/03/2026\t10h50"x',
  '31/02/2026;10h50;20;A;;;;;',
)
const badEvent = fc.constantFrom(
  ['n’importe quoi'],
  ['BEGIN:VEVENT', 'DTSTART:20260231T105000', 'SUMMARY:A', 'END:VEVENT'],
  ['BEGIN:VEVENT', 'DTSTART:20260303T105000', 'SUMMARY:A'],
  ['BEGIN:VEVENT', 'BEGIN:VALARM', 'END:VEVENT'],
)

describe('what can’t be read loses nothing else', () => {
  property.prop([written, csvStyle, junkOf(badRow)])('in CSV', (all, style, junk) => {
    const { text: source, lines, junkLines } = csvOf(all, style, junk)
    const { appointments, report } = readAppointments(source, options)
    expect(appointments).toEqual(all.map((one, at) => asRead(one, lines[at] ?? 0)))
    expect(report.filter(({ state }) => state === 'skipped').map(({ line }) => line)).toEqual(junkLines)
  })

  property.prop([written, icsStyle, junkOf(badEvent)])('in iCalendar', (all, style, junk) => {
    const { text: source, lines, junkLines } = icsOf(all, style, junk)
    const { appointments, report } = readAppointments(source, options)
    expect(appointments).toEqual(all.map((one, at) => asRead(one, lines[at] ?? 0)))
    expect(report.filter(({ state }) => state === 'skipped').map(({ line }) => line)).toEqual(junkLines)
  })
})
