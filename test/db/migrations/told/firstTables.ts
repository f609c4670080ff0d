import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Told } from './told.ts'

/** What the journal, the personal rows and the first read tables were before and after. */
export const firstTables: Told = {
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
}
