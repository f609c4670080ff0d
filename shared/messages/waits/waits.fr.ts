import { hoursOf, roughTime, waitMinutes } from './roughTime.ts'
import { agree, duration } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** « 45 min », « 4 h », « 4 h 30 »: a length, unlike an hour of the clock, has no « 00 ». @param value minutes */
function length(value: number): string {
  if (value < 60) return duration(value * 60_000)
  const [hours, minutes] = hoursOf(value)
  return `${hours}${nbsp}h${minutes === 0 ? '' : `${nbsp}${minutes}`}`
}

/** A span of minutes: « 14 à 22 min », « environ 5 min », « 50 min à 1 h 30 », « 4 h à 4 h 30 ». @param low @param high minutes */
export function waitSpan(low: number, high: number): string {
  if (high < 1) return duration(0)
  if (low < 1) return `jusqu’à ${length(high)}`
  if (low === high) return `environ ${length(low)}`
  return high < 60 ? `${low}${nbsp}à${nbsp}${high}${nbsp}min` : `${length(low)}${nbsp}à${nbsp}${length(high)}`
}

/** A wait as it is announced, on every page and paper. @param p50 @param p90 seconds */
export const waitRange = ({ p50, p90 }: { readonly p50: number; readonly p90: number }): string =>
  waitSpan(...waitMinutes({ p50, p90 }))

/** « environ 18 heures », « environ 45 minutes »: a length, never to be read as an hour. @param minutes at least one */
export function roughly(minutes: number): string {
  const { count, unit } = roughTime(minutes)
  const word = unit === 'hours' ? agree(count, 'heure', 'heures') : agree(count, 'minute', 'minutes')
  return `environ${nbsp}${count}${nbsp}${word}`
}
