import { z } from 'zod'
import {
  AppointmentId,
  CounterId,
  Instant,
  LocalDate,
  PrinterId,
  ServiceId,
  TicketId,
  TicketNumber,
} from '../ids.ts'

/** What needs a decision now, the gravest first; each with what its act needs. */
export const ToDecide = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('dayNotClosed'), date: LocalDate, unsettled: z.int() }),
  /** People wait for a service that no counter receives; `able` could. */
  z.strictObject({
    what: z.literal('nobodyServes'),
    serviceId: ServiceId,
    waiting: z.int(),
    since: Instant,
    able: z.array(CounterId),
    backAt: Instant.nullable(),
  }),
  z.strictObject({
    what: z.literal('pastTarget'),
    ticketId: TicketId,
    number: TicketNumber,
    serviceId: ServiceId,
    since: Instant,
    targetMinutes: z.int(),
    /** How many more are past the target in this service. */
    others: z.int(),
    able: z.array(CounterId),
  }),
  z.strictObject({
    what: z.literal('promiseMissed'),
    ticketId: TicketId,
    number: TicketNumber,
    counterId: CounterId,
    promisedAt: Instant,
    reason: z.string().nullable(),
  }),
  z.strictObject({
    what: z.literal('pausedTooLong'),
    counterId: CounterId,
    since: Instant,
    until: Instant.nullable(),
    reason: z.string().nullable(),
  }),
  /** Not everyone here can be received before closing. */
  z.strictObject({ what: z.literal('notEnoughTime'), serviceId: ServiceId, atRisk: z.int() }),
  z.strictObject({
    what: z.literal('appointmentLate'),
    appointmentId: AppointmentId,
    serviceId: ServiceId,
    startsAt: Instant,
  }),
  /** A printer does not print, or its roll is nearly at an end (`problem` null). */
  z.strictObject({
    what: z.literal('printer'),
    printerId: PrinterId,
    name: z.string(),
    /** A French sentence. */
    problem: z.string().nullable(),
    waiting: z.int(),
  }),
  /** The office is no longer backed up as it should be, here or outside. */
  z.strictObject({
    what: z.literal('backup'),
    where: z.enum(['here', 'outside']),
    /** A French sentence; null when it is only late. */
    problem: z.string().nullable(),
    last: Instant.nullable(),
  }),
])
export type ToDecide = z.infer<typeof ToDecide>
