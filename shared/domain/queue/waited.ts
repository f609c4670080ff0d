import type { Instant } from '../../contract/ids.ts'
import type { Ticket } from './state.ts'

// What counts as a wait against a service's maximum: being there, since the hour that the rank counts from. Time away
// (absent at the call, put on hold, gone and given back their rank) is no wait: who returns finds their rank, and does
// not pass for having been out. Who comes back too late for their rank waits from their return.

/** How long somebody has waited against their service's maximum, in milliseconds. */
export const waitedMs = ({ rankedAt, awayMs }: Pick<Ticket, 'rankedAt' | 'awayMs'>, now: Instant): number =>
  Math.max(0, now - rankedAt - awayMs)

/** Since when somebody is away, as the journal knows: the call that found nobody, the hold, the end; undefined if they are here. */
function awaySince({ state, visit, absentAt, parked, goneAt }: Ticket): Instant | null | undefined {
  switch (state) {
    case 'absent':
      return visit?.calledAt ?? absentAt
    case 'parked':
      return parked?.at
    case 'left':
    case 'unserved':
      return goneAt
    case 'closed':
      return visit?.endedAt
    default:
      return undefined
  }
}

/** What `awayMs` becomes once this absence, hold or end is over. */
export const awayUntil = (ticket: Ticket, at: Instant): number =>
  ticket.awayMs + Math.max(0, at - (awaySince(ticket) ?? at))
