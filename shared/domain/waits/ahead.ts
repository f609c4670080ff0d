import type { Instant, ServiceId } from '../../contract/ids.ts'
import type { Office } from '../state.ts'
import { servicesAt } from '../people/skills.ts'

type Ticket = NonNullable<ReturnType<Office['tickets']['get']>>

/**
 * The services whose people are called by the counters that receive this one, itself among them: those who wait there come
 * before, and the wait announced counts them.
 */
function sharedWith(office: Office, serviceId: ServiceId): ReadonlySet<ServiceId> {
  const shared = new Set([serviceId])
  for (const counter of office.counters.values()) {
    const services = servicesAt(office, counter)
    if (services.includes(serviceId)) for (const other of services) shared.add(other)
  }
  return shared
}

/**
 * Priorities are called first, then appointments whose hour has come; before it, and for who came too late for theirs, by
 * arrival, as the others are.
 */
const calledWith = ({ priority, dueAt }: Ticket, now: Instant): 0 | 1 | 2 =>
  priority !== null ? 0 : dueAt !== null && dueAt <= now ? 1 : 2

/** All who wait for what the counters of this service receive, in the order in which they are called at this instant. */
export function callOrder(office: Office, serviceId: ServiceId, now: Instant): readonly Ticket[] {
  const shared = sharedWith(office, serviceId)
  const byKind: Record<0 | 1 | 2, Ticket[]> = { 0: [], 1: [], 2: [] }
  for (const id of office.queue) {
    const ticket = office.tickets.get(id)
    if (ticket && shared.has(ticket.serviceId)) byKind[calledWith(ticket, now)].push(ticket)
  }
  return [...byKind[0], ...byKind[1], ...byKind[2]]
}

/** How many wait before who would take a ticket for this service now. */
export function aheadFor(office: Office, serviceId: ServiceId): number {
  let ahead = 0
  for (const one of sharedWith(office, serviceId)) ahead += office.waiting.get(one)?.size ?? 0
  return ahead
}

/** How many wait before a ticket, by order of arrival; 0 of one that does not wait. */
export function aheadOf(
  office: Office,
  { serviceId, ticketId }: Pick<Ticket, 'serviceId' | 'ticketId'>,
): number {
  if (!office.waiting.get(serviceId)?.has(ticketId)) return 0
  const shared = sharedWith(office, serviceId)
  let ahead = 0
  for (const id of office.queue) {
    if (id === ticketId) break
    const other = office.tickets.get(id)
    if (other && shared.has(other.serviceId)) ahead++
  }
  return ahead
}
