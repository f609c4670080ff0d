import { describe, expect, test } from 'vitest'
import { seededChance } from '../../../shared/domain/waits/chance.ts'
import { durationAt } from '../../../shared/domain/waits/durations.ts'
import { estimate } from '../../../shared/domain/waits/estimate.ts'
import { daysOf } from '../../../shared/domain/waits/question.ts'
import { emptyModel, learnVisits, learnWait, type Model } from '../../../shared/domain/waits/model.ts'
import type { CounterNow, Present, Visit } from '../../../shared/domain/waits/present.ts'
import { replayDay, withPriorities } from '../../../shared/domain/waits/replay.ts'
import { chance } from '../../fixtures/offices/chance.ts'

const nine = 9 * 3600
const busy = (over: Partial<CounterNow> = {}): CounterNow => ({
  services: ['a'],
  state: 'busy',
  since: nine,
  service: 'a',
  resumesAt: null,
  breaks: [],
  ...over,
})
const line = (count: number, service = 'a') =>
  Array.from({ length: count }, (_, k) => ({ service, since: nine - 60 * (count - k), priority: false }))
const present = (over: Partial<Present> = {}): Present => ({
  now: nine,
  closesAt: nine + 4 * 3600,
  counters: [busy(), busy()],
  waiting: [],
  for: { service: 'a', priority: false },
  ...over,
})

/** Visits of one service that nobody waited for, with these durations, a minute apart. */
const measured = (durations: readonly number[], service = 'a'): Visit[] =>
  durations.map((seconds, k) => {
    const arrived = 8 * 3600 + k * 20
    return { day: 0, service, arrived, started: arrived, ended: arrived + seconds, priority: false }
  })
const exponentials = (mean: number, count: number): number[] => {
  const random = chance(77)
  return Array.from({ length: count }, () => random.exponential(mean))
}
/** Every visit lasts that long, and no priority comes. */
const constant = (seconds: number): Model => ({
  ...learnVisits(emptyModel, measured(Array.from({ length: 1_200 }, () => seconds))),
  arrivals: new Map(),
})

/** Nobody leaves and everybody comes: what the formulas below take for granted. */
const patient = (model: Model): Model => ({
  ...model,
  leaving: { called: 1e9, absent: 0, waited: 1e12, left: 0 },
})

/** P(Erlang(n + 1, rate) ≤ seconds), summed term by term. */
function oracle(ahead: number, rate: number, seconds: number): number {
  let term = Math.exp(-rate * seconds)
  let sum = 0
  for (let k = 0; k <= ahead; k += 1) {
    sum += term
    term *= (rate * seconds) / (k + 1)
  }
  return 1 - sum
}

describe('without a history: the queue-length formula', () => {
  test('the mean is (n + 1) / (s µ), ten minutes a visit until one was measured', () => {
    expect(estimate(emptyModel, present({ waiting: line(5) }), 1).mean).toBeCloseTo((6 * 600) / 2, 6)
    expect(estimate(emptyModel, present({ counters: [busy()] }), 1).mean).toBeCloseTo(600, 6)
  })

  test('the chance of being called before closing is a Poisson sum', () => {
    for (const [ahead, minutes] of [
      [0, 5],
      [3, 20],
      [8, 40],
      [8, 60],
      [20, 90],
    ] as const) {
      const asked = present({ waiting: line(ahead), closesAt: nine + minutes * 60 })
      expect(estimate(emptyModel, asked, 1).sureBeforeClosing).toBeCloseTo(
        oracle(ahead, 2 / 600, minutes * 60),
        9,
      )
    }
  })

  test('the P90 is the quantile of that law', () => {
    for (const ahead of [0, 3, 12]) {
      const { p90 } = estimate(emptyModel, present({ waiting: line(ahead) }), 1)
      expect(oracle(ahead, 2 / 600, p90)).toBeCloseTo(0.9, 2)
    }
  })

  test('only those count who are capable, present and before', () => {
    const other = busy({ services: ['b'], service: 'b' })
    const away = busy({ state: 'paused', service: null })
    const asked = present({ counters: [busy(), other, away], waiting: [...line(2), ...line(9, 'b')] })
    expect(estimate(emptyModel, asked, 1).mean).toBeCloseTo(3 * 600, 6)
    const first = present({ waiting: line(6), for: { service: 'a', priority: true } })
    expect(estimate(emptyModel, first, 1).mean).toBeCloseTo(300, 6)
  })
})

