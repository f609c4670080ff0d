import { sql, type Kysely } from 'kysely'

/**
 * Visits are found by their paper's code alone. Behind the office the index served nobody: SQLite takes the office for as good a
 * key, and read every visit of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('visits_code').execute()
  await db.schema
    .createIndex('visits_code')
    .on('visits')
    .columns(['code'])
    .where(sql.ref('code'), 'is not', null)
    .execute()
}
