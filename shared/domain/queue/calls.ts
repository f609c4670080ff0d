import type { CallId, CounterId, Instant, ReasonId, TicketId, VisitId } from '../../contract/ids.ts'
import type { CalledTicket } from '../../contract/queue/rows.ts'
import type { CallReason } from '../../contract/queue/reasons.ts'
import { usualRules } from '../../contract/queue/rules.ts'
import { groundOf } from '../../procedures/grounds.ts'
import { chooseNext, leftBehind } from './choice.ts'
import type { Context, Decide, Personal, Refused } from '../decision.ts'
import { isDayOver } from './newTicket.ts'
import { setAside } from './lastAct.ts'
import { counterOf, ticketAt, type Office } from '../state.ts'
import type { Counter, Ticket, Visit } from './state.ts'
import { servicesAt } from '../people/skills.ts'

type Free = { readonly counter: Counter & { readonly counterId: CounterId } }

/** This agent's counter, free to receive someone. One click is one act: nobody is called while someone is here. */
export function freeCounter(
  office: Office,
  { who, now }: Pick<Context, 'who' | 'now'>,
): Refused<'dayNotOpen' | 'counterNotOpen' | 'counterBusy' | 'counterPaused'> | Free {
  // Nobody of a day left open overnight is called the next morning.
  if (office.day === null || isDayOver(office, now)) return { refusal: 'dayNotOpen' }
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  if (counter.ticketId !== null) return { refusal: 'counterBusy' }
  if (counter.pause !== null) return { refusal: 'counterPaused' }
  return { counter }
}

/** The visit that a call begins, or goes on with: who came back to the queue in the middle of it keeps its sheet. */
export const visitCalled = (
  ticket: Ticket,
  counterId: CounterId,
  reason: CallReason,
  at: Instant,
  visitId: VisitId,
): Visit => {
  const goesOn = ticket.visit?.visitId === visitId ? ticket.visit : null
  return {
    visitId,
    counterId,
    reason,
    calledAt: at,
    lastCallAt: at,
    calls: 1,
    startedAt: null,
    startedBy: goesOn?.startedBy ?? null,
    endedAt: null,
    outcome: null,
    requests: goesOn?.requests ?? requestsOf(ticket),
    done: goesOn?.done ?? 0,
  }
}

const requestsOf = ({ requests, serviceId, procedureId }: Ticket) =>
  Array.from({ length: requests }, () => ({ serviceId, procedureId }))

/** The event of a call, and the ticket as its counter shows it. */
function called({ counter }: Free, ticket: Ticket, reason: CallReason, { now, newId, personal }: Context) {
  const { counterId } = counter
  const visitId = ticket.visit?.visitId ?? (newId() as VisitId)
  const visit = visitCalled(ticket, counterId, reason, now, visitId)
  return {
    events: [
      {
        type: 'ticketCalled' as const,
        data: { ticketId: ticket.ticketId, visitId, counterId, callId: newId() as CallId, reason },
      },
    ],
    ticket: calledTicket({ ...ticket, visit }, personal),
  }
}

/** The next person for this counter, and the reason of the choice. Nobody waits: nothing happens, and it is no refusal. */
export const callNext: Decide<'ticket.callNext'> = (office, _input, context) => {
  const free = freeCounter(office, context)
  if ('refusal' in free) return free
  const services = servicesAt(office, free.counter)
  const choice = chooseNext(office, services, context.now)
  if (!choice) return { events: [], output: { ticket: null, reason: null } }
  const reason: CallReason = {
    code: choice.code,
    ...leftBehind(office, services, choice.ticket, context.now),
    reasonId: null,
  }
  const { events, ticket } = called(free, choice.ticket, reason, context)
  return { events, output: { ticket, reason } }
}

/** Someone else than the next: only among this counter's services, with a reason that was typed. */
export const callOutOfOrder: Decide<'ticket.callOutOfOrder'> = (office, input, context) => {
  const free = freeCounter(office, context)
  if ('refusal' in free) return free
  const found = office.tickets.get(input.ticketId)
  if (!found) return { refusal: 'unknownTicket' }
  if (found.state !== 'waiting') return { refusal: 'ticketNotWaiting' }
  const services = servicesAt(office, free.counter)
  if (!services.includes(found.serviceId)) return { refusal: 'skillLacking' }
  if (input.reason === '') return { refusal: 'reasonMissing' }
  const reasonId = context.newId() as ReasonId
  const reason: CallReason = {
    code: 'outOfOrder',
    ...leftBehind(office, services, found, context.now),
    reasonId,
  }
  const { events, ticket } = called(free, found, reason, context)
  return {
    events,
    personal: [{ op: 'put', kind: 'reason', id: reasonId, value: input.reason, at: context.now }],
    output: { ticket, reason },
  }
}

