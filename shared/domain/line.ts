import { OrderedSet } from 'immutable'
import type { Office, Ticket } from './office.ts'
import type { TicketId } from '../contract/ids.ts'

// Who waits, in order of arrival, in each of the collections that a choice reads. Whoever comes now is put behind;
// whoever comes back (transfer, return, an act taken back) is put at their rank.

type Line = OrderedSet<TicketId>

/** The line with this ticket at its rank. Behind costs nothing; elsewhere the line is made again (rare acts). */
function placed({ tickets }: Office, line: Line, { ticketId, arrival }: Ticket): Line {
  const rankOf = (id: TicketId) => tickets.get(id)?.arrival ?? 0
  const last = line.last()
  if (last === undefined || rankOf(last) < arrival) return line.add(ticketId)
  const before: TicketId[] = []
  const after: TicketId[] = []
  for (const id of line) {
    if (id === ticketId) continue
    if (rankOf(id) < arrival) before.push(id)
    else after.push(id)
  }
  return OrderedSet([...before, ticketId, ...after])
}

/** The office where this ticket waits, at its rank by arrival. */
export function inLine(office: Office, waiting: Ticket): Office {
  const ticket: Ticket = { ...waiting, state: 'waiting' }
  const { ticketId, serviceId } = ticket
  const known = { ...office, tickets: office.tickets.set(ticketId, ticket) }
  return {
    ...known,
    waiting: office.waiting.update(serviceId, OrderedSet(), (line) => placed(known, line, ticket)),
    queue: placed(known, office.queue, ticket),
    priority:
      ticket.priority === null
        ? office.priority
        : office.priority.update(serviceId, OrderedSet(), (line) => placed(known, line, ticket)),
    booked: ticket.dueAt === null ? office.booked : placed(known, office.booked, ticket),
  }
}

/** The office where this ticket, as it has become, no longer waits. */
export function outOfLine(office: Office, ticket: Ticket): Office {
  const { ticketId, serviceId } = ticket
  const prior = office.priority.get(serviceId)
  return {
    ...office,
    tickets: office.tickets.set(ticketId, ticket),
    waiting: office.waiting.update(serviceId, OrderedSet(), (line) => line.delete(ticketId)),
    queue: office.queue.delete(ticketId),
    priority: prior?.has(ticketId) ? office.priority.set(serviceId, prior.delete(ticketId)) : office.priority,
    booked: office.booked.has(ticketId) ? office.booked.delete(ticketId) : office.booked,
  }
}
