import type { ServiceId } from '../../contract/ids.ts'
import type { Office } from '../state.ts'
import type { Ticket } from './state.ts'
import { servicesAt } from '../people/skills.ts'

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
