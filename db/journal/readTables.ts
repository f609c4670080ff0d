import type { DocumentsClosing } from '../../shared/contract/documents/closings.ts'
import type { DocumentSeal } from '../../shared/contract/documents/issued.ts'
import type { Outcome } from '../../shared/contract/queue/outcomes.ts'
import type { Event } from '../../shared/contract/events.ts'
import type {
  AgentId,
  CounterId,
  DocumentId,
  DocumentNumber,
  FileId,
  FileReference,
  Instant,
  LocalDate,
  ProcedureId,
  Seq,
  ServiceId,
  TicketId,
  TicketNumber,
  VisitId,
} from '../../shared/contract/ids.ts'
import type { Assistance } from '../../shared/contract/visit/assistance.ts'
import type { FileChannel } from '../../shared/contract/files/file.ts'
import type { ArchiveKind } from '../../shared/contract/privacy/archives.ts'
import type { OverRow } from '../../shared/domain/privacy/state.ts'
import type { Priority } from '../../shared/contract/queue/rules.ts'
import type { CallCode, Fault } from '../../shared/contract/queue/reasons.ts'
import type { FileLife, VisitState } from '../schema.ts'

// What the read tables answer about documents, visits and files, whatever the engine.

/** A document as the read table knows it: nothing personal. `ticket` is the visit's number, « A42 ». */
export type DocumentRow = {
  readonly documentId: DocumentId
  readonly kind: DocumentSeal['kind']
  readonly number: DocumentSeal['number']
  readonly year: number
  readonly issuedAt: Instant
  readonly visitId: VisitId | null
  readonly ticketId: TicketId | null
  readonly counterId: CounterId | null
  readonly fileId: FileId | null
  /** The file's reference, once its row is there. */
  readonly file: FileReference | null
  readonly ticket: string
  readonly handedAt: Instant | null
  readonly cancelledBy: DocumentNumber | null
  readonly correctedBy: DocumentNumber | null
  /** Copies on paper so far; the original counts for one. */
  readonly copies: number
  /** The document's facts are erased: the seal alone stays. */
  readonly erased: boolean
}

/** A document that repeats another. */
export type DocumentDuplicate = {
  readonly documentId: DocumentId
  readonly number: DocumentNumber
  readonly issuedAt: Instant
  readonly handedAt: Instant | null
}

/** Documents issued, from the read tables. */
export type DocumentTable = {
  /**
   * The latest first. `from` and `to` bound the instant of issue (`to` excluded); `before` and `after` go on from the last line
   * of the page before, by its instant and its id. A page never splits documents of one instant, unless they are more than `limit`.
   */
  list(asked: {
    readonly from?: Instant
    readonly to?: Instant
    readonly before?: Instant
    readonly after?: DocumentId
    readonly kind?: DocumentSeal['kind']
    /** Whole, or its beginning. */
    readonly number?: string
    readonly fileId?: FileId
    /** The number of the visit's ticket, « A42 »: of every day, unless `from` and `to` say which. */
    readonly ticket?: TicketNumber
    readonly limit: number
  }): Promise<{ readonly documents: readonly DocumentRow[]; readonly more: boolean }>
  seal(documentId: DocumentId): Promise<DocumentSeal | undefined>
  row(documentId: DocumentId): Promise<DocumentRow | undefined>
  numbered(number: DocumentNumber): Promise<DocumentRow | undefined>
  /** What was issued of a ticket, the oldest first, with each link of the chain. */
  ofTicket(ticketId: TicketId): Promise<readonly (DocumentRow & { readonly hash: string })[]>
  /** The documents that repeat this one, the oldest first. */
  duplicates(documentId: DocumentId): Promise<readonly DocumentDuplicate[]>
  /** Closings of the journal of documents, the latest first, each with its event's place; all of them without a limit. */
  closings(asked: {
    readonly before?: Seq
    readonly limit?: number
  }): Promise<readonly { readonly seq: Seq; readonly closing: DocumentsClosing }[]>
  /** The seal's hash of each of these numbers that was issued. */
  hashes(numbers: readonly string[]): Promise<readonly { readonly number: string; readonly hash: string }[]>
  /** How many documents of this kind were issued in the period. */
  count(asked: Period & { readonly kind: DocumentSeal['kind'] }): Promise<number>
  /** What a counter issued since an instant, the latest first. */
  ofCounter(counterId: CounterId, since: Instant, limit: number): Promise<readonly DocumentRow[]>
}

/** What figures need of a ticket. Durations are in milliseconds, waits announced in seconds. */
export type VisitRow = {
  readonly ticketId: TicketId
  readonly number: TicketNumber
  /** The service that received the person, or where they last waited. */
  readonly serviceId: ServiceId
  readonly takenAt: Instant
  readonly firstCalledAt: Instant | null
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  /** Spent away between the start and the end; spent on the telephone or with a colleague. */
  readonly awayMs: number
  readonly interruptedMs: number
  readonly announcedP50: number | null
  readonly announcedP90: number | null
  /** The probability of being received before closing that was announced with them: below a half, the doubt alone was told. */
  readonly sure: number | null
  readonly priority: Priority | null
  readonly arrangement: boolean
  readonly requests: number
  readonly byHand: boolean
  readonly state: VisitState
  readonly outcome: Outcome | null
  readonly fault: Fault | null
}

