// What the tables hold, as Kysely sees them. Instants are milliseconds since 1970 (UTC); JSON is text, written
// once. The migrations make these tables; they don't read this file.

/** Append-only: triggers refuse UPDATE and DELETE. `type` and `at` are read from `body`, for SQL readers. */
export type EventsTable = {
  office_id: string
  seq: number
  body: string
  hash: string
}

/** The last event of each office, moved by each append: a tail cut off is seen. */
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

/** Answers given, for seven days. `about_*`: the personal row that the answer repeats, null when none. */
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

/** One line a ticket. `called_at`, `started_at` and `counter_id` are those of the last call. */
export type VisitsTable = {
  office_id: string
  ticket_id: string
  visit_id: string | null
  number: string
  service_id: string
  procedure_id: string | null
  taken_at: number
  called_at: number | null
  started_at: number | null
  ended_at: number | null
  counter_id: string | null
  state: 'waiting' | 'called' | 'serving' | 'absent' | 'left' | 'closed'
  outcome: string | null
}

/** One line a document; `seal` is the JSON of a `DocumentSeal`. */
export type DocumentsTable = {
  office_id: string
  document_id: string
  kind: string
  number: string
  year: number
  issued_at: number
  visit_id: string
  ticket_id: string
  counter_id: string
  seal: string
  copies: number
}

export type Schema = {
  events: EventsTable
  head: HeadTable
  personal: PersonalTable
  answers: AnswersTable
  jobs: JobsTable
  snapshots: SnapshotsTable
  visits: VisitsTable
  documents: DocumentsTable
}

/** Both engines that the tables are written for. */
export type Engine = 'sqlite' | 'postgres'
