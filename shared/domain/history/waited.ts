/**
 * One person's wait as far as it is known, in seconds from the ticket: until the first call, or, uncalled, until they left, the
 * day ended, or now.
 */
export type Waited = { readonly seconds: number; readonly called: boolean }

/** A quantile of waits in seconds; `atLeast` when too few were called for it to be known: it is no shorter than this. */
export type WaitQuantile = { readonly seconds: number; readonly atLeast: boolean }

/** Sums of shares are compared with so much tolerance. */
const rounding = 1e-9

/**
 * A quantile of the waits, those who were never called included: the product-limit estimate (Kaplan and Meier 1958), which is
 * the nearest rank when everyone was called. Left out of a median, whoever waits six hours uncalled would make it shorter.
 * @param share from 0 to 1
 * @returns null of nobody
 */
export function waitQuantile(waits: readonly Waited[], share: number): WaitQuantile | null {
  // Who was called at an instant still waited then: calls come before departures.
  const sorted = waits.toSorted(
    (one, other) => one.seconds - other.seconds || Number(other.called) - Number(one.called),
  )
  let still = 1
  for (const [rank, { seconds, called }] of sorted.entries()) {
    if (called) still *= 1 - 1 / (sorted.length - rank)
    if (called && 1 - still >= share - rounding) return { seconds, atLeast: false }
  }
  const longest = sorted.at(-1)
  return longest === undefined ? null : { seconds: longest.seconds, atLeast: true }
}

/** A wait announced as under a minute is kept under a minute. */
const shortest = 59

/** Whether a wait is within the P90 announced, in seconds. */
export const heldWithin = (wait: number, p90: number): boolean => wait <= Math.max(p90, shortest)

/** Of fewer people than this, how many were called in the time announced is no share of anything. */
export const leastForShare = 30
