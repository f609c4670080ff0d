import { z } from 'zod'
import { AppointmentFacts } from './appointments.ts'
import { InterruptKind, PauseKind, UndoableAct } from './counters.ts'
import { assistanceNatures, DocumentsClosing, DocumentSeal, Outcome } from './documents.ts'
import { Relation } from './documentFacts.ts'
import { PaperSettings } from './issuing.ts'
import {
  AcknowledgementForm,
  DecidedBy,
  FileChannel,
  FileCloseReason,
  FileDecision,
  FileRegime,
  FromVisit,
  HandedMeans,
  HandedWhat,
  KeptPiece,
  NoticeMeans,
  PieceKey,
  RequestKind,
} from './file.ts'
import {
  AgentId,
  AppointmentId,
  CallId,
  CommandId,
  CounterId,
  DayId,
  FileId,
  FileReference,
  Instant,
  LocalDate,
  OfficeId,
  PieceId,
  PrinterId,
  ProcedureId,
  ReasonId,
  Seq,
  ServiceId,
  StationId,
  TicketId,
  TicketNumber,
  VisitId,
} from './ids.ts'
import { AgentSkills, Calendar, LawSettings, OfficeAddress, OfficeSettings, Printer } from './office.ts'
import { AccessSettings, Right, SecretKind } from './people.ts'
import { InformKind } from './reception.ts'
import { Priority, QueueRules, ServiceSetting } from './rules.ts'
import { OfficeHost, StationFacts, TokenHash } from './stations.ts'
import { ApiToken, ApiTokenId, TurnNoticeMeans, SoftwareSettings, Webhook, WebhookId } from './software.ts'
import { Language } from './text.ts'
import { Deed } from './till.ts'
import { TillClosing, TillCount, TillEntry, TillPaper } from './tillBooks.ts'
import { Arrangement, CallReason, Fault, Purpose } from './tickets.ts'
import { Capacity } from './visits.ts'
import { Announced } from './waits.ts'
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

/** How many rows of each kind. */
export const KindCounts = z.array(
  z.strictObject({ kind: z.string().regex(/^[a-z][A-Za-z]{1,39}$/), count: z.int().min(1) }),
)
export type KindCounts = z.infer<typeof KindCounts>

const visit = { ticketId: TicketId, visitId: VisitId, counterId: CounterId }
const file = { fileId: FileId }
/** What the request is; the words typed for it are the personal row's, committed to with a salt. */
const asked = {
  procedureId: ProcedureId.nullable(),
  rule: RuleVersion.nullable(),
  regime: FileRegime,
  serviceId: ServiceId,
  /** Nobody has said yet what is asked. */
  named: z.boolean(),
  commitment: z.string(),
}
const ending = { outcome: Outcome, procedureId: ProcedureId.nullable(), rule: RuleVersion.nullable() }

/**
 * Every fact that the journal holds, with its version. Nothing here is personal: pseudonymous ids, codes,
 * salted commitments. An event is never edited; an older version is read through its upcaster.
 */
