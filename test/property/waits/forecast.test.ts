import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { allServices, forecastFrom } from '../../../shared/domain/waits/forecast/forecast.ts'
import { chancesOf, rangesOf } from '../../../shared/domain/waits/forecast/ranges.ts'
import { sameWeekdayMean, simulatedYears } from '../../fixtures/offices/years.ts'

const night = Number(process.env['GUICHET_RUNS'] ?? 100) > 100

// Judged on offices that served for nothing else, against the rate that is true of them. The goal is half of the error of
// the mean of the same weekday's last eight days, and a range that holds 75 to 85 % of the counts.

const seeds = Array.from({ length: night ? 24 : 2 }, (_, at) => 901 + at)
const draws = 20

/** The errors of both ways over three days to come, and how often the range held a count. */
function judged(seed: number, known: number) {
  const office = simulatedYears(seed, known)
  const { days, opens, closes } = office
  let error = 0
  let usual = 0
  let held = 0
  let counts = 0
  const expectedOn = forecastFrom(days)
  for (const date of office.next(8))
    for (const { from, service, expected, low, high } of expectedOn({
      date,
      opens,
      closes,
      appointments: [],
    })) {
      const rate = office.rate(date, service, from)
      error += Math.abs(expected - rate)
      usual += Math.abs(sameWeekdayMean(days, { date, service, from }) - rate)
      for (let draw = 0; draw < draws; draw++) {
        const count = office.drawn(rate)
        counts += 1
        if (low <= count && count <= high) held += 1
      }
    }
  return { ratio: error / usual, held: held / counts }
}

test('a year or two of an office halve the error of the usual mean, for each office', () => {
  const all = seeds.map((seed, at) => judged(seed, at % 2 === 0 ? 240 : 430))
  for (const { ratio } of all) expect(ratio).toBeLessThanOrEqual(0.5)
  const held = all.reduce((sum, one) => sum + one.held, 0) / all.length
  expect(held).toBeGreaterThanOrEqual(0.75)
  expect(held).toBeLessThanOrEqual(0.85)
})

test('eight weeks halve it over offices, though not for each', () => {
  const few = Array.from({ length: night ? 24 : 5 }, (_, at) => 901 + at)
  const all = few.map((seed) => judged(seed, 40))
  expect(all.reduce((sum, { ratio }) => sum + ratio, 0) / all.length).toBeLessThanOrEqual(0.5)
  const held = all.reduce((sum, one) => sum + one.held, 0) / all.length
  expect(held).toBeGreaterThanOrEqual(0.75)
  expect(held).toBeLessThanOrEqual(0.85)
})

describe('what is known of the day', () => {
  const opens = 9 * 3600
  const closes = 12 * 3600
  const monday = '2026-11-30' as LocalDate
  const day = (date: string, arrivals: readonly { service: string; at: number }[]) => ({
    date: date as LocalDate,
    opens,
    closes,
    arrivals,
  })
  const ask = { date: monday, opens, closes, appointments: [] }

  test('without a day that was, nothing is expected and nothing is invented', () => {
    expect(forecastFrom([])(ask)).toEqual([])
    expect(forecastFrom([{ ...day('2026-11-27', []), closes: opens }])(ask)).toEqual([])
  })

  test('each half-hour that is open is said once for each service, half of one that is half open', () => {
    const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((date) =>
      day(
        date,
        Array.from({ length: 12 }, (_, at) => ({ service: at % 2 === 0 ? 'a' : 'b', at: opens + at * 900 })),
      ),
    )
    const said = forecastFrom(days)({ ...ask, closes: 10.25 * 3600 })
    expect(said.map(({ from, service }) => `${from / 3600} ${service}`)).toEqual([
      '9 a',
      '9 b',
      '9.5 a',
      '9.5 b',
      '10 a',
      '10 b',
    ])
    expect(said.at(-1)!.expected).toBeLessThan(0.7 * said.at(-3)!.expected)
    for (const { expected, low, high } of said) {
      expect(Number.isFinite(expected)).toBe(true)
      expect(low).toBeLessThanOrEqual(high)
    }
  })

  test('who is booked is added at their hour, most of them', () => {
    const days = ['2026-11-26', '2026-11-27'].map((date) => day(date, [{ service: 'a', at: opens }]))
    const without = forecastFrom(days)(ask)
    const booked = forecastFrom(days)({
      ...ask,
      appointments: Array.from({ length: 10 }, () => ({ service: 'a', at: 10 * 3600 + 60 })),
    })
    const more = booked.map(({ expected }, at) => expected - without[at]!.expected)
    expect(more.map((value) => Math.round(value))).toEqual([0, 0, 9, 0, 0, 0])
    expect(booked[2]!.low).toBeGreaterThan(without[2]!.high)
  })
})

test('chances add up to one, whatever the mean and its doubt', () => {
  for (const mean of [0, 0.02, 0.7, 3, 40, 300])
    for (const doubt of [0, 0.01, 0.3]) {
      const chances = chancesOf(mean, mean + doubt * mean ** 2)
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 4)
      const average = chances.reduce((sum, chance, count) => sum + chance * count, 0)
      expect(Math.abs(average - mean)).toBeLessThan(0.01 * mean + 0.01)
    }
})

test('the range of all services together holds eight counts of ten too', () => {
  let held = 0
  let counts = 0
  for (const seed of seeds) {
    const office = simulatedYears(seed, 240)
    const { days, opens, closes } = office
    const expectedOn = forecastFrom(days)
    for (const date of office.next(8)) {
      const expected = expectedOn({ date, opens, closes, appointments: [] })
      for (const { from, low, high } of allServices(expected))
        for (let draw = 0; draw < draws; draw++) {
          const count = expected
            .filter((one) => one.from === from)
            .reduce((sum, { service }) => sum + office.drawn(office.rate(date, service, from)), 0)
          counts += 1
          if (low <= count && count <= high) held += 1
        }
    }
  }
  expect(held / counts).toBeGreaterThanOrEqual(0.75)
  expect(held / counts).toBeLessThanOrEqual(0.85)
})

test('a count that is nearly sure has its range: an empty one would say that it can not come', () => {
  const ranges = rangesOf(
    [...Array.from({ length: 12 }, () => 0.01), 6].map((mean) => ({ mean, variance: mean })),
  )
  for (const { low, high } of ranges) expect(low).toBeLessThanOrEqual(high)
})

test('ranges hold eight counts of ten all together, even of small ones', () => {
  for (const mean of [0.2, 0.5, 1.3, 6]) {
    const ranges = rangesOf(Array.from({ length: 40 }, () => ({ mean, variance: mean })))
    const chances = chancesOf(mean, mean)
    const held = ranges.map(({ low, high }) =>
      chances.slice(low, high + 1).reduce((sum, one) => sum + one, 0),
    )
    expect(held.reduce((sum, one) => sum + one, 0) / held.length).toBeCloseTo(0.8, 1)
  }
})