describe('with a history: the simulation', () => {
  const model = patient(learnVisits(emptyModel, measured(exponentials(480, 1_200))))
  const mean = model.durations.get('a')!.mean

  test('agrees with the exponential case: mean and chance before closing', () => {
    for (const [ahead, minutes] of [
      [2, 10],
      [6, 30],
      [6, 25],
      [14, 60],
      [14, 70],
    ] as const) {
      const answers = Array.from({ length: 40 }, (_, seed) =>
        estimate(model, present({ waiting: line(ahead), closesAt: nine + minutes * 60 }), seed + 1),
      )
      const average = (of: (one: (typeof answers)[number]) => number): number =>
        answers.reduce((sum, one) => sum + of(one), 0) / answers.length
      expect(average((one) => one.mean) / (((ahead + 1) * mean) / 2)).toBeCloseTo(1, 1)
      expect(
        Math.abs(average((one) => one.sureBeforeClosing) - oracle(ahead, 2 / mean, minutes * 60)),
      ).toBeLessThan(0.04)
    }
  })

  test('knows how long the present visits have lasted', () => {
    const steady = patient(constant(600))
    const fresh = estimate(steady, present({ counters: [busy()] }), 1).mean
    const late = estimate(steady, present({ counters: [busy({ since: nine - 540 })] }), 1).mean
    expect(fresh).toBeGreaterThan(560)
    expect(late).toBeLessThan(90)
  })

  test('waits for the end of a pause, and lets a break begin when its time has come', () => {
    const steady = patient(constant(600))
    const paused = busy({ state: 'paused', service: null, resumesAt: nine + 1_500 })
    expect(estimate(steady, present({ counters: [paused] }), 1).mean).toBeCloseTo(1_500, 0)
    const before = busy({ since: nine - 300, breaks: [[nine + 60, nine + 3_600]] })
    expect(estimate(steady, present({ counters: [before] }), 1).mean).toBeCloseTo(3_600, 0)
  })

  test('priorities that arrive faster than they are received don’t hold the answer (it comes before the test’s time is out)', () => {
    const visits = measured(Array.from({ length: 60_000 }, () => 600)).map((visit) => ({
      ...visit,
      arrived: nine,
      started: nine,
      ended: nine + 600,
      priority: true,
    }))
    expect(estimate(patient(learnVisits(emptyModel, visits)), present(), 1).p90).toBeGreaterThan(3_600)
  })

  test('a free, capable counter is no wait at all, and sure', () => {
    const answer = estimate(model, present({ counters: [busy(), busy({ state: 'free', service: null })] }), 1)
    expect(answer).toMatchObject({ mean: 0, p50: 0, p90: 0, sureBeforeClosing: 1 })
  })

  test('a service that no counter of the day offers is never called: sure of nothing, and no promise', () => {
    const answer = estimate(model, present({ for: { service: 'z', priority: false } }), 1)
    expect(answer).toMatchObject({ mean: 4 * 3600, p90: 4 * 3600, sureBeforeClosing: 0 })
  })

  test('after closing nothing is sure', () => {
    expect(estimate(model, present({ closesAt: nine - 1 }), 1).sureBeforeClosing).toBe(0)
  })

  test('a priority passes before those who wait, and those who wait are passed by priorities to come', () => {
    const asked = present({ waiting: line(8) })
    const ordinary = estimate(model, asked, 1).mean
    const first = estimate(model, { ...asked, for: { service: 'a', priority: true } }, 1).mean
    expect(first).toBeLessThan(ordinary / 3)
    const visits = measured(exponentials(480, 1_200)).map((visit, k) => ({
      ...visit,
      arrived: nine - 900 + k,
      started: nine - 900 + k,
      ended: nine - 900 + k + 480,
      priority: k % 2 === 0,
    }))
    expect(estimate(patient(learnVisits(model, visits)), asked, 1).mean).toBeGreaterThan(ordinary * 1.3)
  })

  test('a counter that goes before closing calls nobody after: the wait is that of whoever it calls, and how sure is said', () => {
    const model = patient(learnVisits(emptyModel, measured(exponentials(480, 1_200))))
    const leaving = (after: number, over: Partial<CounterNow> = {}) =>
      present({ counters: [busy({ breaks: [[nine + after, nine + 24 * 3600]], ...over })], waiting: line(3) })
    const { mean, p90, sureBeforeClosing } = estimate(model, leaving(1_500), 1)
    expect(sureBeforeClosing).toBeGreaterThan(0.1)
    expect(sureBeforeClosing).toBeLessThan(0.7)
    expect(mean).toBeLessThan(1_500)
    expect(p90).toBeLessThan(3_600)
    const gone = leaving(-60, { state: 'paused', service: null, resumesAt: nine + 24 * 3600 })
    expect(estimate(model, gone, 1)).toMatchObject({ mean: 4 * 3600, sureBeforeClosing: 0 })
  })

  test('an appointment passes first from its hour on, before who asks without a priority', () => {
    const steady = patient(constant(600))
    const asked = present({ counters: [busy()] })
    const soon = (at: number) => ({ ...asked, expected: [{ service: 'a', at }] })
    expect(estimate(steady, asked, 1).mean).toBeCloseTo(600, -1)
    expect(estimate(steady, soon(nine + 300), 1).mean).toBeCloseTo(1_200, -1)
    expect(estimate(steady, soon(nine + 900), 1).mean).toBeCloseTo(600, -1)
    const first = { ...soon(nine + 300), for: { service: 'a', priority: true } }
    expect(estimate(steady, first, 1).mean).toBeCloseTo(600, -1)
    // It keeps nobody from a counter that is free now.
    const free = busy({ state: 'free', service: null })
    expect(estimate(steady, { ...soon(nine + 1), counters: [free] }, 1).mean).toBe(0)
  })

  test('a counter’s pace of today multiplies its visits, the one that goes on too', () => {
    const steady = patient(constant(600))
    const at = (pace: number, since = nine) =>
      present({ counters: [busy({ pace, since })], waiting: line(1) })
    expect(estimate(steady, at(1), 1).mean).toBeCloseTo(1_200, -1)
    expect(estimate(steady, at(1.5), 1).mean).toBeCloseTo(1_800, -1)
    expect(estimate(steady, at(0.5, nine - 150), 1).mean).toBeCloseTo(450, -1)
  })

  test('the runs draw durations whose mean is the one measured, however long their tail', () => {
    const { table, mean } = patient(
      learnVisits(emptyModel, measured(exponentials(480, 1_200))),
    ).durations.get('a')!
    let sum = 0
    const draws = 64_000
    for (let k = 0; k < draws; k += 1) sum += durationAt(table, (k + 0.5) / draws)
    expect(sum / draws / mean).toBeCloseTo(1, 4)
  })

  test('a counter that is busy nobody knows with what is still counted', () => {
    const unknown = estimate(model, present({ counters: [busy({ service: null })] }), 1).mean
    expect(unknown / estimate(model, present({ counters: [busy()] }), 1).mean).toBeCloseTo(1, 1)
  })
})

