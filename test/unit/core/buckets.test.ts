import { expect, test } from 'vitest'
import { startBuckets } from '../../../electron/host/core/buckets.ts'

const at = (most?: number) => {
  const clock = { ms: 0 }
  return { clock, buckets: startBuckets(most, () => clock.ms) }
}

test('an allowance gives its burst at once, then one each so long, and says how long', () => {
  const { clock, buckets } = at()
  const take = () => buckets.take('borne', 3, 1 / 3)
  expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 3])
  clock.ms += 1000
  expect(take()).toBeCloseTo(2)
  clock.ms += 2000
  expect([take(), take()]).toEqual([0, 3])
  clock.ms += 3_600_000
  expect([take(), take(), take(), take()], 'a long rest saves up one burst, no more').toEqual([0, 0, 0, 3])
})

test('an allowance that is made larger is so at once, and one that is made smaller too', () => {
  const { buckets } = at()
  for (let n = 0; n < 10; n++) buckets.take('borne', 10, 1)
  expect(buckets.take('borne', 10, 1)).toBe(1)
  expect(buckets.take('borne', 20, 1)).toBe(0)
  expect(buckets.take('borne', 5, 1)).toBe(7)
})

test('an hour that goes back fills nothing and takes nothing away', () => {
  const { clock, buckets } = at()
  clock.ms = 10_000
  expect(buckets.take('borne', 2, 1)).toBe(0)
  clock.ms = 0
  expect([buckets.take('borne', 2, 1), buckets.take('borne', 2, 1)]).toEqual([0, 1])
})

test('of too many who ask, the one who asked the longest ago is forgotten', () => {
  const { buckets } = at(2)
  for (const who of ['one', 'two', 'three']) expect(buckets.take(who, 1, 1)).toBe(0)
  expect(buckets.take('three', 1, 1)).toBe(1)
  expect(buckets.take('one', 1, 1), 'it is full again').toBe(0)
})
