import type { ServiceId } from '../../contract/ids.ts'
import { serviceOf, type Office } from '../state.ts'

/**
 * How many tickets of the day are left for a service whose number is limited by a local rule; null without one. An appointment
 * has its own place: it is not of these.
 */
export function ticketsLeft(office: Office, serviceId: ServiceId): number | null {
  const quota = serviceOf(office, serviceId)?.rule.quota ?? null
  if (quota === null) return null
  const given = office.tickets.count(
    (ticket) => ticket.serviceId === serviceId && ticket.appointmentId === null && ticket.dueAt === null,
  )
  return Math.max(0, quota.tickets - given)
}