describe('what is measured teaches', () => {
  const model = patient(learnVisits(emptyModel, measured(exponentials(480, 400))))

  test('waits that are always half as long again are foreseen so, and the P90 covers nine in ten', () => {
    const random = chance(5)
    let taught = model
    let within = 0
    for (let k = 0; k < 600; k += 1) {
      const asked = present({ waiting: line(Math.floor(random.between(1, 14))) })
      const { basis } = estimate(taught, asked, k)
      const waited = basis.simulated * 60 * 1.5 * random.between(0.7, 1.3)
      if (k >= 300 && waited <= basis.p90) within += 1
      taught = learnWait(taught, basis, waited)
    }
    const before = estimate(model, present({ waiting: line(8) }), 3).mean
    expect(estimate(taught, present({ waiting: line(8) }), 3).mean / before).toBeCloseTo(1.5, 1)
    expect(within / 300).toBeGreaterThan(0.87)
    expect(within / 300).toBeLessThan(0.96)
  })

  test('the coverage of the P90 is counted by service', () => {
    const { basis } = estimate(model, present({ waiting: line(3) }), 1)
    const taught = learnWait(learnWait(model, basis, basis.p90 - 1), basis, basis.p90 + 1)
    expect(taught.coverage.get('a')).toEqual({ announced: 2, within: 1 })
    expect(model.coverage.size).toBe(0)
  })

  test('a visit that can’t be true teaches nothing', () => {
    const visits = measured([-60, 60 * 3600])
    expect(learnVisits(model, visits)).toBe(model)
  })
})

