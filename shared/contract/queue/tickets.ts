import { z } from 'zod'
import { command } from '../define.ts'
import {
  CallId,
  DocumentId,
  DocumentNumber,
  Instant,
  ProcedureId,
  ServiceId,
  TicketId,
  TicketNumber,
  VisitId,
} from '../ids.ts'
import { Claim } from './rules.ts'
import { Language } from '../text.ts'
import { Announced } from '../waits/waits.ts'
import { Fault, CallReason, Reason } from './reasons.ts'
import { Purpose, Arrangement, CalledTicket } from './rows.ts'
import { written } from '../typed.ts'

/** The current ticket that the page shows: an act on another one than that is refused rather than done to the wrong person. */
const onCurrent = z.strictObject({ ticketId: TicketId.optional() })

/** A ticket by its id, or by what is printed on it. */
const named = {
  ticketId: TicketId.optional(),
  number: TicketNumber.optional(),
  code: written.toUpperCase().max(20).optional(),
}

const taking = z.strictObject({
  serviceId: ServiceId,
  procedureId: ProcedureId.optional(),
  purpose: Purpose.optional(),
  lang: Language.optional(),
  arrangements: z.array(Arrangement).max(6).optional(),
  /** How many requests one ticket brings: a family of five with three. */
  requests: z.int().min(1).max(20).optional(),
  priority: Claim.optional(),
})

const taken = z.strictObject({
  ticketId: TicketId,
  number: TicketNumber,
  serviceId: ServiceId,
  code: z.string(),
  takenAt: Instant,
  ahead: z.int(),
  announced: Announced.nullable(),
})

const takingRefusals = [
  'officeNotCreated',
  'dayNotOpen',
  'unknownService',
  'serviceClosed',
  'quotaReached',
  'byAppointmentOnly',
  'unknownProcedure',
  'seriesExhausted',
  'unknownGround',
  'groundNotPublished',
  'proofMissing',
] as const

const document = z.strictObject({ documentId: DocumentId, number: DocumentNumber })

