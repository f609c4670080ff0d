import { hour } from '../../shared/messages/format/numbers.ts'

/** Opening spans in minutes since midnight: `[[510, 720]]` is 8 h 30 to 12 h 00. */
export type Spans = readonly (readonly [number, number])[]

/** « 8 h 30 » for 510. */
export const hourOfDay = (minutes: number): string =>
  minutes === 1440 ? hour(0, 'UTC').replace('0', '24') : hour(minutes * 60_000, 'UTC')

/** Minutes since midnight of « 8 h 30 », « 8h », « 08:30 », « 8.30 » or « 8 »; null when it is no hour of a day. */
export function minutesTyped(time: string): number | null {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})\s*(?:[h:.]\s*(\d{2})?)?\s*$/i.exec(time) ?? []
  if (hours === undefined || Number(minutes) > 59) return null
  const all = Number(hours) * 60 + Number(minutes)
  return all <= 1440 ? all : null
}

/** « 8 h 30 – 12 h 00, 13 h 30 – 17 h 00 »; nothing when it is closed. */
export const spansWritten = (spans: Spans): string =>
  spans.map(([from, to]) => `${hourOfDay(from)} – ${hourOfDay(to)}`).join(', ')

/**
 * The spans of « 8 h 30 - 12 h, 13 h 30 à 17 h »: none for an empty text; null when a part is no span, or when one
 * begins before the one before it has ended.
 */
export function spansTyped(text: string): [number, number][] | null {
  if (text.trim() === '') return []
  const spans: [number, number][] = []
  for (const part of text.split(/[,;]|\bet\b/)) {
    const [from, to, ...more] = part.split(/[-–—à]/).map(minutesTyped)
    if (from === null || to === null || from === undefined || to === undefined || more.length > 0) return null
    if (to <= from || from < (spans.at(-1)?.[1] ?? 0)) return null
    spans.push([from, to])
  }
  return spans
}
