import type { Generated } from 'kysely'

// What the tables hold, as Kysely sees them. Instants are milliseconds since 1970 (UTC); JSON is text, written
// once. The migrations make these tables; they don't read this file.

/** Append-only: triggers refuse UPDATE and DELETE. `type` and `at` are read from `body`, for SQL readers. */
export type EventsTable = {
  office_id: string
  seq: number
  body: string
  hash: string
  at: Generated<number>
}

/**
 * The last event of each office, moved by each append: a tail cut off is seen. In a SQLite file it is a view, of its own row and
 * of the last answer (`db/journal/head.ts`).
 */
export type HeadTable = { office_id: string; seq: number; hash: string; at: number }

/** Personal data by kind and id; a commitment's salt sits in `value`, so that both are erased together. */
export type PersonalTable = {
  office_id: string
  kind: string
  id: string
  value: string
  written_at: number
  expires_at: number | null
}

/**
 * Answers given, for seven days. `about_*`: the personal row that the answer repeats, null when none. A SQLite file also has
 * `key`, their place in it, and `head_seq`, `head_hash`, `head_at`: where the journal ended once the last of them was given.
 */
export type AnswersTable = {
  office_id: string
  command_id: string
  input_hash: string
  output: string
  at: number
  about_kind: string | null
  about_id: string | null
}

export type JobsTable = {
  office_id: string
  job_id: string
  printer_id: string
  title: string
  document_id: string | null
  paper: string
  state: string
  attempts: number
  problem: string | null
  created_at: number
  next_at: number
  interrupted: number
}

export type SnapshotsTable = { office_id: string; seq: number; evolve_version: number; state: string }

/** Where a ticket is in its life. */
export type VisitState =
  | 'waiting'
  | 'called'
  | 'serving'
  | 'parked'
  | 'closed'
  | 'absent'
  | 'left'
  | 'unserved'

/** What an act changes of a visit, and what taking it back gives again. */
type VisitLife = {
  visit_id: string | null
  service_id: string
  procedure_id: string | null
  /** The last call, and the first one: the wait measured ends there. */
  called_at: number | null
  first_called_at: number | null
  started_at: number | null
  ended_at: number | null
  absent_at: number | null
  /** Gone from the counter since, to come back. */
  parked_at: number | null
  /** Milliseconds between the start and the end that were spent away. */
  away_ms: number
  /** Where the last call was; null once the day is closed: durations by agent don't outlive it. */
  counter_id: string | null
  state: VisitState
  outcome: string | null
  /** By whose doing the person was not received. */
  fault: string | null
}

/** One line a ticket, in `visits_day` until its day is closed, then in `visits`. Flags are 0 or 1. */
export type VisitsTable = Omit<VisitLife, 'away_ms'> & {
  office_id: string
  ticket_id: string
  number: string
  /** What the ticket's paper bears; the last one, where it was made again. Null for what was entered by hand. */
  code: string | null
  taken_at: number
  /** Seconds announced at the taking, and the probability of being received before closing. */
  announced_p50: number | null
  announced_p90: number | null
  sure: number | null
  priority: string | null
  channel: string | null
  /** How who could not be received was settled. */
  how: string | null
  /** A telephone call or a colleague, in milliseconds of the visit; and since when, when one lasts. */
  interrupted_ms: Generated<number>
  interrupted_at: number | null
  arrangement: Generated<number>
  appointment: Generated<number>
  by_hand: Generated<number>
  requests: Generated<number>
  away_ms: Generated<number>
}

/**
 * One line an act of the day on a visit, until the day is closed: the visit as it was before it, nulls where it can't be taken
 * back; a call's reason and how many it overtook, for the service of that line; the outcome of a request that it ended.
 */
export type ActsDayTable = { [column in keyof VisitLife]: VisitLife[column] | null } & {
  office_id: string
  seq: number
  ticket_id: string
  at: number
  code: string | null
  overtaken: number | null
  ended: string | null
}

/** One line a call of a closed day that was not taken back: for which service, why, and how many who came before still waited. */
export type CallsTable = {
  office_id: string
  seq: number
  ticket_id: string
  service_id: string
  at: number
  code: string
  overtaken: number
}