/** A call that left behind people who came before. */
export type CallRow = {
  readonly serviceId: ServiceId
  readonly at: Instant
  readonly code: CallCode
  readonly overtaken: number
}

type Period = { readonly from: Instant; readonly to: Instant }

/** Which ticket, and when it was taken. */
export type TicketNamed = { readonly ticketId: TicketId; readonly takenAt: Instant }

/** Visits, from the read tables. `from` and `to` bound an instant, `to` excluded. */
export type VisitTable = {
  /** Visits by the taking of their ticket, the oldest first, after the last one of the page before. */
  page(
    asked: Period & { readonly after?: Pick<VisitRow, 'takenAt' | 'ticketId'>; readonly limit: number },
  ): Promise<readonly VisitRow[]>
  one(ticketId: TicketId): Promise<VisitRow | undefined>
  /** The ticket whose paper bears this code. */
  byCode(code: string): Promise<TicketNamed | undefined>
  /** The ticket of this number taken in the period; the last one, where numbers began again in it. */
  byNumber(number: TicketNumber, asked: Period): Promise<TicketNamed | undefined>
  /** Calls of the period that overtook somebody, the oldest first. */
  overtakes(asked: Period): Promise<readonly CallRow[]>
  /** How many people took a ticket of each service in the period. */
  services(asked: Period): Promise<readonly { readonly serviceId: ServiceId; readonly count: number }[]>
  /** How many requests ended in each way in the period. */
  outcomes(asked: Period): Promise<readonly { readonly outcome: string; readonly count: number }[]>
  /** Who, of those that came in the period, filed a request that a reasoned decision refused since (CRPA L211-2). */
  refused(asked: Period): Promise<ReadonlySet<TicketId>>
  /** How many people had a request end in one of these ways in the period, and how many of them left with such a paper. */
  documented(
    asked: Period & {
      readonly outcomes: readonly Outcome[]
      readonly kinds: readonly DocumentSeal['kind'][]
    },
  ): Promise<{ readonly people: number; readonly documented: number }>
}

/** A file as the read table knows it: nothing personal. */
export type FileRecord = {
  readonly fileId: FileId
  readonly reference: FileReference
  readonly serviceId: ServiceId
  readonly procedureId: ProcedureId | null
  readonly channel: FileChannel
  readonly sentOn: LocalDate | null
  readonly receivedOn: LocalDate
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly state: FileLife
}

/** Files, from the read tables, open or not. */
export type FileTable = {
  one(fileId: FileId): Promise<FileRecord | undefined>
  byReference(reference: FileReference): Promise<FileRecord | undefined>
  /** Files whose personal row has this key (`shared/domain/files/names.ts`), the latest first. */
  byKey(key: string, limit: number): Promise<readonly FileRecord[]>
  /** Files that have a key which begins so, each once, the latest first. */
  byKeyStart(start: string, limit: number): Promise<readonly FileRecord[]>
  /** Files that the visits of a ticket opened, the latest first; not the annulled ones. */
  byTicket(ticketId: TicketId): Promise<readonly FileRecord[]>
  /**
   * Files received on a day of the period, each with what happened to it in order, the oldest first, after the last one of the
   * page before; not the annulled ones.
   */
  received(asked: {
    readonly from: LocalDate
    readonly to: LocalDate
    readonly after?: Pick<FileRecord, 'receivedOn' | 'fileId'>
    readonly limit: number
  }): Promise<readonly (FileRecord & { readonly acts: readonly FileActRow[] })[]>
  /** What happened to a file, in order. */
  acts(fileId: FileId): Promise<readonly FileActRow[]>
  /** What was done online with people in the period, each with when, for which procedure and of which nature; not what was taken back. */
  assisted(asked: Period): Promise<
    readonly {
      readonly openedAt: Instant
      readonly procedureId: ProcedureId | null
      readonly nature: Assistance['nature'] | null
    }[]
  >
}

export type FileActRow = {
  readonly seq: Seq
  readonly at: Instant
  readonly agentId: AgentId | null
  readonly event: Event
}

/** Public archives among the personal rows, from the tables. */
export type ArchiveTable = {
  /**
   * Rows of a kind written no later than `before`, the oldest first, after one of them; each with its number on paper, with
   * its file, and with the term that its file's text gives; with `endedBy`, those alone whose text ends them by then.
   */
  written(asked: {
    readonly kind: ArchiveKind
    readonly before: Instant
    readonly endedBy?: Instant
    readonly after: { readonly at: Instant; readonly id: string }
    readonly limit: number
  }): Promise<readonly Omit<OverRow, 'limited'>[]>
}
