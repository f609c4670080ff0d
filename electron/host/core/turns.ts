import { setTimeout as rest } from 'node:timers/promises'

/** A rest is never longer, in milliseconds: who asked waits too. */
const longestRest = 250

/**
 * Work that holds the thread, one after another: after each, the acts have the thread for as long as it held it, so that
 * they wait for one at most, however many are asked.
 */
export function startTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    let took = 0
    const mine = last.then(async () => {
      const began = performance.now()
      try {
        return await work()
      } finally {
        took = performance.now() - began
      }
    })
    last = mine.catch(() => undefined).then(() => rest(Math.min(took, longestRest)))
    return mine
  }
}
