import type { TicketNumber } from '../../contract/ids.ts'
import type { Text } from '../../contract/text.ts'
import type { WaitsNow } from '../waits/now.ts'
import { saidTo } from '../waits/queueLength.ts'
import { placeOf, type Office } from '../state.ts'
import { type Ticket } from '../queue/state.ts'
import { aheadOf, callOrder } from '../waits/ahead.ts'

/** What whoever holds a ticket's code may know of it: no name, no reason, nothing of anybody else. */
export type Followed = {
  readonly number: TicketNumber
  readonly state: 'waiting' | 'called' | 'serving' | 'parked' | 'absent' | 'ended'
  readonly counter: Text | null
  readonly ahead: number
  /** Seconds, from P50 to P90; null when nothing can be said. */
  readonly wait: { readonly p50: number; readonly p90: number } | null
  /** The person is of those whom the supervision counts as less than likely to be called before the closing. */
  readonly doubtful: boolean
  /** They asked to be told of their turn, and that notice did not leave. */
  readonly unsent: boolean
}

const states: Readonly<Record<Ticket['state'], Followed['state']>> = {
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  parked: 'parked',
  absent: 'absent',
  closed: 'ended',
  left: 'ended',
  unserved: 'ended',
}

/** Today's ticket that bears this code, as its holder may follow it; undefined when none does. */
export function followed(office: Office, waits: WaitsNow, code: string): Followed | undefined {
  // A ticket entered by hand has no code: an empty code matches no ticket.
  const ticket = code === '' ? undefined : office.tickets.find((one) => one.code === code)
  if (!ticket) return undefined
  const state = states[ticket.state]
  const at = ticket.visit && (state === 'called' || state === 'serving') ? ticket.visit.counterId : null
  return {
    number: ticket.number,
    state,
    counter: at === null ? null : (placeOf(office, at)?.name ?? null),
    ahead: aheadOf(office, ticket),
    wait: state === 'waiting' ? waitOf(office, waits, ticket) : null,
    doubtful: isAtRisk(office, waits, ticket),
    unsent: state === 'waiting' && ticket.unsentNotice !== null,
  }
}

/** The last ones of the line as it will be called, as many as the supervision counts at risk. */
function isAtRisk(office: Office, { at, atRisk, said }: WaitsNow, { serviceId, ticketId }: Ticket): boolean {
  const among = atRisk.get(serviceId) ?? 0
  if (among === 0 || !said.has(serviceId)) return false
  return callOrder(office, serviceId, at)
    .filter((ticket) => ticket.serviceId === serviceId)
    .slice(-among)
    .some((ticket) => ticket.ticketId === ticketId)
}

/** What is said to who would come now, without those whom a counter calls after this ticket. */
function waitOf(
  office: Office,
  { at, said, before }: WaitsNow,
  { serviceId, ticketId }: Ticket,
): Followed['wait'] {
  const estimate = said.get(serviceId)
  const queue = before.get(serviceId)
  if (!estimate || !queue) return null
  const order = callOrder(office, serviceId, at)
  const rank = order.findIndex((ticket) => ticket.ticketId === ticketId)
  return rank === -1 ? null : saidTo(queue, estimate, rank / order.length)
}
