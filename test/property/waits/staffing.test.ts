import { expect, test } from 'vitest'
import {
  adviceFor,
  capacityOf,
  countersOf,
  expectedWaits,
  withCounter,
  type StaffedDay,
} from '../../../shared/domain/waits/forecast/staffing.ts'
import { heldOutError } from '../../../shared/domain/waits/forecast/backtest.ts'
import { simulatedYears } from '../../fixtures/offices/years.ts'

const hour = 3600
/** One counter all day, and a crowd from two to half past three in the afternoon. */
const day: StaffedDay = {
  expected: Array.from({ length: 16 }, (_, at) => 9 * hour + at * 1800).map((from) => ({
    from,
    service: 'titres',
    expected: from >= 14 * hour && from < 15.5 * hour ? 6 : 1,
    variance: 0,
    low: 0,
    high: 9,
  })),
  counters: [{ services: ['titres'], from: 9 * hour, to: 17 * hour }],
  seconds: new Map([['titres', 600]]),
  closes: 17 * hour,
  now: 9 * hour,
  waiting: [],
}

test('waits grow where more people come than the counters can receive', () => {
  const waits = expectedWaits(day)
  expect(capacityOf(day, 14 * hour)).toEqual({ counters: 1, capacity: 3 })
  expect(waits.get(15 * hour)!).toBeGreaterThan(2 * waits.get(10 * hour)!)
})

test('one counter more is advised where the wait is the longest, and says what it changes', () => {
  const advice = adviceFor(day, expectedWaits(day))!
  expect(advice.from).toBeGreaterThanOrEqual(13.5 * hour)
  expect(advice.from).toBeLessThan(15.5 * hour)
  expect(advice.with).toBeLessThan(0.7 * advice.without)
  expect(adviceFor({ ...day, seconds: new Map([['titres', 60]]) }, new Map([[9 * hour, 30]]))).toBeNull()
})

test('one counter less leaves what is outside its hours, and makes the wait longer', () => {
  const two = { ...day, counters: [...day.counters, ...day.counters] }
  const less = withCounter(two, { from: 14 * hour, to: 15 * hour, counters: -1 })
  expect(less.counters).toHaveLength(3)
  expect(expectedWaits(less).get(14.5 * hour)!).toBeGreaterThan(expectedWaits(two).get(14.5 * hour)!)
})

test('a plan by half-hour is held by the counters of a like day first, then by others who receive everything', () => {
  const like = [
    { services: ['titres'], from: 9 * hour, to: 12 * hour },
    { services: ['elections'], from: 9 * hour, to: 10 * hour },
  ]
  const plan = [540, 570, 600].map((from) => ({ from, counters: from === 570 ? 3 : 1 }))
  expect(countersOf(plan, like)).toEqual([
    { services: ['titres'], from: 9 * hour, to: 10.5 * hour },
    { services: ['elections'], from: 9.5 * hour, to: 10 * hour },
    { services: ['titres', 'elections'], from: 9.5 * hour, to: 10 * hour },
  ])
  expect(countersOf([{ from: 540, counters: 0 }], like)).toEqual([])
})

test('who waits already is received first, and a day half gone expects nobody before now', () => {
  const late = { ...day, now: 16 * hour, waiting: ['titres', 'titres', 'titres'] }
  const waits = expectedWaits(late)
  expect([...waits.keys()].every((from) => from >= 16 * hour)).toBe(true)
  expect(waits.get(16 * hour)!).toBeGreaterThan(900)
})

test('days held out judge the forecast beside the mean of the same weekday; too few days judge nothing', () => {
  const { days } = simulatedYears(905, 240)
  const error = heldOutError(days)!
  expect(error.days).toBe(20)
  expect(error.people).toBeLessThan(error.usual)
  expect(heldOutError(days.slice(0, 15))).toBeNull()
})
