import { durationAt, steps } from './durations.ts'
import { absentSeconds } from './leaving.ts'
import { openPause } from './queueLength.ts'
import type { Room, RoomCounter } from './room.ts'

/** Whatever happens, a run stops there: the asker is not called that day. */
export const horizon = 12 * 3600

/** Of a run, so many draws are mirrored in the next one. */
const mirroredAtMost = 1_024

/**
 * Plays the room `runs` times until the asker is called, and gives the waits in seconds, in no order. The rule is
 * the office's: priority first, then order of arrival, never interrupting; a break begins once the person being
 * received has gone; people may have left, or not come when called. Whoever arrives later without a priority can't
 * pass before the asker, so only priority arrivals are drawn.
 */
export function simulateWaits(room: Room, runs: number, chance: () => number): Float64Array {
  const { now, counters, services, target } = room
  const free = new Float64Array(counters.length)
  // For each service, how far its two lines have been called, and the next priority arrival.
  const firstDone = new Int32Array(services.length)
  const othersDone = new Int32Array(services.length)
  const coming = new Float64Array(services.length)
  const waits = new Float64Array(runs)
  // Priorities that arrive faster than they are received would otherwise be played without end.
  const most = services.reduce((sum, { first, others }) => sum + 2 * (first.length + others.length), 2_000)

  // Runs go by two: where one draws a long visit the other draws a short one, so that their mean is steadier.
  const drawn = new Float64Array(mirroredAtMost)
  let mirrored = false
  let known = 0
  let used = 0
  const next = (): number => {
    if (mirrored) return used < known ? 1 - drawn[used++]! : chance()
    const draw = chance()
    if (known < mirroredAtMost) drawn[known++] = draw
    return draw
  }

  for (let run = 0; run < runs; run += 1) {
    mirrored = run % 2 === 1
    if (!mirrored) known = 0
    used = 0
    firstDone.fill(0)
    othersDone.fill(0)
    for (let s = 0; s < services.length; s += 1) coming[s] = nextPriority(now, services[s]!.rate, next)
    for (let c = 0; c < counters.length; c += 1) free[c] = freeAt(counters[c]!, now, next)
    waits[run] = play()
  }
  return waits

  function play(): number {
    for (let step = 0; step < most; step += 1) {
      let c = 0
      for (let other = 1; other < free.length; other += 1) if (free[other]! < free[c]!) c = other
      const at = free.length === 0 ? Infinity : free[c]!
      if (at - now >= horizon) return horizon
      const counter = counters[c]!
      const back = endOfBreakAt(counter.breaks, at, room.breaksKept)
      if (back > at) {
        free[c] = back
        continue
      }
      const s = nextService(counter, at)
      if (s < 0) {
        // Nobody for this counter: it is free until a priority or an appointment comes, or for good.
        free[c] = soonest(counter)
        continue
      }
      const service = services[s]!
      let since: number
      const due = firstDone[s]! < service.first.length ? service.first[firstDone[s]!]! : Infinity
      if (due <= at && due <= coming[s]! && !(target.priority && s === target.service && due > now)) {
        since = Math.max(now, due)
        firstDone[s]! += 1
      } else if (coming[s]! <= at) {
        if (target.priority && s === target.service) return at - now
        since = coming[s]!
        coming[s] = nextPriority(since, service.rate, next)
      } else if (target.priority && s === target.service) {
        return at - now
      } else if (othersDone[s]! < service.others.length) {
        since = now
        othersDone[s]! += 1
      } else return at - now
      // One draw tells what comes of a call, from the shortest to the longest: gone before, absent, received.
      const draw = next()
      const gone = room.leavingRate > 0 ? 1 - Math.exp(room.leavingRate * (since - at)) : 0
      if (draw < gone) continue
      const absent = gone + (1 - gone) * room.absentShare
      free[c] =
        at +
        (draw < absent
          ? absentSeconds
          : counter.pace * durationAt(service.table, (draw - absent) / (1 - absent)))
    }
    return horizon
  }

  /** The service whose next person this counter must call at that instant; −1 when there is nobody. */
  function nextService(counter: RoomCounter, at: number): number {
    let best = -1
    let bestSince = Infinity
    for (let k = 0; k < counter.skills.length; k += 1) {
      const s = counter.skills[k]!
      const { first } = services[s]!
      const done = firstDone[s]!
      const asker = target.priority && s === target.service ? now : Infinity
      const since = Math.min(done < first.length ? first[done]! : Infinity, asker, coming[s]!)
      if (since <= at && since < bestSince) {
        best = s
        bestSince = since
      }
    }
    if (best >= 0) return best
    for (let k = 0; k < counter.skills.length; k += 1) {
      const s = counter.skills[k]!
      const { others } = services[s]!
      const done = othersDone[s]!
      const since =
        done < others.length ? others[done]! : !target.priority && s === target.service ? now : Infinity
      if (since < bestSince) {
        best = s
        bestSince = since
      }
    }
    return best
  }

  function soonest({ skills }: RoomCounter): number {
    let least = Infinity
    for (let k = 0; k < skills.length; k += 1) {
      const s = skills[k]!
      const done = firstDone[s]!
      const { first } = services[s]!
      least = Math.min(least, coming[s]!, done < first.length ? first[done]! : Infinity)
    }
    return least
  }
}

const nextPriority = (from: number, rate: number, chance: () => number): number =>
  rate > 0 ? from - Math.log(1 - chance()) / rate : Infinity

function freeAt(counter: RoomCounter, now: number, chance: () => number): number {
  if (counter.freeAt !== null) return counter.freeAt
  // The longer a pause without a known end has lasted, the longer it may still last: an agent gone for the day.
  if (counter.busyWith.length === 0)
    return now - Math.log(1 - chance()) * Math.max(openPause, now - counter.since)
  let which = 0
  if (counter.busyWith.length > 1) {
    const draw = chance()
    while (which < counter.busyWith.length - 1 && counter.busyWith[which]!.upTo < draw) which += 1
  }
  const { table, elapsedShare } = counter.busyWith[which]!
  if (elapsedShare < 1) {
    const total = durationAt(table, elapsedShare + (1 - elapsedShare) * chance())
    return Math.max(now, counter.since + counter.pace * total)
  }
  // Longer than anything measured: it may last as much again as half a usual visit, on average.
  return now - Math.log(1 - chance()) * table[steps >> 1]! * 0.7
}

function endOfBreakAt(breaks: Float64Array, at: number, kept: boolean): number {
  for (let k = 0; k < breaks.length; k += 2)
    if (breaks[k]! <= at && at < breaks[k + 1]!)
      return kept ? at + breaks[k + 1]! - breaks[k]! : breaks[k + 1]!
  return at
}
