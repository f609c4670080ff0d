/** Ids kept, after which half of them are no more: those of a rush of several seconds. */
const mostKept = 4096

/** Places in the table of answers by the instant of a command id: the first one, and how many there are. */
type Places = { readonly firstOf: (commandId: string) => number; readonly width: number }

/**
 * The command ids that were just answered. One that lies after all those which only the table tells, and is not among these,
 * has no answer, and its place is known: nothing is read, though many acts have ids of the same millisecond.
 */
export type RecentAnswers = {
  /** Whether the table needs not be read to know that it has no answer. */
  readonly isNew: (commandId: string) => boolean
  /** The free place of a command id; undefined where the table alone tells. */
  readonly place: (commandId: string) => number | undefined
  readonly stored: (commandId: string) => void
}

/** @param last the last place that the table has, before anything is told here */
export function startRecent(last: number, { firstOf, width }: Places): RecentAnswers {
  /** What lies up to this place is for the table to tell. */
  let told = last
  const ids = new Set<string>()
  /** By first place of an instant, how many of its places are taken. */
  const taken = new Map<number, number>()

  const forgetHalf = () => {
    let left = ids.size / 2
    for (const id of ids) {
      if (left-- <= 0) break
      ids.delete(id)
      told = Math.max(told, firstOf(id) + width - 1)
    }
    for (const first of taken.keys()) if (first <= told) taken.delete(first)
  }

  return {
    isNew: (commandId) => firstOf(commandId) > told && !ids.has(commandId),
    place: (commandId) => {
      const first = firstOf(commandId)
      if (first <= told) return undefined
      const count = taken.get(first) ?? 0
      return count < width ? first + count : undefined
    },
    stored: (commandId) => {
      const first = firstOf(commandId)
      if (first <= told) return
      ids.add(commandId)
      taken.set(first, (taken.get(first) ?? 0) + 1)
      if (ids.size > mostKept) forgetHalf()
    },
  }
}
