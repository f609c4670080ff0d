import { expect, test } from 'vitest'
import type { Journal } from '../../../db/journal/port.ts'
import type { FileRecord } from '../../../db/journal/readTables.ts'
import { yearOfCommitments } from '../../../electron/host/history/commitments.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const now = Date.UTC(2026, 5, 1, 8)
const { office } = PureOffice.school(now)

test('other work passes between two pages of the files of a year', async () => {
  let passed = 0
  const pages = [200, 200, 3].map((length) =>
    Array.from({ length }, () => ({ acts: [] }) as unknown as FileRecord),
  )
  const passedBefore: number[] = []
  const journal = {
    visits: { page: async () => [], documented: async () => ({ people: 0, documented: 0 }) },
    documents: { count: async () => 0 },
    files: {
      received: async () => {
        passedBefore.push(passed)
        return pages[passedBefore.length - 1]
      },
    },
  } as unknown as Journal
  const passes = () => {
    passed++
    turn = setImmediate(passes)
  }
  let turn = setImmediate(passes)
  await yearOfCommitments(journal, office.settings!, { year: 2026, now: now as never, day: null })
  clearImmediate(turn)
  const [first = 0, second = 0, third = 0] = passedBefore
  expect(second).toBeGreaterThan(first)
  expect(third).toBeGreaterThan(second)
})
