import { z } from 'zod'
import { command } from '../define.ts'
import { DayId, Instant, JobId, LocalDate, PrinterId, ProcedureId, ServiceId, TicketNumber } from '../ids.ts'
import { Recipient } from './recipient.ts'
import { Outcome } from '../queue/outcomes.ts'
import { Calendar } from './calendar.ts'
import { Fault, Reason } from '../queue/reasons.ts'

export const day = {
  /**
   * Opens the day of the calendar. A day before that was never closed is closed first: whoever was unsettled there
   * was not received, by the service's doing.
   */
  'day.open': command({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({ dayId: DayId, date: LocalDate, unserved: z.int() }),
    refusals: ['officeNotCreated', 'dayAlreadyOpen'],
  }),
  /** Refused while someone is neither served nor traced, with the list of them. */
  'day.close': command({
    roles: ['supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({ dayId: DayId, tickets: z.int() }),
    refusals: ['dayNotOpen', 'peopleUnsettled'],
  }),
  /** Everyone who waits or is due back, settled at once in the same way, each with their trace. */
  'day.settleAll': command({
    roles: ['supervisor'],
    input: z.strictObject({
      how: z.enum(['certificate', 'reason']),
      fault: Fault,
      reason: Reason.optional(),
      serviceId: ServiceId.optional(),
    }),
    output: z.strictObject({ settled: z.int() }),
    refusals: [
      'dayNotOpen',
      'unknownService',
      'reasonMissing',
      'mentionMissing',
      'pieceWithoutText',
      'refusalInWords',
    ],
  }),
  /** What was done by hand in a failure, entered afterwards and marked as such; it takes the series' next number. */
  'day.enterByHand': command({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({
      serviceId: ServiceId,
      procedureId: ProcedureId.optional(),
      arrivedAt: Instant,
      startedAt: Instant.nullable(),
      endedAt: Instant.nullable(),
      outcome: Outcome.nullable(),
      /** Which office the person was sent to: required where the outcome is that. */
      to: Recipient.optional(),
    }),
    output: z.strictObject({ number: TicketNumber }),
    refusals: [
      'officeNotCreated',
      'dayNotOpen',
      'unknownService',
      'unknownProcedure',
      'timesMixedUp',
      'seriesExhausted',
      'refusalIsNoEnd',
      'mentionMissing',
      'nameMalformed',
      'sentToItself',
    ],
  }),
  /** The morning sheet: numbers, grounds, hours, blank lines, for an office that goes on by hand. */
  'day.printSheet': command({
    pace: { agent: 'papers', supervisor: 'papers' },
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ printerId: PrinterId.optional() }),
    output: z.strictObject({ jobId: JobId }),
    refusals: ['officeNotCreated', 'noPrinter', 'unknownPrinter'],
  }),
  /** No new ticket for this service until it opens again, with the office's words for the public. */
  'service.close': command({
    roles: ['supervisor'],
    input: z.strictObject({ serviceId: ServiceId, words: Reason.optional() }),
    output: z.strictObject({ waiting: z.int() }),
    refusals: [
      'dayNotOpen',
      'unknownService',
      'serviceClosed',
      'namesSomebody',
      'noticeAsks',
      'noticeRefuses',
    ],
  }),
  'service.open': command({
    roles: ['supervisor'],
    input: z.strictObject({ serviceId: ServiceId }),
    output: z.strictObject({}),
    refusals: ['dayNotOpen', 'unknownService', 'serviceNotClosed'],
  }),
  /** Hours, holidays, exceptional openings and closings. */
  'office.setCalendar': command({
    roles: ['admin', 'supervisor'],
    input: z.strictObject({ calendar: Calendar }),
    output: z.strictObject({ closesAt: Instant.nullable() }),
    refusals: ['officeNotCreated', 'unknownService'],
  }),
} as const
