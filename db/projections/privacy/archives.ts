import { sql as raw, type CompiledQuery } from 'kysely'
import type { FileId, Instant, OfficeId } from '../../../shared/contract/ids.ts'
import type { ArchiveKind } from '../../../shared/contract/privacy/archives.ts'
import type { ArchiveTable } from '../../journal/readTables.ts'
import type { Compiler } from '../compile.ts'

/** The columns of a row, in the same words for both engines. */
type Found = {
  readonly id: string
  readonly at: Instant
  readonly until: Instant | null
  readonly number: string | null
  readonly reference: string | null
  readonly fileId: FileId | null
  readonly fileAt: Instant | null
  readonly fileUntil: Instant | null
}

/** The public archives that were written before an instant, for either engine. `officeId` is asked each time: birth changes it. */
export const archiveTable = (
  sql: Compiler,
  officeId: () => OfficeId,
  ask: <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>,
): ArchiveTable => ({
  async written({ kind, before, endedBy, after, limit }) {
    let query = sql
      .selectFrom('personal as p')
      .leftJoin('documents as d', (join) =>
        join.onRef('d.office_id', '=', 'p.office_id').onRef('d.document_id', '=', 'p.id'),
      )
      .leftJoin('files as f', (join) =>
        join.onRef('f.office_id', '=', 'p.office_id').on('f.file_id', '=', fileOf(kind)),
      )
      .leftJoin('personal as c', (join) =>
        join
          .onRef('c.office_id', '=', 'p.office_id')
          .on('c.kind', '=', 'closedFile')
          .onRef('c.id', '=', 'd.file_id'),
      )
      .where('p.office_id', '=', officeId())
      .where('p.kind', '=', kind)
      .where('p.written_at', '<=', before)
      .where((where) =>
        where.or([
          where('p.written_at', '>', after.at),
          where.and([where('p.written_at', '=', after.at), where('p.id', '>', after.id)]),
        ]),
      )
      .select([
        'p.id',
        'p.written_at as at',
        'p.expires_at as until',
        'd.number',
        'f.reference',
        'f.file_id as fileId',
        'c.written_at as fileAt',
        'c.expires_at as fileUntil',
      ])
      .orderBy('p.written_at')
      .orderBy('p.id')
      .limit(limit)
    if (endedBy !== undefined) query = query.where('p.expires_at', '<=', endedBy)
    return ((await ask(query.compile())) as readonly unknown[] as readonly Found[]).map((row) => ({
      kind,
      id: row.id,
      ref: row.number ?? row.reference,
      at: row.at,
      // Only a file's rules give it a term of its own.
      until: kind === 'closedFile' ? row.until : null,
      fileId: row.fileId,
      file: row.fileAt === null ? null : { at: row.fileAt, until: row.fileUntil },
    }))
  },
})

/** The file that a row is, or that it is of. */
const fileOf = (kind: ArchiveKind) =>
  kind === 'closedFile' ? raw.ref<string>('p.id') : raw.ref<string>('d.file_id')
