import { sql, type Kysely } from 'kysely'

/** The till's books: a line an entry and a line a closing, as the journal has them. */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const strict = sqlite ? sql`strict, without rowid` : sql``
  await db.schema
    .createTable('till_entries')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('number', int, (column) => column.notNull())
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text')
    .addColumn('document', 'text')
    .addPrimaryKeyConstraint('till_entries_key', ['office_id', 'number'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createIndex('till_entries_date')
    .on('till_entries')
    .columns(['office_id', 'date', 'number'])
    .execute()
  await db.schema
    .createTable('till_closings')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('number', int, (column) => column.notNull())
    .addColumn('closing', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('till_closings_key', ['office_id', 'number'])
    .modifyEnd(strict)
    .execute()
}
