import { z } from 'zod'
import { command } from '../define.ts'
import {
  CallId,
  CounterId,
  DocumentId,
  DocumentNumber,
  Instant,
  ProcedureId,
  ReasonId,
  ServiceId,
  TicketId,
  TicketNumber,
  VisitId,
} from '../ids.ts'
import { Claim, Ground, Priority, Proof } from './rules.ts'
import { Language } from '../text.ts'
import { Announced } from '../waits/waits.ts'

/** Why a person is called before those who came earlier, or plainly in order. */
export const CallCode = z.enum([
  'legalPriority',
  'localPriority',
  'appointment',
  'overtakenEnough',
  /** A local rule let somebody pass after so many priorities in a row. */
  'cap',
  'maximumWait',
  'weightedWait',
  /** In order of arrival, by the hour at which they came to the office that sent them. */
  'keptArrival',
  'arrivalOrder',
  'outOfOrder',
])
export type CallCode = z.infer<typeof CallCode>

/** Why this person is called now: stored with the call, and said to whoever asks; never which ground of the law. */
export const CallReason = z.strictObject({
  code: CallCode,
  /** How many who came before, and whom this counter could have called, still wait. */
  overtaken: z.int().min(0),
  /** Seconds that the first of them has waited. */
  longestWait: z.int().min(0),
  /** What the agent typed for a call out of order: a personal row of this id. */
  reasonId: ReasonId.nullable(),
})
export type CallReason = z.infer<typeof CallReason>

/** What the person needs to be received: a closed list, never a diagnosis. */
export const Arrangement = z.enum([
  'inductionLoop',
  'signLanguage',
  'seatedCall',
  'wheelchair',
  'interpreter',
  'screenOnly',
])
export type Arrangement = z.infer<typeof Arrangement>

/** By whose doing a person was not received, or a visit was lost. */
export const Fault = z.enum(['person', 'service', 'thirdParty'])
export type Fault = z.infer<typeof Fault>

/** A request, or a title to collect. */
export const Purpose = z.enum(['request', 'collection'])
export type Purpose = z.infer<typeof Purpose>

/** How a person is told that their turn is near. */
export const TurnNoticeMeans = z.enum(['sms', 'email'])
export type TurnNoticeMeans = z.infer<typeof TurnNoticeMeans>

/** Anything typed to explain an act; an empty one is refused with its sentence. */
export const Reason = z.string().trim().max(200)

/** Who waits, as it is known before the call: a service, a wait, whether a priority applies; never who. */
export const WaitingTicket = z.strictObject({
  ticketId: TicketId,
  number: TicketNumber,
  serviceId: ServiceId,
  procedureId: ProcedureId.nullable(),
  purpose: Purpose,
  since: Instant,
  priority: Priority.nullable(),
  appointmentAt: Instant.nullable(),
  requests: z.int().min(1),
  /** Waits longer than the service aims at. */
  pastTarget: z.boolean(),
  /** Was called, or began to be received, then came back. */
  returned: z.boolean(),
})
export type WaitingTicket = z.infer<typeof WaitingTicket>

/** Someone who left a counter and is due back. */
export const ParkedTicket = z.strictObject({
  ticketId: TicketId,
  number: TicketNumber,
  serviceId: ServiceId,
  counterId: CounterId,
  since: Instant,
  promisedAt: Instant.nullable(),
  reason: z.string().nullable(),
})
export type ParkedTicket = z.infer<typeof ParkedTicket>

/** Someone who was called and did not come. */
export const AbsentTicket = z.strictObject({
  ticketId: TicketId,
  number: TicketNumber,
  serviceId: ServiceId,
  since: Instant,
  absentAt: Instant,
  /** Back until this instant, they find their place again. */
  placeKeptUntil: Instant,
})
export type AbsentTicket = z.infer<typeof AbsentTicket>

export const CalledTicket = z.strictObject({
  ticketId: TicketId,
  visitId: VisitId,
  number: TicketNumber,
  serviceId: ServiceId,
  procedureId: ProcedureId.nullable(),
  purpose: Purpose,
  lang: Language,
  arrangements: z.array(Arrangement),
  since: Instant,
  calledAt: Instant,
  calls: z.int().min(1),
  /** For the agent who called alone: it touches health. */
  ground: z.strictObject({ ground: Ground, proof: Proof, companion: z.boolean() }).nullable(),
  appointmentAt: Instant.nullable(),
  preApplications: z.array(z.string()),
  /** What this visit still has to do, the request under way first. */
  requests: z.array(z.strictObject({ serviceId: ServiceId, procedureId: ProcedureId.nullable() })),
  /** How many requests of this visit have ended. */
  requestsDone: z.int().min(0),
})
export type CalledTicket = z.infer<typeof CalledTicket>

/** The current ticket that the page shows: an act on another one than that is refused rather than done to the wrong person. */
const onCurrent = z.strictObject({ ticketId: TicketId.optional() })

/** A ticket by its id, or by what is printed on it. */
const named = {
  ticketId: TicketId.optional(),
  number: TicketNumber.optional(),
  code: z.string().trim().toUpperCase().max(20).optional(),
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
      code: z.string().trim().toUpperCase().max(20).optional(),
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
