import { sql, type Kysely } from 'kysely'

/**
 * What becomes of requests: a line a file and a line an act on it, made from the journal; by which names a file is found,
 * erased with its personal row; and who looked at which, with its own term.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const strict = sqlite ? sql`strict, without rowid` : sql``
  await db.schema
    .createTable('files')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('procedure_id', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('sent_on', 'text')
    .addColumn('received_on', 'text', (column) => column.notNull())
    .addColumn('opened_at', int, (column) => column.notNull())
    .addColumn('closed_at', int)
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('assistance', 'text')
    .addColumn('visit_id', 'text')
    .addColumn('request', int)
    .addPrimaryKeyConstraint('files_key', ['office_id', 'file_id'])
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('files_reference').on('files').columns(['office_id', 'reference']).execute()
  // Partial: most files are no help online.
  await db.schema
    .createIndex('files_assisted')
    .on('files')
    .columns(['office_id', 'opened_at'])
    .where(sql.ref('channel'), '=', sql.lit('assisted'))
    .execute()

  await db.schema
    .createTable('file_acts')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.notNull())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('at', int, (column) => column.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('file_acts_key', ['office_id', 'file_id', 'seq'])
    .modifyEnd(strict)
    .execute()

  await db.schema
    .createTable('file_keys')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('file_keys_key', ['office_id', 'key', 'file_id'])
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('file_keys_file').on('file_keys').columns(['office_id', 'file_id']).execute()

  await db.schema
    .createTable('looks')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('look_id', 'text', (column) => column.notNull())
    .addColumn('at', int, (column) => column.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('station_id', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('files', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('looks_key', ['office_id', 'look_id'])
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('looks_at').on('looks').columns(['office_id', 'at']).execute()
}
