/** Before anything was measured: ten minutes, spread as an exponential. Replaced by the first visits. */
export const assumedSeconds = 600

/** How many visits the assumption, then the office's overall durations, weigh against a service's own. */
const assumedWeight = 5
const overallWeight = 12

/** The latest durations kept for each service: enough for the tail, few enough to follow the office. */
const kept = 400

/** A table of durations holds their quantiles at k / `steps`, shortest to longest. */
export const steps = 64
export type DurationTable = Float64Array

/** Durations measured for a service, in order of measure, and the table that they give. */
export interface Durations {
  readonly latest: readonly number[]
  readonly table: DurationTable
  readonly mean: number
}

const assumedTable: DurationTable = Float64Array.from(
  { length: steps + 1 },
  // The longest knot stands for the tail beyond the last step: its mean is one more duration.
  (_, k) => -assumedSeconds * Math.log(1 - (k === steps ? steps - 0.4 : k) / steps),
)

export const assumedDurations: Durations = { latest: [], table: assumedTable, mean: assumedSeconds }

/** These durations and new ones, drawn towards `towards` as long as they are few (shrinkage). */
export function withDurations(
  known: readonly number[],
  added: readonly number[],
  towards: Durations,
  overall: boolean,
): Durations {
  const latest = [...known, ...added].slice(-(overall ? 2 * kept : kept))
  const sorted = Float64Array.from(latest).sort()
  const weight = latest.length / (latest.length + (overall ? assumedWeight : overallWeight))
  const table = Float64Array.from(towards.table, (other, k) => {
    if (sorted.length === 0) return other
    return weight * quantileOfSorted(sorted, k / steps) + (1 - weight) * other
  })
  const own = sorted.reduce((sum, one) => sum + one, 0)
  const mean = weight * (own / Math.max(1, sorted.length)) + (1 - weight) * towards.mean
  return { latest, table, mean }
}

/** The value below which this share of a sorted, non-empty list lies. */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}

/** The duration at this share of the table (0 to 1): with an even draw, a duration at random. */
export function durationAt(table: DurationTable, share: number): number {
  const place = share * steps
  const below = place | 0
  const low = table[below]!
  return below >= steps ? low : low + (place - below) * (table[below + 1]! - low)
}

/** Which share of durations is below `elapsed`. */
export function shareBelow(table: DurationTable, elapsed: number): number {
  if (elapsed <= table[0]!) return 0
  if (elapsed >= table[steps]!) return 1
  let low = 0
  let high = steps
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (table[middle]! <= elapsed) low = middle
    else high = middle
  }
  const width = table[high]! - table[low]!
  return (low + (width > 0 ? (elapsed - table[low]!) / width : 0)) / steps
}
