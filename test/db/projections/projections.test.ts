import { fc, test as property } from '@fast-check/vitest'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  FileId,
  FileReference,
  LocalDate,
  OfficeId,
  TicketNumber,
} from '../../../shared/contract/ids.ts'
import type { Sqlite } from '../../../db/connect.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { migrate } from '../../../db/migrations/migrate.ts'
import { documentTable } from '../../../db/projections/documents/table.ts'
import { postgresCompiler, sqliteCompiler, type Compiler } from '../../../db/projections/compile.ts'
import { fileTable } from '../../../db/projections/files/table.ts'
import { visitTable } from '../../../db/projections/history/visits.ts'
import { tillTable } from '../../../db/projections/till.ts'
import { project, readTables } from '../../../db/projections/project.ts'
import { rebuildProjections } from '../../../db/projections/rebuild.ts'
import type { Schema } from '../../../db/schema.ts'
import { queriedDatabase } from '../../fixtures/queriedDatabase.ts'
import { anyFacts } from './anyFacts.ts'
import { at, batch, facts, newEvent, office, v7 } from '../facts.ts'
import { newDatabase } from '../folder.ts'

/** Each table's order for comparing it, by a key that no two of its rows share. */
const keys = {
  visits: 'ticket_id',
  visits_day: 'ticket_id',
  acts_day: 'seq',
  calls: 'seq',
  endings: 'seq',
  documents: 'document_id',
  document_closings: 'seq',
  document_duplicates: 'document_id, duplicate_id',
  files: 'file_id',
  file_acts: 'seq',
  till_entries: 'number',
  till_closings: 'number',
} as const

const tables = (db: Sqlite) =>
  Object.fromEntries(
    readTables.map((table) => [table, db.prepare(`select * from ${table} order by ${keys[table]}`).all()]),
  )

// Each case opens a file, which takes far longer than what it tries.
const numRuns = Math.ceil(Number(process.env['GUICHET_RUNS'] ?? 100) / 4)

property.prop([anyFacts(60), fc.integer({ min: 1, max: 7 })], { numRuns })(
  'read tables made again from the journal are those made act after act',
  async (events, size) => {
    const db = await newDatabase()
    const journal = sqliteJournal(db)
    await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
    for (let seq = 0; seq < events.length; seq += size) {
      await journal.append(seq + 1, batch({ events: events.slice(seq, seq + size) }))
    }
    const live = tables(db)
    db.exec(
      "update visits set state = 'left'; update visits_day set state = 'left'; update documents set copies = 77; delete from visits where number = 'A1'; delete from visits_day where number = 'A2'; update calls set overtaken = 9; update acts_day set away_ms = 9, overtaken = 9; delete from endings; update files set state = 'annulled', reference = 'x'; delete from file_acts where type = 'fileOpened'; update visits set code = 'x'; update visits_day set code = 'x'; update documents set handed_at = 9, cancelled_by = 'x', file_id = null; delete from till_entries",
    )
    expect(rebuildProjections(db)).toBe(events.length + 1)
    expect(tables(db)).toEqual(live)
    await journal.close()
  },
)

test('a visit is told in one line, from the ticket to its end', async () => {
  const db = await newDatabase()
  const acts = [facts.officeCreated(), facts.taken(0), facts.taken(1), facts.taken(2), facts.called(0)]
  const more = [facts.started(0), facts.closed(0), facts.called(1), facts.absent(1), facts.left(2)]
  const events = [...acts, ...more].map((event, index) => newEvent(index, event))
  await sqliteJournal(db).append(0, batch({ events }))
  const lines = db
    .prepare(
      'select number, state, outcome, counter_id, taken_at, called_at, started_at, ended_at from visits_day',
    )
    .all()
  expect(lines).toEqual([
    {
      number: 'A1',
      state: 'closed',
      outcome: 'filed',
      counter_id: '1',
      taken_at: at(1),
      called_at: at(4),
      started_at: at(5),
      ended_at: at(6),
    },
    {
      number: 'A2',
      state: 'absent',
      outcome: null,
      counter_id: '2',
      taken_at: at(2),
      called_at: at(7),
      started_at: null,
      ended_at: at(8),
    },
    {
      number: 'A3',
      state: 'left',
      outcome: null,
      counter_id: null,
      taken_at: at(3),
      called_at: null,
      started_at: null,
      ended_at: at(9),
    },
  ])
})

