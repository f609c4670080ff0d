// How fast keys come, and whose rhythm it is: a scanner's delay is a setting of it, from 0.5 to 80 ms as they are sold; a
// hand's keys are 60 to 200 ms apart, and never at a steady pace.

/** Milliseconds under which several keys in a row are no hand's. */
const noHand = 55
/** Milliseconds at most, on the whole, between two keys of a scanner. */
const slowest = 90

/** The middle of some figures; 0 of none. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}

/** The gaps are all so short that no hand made them: milliseconds, three at least. */
export const noHandSoFast = (gaps: readonly number[], under = noHand, least = 3): boolean =>
  gaps.length >= least && gaps.every((gap) => gap <= under)

/**
 * A machine made these gaps, in milliseconds: no hand is so fast, or none so steady. A few of them tell nothing.
 */
export function machinePaced(gaps: readonly number[]): boolean {
  if (noHandSoFast(gaps)) return true
  if (gaps.length < 9) return false
  const middle = median(gaps)
  if (middle <= noHand) return true
  const sorted = gaps.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? 0
  return middle <= slowest && at(0.9) - at(0.1) <= 0.5 * middle + 8
}

/** Milliseconds at most that a hand's letter waits, to be known for a hand's. */
const longestHold = 100

/**
 * How long a key that may begin a scan is held back, in milliseconds: long enough for two more to come.
 * @param paces the pace of the last scans at this station, in milliseconds a key; none where nothing was ever read
 */
export const holdFor = (paces: readonly number[]): number =>
  paces.length === 0 ? longestHold : Math.min(longestHold, Math.max(25, 2.2 * median(paces) + 15))
