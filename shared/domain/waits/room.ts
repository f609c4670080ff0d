import { priorityRate } from './arrivals.ts'
import { shareBelow, type DurationTable } from './durations.ts'
import { absentShare, leavingRate } from './leaving.ts'
import type { Model } from './model.ts'
import type { CounterNow, Present } from './present.ts'

/** A present state as numbers only, ready to be played many times. Services and counters are known by their rank. */
export interface Room {
  readonly now: number
  readonly target: { readonly service: number; readonly priority: boolean }
  readonly counters: readonly RoomCounter[]
  readonly services: readonly RoomService[]
  readonly absentShare: number
  readonly leavingRate: number
  /** A break that begins late ends late too. */
  readonly breaksKept: boolean
}

export interface RoomCounter {
  readonly skills: Int32Array
  /** From, to, from, to… in order. */
  readonly breaks: Float64Array
  /** When it can call again, if that is certain; else what it is busy with, or a pause of unknown end. */
  readonly freeAt: number | null
  readonly busyWith: readonly Busy[]
  readonly since: number
  readonly pace: number
}

/** One of the services that a counter may be busy with. */
export interface Busy {
  readonly table: DurationTable
  /** Share of that service's durations that are shorter than what has already elapsed. */
  readonly elapsedShare: number
  /** Likelihood of this service, cumulated over those before it; the last is 1. */
  readonly upTo: number
}

export interface RoomService {
  readonly table: DurationTable
  /** Who passes first, as instants of arrival or hours of appointments to come, in order; and who waits without a priority. */
  readonly first: Float64Array
  readonly others: Float64Array
  /** Priority arrivals to come, a second. */
  readonly rate: number
}

/**
 * Only what can matter to the asker: the counters that share a service with theirs, from one to the next.
 * `foreseen` is the wait by the queue's length, in seconds; `leaves` is false for a replayed past, whose lines hold only those who were received in the end.
 */
export function roomOf(model: Model, present: Present, leaves: boolean, foreseen: number): Room {
  const counters = reachable(present)
  const names = [...new Set([present.for.service, ...counters.flatMap(({ services }) => services)])]
  const rank = new Map(names.map((name, index) => [name, index]))
  const first: number[][] = names.map(() => [])
  const others: number[][] = names.map(() => [])
  for (const { service, since, priority } of present.waiting) {
    const at = rank.get(service)
    if (at !== undefined) (priority ? first : others)[at]?.push(since)
  }
  for (const { service, at } of present.expected ?? []) {
    const expectedAt = rank.get(service)
    if (expectedAt !== undefined) first[expectedAt]?.push(at)
  }
  return {
    now: present.now,
    target: { service: 0, priority: present.for.priority },
    counters: counters.map((counter) => roomCounter(model, counter, present, rank)),
    services: names.map((name, index) => {
      const arrivals = model.arrivals.get(name)
      return {
        table: (model.durations.get(name) ?? model.overall).table,
        first: Float64Array.from(first[index]!).sort(),
        others: Float64Array.from(others[index]!).sort(),
        rate: arrivals ? priorityRate(arrivals, present.now + 600, model.days) : 0,
      }
    }),
    absentShare: leaves ? absentShare(model.leaving) : 0,
    leavingRate: leaves ? leavingRate(model.leaving, foreseen) : 0,
    breaksKept: model.breaks.kept > model.breaks.cut,
  }
}

function reachable({ counters, for: { service } }: Present): readonly CounterNow[] {
  const services = new Set([service])
  let left = counters
  const found: CounterNow[] = []
  for (;;) {
    const more = left.filter((counter) => counter.services.some((one) => services.has(one)))
    if (more.length === 0) return found
    found.push(...more)
    for (const counter of more) for (const one of counter.services) services.add(one)
    left = left.filter((counter) => !more.includes(counter))
  }
}

function roomCounter(
  model: Model,
  counter: CounterNow,
  { now, closesAt }: Present,
  rank: ReadonlyMap<string, number>,
): RoomCounter {
  const skills = Int32Array.from(counter.services, (service) => rank.get(service) ?? 0)
  const breaks = Float64Array.from(
    counter.breaks
      .toSorted((a, b) => a[0] - b[0])
      .flatMap(([from, to]) => [from, to > closesAt + goneAfter ? Infinity : to]),
  )
  const since = Math.min(now, counter.since)
  return {
    skills,
    breaks,
    since,
    pace: counter.pace ?? 1,
    freeAt: certainlyFreeAt(counter, now, closesAt + goneAfter),
    busyWith: counter.state === 'busy' ? busyWith(model, counter, (now - since) / (counter.pace ?? 1)) : [],
  }
}

/** A break that ends so long after closing, in seconds, is the end of that counter's day. */
const goneAfter = 3_600

/** A pause without a known end, during a break of the day, ends with that break. */
function certainlyFreeAt({ state, resumesAt, breaks }: CounterNow, now: number, gone: number): number | null {
  if (state === 'free') return now
  if (state === 'busy') return null
  if (resumesAt !== null) return resumesAt > gone ? Infinity : Math.max(now, resumesAt)
  return breaks.find(([from, to]) => from <= now && now < to)?.[1] ?? null
}

function busyWith(model: Model, { service, services }: CounterNow, elapsed: number): readonly Busy[] {
  const possible = service === null ? services : [service]
  let sum = 0
  const found = possible.map((name) => {
    const { table } = model.durations.get(name) ?? model.overall
    const elapsedShare = shareBelow(table, elapsed)
    // The more visits a service has, and the more of them last at least this long, the likelier it is.
    const visits = 1 + (model.durations.get(name)?.latest.length ?? 0)
    sum += visits * (1.001 - elapsedShare)
    return { table, elapsedShare, upTo: sum }
  })
  return found.map((busy) => ({ ...busy, upTo: busy.upTo / sum }))
}
