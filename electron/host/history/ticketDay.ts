import type { Journal } from '../../../db/journal/port.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { Instant, TicketId } from '../../../shared/contract/ids.ts'
import { eventsBetween } from './pastDay.ts'

/** The events that give a ticket its number. */
const takes: ReadonlySet<string> = new Set(['ticketTaken', 'ticketEntered', 'ticketJoined'])

/** The events of a ticket's day, from the first of its date to the end of that day, up to where the journal was. */
export async function eventsOfDay(
  journal: Journal,
  { ticketId, from, upTo }: { readonly ticketId: TicketId; readonly from: Instant; readonly upTo: number },
): Promise<readonly Recorded[]> {
  const events: Recorded[] = []
  let seen = false
  for await (const recorded of eventsBetween(journal, { from, to: Number.MAX_SAFE_INTEGER as Instant })) {
    if (recorded.seq > upTo) break
    events.push(recorded)
    const { type, data } = recorded.event
    seen ||= takes.has(type) && 'ticketId' in data && data.ticketId === ticketId
    // A day left open overnight ends with the next opening, whatever the date.
    if (seen && type === 'dayClosed') break
  }
  return events
}
