import { sql } from 'kysely'
import { expect } from 'vitest'
import { answersFrom } from '../../../../db/journal/answers.ts'
import type { Told } from './told.ts'

/** An event as the journal stores it. */
const eventBody = (seq: number): string =>
  `{"at":5,"commandId":"c","data":{},"seq":${seq},"type":"ticketTaken","v":1,"who":{"role":"host"}}`

/** So many command ids of one millisecond. */
function sameInstant(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, at) => `01a214cb-b463-7${String(at).padStart(3, '0')}-8000-000000000000`,
  )
}

/** What came since other software is told: webhooks, papers, the second computer, archives, answers. */
export const sinceWebhooks: Told = {
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
  // A file's sheets are no longer in the index of what answers repeat; PostgreSQL keeps its own.
  270: {
    before: async (db) => {
      for (const [at, kind] of ['sheet', 'appointment'].entries()) {
        const values = sql`'o', ${sameInstant(2)[at]}, 'h', '{}', 1, ${kind}, 'v'`
        await sql`insert into answers values (${at}, ${values})`
          .execute(db)
          .catch(() => sql`insert into answers values (${values})`.execute(db))
      }
    },
    after: async (db) => {
      const { rows } = await sql`select about_kind from answers order by command_id`.execute(db)
      expect(rows).toEqual([{ about_kind: 'sheet' }, { about_kind: 'appointment' }])
    },
  },
  // Made again at the opening: what the day's tables hold is named once, as what they were made from was.
  280: {
    before: (db) =>
      sql`insert into visits_before (office_id, seq, ticket_id, service_id, away_ms, state) values ('o', 1, 't', 's', 0, 'called')`.execute(
        db,
      ),
    after: async (db) => {
      await expect(sql`select * from visits_before`.execute(db)).rejects.toThrow()
      for (const line of [
        sql`insert into visits_day (office_id, ticket_id, number, service_id, taken_at, state) values ('o', 't', 'A1', 's', 1, 'waiting')`,
        sql`insert into acts_day (office_id, seq, ticket_id, at, ended) values ('o', 1, 't', 2, 'filed')`,
      ]) {
        await line.execute(db)
        await expect(line.execute(db), 'once').rejects.toThrow()
      }
      const [visit] = (await sql<Record<string, unknown>>`select * from visits_day`.execute(db)).rows
      expect(visit).toMatchObject({ code: null, requests: 1, away_ms: 0, by_hand: 0 })
    },
  },
  290: {
    before: (db) =>
      sql`insert into visits (office_id, ticket_id, number, code, service_id, taken_at, state) values ('o', 't', 'A1', 'K7M2', 's', 1, 'closed')`.execute(
        db,
      ),
    after: async (db) => {
      const { rows } = await sql`select ticket_id from visits where code = 'K7M2'`.execute(db)
      expect(rows).toEqual([{ ticket_id: 't' }])
    },
  },
  // A file's head is told by its last answer or by its row, the later of both; PostgreSQL keeps its table.
  300: {
    before: async (db) => {
      await sql`insert into head (office_id, seq, hash, at) values ('o', 3, 'h', 1)`.execute(db)
      const values = sql`'o', 'c', 'h', '{}', 1, 'sheet', 'v'`
      await sql`insert into answers values (7, ${values})`
        .execute(db)
        .catch(() => sql`insert into answers values (${values})`.execute(db))
    },
    after: async (db) => {
      const head = async () => (await sql`select office_id, seq, hash, at from head`.execute(db)).rows
      expect(await head()).toEqual([{ office_id: 'o', seq: 3, hash: 'h', at: 1 }])
      expect((await sql`select command_id from answers`.execute(db)).rows).toEqual([{ command_id: 'c' }])
      const told = await sql`insert into answers
        (key, office_id, command_id, input_hash, output, at, head_seq, head_hash, head_at)
        values (8, 'o', 'd', 'h', '{}', 2, 4, 'i', 2)`
        .execute(db)
        .catch(() => undefined)
      if (told === undefined) return
      expect(await head()).toEqual([{ office_id: 'o', seq: 4, hash: 'i', at: 2 }])
      await sql`update head_row set seq = 5, hash = 'j', at = 3`.execute(db)
      expect(await head()).toEqual([{ office_id: 'o', seq: 5, hash: 'j', at: 3 }])
    },
  },
}
