import { expect, test } from 'vitest'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openDatabase } from '../../../db/open.ts'
import type { DocumentSeal } from '../../../shared/contract/documents/issued.ts'
import { eventKinds, type EventType } from '../../../shared/contract/events.ts'
import { verifySeals } from '../../fixtures/seals.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { emptyOffice } from '../../../shared/domain/state.ts'
import { release } from '../release.ts'

// Written by the third release itself: a day of its training office, by every command that it had.
const { rows, folder: thirdRelease } = release('journal-v3.jsonl', 50)

type Told = { readonly type: EventType; readonly v: number; readonly data: { readonly number: string } }
const told = rows.map(({ body }) => JSON.parse(body) as Told)
const numbers = told.filter(({ type }) => type === 'documentIssued').map(({ data }) => data.number)

test('a journal of the third release opens, its chain holds, and every event is what the contract wants now', async () => {
  const db = await openDatabase(await thirdRelease())
  expect(verifyChain(db)).toMatchObject({ ok: true, count: rows.length })
  const read = await sqliteJournal(db).read(0, 1000)
  expect(read).toHaveLength(rows.length)
  for (const { event } of read)
    expect(eventKinds[event.type].data.safeParse(event.data).error).toBeUndefined()
  const older = new Set(told.filter(({ type, v }) => v < eventKinds[type].v).map(({ type }) => type))
  expect([...older]).toEqual(['documentIssued', 'counterClosed'])
  db.close()
})

test('its documents were of a visit alone: of no file, neither handed over, cancelled nor put right, as they were sealed', async () => {
  const db = await openDatabase(await thirdRelease())
  const journal = sqliteJournal(db)
  const { documents } = await journal.documents.list({ limit: 50 })
  expect(documents.map(({ number }) => number).toSorted()).toEqual(numbers.toSorted())
  expect(numbers.length).toBeGreaterThan(0)
  for (const document of documents)
    expect(document).toMatchObject({
      fileId: null,
      file: null,
      handedAt: null,
      cancelledBy: null,
      correctedBy: null,
    })
  const seals = await Promise.all(documents.map(({ documentId }) => journal.documents.seal(documentId)))
  expect(verifySeals(seals as DocumentSeal[])).toEqual({ holds: true, count: numbers.length })
  db.close()
})

test('an office of the third release goes on where its series stopped, with nothing closed, said or hidden on its papers', async () => {
  const db = await openDatabase(await thirdRelease())
  const office = (await sqliteJournal(db).read(0, 1000)).reduce(evolve, emptyOffice)
  const last = new Map<string, number>()
  for (const number of numbers) {
    const at = number.lastIndexOf('-')
    last.set(number.slice(0, at), Number(number.slice(at + 1)))
  }
  expect(office.documents.map(({ count }) => count).toObject()).toEqual(Object.fromEntries(last))
  expect(office.issuedCount).toBe(numbers.length)
  expect([office.documentClosings.size, office.shields.size, office.paper.lines]).toEqual([0, 0, []])
  db.close()
})
