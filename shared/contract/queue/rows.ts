import { z } from 'zod'
import { CounterId, Instant, ProcedureId, ServiceId, TicketId, TicketNumber, VisitId } from '../ids.ts'
import { Ground, Priority, Proof } from './rules.ts'
import { Language } from '../text.ts'

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

/** A request, or a title to collect. */
export const Purpose = z.enum(['request', 'collection'])
export type Purpose = z.infer<typeof Purpose>

/** How a person is told that their turn is near. */
export const TurnNoticeMeans = z.enum(['sms', 'email'])
export type TurnNoticeMeans = z.infer<typeof TurnNoticeMeans>

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
  /** By which means they count on being told of their turn, where that notice did not leave. */
  unsentNotice: TurnNoticeMeans.nullable().default(null),
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