export const tickets = {
  /** Someone takes a number for a service. The number is bound to the request: `code` says nothing personal. */
  'ticket.take': command({
    kept: true,
    pace: { kiosk: 'numbers', integration: 'numbers' },
    roles: ['kiosk', 'agent'],
    input: taking,
    output: taken,
    refusals: takingRefusals,
  }),
  /** An agent takes a ticket for someone, with the proof of their priority seen and the help they need. */
  'reception.take': command({ roles: ['agent'], input: taking, output: taken, refusals: takingRefusals }),
  /** No ticket can be honoured, or the person prefers a proof: a number is used, at once unserved, with its dated certificate. */
  'ticket.certify': command({
    kept: true,
    pace: { kiosk: 'numbers' },
    roles: ['kiosk', 'agent'],
    input: z.strictObject({
      serviceId: ServiceId,
      procedureId: ProcedureId.optional(),
      why: z.enum(['serviceClosed', 'noTimeLeft', 'nobodyServes']),
    }),
    output: z.strictObject({ number: TicketNumber, document }),
    refusals: [
      'officeNotCreated',
      'dayNotOpen',
      'unknownService',
      'unknownProcedure',
      'seriesExhausted',
      'certificateNotDue',
      'mentionMissing',
    ],
  }),
  /** The person says that they go before being called: a dated trace stays. By number, the code printed is asked of a kiosk. */
  'ticket.leave': command({
    onLimited: 'beside',
    kept: true,
    pace: { kiosk: 'codes', integration: 'codes' },
    roles: ['kiosk', 'agent', 'supervisor'],
    input: z.strictObject({ ...named, fault: Fault.optional() }),
    output: z.strictObject({ number: TicketNumber, leftAt: Instant }),
    refusals: ['dayNotOpen', 'unknownTicket', 'ticketNotWaiting', 'codeWrong'],
  }),
  /** An absent or parked person is back: within the tolerance the place is found again, else the rank is of now. */
  'ticket.return': command({
    onLimited: 'beside',
    kept: true,
    pace: { kiosk: 'codes' },
    roles: ['kiosk', 'agent', 'supervisor'],
    input: z.strictObject(named),
    output: z.strictObject({ number: TicketNumber, keepsRank: z.boolean() }),
    refusals: ['dayNotOpen', 'unknownTicket', 'ticketNotAway', 'codeWrong'],
  }),
  /** A lost ticket: the same number and rank on a new paper, the old code is void. A kiosk asks what it was for. */
  'ticket.replace': command({
    onLimited: 'beside',
    kept: true,
    pace: { kiosk: 'papers' },
    roles: ['kiosk', 'agent'],
    input: z.strictObject({ ...named, serviceId: ServiceId.optional() }),
    output: z.strictObject({ ticketId: TicketId, number: TicketNumber, code: z.string() }),
    refusals: ['dayNotOpen', 'unknownTicket', 'ticketEnded', 'codeWrong'],
  }),
  /** Gives, changes or withdraws (null) a priority before the visit begins; withdrawn after the call, the person waits again at their rank. */
  'ticket.setPriority': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ ticketId: TicketId, priority: Claim.nullable() }),
    output: z.strictObject({ number: TicketNumber }),
    refusals: [
      'dayNotOpen',
      'unknownTicket',
      'ticketNotWaiting',
      'unknownGround',
      'groundNotPublished',
      'proofMissing',
    ],
  }),
  /** The next person for this counter's services; `ticket: null` when nobody waits for them. */
  'ticket.callNext': command({
    repeats: 'called',
    kept: true,
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({ ticket: CalledTicket.nullable(), reason: CallReason.nullable() }),
    refusals: ['dayNotOpen', 'counterNotOpen', 'counterBusy', 'counterPaused'],
  }),
  /** Someone else than the next: only with a typed reason, which is kept and shown to the supervisor. */
  'ticket.callOutOfOrder': command({
    repeats: 'called',
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ ticketId: TicketId, reason: Reason }),
    output: z.strictObject({ ticket: CalledTicket, reason: CallReason }),
    refusals: [
      'dayNotOpen',
      'counterNotOpen',
      'counterBusy',
      'counterPaused',
      'unknownTicket',
      'ticketNotWaiting',
      'skillLacking',
      'reasonMissing',
    ],
  }),
  'ticket.recall': command({
    kept: true,
    roles: ['agent'],
    input: onCurrent,
    output: z.strictObject({ callId: CallId, calls: z.int() }),
    refusals: ['counterNotOpen', 'nobodyCalled', 'ticketNotHere'],
  }),
  /** Called as often and as long as the office's rule wants, and not there. */
  'ticket.markAbsent': command({
    kept: true,
    roles: ['agent'],
    input: onCurrent,
    output: z.strictObject({ number: TicketNumber }),
    refusals: ['counterNotOpen', 'nobodyCalled', 'ticketNotHere', 'absentTooSoon'],
  }),
  /**
   * The person is here: the visit begins, once the proof of a priority that the kiosk was told is answered, seen or not
   * (`ticket.setPriority`). The printed code is asked only where the office's rule says so.
   */
  'ticket.start': command({
    onLimited: 'beside',
    kept: true,
    roles: ['agent'],
    input: z.strictObject({
      ticketId: TicketId.optional(),
      code: written.toUpperCase().max(20).optional(),
    }),
    output: z.strictObject({ visitId: VisitId }),
    refusals: ['counterNotOpen', 'nobodyCalled', 'ticketNotHere', 'codeWrong', 'proofNotAnswered'],
  }),
  /** The person goes and comes back (a form, a photograph, a payment): the counter is free meanwhile, the visit is kept. */
  'ticket.park': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({
      ticketId: TicketId.optional(),
      reason: Reason,
      promisedAt: Instant.nullable().optional(),
    }),
    output: z.strictObject({ number: TicketNumber }),
    refusals: ['counterNotOpen', 'nobodyServed', 'ticketNotHere', 'reasonMissing', 'timeInPast'],
  }),
  /** Back at a counter, in any order: the visit goes on where it was. */
  'ticket.resume': command({
    repeats: 'called',
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ ticketId: TicketId }),
    output: z.strictObject({ ticket: CalledTicket }),
    refusals: [
      'dayNotOpen',
      'counterNotOpen',
      'counterBusy',
      'counterPaused',
      'unknownTicket',
      'ticketNotParked',
    ],
  }),
  /** The hour of return was put off. */
  'ticket.promise': command({
    kept: true,
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ ticketId: TicketId, promisedAt: Instant }),
    output: z.strictObject({ number: TicketNumber }),
    refusals: ['dayNotOpen', 'unknownTicket', 'ticketNotParked', 'timeInPast'],
  }),
  /** To another service with the same number and the same rank by arrival; to its own service, when the visit is lost by the service's doing. */
  'ticket.transfer': command({
    kept: true,
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ ticketId: TicketId.optional(), serviceId: ServiceId, reason: Reason }),
    output: z.strictObject({ number: TicketNumber, ahead: z.int() }),
    refusals: [
      'dayNotOpen',
      'counterNotOpen',
      'nobodyServed',
      'unknownTicket',
      'ticketNotWaiting',
      'ticketNotHere',
      'unknownService',
      'reasonMissing',
    ],
  }),
  /** Who can't be received today: with an appointment, a dated certificate, or a reason; always with by whose doing. */
  'ticket.settle': command({
    kept: true,
    roles: ['agent', 'supervisor'],
    input: z.strictObject({
      ticketId: TicketId,
      how: z.enum(['appointment', 'certificate', 'reason']),
      fault: Fault.optional(),
      reason: Reason.optional(),
      /** The appointment given, as one of the free slots. */
      startsAt: Instant.optional(),
    }),
    output: z.strictObject({ number: TicketNumber, document: document.nullable() }),
    refusals: [
      'dayNotOpen',
      'unknownTicket',
      'ticketEnded',
      'counterBusy',
      'reasonMissing',
      'slotTaken',
      'noSlot',
      'timeInPast',
      'mentionMissing',
      'pieceWithoutText',
      'refusalInWords',
    ],
  }),
} as const
