import { DocumentKind } from '../../contract/documents/kinds.ts'
import type { CounterId, Instant } from '../../contract/ids.ts'
import type { Output } from '../../contract/index.ts'
import { usualServiceRule } from '../../contract/queue/rules.ts'
import { spanTold } from '../../contract/waits/waits.ts'
import { resourceNow } from '../waits/announce.ts'
import { boundary, dateIn } from '../core/calendar/index.ts'
import { zoneOf, type Office } from '../state.ts'
import { noCounter, noneEnded, type Ticket } from '../queue/state.ts'
import { ticketsLeft } from '../queue/quota.ts'
import { neverShownAmong } from '../queue/ticketChanges.ts'
import { openFor } from '../people/skills.ts'
import { decisionsOf } from './decisions.ts'
import { wasHeld, waitedBy, waitQuantile, type Bounds, type Waited } from './waited.ts'
import { stationsInTrouble } from '../network/suspending.ts'
import {
  absentRows,
  closedNow,
  counterRows,
  dayOf,
  isLastTickets,
  officeName,
  parkedRows,
  reasonIn,
  rows,
  waitingRow,
} from '../queue/rows.ts'
import { exchanges } from '../../procedures/exchanges.ts'
import type { View, ViewContext, Views } from '../view.ts'

type Supervision = Output<'supervision.view'>

/** The median of what was announced, in whole seconds; null of nothing (the nearest rank). Waits have `waitQuantile`. */
export const median = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? null

/** What bounds the wait of a ticket of the day under way. */
type BoundsOf = (takenAt: Instant) => Bounds

/** The day's own midnight for nearly all, were the day left open overnight; the next one for who came in a night session. */
function boundsIn(office: Office, now: Instant): BoundsOf {
  const zone = zoneOf(office)
  const midnight = office.day === null ? now : boundary(zone, office.day.date, 1440)
  return (takenAt) => ({
    dayEnds: takenAt < midnight ? midnight : boundary(zone, dateIn(zone, takenAt), 1440),
    now,
  })
}

/** How long someone of the day under way waited, as far as it is known now. */
const waitedOf = ({ takenAt, firstCalledAt, goneAt, state }: Ticket, boundsOf: BoundsOf): Waited | null =>
  waitedBy(
    { takenAt, firstCalledAt, goneAt, endUnwritten: goneAt === null && state === 'unserved' },
    boundsOf(takenAt),
  )

const waitsOf = (tickets: readonly Ticket[], boundsOf: BoundsOf): readonly Waited[] =>
  tickets.flatMap((ticket) => waitedOf(ticket, boundsOf) ?? [])

/** Half the people, and nine in ten of them. */
function quantilesOf(waits: readonly Waited[]) {
  const median = waitQuantile(waits, 0.5)
  const p90 = waitQuantile(waits, 0.9)
  return {
    medianWait: median?.seconds ?? null,
    p90Wait: p90?.seconds ?? null,
    medianAtLeast: median?.atLeast ?? false,
    p90AtLeast: p90?.atLeast ?? false,
  }
}

const over: ReadonlySet<Ticket['state']> = new Set(['closed', 'left', 'absent', 'unserved'])

/**
 * Whether the day's tickets are all here. Closed and opened again on its date, its first ones are in the history alone: waits of the
 * others would not be the day's.
 */
function isWhole({ ended }: Office, tickets: readonly Ticket[]): boolean {
  const counted = [...ended.values()].reduce(
    (sum, { received, left, absent, unserved }) => sum + received + left + absent + unserved,
    0,
  )
  return tickets.filter(({ state }) => over.has(state)).length >= counted
}

/** Of those who were told a wait, and for whom it is known by now: how many were called before the P90. */
const coverageOf = (tickets: readonly Ticket[], boundsOf: BoundsOf) => {
  let announced = 0
  let within = 0
  for (const ticket of tickets) {
    const told = spanTold(ticket.announced)
    const wait = told && waitedOf(ticket, boundsOf)
    const held = wait && wasHeld(wait, told.p90)
    if (held === null) continue
    announced++
    if (held) within++
  }
  return { announced, within }
}

function servicesOf(office: Office, tickets: readonly Ticket[], { model, now }: ViewContext) {
  const byService = Map.groupBy(tickets, ({ serviceId }) => serviceId)
  const boundsOf = boundsIn(office, now)
  return (office.settings?.services ?? []).map(({ serviceId, name, rule }) => {
    const those = byService.get(serviceId) ?? []
    return {
      serviceId,
      name,
      targetMinutes: (rule ?? usualServiceRule).targetMinutes,
      waiting: office.waiting.get(serviceId)?.size ?? 0,
      ...(office.ended.get(serviceId) ?? noneEnded),
      atRisk: model.waits.atRisk.get(serviceId) ?? 0,
      ...quantilesOf(waitsOf(those, boundsOf)),
      wait: model.waits.said.get(serviceId) ?? null,
      openCounters: openFor(office, serviceId),
      closed: closedNow(office, serviceId, model.personal),
      ticketsLeft: ticketsLeft(office, serviceId),
      coverage: coverageOf(those, boundsOf),
    }
  })
}

const halfHour = 30 * 60_000

