import type { CallId, ServiceId, TicketId, VisitId } from '../contract/ids.ts'
import type { CalledTicket } from '../contract/tickets.ts'
import { chooseNext } from './choice.ts'
import type { Context, Decide, Refused } from './decision.ts'
import { counterOf, ticketAt, type Counter, type Office, type Ticket, type Visit } from './office.ts'

/** One click is one act: nobody is called while someone is called or received here. */
export const callNext: Decide<'ticket.callNext'> = (office, _input, { now, who, newId }) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  if (counter.ticketId !== null) return { refusal: 'counterBusy' }
  const choice = chooseNext(office, skillsOf(office, counter))
  if (!choice) return { events: [], output: { ticket: null, reason: null } }
  const { ticket, reason } = choice
  const visitId = newId() as VisitId
  const called = {
    visitId,
    counterId: counter.counterId,
    reason,
    calledAt: now,
    calls: 1,
    startedAt: null,
    endedAt: null,
    outcome: null,
  }
  return {
    events: [
      {
        type: 'ticketCalled',
        data: {
          ticketId: ticket.ticketId,
          visitId,
          counterId: counter.counterId,
          callId: newId() as CallId,
          reason,
        },
      },
    ],
    output: { ticket: calledTicket({ ...ticket, visit: called }), reason },
  }
}

/** What the agent at this counter can do. */
export const skillsOf = (office: Office, counter: Counter): readonly ServiceId[] =>
  (counter.agentId === null ? undefined : office.skills.get(counter.agentId)) ?? []

/** A called ticket as the counter shows it. */
export const calledTicket = (ticket: Ticket & { readonly visit: Visit }): CalledTicket => ({
  ticketId: ticket.ticketId,
  visitId: ticket.visit.visitId,
  number: ticket.number,
  serviceId: ticket.serviceId,
  procedureId: ticket.procedureId,
  lang: ticket.lang,
  arrangements: [...ticket.arrangements],
  since: ticket.takenAt,
  calledAt: ticket.visit.calledAt,
  calls: ticket.visit.calls,
})

type Here = {
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly visit: {
    readonly ticketId: TicketId
    readonly visitId: VisitId
    readonly counterId: Visit['counterId']
  }
}

/** The person called at this agent's counter; the page may say whom it shows, so that no act falls on another person. */
function calledHere(
  office: Office,
  ticketId: TicketId | undefined,
  { who }: Context,
): Refused<'counterNotOpen' | 'nobodyCalled' | 'ticketNotHere'> | Here {
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  const ticket = ticketAt(office, counter)
  if (!ticket || ticket.state !== 'called') return { refusal: 'nobodyCalled' }
  if (ticketId !== undefined && ticketId !== ticket.ticketId) return { refusal: 'ticketNotHere' }
  return {
    ticket,
    visit: { ticketId: ticket.ticketId, visitId: ticket.visit.visitId, counterId: counter.counterId },
  }
}

export const recallTicket: Decide<'ticket.recall'> = (office, { ticketId }, context) => {
  const here = calledHere(office, ticketId, context)
  if ('refusal' in here) return here
  const callId = context.newId() as CallId
  return {
    events: [{ type: 'ticketRecalled', data: { ...here.visit, callId } }],
    output: { callId, calls: here.ticket.visit.calls + 1 },
  }
}

export const markAbsent: Decide<'ticket.markAbsent'> = (office, { ticketId }, context) => {
  const here = calledHere(office, ticketId, context)
  if ('refusal' in here) return here
  return { events: [{ type: 'ticketAbsent', data: here.visit }], output: { number: here.ticket.number } }
}

export const startVisit: Decide<'ticket.start'> = (office, { ticketId }, context) => {
  const here = calledHere(office, ticketId, context)
  if ('refusal' in here) return here
  return { events: [{ type: 'visitStarted', data: here.visit }], output: { visitId: here.visit.visitId } }
}
