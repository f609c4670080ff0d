import type { Instant } from '../../contract/ids.ts'

/** An appointment as a calendar shows it: nobody's name. */
export type CalendarEntry = {
  /** The same at each export, so that a calendar changes what it has. */
  readonly uid: string
  readonly startsAt: Instant
  readonly minutes: number
  readonly service: string
  /** The procedure's short name, where there is one. */
  readonly procedure: string | null
  readonly files: number
}

/** A text's value (RFC 5545 3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)

/** A date and an hour in UTC (RFC 5545 3.3.5). */
const utc = (at: number): string => `${new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`

/** So many bytes a line, its end excluded (RFC 5545 3.1). */
const longestLine = 75

const bytesOf = (character: string): number => {
  const point = character.codePointAt(0)!
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** Surely short enough: nearly all lines, which no one then goes through character by character. */
const isShort = (line: string): boolean => line.length <= longestLine / 4 || /^[ -~]{0,75}$/.test(line)

/** A line folded where it is too long, never inside a character. */
function folded(line: string): string {
  if (isShort(line)) return `${line}\r\n`
  let out = ''
  let bytes = 0
  for (const character of line) {
    const more = bytesOf(character)
    if (bytes + more > longestLine) {
      out += '\r\n '
      bytes = 1
    }
    out += character
    bytes += more
  }
  return `${out}\r\n`
}

/**
 * Appointments as an iCalendar text (RFC 5545), which `readIcs` reads back: hours in UTC, the service as the category,
 * the rest as labelled lines of the description.
 * @param now when it is made (DTSTAMP)
 */
export function writeIcs(name: string, entries: readonly CalendarEntry[], now: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guichet//Rendez-vous//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(({ uid, startsAt, minutes, service, procedure, files }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(startsAt)}`,
      `DTEND:${utc(startsAt + minutes * 60_000)}`,
      `SUMMARY:${escaped(service)}`,
      `CATEGORIES:${escaped(service)}`,
      `DESCRIPTION:${escaped(
        [...(procedure === null ? [] : [`Démarche : ${procedure}`]), `Dossiers : ${files}`].join('\n'),
      )}`,
      'CLASS:PRIVATE',
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('')
}
