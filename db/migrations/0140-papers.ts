import { sql, type Kysely } from 'kysely'

/**
 * The closings of the journal of documents, to be listed without reading the journal; and which document repeats which, so that
 * a cancellation names the duplicates that it takes with it. Both are made from the journal.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const strict = sqlite ? sql`strict, without rowid` : sql``
  await db.schema
    .createTable('document_closings')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('closing', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_closings_key', ['office_id', 'seq'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('document_duplicates')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text', (column) => column.notNull())
    .addColumn('duplicate_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_duplicates_key', ['office_id', 'document_id', 'duplicate_id'])
    .modifyEnd(strict)
    .execute()
}