describe('a history told in any order', () => {
  const row = (arrived: number) => ({ service: 'a', arrived, started: arrived + 60, ended: arrived + 300 })
  const day = (shift: number) => Array.from({ length: 30 }, (_, k) => row(8 * 3600 + k * 900 + shift))
  const [first, second, third] = [day(0), day(7), day(11)] as const

  test.each([
    ['oldest day first', [...first, ...second, ...third]],
    ['latest day first', [...third, ...second, ...first]],
    ['all backwards', [...first, ...second, ...third].toReversed()],
    ['latest day first, each backwards', [...[...third].toReversed(), ...[...second].toReversed()]],
  ])('%s: the days are told apart', (_, rows) => {
    const days = daysOf(rows)
    expect(days).toHaveLength(rows.length / 30)
    for (const one of days) expect([first, second, third]).toContainEqual(one)
  })

  test('the present morning alone is a day', () => {
    expect(daysOf([...first, ...second.slice(0, 4)])).toEqual([first, second.slice(0, 4)])
    expect(daysOf([])).toEqual([])
  })
})

describe('a past day seen again', () => {
  const visit = (arrived: number, started: number, ended: number): Visit => ({
    day: 0,
    service: 'a',
    arrived,
    started,
    ended,
  })

  test('who overtook somebody of the same service had a priority; who found nobody waiting, nobody knows', () => {
    const told = withPriorities([
      visit(0, 0, 500),
      visit(10, 900, 1_000),
      visit(20, 500, 900),
      visit(30, 1_000, 1_100),
    ])
    expect(told.map(({ priority }) => priority)).toEqual([undefined, undefined, true, false])
  })

  test('an arrival finds those who waited and those who were received then', () => {
    const roster = [
      { services: ['a'], breaks: [[2_000, 3_000] as const] },
      { services: ['b'], breaks: [] },
    ]
    const replayed = replayDay([visit(0, 0, 500), visit(100, 500, 900), visit(200, 900, 1_000)], roster)
    expect(replayed.map(({ waited }) => waited)).toEqual([0, 400, 700])
    expect(replayed[2]?.present).toMatchObject({
      now: 200,
      counters: [{ state: 'busy', since: 0, service: 'a' }, { state: 'free' }],
      waiting: [{ service: 'a', since: 100, priority: false }],
    })
  })
})

test('the generator is even, and two neighbouring seeds differ', () => {
  const next = seededChance(0)
  const draws = Array.from({ length: 4_000 }, () => next())
  expect(draws.reduce((sum, one) => sum + one, 0) / draws.length).toBeCloseTo(0.5, 1)
  expect(draws.every((one) => one >= 0 && one < 1)).toBe(true)
  expect(seededChance(1)()).not.toBe(seededChance(2)())
})
