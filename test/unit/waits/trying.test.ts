import { expect, test } from 'vitest'
import { tryingOn, withDay } from '../../../renderer/supervision/trying.ts'
import { LocalDate } from '../../../shared/contract/ids.ts'

const [tuesday, wednesday] = [LocalDate.parse('2026-03-03'), LocalDate.parse('2026-03-04')]

test('half a day drops nothing of what was tried in the forecast, another day drops it', () => {
  const tried = {
    ...tryingOn(tuesday),
    span: { from: 600, to: 660 },
    draft: [{ from: 600, counters: 2 }],
  }
  const half = withDay(tried, null)
  expect(half).toEqual({ ...tried, asked: null })
  expect(withDay(half, tuesday)).toEqual(tried)
  expect(withDay(half, wednesday)).toEqual(tryingOn(wednesday))
})
