import { sql, type Kysely } from 'kysely'

/**
 * Visits are found by their paper's code alone, and a ticket's documents by its ticket alone. Behind the office the indexes served
 * nobody: SQLite takes the office for as good a key, and read every row of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('visits_code').execute()
  await db.schema
    .createIndex('visits_code')
    .on('visits')
    .columns(['code'])
    .where(sql.ref('code'), 'is not', null)
    .execute()
  await db.schema.dropIndex('documents_ticket').execute()
  await db.schema
    .createIndex('documents_ticket')
    .on('documents')
    .columns(['ticket_id'])
    .where(sql.ref('ticket_id'), 'is not', null)
    .execute()
}
