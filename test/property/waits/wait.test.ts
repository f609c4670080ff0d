import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { estimate } from '../../../shared/domain/waits/estimate.ts'
import { daysOf } from '../../../shared/domain/waits/question.ts'
import {
  emptyModel,
  learnOutcomes,
  learnVisits,
  learnWait,
  type Model,
} from '../../../shared/domain/waits/model.ts'
import type { Estimate } from '../../../shared/domain/waits/present.ts'
import { estimateService } from '../../../shared/domain/waits/service.ts'

const name = fc.constantFrom('a', 'b', 'c', 'd')
const instant = fc.double({ min: -86_400, max: 172_800, noNaN: true })
const length = fc.double({ min: 0, max: 40_000, noNaN: true })
const row = fc.tuple(name, instant, length, length).map(([service, arrived, wait, visit]) => ({
  service,
  arrived,
  started: arrived + wait,
  ended: arrived + wait + visit,
}))
const counter = fc.record({
  services: fc.array(name, { maxLength: 4 }),
  state: fc.constantFrom('free', 'busy', 'paused'),
  since: instant,
  service: fc.option(name),
  ticket: fc.option(fc.constantFrom('1', '2', '3')),
  resumesAt: fc.option(instant),
  breaks: fc.array(
    fc.tuple(instant, length).map(([from, lasts]): [number, number] => [from, from + lasts]),
    { maxLength: 3 },
  ),
  pace: fc.double({ min: 0.5, max: 2, noNaN: true }),
})
const waiting = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  service: name,
  since: instant,
  priority: fc.boolean(),
})
/** Any question whatever, however absurd: what the types allow. */
const question = fc.record({
  now: instant,
  closesAt: instant,
  counters: fc.array(counter, { maxLength: 7 }),
  waiting: fc.array(waiting, { maxLength: 40 }),
  expected: fc.array(fc.record({ service: name, at: instant }), { maxLength: 3 }),
  for: fc.record({ service: name, priority: fc.boolean() }),
  history: fc.array(row, { maxLength: 80 }),
})

function expectSound({ mean, p50, p90, sureBeforeClosing }: Estimate): void {
  for (const value of [mean, p50, p90, sureBeforeClosing]) {
    expect(Number.isFinite(value)).toBe(true)
    expect(value).toBeGreaterThanOrEqual(0)
  }
  expect(p50).toBeLessThanOrEqual(p90)
  expect(sureBeforeClosing).toBeLessThanOrEqual(1)
}

describe('whatever is asked and learnt', () => {
  property.prop([fc.array(question, { minLength: 1, maxLength: 6 }), fc.array(length, { maxLength: 6 })])(
    'the answers are finite, P50 is not beyond P90, and sure is a probability',
    (questions, waits) => {
      const service = estimateService()
      for (const [k, asked] of questions.entries()) {
        expectSound(service.ask(asked))
        const waited = waits[k]
        if (waited !== undefined)
          service.observe({
            service: asked.for.service,
            arrived: asked.now,
            waited,
            announced90: 600,
            asked: null,
          })
      }
    },
  )

  property.prop([question, fc.integer(), fc.array(fc.tuple(fc.integer(), length), { maxLength: 60 })])(
    'the same model, present and seed give the same answer, and asking changes nothing',
    (asked, seed, taught) => {
      let model: Model = learnVisits(
        emptyModel,
        asked.history.map((one) => ({ ...one, day: 0 })),
      )
      for (const [other, waited] of taught)
        model = learnWait(model, estimate(model, asked, other).basis, waited)
      const before = structuredClone(model)
      const answer = estimate(model, asked, seed)
      expectSound(answer)
      expect(estimate(model, asked, seed)).toEqual(answer)
      expect(model).toEqual(before)
    },
  )

  property.prop([fc.array(row, { maxLength: 60 })])(
    'a history loses no row and gains none when cut into days',
    (rows) => {
      const order = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
      expect(daysOf(rows).flat().toSorted(order)).toEqual(rows.toSorted(order))
    },
  )
})

describe('more people before, more wait', () => {
  const nine = 9 * 3600
  const visits = (seconds: number, spread: number) =>
    Array.from({ length: 300 }, (_, k) => {
      const arrived = 8 * 3600 + k * 60
      return {
        day: k % 5,
        service: 'a',
        arrived,
        started: arrived,
        ended: arrived + seconds * (1 + spread * Math.sin(k)),
      }
    })

  property.prop([
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 0, max: 25 }),
    fc.integer({ min: 1, max: 10 }),
    fc.integer({ min: 120, max: 1_200 }),
    fc.double({ min: 0, max: 0.9, noNaN: true }),
  ])('on the average of twenty seeds', (counters, ahead, more, seconds, spread) => {
    const model = learnOutcomes(learnVisits(emptyModel, visits(seconds, spread)), [
      { kind: 'called', waited: 1e9, weight: 1 },
    ])
    const average = (people: number): number => {
      let sum = 0
      for (let seed = 1; seed <= 20; seed += 1)
        sum += estimate(
          model,
          {
            now: nine,
            closesAt: nine + 8 * 3600,
            counters: Array.from({ length: counters }, (_, k) => ({
              services: ['a'],
              state: 'busy' as const,
              since: nine - 30 * k,
              service: 'a',
              resumesAt: null,
              breaks: [],
            })),
            waiting: Array.from({ length: people }, (_, k) => ({
              service: 'a',
              since: nine - 10 * k,
              priority: false,
            })),
            for: { service: 'a', priority: false },
          },
          seed,
        ).mean
      return sum / 20
    }
    expect(average(ahead + more)).toBeGreaterThan(average(ahead))
  })
})
