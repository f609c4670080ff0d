import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../../../../shared/contract/ids.ts'
import { plain } from './plain.ts'
import { normalForm } from '../../../../shared/contract/letters.ts'

/** A moment as people write it: a day, an hour, the hour where it ends, or an instant with its offset. */
export interface Moment {
  readonly date: LocalDate | null
  /** Minutes since midnight. */
  readonly minute: number | null
  readonly end: number | null
  readonly instant: Instant | null
}

const months = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/
const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/
const inWords =
  /^(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[\s,]+)?(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})(?!\d)/iu
const withOffset = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s*(?:Z|[+-]\d{2}:?\d{2})$/i
/** `10:50`, `10:50:00`, `10h50`, `10 h 50`, `10h`. */
const hour = String.raw`(\d{1,2})(?:\s*:\s*(\d{2})(?::\d{2}(?:\.\d+)?)?|\s*h\s*(\d{2})?)`
const hours = new RegExp(String.raw`^${hour}(?:\s*(?:-|–|—|à|a|au)\s*${hour})?$`, 'i')

/**
 * A date, an hour, a slot (« 10h50 - 11h10 ») or a date and an hour, in the forms of French and ISO exports.
 * A date of numbers is day first. Null when it is none of them, or no day of the calendar.
 */
export function readMoment(text: string): Moment | null {
  const written = normalForm('NFC', text).replaceAll(/\s+/g, ' ').trim()
  if (withOffset.test(written)) return readInstant(written)
  const date = readDate(written)
  if (date === null) return readHours(written, null)
  const rest = written.slice(date.length).replace(/^(?:T| à | a |[\s,]+(?:à )?)/i, '')
  return date.day === null ? null : readHours(rest.trim(), date.day)
}

/** The day of a year, month and day of the calendar; null when there is none, or before 1970. */
export function dayOf(year: number, month: number, day: number): LocalDate | null {
  // The journal's instants begin in 1970; past 9997 a calendar's dates have no longer four digits.
  if (year < 1971 || year > 9997) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() as LocalDate
  } catch {
    return null
  }
}

/** Minutes of a duration (`20`, `20 min`, `1 h 30`, `0:20`, `PT20M`), as the contract bounds them; null when it is none. */
export function readMinutes(text: string): number | null {
  const written = text.trim().toLowerCase()
  const minutes = /^(\d{1,4})(?:\s*(?:m|mn|min|mins|minutes?)\.?)?$/.exec(written)
  const clock = /^(\d{1,2})\s*(?::|h|heures?)\s*(\d{1,2})?(?::\d{2}|\s*(?:mn|min|minutes?))?$/.exec(written)
  const total = minutes
    ? Number(minutes[1])
    : clock
      ? Number(clock[1]) * 60 + Number(clock[2] ?? 0)
      : isoMinutes(written)
  return total === null ? null : bounded(total)
}

/** Whole minutes of an appointment, from 1 to 8 hours; null otherwise. */
export function bounded(minutes: number): number | null {
  const whole = Math.round(minutes)
  return whole >= 1 && whole <= 480 ? whole : null
}

function isoMinutes(written: string): number | null {
  if (!/^\+?p[0-9dhmst]+$/.test(written)) return null
  try {
    return Temporal.Duration.from(written).total('minutes')
  } catch {
    return null
  }
}

function readDate(written: string): { readonly length: number; readonly day: LocalDate | null } | null {
  const year = iso.exec(written)
  if (year) return { length: year[0].length, day: dayOf(Number(year[1]), Number(year[2]), Number(year[3])) }
  const day = french.exec(written)
  if (day) {
    const of = Number(day[3])
    return { length: day[0].length, day: dayOf(of < 100 ? 2000 + of : of, Number(day[2]), Number(day[1])) }
  }
  const words = inWords.exec(written)
  if (!words) return null
  const month = months.indexOf(plain(words[2] ?? '')) + 1
  return { length: words[0].length, day: dayOf(Number(words[3]), month, Number(words[1])) }
}

function readHours(written: string, date: LocalDate | null): Moment | null {
  if (written === '') return date === null ? null : { date, minute: null, end: null, instant: null }
  const match = hours.exec(written)
  if (!match) return null
  const minute = minuteOf(match[1], match[2] ?? match[3])
  if (minute === null) return null
  const end = match[4] === undefined ? null : minuteOf(match[4], match[5] ?? match[6])
  return { date, minute, end, instant: null }
}

function minuteOf(hour: string | undefined, minute: string | undefined): number | null {
  const [h, m] = [Number(hour), Number(minute ?? 0)]
  return h < 24 && m < 60 ? h * 60 + m : null
}

function readInstant(written: string): Moment | null {
  try {
    const at = Temporal.Instant.from(written.replace(' ', 'T').replaceAll(' ', '')).epochMilliseconds
    return at < 0 ? null : { date: null, minute: null, end: null, instant: at as Instant }
  } catch {
    return null
  }
}
