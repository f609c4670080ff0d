import type { Instant } from '../../contract/ids.ts'
import { night } from '../../contract/queue/provisional.ts'

/**
 * One person's wait as far as it is known, in seconds from the ticket: until the first call, or, uncalled, until they left, the
 * day ended, or now.
 */
export type Waited = { readonly seconds: number; readonly called: boolean }

/** What a wait is told by, in the day under way as in those that are over. */
type Waiting = {
  readonly takenAt: Instant
  readonly firstCalledAt: Instant | null
  /** When they left, or were noted not received. */
  readonly goneAt: Instant | null
  /** Entered by hand, without the hour at which they went. */
  readonly endUnwritten: boolean
}

/** What bounds the waits of a day: the midnight that ends it, and the present. */
export type Bounds = { readonly dayEnds: Instant; readonly now: Instant }

const secondsBetween = (from: Instant, to: number) => Math.max(0, Math.round((to - from) / 1000))

/**
 * How long someone waited, as far as it is known. Who was not called on the day of their ticket waited until they went, the
 * midnight of that day at most, or until now.
 * @returns null for who was received or certified in the act that made the ticket, as nobody waited in a line; and for whose end
 *   nobody wrote
 */
export function waitedBy(
  { takenAt, firstCalledAt, goneAt, endUnwritten }: Waiting,
  { dayEnds, now }: Bounds,
): Waited | null {
  if (firstCalledAt === takenAt || (firstCalledAt === null && goneAt === takenAt)) return null
  if (firstCalledAt !== null && firstCalledAt <= dayEnds + night)
    return { seconds: secondsBetween(takenAt, firstCalledAt), called: true }
  if (endUnwritten && firstCalledAt === null) return null
  const until = goneAt ?? firstCalledAt ?? now
  return { seconds: secondsBetween(takenAt, Math.min(until, dayEnds, now)), called: false }
}

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

/**
 * Whether what was announced held, as far as it is known. Who was not called when the P90 passed waited longer, whether they wait
 * still or went since; of who left before it, or still waits within it, nothing can be told.
 * @param p90 what was announced, in seconds
 */
export function wasHeld(wait: Waited, p90: number): boolean | null {
  const held = heldWithin(wait.seconds, p90)
  return wait.called || !held ? held : null
}

/** Of fewer people than this, how many were called in the time announced is no share of anything. */
export const leastForShare = 30
