import type { CounterId, ReasonId, TicketId } from '../../contract/ids.ts'
import { calledTicket, freeCounter } from './calls.ts'
import type { Decide, Refused } from '../decision.ts'
import { serviceOf } from '../state.ts'
import { type Ticket } from './state.ts'
import { setAside } from './lastAct.ts'
import { servedHere } from './sheet.ts'

// Who goes and comes back, and who goes on elsewhere: the visit is kept, and so is the rank.

/** The person goes for a form, a photograph, a payment: the counter is free meanwhile. */
export const parkTicket: Decide<'ticket.park'> = (office, { ticketId, reason, promisedAt }, context) => {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { ticket, counter } = here
  if (ticketId !== undefined && ticketId !== ticket.ticketId) return { refusal: 'ticketNotHere' }
  if (reason === '') return { refusal: 'reasonMissing' }
  if (promisedAt && promisedAt <= context.now) return { refusal: 'timeInPast' }
  const reasonId = context.newId() as ReasonId
  const visit = { ticketId: ticket.ticketId, visitId: ticket.visit.visitId, counterId: counter.counterId }
  return {
    events: [{ type: 'ticketParked', data: { ...visit, reasonId, promisedAt: promisedAt ?? null } }],
    personal: [{ op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now }],
    output: { number: ticket.number },
  }
}

/** Back, at this counter or another: the visit goes on where it was. */
export const resumeTicket: Decide<'ticket.resume'> = (office, { ticketId }, context) => {
  const free = freeCounter(office, context)
  if ('refusal' in free) return free
  const ticket = office.tickets.get(ticketId)
  if (!ticket) return { refusal: 'unknownTicket' }
  if (ticket.state !== 'parked' || !ticket.visit) return { refusal: 'ticketNotParked' }
  const { counterId } = free.counter
  const visit = { ...ticket.visit, counterId }
  return {
    events: [{ type: 'ticketResumed', data: { ticketId, visitId: visit.visitId, counterId } }],
    personal: setAside(office, free.counter, context),
    output: { ticket: calledTicket({ ...ticket, visit }, context.personal) },
  }
}

/** The hour of return is put off, once more if it must be. */
export const movePromise: Decide<'ticket.promise'> = (office, { ticketId, promisedAt }, { now }) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const ticket = office.tickets.get(ticketId)
  if (!ticket) return { refusal: 'unknownTicket' }
  if (ticket.state !== 'parked') return { refusal: 'ticketNotParked' }
  if (promisedAt <= now) return { refusal: 'timeInPast' }
  return {
    events: [{ type: 'promiseMoved', data: { ticketId, promisedAt } }],
    output: { number: ticket.number },
  }
}

/**
 * To another service, with the same number and the same rank by arrival: from a counter where they are received, or
 * moved by a supervisor while they wait. To its own service, it gives back a visit lost by the service's doing.
 */
export const transferTicket: Decide<'ticket.transfer'> = (
  office,
  { ticketId, serviceId, reason },
  context,
) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const from = whoMoves()
  if ('refusal' in from) return from
  if (!serviceOf(office, serviceId)) return { refusal: 'unknownService' }
  if (reason === '') return { refusal: 'reasonMissing' }
  const { ticket, counterId } = from
  const reasonId = context.newId() as ReasonId
  const line: Iterable<TicketId> = office.waiting.get(serviceId) ?? []
  let ahead = 0
  for (const id of line) if ((office.tickets.get(id)?.arrival ?? 0) < ticket.arrival) ahead++
  return {
    events: [
      { type: 'ticketTransferred', data: { ticketId: ticket.ticketId, counterId, serviceId, reasonId } },
    ],
    personal: [{ op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now }],
    output: { number: ticket.number, ahead },
  }

  function whoMoves():
    | Refused<'counterNotOpen' | 'nobodyServed' | 'ticketNotHere' | 'unknownTicket' | 'ticketNotWaiting'>
    | { readonly ticket: Ticket; readonly counterId: CounterId | null } {
    if (context.who.role === 'agent') {
      const here = servedHere(office, context)
      if ('refusal' in here) return here
      if (ticketId !== undefined && ticketId !== here.ticket.ticketId) return { refusal: 'ticketNotHere' }
      return { ticket: here.ticket, counterId: here.counter.counterId }
    }
    const ticket = ticketId === undefined ? undefined : office.tickets.get(ticketId)
    if (!ticket) return { refusal: 'unknownTicket' }
    if (ticket.state !== 'waiting') return { refusal: 'ticketNotWaiting' }
    return { ticket, counterId: null }
  }
}
