/** Milliseconds before the host is started again: 0.2 s, then twice as long each time, 5 s at most. */
export const restartDelay = (failures: number): number =>
  Math.min(200 * 2 ** Math.max(0, failures - 1), 5_000)

/** After this many starts that ended before the host was ready, people are told; Guichet goes on trying. */
export const startsBeforeSaying = 3

/** Milliseconds that a host must have worked for its next fall to count as the first. */
export const steadyAfter = 30_000

/** Milliseconds before another try after the host said what is wrong (a folder held by another, a full disk). */
export const failedDelay = 10_000
