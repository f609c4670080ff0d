import { setImmediate } from 'node:timers/promises'
import type { Journal } from '../../../db/journal/port.ts'
import type { VisitRow } from '../../../db/journal/readTables.ts'
import type { Instant, TicketId } from '../../../shared/contract/ids.ts'
import { boundary, dateIn, spansAt } from '../../../shared/domain/core/calendar/index.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import { estimate } from '../../../shared/domain/waits/estimate.ts'
import {
  emptyModel,
  learnOutcomes,
  learnVisits,
  learnWait,
  type Coverage,
  type Model,
  type Outcome,
} from '../../../shared/domain/waits/model.ts'
import type { Visit } from '../../../shared/domain/waits/present.ts'
import { replayDay, type Replayed, type Roster } from '../../../shared/domain/waits/replay.ts'
import { heldP90, waitOf } from '../history/figures.ts'
import { visitsBetween } from '../history/visits.ts'

/** The model is fitted on so many days, in milliseconds: a month of the office as it is now. */
const period = 30 * 86_400_000
/** The latest arrivals that are played again: enough for a dozen features, few enough for a second. */
const replayedAtMost = 1500
/** Estimates made in a row before other work passes: about four milliseconds. */
const inARow = 8

/** What the visits of the last month teach, and which of them were learnt. */
export type Learnt = { readonly model: Model; readonly known: ReadonlySet<TicketId> }

/**
 * The model fitted on the last thirty days: durations, arrivals, who leaves; then each of the latest arrivals is
 * estimated as it must have been seen, and its wait measured teaches the correction. Other work passes meanwhile.
 * @throws the signal's reason once it is aborted
 */
export async function learnHistory(
  journal: Pick<Journal, 'visits'>,
  office: Office,
  now: Instant,
  signal: AbortSignal,
): Promise<Learnt> {
  const zone = zoneOf(office)
  const known = new Set<TicketId>()
  const days = new Map<number, Visit[]>()
  let coverage: ReadonlyMap<string, Coverage> = new Map()
  let model = emptyModel
  let midnight = 0
  let nextMidnight = 0
  let rows: VisitRow[] = []
  const learnDay = () => {
    model = learnVisits(
      model,
      rows.flatMap((row) => requestOf(row, midnight) ?? []),
    )
    model = learnOutcomes(
      model,
      rows.flatMap((row) => outcomeOf(row) ?? []),
    )
    const played = rows.flatMap((row) => visitOf(row, midnight) ?? [])
    if (played.length > 0) days.set(midnight, played)
    rows = []
  }
  const from = Math.max(0, now - period) as Instant
  for await (const row of visitsBetween(journal, { from, to: now })) {
    signal.throwIfAborted()
    if (row.takenAt >= nextMidnight) {
      learnDay()
      const date = dateIn(zone, row.takenAt)
      midnight = boundary(zone, date, 0)
      nextMidnight = boundary(zone, date, 1440)
    }
    rows.push(row)
    if (isOver(row)) known.add(row.ticketId)
    coverage = covered(coverage, row)
  }
  learnDay()
  for (const [at, { present, waited }] of replays(days, rosterOf(office, now)).entries()) {
    if (at % inARow === 0) await setImmediate()
    signal.throwIfAborted()
    model = learnWait(model, estimate(model, present, at, true).basis, waited)
  }
  return { model: { ...model, coverage }, known }
}

function replays(days: ReadonlyMap<number, readonly Visit[]>, roster: Roster): readonly Replayed[] {
  const latest: Replayed[][] = []
  let count = 0
  for (const day of [...days.values()].toReversed()) {
    if (count >= replayedAtMost || roster.length === 0) break
    const played = replayDay(day, roster)
    latest.unshift(played)
    count += played.length
  }
  return latest.flat().slice(-replayedAtMost)
}

/**
 * Who receives what, with the breaks of a day: the counters held now; when none is, one for each agent, as many as
 * there are places. It is nearly the same from one day to the next.
 */
function rosterOf({ settings, counters, skills }: Office, now: Instant): Roster {
  if (settings === null) return []
  const { zone } = settings.calendar
  const date = dateIn(zone, now)
  const midnight = boundary(zone, date, 0)
  const clock = (at: Instant) => (at - midnight) / 1000
  const spans = spansAt(settings.calendar, date)
  const breaks = spans.slice(1).map(([from], rank) => [clock(spans[rank]![1]), clock(from)] as const)
  const held = counters
    .valueSeq()
    .filter(({ agentId }) => agentId !== null)
    .map(({ agentId, services }) => services ?? skills.get(agentId!) ?? [])
    .toArray()
  const all = held.length > 0 ? held : skills.valueSeq().take(settings.counters.length).toArray()
  return all.map((services) => ({ services: [...services], breaks }))
}

/** Nothing more will be measured of this visit. */
export const isOver = ({ state }: VisitRow): boolean =>
  state === 'closed' || state === 'left' || state === 'absent' || state === 'unserved'

/** Seconds of a visit that were given to the person: away, interrupted and by hand are out of the estimates. */
function servedOf({ startedAt, endedAt, awayMs, interruptedMs, byHand, state }: VisitRow): number | null {
  if (state !== 'closed' || byHand || startedAt === null || endedAt === null) return null
  return Math.max(0, (endedAt - startedAt - awayMs - interruptedMs) / 1000)
}

/** A visit as it was, on its day's clock; undefined of what has no wait to measure. */
function visitOf(row: VisitRow, midnight: number): Visit | undefined {
  const served = servedOf(row)
  const wait = waitOf(row)
  if (served === null || wait === null) return undefined
  const arrived = (row.takenAt - midnight) / 1000
  const started = arrived + wait
  const { serviceId: service, priority } = row
  return { day: midnight, service, arrived, started, ended: started + served, priority: priority !== null }
}

/** A visit as long as one request: who brings several counts as many times in a line. */
export function requestOf(row: VisitRow, midnight: number): Visit | undefined {
  const visit = visitOf(row, midnight)
  return visit && { ...visit, ended: visit.started + (visit.ended - visit.started) / row.requests }
}

/** What came of the wait; undefined of who stayed until nobody could receive them. */
export function outcomeOf(row: VisitRow): Outcome | undefined {
  const { state, takenAt, endedAt, byHand } = row
  if (byHand) return undefined
  const wait = waitOf(row)
  if (state === 'left' && wait === null && endedAt !== null)
    return { kind: 'left', waited: (endedAt - takenAt) / 1000, weight: 1 }
  if (wait === null || !isOver(row)) return undefined
  return { kind: state === 'absent' ? 'absent' : 'called', waited: wait, weight: 1 }
}

/** The real coverage by service with one visit more, as it is published. */
export function covered(
  coverage: ReadonlyMap<string, Coverage>,
  row: VisitRow,
): ReadonlyMap<string, Coverage> {
  const { endedAt, takenAt } = row
  const until = (endedAt ?? takenAt) as Instant
  const held = heldP90(row, until, until)
  if (held === null || !isOver(row)) return coverage
  const before = coverage.get(row.serviceId) ?? { announced: 0, within: 0 }
  return new Map(coverage).set(row.serviceId, {
    announced: before.announced + 1,
    within: before.within + (held ? 1 : 0),
  })
}
