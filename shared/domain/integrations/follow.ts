import type { TicketNumber } from '../../contract/ids.ts'
import type { Text } from '../../contract/text.ts'
import type { WaitsNow } from '../waits/now.ts'
import { placeOf, type Office } from '../state.ts'
import { type Ticket } from '../queue/state.ts'
import { aheadFor, aheadOf } from '../queue/ahead.ts'

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
  const ahead = aheadOf(office, ticket)
  return {
    number: ticket.number,
    state,
    counter: at === null ? null : (placeOf(office, at)?.name ?? null),
    ahead,
    wait: state === 'waiting' ? waitOf(office, waits, ticket, ahead) : null,
    doubtful: isAtRisk(office, waits, ticket),
    unsent: state === 'waiting' && ticket.unsentNotice !== null,
  }
}

/** The last ones of the line as it will be called, as many as the supervision counts at risk. */
function isAtRisk(office: Office, { atRisk, said }: WaitsNow, { serviceId, ticketId }: Ticket): boolean {
  const among = atRisk.get(serviceId) ?? 0
  if (among === 0 || !said.has(serviceId)) return false
  const line = [...(office.waiting.get(serviceId) ?? [])].flatMap((id) => office.tickets.get(id) ?? [])
  return line
    .toSorted((one, other) => calledWith(one) - calledWith(other))
    .slice(-among)
    .some((ticket) => ticket.ticketId === ticketId)
}

/** Priorities are called first, then appointments; who came too late for theirs is called by arrival, as the others are. */
const calledWith = ({ priority, dueAt }: Ticket): 0 | 1 | 2 =>
  priority !== null ? 0 : dueAt !== null ? 1 : 2

/** What is said to who would come now, for the part of the line that is before this ticket. */
function waitOf(office: Office, waits: WaitsNow, { serviceId }: Ticket, ahead: number): Followed['wait'] {
  const estimate = waits.said.get(serviceId)
  if (!estimate) return null
  const line = Math.max(ahead, aheadFor(office, serviceId))
  const share = (ahead + 1) / (line + 1)
  return { p50: Math.round(estimate.p50 * share), p90: Math.round(estimate.p90 * share) }
}
