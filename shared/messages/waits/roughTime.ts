import type { Announced } from '../../contract/waits/waits.ts'

/** From an hour on, a wait is said by the half hour, in minutes: a closer figure would promise more than it can. */
const half = 30

/**
 * The two ends of an announced wait, in whole minutes, rounded as on every screen and paper: the upper one never down,
 * since nine people in ten are called before it. From an hour on, both are rounded outward to the half hour.
 */
export function waitMinutes({
  p50,
  p90,
}: Pick<Announced, 'p50' | 'p90'>): readonly [low: number, high: number] {
  const high = Math.ceil(p90 / 60)
  const low = Math.min(high, Math.round(p50 / 60))
  if (high < 60) return [low, high]
  const step = low < 60 ? 10 : half
  return [Math.floor(low / step) * step, Math.ceil(high / half) * half]
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

/** A length of an hour or more in its two parts. @param minutes whole */
export const hoursOf = (minutes: number): readonly [hours: number, minutes: number] => [
  Math.floor(minutes / 60),
  minutes % 60,
]
