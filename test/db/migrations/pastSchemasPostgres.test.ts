import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chainHash, noHash } from '../../../db/journal/rows.ts'
import { latestVersion } from '../../../db/migrations/migrate.ts'
import { openPostgresJournal } from '../../../db/postgres/open.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'
import { pastOffice, triedSchemas, unmakeableOf, unmakeableRows } from './pastOffices.ts'

// The same in a town's database, whose copies are its administrators' own: the host migrates it as it opens.

let postgres: Postgres
beforeAll(async () => {
  postgres = await usePostgres()
})
afterAll(() => postgres.stop())

test.each(triedSchemas())(
  'an office of schema %i opens in PostgreSQL: migrated, its journal the same and whole, and what no journal makes again',
  async (schema) => {
    const url = await postgres.database()
    // Counts come as numbers, as the host reads them.
    const types = {
      getTypeParser: ((oid: number) => (oid === 20 ? Number : pg.types.getTypeParser(oid))) as never,
    }
    const db = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1, types }) }),
    })
    const { officeId, bodies, hash } = await pastOffice(db, 'postgres', schema)
    const place = { office: officeId, born: true, publicKey: 'cle', holder: 'hote', keep: () => {} }
    const journal = await openPostgresJournal(url, place)
    expect(await journal.read(0, 1000)).toHaveLength(bodies.length)
    await journal.close()

    const versions = await sql<{ last: number }>`select max(version) as last from schema_version`.execute(db)
    expect(versions.rows).toEqual([{ last: latestVersion }])
    const kept = await sql<{ body: string }>`select body from events order by seq`.execute(db)
    expect(kept.rows.map(({ body }) => body)).toEqual(bodies)
    const head = await sql<{ hash: string }>`select hash from head`.execute(db)
    expect(head.rows).toEqual([{ hash }])
    expect(kept.rows.reduce((before, { body }) => chainHash(before, body), noHash)).toBe(hash)
    expect(await unmakeableRows(db)).toEqual(unmakeableOf(schema))
    await db.destroy()
  },
)
