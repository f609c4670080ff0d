import { smallest, untold } from './smallGroups.ts'

// Totals that grow and are told again and again: whoever keeps what was said before subtracts. What is secret is then what
// came in between, which is told like the line of a table.

/** People by group in each stretch of time, one after another. */
type Stretches<K> = readonly ReadonlyMap<K, number>[]

/**
 * What may be said, after the last of these stretches, of groups whose people are counted since the first. Of a group that grew by
 * few since it was last said, nothing is said now, nor of as many others as it takes; of all of them together, neither where
 * that would tell.
 * @param stretches people who came by group, each person in one of them
 */
export function untoldSoFar<K>(stretches: Stretches<K>): {
  readonly unsaid: ReadonlySet<K>
  readonly total: boolean
} {
  let last: ReturnType<typeof untold<K>> = { unsaid: new Set(), total: true }
  const since = new Map<K, number>()
  for (const stretch of stretches) {
    for (const [group, people] of stretch) since.set(group, (since.get(group) ?? 0) + people)
    last = untold(since)
    // Where all together go unsaid, each is: it is counted from what was said before.
    if (!last.total) continue
    for (const group of since.keys()) if (!last.unsaid.has(group)) since.set(group, 0)
  }
  return last.total ? last : { unsaid: new Set(since.keys()), total: false }
}

/** Whether a number of people that grew by so many in each stretch may be said after the last one. */
export function isGrowthTold(stretches: readonly number[]): boolean {
  let since = 0
  for (const people of stretches) {
    since += people
    if (since >= smallest) since = 0
  }
  return since === 0
}
