import type { Event } from '../../../../shared/contract/events.ts'
import type { Instant, TicketId } from '../../../../shared/contract/ids.ts'
import { waitsNow } from '../../../../shared/domain/waits/announce.ts'
import { boundary, dateIn } from '../../../../shared/domain/core/calendar/index.ts'
import { zoneOf, type Office } from '../../../../shared/domain/state.ts'
import { type Ticket } from '../../../../shared/domain/queue/state.ts'
import {
  emptyModel,
  learnOutcomes,
  learnVisits,
  learnWait,
  type Basis,
} from '../../../../shared/domain/waits/model.ts'
import type { Act } from './playedOffice.ts'
import type { WaitsNow } from '../../../../shared/domain/waits/now.ts'

export type Learning = {
  /** What the office says of its waits at that instant, by all that was learnt so far. */
  readonly waits: (office: Office, now: Instant) => WaitsNow
  /** To be notified of each act, in order. */
  readonly learn: (act: Act) => void
}

/**
 * The wait model of played days, taught as the host teaches its own: each wait announced by its measure at the first
 * call, each visit by its duration, each absence and departure. It begins knowing nothing and never forgets.
 */
export function learning(): Learning {
  let model = emptyModel
  let latest: WaitsNow | null = null
  /** What the waits announced were made from, until they are measured. */
  const bases = new Map<TicketId, Basis>()

  const waits: Learning['waits'] = (office, now) => {
    latest = waitsNow(office, model, now)
    return latest
  }

  const learn: Learning['learn'] = ({ at, events, before, after }) => {
    for (const event of events) learnEvent(event, at, before, after)
  }

  function learnEvent(event: Event, at: Instant, before: Office, after: Office): void {
    switch (event.type) {
      case 'ticketTaken': {
        const basis = event.data.announced === null ? undefined : latest?.bases.get(event.data.serviceId)
        if (basis) bases.set(event.data.ticketId, basis)
        return
      }
      case 'ticketCalled': {
        const { ticketId } = event.data
        const basis = bases.get(ticketId)
        const ticket = after.tickets.get(ticketId)
        if (basis && ticket) model = learnWait(model, basis, waitedAt(ticket, at))
        bases.delete(ticketId)
        return
      }
      case 'ticketAbsent':
      case 'ticketLeft': {
        const ticket = before.tickets.get(event.data.ticketId)
        const kind = event.type === 'ticketLeft' ? 'left' : 'absent'
        if (ticket)
          model = learnOutcomes(model, [
            { kind, waited: waitedAt(ticket, ticket.firstCalledAt ?? at), weight: 1 },
          ])
        return
      }
      case 'visitClosed': {
        const ticket = before.tickets.get(event.data.ticketId)
        const startedAt = ticket?.visit?.startedAt
        if (!ticket || ticket.firstCalledAt === null || startedAt == null) return
        const zone = zoneOf(before)
        const midnight = boundary(zone, dateIn(zone, ticket.takenAt), 0)
        const started = (ticket.firstCalledAt - midnight) / 1000
        model = learnVisits(model, [
          {
            day: midnight,
            service: ticket.serviceId,
            arrived: (ticket.takenAt - midnight) / 1000,
            started,
            // As long as one request: who brings several counts as many times in a line.
            ended: started + (at - startedAt) / 1000 / ticket.requests,
            priority: ticket.priority !== null,
          },
        ])
        model = learnOutcomes(model, [
          { kind: 'called', waited: waitedAt(ticket, ticket.firstCalledAt), weight: 1 },
        ])
        return
      }
      case 'dayClosed':
        bases.clear()
        return
      default:
    }
  }

  return { waits, learn }
}

const waitedAt = ({ takenAt }: Ticket, at: Instant): number => (at - takenAt) / 1000
