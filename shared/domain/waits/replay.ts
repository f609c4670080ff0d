import type { CounterNow, Present, Visit } from './present.ts'

/** A past arrival as it must have been seen then, and the wait that followed, in seconds. */
export interface Replayed {
  readonly present: Present
  readonly waited: number
}

/** The counters of the office, as far as they are the same from one day to the next. */
export type Roster = readonly Pick<CounterNow, 'services' | 'breaks'>[]

/**
 * Who passed first. By the rule, of two people for one service only a priority may pass before whoever came
 * earlier: an arrival that found somebody waiting and overtook them had one, an arrival that overtook nobody of
 * those had none. Of whoever found nobody waiting, nothing can be told.
 */
export function withPriorities(day: readonly Visit[]): Visit[] {
  const byArrival = day.toSorted((a, b) => a.arrived - b.arrived)
  const first = new Set<Visit>()
  return byArrival.map((visit, index) => {
    if (visit.priority !== undefined) return visit
    let found = false
    let overtook = false
    for (let k = index - 1; k >= 0; k -= 1) {
      const other = byArrival[k]!
      if (other.service !== visit.service || other.started <= visit.arrived || first.has(other)) continue
      found = true
      if (visit.started < other.started) overtook = true
    }
    if (overtook) first.add(visit)
    return found ? { ...visit, priority: overtook } : visit
  })
}

/**
 * The arrivals of one past day, each with the state of the office that the day's visits imply. Which counter
 * received whom isn't kept, so visits are given to capable counters in order, first to the one that has just become free.
 * Those who left or didn't come have no visit: they are missing from the lines, as from what is measured.
 */
export function replayDay(day: readonly Visit[], roster: Roster): Replayed[] {
  const visits = day.toSorted((a, b) => a.arrived - b.arrived)
  const busy = assigned(day, roster)
  const closesAt = visits.reduce((latest, { started }) => Math.max(latest, started), 0) + 60
  return visits.map((visit) => {
    const now = visit.arrived
    const waiting = visits
      .filter((other) => other !== visit && other.arrived <= now && other.started > now)
      .map(({ service, arrived, priority }) => ({ service, since: arrived, priority: priority ?? false }))
    return {
      present: {
        now,
        closesAt,
        counters: roster.map((counter, index) => counterAt(counter, busy[index]!, now)),
        waiting,
        for: { service: visit.service, priority: visit.priority ?? false },
      },
      waited: visit.started - visit.arrived,
    }
  })
}

function assigned(day: readonly Visit[], roster: Roster): Visit[][] {
  const busy = roster.map((): Visit[] => [])
  for (const visit of day.toSorted((a, b) => a.started - b.started)) {
    let best = -1
    let bestCost = Infinity
    for (const [index, { services, breaks }] of roster.entries()) {
      if (!services.includes(visit.service)) continue
      const freeSince = busy[index]!.at(-1)?.ended ?? 0
      const overlap = Math.max(0, freeSince - visit.started)
      const onBreak = breaks.some(([from, to]) => from <= visit.started && visit.started < to)
      // An overlap is impossible and a break unlikely: then the one that has just become free, since the room was full.
      const cost = overlap * 1_000 + (onBreak ? 100_000 : 0) + (visit.started - freeSince)
      if (cost < bestCost) {
        best = index
        bestCost = cost
      }
    }
    busy[best]?.push(visit)
  }
  return busy
}

function counterAt(
  { services, breaks }: Roster[number],
  received: readonly Visit[],
  now: number,
): CounterNow {
  const current = received.find(({ started, ended }) => started <= now && now < ended)
  if (current)
    return {
      services,
      breaks,
      state: 'busy',
      since: current.started,
      service: current.service,
      resumesAt: null,
    }
  const away = breaks.find(([from, to]) => from <= now && now < to)
  if (away) return { services, breaks, state: 'paused', since: away[0], service: null, resumesAt: away[1] }
  const since = received.findLast(({ ended }) => ended <= now)?.ended ?? 0
  return { services, breaks, state: 'free', since, service: null, resumesAt: null }
}