/** Announced against measured, by half-hour of arrival since the opening's own half-hour. */
function curveOf(tickets: readonly Ticket[], boundsOf: BoundsOf): Supervision['curve'] {
  const slots = Map.groupBy(tickets, ({ takenAt }) => Math.floor(takenAt / halfHour) * halfHour)
  return [...slots]
    .toSorted(([a], [b]) => a - b)
    .slice(-48)
    .map(([from, those]) => ({ from, those, measured: waitQuantile(waitsOf(those, boundsOf), 0.5) }))
    .map(({ from, those, measured }) => ({
      from: from as Instant,
      people: those.length,
      announcedP50: median(those.flatMap(({ announced }) => spanTold(announced)?.p50 ?? [])),
      announcedP90: median(those.flatMap(({ announced }) => spanTold(announced)?.p90 ?? [])),
      measured: measured?.seconds ?? null,
      measuredAtLeast: measured?.atLeast ?? false,
    }))
}

const unsettledStates = ['waiting', 'called', 'serving', 'parked'] as const
type Unsettled = (typeof unsettledStates)[number]
const isUnsettled = (state: Ticket['state']): state is Unsettled =>
  (unsettledStates as readonly string[]).includes(state)

/** Who is still to be told that their notice did not leave comes first. */
const toTell = ({ unsentNotice }: Ticket): 0 | 1 => (unsentNotice === null ? 1 : 0)

function unsettledOf(office: Office, tickets: readonly Ticket[], now: Instant): Supervision['unsettled'] {
  const those = tickets.flatMap((ticket) =>
    isUnsettled(ticket.state) ? [{ ticket, state: ticket.state }] : [],
  )
  return {
    total: those.length,
    tickets: those
      // So many are shown: whoever is to be told by word of mouth is among them.
      .toSorted((a, b) => toTell(a.ticket) - toTell(b.ticket) || a.ticket.arrival - b.ticket.arrival)
      .slice(0, rows)
      .toSorted((a, b) => a.ticket.arrival - b.ticket.arrival)
      .map(({ ticket, state }) => ({ ...waitingRow(office, now, ticket), state })),
  }
}

function overtakesOf(office: Office, { model }: ViewContext): Supervision['overtakes'] {
  const byReason = office.overtakes
    .entrySeq()
    .map(([code, { calls, people }]) => ({ code, calls, people }))
    .filter(({ calls }) => calls > 0)
    .sortBy(({ calls }) => -calls)
    .toArray()
  // Only what the first of a line still sees is kept: the most often overtaken of those who wait is one of these,
  // and those who were called are remembered.
  const most = office.jumps
    .entrySeq()
    .filter(([serviceId]) => !office.waiting.get(serviceId)?.isEmpty())
    .reduce((highest, [, jumps]) => Math.max(highest, jumps.size), office.mostOvertaken)
  return {
    calls: byReason.reduce((sum, { calls }) => sum + calls, 0),
    byReason,
    unanswered: office.neverShown + neverShownAmong(office),
    most,
    outOfOrder: office.outOfOrder
      .take(20)
      .map(({ number, at, reasonId }) => ({ number, at, reason: reasonIn(model.personal, reasonId) }))
      .toArray(),
  }
}

const heldBy = (office: Office, counterId: CounterId) => {
  const agentId = office.counters.get(counterId)?.agentId ?? null
  return agentId === null ? {} : { heldBy: agentId }
}

/** Why a supervisor closed this counter, and for whom it opens again. */
function closedFor(office: Office, { model }: ViewContext, counterId: CounterId) {
  const { closedFor: closed, since } = office.counters.get(counterId) ?? noCounter
  return closed && { at: since, reason: reasonIn(model.personal, closed.reasonId), agentId: closed.agentId }
}

const supervisionView: View<'supervision.view'> = (office, _input, context) => {
  const { now, model } = context
  const tickets = office.tickets.valueSeq().toArray()
  const ended = [...office.ended.values()]
  const boundsOf = boundsIn(office, now)
  const told = isWhole(office, tickets) ? tickets : []
  return {
    officeName: officeName(office),
    zone: zoneOf(office),
    school: office.school,
    day: dayOf(office, now),
    lastTickets: isLastTickets(office, now),
    decisions: decisionsOf(office, context),
    stations: stationsInTrouble(office, context),
    resource: resourceNow(office, model.waits, now),
    sureUntil: model.waits.sureUntil,
    total: office.queue.size,
    services: servicesOf(office, told, context),
    counters: counterRows(office, model.personal).map((row) => ({
      ...row,
      ...heldBy(office, row.counterId),
      closedFor: closedFor(office, context, row.counterId),
    })),
    curve: curveOf(told, boundsOf),
    overall: quantilesOf(waitsOf(told, boundsOf)),
    overtakes: overtakesOf(office, context),
    askedAgain: exchanges.flatMap(({ exchangeId, title }) => {
      const times = office.askedAgain.get(exchangeId) ?? 0
      return times > 0 ? [{ exchangeId, title, times }] : []
    }),
    traces: {
      printed: model.printed,
      handed: office.handed,
      documents: DocumentKind.options.map((kind) => ({ kind, count: office.traces.get(kind) ?? 0 })),
      ended: ended.reduce(
        (sum, { received, left, absent, unserved }) => sum + received + left + absent + unserved,
        0,
      ),
    },
    reception: {
      information: office.counts.information,
      telephone: office.counts.telephone,
      interruptions: office.counts.interruptions,
    },
    parked: parkedRows(office, model.personal),
    absent: absentRows(office),
    unsettled: unsettledOf(office, tickets, now),
  }
}

/** Each view of history, and what makes it. */
export const historyViews = {
  'supervision.view': supervisionView,
} satisfies Views
