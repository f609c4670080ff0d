import { z } from 'zod'
import { DocumentSeal, Outcome } from './documents.ts'
import {
  AgentId,
  CallId,
  CommandId,
  CounterId,
  DayId,
  Instant,
  LocalDate,
  OfficeId,
  PrinterId,
  ProcedureId,
  Seq,
  ServiceId,
  StationId,
  TicketId,
  TicketNumber,
  VisitId,
} from './ids.ts'
import { AgentSkills, OfficeAddress, OfficeSettings, Printer } from './office.ts'
import { Language } from './text.ts'
import { Announced, Arrangement, CallReason } from './tickets.ts'
import { RuleVersion } from './procedures.ts'
import { roles } from './define.ts'

/** Who did it: from the session, never from the message. */
export const Who = z.strictObject({
  officeId: OfficeId.nullable(),
  role: z.enum([...roles, 'host']),
  stationId: StationId,
  agentId: AgentId.nullable(),
})
export type Who = z.infer<typeof Who>

const visit = { ticketId: TicketId, visitId: VisitId, counterId: CounterId }

/**
 * Every fact that the journal holds, with its version. Nothing here is personal: pseudonymous ids, codes,
 * salted commitments. An event is never edited; an older version is read through its upcaster.
 */
export const events = {
  officeCreated: {
    v: 1,
    data: z.strictObject({
      officeId: OfficeId,
      settings: OfficeSettings,
      school: z.boolean(),
      publicKey: z.string(),
    }),
  },
  addressSet: { v: 1, data: z.strictObject({ address: OfficeAddress }) },
  printersSet: {
    v: 1,
    data: z.strictObject({
      printers: z.array(Printer),
      ticketPrinterId: PrinterId.nullable(),
      counters: z.array(z.strictObject({ counterId: CounterId, printerId: PrinterId.nullable() })),
    }),
  },
  agentSet: { v: 1, data: AgentSkills },
  dayOpened: { v: 1, data: z.strictObject({ dayId: DayId, date: LocalDate, closesAt: Instant.nullable() }) },
  dayClosed: { v: 1, data: z.strictObject({ dayId: DayId }) },
  counterOpened: { v: 1, data: z.strictObject({ counterId: CounterId, agentId: AgentId }) },
  counterClosed: { v: 1, data: z.strictObject({ counterId: CounterId }) },
  ticketTaken: {
    v: 1,
    data: z.strictObject({
      ticketId: TicketId,
      number: TicketNumber,
      serviceId: ServiceId,
      procedureId: ProcedureId.nullable(),
      lang: Language,
      arrangements: z.array(Arrangement),
      /** The legal ground of priority: none can be given yet. */
      ground: z.string().nullable(),
      announced: Announced.nullable(),
      /** The request's code, printed on the ticket: it says nothing personal. */
      code: z.string(),
    }),
  },
  ticketLeft: { v: 1, data: z.strictObject({ ticketId: TicketId }) },
  ticketCalled: { v: 1, data: z.strictObject({ ...visit, callId: CallId, reason: CallReason }) },
  ticketRecalled: { v: 1, data: z.strictObject({ ...visit, callId: CallId }) },
  ticketAbsent: { v: 1, data: z.strictObject(visit) },
  visitStarted: { v: 1, data: z.strictObject(visit) },
  visitClosed: {
    v: 1,
    data: z.strictObject({
      ...visit,
      outcome: Outcome,
      procedureId: ProcedureId.nullable(),
      rule: RuleVersion.nullable(),
    }),
  },
  documentIssued: { v: 1, data: DocumentSeal.extend(visit) },
  /** One more copy on paper: 1 is the original. */
  documentPrinted: {
    v: 1,
    data: z.strictObject({ documentId: DocumentSeal.shape.documentId, copy: z.int().min(1) }),
  },
} as const

export type EventType = keyof typeof events
export type EventData<T extends EventType> = z.infer<(typeof events)[T]['data']>
export type Event = { [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType]

/** An event as the journal gives it back: `at` in milliseconds, UTC, never decreasing. */
export const Recorded = z.strictObject({
  seq: Seq,
  at: Instant,
  who: Who,
  commandId: CommandId,
  type: z.string(),
  v: z.int(),
  data: z.unknown(),
})
export type Recorded = {
  readonly seq: Seq
  readonly at: Instant
  readonly who: Who
  readonly commandId: CommandId
  readonly event: Event
}
