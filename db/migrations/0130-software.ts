import { sql, type Kysely } from 'kysely'

/**
 * How far each webhook was told, what was given up, and when each token of other software was last used: facts of
 * this host, with nothing personal and no secret.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const strict = sqlite ? sql`strict, without rowid` : sql``
  await db.schema
    .createTable('webhook_positions')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('webhook_id', 'text', (column) => column.notNull())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('attempts', int, (column) => column.notNull())
    .addColumn('next_at', int, (column) => column.notNull())
    .addColumn('problem', 'text')
    .addPrimaryKeyConstraint('webhook_positions_key', ['office_id', 'webhook_id'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('webhook_dead')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('webhook_id', 'text', (column) => column.notNull())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('at', int, (column) => column.notNull())
    .addColumn('attempts', int, (column) => column.notNull())
    .addColumn('problem', 'text', (column) => column.notNull())
    .addColumn('again', int, (column) => column.notNull())
    .addPrimaryKeyConstraint('webhook_dead_key', ['office_id', 'webhook_id', 'seq'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('api_token_uses')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('token_id', 'text', (column) => column.notNull())
    .addColumn('used_at', int, (column) => column.notNull())
    .addPrimaryKeyConstraint('api_token_uses_key', ['office_id', 'token_id'])
    .modifyEnd(strict)
    .execute()
}
