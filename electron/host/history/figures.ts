import type { VisitRow } from '../../../db/journal/readTables.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { spanTold, type Announced } from '../../../shared/contract/waits/waits.ts'
import {
  wasHeld,
  waitedBy,
  waitQuantile,
  type Bounds,
  type Waited,
} from '../../../shared/domain/history/waited.ts'

/** What is measured of a group of people; filled one visit at a time, so that a year needs no list of its visits. */
export type Tally = {
  people: number
  received: number
  left: number
  absent: number
  unserved: number
  /** Received, and refused at least one request. */
  refused: number
  /** Told a P90, and called before it. */
  announced: number
  within: number
  readonly waits: Waited[]
  readonly announcedP50: number[]
  readonly announcedP90: number[]
}

/** A tally of nobody yet. */
export const noTally = (): Tally => ({
  people: 0,
  received: 0,
  left: 0,
  absent: 0,
  unserved: 0,
  refused: 0,
  announced: 0,
  within: 0,
  waits: [],
  announcedP50: [],
  announcedP90: [],
})

/** Tallies by a key, made when first asked for. */
export function tallies<K>() {
  const all = new Map<K, Tally>()
  return {
    all,
    of: (key: K): Tally => {
      const tally = all.get(key) ?? noTally()
      all.set(key, tally)
      return tally
    },
  }
}

/** What both measured, of groups that share nobody. */
export const both = (one: Tally, other: Tally): Tally => ({
  people: one.people + other.people,
  received: one.received + other.received,
  left: one.left + other.left,
  absent: one.absent + other.absent,
  unserved: one.unserved + other.unserved,
  refused: one.refused + other.refused,
  announced: one.announced + other.announced,
  within: one.within + other.within,
  waits: [...one.waits, ...other.waits],
  announcedP50: [...one.announcedP50, ...other.announcedP50],
  announcedP90: [...one.announcedP90, ...other.announcedP90],
})

/** A wait longer than this, in milliseconds, went on over a night in a day that was left open: it teaches nothing. */
const overnight = 12 * 3_600_000

/**
 * Seconds from the ticket to the first call; null when nobody called, or on another day. Called in the act that made the ticket
 * (a late piece left at the entrance), nobody waited in a line: there is nothing to learn from.
 */
export const waitOf = ({ takenAt, firstCalledAt }: VisitRow): number | null =>
  firstCalledAt === null || firstCalledAt === takenAt || firstCalledAt - takenAt > overnight
    ? null
    : Math.round((firstCalledAt - takenAt) / 1000)

/** How long someone waited, as far as it is known. @param dayEnds the midnight that ends the day of the ticket */
export const waitedOf = (
  { takenAt, firstCalledAt, endedAt: goneAt, byHand }: VisitRow,
  dayEnds: Instant,
  now: Instant,
): Waited | null =>
  waitedBy({ takenAt, firstCalledAt, goneAt, endUnwritten: byHand && goneAt === null }, { dayEnds, now })

/** The span that a person was told, in seconds; null of who was told none, or the doubt alone. */
function toldTo({ announcedP50: p50, announcedP90: p90, sure }: VisitRow): Announced | null {
  return p50 === null || p90 === null || sure === null ? null : spanTold({ p50, p90, sure })
}

/** Whether the P90 announced held; null where none was, or where nothing can be told of it. */
export function heldP90(visit: VisitRow, dayEnds: Instant, now: Instant): boolean | null {
  const told = toldTo(visit)
  const waited = told && waitedOf(visit, dayEnds, now)
  return waited && wasHeld(waited, told.p90)
}

/** One visit more in this tally. */
export function add(tally: Tally, visit: VisitRow, { dayEnds, now }: Bounds, refused = false): void {
  tally.people++
  if (visit.state === 'closed') tally.received++
  if (visit.state === 'left') tally.left++
  if (visit.state === 'absent') tally.absent++
  if (visit.state === 'unserved') tally.unserved++
  if (visit.state === 'closed' && refused) tally.refused++
  const wait = waitedOf(visit, dayEnds, now)
  if (wait !== null) tally.waits.push(wait)
  const told = toldTo(visit)
  if (told) tally.announcedP50.push(told.p50)
  if (told) tally.announcedP90.push(told.p90)
  const held = heldP90(visit, dayEnds, now)
  if (held !== null) tally.announced++
  if (held === true) tally.within++
}

/** Half the people, and nine in ten of them, waited no longer. */
export function waitQuantiles(waits: readonly Waited[]) {
  const median = waitQuantile(waits, 0.5)
  const p90 = waitQuantile(waits, 0.9)
  return {
    median: median?.seconds ?? null,
    p90: p90?.seconds ?? null,
    medianAtLeast: median?.atLeast ?? false,
    p90AtLeast: p90?.atLeast ?? false,
  }
}

/** The figures of a group; none where so few people would be told apart, or would be by what is said of others. */
export function waitFigures(
  { people, received, refused, waits }: Tally,
  { told }: { readonly told: boolean },
) {
  if (!told) return { people: null, received: null, ...waitQuantiles([]), refused: null }
  return { people, received, ...waitQuantiles(waits), refused: received === 0 ? null : refused / received }
}
