import { InterruptKind, PauseKind, UndoableAct } from './counters.ts'
import { Outcome } from './outcomes.ts'
import {
  AgentId,
  AppointmentId,
  CallId,
  CounterId,
  Instant,
  LocalDate,
  ProcedureId,
  ReasonId,
  Seq,
  ServiceId,
  TicketId,
  TicketNumber,
  VisitId,
} from '../ids.ts'
import { KioskId, KioskSeries } from './provisional.ts'
import { InformKind } from './reception.ts'
import { Priority, QueueRules, ServiceSetting } from './rules.ts'
import { Language } from '../text.ts'
import { Arrangement, Purpose } from './rows.ts'
import { CallReason, Fault } from './reasons.ts'
import { Announced } from '../waits/waits.ts'
import { z } from 'zod'

const visit = { ticketId: TicketId, visitId: VisitId, counterId: CounterId }

/** The counters, whoever comes and their tickets, and by which rules they are called. */
export const queueEvents = {
  counterOpened: { v: 1, data: z.strictObject({ counterId: CounterId, agentId: AgentId }) },
  /** The reason is that of a supervisor who closes what its agent left open; none where the agent closes. */
  counterClosed: {
    v: 2,
    data: z.strictObject({ counterId: CounterId, reasonId: ReasonId.nullable() }),
  },
  counterPaused: {
    v: 1,
    data: z.strictObject({
      counterId: CounterId,
      kind: PauseKind,
      until: Instant.nullable(),
      reasonId: ReasonId,
    }),
  },
  counterResumed: { v: 1, data: z.strictObject({ counterId: CounterId }) },
  counterSkillsSet: {
    v: 1,
    data: z.strictObject({ counterId: CounterId, services: z.array(ServiceId).nullable() }),
  },
  interrupted: { v: 1, data: z.strictObject({ counterId: CounterId, kind: InterruptKind }) },
  interruptionEnded: { v: 1, data: z.strictObject({ counterId: CounterId }) },
  /** Information given without a ticket. */
  informed: { v: 1, data: z.strictObject({ kind: InformKind }) },
  ticketTaken: {
    v: 2,
    data: z.strictObject({
      ticketId: TicketId,
      number: TicketNumber,
      serviceId: ServiceId,
      procedureId: ProcedureId.nullable(),
      purpose: Purpose,
      lang: Language,
      arrangements: z.array(Arrangement),
      requests: z.int().min(1),
      /** Which ground is a personal row of the ticket's id: it touches health. */
      priority: Priority.nullable(),
      appointmentId: AppointmentId.nullable(),
      /** From when the appointment is called; null without one, or when the person came too late for it. */
      dueAt: Instant.nullable(),
      /** `entrance`: received, or turned away with a paper, in the very act that took the number. */
      channel: z.enum(['kiosk', 'reception', 'counter', 'entrance']),
      announced: Announced.nullable(),
      /** The request's code, printed on the ticket: it says nothing personal. */
      code: z.string(),
    }),
  },
  /** Done by hand in a failure, entered afterwards: the times are those that were written. */
  ticketEntered: {
    v: 1,
    data: z.strictObject({
      ticketId: TicketId,
      number: TicketNumber,
      serviceId: ServiceId,
      procedureId: ProcedureId.nullable(),
      arrivedAt: Instant,
      startedAt: Instant.nullable(),
      endedAt: Instant.nullable(),
      /** What became of the person; null when they were not received. */
      outcome: Outcome.nullable(),
      /** To whom they were sent, by the words kept of it; absent of any other outcome. */
      reasonId: ReasonId.optional(),
    }),
  },
  /** A kiosk's own series for the numbers that it gives without its host. */
  seriesLent: {
    v: 1,
    data: z.strictObject({ series: KioskSeries, kioskId: KioskId, date: LocalDate }),
  },
  /** Given by a kiosk without its host, and in line since its return at the hour when it was taken. */
  ticketJoined: {
    v: 1,
    data: z.strictObject({
      ticketId: TicketId,
      number: TicketNumber,
      serviceId: ServiceId,
      procedureId: ProcedureId.nullable(),
      purpose: Purpose,
      lang: Language,
      code: z.string(),
      /** Within what the host knows: after the cut and the opening, before now. */
      takenAt: Instant,
      /** The day of these people was over: they were not received, by the service's doing. */
      missed: z.boolean(),
    }),
  },
  ticketLeft: { v: 2, data: z.strictObject({ ticketId: TicketId, fault: Fault }) },
  ticketReturned: { v: 1, data: z.strictObject({ ticketId: TicketId, keepsRank: z.boolean() }) },
  ticketReplaced: { v: 1, data: z.strictObject({ ticketId: TicketId, code: z.string() }) },
  prioritySet: { v: 1, data: z.strictObject({ ticketId: TicketId, priority: Priority.nullable() }) },
  ticketCalled: { v: 2, data: z.strictObject({ ...visit, callId: CallId, reason: CallReason }) },
  ticketRecalled: { v: 1, data: z.strictObject({ ...visit, callId: CallId }) },
  ticketAbsent: { v: 1, data: z.strictObject(visit) },
  ticketUnserved: {
    v: 1,
    data: z.strictObject({
      ticketId: TicketId,
      how: z.enum(['appointment', 'certificate', 'reason', 'dayNeverClosed']),
      fault: Fault,
      reasonId: ReasonId.nullable(),
      appointmentId: AppointmentId.nullable(),
    }),
  },
  visitStarted: { v: 1, data: z.strictObject(visit) },
  /** The last act of a counter, taken back: `of` is its place in the journal. */
  actUndone: {
    v: 1,
    data: z.strictObject({
      counterId: CounterId,
      act: UndoableAct,
      ticketId: TicketId.nullable(),
      of: Seq,
    }),
  },
  rulesSet: { v: 1, data: z.strictObject({ rules: QueueRules, services: z.array(ServiceSetting) }) },
} as const
