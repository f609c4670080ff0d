import { startBuckets } from './buckets.ts'

/** What one token may ask at most, over all its connections: 512 calls under way and 5,000 a second. */
export type Limits = {
  /** False when this call would be too many; when true, `left` must be called once at its end. */
  readonly enter: (holder: string) => boolean
  readonly left: (holder: string) => void
}

/** @param aSecond calls a second; an allowance holds one second of them */
export function startLimits(
  underWay = 512,
  aSecond = 5000,
  now: () => number = () => performance.now(),
): Limits {
  const calls = new Map<string, number>()
  const begun = startBuckets(Infinity, now)
  return {
    enter: (holder) => {
      const count = calls.get(holder) ?? 0
      if (count >= underWay || begun.take(holder, aSecond, aSecond) > 0) return false
      calls.set(holder, count + 1)
      return true
    },
    left: (holder) => {
      const count = calls.get(holder)
      if (count !== undefined) calls.set(holder, count - 1)
    },
  }
}
