import { sql, type Kysely } from 'kysely'

/**
 * How far an office's key last signed that its journal went, beside its head: the office's other hosts compare what they read
 * with it. A folder keeps its own file.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'sqlite') return
  await sql`alter table head add column anchor text`.execute(db)
}
