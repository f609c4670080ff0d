import { expect, test } from 'vitest'
import { isGrowthTold, untoldSoFar } from '../../../shared/domain/privacy/grownTotals.ts'

const soFar = (...stretches: readonly Readonly<Record<string, number>>[]) => {
  const { unsaid, total } = untoldSoFar(stretches.map((stretch) => new Map(Object.entries(stretch))))
  return [[...unsaid].toSorted(), total]
}

test('a total that grew by few since it was said last is not said, nor another by which it would be told', () => {
  expect(soFar({ a: 20, b: 30, c: 40 })).toEqual([[], true])
  expect(soFar({ a: 20, b: 30, c: 40 }, { a: 2, b: 7, c: 9 })).toEqual([['a', 'b'], true])
  expect(soFar({ a: 20, b: 30, c: 40 }, { b: 7, c: 9 }), 'nobody more tells nothing').toEqual([[], true])
})

test('a total is said again once it grew by enough since it was said last', () => {
  expect(soFar({ a: 20, b: 30, c: 40 }, { a: 2, b: 7, c: 9 }, { a: 3, b: 6, c: 8 })).toEqual([[], true])
})

test('where so few came in all that their sum would tell, nothing moves', () => {
  expect(soFar({ a: 20, b: 30 }, { a: 1, b: 1 })).toEqual([['a', 'b'], false])
  expect(soFar({ a: 20, b: 30 }, { a: 1, b: 1 }, { a: 9, b: 9 })).toEqual([[], true])
})

test('a number of people is said when it grew by five at least, or by nobody', () => {
  expect([[], [5], [5, 0], [5, 4], [5, 4, 1], [4, 4]].map(isGrowthTold)).toEqual([
    true,
    true,
    true,
    false,
    true,
    true,
  ])
})
