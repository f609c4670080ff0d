import { roughTime, waitMinutes } from '../public/roughTime.ts'
import { agree, duration } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** A span of minutes: « 14 à 22 min », « environ 5 min », « 50 min à 1 h 10 ». @param low @param high minutes */
function span(low: number, high: number): string {
  if (high < 1) return duration(0)
  if (low < 1) return `jusqu’à ${duration(high * 60_000)}`
  if (low === high) return `environ ${duration(low * 60_000)}`
  return high < 60
    ? `${low}${nbsp}à${nbsp}${high}${nbsp}min`
    : `${duration(low * 60_000)}${nbsp}à${nbsp}${duration(high * 60_000)}`
}

/** A wait as it is announced, on every page and paper. @param p50 @param p90 seconds */
export const waitRange = ({ p50, p90 }: { readonly p50: number; readonly p90: number }): string =>
  span(...waitMinutes({ p50, p90 }))

/** « environ 18 heures », « environ 45 minutes »: a length, never to be read as an hour. @param minutes at least one */
export function roughly(minutes: number): string {
  const { count, unit } = roughTime(minutes)
  const word = unit === 'hours' ? agree(count, 'heure', 'heures') : agree(count, 'minute', 'minutes')
  return `environ${nbsp}${count}${nbsp}${word}`
}
