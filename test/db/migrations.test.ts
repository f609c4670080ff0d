import { answersFrom } from '../../db/journal/answers.ts'
import { PGlite } from '@electric-sql/pglite'
import Database from 'better-sqlite3'
import { Kysely, PGliteDialect, sql, SqliteDialect } from 'kysely'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { latestVersion, migrate, migrations } from '../../db/migrations/migrate.ts'
import type { Engine } from '../../db/schema.ts'

type Db = Kysely<unknown>

/** An event as the journal stores it. */
const eventBody = (seq: number): string =>
  `{"at":5,"commandId":"c","data":{},"seq":${seq},"type":"ticketTaken","v":1,"who":{"role":"host"}}`

/** A row before, and what must be true of it after: one entry a migration, so that one without a test fails here. */
const told: {
  readonly [version: number]: { before: (db: Db) => Promise<unknown>; after: (db: Db) => Promise<void> }
} = {
  10: {
    before: async () => undefined,
    after: async (db) => {
      const data = `{"type":"no","v":1,"who":{"x":"\\u0000é"}}`
      const body = `{"at":5,"commandId":"c","data":${data},"seq":1,"type":"ticketTaken","v":1,"who":{"role":"host"}}`
      await sql`insert into events (office_id, seq, body, hash) values ('o', 1, ${body}, 'h')`.execute(db)
      const { rows } = await sql`select office_id, seq, type, at from events`.execute(db)
      expect(rows).toEqual([{ office_id: 'o', seq: 1, type: 'ticketTaken', at: 5 }])
      for (const change of [
        sql`update events set hash = 'x'`,
        sql`delete from events`,
        sql`insert into events (office_id, seq, body, hash) values ('o', 1, ${body}, 'x')`,
      ]) {
        await expect(change.execute(db)).rejects.toThrow()
      }
      await sql`insert into head values ('o', 1, 'h', 5)`.execute(db)
    },
  },
  130: {
    before: (db) => sql`insert into head values ('o', 1, 'h', 5)`.execute(db),
    after: async (db) => {
      await sql`insert into webhook_positions values ('o', 'w', 3, 0, 5, null)`.execute(db)
      await expect(
        sql`insert into webhook_positions values ('o', 'w', 4, 0, 5, null)`.execute(db),
      ).rejects.toThrow()
      await sql`insert into webhook_dead values ('o', 'w', 3, 'ticketCalled', 5, 8, 'timeout', 0)`.execute(db)
      await sql`insert into webhook_dead values ('o', 'w', 4, 'ticketCalled', 5, 8, 'timeout', 0)`.execute(db)
      await sql`insert into api_token_uses values ('o', 't', 5)`.execute(db)
      await expect(sql`insert into api_token_uses values ('o', 't', 6)`.execute(db)).rejects.toThrow()
    },
  },
  20: {
    before: (db) => sql`insert into head values ('o', 1, 'h', 5)`.execute(db),
    after: async (db) => {
      expect((await sql`select * from head`.execute(db)).rows).toEqual([
        { office_id: 'o', seq: 1, hash: 'h', at: 5 },
      ])
      await sql`insert into personal values ('o', 'sheet', 'v', '{}', 1, null)`.execute(db)
      await expect(
        sql`insert into personal values ('o', 'sheet', 'v', '{}', 1, 2)`.execute(db),
      ).rejects.toThrow()
      await sql`insert into answers values ('o', 'c', 'h', '{}', 1, null, null)`.execute(db)
      await expect(
        sql`insert into answers values ('o', 'c', 'h', '{}', 1, null, null)`.execute(db),
      ).rejects.toThrow()
      await sql`insert into jobs values ('o', 'j', 'p', 't', null, '{}', 'waiting', 0, null, 1, 1, 0)`.execute(
        db,
      )
      await sql`insert into snapshots values ('o', 1, 1, '{}')`.execute(db)
    },
  },
  30: {
    before: (db) => sql`insert into personal values ('o', 'sheet', 'v', '{}', 1, null)`.execute(db),
    after: async (db) => {
      const kept = { office_id: 'o', kind: 'sheet', id: 'v', value: '{}', written_at: 1, expires_at: null }
      expect((await sql`select * from personal`.execute(db)).rows).toEqual([kept])
      await sql`insert into visits (office_id, ticket_id, number, service_id, taken_at, state) values ('o', 't', 'A1', 's', 1, 'waiting')`.execute(
        db,
      )
      await sql`insert into documents values ('o', 'd', 'recepisse', 'RD-2026-1', 2026, 1, 'v', 't', '1', '{}', 0)`.execute(
        db,
      )
    },
  },
  40: {
    before: (db) =>
      sql`insert into visits (office_id, ticket_id, number, service_id, taken_at, counter_id, state) values ('o', 't', 'A1', 's', 1, '1', 'serving')`.execute(
        db,
      ),
    after: async (db) => {
      const [visit] = (await sql<Record<string, unknown>>`select * from visits`.execute(db)).rows
      expect(visit).toMatchObject({ ticket_id: 't', number: 'A1', taken_at: 1, state: 'serving' })
      expect(visit).toMatchObject({ requests: 1, by_hand: 0, interrupted_ms: 0, priority: null, sure: null })
      await sql`update visits set sure = 0.25, announced_p90 = 900, first_called_at = 2`.execute(db)
      expect((await sql`select sure, announced_p90 from visits`.execute(db)).rows).toEqual([
        { sure: 0.25, announced_p90: 900 },
      ])
      await sql`insert into calls values ('o', 1, 't', 's', 1, 'arrivalOrder', 0)`.execute(db)
      await expect(
        sql`insert into calls values ('o', 1, 't', 's', 1, 'arrivalOrder', 0)`.execute(db),
      ).rejects.toThrow()
      await sql`insert into endings values ('o', 1, 't', 1, 'filed')`.execute(db)
      await sql`insert into visits_before (office_id, seq, ticket_id, service_id, away_ms, state) values ('o', 1, 't', 's', 0, 'called')`.execute(
        db,
      )
      // The read tables are to be made again.
      expect((await sql`select version from projected`.execute(db)).rows).toEqual([{ version: 0 }])
    },
  },
  50: {
    before: (db) =>
      sql`insert into documents values ('o', 'd', 'recepisse', 'RD-2026-1', 2026, 1, 'v', 't', '1', '{}', 0)`.execute(
        db,
      ),
    after: async (db) => {
      expect((await sql`select number, seal from documents`.execute(db)).rows).toEqual([
        { number: 'RD-2026-1', seal: '{}' },
      ])
      const file = sql`insert into files (office_id, file_id, reference, service_id, channel, received_on, opened_at, state) values ('o', 'f', 'DO-2026-1', 's', 'post', '2026-03-03', 1, 'open')`
      await file.execute(db)
      await expect(file.execute(db)).rejects.toThrow()
      await sql`insert into file_acts values ('o', 'f', 1, 1, null, 'fileOpened', '{}')`.execute(db)
      await sql`insert into file_keys values ('o', 'DUPONT 1990-05-17', 'f')`.execute(db)
      await expect(
        sql`insert into file_keys values ('o', 'DUPONT 1990-05-17', 'f')`.execute(db),
      ).rejects.toThrow()
      await sql`insert into looks values ('o', 'l', 1, 'agent1', 'guichet', 'name', '["f"]')`.execute(db)
    },
  },
  60: {
    before: (db) => sql`insert into file_keys values ('o', 'DUPONT 1990-05-17', 'f')`.execute(db),
    after: async (db) => {
      expect((await sql`select key from file_keys`.execute(db)).rows).toEqual([{ key: 'DUPONT 1990-05-17' }])
      for (const line of [
        sql`insert into till_entries values ('o', 1, '2026-03-03', '{}', null, null)`,
        sql`insert into till_closings values ('o', 1, '{}')`,
      ]) {
        await line.execute(db)
        await expect(line.execute(db), 'a number once').rejects.toThrow()
      }
    },
  },
  70: {
    before: async (db) => {
      await sql`insert into documents values ('o', 'd', 'recepisse', 'RD-2026-1', 2026, 1, 'v', 't', '1', '{}', 0)`.execute(
        db,
      )
      await sql`insert into visits (office_id, ticket_id, number, service_id, taken_at, state) values ('o', 't', 'A1', 's', 1, 'closed')`.execute(
        db,
      )
    },
    after: async (db) => {
      // Made again from the journal: nothing of the table before is kept, whatever its rows said.
      expect((await sql`select * from documents`.execute(db)).rows).toEqual([])
      const [visit] = (await sql<Record<string, unknown>>`select * from visits`.execute(db)).rows
      expect(visit).toMatchObject({ ticket_id: 't', number: 'A1', code: null })
      await sql`update visits set code = 'K7M2P4Q8'`.execute(db)
      const line = sql`insert into documents (office_id, document_id, kind, number, year, issued_at, file_id, seal, copies) values ('o', 'd', 'refus', 'RF-2026-1', 2026, 1, 'f', '{}', 0)`
      await line.execute(db)
      await expect(line.execute(db)).rejects.toThrow()
      const [document] = (await sql<Record<string, unknown>>`select * from documents`.execute(db)).rows
      expect(document).toMatchObject({
        visit_id: null,
        ticket_id: null,
        counter_id: null,
        file_id: 'f',
        handed_at: null,
        cancelled_by: null,
        corrected_by: null,
      })
    },
  },
  80: {
    before: async (db) => {
      await sql`insert into head (office_id, seq, hash, at) values ('o', 1, 'h', 5)`.execute(db)
      await sql`insert into jobs values ('o', 'j', 'p', 't', null, '{}', 'waiting', 0, null, 1, 1, 0)`.execute(
        db,
      )
    },
    after: async (db) => {
      const postgres = await sql`select 'head'::regclass`.execute(db).then(
        () => true,
        () => false,
      )
      if (!postgres) return
      const move = (seq: number, rev: number | null) =>
        sql`select move_head('o', ${seq}::bigint, ${rev}::bigint, 2, 'i', 6, true)`.execute(db)
      await expect(move(0, 0), 'the head is further').rejects.toMatchObject({ code: 'GU001' })
      await expect(move(1, 1), 'the rows were not changed so often').rejects.toMatchObject({ code: 'GU001' })
      await move(1, 0)
      expect((await sql`select seq, hash, at, rev from head`.execute(db)).rows).toEqual([
        { seq: 2, hash: 'i', at: 6, rev: 1 },
      ])
      await move(2, null)
      expect((await sql`select holder, held_until from jobs`.execute(db)).rows).toEqual([
        { holder: null, held_until: 0 },
      ])
      await sql`insert into projected values ('o', 1)`.execute(db)
      await sql`insert into personal_changes values ('o', 1, 'sheet', 'v', 1)`.execute(db)
      const claim = (office: string) => sql`select claim_office(${office})`.execute(db)
      await expect(claim('o'), 'an office that is there').rejects.toThrow()
      await claim('new')
      await claim('new')
      expect((await sql`select office_id from office_roles`.execute(db)).rows).toEqual([{ office_id: 'new' }])
    },
  },
  110: {
    before: async (db) => {
      for (const [look, by, files] of [
        ['l1', 'reference', '["f"]'],
        ['l2', 'name', '[]'],
        ['l3', 'file', '["f"]'],
      ])
        await sql`insert into looks values ('o', ${look}, 1, 'agent1', 'guichet', ${by}, ${files})`.execute(
          db,
        )
    },
    after: async (db) => {
      const { rows } = await sql<
        Record<string, unknown>
      >`select * from consultations order by consultation_id`.execute(db)
      const kept = { office_id: 'o', at: 1, agent_id: 'agent1', station_id: 'guichet' }
      expect(rows).toEqual([
        { ...kept, consultation_id: 'l1', what: 'fileReference', about: '["f"]' },
        { ...kept, consultation_id: 'l2', what: 'fileName', about: '[]' },
        { ...kept, consultation_id: 'l3', what: 'file', about: '["f"]' },
      ])
      await expect(sql`select * from looks`.execute(db)).rejects.toThrow()
      await expect(
        sql`insert into consultations values ('o', 'l1', 1, null, 'guichet', 'file', '[]')`.execute(db),
      ).rejects.toThrow()
    },
  },
  140: {
    before: async () => undefined,
    after: async (db) => {
      await sql`insert into document_closings values ('o', 3, '{}')`.execute(db)
      await expect(sql`insert into document_closings values ('o', 3, '{}')`.execute(db)).rejects.toThrow()
      await sql`insert into document_duplicates values ('o', 'd', 'e')`.execute(db)
      await sql`insert into document_duplicates values ('o', 'd', 'f')`.execute(db)
      await expect(sql`insert into document_duplicates values ('o', 'd', 'f')`.execute(db)).rejects.toThrow()
    },
  },
  // SQLite alone: PostgreSQL has its own standby.
  150: {
    before: (db) => sql`insert into personal values ('o', 'sheet', 'v', '{}', 1, null)`.execute(db),
    after: async (db) => {
      expect((await sql`select value from personal`.execute(db)).rows).toEqual([{ value: '{}' }])
      const made = await sql<{ floor: number }>`select floor, taken from following`
        .execute(db)
        .catch(() => undefined)
      if (made === undefined) return
      expect(made.rows).toEqual([{ floor: 0, taken: null }])
      await sql`insert into changes (tbl, key) values ('personal', '["sheet","v"]')`.execute(db)
      await expect(
        sql`insert into changes (tbl, key) values ('personal', '["sheet","v"]')`.execute(db),
      ).rejects.toThrow()
      await expect(sql`insert into following values (2, null, 0, null)`.execute(db)).rejects.toThrow()
    },
  },
  // PostgreSQL alone: a folder says by a file where its office went.
  190: {
    before: (db) => sql`insert into head (office_id, seq, hash, at) values ('o', 3, 'h', 1)`.execute(db),
    after: async (db) => {
      const move = (office: string) => sql`select move_head(${office}, 3, null, 4, 'i', 2, false)`.execute(db)
      const made = await sql`insert into moved_offices values ('gone', 'ailleurs', 1)`
        .execute(db)
        .catch(() => undefined)
      if (made === undefined) return
      await move('o')
      await sql`insert into head (office_id, seq, hash, at) values ('gone', 3, 'h', 1)`.execute(db)
      await expect(move('gone')).rejects.toThrow('the office has moved')
      await expect(move('o')).rejects.toThrow('the head has moved')
    },
  },
  200: {
    before: (db) => sql`insert into head (office_id, seq, hash, at) values ('o', 3, 'h', 1)`.execute(db),
    after: async (db) => {
      const found = `select file_id from files where office_id = 'o' and received_on >= '2026-01-01' order by received_on, file_id`
      const { rows } = await sql
        .raw<object>(`explain query plan ${found}`)
        .execute(db)
        .catch(async () => {
          // PostgreSQL reads so few rows whole, if it may.
          await sql`set enable_seqscan = off`.execute(db)
          return sql.raw<object>(`explain ${found}`).execute(db)
        })
      expect(JSON.stringify(rows)).toContain('files_received')
    },
  },
  // SQLite alone: a database keeps several offices, each by its own numbers.
  210: {
    before: async (db) => {
      for (const seq of [1, 2])
        await sql`insert into events (office_id, seq, body, hash) values ('o', ${seq}, ${eventBody(seq)}, 'h')`.execute(
          db,
        )
    },
    after: async (db) => {
      const { rows } =
        await sql`select office_id, seq, body, hash, type, at from events order by seq`.execute(db)
      expect(rows).toEqual(
        [1, 2].map((seq) => ({
          office_id: 'o',
          seq,
          body: eventBody(seq),
          hash: 'h',
          type: 'ticketTaken',
          at: 5,
        })),
      )
      const other = sql`insert into events (office_id, seq, body, hash) values ('other', 2, ${eventBody(2)}, 'x')`
      for (const change of [
        sql`update events set hash = 'x'`,
        sql`delete from events`,
        sql`insert into events (office_id, seq, body, hash) values ('o', 2, ${eventBody(2)}, 'x')`,
      ])
        await expect(change.execute(db)).rejects.toThrow()
      const sqlite =
        await sql`insert or replace into events (office_id, seq, body, hash) values ('o', 2, ${eventBody(2)}, 'x')`
          .execute(db)
          .then(
            () => 'replaced',
            (error: unknown) => String(error),
          )
      if (!sqlite.includes('append-only')) return
      // A number is one office's: the file has no other.
      await expect(other.execute(db)).rejects.toThrow('append-only')
    },
  },
  // PostgreSQL alone: a folder keeps its own file.
  240: {
    before: async (db) => {
      for (const kind of ['document', 'closedFile', 'reason'])
        await sql`insert into personal values ('o', ${kind}, 'a', '{}', 1, 2)`.execute(db)
    },
    after: async (db) => {
      const { rows } = await sql`select kind, expires_at from personal order by kind`.execute(db)
      expect(rows).toEqual([
        { kind: 'closedFile', expires_at: 2 },
        { kind: 'document', expires_at: null },
        { kind: 'reason', expires_at: 2 },
      ])
    },
  },
  230: {
    before: (db) => sql`insert into head (office_id, seq, hash, at) values ('o', 3, 'h', 1)`.execute(db),
    after: async (db) => {
      const made = await sql`update head set anchor = 'signed' where office_id = 'o'`
        .execute(db)
        .catch(() => undefined)
      if (made === undefined) return
      await sql`select move_head('o', 3, null, 4, 'i', 2, false)`.execute(db)
      expect((await sql`select seq, anchor from head`.execute(db)).rows).toEqual([
        { seq: 4, anchor: 'signed' },
      ])
    },
  },
  // The read tables are made again; what no journal makes keeps its rows, and a copy that follows takes them all again.
  260: {
    before: async (db) => {
      await sql`insert into personal values ('o', 'sheet', 'v', '{}', 1, null)`.execute(db)
      for (const id of [...sameInstant(40), 'c'])
        await sql`insert into answers values ('o', ${id}, 'h', '{}', 1, 'sheet', 'v')`.execute(db)
      await sql`update following set lineage = 'before'`.execute(db).catch(() => undefined)
    },
    after: async (db) => {
      expect((await sql`select id, value from personal`.execute(db)).rows).toEqual([{ id: 'v', value: '{}' }])
      const { rows } = await sql<{ id: string }>`select command_id as id from answers order by id`.execute(db)
      expect(rows.map(({ id }) => id)).toEqual([...sameInstant(40), 'c'])
      const kept = sql<{ key: number }>`select key from answers where command_id = ${sameInstant(1)[0]}`
      const found = await kept.execute(db).catch(() => undefined)
      // PostgreSQL keeps its tables: a row has no place there.
      if (found === undefined) return
      expect(found.rows).toEqual([{ key: answersFrom(sameInstant(1)[0]!) }])
      const { rows: beyond } = await sql`select command_id from answers where key < 0`.execute(db)
      expect(beyond).toHaveLength(8)
      expect((await sql`select lineage from following`.execute(db)).rows).not.toEqual([{ lineage: 'before' }])
    },
  },
}

/** So many command ids of one millisecond. */
function sameInstant(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, at) => `01a214cb-b463-7${String(at).padStart(3, '0')}-8000-000000000000`,
  )
}

/** A database that is in use has these: a migration that comes after them has a greater number, or it would never run there. */
const inUse = 190

test('the migrations are numbered by tens, in order, one a file, and each is tried below', () => {
  const files = readdirSync(new URL('../../db/migrations', import.meta.url)).filter((name) =>
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

let pglite: PGlite
let postgres: Db
beforeAll(async () => {
  pglite = new PGlite()
  postgres = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) })
  await sql`select 1`.execute(postgres)
})
afterAll(() => postgres.destroy())
suite('postgres', async () => {
  await sql`drop schema public cascade`.execute(postgres)
  await sql`create schema public`.execute(postgres)
  return postgres
})
