import { statSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PersonalChange } from '../../../shared/domain/decision.ts'
import { journalFile, openJournal } from '../../../db/open.ts'
import { at, batch, facts, newEvent, v7 } from '../facts.ts'
import { ownFolder } from '../folder.ts'

// When the log of a SQLite file is copied into it: the person who stands at a counter does not wait for it.

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A journal on a file of its own, and the bytes of the file without its log. */
async function opened() {
  const folder = ownFolder()
  const journal = await openJournal(folder)
  await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
  let seq = 1
  return {
    journal,
    size: () => statSync(journalFile(folder)).size,
    take: async (count: number, personal: readonly PersonalChange[] = []) => {
      for (let taken = 0; taken < count; taken++) {
        await journal.append(seq, batch({ events: [newEvent(seq, facts.taken(seq))], personal }))
        seq++
      }
    },
  }
}

test('the log of a rush is copied once nobody has acted for a while, and within none of its acts', async () => {
  const { journal, size, take } = await opened()
  const before = size()
  await take(300)
  expect(size()).toBe(before)
  vi.advanceTimersByTime(200)
  await take(1)
  vi.advanceTimersByTime(200)
  expect(size(), 'somebody acted 200 ms ago').toBe(before)
  vi.advanceTimersByTime(100)
  expect(size()).toBeGreaterThan(before)
  expect(await journal.verifyFrom(0)).toMatchObject({ ok: true, count: 302 })
  await journal.close()
})

test('a log that no moment of rest lets copy is copied all the same, before it is long', async () => {
  const { journal, size, take } = await opened()
  const before = size()
  const long = (id: number): PersonalChange =>
    ({ op: 'put', kind: 'reason', id: v7(id), value: 'x'.repeat(1024 * 1024), at: at(0) }) as PersonalChange
  for (let id = 0; id < 20; id++) await take(1, [long(id)])
  expect(size()).toBeGreaterThan(before)
  await journal.close()
})

test('a journal that is closed leaves nothing to do after', async () => {
  const { journal, take } = await opened()
  await take(60)
  await journal.close()
  expect(vi.getTimerCount()).toBe(0)
})
