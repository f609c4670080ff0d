import type { Instant, TicketId, TicketNumber } from '../../contract/ids.ts'
import { usualRules } from '../../contract/queue/rules.ts'
import { priorityOf } from '../../procedures/grounds.ts'
import { passageGone } from './gone.ts'
import type { Context, Decide, Refused } from '../decision.ts'
import type { Office } from '../state.ts'
import type { Ticket } from './state.ts'
import { setAsideWith } from './lastAct.ts'
import { claimed, requestCode, ticketJobs } from './tickets.ts'

// What becomes of a ticket between its taking and its call: who holds it leaves, comes back, has another paper, a priority.

type TicketRef = {
  readonly ticketId?: TicketId | undefined
  readonly number?: TicketNumber | undefined
  readonly code?: string | undefined
}

/**
 * The ticket that a person or an agent names: by its id (which only who took it knows), or by its number. A kiosk asks
 * the printed code with the number: a number is seen by all, a code by who holds the paper.
 */
export function namedTicket(
  office: Office,
  { ticketId, number, code }: TicketRef,
  { who }: Pick<Context, 'who'>,
): Refused<'dayNotOpen' | 'unknownTicket' | 'codeWrong'> | Ticket {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const id = ticketId ?? (number === undefined ? undefined : office.byNumber.get(number))
  const ticket = id === undefined ? undefined : office.tickets.get(id)
  if (!ticket) return { refusal: 'unknownTicket' }
  const mustProve = (who.role === 'kiosk' || who.role === 'integration') && ticketId === undefined
  if ((mustProve || code !== undefined) && code !== ticket.code) return { refusal: 'codeWrong' }
  return ticket
}

/** The person says that they go before the call: a trace with its date stays. */
export const leaveTicket: Decide<'ticket.leave'> = (office, { fault, ...named }, context) => {
  const ticket = namedTicket(office, named, context)
  if ('refusal' in ticket) return ticket
  if (ticket.state !== 'waiting' && ticket.state !== 'parked') return { refusal: 'ticketNotWaiting' }
  return {
    events: [{ type: 'ticketLeft', data: { ticketId: ticket.ticketId, fault: fault ?? 'person' } }],
    personal: passageGone(context.personal, ticket, context.now),
    output: { number: ticket.number, leftAt: context.now },
  }
}

/** Until when an absent person finds their place again. */
export const placeKeptUntil = (office: Office, ticket: Ticket): Instant =>
  ((ticket.absentAt ?? ticket.takenAt) +
    (office.settings?.rules ?? usualRules).returnToleranceMinutes * 60_000) as Instant

/**
 * Back in the queue: a parked person at their rank, an absent one too within the tolerance, later with the rank of
 * now. Whoever was lost by the service's doing, or a third party's, keeps their rank that day.
 */
export const returnTicket: Decide<'ticket.return'> = (office, named, context) => {
  const ticket = namedTicket(office, named, context)
  if ('refusal' in ticket) return ticket
  const { state, fault } = ticket
  const lost = ['left', 'unserved', 'closed'].includes(state) && fault !== null && fault !== 'person'
  if (state !== 'absent' && state !== 'parked' && !lost) return { refusal: 'ticketNotAway' }
  const keepsRank = state !== 'absent' || context.now <= placeKeptUntil(office, ticket)
  return {
    events: [{ type: 'ticketReturned', data: { ticketId: ticket.ticketId, keepsRank } }],
    output: { number: ticket.number, keepsRank },
  }
}

/** The same number on a new paper: the request keeps its rank, the lost paper's code is void. */
export const replaceTicket: Decide<'ticket.replace'> = (office, { serviceId, ...named }, context) => {
  // A lost paper has no code to show: a kiosk asks what the ticket was for instead, and does it once, since a number
  // is seen by all. Whoever still reads the code may have a clean paper.
  const found = namedTicket(office, named, { who: { ...context.who, role: 'agent' } })
  if ('refusal' in found) return found
  const knows = named.code !== undefined || (serviceId === found.serviceId && !found.replaced)
  if (context.who.role === 'kiosk' && !knows) return { refusal: 'codeWrong' }
  if (['closed', 'left', 'unserved'].includes(found.state)) return { refusal: 'ticketEnded' }
  const code = requestCode(context.newSalt())
  const { ticketId, number } = found
  const appointment = found.appointmentId === null ? undefined : office.appointments.get(found.appointmentId)
  return {
    events: [{ type: 'ticketReplaced', data: { ticketId, code } }],
    jobs: ticketJobs(office, context, {
      ...found,
      code,
      ahead: 0,
      appointmentAt: appointment?.startsAt ?? null,
      replaces: true,
    }),
    output: { ticketId, number, code },
  }
}

/** A priority given, changed or withdrawn before the visit begins; the ground stays beside the journal. */
export const setPriority: Decide<'ticket.setPriority'> = (office, { ticketId, priority }, context) => {
  const ticket = namedTicket(office, { ticketId }, context)
  if ('refusal' in ticket)
    return ticket.refusal === 'codeWrong' ? { refusal: 'unknownTicket' } : { refusal: ticket.refusal }
  if (ticket.state !== 'waiting' && ticket.state !== 'called') return { refusal: 'ticketNotWaiting' }
  const ground = priority && claimed(office, priority, 'agent')
  if (ground && 'refusal' in ground) return ground
  // Whoever was called by it and does not show it waits again.
  const goes = !ground && ticket.priority !== null && ticket.state === 'called'
  return {
    events: [
      {
        type: 'prioritySet',
        data: { ticketId, priority: ground ? priorityOf(ground.groundId) : null },
      },
    ],
    personal: [
      ground
        ? { op: 'put', kind: 'ground', id: ticketId, value: ground, at: context.now }
        : { op: 'drop', kind: 'ground', id: ticketId },
      ...(goes ? setAsideWith(office, ticket, context) : []),
    ],
    output: { number: ticket.number },
  }
}
