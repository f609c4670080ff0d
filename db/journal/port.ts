import type { Paper } from '../../shared/contract/documents/papers.ts'
import type { JobState } from '../../shared/contract/printing/calls.ts'
import type { Event, Recorded, Who } from '../../shared/contract/events.ts'
import type {
  AgentId,
  CommandId,
  ConsultationId,
  DocumentId,
  Instant,
  JobId,
  LocalDate,
  OfficeId,
  PrinterId,
  Seq,
  StationId,
} from '../../shared/contract/ids.ts'
import type { Consulted } from '../../shared/contract/privacy/accessLog.ts'
import type { TillClosing, TillEntry } from '../../shared/contract/till/books.ts'
import type { TillPaper } from '../../shared/contract/documents/tillPaper.ts'
import type { PersonalChanged } from './changed.ts'
import type { FollowedStore } from './followed.ts'
import type { IntegrationsStore } from './integrations.ts'
import type { Verification } from './verification.ts'
import type { ArchiveTable, DocumentTable, VisitTable, FileTable } from './readTables.ts'
import type { PersonalKind, PersonalKey, PersonalChange, NewJob } from '../../shared/domain/decision.ts'

/** A fact to be stored: its `seq` and its version are the journal's business. */
export type NewEvent = {
  readonly at: Instant
  readonly who: Who
  readonly commandId: CommandId
  readonly event: Event
}

/** The store keeps a row as JSON, whatever it is: what is in it is the domain's. */
export type RowChange = PersonalChange<Readonly<Record<PersonalKind, unknown>>>

/**
 * The answer of a command, to be given again for seven days (`output`: a JSON text). When it repeats personal
 * data, `about` names the row: the answer is erased with it, and the command repeated is then decided again.
 */
export type NewAnswer = {
  readonly commandId: CommandId
  readonly inputHash: string
  readonly output: string
  readonly at: Instant
  readonly about?: PersonalKey
}

/** Everything that one transaction stores. All or nothing. */
export type Batch = {
  readonly events: readonly NewEvent[]
  readonly personal: readonly RowChange[]
  readonly answers: readonly NewAnswer[]
  readonly jobs: readonly NewJob[]
  /** Rows as they were read and decided on, undefined for none: where one is no longer so, the append is a conflict. */
  readonly basis?: readonly PersonalChanged[]
}

/** The last event's place and hash (SHA-256 in hex); `seq` 0 and 64 zeros before the first. */
export type Head = { readonly seq: Seq; readonly hash: string }

/** The state as it was after `seq`, as text; read again only by the same version of `evolve`. */
export type Snapshot = { readonly seq: Seq; readonly evolveVersion: number; readonly state: string }

/**
 * The office's memory: what is appended is durable before the promise resolves, and never changes. Every
 * failure of the disk or of the file rejects with a `StorageError` (db/errors.ts) and changes nothing.
 */
export type Journal = {
  /**
   * The office whose rows these are: that of the journal's first `officeCreated`; the nil UUID before it. The
   * append of that event adopts its id for all rows.
   */
  officeId(): OfficeId
  head(): Promise<Head>
  /**
   * Stores the whole batch in one durable transaction, read tables included, or answers `conflict` when the
   * head isn't `expectedSeq`.
   * @throws RangeError when `at` goes back, or when a public archive would go without a visa (the caller's mistake)
   */
  append(expectedSeq: Seq, batch: Batch): Promise<{ readonly stored: readonly Recorded[] } | 'conflict'>
  /** At most `limit` events after `since`, in order, read through the upcasters. */
  read(since: Seq, limit: number): Promise<readonly Recorded[]>
  /** The hashes of the events after `since`, up to `upTo` included, in order. */
  hashes(since: Seq, upTo: Seq): Promise<readonly string[]>
  /** Verifies the chain of the events after `from`, which is trusted, to the head. */
  verifyFrom(from: Seq): Promise<Verification>
  answer(commandId: CommandId): Promise<{ readonly inputHash: string; readonly output: string } | undefined>
  /** All rows of one kind by id: meant for those that decisions read, not for documents. */
  personal(kind: PersonalKind): Promise<ReadonlyMap<string, unknown>>
  /** One row's value; undefined when there is none, or none any more. */
  personalRow(kind: PersonalKind, id: string): Promise<unknown>
  snapshot(): Promise<Snapshot | undefined>
  /** Replaces the snapshot before it. */
  saveSnapshot(snapshot: Snapshot): Promise<void>
  /** The personal rows that have had their time at `now`. */
  expired(now: Instant): Promise<readonly PersonalKey[]>
  /** Forgets what has had its time: answers after seven days, personal rows at their term, finished jobs. */
  purge(now: Instant): Promise<Purged>
  close(): Promise<void>
  /** What other hosts of the office store in the same journal; null where there is one host only. */
  readonly others: Others | null
  /** What a copy on another machine takes in; null where the engine has its own standby. */
  readonly followed: FollowedStore | null
  /** Where the last anchor is kept beside the journal, for all the hosts of the office; null where each folder keeps its own. */
  readonly anchor: AnchorStore | null
  readonly jobs: JobStore
  readonly documents: DocumentTable
  readonly visits: VisitTable
  readonly files: FileTable
  readonly archives: ArchiveTable
  readonly consultations: ConsultationStore
  readonly till: TillTable
  readonly software: IntegrationsStore
}

