import { expect, test } from 'vitest'
import { startSpending } from '../../../electron/host/core/spending.ts'
import type { StationId } from '../../../shared/contract/ids.ts'

const [one, other] = ['one', 'other'] as StationId[] as [StationId, StationId]
const bounds = { burst: 1000, share: 0.25 }

/** A thread whose time the test tells. */
function threadHere() {
  const time = { now: 0, active: 0 }
  const thread = { now: () => time.now, active: () => time.active }
  const works = (milliseconds: number) => {
    time.now += milliseconds
    time.active += milliseconds
  }
  return { ...startSpending(bounds, thread), time, works }
}

test('a station has its burst, then its part of the time, and another has its own', () => {
  const { charge, wait, time } = threadHere()
  for (let n = 0; n < 5; n++) charge(one, 200)
  expect(wait(one)).toBe(0)
  charge(one, 100)
  expect([wait(one), wait(other)]).toEqual([0.4, 0])
  time.now += 400
  expect(wait(one)).toBe(0)
  time.now += 4000
  for (let n = 0; n < 5; n++) charge(one, 200)
  expect(wait(one), 'all came back').toBe(0)
})

test('what a reading held of the thread is charged, what it waited for is not', async () => {
  const { charged, wait, time, works } = threadHere()
  for (let n = 0; n < 20; n++) await charged(one, async () => void (time.now += 60_000))
  expect(wait(one)).toBe(0)
  for (let n = 0; n < 20; n++) await charged(one, async () => works(80))
  expect(wait(one)).toBeGreaterThan(0)
})

test('one reading, however long, never shuts a station out for long', async () => {
  const { charged, wait, works } = threadHere()
  await charged(one, async () => works(600_000))
  expect(wait(one)).toBe(0)
})

test('readings under way together share what the thread did: nobody is charged for a crowd', async () => {
  const { charged, wait, works } = threadHere()
  for (let n = 0; n < 20; n++) {
    const ends: (() => void)[] = []
    const readings = [one, other].map((station) =>
      charged(station, () => new Promise<void>((end) => ends.push(end))),
    )
    works(80)
    for (const end of ends) end()
    await Promise.all(readings)
  }
  expect([wait(one), wait(other)]).toEqual([0, 0])
})