/** One line a request ended on a closed day, a visit having one or more. */
export type EndingsTable = { office_id: string; seq: number; ticket_id: string; at: number; outcome: string }

/** Which version of the projections made the read tables. */
export type ProjectedTable = { version: number }

/** One line a document; `seal` is the JSON of a `DocumentSeal`. */
export type DocumentsTable = {
  office_id: string
  document_id: string
  kind: string
  number: string
  year: number
  issued_at: number
  /** Of a visit, of a file, or of neither. */
  visit_id: string | null
  ticket_id: string | null
  counter_id: string | null
  file_id: string | null
  seal: string
  copies: number
  handed_at: number | null
  /** Numbers of the documents that cancel it, or put it right. */
  cancelled_by: string | null
  corrected_by: string | null
}

/** Where a file is in its life; `annulled`: the visit whose closing opened it was taken back. */
export type FileLife = 'open' | 'closed' | 'annulled'

/** One line a file. Dates are days of the calendar, `2026-03-03`. */
export type FilesTable = {
  office_id: string
  file_id: string
  reference: string
  service_id: string
  procedure_id: string | null
  channel: string
  sent_on: string | null
  received_on: string
  opened_at: number
  closed_at: number | null
  state: FileLife
  /** What was done online with the person. */
  assistance: string | null
  /** The visit, and which of its requests, whose closing opened it. */
  visit_id: string | null
  request: number | null
}

/** One line an act on a file; `data` is the event's, as JSON. */
export type FileActsTable = {
  office_id: string
  file_id: string
  seq: number
  at: number
  agent_id: string | null
  type: string
  data: string
}

/** By which names and numbers a file is found: personal, written and erased with the file's row. */
export type FileKeysTable = { office_id: string; key: string; file_id: string }

/** Who consulted what of personal data; `about` is a JSON array of ids. */
export type ConsultationsTable = {
  office_id: string
  consultation_id: string
  at: number
  agent_id: string | null
  station_id: string
  what: string
  about: string
}

/** One line of the till's books, by its number; `entry` is the JSON of a `TillEntry`. */
export type TillEntriesTable = {
  office_id: string
  number: number
  date: string
  entry: string
  /** The paper that it gave, and its number. */
  document_id: string | null
  document: string | null
}

/** One line a closing of the till; `closing` is the JSON of a `TillClosing`. */
export type TillClosingsTable = { office_id: string; number: number; closing: string }

/** How far each webhook was told. */
export type WebhookPositionsTable = {
  office_id: string
  webhook_id: string
  seq: number
  attempts: number
  next_at: number
  problem: string | null
}

/** Deliveries given up; `again` is 1 once one is to be sent again. */
export type WebhookDeadTable = {
  office_id: string
  webhook_id: string
  seq: number
  type: string
  at: number
  attempts: number
  problem: string
  again: number
}

/** Each closing of the journal of documents, as its event says it, by that event's place. */
export type DocumentClosingsTable = { office_id: string; seq: number; closing: string }

/** Which document repeats which. */
export type DocumentDuplicatesTable = { office_id: string; document_id: string; duplicate_id: string }

/** When each token of other software was last used. */
export type ApiTokenUsesTable = { office_id: string; token_id: string; used_at: number }

export type Schema = {
  events: EventsTable
  head: HeadTable
  personal: PersonalTable
  answers: AnswersTable
  jobs: JobsTable
  snapshots: SnapshotsTable
  visits: VisitsTable
  visits_day: VisitsTable
  acts_day: ActsDayTable
  calls: CallsTable
  endings: EndingsTable
  projected: ProjectedTable
  documents: DocumentsTable
  document_closings: DocumentClosingsTable
  document_duplicates: DocumentDuplicatesTable
  files: FilesTable
  file_acts: FileActsTable
  file_keys: FileKeysTable
  consultations: ConsultationsTable
  till_entries: TillEntriesTable
  till_closings: TillClosingsTable
  webhook_positions: WebhookPositionsTable
  webhook_dead: WebhookDeadTable
  api_token_uses: ApiTokenUsesTable
}

/** Both engines that the tables are written for. */
export type Engine = 'sqlite' | 'postgres'
