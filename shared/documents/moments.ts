// Dates and numbers as paper says them, in the office's zone, with the spaces that keep them whole.

const parts = (at: number, zone: string, options: Intl.DateTimeFormatOptions): Map<string, string> =>
  new Map(
    new Intl.DateTimeFormat('fr-FR', { timeZone: zone, ...options })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )

/** « 3 mars 2026 », « 1er mars 2026 ». @param at milliseconds in UTC @param zone IANA name of the office's zone */
export function day(at: number, zone: string): string {
  const part = parts(at, zone, { day: 'numeric', month: 'long', year: 'numeric' })
  const date = Number.parseInt(part.get('day') ?? '', 10)
  return `${date === 1 ? '1er' : date}\u00a0${part.get('month')}\u00a0${part.get('year')}`
}

/** « mardi 3 mars 2026 » */
export const weekday = (at: number, zone: string): string =>
  `${parts(at, zone, { weekday: 'long' }).get('weekday')} ${day(at, zone)}`

/** « 10 h 21 », « 0 h 05 »: the hours as they are said, the minutes in two figures. */
export function hour(at: number, zone: string): string {
  const part = parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${Number(part.get('hour'))}\u202fh\u202f${part.get('minute')}`
}

/** « 3 mars 2026, 10 h 21 » */
export const dayAndHour = (at: number, zone: string): string => `${day(at, zone)}, ${hour(at, zone)}`

/** `A42` is shown « A 42 », which never breaks. */
export const ticketNumber = (number: string): string => number.replace(/^([A-Z])(?=[0-9])/, '$1\u00a0')

/** French typography for a text that others wrote: no break before « : ; ? ! » and inside guillemets. */
export const typeset = (text: string): string =>
  text
    .replace(/ (?=:)/g, '\u00a0')
    .replace(/ (?=[;?!])/g, '\u202f')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
    .replace(/\b(art\.|n°|N°) (?=\S)/g, '$1\u00a0')