test('a filled template says what a query compiled for these values says', () => {
  const recorded = { seq: 1, ...newEvent(1, facts.taken(3)) }
  const compiled = (compiler: Compiler) => project(compiler, office as OfficeId, recorded)[0]
  const one = compiled(sqliteCompiler)
  expect(one?.sql.match(/\?/g)).toHaveLength(one?.parameters.length ?? 0)
  expect(one?.parameters).toContain(at(1))
  expect(compiled(postgresCompiler)?.sql).toContain('$7')
  expect(compiled(postgresCompiler)?.parameters).toEqual(one?.parameters)
})

test('no act reads the visits of other days: ten years of journal cost it nothing', async () => {
  const db = await newDatabase()
  const acts = [
    facts.taken(0),
    facts.entered(1, [1, 2, 3]),
    facts.called(0),
    facts.started(0),
    facts.absent(0),
    facts.returned(0),
    facts.parked(0),
    facts.resumed(0),
    facts.transferred(0),
    facts.left(0),
    facts.unserved(0),
    facts.prioritySet(0, 'law'),
    facts.prioritySet(0, null),
    facts.requestAdded(0),
    facts.requestClosed(0),
    facts.closed(0),
    facts.interrupted(1),
    facts.undisturbed(1),
    facts.undone(0, 'close', 9),
    facts.dayClosed(),
    facts.issued(0, 1),
    facts.printed(0, 2),
    facts.issuedOfFile(1, 2, 0),
    facts.handedOverTo(0),
    facts.related(0, 'correction'),
    facts.related(0, 'cancellation'),
    facts.replaced(0, 'NEUF'),
    facts.tillEntered(0),
    facts.tillPaperGiven(0),
    facts.tillPeriodClosed(0),
    facts.fileOpened(0),
    facts.fileDescribed(0),
    facts.fileAcknowledged(0),
    facts.fileClosed(0),
    facts.fileActUndone(0, 0),
  ]
  const read: string[] = []
  for (const event of acts)
    for (const query of project(sqliteCompiler, office as OfficeId, { seq: 9, ...newEvent(9, event) })) {
      const plan = db.prepare(`explain query plan ${query.sql}`).all(...query.parameters)
      read.push(...(plan as { detail: string }[]).map(({ detail }) => `${event.type}: ${detail}`))
    }
  // One row by its whole key, or the day's acts, which are all that their table has.
  const few = [
    /SEARCH (visits_day|documents|files|till_entries) USING PRIMARY KEY \(office_id=\? AND /,
    /SEARCH (acts_day|b) USING INTEGER PRIMARY KEY \(rowid=\?\)$/,
    /: SCAN acts_day$/,
    // What concerns whoever is received, and the closing of the day, read the whole day.
    /^(dayClosed|interrupted|interruptionEnded): SEARCH visits_day USING PRIMARY KEY \(office_id=\?\)$/,
  ]
  expect(read.length).toBeGreaterThan(acts.length)
  expect(read.filter((line) => !few.some((allowed) => allowed.test(line)))).toEqual([])
  db.close()
})

// One database for the file: its tables are made once.
let postgres: Kysely<Schema>
beforeAll(async () => {
  postgres = await queriedDatabase()
  await migrate(postgres as unknown as Kysely<unknown>, 'postgres')
})
afterAll(() => postgres.destroy())

property.prop([anyFacts(40)], { numRuns })(
  'PostgreSQL and SQLite hold the same read tables, and answer alike',
  async (events) => {
    const db = await newDatabase()
    const journal = sqliteJournal(db)
    await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated()), ...events] }))
    await sql`truncate ${sql.join(readTables.map((table) => sql.table(table)))}`.execute(postgres)
    for (const recorded of await journal.read(0, 1000)) {
      for (const query of project(postgresCompiler, office as OfficeId, recorded))
        await postgres.executeQuery(query)
    }
    const theirs = await Promise.all(
      readTables.map(async (table) => [
        table,
        // Written out: the builder's type over so many tables at once takes the compiler minutes.
        (await sql`select * from ${sql.table(table)} order by ${sql.raw(keys[table])}`.execute(postgres))
          .rows,
      ]),
    )
    expect(Object.fromEntries(theirs)).toEqual(tables(db))
    const reader = documentTable(
      postgresCompiler,
      () => office as OfficeId,
      async (query) => (await postgres.executeQuery(query)).rows,
    )
    const asked = { from: at(3), to: at(30), before: at(25), limit: 4 }
    const fileId = v7(7001) as FileId
    for (const one of [
      asked,
      { kind: 'refus', limit: 50 },
      { number: 'RD-2026-3', limit: 50 },
      { fileId, limit: 50 },
      { ticket: 'A2' as TicketNumber, from: at(0), to: at(40), limit: 50 },
    ] as const)
      expect(await reader.list(one)).toEqual(await journal.documents.list(one))
    const till = tillTable(
      postgresCompiler,
      () => office as OfficeId,
      async (query) => (await postgres.executeQuery(query)).rows,
    )
    for (const one of [{ limit: 3 }, { before: 4, limit: 2 }, { date: '2026-03-03' as LocalDate, limit: 50 }])
      expect(await till.entries(one)).toEqual(await journal.till.entries(one))
    for (const entry of [1, 2, 3, 99])
      expect(await till.entry(entry)).toEqual(await journal.till.entry(entry))
    const month = { from: '2026-03-01' as LocalDate, to: '2026-03-31' as LocalDate, after: 1, limit: 3 }
    expect(await till.period(month)).toEqual(await journal.till.period(month))
    expect(await till.closings({ before: 5, limit: 2 })).toEqual(
      await journal.till.closings({ before: 5, limit: 2 }),
    )
    const visits = visitTable(
      postgresCompiler,
      () => office as OfficeId,
      async (query) => (await postgres.executeQuery(query)).rows,
    )
    const all = { from: at(0), to: at(100), limit: 100 }
    const rows = await visits.page(all)
    expect(rows).toEqual(await journal.visits.page(all))
    // One that an earlier day told is not told again.
    const { visits: past = [], visits_day: today = [] } = tables(db) as Record<
      string,
      { ticket_id: string }[]
    >
    expect(rows).toHaveLength(new Set([...past, ...today].map(({ ticket_id: id }) => id)).size)
    const [after] = rows
    if (after) {
      expect(await visits.page({ ...all, after, limit: 2 })).toEqual(rows.slice(1, 3))
      expect(await visits.one(after.ticketId)).toEqual(after)
      expect(await reader.ofTicket(after.ticketId)).toEqual(await journal.documents.ofTicket(after.ticketId))
    }
    for (const code of ['K7M2', 'NEUF1', 'perdu'])
      expect(await visits.byCode(code)).toEqual(await journal.visits.byCode(code))
    const number = 'A3' as TicketNumber
    expect(await visits.byNumber(number, all)).toEqual(await journal.visits.byNumber(number, all))
    const period = { from: at(3), to: at(30) }
    expect(await visits.overtakes(period)).toEqual(await journal.visits.overtakes(period))
    expect(await visits.refused(period)).toEqual(await journal.visits.refused(period))
    const papers = { ...all, outcomes: ['filed', 'refused'], kinds: ['recepisse', 'refus'] } as const
    expect(await visits.documented(papers)).toEqual(await journal.visits.documented(papers))
    for (const kind of ['recepisse', 'attestation'] as const)
      expect(await reader.count({ ...all, kind })).toBe(await journal.documents.count({ ...all, kind }))
    const theirFiles = fileTable(
      postgresCompiler,
      () => office as OfficeId,
      async (query) => (await postgres.executeQuery(query)).rows,
    )
    for (let file = 0; file < 6; file++) {
      const fileId = v7(7000 + file) as FileId
      expect(await theirFiles.one(fileId)).toEqual(await journal.files.one(fileId))
      expect(await theirFiles.acts(fileId)).toEqual(await journal.files.acts(fileId))
      const reference = `DO-2026-${file + 1}` as FileReference
      expect(await theirFiles.byReference(reference)).toEqual(await journal.files.byReference(reference))
    }
    expect(await theirFiles.assisted(period)).toEqual(await journal.files.assisted(period))
    const lived = { from: '2026-01-01' as LocalDate, to: '2026-12-31' as LocalDate, limit: 3 }
    const received = await theirFiles.received(lived)
    expect(received).toEqual(await journal.files.received(lived))
    const next = received[0]
    if (next)
      expect(await theirFiles.received({ ...lived, after: next, limit: 1 })).toEqual(received.slice(1, 2))
    const outcomes = (all: readonly { readonly outcome: string }[]) =>
      all.toSorted((one, other) => (one.outcome < other.outcome ? -1 : 1))
    expect(outcomes(await visits.outcomes(period))).toEqual(outcomes(await journal.visits.outcomes(period)))
    const services = (all: readonly { readonly serviceId: string }[]) =>
      all.toSorted((one, other) => (one.serviceId < other.serviceId ? -1 : 1))
    expect(services(await visits.services(period))).toEqual(services(await journal.visits.services(period)))
    await journal.close()
  },
)