export const events = {
  officeCreated: {
    v: 3,
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
  /** A person answered by name (a personal row) for a version of a procedure, as its SHA-256 names it. */
  procedureValidated: {
    v: 1,
    data: z.strictObject({
      procedureId: ProcedureId,
      version: z.string(),
      hash: z.string(),
      validationId: ReasonId,
    }),
  },
  /** The office works by this package of rules, which lies beside the journal, from the dates of its versions. */
  rulesPublished: {
    v: 1,
    data: z.strictObject({
      hash: z.string(),
      name: z.string(),
      version: z.string(),
      validationId: ReasonId,
    }),
  },
  rulesWithdrawn: { v: 1, data: z.strictObject({ hash: z.string() }) },
  draftValidated: {
    v: 1,
    data: z.strictObject({ draftId: z.string(), partIds: z.array(z.string()), validationId: ReasonId }),
  },
  lawSet: { v: 1, data: z.strictObject({ law: LawSettings }) },
  rulesSet: { v: 1, data: z.strictObject({ rules: QueueRules, services: z.array(ServiceSetting) }) },
  calendarSet: { v: 1, data: z.strictObject({ calendar: Calendar, closesAt: Instant.nullable() }) },
  dayOpened: {
    v: 2,
    data: z.strictObject({
      dayId: DayId,
      date: LocalDate,
      closesAt: Instant.nullable(),
      /** Services that the calendar keeps closed on this date. */
      closedServices: z.array(ServiceId),
    }),
  },
  dayClosed: { v: 1, data: z.strictObject({ dayId: DayId }) },
  serviceClosed: { v: 1, data: z.strictObject({ serviceId: ServiceId, reasonId: ReasonId.nullable() }) },
  serviceOpened: { v: 1, data: z.strictObject({ serviceId: ServiceId }) },
  counterOpened: { v: 1, data: z.strictObject({ counterId: CounterId, agentId: AgentId }) },
  counterClosed: { v: 1, data: z.strictObject({ counterId: CounterId }) },
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
    }),
  },
  ticketLeft: { v: 2, data: z.strictObject({ ticketId: TicketId, fault: Fault }) },
  ticketReturned: { v: 1, data: z.strictObject({ ticketId: TicketId, keepsRank: z.boolean() }) },
  ticketReplaced: { v: 1, data: z.strictObject({ ticketId: TicketId, code: z.string() }) },
  prioritySet: { v: 1, data: z.strictObject({ ticketId: TicketId, priority: Priority.nullable() }) },
  ticketCalled: { v: 2, data: z.strictObject({ ...visit, callId: CallId, reason: CallReason }) },
  ticketRecalled: { v: 1, data: z.strictObject({ ...visit, callId: CallId }) },
  ticketAbsent: { v: 1, data: z.strictObject(visit) },
  ticketParked: {
    v: 1,
    data: z.strictObject({ ...visit, reasonId: ReasonId, promisedAt: Instant.nullable() }),
  },
  promiseMoved: { v: 1, data: z.strictObject({ ticketId: TicketId, promisedAt: Instant }) },
  ticketResumed: { v: 1, data: z.strictObject(visit) },
  /** From a counter, or moved while waiting (no counter): the number and the rank stay. */
  ticketTransferred: {
    v: 1,
    data: z.strictObject({
      ticketId: TicketId,
      counterId: CounterId.nullable(),
      serviceId: ServiceId,
      reasonId: ReasonId,
    }),
  },
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
  /** Asked again though an administration holds it (CRPA L114-10): counted; why is a personal row. */
  pieceAskedAgain: {
    v: 1,
    data: z.strictObject({
      ...visit,
      procedureId: ProcedureId,
      pieceId: PieceId,
      exchangeId: z.string(),
      reasonId: ReasonId,
    }),
  },
  requestAdded: {
    v: 1,
    data: z.strictObject({ ...visit, serviceId: ServiceId, procedureId: ProcedureId.nullable() }),
  },
  /** One request of the visit ended; the visit goes on with the next. */
  requestClosed: { v: 1, data: z.strictObject({ ...visit, ...ending }) },
  visitClosed: { v: 2, data: z.strictObject({ ...visit, ...ending, fault: Fault.nullable() }) },
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
  appointmentsImported: { v: 1, data: z.strictObject({ appointments: z.array(AppointmentFacts) }) },
  appointmentBooked: {
    v: 1,
    data: z.strictObject({ appointment: AppointmentFacts, ticketId: TicketId.nullable() }),
  },
  appointmentCancelled: { v: 1, data: z.strictObject({ appointmentId: AppointmentId }) },
  /** Numbered, chained, signed. Of a visit, of a file, or of neither: what is not is null. */
  documentIssued: {
    v: 2,
    data: DocumentSeal.extend({
      ticketId: TicketId.nullable(),
      visitId: VisitId.nullable(),
      counterId: CounterId.nullable(),
      fileId: FileId.nullable(),
    }),
  },
  /** Handed over by these means, or refused by the person: its hour is the event's (CRPA L221-8). */
  documentHandedOver: {
    v: 1,
    data: z.strictObject({
      documentId: DocumentSeal.shape.documentId,
      means: HandedMeans,
      to: Capacity,
      refused: z.boolean(),
    }),
  },
  /** A document is repeated, put right or cancelled by another one; why is a personal row. */
  documentRelated: {
    v: 1,
    data: z.strictObject({
      documentId: DocumentSeal.shape.documentId,
      by: DocumentSeal.shape.documentId,
      number: DocumentSeal.shape.number,
      how: Relation.shape.how,
      reasonId: ReasonId.nullable(),
    }),
  },
  /** The documents of a day, a month, a year are closed with their totals: each closing is chained to the one before. */
  documentsClosed: { v: 1, data: DocumentsClosing },
  paperSet: { v: 1, data: z.strictObject({ paper: PaperSettings }) },
  /** An agent speaks under a safety pseudonym, or by name again; why is a personal row. */
  agentShielded: {
    v: 1,
    data: z.strictObject({ agentId: AgentId, pseudonym: z.string().nullable(), reasonId: ReasonId }),
  },
  /** One more copy on paper: 1 is the original. */
  documentPrinted: {
    v: 1,
    data: z.strictObject({ documentId: DocumentSeal.shape.documentId, copy: z.int().min(1) }),
  },
  fileOpened: {
    v: 1,
    data: z.strictObject({
      ...file,
      ...asked,
      reference: FileReference,
      channel: FileChannel,
      sentOn: LocalDate.nullable(),
      receivedOn: LocalDate,
      /** By the office first seised, when another one forwarded the request. */
      firstReceivedOn: LocalDate,
      pieces: z.array(KeptPiece),
      /** What was done online with the person; null for any other request, or when it was not said. */
      assistance: z.enum(assistanceNatures).nullable(),
      visit: FromVisit.nullable(),
    }),
  },
  fileDescribed: { v: 1, data: z.strictObject({ ...file, ...asked, visit: FromVisit.nullable() }) },
  filePieceAdded: {
    v: 1,
    data: z.strictObject({
      ...file,
      pieces: z.array(PieceKey),
      sentOn: LocalDate.nullable(),
      receivedOn: LocalDate,
      visit: FromVisit.nullable(),
    }),
  },
  filePiecesRequested: {
    v: 1,
    data: z.strictObject({
      ...file,
      kind: RequestKind,
      pieces: z.array(PieceKey),
      on: LocalDate,
      dueOn: LocalDate.nullable(),
      moves: z.boolean(),
      /** The closing whose acknowledgement asked them; absent for any other. */
      visit: FromVisit.optional(),
    }),
  },
  fileAcknowledged: {
    v: 1,
    data: z.strictObject({
      ...file,
      form: AcknowledgementForm,
      on: LocalDate,
      /** The closing that gave it; absent for any other. */
      visit: FromVisit.optional(),
    }),
  },
  fileForwarded: {
    v: 1,
    data: z.strictObject({
      ...file,
      competent: z.boolean(),
      on: LocalDate,
      /** When it was received there, where that is known. */
      receivedOn: LocalDate.nullable(),
    }),
  },
  fileDecided: {
    v: 1,
    data: z.strictObject({ ...file, decision: FileDecision, by: DecidedBy, on: LocalDate }),
  },
  fileTitleArrived: {
    v: 1,
    data: z.strictObject({ ...file, arrivedOn: LocalDate, slot: z.string().nullable() }),
  },
  fileNoticeSent: { v: 1, data: z.strictObject({ ...file, means: NoticeMeans, on: LocalDate }) },
  fileTitleDestroyed: { v: 1, data: z.strictObject({ ...file, on: LocalDate }) },
  fileHandedOver: {
    v: 1,
    data: z.strictObject({
      ...file,
      what: HandedWhat,
      means: HandedMeans,
      on: LocalDate,
      to: Capacity,
      /** The person would not take it. */
      refused: z.boolean(),
      visit: FromVisit.nullable(),
    }),
  },
  originalsHeld: {
    v: 1,
    data: z.strictObject({
      ...file,
      pieces: z.array(PieceKey),
      on: LocalDate,
      visit: FromVisit.nullable(),
    }),
  },
  originalsReturned: {
    v: 1,
    data: z.strictObject({ ...file, means: HandedMeans, on: LocalDate, to: Capacity }),
  },
  fileClosed: {
    v: 1,
    data: z.strictObject({ ...file, reason: FileCloseReason, visit: FromVisit.nullable() }),
  },
  /** What a visit's closing did on a file, taken back with it: a file that it opened is annulled, its number stays used. */
  fileActUndone: { v: 1, data: z.strictObject({ ...file, visit: FromVisit }) },
  tillDeedSet: { v: 1, data: z.strictObject({ deed: Deed }) },
  tillOpened: { v: 1, data: z.strictObject({ date: LocalDate }) },
  /** One line of the till's books. */
  tillEntered: { v: 1, data: TillEntry },
  /** The paper that an entry gave. */
  tillPaperGiven: { v: 1, data: TillPaper },
  tillCounted: { v: 1, data: TillCount },
  tillPeriodClosed: { v: 1, data: TillClosing },
  /** Other software has a token: its hash alone is known. */
  apiTokenCreated: { v: 1, data: ApiToken.extend({ hash: z.string() }) },
  apiTokenRevoked: { v: 1, data: z.strictObject({ tokenId: ApiTokenId }) },
  webhookSet: { v: 1, data: Webhook },
  webhookRemoved: { v: 1, data: z.strictObject({ webhookId: WebhookId }) },
  softwareSet: { v: 1, data: z.strictObject({ settings: SoftwareSettings }) },
  /** Somebody wants to be told that their turn is near: where is a personal row of the ticket's id. */
  noticeAsked: { v: 1, data: z.strictObject({ ticketId: TicketId, means: TurnNoticeMeans }) },
  noticeWithdrawn: { v: 1, data: z.strictObject({ ticketId: TicketId }) },
  noticeSent: { v: 1, data: z.strictObject({ ticketId: TicketId, means: TurnNoticeMeans }) },
  agentRightsSet: { v: 1, data: z.strictObject({ agentId: AgentId, rights: z.array(Right) }) },
  /** Chosen, or changed: what it is, a personal row alone knows, and not as it was typed. */
  agentSecretSet: { v: 1, data: z.strictObject({ agentId: AgentId, kind: SecretKind }) },
  /** A code was given to choose a secret; the former one opens nothing any more. */
  agentInvited: { v: 1, data: z.strictObject({ agentId: AgentId, until: Instant }) },
  agentLocked: { v: 1, data: z.strictObject({ agentId: AgentId, until: Instant }) },
  agentUnlocked: { v: 1, data: z.strictObject({ agentId: AgentId }) },
  agentBadgeSet: { v: 1, data: z.strictObject({ agentId: AgentId }) },
  agentBadgeRemoved: { v: 1, data: z.strictObject({ agentId: AgentId }) },
  accessSet: { v: 1, data: z.strictObject({ access: AccessSettings }) },
  /** The counter goes on as it is, under another agent. */
  counterRelieved: { v: 1, data: z.strictObject({ counterId: CounterId, agentId: AgentId }) },
  /** A station of another machine, and the hash of the token that it alone holds. */
  stationPaired: { v: 1, data: z.strictObject({ ...StationFacts.shape, tokenHash: TokenHash }) },
  stationRevoked: { v: 1, data: z.strictObject({ stationId: StationId }) },
  /** Where a host of the office answers, and its keys. */
  doorAnnounced: { v: 1, data: OfficeHost },
  /** Personal rows that had had their time, by kind: ids of nobody. */
  personalPurged: { v: 1, data: z.strictObject({ kinds: KindCounts }) },
  /** A person's data were erased as they asked; what a text keeps is counted beside. What they asked is a personal row. */
  personalErased: {
    v: 1,
    data: z.strictObject({
      fileId: FileId.nullable(),
      ticketId: TicketId.nullable(),
      erased: KindCounts,
      kept: KindCounts,
      /** The archives gave their visa (C. patrimoine L212-2). */
      visa: z.boolean(),
      requestId: ReasonId,
    }),
  },
  /** What is known of a file's person is kept and no longer used (GDPR 18), or is used again. */
  fileLimited: {
    v: 1,
    data: z.strictObject({ fileId: FileId, limited: z.boolean(), requestId: ReasonId }),
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
