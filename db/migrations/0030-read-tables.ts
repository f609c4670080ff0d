import { sql, type Kysely } from 'kysely'

/** The read tables, made from the journal and rebuilt from it at will: visits, documents. */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const strict = sqlite ? sql`strict, without rowid` : sql``
  await db.schema
    .createTable('visits')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('visit_id', 'text')
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('procedure_id', 'text')
    .addColumn('taken_at', int, (column) => column.notNull())
    .addColumn('called_at', int)
    .addColumn('started_at', int)
    .addColumn('ended_at', int)
    .addColumn('counter_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addPrimaryKeyConstraint('visits_key', ['office_id', 'ticket_id'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('documents')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('year', int, (column) => column.notNull())
    .addColumn('issued_at', int, (column) => column.notNull())
    .addColumn('visit_id', 'text', (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('counter_id', 'text', (column) => column.notNull())
    .addColumn('seal', 'text', (column) => column.notNull())
    .addColumn('copies', int, (column) => column.notNull())
    .addPrimaryKeyConstraint('documents_key', ['office_id', 'document_id'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createIndex('documents_issued')
    .on('documents')
    .columns(['office_id', 'issued_at'])
    .execute()
  await db.schema
    .createIndex('documents_counter')
    .on('documents')
    .columns(['office_id', 'counter_id', 'issued_at'])
    .execute()
}
