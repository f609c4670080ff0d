import type { Map } from 'immutable'
import type { CounterId, ServiceId, TicketId } from '../../contract/ids.ts'
import type { Office } from '../state.ts'
import { noneEnded, type Counter, type Ended, type Ticket, type Visit } from './state.ts'

// The changes that events of tickets, counters and visits are made of.

type Served = Ticket & { readonly visit: Visit }

/** Changes the office for a ticket; an event about one that isn't there changes nothing (`evolve` is total). */
export const onTicket = (office: Office, ticketId: TicketId, change: (ticket: Ticket) => Office): Office => {
  const ticket = office.tickets.get(ticketId)
  return ticket ? change(ticket) : office
}

/** Changes the office for a ticket that is received; the same office when it is not. */
export const onVisit = (office: Office, ticketId: TicketId, change: (ticket: Served) => Office): Office =>
  onTicket(office, ticketId, (ticket) => (ticket.visit ? change({ ...ticket, visit: ticket.visit }) : office))

/** The office with this ticket as it is now; lines and counters are left to who changes them. */
export const withTicket = (office: Office, ticket: Ticket): Office => ({
  ...office,
  tickets: office.tickets.set(ticket.ticketId, ticket),
})

/** One more in the day's figures of a service. @param by -1 takes one back; a figure never goes below zero */
export const counted = (office: Office, serviceId: ServiceId, what: keyof Ended, by = 1): Office => ({
  ...office,
  ended: office.ended.update(serviceId, noneEnded, (ended) => ({
    ...ended,
    [what]: Math.max(0, ended[what] + by),
  })),
})

/** Whether their last call passed before others by a priority that was claimed, and they went without showing its proof. */
export const wentUnseen = ({ state, visit, toShow }: Ticket): boolean =>
  toShow &&
  (state === 'absent' || state === 'left' || state === 'unserved') &&
  visit !== null &&
  visit.startedAt === null &&
  visit.reason.overtaken > 0

/** How many calls passed before others by a priority that was claimed, for who went without showing its proof. */
export const neverShownAmong = ({ tickets }: Pick<Office, 'tickets'>): number => tickets.count(wentUnseen)

/** The counter with this ticket or none. The entrance is no counter: it holds nobody. */
export const atCounter = (
  { counters }: Office,
  counterId: CounterId,
  ticketId: TicketId | null,
  change: (counter: Counter) => Counter = (counter) => counter,
): Map<CounterId, Counter> => {
  const counter = counters.get(counterId)
  return counter ? counters.set(counterId, { ...change(counter), ticketId }) : counters
}
