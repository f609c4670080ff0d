import type { Kysely } from 'kysely'

/** A year's files are found by the day when they were received, without reading those of every other year. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('files_received')
    .on('files')
    .columns(['office_id', 'received_on', 'file_id'])
    .execute()
}