/** The other hosts of the office, where the journal has several. */
export type Others = {
  /**
   * Calls back soon after another host stored something (events, personal rows, print jobs), after a cut, and when a host
   * that is gone left papers to print; until the function returned is called. What was stored is then to be read.
   */
  onStored(listener: () => void): () => void
  /**
   * The personal rows changed since the last time this was asked, by whichever host, as they are now; `all` the first time,
   * and when too many were. An append that was decided before is a conflict.
   */
  personal(): Promise<readonly PersonalChanged[] | 'all'>
  /**
   * Whether this host, of all, does what only one is to do: tell other software, send notices. Another one takes over
   * when it goes, and `onStored` notifies it.
   */
  leads(): boolean
  /** The last event that this host read or stored, as it was then; undefined before any. */
  known(): Head | undefined
}

/** The last anchor of an office, as the line that its file has (`anchor.ts`). */
export type AnchorStore = {
  last(): Promise<string | undefined>
  keep(line: string): Promise<void>
}

/** How many rows of each went. */
export type Purged = {
  readonly answers: number
  readonly personal: number
  readonly jobs: number
  readonly consultations: number
}

/** A print job as stored. `nextAt`: not before that instant; `interrupted`: the paper may be half printed. */
export type JobRow = {
  readonly jobId: JobId
  readonly printerId: PrinterId
  readonly title: string
  readonly documentId: DocumentId | null
  readonly paper: Paper
  readonly state: JobState
  readonly attempts: number
  readonly problem: string | null
  readonly createdAt: Instant
  readonly nextAt: Instant
  readonly interrupted: boolean
}

export type JobChange = Partial<
  Pick<JobRow, 'printerId' | 'state' | 'attempts' | 'problem' | 'nextAt' | 'interrupted'>
>

/** Print jobs, which outlive the process. */
export type JobStore = {
  /** Jobs that still have to be printed (waiting, printing, retrying), oldest first; all of them without a limit. */
  open(limit?: number): Promise<readonly JobRow[]>
  /** The open jobs that this host is to print, where an office has several: its own, and those of a host that is gone. */
  mine(): Promise<readonly JobRow[]>
  /**
   * Marks a job as being printed, tried once more: durable when it resolves. Undefined when it isn't to come out of that
   * printer any more, when another host has it, or prints another paper there. What a host that is gone was printing
   * comes back `interrupted`.
   */
  take(jobId: JobId, printerId: PrinterId): Promise<JobRow | undefined>
  /** How many jobs each printer still has to print. */
  waiting(): Promise<ReadonlyMap<PrinterId, number>>
  /** How many documents issued since then came out of a printer, each once. */
  printed(since: Instant): Promise<number>
  /** The latest jobs first, whatever their state. */
  recent(limit: number): Promise<readonly JobRow[]>
  get(jobId: JobId): Promise<JobRow | undefined>
  /** Durable when it resolves; does nothing to a job that is no more. */
  update(jobId: JobId, change: JobChange): Promise<void>
}

/** Somebody consulted personal data: what they were shown, by its ids, never what they typed to find it. */
export type ConsultationRow = {
  readonly consultationId: ConsultationId
  readonly at: Instant
  readonly agentId: AgentId | null
  readonly stationId: StationId
  readonly what: Consulted
  /** Ids of what was shown, of the kind that `what` says: files, a document, a ticket, a day, an entry of the till. */
  readonly about: readonly string[]
}

/** The journal of consultations: durable before what it notes is answered. */
export type ConsultationStore = {
  add(row: ConsultationRow): Promise<void>
  /** The latest first; before one of them, in a period (`to` excluded), of some kinds only, where that is said. */
  list(
    asked: {
      readonly before?: ConsultationId
      readonly from?: Instant
      readonly to?: Instant
      readonly whats?: readonly Consulted[]
    },
    limit: number,
  ): Promise<readonly ConsultationRow[]>
}

/** The till's books, from the read tables. */
export type TillTable = {
  /** The latest first; of one of the till's days where it is said; before an entry's number. */
  entries(asked: {
    readonly date?: LocalDate
    readonly before?: number
    readonly limit: number
  }): Promise<readonly TillEntry[]>
  /** One entry, with the paper that it gave. */
  entry(number: number): Promise<
    | {
        readonly entry: TillEntry
        readonly document: Pick<TillPaper, 'documentId' | 'number'> | null
      }
    | undefined
  >
  /** Entries of these days, both included, the oldest first, after an entry's number. */
  period(asked: {
    readonly from: LocalDate
    readonly to: LocalDate
    readonly after: number
    readonly limit: number
  }): Promise<readonly TillEntry[]>
  /** Closings, the latest first. */
  closings(asked: { readonly before?: number; readonly limit: number }): Promise<readonly TillClosing[]>
}
