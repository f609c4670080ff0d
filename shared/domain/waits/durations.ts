import { withoutValue, withValue } from './sorted.ts'

/** Before anything was measured: ten minutes, spread as an exponential. Replaced by the first visits. */
const assumedSeconds = 600

/** How many visits the assumption, then the office's overall durations, weigh against a service's own. */
const assumedWeight = 5
const overallWeight = 12

/** The latest durations kept: enough for the mean of a few per cent and the tail, few enough to follow the office. */
const kept = 1_200

/** A table of durations holds their quantiles at k / `steps`, shortest to longest. */
export const steps = 64
export type DurationTable = Float64Array

/** Durations measured, in order of measure and sorted, and the table that they give. */
export interface Durations {
  readonly latest: readonly number[]
  readonly sorted: Float64Array
  readonly table: DurationTable
  readonly mean: number
}

/** What is assumed of an office of which nothing is known. */
export const assumedDurations: Durations = {
  latest: [],
  sorted: new Float64Array(0),
  table: Float64Array.from(
    { length: steps + 1 },
    // The longest knot stands for the tail beyond the last step.
    (_, k) => -assumedSeconds * Math.log(1 - (k === steps ? steps - 0.4 : k) / steps),
  ),
  mean: assumedSeconds,
}

/** The office's durations, all services together, and new ones: drawn towards the assumption while they are few. */
export const withOverall = (known: Durations, added: readonly number[]): Durations =>
  drawn(known, added, assumedDurations, assumedWeight)

/** A service's durations and new ones, drawn towards the office's while they are few (shrinkage). */
export const withOwn = (
  known: Durations | undefined,
  added: readonly number[],
  overall: Durations,
): Durations => drawn(known ?? assumedDurations, added, overall, overallWeight)

function drawn(known: Durations, added: readonly number[], towards: Durations, pull: number): Durations {
  const all = [...known.latest, ...added]
  const latest = all.slice(-kept)
  const sorted = added.length === 1 ? oneMore(known, added[0]!) : Float64Array.from(latest).sort()
  const weight = latest.length / (latest.length + pull)
  const table = Float64Array.from(towards.table, (other, k) =>
    sorted.length === 0 ? other : weight * quantileOfSorted(sorted, k / steps) + (1 - weight) * other,
  )
  const own = sorted.reduce((sum, one) => sum + one, 0)
  const mean = weight * (own / Math.max(1, sorted.length)) + (1 - weight) * towards.mean
  table[steps] = lastKnot(table, mean)
  return { latest, sorted, table, mean }
}

/** The longest knot stands for the tail beyond the last step: what makes the mean of the table that of the durations. */
function lastKnot(table: DurationTable, mean: number): number {
  let sum = table[0]! / 2
  for (let k = 1; k < steps; k += 1) sum += table[k]!
  return Math.max(table[steps - 1]!, 2 * (steps * mean - sum))
}

const oneMore = ({ latest, sorted }: Durations, added: number): Float64Array =>
  withValue(latest.length < kept ? sorted : withoutValue(sorted, latest[0]!), added)

/** The value below which this share (0 to 1) of a sorted, non-empty list lies. */
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
