import { expect, test } from 'vitest'
import { untilRound } from '../../../renderer/link/clock.ts'

const at = (time: string) => Date.parse(`2026-03-03T10:41:${time}Z`)

test.each([
  ['59.250', 60_000, 750],
  ['00.000', 60_000, 60_000],
  ['12.000', 5_000, 3_000],
  ['12.001', 1_000, 999],
] as const)(
  'at %s, a page drawn each %i ms is drawn again in %i, when the hour is round',
  (time, every, after) => {
    expect(untilRound(at(time), every)).toBe(after)
  },
)
