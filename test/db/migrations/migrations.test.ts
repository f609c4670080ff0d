import Database from 'better-sqlite3'
import { Kysely, sql, SqliteDialect } from 'kysely'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { latestVersion, migrate, migrations } from '../../../db/migrations/migrate.ts'
import type { Engine } from '../../../db/schema.ts'
import { queriedDatabase } from '../../fixtures/queriedDatabase.ts'
import { firstTables } from './told/firstTables.ts'
import { sinceWebhooks } from './told/sinceWebhooks.ts'
import type { Told } from './told/told.ts'

type Db = Kysely<unknown>

/** One entry a migration, so that one without a test fails here. */
const told: Told = { ...firstTables, ...sinceWebhooks }

/** A database that is in use has these: a migration that comes after them has a greater number, or it would never run there. */
const inUse = 190

test('the migrations are numbered by tens, in order, one a file, and each is tried below', () => {
  const files = readdirSync(new URL('../../../db/migrations', import.meta.url)).filter((name) =>
    /^\d/.test(name),
  )
  const named = migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`)
  expect(named).toEqual(files.toSorted())
  const versions = migrations.map(({ version }) => version)
  expect(versions).toEqual(versions.toSorted((one, other) => one - other))
  expect(versions.filter((version) => version % 10 !== 0)).toEqual([])
  expect(versions.filter((version) => version <= inUse)).toEqual([
    10, 20, 30, 40, 50, 60, 70, 80, 110, 130, 140, 150, 190,
  ])
  expect(Object.keys(told).map(Number)).toEqual(migrations.map(({ version }) => version))
})

function suite(engine: Engine, fresh: () => Promise<Db>) {
  describe(`on ${engine}`, () => {
    let db: Db
    beforeEach(async () => {
      db = await fresh()
    })
    const version = async () =>
      (await sql<{ version: number }>`select max(version) as version from schema_version`.execute(db)).rows[0]
        ?.version

    test.each(migrations)('$version $name keeps what was there', async ({ version: to }) => {
      const one = told[to]
      const before = Math.max(0, ...migrations.map((each) => each.version).filter((each) => each < to))
      await migrate(db, engine, before)
      await one?.before(db)
      expect(await migrate(db, engine, to)).toBe(before)
      expect(await version()).toBe(to)
      await one?.after(db)
    })

    test('migrating twice does nothing the second time', async () => {
      expect(await migrate(db, engine)).toBe(0)
      expect(await migrate(db, engine)).toBe(latestVersion)
    })

    test('a migration that fails leaves the one before it whole', async () => {
      await migrate(db, engine, 20)
      await sql`create table documents (x text)`.execute(db)
      await expect(migrate(db, engine)).rejects.toThrow()
      expect(await version()).toBe(20)
      await expect(sql`select * from visits`.execute(db)).rejects.toThrow()
      await sql`drop table documents`.execute(db)
      expect(await migrate(db, engine)).toBe(20)
    })
  })
}

suite(
  'sqlite',
  async () => new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) }),
)

let postgres: Db
beforeAll(async () => {
  postgres = await queriedDatabase()
})
afterAll(() => postgres.destroy())
suite('postgres', async () => {
  await sql`drop schema public cascade`.execute(postgres)
  await sql`create schema public`.execute(postgres)
  return postgres
})
