import type { ServiceId } from '../contract/ids.ts'
import type { CallReason } from '../contract/tickets.ts'
import type { Office, Ticket } from './office.ts'

/**
 * Who is next among these services, and why: whoever arrived first. Ranks by arrival have no tie.
 * Cost: one look at the head of each service's line, whatever the number of people waiting.
 */
export function chooseNext(
  office: Office,
  services: readonly ServiceId[],
): { readonly ticket: Ticket; readonly reason: CallReason } | undefined {
  let first: Ticket | undefined
  for (const serviceId of services) {
    const head = office.waiting.get(serviceId)?.first()
    const ticket = head === undefined ? undefined : office.tickets.get(head)
    if (ticket && (!first || ticket.arrival < first.arrival)) first = ticket
  }
  return first && { ticket: first, reason: { code: 'arrivalOrder' } }
}
