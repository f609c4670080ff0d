import type { VisitRow } from '../../../db/journal/readTables.ts'
import { quantile } from '../../../shared/domain/history/views.ts'

/** What is measured of a group of people; filled one visit at a time, so that a year needs no list of its visits. */
export type Tally = {
  people: number
  received: number
  left: number
  absent: number
  unserved: number
  /** Received, and refused at least one request. */
  refused: number
  /** P90 announced, and called before it. */
  announced: number
  within: number
  /** Seconds from the ticket to the first call. */
  readonly waits: number[]
  readonly announcedP50: number[]
  readonly announcedP90: number[]
}

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

/**
 * Seconds from the ticket to the first call; null when nobody called. Called in the act that made the ticket (a late
 * piece left at the entrance), nobody waited in a line: there is nothing to measure.
 */
export const waitOf = ({ takenAt, firstCalledAt }: VisitRow): number | null =>
  firstCalledAt === null || firstCalledAt === takenAt ? null : Math.round((firstCalledAt - takenAt) / 1000)

/**
 * Whether the P90 announced held. Who left or was not received after it, uncalled, waited longer than announced; of
 * who left before it, nothing can be told, nor of who still waits.
 */
export function heldP90(visit: VisitRow): boolean | null {
  const { announcedP90, state, takenAt, endedAt } = visit
  if (announcedP90 === null) return null
  const wait = waitOf(visit)
  if (wait !== null) return wait <= announcedP90
  const gone = (state === 'left' || state === 'unserved') && endedAt !== null
  return gone && endedAt - takenAt > announcedP90 * 1000 ? false : null
}

/** One visit more in this tally. */
export function add(tally: Tally, visit: VisitRow, refused: boolean): void {
  tally.people++
  if (visit.state === 'closed') tally.received++
  if (visit.state === 'left') tally.left++
  if (visit.state === 'absent') tally.absent++
  if (visit.state === 'unserved') tally.unserved++
  if (visit.state === 'closed' && refused) tally.refused++
  const wait = waitOf(visit)
  if (wait !== null) tally.waits.push(wait)
  if (visit.announcedP50 !== null) tally.announcedP50.push(visit.announcedP50)
  if (visit.announcedP90 !== null) tally.announcedP90.push(visit.announcedP90)
  const held = heldP90(visit)
  if (held !== null) tally.announced++
  if (held === true) tally.within++
}

/** The figures of a group; none where so few people would be told apart, or would be by what is said of others. */
export function waitFigures(
  { people, received, refused, waits }: Tally,
  { told }: { readonly told: boolean },
) {
  if (!told) return { people: null, median: null, p90: null, refused: null }
  return {
    people,
    median: quantile(waits, 0.5),
    p90: quantile(waits, 0.9),
    refused: received === 0 ? null : refused / received,
  }
}
