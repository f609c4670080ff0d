import { date, hour } from '../messages/format/numbers.ts'
import { wholeNumbers } from '../messages/format/spaces.ts'

/** « 3 mars 2026, 10 h 21 », in the office's zone. @param at milliseconds, UTC */
export const dayAndHour = (at: number, zone: string): string => `${date(at, zone)}, ${hour(at, zone)}`

/** « mardi 3 mars 2026 » */
export const weekday = (at: number, zone: string): string =>
  `${new Intl.DateTimeFormat('fr-FR', { timeZone: zone, weekday: 'long' }).format(at)} ${date(at, zone)}`

/**
 * French typography for a text that others wrote: no break before « : ; ? ! », inside guillemets, beside a number (« art. 12 »),
 * in « C. urb. ».
 */
export const typeset = (text: string): string =>
  wholeNumbers(text)
    .replace(/ (?=:)/g, '\u00a0')
    .replace(/ (?=[;?!])/g, '\u202f')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
    .replace(/\bC\. (?=\p{Ll})/gu, 'C.\u00a0')

/** « 8 h 30 » for 510. @param minutes since midnight, as an office's hours are set */
export const clock = (minutes: number): string =>
  minutes === 1440 ? '24\u00a0h\u00a000' : hour(minutes * 60_000, 'UTC')
