import type { FileRow } from '../../shared/domain/files/state.ts'
import { searchKeys } from '../../shared/domain/files/names.ts'
import type { Instant, OfficeId } from '../../shared/contract/ids.ts'
import type { RowChange } from '../journal/port.ts'
import type { PersonalChanged } from '../journal/changed.ts'
import { expiresAt, keptForArchives } from '../personal/retention.ts'
import type { Query } from './server.ts'
import type { PersonalKey, PersonalKind } from '../../shared/domain/decision.ts'

const put = `insert into personal (office_id, kind, id, value, written_at, expires_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (office_id, kind, id) do update set
  value = excluded.value, written_at = excluded.written_at, expires_at = excluded.expires_at`
const drop = 'delete from personal where office_id = $1 and kind = $2 and id = $3'
const dropAnswers = 'delete from answers where office_id = $1 and about_kind = $2 and about_id = $3'
const dropJobs = 'delete from jobs where office_id = $1 and document_id = $2'
const dropKeys = 'delete from file_keys where office_id = $1 and file_id = $2'
const addKeys = `insert into file_keys (office_id, key, file_id) select $1, unnest($3::text[]), $2 on conflict do nothing`
const log = `insert into personal_changes (office_id, rev, kind, id, at)
  select distinct $1, $2::bigint, kind, id, $5::bigint from unnest($3::text[], $4::text[]) as one (kind, id)`

const isFile = (kind: PersonalKind) => kind === 'file' || kind === 'closedFile'

/** What writes or erases one row, with what repeats it. */
export function changePersonal(office: OfficeId, change: RowChange): readonly Query[] {
  if (change.op === 'drop') return erasing(office, change)
  const { kind, id, value, at, until } = change
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`not a JSON value for ${kind} ${id}`)
  const expires = until === undefined ? expiresAt(kind, at) : until
  const row = { text: put, values: [office, kind, id, text, at, expires] }
  if (!isFile(kind)) return [row]
  // A file is found by the names of its row as it is now.
  const keys = { text: addKeys, values: [office, id, searchKeys(value as FileRow)] }
  return [row, { text: dropKeys, values: [office, id] }, keys]
}

const erasing = (office: OfficeId, { kind, id }: PersonalKey): readonly Query[] => [
  { text: drop, values: [office, kind, id] },
  { text: dropAnswers, values: [office, kind, id] },
  ...(kind === 'document' ? [{ text: dropJobs, values: [office, id] }] : []),
  ...(isFile(kind) ? [{ text: dropKeys, values: [office, id] }] : []),
]

/**
 * Undoes the whole append where a row is no longer as it was read: it asks to move the head from -1, where a head never is,
 * and that fails.
 */
export const asRead = (office: OfficeId, { kind, id, value }: PersonalChanged): Query => ({
  text: `select move_head($1, -1, null, -1, '', 0, false) where
    (select value from personal where office_id = $1 and kind = $2 and id = $3) is distinct from $4`,
  values: [office, kind, id, value === undefined ? null : JSON.stringify(value)],
})

/** Which rows the revision changed, for the other hosts. */
export const changed = (office: OfficeId, rev: number, keys: readonly PersonalKey[], at: Instant): Query => ({
  text: log,
  values: [office, rev, keys.map(({ kind }) => kind), keys.map(({ id }) => id), at],
})

/** Rows changed after a revision, each with its value now; null where it is erased. */
export const changedSince = (office: OfficeId, rev: number): Query => ({
  text: `select distinct c.kind, c.id, p.value from personal_changes c
    left join personal p on p.office_id = c.office_id and p.kind = c.kind and p.id = c.id
    where c.office_id = $1 and c.rev > $2`,
  values: [office, rev],
})

/** The rows past their term, but the public archives: a text may give them a term, only the archives' visa removes them. */
const forgotten = `office_id = $1 and expires_at <= $2 and kind not in (${keptForArchives.map((kind) => `'${kind}'`).join(', ')})`

/** The rows that have had their time at an instant. */
export const expired = (office: OfficeId, now: Instant): Query => ({
  text: `select kind, id from personal where ${forgotten}`,
  values: [office, now],
})

/** Erases the rows that have had their time with what repeats them, and says so to the other hosts. */
export const purging = (office: OfficeId, now: Instant): Query => ({
  text: `with gone as (
      delete from personal where ${forgotten} returning kind, id),
    answered as (
      delete from answers a using gone where a.office_id = $1 and a.about_kind = gone.kind and a.about_id = gone.id),
    printed as (
      delete from jobs j using gone where gone.kind = 'document' and j.office_id = $1 and j.document_id = gone.id),
    named as (
      delete from file_keys k using gone where gone.kind in ('file', 'closedFile') and k.office_id = $1 and k.file_id = gone.id),
    moved as (
      update head set rev = rev + 1 where office_id = $1 and exists (select 1 from gone) returning rev),
    told as (
      insert into personal_changes (office_id, rev, kind, id, at)
      select $1, moved.rev, gone.kind, gone.id, $2 from gone, moved)
    select count(*) as count from gone`,
  values: [office, now],
})

/** Deletes what is older than an instant, and counts it. */
export const older = (
  table: 'answers' | 'consultations' | 'personal_changes',
  office: OfficeId,
  at: number,
): Query => ({
  text: `with gone as (delete from ${table} where office_id = $1 and at <= $2 returning 1) select count(*) as count from gone`,
  values: [office, at],
})
