import { expect, test } from 'vitest'
import { within } from '../../../electron/host/core/within.ts'

test('what is done in time gives its result, and what it throws', () => {
  expect(within(60_000, () => 42)).toEqual({ done: 42 })
  expect(() =>
    within(60_000, () => {
      throw new RangeError('fallen')
    }),
  ).toThrow(RangeError)
})

test('past its time, it is stopped', () => {
  expect(
    within(50, () => {
      for (;;);
    }),
  ).toBe('late')
})
