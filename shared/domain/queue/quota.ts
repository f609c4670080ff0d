import type { ServiceId } from '../../contract/ids.ts'
import { serviceOf, type Office } from '../state.ts'
import type { Series, Ticket } from './state.ts'

/** Whether a local rule that limits a day's tickets counts this one. An appointment has its own place: it is not of these. */
const isCounted = ({ appointmentId, dueAt }: Ticket): boolean => appointmentId === null && dueAt === null

/**
 * How many tickets of the day are left for a service whose number is limited by a local rule; null without one. All that it gave
 * count, whatever became of them: one that went to another service is given all the same.
 */
export function ticketsLeft(office: Office, serviceId: ServiceId): number | null {
  const quota = serviceOf(office, serviceId)?.rule.quota ?? null
  if (quota === null) return null
  return Math.max(0, quota.tickets - (office.series?.given.get(serviceId) ?? 0))
}

/** The tickets given, with this one where a limit counts it. */
export const givenWith = (given: Series['given'], ticket: Ticket): Series['given'] =>
  isCounted(ticket) ? given.update(ticket.serviceId, 0, (count) => count + 1) : given
