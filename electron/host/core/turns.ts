import { setTimeout as rest } from 'node:timers/promises'

/** A rest for what the work took is never longer, in milliseconds: who asked waits too. */
const longestRest = 250
/** Nor a rest for the sake of acts that follow each other: people's leave a pause long before. */
const longestWait = 1000
/** Nobody acts any more once no act came for so long, in milliseconds. */
const calm = 20

/** How time passes: what it is, in milliseconds, and a rest of so many of them. */
export type Passing = {
  readonly now: () => number
  readonly rest: (milliseconds: number) => Promise<unknown>
}

const passing: Passing = { now: () => performance.now(), rest }

/**
 * Work that holds the thread, one after another: after each, the acts have the thread for as long as it held it, so that
 * they wait for one at most, however many are asked.
 * @param actedAt when a person last asked for an act (as `time` tells it): work that can wait rests for as long as they follow
 *   each other, so that hardly any of them meets it
 */
export function startTurns(
  actedAt: () => number = () => -Infinity,
  time: Passing = passing,
): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()

  const rested = async (took: number): Promise<void> => {
    const until = time.now() + longestWait
    await time.rest(Math.min(took, longestRest))
    for (;;) {
      const left = Math.min(actedAt() + calm, until) - time.now()
      if (left <= 0) return
      await time.rest(left)
    }
  }

  return (work) => {
    let took = 0
    const mine = last.then(async () => {
      const began = time.now()
      try {
        return await work()
      } finally {
        took = time.now() - began
      }
    })
    last = mine.catch(() => undefined).then(() => rested(took))
    return mine
  }
}
