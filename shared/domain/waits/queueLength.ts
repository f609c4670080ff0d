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

/** Who is before: those who are here, and those whose appointment passes before too if its hour comes first. */
export interface Before {
  readonly here: QueueLength
  /** In order of their hour. */
  readonly due: readonly Due[]
}

/** An appointment still to come: in how many seconds, what share of it these counters receive, how long it takes. */
interface Due {
  readonly after: number
  readonly share: number
  readonly seconds: number
}

/** Mean of a pause whose end nobody has given, in seconds. */
export const openPause = 900

/**
 * The queue as the formula sees it: the counters present that are capable of the service, and those who pass
 * before on them. People of other services that these counters serve are ahead too, each for the share of these
 * counters among all that could call them. Null when no counter of the day is capable of the service.
 */
export function beforeOf(present: Present, secondsOf: (service: string) => number): Before | null {
  const { service, priority } = present.for
  const able = present.counters.filter(({ services }) => services.includes(service))
  if (able.length === 0) return null
  const here = present.counters.filter(({ state }) => state !== 'paused')
  const backs = able.map(({ resumesAt }) => (resumesAt ?? present.now + openPause) - present.now)
  const allPaused = able.every(({ state }) => state === 'paused')
  const capable = allPaused ? able.slice(0, 1) : able.filter(({ state }) => state !== 'paused')
  const shares = new Map<string, number>()
  const shareOf = (other: string): number => {
    const known = shares.get(other)
    if (known !== undefined) return known
    const among = capable.filter(({ services }) => services.includes(other)).length
    const all = Math.max(among, here.filter(({ services }) => services.includes(other)).length)
    const share = among === 0 ? 0 : among / all
    shares.set(other, share)
    return share
  }
  let ahead = 0
  let work = 0
  for (const other of present.waiting) {
    if (priority && !other.priority) continue
    const share = shareOf(other.service)
    ahead += share
    work += share * secondsOf(other.service)
  }
  // A priority passes before the appointments whose hour has not come.
  const coming = priority ? [] : (present.expected ?? [])
  return {
    here: {
      ahead,
      counters: capable.length,
      seconds: (work + secondsOf(service)) / (ahead + 1),
      atOnce: ahead === 0 && capable.some(({ state }) => state === 'free'),
      delay: allPaused ? Math.max(0, Math.min(...backs)) : 0,
    },
    due: coming
      .filter((other) => shareOf(other.service) > 0)
      .map((other) => ({
        after: Math.max(0, other.at - present.now),
        share: shareOf(other.service),
        seconds: secondsOf(other.service),
      }))
      .toSorted((one, other) => one.after - other.after),
  }
}

/**
 * The queue of whoever has this share of the line before them, all of it for who would come now, with the appointments whose
 * hour comes within the wait so far.
 */
export function queueOf({ here, due }: Before, share = 1): QueueLength {
  let queue: QueueLength = share === 1 ? here : { ...here, ahead: here.ahead * share, atOnce: false }
  if (queue.atOnce) return queue
  for (const one of due) {
    if (one.after > queueLengthMean(queue)) break
    const ahead = queue.ahead + one.share
    const seconds = (queue.seconds * (queue.ahead + 1) + one.share * one.seconds) / (ahead + 1)
    queue = { ...queue, ahead, seconds }
  }
  return queue
}

/** What is said to who would come now, brought to whoever has this share of the line before them, as the formula does. */
export function saidTo(
  before: Before,
  said: { readonly p50: number; readonly p90: number },
  share: number,
): { readonly p50: number; readonly p90: number } {
  const [whole, own] = [queueOf(before), queueOf(before, share)]
  const brought = (wait: number, normalQuantile: number) => {
    const of = queueLengthQuantile(whole, normalQuantile)
    return of <= 0 ? wait : wait * Math.min(1, queueLengthQuantile(own, normalQuantile) / of)
  }
  const p50 = Math.round(brought(said.p50, 0))
  return { p50, p90: Math.max(p50, Math.round(brought(said.p90, nineTenths))) }
}

/** The nine-tenth quantile of the normal law. */
export const nineTenths = 1.2816

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
