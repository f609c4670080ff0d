import { sql, type Kysely } from 'kysely'

/**
 * Public archives no longer go at a term: documents, notes of the till, requests made under rights and forms of incidents lose
 * theirs. An ended file keeps the term of its procedure's text, as the date from which its elimination may be asked. A program
 * of before, which would erase them at that date, no longer opens this schema.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update personal set expires_at = null
    where kind in ('document', 'tillNote', 'rightsRequest', 'incident')`.execute(db)
}