/** A called ticket as the counter that called it shows it. */
export const calledTicket = (
  ticket: Ticket & { readonly visit: Visit },
  personal: Pick<Personal, 'grounds' | 'appointments'>,
): CalledTicket => {
  const seen = personal.grounds.get(ticket.ticketId)
  const person = ticket.appointmentId === null ? undefined : personal.appointments.get(ticket.appointmentId)
  return {
    ticketId: ticket.ticketId,
    visitId: ticket.visit.visitId,
    number: ticket.number,
    serviceId: ticket.serviceId,
    procedureId: ticket.procedureId,
    purpose: ticket.purpose,
    lang: ticket.lang,
    arrangements: [...ticket.arrangements],
    since: ticket.takenAt,
    calledAt: ticket.visit.calledAt,
    calls: ticket.visit.calls,
    ground: seen ? { ground: groundOf(seen.groundId), proof: seen.proof, companion: seen.companion } : null,
    appointmentAt: ticket.appointmentAt,
    preApplications: [...(person?.preApplications ?? [])],
    requests: ticket.visit.requests.map((request) => ({ ...request })),
    requestsDone: ticket.visit.done,
  }
}

type Here = {
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly visit: {
    readonly ticketId: TicketId
    readonly visitId: VisitId
    readonly counterId: CounterId
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

/** Calls the same person again, as a call of its own: displays chime and speak once for each. */
export const recallTicket: Decide<'ticket.recall'> = (office, { ticketId }, context) => {
  const here = calledHere(office, ticketId, context)
  if ('refusal' in here) return here
  const callId = context.newId() as CallId
  return {
    events: [{ type: 'ticketRecalled', data: { ...here.visit, callId } }],
    output: { callId, calls: here.ticket.visit.calls + 1 },
  }
}

/** How many calls an absence still needs, and the instant before which it can't be said. */
export function absenceOf(
  { settings }: Office,
  { calls, lastCallAt }: Pick<Visit, 'calls' | 'lastCallAt'>,
): { readonly callsLeft: number; readonly from: Instant } {
  const { absentCalls, absentDelaySeconds } = settings?.rules ?? usualRules
  return {
    callsLeft: Math.max(0, absentCalls - calls),
    from: (lastCallAt + absentDelaySeconds * 1000) as Instant,
  }
}

/** Refused before the calls and the time that the rules ask; the refusal says how many calls, how many seconds are left. */
export const markAbsent: Decide<'ticket.markAbsent'> = (office, { ticketId }, context) => {
  const here = calledHere(office, ticketId, context)
  if ('refusal' in here) return here
  const { callsLeft, from } = absenceOf(office, here.ticket.visit)
  if (callsLeft > 0 || context.now < from)
    return {
      refusal: 'absentTooSoon',
      details: [String(callsLeft), String(Math.max(0, Math.ceil((from - context.now) / 1000)))],
    }
  return { events: [{ type: 'ticketAbsent', data: here.visit }], output: { number: here.ticket.number } }
}

/** The person is here. Where the office asks it, the code printed on their paper is checked first. */
export const startVisit: Decide<'ticket.start'> = (office, { ticketId, code }, context) => {
  const here = calledHere(office, ticketId, context)
  if ('refusal' in here) return here
  if (office.settings?.rules.checkCode && code !== here.ticket.code) return { refusal: 'codeWrong' }
  // Whoever passed first on a card shows it before the visit goes on, or waits again at their rank.
  if (context.personal.grounds.get(here.ticket.ticketId)?.proof === 'toShow')
    return { refusal: 'proofNotAnswered' }
  const counter = counterOf(office, context.who.agentId)
  return {
    events: [{ type: 'visitStarted', data: here.visit }],
    // The closings before can't be taken back any more: what was kept for it goes.
    personal: counter ? setAside(office, counter, context) : [],
    output: { visitId: here.visit.visitId },
  }
}
