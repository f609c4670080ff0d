import type { Present } from './present.ts'

/** What the queue-length formula needs: people to be called before, counters that could call, seconds for each. */
export interface QueueLength {
  readonly ahead: number
  readonly counters: number
  readonly seconds: number
  /** A capable counter is free and nobody is before: no wait. */
  readonly atOnce: boolean
  /** Seconds until the first capable counter is back, when all are paused. */
  readonly delay: number
}

/** Mean of a pause whose end nobody has given, in seconds. */
export const openPause = 900

/**
 * The queue as the formula sees it: the counters present that are capable of the service, and those who pass
 * before on them. People of other services that these counters serve are ahead too, each for the share of these
 * counters among all that could call them. Null when no counter of the day is capable of the service.
 */
export function queueLengthOf(present: Present, secondsOf: (service: string) => number): QueueLength | null {
  const { service, priority } = present.for
  const able = present.counters.filter(({ services }) => services.includes(service))
  if (able.length === 0) return null
  const here = present.counters.filter(({ state }) => state !== 'paused')
  const backs = able.map(({ resumesAt }) => (resumesAt ?? present.now + openPause) - present.now)
  const allPaused = able.every(({ state }) => state === 'paused')
  const capable = allPaused ? able.slice(0, 1) : able.filter(({ state }) => state !== 'paused')
  let ahead = 0
  let work = 0
  const shares = new Map<string, number>()
  for (const other of present.waiting) {
    if (priority && !other.priority) continue
    let share = shares.get(other.service)
    if (share === undefined) {
      const among = capable.filter(({ services }) => services.includes(other.service)).length
      const all = Math.max(among, here.filter(({ services }) => services.includes(other.service)).length)
      share = among === 0 ? 0 : among / all
      shares.set(other.service, share)
    }
    ahead += share
    work += share * secondsOf(other.service)
  }
  return {
    ahead,
    counters: capable.length,
    seconds: (work + secondsOf(service)) / (ahead + 1),
    atOnce: ahead === 0 && capable.some(({ state }) => state === 'free'),
    delay: allPaused ? Math.max(0, Math.min(...backs)) : 0,
  }
}

/** Mean wait with everyone busy: (n + 1) / (s µ) (Ibrahim & Whitt 2009). */
export const queueLengthMean = ({ ahead, counters, seconds, atOnce, delay }: QueueLength): number =>
  atOnce ? 0 : delay + ((ahead + 1) * seconds) / counters

/** The wait that this share of people don't exceed: Erlang(n + 1, s µ), by Wilson and Hilferty's approximation (1931). */
export function queueLengthQuantile(queue: QueueLength, normalQuantile: number): number {
  const shape = queue.ahead + 1
  const cube = 1 - 1 / (9 * shape) + normalQuantile / (3 * Math.sqrt(shape))
  return queue.delay + (queueLengthMean(queue) - queue.delay) * Math.max(0, cube) ** 3
}

/** Probability of being called within `seconds`: 1 − Σ e^−m m^k / k! for k ≤ n, with m = s µ τ. */
export function queueLengthWithin(queue: QueueLength, seconds: number): number {
  if (seconds <= queue.delay) return 0
  if (queue.atOnce) return 1
  const expected = (queue.counters * (seconds - queue.delay)) / Math.max(1, queue.seconds)
  // In logarithms, so that neither a long line nor a long day overflows.
  let logTerm = -expected
  let sum = 0
  for (let k = 0; k <= Math.round(queue.ahead); k += 1) {
    sum += Math.exp(logTerm)
    logTerm += Math.log(expected / (k + 1))
  }
  return Math.min(1, Math.max(0, 1 - sum))
}
