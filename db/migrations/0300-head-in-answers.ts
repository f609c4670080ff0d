import { sql, type Kysely } from 'kysely'

/**
 * One page less at each act: the head is told by the answer that goes to the end of its table, and a row of its own is written
 * where none does. What reads the head reads both in one view, as before. PostgreSQL keeps its table: its hosts meet on that row.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'postgres') return
  for (const statement of statements) await statement.execute(db)
}

/** What bears a null told nothing of the head, which the row then has. */
export const headView = `create view head as select h.office_id,
  iif(a.head_seq > h.seq, a.head_seq, h.seq) as seq,
  iif(a.head_seq > h.seq, a.head_hash, h.hash) as hash,
  iif(a.head_seq > h.seq, a.head_at, h.at) as at
  from head_row h left join (
    select office_id, head_seq, head_hash, head_at from answers order by key desc limit 1
  ) a on a.office_id = h.office_id`

const statements = [
  sql`alter table head rename to head_row`,
  sql`alter table answers add column head_seq integer`,
  sql`alter table answers add column head_hash text`,
  sql`alter table answers add column head_at integer`,
  sql.raw(headView),
]
