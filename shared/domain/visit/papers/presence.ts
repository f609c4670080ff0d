import type { FactsOf } from '../../../contract/documents/issued.ts'
import type { VisitFacts } from '../../../contract/documents/visitFacts.ts'
import type { Instant, VisitId } from '../../../contract/ids.ts'
import type { NotReceivedWhy, PassageStep, Presence } from '../../../contract/documents/presenceFacts.ts'
import type { Recipient } from '../../../contract/office/recipient.ts'
import type { Fault } from '../../../contract/queue/reasons.ts'
import type { Sheet } from '../../../contract/visit/sheet.ts'
import { assessSheet } from '../../law/checklist.ts'
import type { Refused, Trail } from '../../decision.ts'
import { entranceVisit } from '../../queue/entrance.ts'
import { counterOf, ticketAt, type Office } from '../../state.ts'
import type { Ticket, Visit } from '../../queue/state.ts'
import { rulesNow } from '../../law/rulesNow.ts'
import { sheetOf } from '../../queue/sheet.ts'
import type { AskOf, Composed, Composers, Composing } from '../../documents/composing.ts'
import { headOf, namedRequest } from '../../documents/head.ts'
import { factsOf } from './visitFacts.ts'

/** Somebody who came and was not received: when, why, by whose doing, and what they were given instead. */
export type NotReceived = {
  readonly ticket: Ticket
  readonly sheet: Sheet
  readonly until: Instant
  readonly why: NotReceivedWhy
  readonly detail: string | null
  readonly fault: Fault
  readonly appointmentAt: Instant | null
}

/** The facts of their certificate. */
export function nonReceptionOf(
  office: Office,
  context: Composing,
  { ticket, sheet, until, why, detail, fault, appointmentAt }: NotReceived,
): FactsOf<'nonReception'> {
  const { serviceId, number, takenAt, visit } = ticket
  const assessment = assessSheet(rulesNow(office, context), sheet)
  return {
    kind: 'nonReception',
    ...headOf(office, context, {
      serviceId,
      ...namedRequest(office, serviceId, sheet, assessment),
      person: sheet.person,
      // Who began to receive them speaks, where whoever settles is not an agent.
      agentId: context.who.agentId ?? visit?.startedBy ?? null,
      ticket: number,
      rule: assessment?.rule ?? null,
      assessment,
    }),
    arrivedAt: takenAt,
    receivedAt: visit?.startedAt ?? null,
    until,
    why,
    detail,
    fault,
    appointmentAt,
  }
}

const stages: Readonly<Record<Exclude<Ticket['state'], 'unserved'>, Presence['stage']>> = {
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  parked: 'away',
  absent: 'absent',
  left: 'left',
  closed: 'closed',
}

/** Until when the office noted that they were there; null for who is still. A departure is only in the journal. */
function presentUntil({ state, visit, absentAt, takenAt }: Ticket, trail: Trail | null): Instant | null {
  switch (state) {
    case 'waiting':
    case 'called':
    case 'serving':
    case 'parked':
      return null
    case 'absent':
      return absentAt
    case 'closed':
      return visit?.endedAt ?? byHand(trail)?.endedAt ?? takenAt
    case 'left':
    case 'unserved':
      return trail?.lastSeenAt ?? takenAt
  }
}

/** A ticket with the visit that a document's facts are read from: nobody called them, where there was none. */
const withVisit = (ticket: Ticket, hand: ByHand | undefined): Ticket & { readonly visit: Visit } => ({
  ...ticket,
  visit: ticket.visit ?? {
    ...entranceVisit('' as VisitId, ticket.takenAt),
    startedAt: hand?.startedAt ?? null,
  },
})

/** To whom a person was sent, from the line that was kept; a long one tells how to reach them apart. */
function recipientIn(line: string): Recipient {
  if (line.length <= 200) return { name: line }
  const at = line.lastIndexOf(', ', 200)
  return at < 0 ? { name: line.slice(0, 200) } : { name: line.slice(0, at), contact: line.slice(at + 2) }
}

type ByHand = Extract<PassageStep, { readonly is: 'entered' }>

/** What was written of a passage by hand, during a failure: no visit of the office tells it. */
const byHand = (trail: Trail | null): ByHand | undefined => trail?.steps.find((step) => step.is === 'entered')

type Attendance = { readonly ticket: Ticket; readonly trail: Trail | null }

/** The person at this counter, a ticket of today, or one of a day before that the host found in the journal. */
function attested(
  office: Office,
  { ticketId, code, ofDay }: AskOf<'attestation'>,
  { who, passage }: Composing,
): Refused<'counterNotOpen' | 'nobodyServed' | 'unknownTicket'> | Attendance {
  const trail = passage?.trail ?? null
  const today = ticketId === null ? undefined : office.tickets.get(ticketId)
  if (today) return { ticket: today, trail }
  if (trail) return { ticket: office.tickets.get(trail.ticket.ticketId) ?? trail.ticket, trail }
  const named = ticketId !== null || code !== undefined || ofDay !== undefined
  if (named) return { refusal: 'unknownTicket' }
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  const here = ticketAt(office, counter)
  return here ? { ticket: here, trail } : { refusal: 'nobodyServed' }
}

/** Present from when to when, what became of it, and by whose doing: of any ticket, for whoever asks. */
function attestation(
  office: Office,
  context: Composing,
  { ticket, trail }: Attendance,
): VisitFacts | FactsOf<'nonReception'> {
  const { visit, state, fault } = ticket
  const { sheets, closedSheets } = context.personal
  const kept = visit ? (sheets.get(visit.visitId) ?? closedSheets.get(visit.visitId)) : undefined
  const sheet = sheetOf(ticket, kept)
  const until = presentUntil(ticket, trail)
  if (state === 'unserved')
    return nonReceptionOf(office, context, {
      ticket,
      sheet,
      until: until ?? ticket.takenAt,
      why: trail?.overnight ? 'leftOvernight' : 'notReceived',
      detail: null,
      fault: fault ?? 'service',
      appointmentAt: trail?.appointmentAt ?? null,
    })
  const hand = byHand(trail)
  const ended = visit?.outcome ?? hand?.outcome ?? 'information'
  const outcome = state === 'closed' ? ended : 'notServed'
  const sentTo = trail?.sentTo ? context.personal.reasons.get(trail.sentTo) : undefined
  const to = sentTo && { to: recipientIn(sentTo) }
  const served = { ticket: withVisit(ticket, hand), sheet, outcome, ...to }
  const facts = factsOf(office, context, served, 'attestation', {})
  return {
    ...facts,
    // What was shown is on the receipt given then; once the sheet is gone nobody knows it any more.
    ...(kept === undefined ? { pieces: [], silence: null, rule: null, decides: null } : {}),
    presence: { stage: stages[state], until, fault },
  }
}

const attest = (
  office: Office,
  what: AskOf<'attestation'>,
  context: Composing,
): Composed | Refused<'counterNotOpen' | 'nobodyServed' | 'unknownTicket'> => {
  const found = attested(office, what, context)
  if ('refusal' in found) return found
  const { ticketId, visit } = found.ticket
  return {
    facts: attestation(office, context, found),
    visit: { ticketId, visitId: visit?.visitId ?? null, counterId: visit?.counterId ?? null },
  }
}

export const presenceComposers: Composers<'attestation'> = { attestation: attest }
