import { expect, test } from 'vitest'
import { startLimits } from '../../../electron/host/core/limits.ts'

/** Limits on a clock that the test moves, in milliseconds. */
function limitsAt(underWay: number, aSecond: number) {
  const clock = { ms: 0 }
  return { clock, limits: startLimits(underWay, aSecond, () => clock.ms) }
}

test('so many calls may be under way, and one more when one ends', () => {
  const { limits } = limitsAt(3, 1000)
  expect([1, 2, 3, 4].map(() => limits.enter('kiosk'))).toEqual([true, true, true, false])
  limits.left('kiosk')
  expect([limits.enter('kiosk'), limits.enter('kiosk')]).toEqual([true, false])
})

test('so many begin in a second; a refused one counts for nothing', () => {
  const { clock, limits } = limitsAt(10, 5)
  const one = () => {
    const entered = limits.enter('kiosk')
    if (entered) limits.left('kiosk')
    return entered
  }
  expect(Array.from({ length: 7 }, one)).toEqual([true, true, true, true, true, false, false])
  clock.ms += 200
  expect([one(), one()]).toEqual([true, false])
  clock.ms += 60_000
  expect(
    Array.from({ length: 6 }, one).filter(Boolean),
    'a long rest saves up one second, no more',
  ).toHaveLength(5)
})

test('one token’s excess is not another’s', () => {
  const { limits } = limitsAt(1, 1)
  expect([limits.enter('kiosk'), limits.enter('kiosk'), limits.enter('display')]).toEqual([true, false, true])
})

test('an end that nobody began gives no right', () => {
  const { limits } = limitsAt(1, 100)
  limits.left('nobody')
  expect([limits.enter('nobody'), limits.enter('nobody')]).toEqual([true, false])
})
