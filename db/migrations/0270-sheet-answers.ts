import { sql, type Kysely } from 'kysely'

/**
 * One page less at each change of a visit's sheet, and at its end: what answers a sheet is no longer in an index. The writer of
 * the file knows from which answer on a sheet was answered, and a sheet lives as long as its visit. PostgreSQL keeps its index:
 * several hosts write there.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'postgres') return
  await sql`drop index answers_about`.execute(db)
  await sql`create index answers_about on answers (office_id, about_kind, about_id)
    where about_id is not null and about_kind <> 'sheet'`.execute(db)
}
