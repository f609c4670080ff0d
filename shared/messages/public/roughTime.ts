import type { Announced } from '../../contract/waits/waits.ts'

/**
 * The two ends of an announced wait, in whole minutes, rounded as on every paper: the upper one never down, since nine
 * people in ten are called before it.
 */
export function waitMinutes({
  p50,
  p90,
}: Pick<Announced, 'p50' | 'p90'>): readonly [low: number, high: number] {
  const high = Math.ceil(p90 / 60)
  const low = Math.min(high, Math.round(p50 / 60))
  return [low, high]
}

/**
 * A length of time said roughly, so that it is never read as an hour of the clock nor as a promise: whole hours from
 * two hours on, minutes by five below, always rounded down. @param minutes whole or not, never negative
 */
export function roughTime(minutes: number): {
  readonly count: number
  readonly unit: 'hours' | 'minutes'
} {
  if (minutes >= 120) return { count: Math.floor(minutes / 60), unit: 'hours' }
  return { count: minutes < 10 ? Math.floor(minutes) : Math.floor(minutes / 5) * 5, unit: 'minutes' }
}
