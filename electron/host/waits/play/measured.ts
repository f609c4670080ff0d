import type { Priority } from '../../../../shared/contract/queue/rules.ts'
import { spanTold } from '../../../../shared/contract/waits/waits.ts'
import { heldWithin } from '../../../../shared/domain/history/waited.ts'
import { quantileOfSorted } from '../../../../shared/domain/waits/durations.ts'
import type { Visited } from './playDay.ts'

/** What is measured of a group of people. Waits in seconds, from the ticket to the first call. */
export type Measured = {
  readonly people: number
  readonly received: number
  readonly left: number
  readonly absent: number
  readonly unserved: number
  readonly wait: {
    readonly mean: number | null
    readonly median: number | null
    readonly p90: number | null
    readonly longest: number | null
    /** The longest that someone waited who was never called: gone, or not received. */
    readonly longestUncalled: number | null
  }
  /** Waits announced whose measure is known, and how many of them were within the P90 announced. */
  readonly coverage: { readonly announced: number; readonly within: number }
  /** The most often that one person was overtaken, and other than by the law's priorities. */
  readonly overtaken: { readonly most: number; readonly mostLocal: number }
}

/** The value below which this share of them lies, in whole seconds; null of none. */
export const quantile = (values: readonly number[], share: number): number | null =>
  values.length === 0 ? null : Math.round(quantileOfSorted(Float64Array.from(values).sort(), share))

/** Seconds waited until the first call; null of who was never called. */
export const waitOf = ({ ticket: { takenAt, firstCalledAt } }: Visited): number | null =>
  firstCalledAt === null ? null : (firstCalledAt - takenAt) / 1000

/**
 * Whether the P90 announced held. Who was never called and was still there after it waited longer than announced; of
 * who left before it, nothing can be told.
 * @param endedAt when those who were still there were told that they would not be received
 */
function held(visited: Visited, endedAt: number): boolean | null {
  const told = spanTold(visited.ticket.announced)
  if (told === null) return null
  const wait = waitOf(visited)
  if (wait !== null) return heldWithin(wait, told.p90)
  return heldWithin(uncalledFor({ ...visited, endedAt }), told.p90) ? null : false
}

const uncalledFor = ({ ticket: { takenAt }, leftAt, endedAt }: OfDay): number =>
  ((leftAt ?? endedAt) - takenAt) / 1000

/** Someone of a played day, and when that day ended. */
export type OfDay = Visited & { readonly endedAt: number }

/** The figures of these people. */
export function measured(all: readonly OfDay[]): Measured {
  const waits = all.flatMap((one) => waitOf(one) ?? [])
  const holds = all.map((one) => held(one, one.endedAt)).filter((one) => one !== null)
  const ended = (end: Visited['end']) => all.filter((one) => one.end === end).length
  const most = (of: (one: Visited) => number) => all.reduce((largest, one) => Math.max(largest, of(one)), 0)
  return {
    people: all.length,
    received: ended('received'),
    left: ended('left'),
    absent: ended('absent'),
    unserved: ended('unserved'),
    wait: {
      mean: waits.length === 0 ? null : Math.round(waits.reduce((sum, wait) => sum + wait, 0) / waits.length),
      median: quantile(waits, 0.5),
      p90: quantile(waits, 0.9),
      longest: quantile(waits, 1),
      longestUncalled: quantile(
        all.flatMap((one) => (waitOf(one) === null ? uncalledFor(one) : [])),
        1,
      ),
    },
    coverage: { announced: holds.length, within: holds.filter((within) => within).length },
    overtaken: {
      most: most(({ ticket }) => ticket.overtaken.all),
      mostLocal: most(({ ticket }) => ticket.overtaken.local),
    },
  }
}

/** By what right people were called: `none` for who had no priority. */
export const groundOf = ({ ticket: { priority } }: Visited): Priority | 'none' => priority ?? 'none'
