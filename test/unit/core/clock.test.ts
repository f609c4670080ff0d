import { expect, test } from 'vitest'
import { shownFrom } from '../../../renderer/link/clock.ts'

const at = (time: string) => Date.parse(`2026-03-03T10:${time}Z`)
const [minute, fiveSeconds, second] = [60_000, 5_000, 1_000]

test.each([
  ['41:12.300', '41:59.999', minute],
  ['41:12.300', '41:14.999', fiveSeconds],
])('what is shown at %s is not drawn again at %s, each %i ms', (shown, now, every) => {
  expect(shownFrom(at(shown), at(now), every)).toBe(at(shown))
})

test.each([
  ['41:12.300', '42:00.000', minute],
  ['41:12.300', '41:15.000', fiveSeconds],
  ['41:12.300', '41:12.900', second],
  // A clock that is set back, and one that slept.
  ['41:12.300', '40:59.000', minute],
  ['41:12.300', '58:02.000', minute],
])('what is shown at %s is drawn again at %s, each %i ms', (shown, now, every) => {
  expect(shownFrom(at(shown), at(now), every)).toBe(at(now))
})
