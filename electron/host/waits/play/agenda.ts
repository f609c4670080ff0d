import type { Instant } from '../../../../shared/contract/ids.ts'

export type Agenda<T> = {
  readonly add: (at: Instant, what: T) => void
  /** The instant of the next thing; undefined when nothing is left. */
  readonly next: () => Instant | undefined
  /** Takes the next thing: the soonest, and of one instant the first added. */
  readonly take: () => T | undefined
}

type Entry<T> = { readonly at: Instant; readonly order: number; readonly what: T }

/** What is still to happen, as a binary heap: a day has thousands of things to come, added in any order. */
export function agenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = []
  let added = 0
  const sooner = (a: Entry<T>, b: Entry<T>) => a.at < b.at || (a.at === b.at && a.order < b.order)

  function add(at: Instant, what: T): void {
    const entry = { at, order: added++, what }
    let place = heap.length
    while (place > 0) {
      const above = (place - 1) >> 1
      if (!sooner(entry, heap[above]!)) break
      heap[place] = heap[above]!
      place = above
    }
    heap[place] = entry
  }

  function take(): T | undefined {
    const [first] = heap
    const last = heap.pop()
    if (!first || !last || heap.length === 0) return first?.what
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && sooner(heap[below + 1]!, heap[below]!)) below++
      if (!sooner(heap[below]!, last)) break
      heap[place] = heap[below]!
      place = below
    }
    heap[place] = last
    return first.what
  }

  return { add, take, next: () => heap[0]?.at }
}
