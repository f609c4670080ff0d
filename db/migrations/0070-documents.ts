import { sql, type Kysely } from 'kysely'

/**
 * Documents of a file as well as of a visit, and what becomes of each: handed over, cancelled, put right. The table is made
 * from the journal, so it is made again rather than changed: SQLite can't let go of a « not null ». And each visit with the
 * code of its ticket's paper, by which a person asks for their own trace.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const strict = sqlite ? sql`strict, without rowid` : sql``
  await db.schema.dropTable('documents').execute()
  await db.schema
    .createTable('documents')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('year', int, (column) => column.notNull())
    .addColumn('issued_at', int, (column) => column.notNull())
    .addColumn('visit_id', 'text')
    .addColumn('ticket_id', 'text')
    .addColumn('counter_id', 'text')
    .addColumn('file_id', 'text')
    .addColumn('seal', 'text', (column) => column.notNull())
    .addColumn('copies', int, (column) => column.notNull())
    .addColumn('handed_at', int)
    .addColumn('cancelled_by', 'text')
    .addColumn('corrected_by', 'text')
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
  await db.schema.createIndex('documents_number').on('documents').columns(['office_id', 'number']).execute()
  await db.schema
    .createIndex('documents_file')
    .on('documents')
    .columns(['office_id', 'file_id'])
    .where('file_id', 'is not', null)
    .execute()
  await db.schema
    .createIndex('documents_ticket')
    .on('documents')
    .columns(['office_id', 'ticket_id'])
    .where('ticket_id', 'is not', null)
    .execute()
  await db.schema.alterTable('visits').addColumn('code', 'text').execute()
  // Partial: what was entered by hand has no paper.
  await db.schema
    .createIndex('visits_code')
    .on('visits')
    .columns(['office_id', 'code'])
    .where('code', 'is not', null)
    .execute()
}
