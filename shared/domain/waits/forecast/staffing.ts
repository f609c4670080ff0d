import { halfHour, type HalfHourExpected } from './forecast.ts'

/** A counter held between two instants of the day, in seconds since midnight, for some services. */
export type Planned = { readonly services: readonly string[]; readonly from: number; readonly to: number }

/** Who is expected when, which counters are planned, how long a person takes there, in seconds. */
export type StaffedDay = {
  readonly expected: readonly HalfHourExpected[]
  readonly counters: readonly Planned[]
  readonly seconds: ReadonlyMap<string, number>
  readonly closes: number
  /** Nobody is expected before, and no counter receives: the present, on the day itself. */
  readonly now: number
  /** Who waits already, the first come first. */
  readonly waiting: readonly string[]
}

/** Days played: the mean wait of a half-hour is then known to about a minute. */
const runs = 60
/** Durations of a request vary as a sum of two exponentials. */
const usualSeconds = 600

/** The same draws for a day and the same day with one counter more: only the counter differs. */
function draws(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Person = {
  readonly service: string
  readonly at: number
  readonly takes: number
  readonly counted: boolean
}

/**
 * Mean wait by half-hour of arrival, in seconds: days drawn from who is expected, each person received in order of arrival by
 * the first planned counter that can. Who is not received waits until closing. A half-hour in which nobody came says nothing.
 */
export function expectedWaits(day: StaffedDay): ReadonlyMap<number, number> {
  const sums = new Map<number, { waits: number; people: number }>()
  const counters = day.counters
    .filter(({ to }) => to > day.now)
    .toSorted((one, other) => one.from - other.from)
  for (let run = 0; run < runs; run++) {
    const chance = draws(run + 1)
    const freeAt = counters.map(({ from }) => Math.max(from, day.now))
    for (const person of arrivals(day, chance)) {
      let first = -1
      let starts = day.closes
      for (const [at, { services, to }] of counters.entries()) {
        if (!services.includes(person.service)) continue
        const start = Math.max(person.at, freeAt[at]!)
        if (start < to && start < starts) [first, starts] = [at, start]
      }
      if (first >= 0) freeAt[first] = starts + person.takes
      if (!person.counted) continue
      const from = Math.floor(person.at / halfHour) * halfHour
      const sum = sums.get(from) ?? { waits: 0, people: 0 }
      sums.set(from, { waits: sum.waits + Math.max(0, starts - person.at), people: sum.people + 1 })
    }
  }
  return new Map([...sums].map(([from, { waits, people }]) => [from, waits / people]))
}

/** One day drawn: who waits already, then who comes, in order of arrival. */
function arrivals({ expected, seconds, now, waiting }: StaffedDay, chance: () => number): readonly Person[] {
  const takes = (service: string) =>
    (-(seconds.get(service) ?? usualSeconds) / 2) * (Math.log(1 - chance()) + Math.log(1 - chance()))
  const here = waiting.map((service): Person => ({ service, at: now, takes: takes(service), counted: false }))
  const coming = expected.flatMap(({ from, service, expected: mean }) =>
    Array.from({ length: poisson(mean, chance) }, () => ({
      service,
      at: from + chance() * halfHour,
      takes: takes(service),
      counted: true,
    })).filter(({ at }) => at >= now),
  )
  return [...here, ...coming.toSorted((one, other) => one.at - other.at)]
}

/** A count of this mean (Knuth's product of uniforms: means of a half-hour are small). */
function poisson(mean: number, chance: () => number): number {
  const limit = Math.exp(-Math.min(mean, 200))
  let count = -1
  for (let product = 1; product > limit; count++) product *= chance()
  return Math.max(0, count)
}

/**
 * The counters of a plan that says how many are held in each half-hour: the first of them receive what those of a like day did,
 * the earliest first, and the others every service.
 * @param plan minutes since midnight
 */
export function countersOf(
  plan: readonly { readonly from: number; readonly counters: number }[],
  like: readonly Planned[],
): readonly Planned[] {
  const all = [...new Set(like.flatMap(({ services }) => services))]
  const held = new Map<number, Planned[]>()
  for (const { from, counters } of plan.toSorted((one, other) => one.from - other.from)) {
    const begins = from * 60
    // Those who were held in this half-hour give their services first.
    const kinds = like.filter((one) => one.from < begins + halfHour && one.to > begins)
    for (let at = 0; at < counters; at++) {
      const spans = held.get(at) ?? []
      held.set(at, spans)
      const services = kinds[at]?.services ?? all
      const last = spans.at(-1)
      if (last?.to === begins && String(last.services) === String(services))
        spans[spans.length - 1] = { ...last, to: begins + halfHour }
      else spans.push({ services, from: begins, to: begins + halfHour })
    }
  }
  return [...held.values()].flat()
}

/** How many people these counters can receive in a half-hour, at the mean duration of who is expected; and how many they are. */
export function capacityOf({ counters, expected, seconds }: StaffedDay, from: number) {
  const those = expected.filter((one) => one.from === from)
  const people = those.reduce((sum, one) => sum + one.expected, 0)
  const work = those.reduce((sum, one) => sum + one.expected * (seconds.get(one.service) ?? usualSeconds), 0)
  const open = counters.reduce(
    (sum, one) => sum + Math.max(0, Math.min(one.to, from + halfHour) - Math.max(one.from, from)),
    0,
  )
  return { counters: open / halfHour, capacity: open / (people > 0 ? work / people : usualSeconds) }
}

/** The plan with one counter more, for every service, between two hours; or without one of them. */
export function withCounter(
  day: StaffedDay,
  { from, to, counters }: { readonly from: number; readonly to: number; readonly counters: 1 | -1 },
): StaffedDay {
  if (counters === 1) {
    const services = [...new Set(day.expected.map(({ service }) => service))]
    return { ...day, counters: [...day.counters, { services, from, to }] }
  }
  // The one whose hours are the most within these goes: what is left of it stays.
  const within = ({ from: begins, to: ends }: Planned) => Math.min(ends, to) - Math.max(begins, from)
  const gone = day.counters.reduce(
    (most, one, at) => (within(one) > within(day.counters[most]!) ? at : most),
    0,
  )
  if (day.counters.length === 0 || within(day.counters[gone]!) <= 0) return day
  return {
    ...day,
    counters: day.counters.flatMap((one, at) =>
      at === gone
        ? [
            { ...one, to: Math.min(one.to, from) },
            { ...one, from: Math.max(one.from, to) },
          ].filter((left) => left.from < left.to)
        : [one],
    ),
  }
}

/** A wait shorter than this asks for no counter more, in seconds. */
const long = 15 * 60
/** A counter more is for so many half-hours at most: nobody is called for a whole day by a forecast. */
const mostHalfHours = 6

/**
 * Where one counter more does most: around the longest wait, from the half-hour before it grows. Null where no wait is long, or
 * where it would change nothing.
 */
export function adviceFor(day: StaffedDay, waits: ReadonlyMap<number, number>) {
  const slots = [...waits.keys()].toSorted((one, other) => one - other)
  const worst = slots.toSorted((one, other) => waits.get(other)! - waits.get(one)!).at(0)
  if (worst === undefined || waits.get(worst)! <= long) return null
  let first = slots.indexOf(worst)
  while (
    first > 0 &&
    waits.get(slots[first - 1]!)! > long / 2 &&
    slots.indexOf(worst) - first < mostHalfHours - 1
  )
    first--
  const from = Math.max(day.now, slots[first]!)
  const to = Math.min(day.closes, worst + halfHour)
  const after = expectedWaits(withCounter(day, { from, to, counters: 1 }))
  const without = waits.get(worst)!
  const better = after.get(worst) ?? without
  return better < without * 0.9 ? { from, to, without, with: better } : null
}
