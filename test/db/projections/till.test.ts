import { expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { batch, facts, newEvent, v7 } from '../facts.ts'
import { newDatabase } from '../folder.ts'

const day = (date: string) => date as LocalDate

test('the books are read by day, by page, by period, and an entry with the paper that it gave', async () => {
  const db = await newDatabase()
  const journal = sqliteJournal(db)
  const { till } = journal
  const acts = [
    facts.officeCreated(),
    facts.tillEntered(0),
    facts.tillEntered(1),
    facts.tillPaperGiven(1),
    facts.tillPeriodClosed(0),
    facts.tillEntered(2, '2026-03-04'),
    facts.tillPeriodClosed(1),
  ]
  await journal.append(0, batch({ events: acts.map((event, index) => newEvent(index, event)) }))
  const numbers = (of: readonly { readonly number: number }[]) => of.map(({ number }) => number)
  expect(numbers(await till.entries({ limit: 50 }))).toEqual([3, 2, 1])
  expect(numbers(await till.entries({ before: 3, limit: 1 }))).toEqual([2])
  expect(numbers(await till.entries({ date: day('2026-03-03'), limit: 50 }))).toEqual([2, 1])
  expect(await till.entry(2)).toEqual({
    entry: { number: 2, date: '2026-03-03', kind: 'float' },
    document: { documentId: v7(5001), number: 'QT-2026-2' },
  })
  expect(await till.entry(1)).toMatchObject({ document: null })
  expect(await till.entry(9)).toBeUndefined()
  const march = { from: day('2026-03-01'), to: day('2026-03-03'), after: 0, limit: 50 }
  expect(numbers(await till.period(march))).toEqual([1, 2])
  expect(numbers(await till.period({ ...march, to: day('2026-03-31'), after: 1, limit: 1 }))).toEqual([2])
  expect(numbers(await till.closings({ limit: 50 }))).toEqual([2, 1])
  expect(numbers(await till.closings({ before: 2, limit: 50 }))).toEqual([1])
  await journal.close()
})
