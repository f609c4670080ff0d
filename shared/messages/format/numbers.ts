import { moneyIn, once } from './inLocale.ts'

/** A space that never breaks: « A 42 », « 17 h 00 », « 15 min » stay on one line. */
const nbsp = '\u00a0'

/** « A 42 » for `A42`, « PA 12 » for `PA12`: easier to say and to read, without leading zeros. */
export const ticketNumber = (number: string): string => number.replace(/^[A-Z]+/, (letters) => letters + nbsp)

const formats = new Map<string, Intl.DateTimeFormat>()

/** One formatter a zone and form: making one costs far more than using it. */
function format(zone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${name}`
  const cached = formats.get(key)
  if (cached) return cached
  const formatter = new Intl.DateTimeFormat('fr-FR', { timeZone: zone, ...options })
  formats.set(key, formatter)
  return formatter
}

const part = (parts: readonly Intl.DateTimeFormatPart[], type: string): string =>
  parts.find((piece) => piece.type === type)?.value ?? ''

/** « 10 h 42 » in the office's zone. @param at milliseconds, UTC */
export function hour(at: number, zone: string): string {
  const parts = format(zone, 'hour', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).formatToParts(
    at,
  )
  return `${Number(part(parts, 'hour'))}${nbsp}h${nbsp}${part(parts, 'minute').padStart(2, '0')}`
}

/** « 20 h 00 et 6 h 00 » for hours that a setting writes `20:00-06:00`, after « entre ». */
export const betweenHours = (written: string): string =>
  written
    .split('-')
    .map((time) => time.split(':').map((digits, at) => (at === 0 ? String(Number(digits)) : digits)))
    .map((time) => time.join(`${nbsp}h${nbsp}`))
    .join(' et ')

/** « mardi 3 mars 2026 » in the office's zone. @param at milliseconds, UTC */
export const longDate = (at: number, zone: string): string =>
  format(zone, 'long', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)

/** « mardi 3 mars 2026 à 10 h 42 » in the office's zone. @param at milliseconds, UTC */
export const longMoment = (at: number, zone: string): string => `${longDate(at, zone)} à ${hour(at, zone)}`

/** A moment where no office's zone is known, as a folder's: by this machine's clock, with how far it is from UTC. */
export const machineMoment = (at: number): string =>
  new Date(at).toLocaleString('fr-FR', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  })

/** « 3 mars 2026 » in the office's zone; the first of a month is « 1er ». @param at milliseconds, UTC */
export function date(at: number, zone: string): string {
  const parts = format(zone, 'date', { day: 'numeric', month: 'long', year: 'numeric' }).formatToParts(at)
  const day = Number(part(parts, 'day'))
  return `${day === 1 ? '1er' : day}${nbsp}${part(parts, 'month')}${nbsp}${part(parts, 'year')}`
}

/** « 3 mars 2026 » for a day of the calendar, `2026-03-03`, whatever the zone. */
export const calendarDate = (day: string): string => date(Date.parse(`${day}T12:00:00Z`), 'UTC')

/** « janvier » to « décembre », in the year's order. */
export const monthsOfYear = (): readonly string[] =>
  Array.from({ length: 12 }, (_, month) =>
    format('UTC', 'month', { month: 'long' }).format(Date.UTC(2000, month)),
  )

/** « mars 2026 » for a day of that month, `2026-03-01`, whatever the zone. */
export const monthName = (day: string): string => {
  const parts = format('UTC', 'date', { day: 'numeric', month: 'long', year: 'numeric' }).formatToParts(
    Date.parse(`${day}T12:00:00Z`),
  )
  return `${part(parts, 'month')}${nbsp}${part(parts, 'year')}`
}

/** « 16 min », « 1 h 05 » from an hour on; less than a minute is « moins d’1 min ». @param ms milliseconds */
export function duration(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000)
  if (minutes < 1) return `moins d’1${nbsp}min`
  if (minutes < 60) return `${minutes}${nbsp}min`
  return `${Math.floor(minutes / 60)}${nbsp}h${nbsp}${String(minutes % 60).padStart(2, '0')}`
}

/** The same in a narrow column: « < 1 min ». @param ms milliseconds */
export const shortDuration = (ms: number): string => (ms < 60_000 ? `<${nbsp}1${nbsp}min` : duration(ms))

const amounts = moneyIn('fr-FR')

/** « 25,00 € ». @param cents hundredths of a euro */
export const euros = (cents: number): string => amounts(cents).replaceAll(/\s/g, nbsp)

const counts = once(() => new Intl.NumberFormat('fr-FR'))

/** « 1 254 » with spaces that don’t break. A whole number below a thousand is written as it is. */
export const count = (value: number): string =>
  Number.isInteger(value) && value >= 0 && value < 1000
    ? String(value)
    : counts().format(value).replaceAll(/\s/g, nbsp)

/** The word that agrees with the count: French counts 0 and 1 as singular. */
export const agree = (value: number, one: string, many: string): string => (Math.abs(value) < 2 ? one : many)

/** « 3 personnes », « 1 personne »: a number and what it counts, never parted at the end of a line. */
export const counted = (value: number, one: string, several: string): string =>
  `${count(value)}${nbsp}${agree(value, one, several)}`

/** « 3 personnes », « 1 personne ». */
export const people = (value: number): string => counted(value, 'personne', 'personnes')
