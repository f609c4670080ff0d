import { expect, test } from 'vitest'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openDatabase } from '../../../db/open.ts'
import { eventKinds, type EventType } from '../../../shared/contract/events.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { emptyOffice } from '../../../shared/domain/state.ts'
import { release } from '../release.ts'

// Written by the second release itself: a day of its training office, by every command that it had.
const { rows, folder: secondRelease } = release('journal-v2.jsonl', 40)

test('a journal of the second release opens, its chain holds, and every event is what the contract wants now', async () => {
  const db = await openDatabase(await secondRelease())
  expect(verifyChain(db)).toMatchObject({ ok: true, count: rows.length })
  const read = await sqliteJournal(db).read(0, 1000)
  expect(read).toHaveLength(rows.length)
  for (const { event } of read)
    expect(eventKinds[event.type].data.safeParse(event.data).error).toBeUndefined()
  const told = rows.map(({ body }) => JSON.parse(body) as { type: EventType; v: number })
  const older = new Set(told.filter(({ type, v }) => v < eventKinds[type].v).map(({ type }) => type))
  expect([...older]).toEqual(['officeCreated', 'documentIssued', 'counterClosed'])
  db.close()
})

test('an office of the second release is connected to nothing, knows no ballot, and works by the rules shipped', async () => {
  const db = await openDatabase(await secondRelease())
  const read = await sqliteJournal(db).read(0, 1000)
  const office = read.reduce(evolve, emptyOffice)
  expect(office.settings?.law).toEqual({ exchanges: [], ballots: [], remedies: [], regulations: [] })
  expect([office.published.size, office.files.size, office.day]).toEqual([0, 0, expect.anything()])
  expect(
    db.prepare('select count(*) from files').pluck().get(),
    'its read tables have the new ones, empty',
  ).toBe(0)
  db.close()
})
