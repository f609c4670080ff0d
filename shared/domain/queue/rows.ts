import { usualServiceRule } from '../../contract/queue/rules.ts'
import type { Instant, ServiceId, TicketId } from '../../contract/ids.ts'
import type { z } from 'zod'
import type { CounterNow } from '../../contract/queue/waiting.ts'
import type { AbsentTicket, ParkedTicket, WaitingTicket } from '../../contract/queue/rows.ts'
import type { ServiceClosed } from '../../contract/waits/waits.ts'
import { isPastBusinessDay, lastTicketsAt } from '../core/calendar/index.ts'
import type { Personal } from '../decision.ts'
import { serviceOf, ticketAt, zoneOf, type Office } from '../state.ts'
import { noCounter, type Counter, type Ticket } from './state.ts'
import { ableAt, servicesAt } from '../people/skills.ts'
import { ticketsLeft } from './quota.ts'
import { placeKeptUntil } from './heldTickets.ts'

/** A view is bounded: so many rows, and how many there are in all. */
export const rows = 200

/** The open day, `stale` once its date is over and nobody closed it. */
export const dayOf = (office: Office, now: Instant) =>
  office.day === null
    ? null
    : { ...office.day, stale: isPastBusinessDay(office.day.date, now, zoneOf(office)) }

/** The office's name; empty before it is created. */
export const officeName = ({ settings }: Office) => settings?.address.name ?? ''

/** « Derniers tickets »: from the minutes that the office set before its closing. */
export function isLastTickets({ day, settings }: Office, now: Instant): boolean {
  if (day?.closesAt == null || !settings) return false
  const from = lastTicketsAt(settings.calendar, day.date)
  return from !== null && now >= from
}

const ruleOf = (office: Office, serviceId: ServiceId) =>
  serviceOf(office, serviceId)?.rule ?? usualServiceRule

/** Someone who waits, as it is known before the call. */
export const waitingRow = (
  office: Office,
  now: Instant,
  {
    ticketId,
    number,
    serviceId,
    procedureId,
    purpose,
    takenAt,
    priority,
    appointmentAt,
    requests,
    visit,
    firstCalledAt,
    unsentNotice,
  }: Ticket,
): WaitingTicket => ({
  ticketId,
  number,
  serviceId,
  procedureId,
  purpose,
  since: takenAt,
  // One kind for all: a local rule with a single ground would name it.
  priority: priority === null ? null : 'law',
  appointmentAt,
  requests: visit?.requests.length ?? requests,
  pastTarget: now - takenAt > ruleOf(office, serviceId).targetMinutes * 60_000,
  returned: firstCalledAt !== null,
  unsentNotice,
})

/** The first 200 of these tickets, as they are known before the call. */
export const waitingRows = (office: Office, now: Instant, ids: Iterable<TicketId>): WaitingTicket[] => {
  const found: WaitingTicket[] = []
  for (const id of ids) {
    const ticket = office.tickets.get(id)
    if (ticket) found.push(waitingRow(office, now, ticket))
    if (found.length === rows) break
  }
  return found
}

/** What a person typed, until it is erased. */
export const reasonIn = ({ reasons }: Personal, id: Parameters<Personal['reasons']['get']>[0] | null) =>
  id === null ? null : (reasons.get(id) ?? null)

/** The parked people, who are due back: the first promise first, then by when they left. */
export const parkedRows = (office: Office, personal: Personal): z.infer<typeof ParkedTicket>[] =>
  [...office.parked]
    .flatMap((id) => {
      const ticket = office.tickets.get(id)
      if (!ticket?.parked || !ticket.visit) return []
      const { parked, visit, ticketId, number, serviceId } = ticket
      return [
        {
          ticketId,
          number,
          serviceId,
          counterId: visit.counterId,
          since: parked.at,
          promisedAt: parked.promisedAt,
          reason: reasonIn(personal, parked.reasonId),
        },
      ]
    })
    .toSorted((a, b) => (a.promisedAt ?? Infinity) - (b.promisedAt ?? Infinity) || a.since - b.since)
    .slice(0, rows)

/** The people who were called and did not come, the latest 200, and until when each place is kept. */
export const absentRows = (office: Office): AbsentTicket[] =>
  [...office.absent]
    .flatMap((id) => {
      const ticket = office.tickets.get(id)
      if (!ticket || ticket.absentAt === null) return []
      const { ticketId, number, serviceId, takenAt, absentAt } = ticket
      return [
        {
          ticketId,
          number,
          serviceId,
          since: takenAt,
          absentAt,
          placeKeptUntil: placeKeptUntil(office, ticket),
        },
      ]
    })
    .slice(-rows)

/** Since when a service gives no ticket, and why where the words are still kept; null when it gives them. */
export const closedNow = (
  office: Office,
  serviceId: ServiceId,
  personal: Personal,
): z.infer<typeof ServiceClosed> | null => {
  const closed = office.closed.get(serviceId)
  return closed ? { since: closed.since, words: reasonIn(personal, closed.reasonId) } : null
}

/** Whether it takes no more tickets: closed by somebody, or all those of the day, by a local rule, were given. */
export const closedToPublic = (
  office: Office,
  serviceId: ServiceId,
  personal: Personal,
): z.infer<typeof ServiceClosed> | null =>
  closedNow(office, serviceId, personal) ??
  (office.day && ticketsLeft(office, serviceId) === 0 ? { since: office.day.openedAt, words: null } : null)

/** What a counter is doing, in the words of every page. */
export const stateOf = (counter: Counter, ticket: Ticket | undefined) => {
  if (counter.agentId === null) return 'closed'
  if (counter.pause) return 'paused'
  if (!ticket) return 'free'
  return ticket.state === 'serving' ? 'serving' : 'calling'
}

/** What each counter does, by its number: no name on a wall of figures. */
export const counterRows = (office: Office, personal: Personal): CounterNow[] =>
  (office.settings?.counters ?? []).map(({ counterId, name }) => {
    const counter = office.counters.get(counterId) ?? noCounter
    const ticket = ticketAt(office, counter)
    return {
      counterId,
      name,
      open: counter.agentId !== null,
      state: stateOf(counter, ticket),
      services: [...servicesAt(office, counter)],
      able: [...ableAt(office, counter)],
      ticket: ticket
        ? {
            ticketId: ticket.ticketId,
            number: ticket.number,
            serviceId: ticket.serviceId,
            since: ticket.visit.startedAt ?? ticket.visit.calledAt,
          }
        : null,
      pause: counter.pause
        ? {
            kind: counter.pause.kind,
            since: counter.pause.since,
            until: counter.pause.until,
            reason: reasonIn(personal, counter.pause.reasonId),
          }
        : null,
    }
  })

/** The earliest announced return among the paused counters that receive for a service. */
export function backAt(office: Office, serviceId: ServiceId): Instant | null {
  let first: Instant | null = null
  for (const counter of office.counters.values()) {
    const until = counter.pause?.until
    if (!until || counter.agentId === null || !servicesAt(office, counter).includes(serviceId)) continue
    if (first === null || until < first) first = until
  }
  return first
}
