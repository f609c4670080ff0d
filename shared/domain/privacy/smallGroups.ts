// Statistical secrecy: what is said of a group of people must tell of none of them, neither alone nor by subtraction. A file
// that is published has to make it impossible (CRPA L312-1-2). The method is that of public statistics (Insee, « Manuel de
// protection des tableaux »: primary secrecy, a frequency rule; secondary secrecy, other cells so that no margin tells).

/** A group of fewer people than this is not said. */
export const smallest = 5

/** Groups that go unsaid under one total: how many people they are together, in how many groups, none of them empty. */
export type Unsaid = { readonly people: number; readonly groups: number }

/**
 * Whether the total of these groups, which whoever subtracts knows, tells of none: each may be one person, or five and more.
 * Of a single group, the total is its own number.
 */
const isKept = ({ people, groups }: Unsaid): boolean => groups === 0 || people - groups + 1 >= smallest

/**
 * The groups that go unsaid beside those that already do, the smallest first, until their total tells of none.
 * @param groups people by group, under the same total; an empty group tells nothing and stays
 * @returns the groups, and whether the total may be said: not when all of them are too few for that
 */
export function besides<K>(
  groups: ReadonlyMap<K, number>,
  unsaid: Unsaid,
): { readonly unsaid: ReadonlySet<K>; readonly total: boolean } {
  const more = new Set<K>()
  let all = unsaid
  // Of two that are as large, the first that is given: read again, the same one goes unsaid.
  const bySize = [...groups].filter(([, people]) => people > 0).toSorted(([, one], [, other]) => one - other)
  for (const [group, people] of bySize) {
    if (isKept(all)) break
    more.add(group)
    all = { people: all.people + people, groups: all.groups + 1 }
  }
  return { unsaid: more, total: isKept(all) }
}

/**
 * Of which groups nothing is said: those of few people, and the next larger ones as long as the total would tell of them.
 * @param groups people by group, each person in one of them
 */
export function untold<K>(groups: ReadonlyMap<K, number>): {
  readonly unsaid: ReadonlySet<K>
  readonly total: boolean
} {
  const few = [...groups].filter(([, people]) => people > 0 && people < smallest)
  const others = new Map([...groups].filter(([, people]) => people >= smallest))
  const { unsaid, total } = besides(others, {
    people: few.reduce((sum, [, people]) => sum + people, 0),
    groups: few.length,
  })
  return { unsaid: new Set([...few.map(([group]) => group), ...unsaid]), total }
}
