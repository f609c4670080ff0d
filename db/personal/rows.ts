import type { Instant, OfficeId } from '../../shared/contract/ids.ts'
import type { Purged, RowChange } from '../journal/port.ts'
import type { Statements } from '../journal/statements.ts'
import { searchKeys } from '../../shared/domain/files/names.ts'
import type { FileRow } from '../../shared/domain/files/state.ts'
import {
  answersKept,
  expiresAt,
  jobsKept,
  consultationsKept,
  keptForArchives,
  unprintedKept,
} from './retention.ts'
import type { PersonalKey, PersonalKind } from '../../shared/domain/decision.ts'

const put = `insert into personal (office_id, kind, id, value, written_at, expires_at) values (?, ?, ?, ?, ?, ?)
  on conflict (office_id, kind, id) do update set
  value = excluded.value, written_at = excluded.written_at, expires_at = excluded.expires_at`
const drop = 'delete from personal where office_id = ? and kind = ? and id = ?'
const dropJobs = 'delete from jobs where office_id = ? and document_id = ?'
const dropKeys = 'delete from file_keys where office_id = ? and file_id = ?'
const addKey = 'insert into file_keys (office_id, key, file_id) values (?, ?, ?) on conflict do nothing'
const oldConsultations = 'delete from consultations where office_id = ? and at <= ?'
const all = 'select id, value from personal where office_id = ? and kind = ?'
const one = 'select value from personal where office_id = ? and kind = ? and id = ?'
// But the public archives: a text may give them a term, only the archives' visa removes them.
const expired = `select kind, id from personal where office_id = ? and expires_at <= ?
  and kind not in (${keptForArchives.map((kind) => `'${kind}'`).join(', ')})`
const oldAnswers = 'delete from answers where office_id = ? and at <= ?'
const oldJobs = `delete from jobs where office_id = ? and (
  (state in ('printed', 'preview', 'cancelled') and created_at <= ?)
  or (document_id is null and state <> 'printing' and created_at <= ?))`

/** Erases the answers about a row (`db/journal/answers.ts`). */
type ForgetAnswers = (officeId: OfficeId, row: PersonalKey) => void

/** Writes or erases one row; the caller holds the transaction. */
export function changePersonal(
  statements: Statements,
  officeId: OfficeId,
  change: RowChange,
  forget: ForgetAnswers,
): void {
  if (change.op === 'drop') return erase(statements, officeId, change, forget)
  const { kind, id, value, at, until } = change
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`not a JSON value for ${kind} ${id}`)
  statements.of(put).run(officeId, kind, id, text, at, until === undefined ? expiresAt(kind, at) : until)
  if (isFile(kind)) indexNames(statements, officeId, id, value as FileRow)
}

const isFile = (kind: PersonalKind) => kind === 'file' || kind === 'closedFile'

/** A file is found by the names of its row as it is now. */
function indexNames({ of }: Statements, officeId: OfficeId, fileId: string, row: FileRow): void {
  of(dropKeys).run(officeId, fileId)
  for (const key of searchKeys(row)) of(addKey).run(officeId, key, fileId)
}

/** Erases a row with what repeats it: the answers about it, and the print jobs of a document. */
function erase(
  { of }: Statements,
  officeId: OfficeId,
  { kind, id }: PersonalKey,
  forget: ForgetAnswers,
): void {
  of(drop).run(officeId, kind, id)
  forget(officeId, { kind, id })
  if (kind === 'document') of(dropJobs).run(officeId, id)
  if (isFile(kind)) of(dropKeys).run(officeId, id)
}

/** All rows of a kind, by id. */
export function personalRows(
  { of }: Statements,
  officeId: OfficeId,
  kind: PersonalKind,
): Map<string, unknown> {
  const rows = of(all).all(officeId, kind) as { id: string; value: string }[]
  return new Map(rows.map(({ id, value }) => [id, JSON.parse(value) as unknown]))
}

/** One row's value, undefined when there is none. */
export function personalRow({ of }: Statements, officeId: OfficeId, { kind, id }: PersonalKey): unknown {
  const row = of(one).get(officeId, kind, id) as { value: string } | undefined
  return row && (JSON.parse(row.value) as unknown)
}

/** The rows that have had their time at `now`. */
export const expiredRows = ({ of }: Statements, officeId: OfficeId, now: Instant): readonly PersonalKey[] =>
  of(expired).all(officeId, now) as PersonalKey[]

/** Erases what has had its time at `now`; the caller holds the transaction. */
export function purgeRows(
  statements: Statements,
  officeId: OfficeId,
  now: Instant,
  forget: ForgetAnswers,
): Purged {
  const { of } = statements
  const rows = expiredRows(statements, officeId, now)
  for (const row of rows) erase(statements, officeId, row, forget)
  return {
    personal: rows.length,
    answers: of(oldAnswers).run(officeId, now - answersKept).changes,
    jobs: of(oldJobs).run(officeId, now - jobsKept, now - unprintedKept).changes,
    consultations: of(oldConsultations).run(officeId, now - consultationsKept).changes,
  }
}
