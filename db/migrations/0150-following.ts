import { sql, type Kysely } from 'kysely'

/**
 * What a second machine that follows this one has to read again: which rows outside the journal changed, once each, by the
 * order of their last change. Ids only. The triggers that note them are made when a machine first asks to follow. PostgreSQL
 * has its own standby.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'postgres') return
  for (const statement of statements) await statement.execute(db)
}

const statements = [
  // AUTOINCREMENT: a revision is never given twice, whatever was forgotten since.
  sql`create table changes (
    rev integer primary key autoincrement, tbl text not null, key text not null, unique (tbl, key)) strict`,
  // The lineage: which machine's revisions these are, since when. Revisions up to the floor are forgotten. A copy that follows
  // has taken in those of its host up to what « taken » says; null on a host.
  sql`create table following (
    one integer primary key check (one = 1), lineage text, floor integer not null, taken integer) strict`,
  sql`insert into following (one, lineage, floor, taken) values (1, null, 0, null)`,
]
