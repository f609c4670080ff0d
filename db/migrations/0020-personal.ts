import { sql, type Kysely } from 'kysely'

/** What may be forgotten: personal rows, answers, print jobs, snapshots. */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const strict = sqlite ? sql`strict` : sql``
  await db.schema
    .createTable('personal')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('written_at', int, (column) => column.notNull())
    .addColumn('expires_at', int)
    .addPrimaryKeyConstraint('personal_key', ['office_id', 'kind', 'id'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('answers')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('input_hash', 'text', (column) => column.notNull())
    .addColumn('output', 'text', (column) => column.notNull())
    .addColumn('at', int, (column) => column.notNull())
    .addColumn('about_kind', 'text')
    .addColumn('about_id', 'text')
    .addPrimaryKeyConstraint('answers_key', ['office_id', 'command_id'])
    .modifyEnd(sqlite ? sql`strict, without rowid` : sql``)
    .execute()
  // Partial: most answers repeat nothing personal and cost nothing here.
  await db.schema
    .createIndex('answers_about')
    .on('answers')
    .columns(['office_id', 'about_kind', 'about_id'])
    .where(sql.ref('about_id'), 'is not', null)
    .execute()
  await db.schema
    .createTable('jobs')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('job_id', 'text', (column) => column.notNull())
    .addColumn('printer_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text')
    .addColumn('paper', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', int, (column) => column.notNull())
    .addColumn('problem', 'text')
    .addColumn('created_at', int, (column) => column.notNull())
    .addColumn('next_at', int, (column) => column.notNull())
    .addColumn('interrupted', int, (column) => column.notNull())
    .addPrimaryKeyConstraint('jobs_key', ['office_id', 'job_id'])
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('jobs_created').on('jobs').columns(['office_id', 'created_at']).execute()
  await db.schema
    .createTable('snapshots')
    .addColumn('office_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('evolve_version', int, (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .modifyEnd(strict)
    .execute()
}
