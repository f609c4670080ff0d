import type { JobRow } from '../../db/journal/port.ts'

/** Milliseconds before the 2nd, 3rd, 4th try, then each other one. */
const delays = [1_000, 5_000, 30_000, 60_000]

/** Milliseconds to wait after so many tries. */
export const delayAfter = (attempts: number): number => delays[Math.min(attempts, delays.length) - 1] ?? 0

const longest = Math.max(...delays)

/** Milliseconds before a job may be tried. Only a retry waits; a clock that was set back does not make it wait longer. */
export function delayOf({ state, nextAt }: JobRow, now: number): number {
  if (state !== 'retrying') return 0
  const delay = nextAt - now
  // No delay is that long: the clock was set back, and would be waited for.
  return delay > longest ? 0 : Math.max(0, delay)
}
