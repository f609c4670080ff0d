import { describe, expect, test } from 'vitest'
import { follower } from '../../../shared/domain/waits/follow.ts'
import { emptyModel, type Outcome } from '../../../shared/domain/waits/model.ts'
import type { Question } from '../../../shared/domain/waits/question.ts'

const nine = 9 * 3600
type Counter = Question['counters'][number]
const counter = (over: Partial<Counter> = {}): Counter => ({
  services: ['a'],
  state: 'free',
  since: nine,
  service: null,
  ticket: null,
  resumesAt: null,
  breaks: [],
  ...over,
})
const question = (now: number, waiting: readonly string[], counters: readonly Counter[]): Question => ({
  now,
  closesAt: nine + 8 * 3600,
  counters,
  waiting: waiting.map((id) => ({ id, service: 'a', since: arrivalOf(id), priority: false })),
  for: { service: 'a', priority: false },
  history: [],
})
const arrivalOf = (id: string) => nine + Number(id)

/** Each of these people waits, then is at the counter, and then nowhere: `told` says when their visit is. */
function followed(people: number, told: (id: string, now: number) => boolean) {
  const follow = follower()
  const outcomes: Outcome[] = []
  let now = nine + 1_000
  const ask = (waiting: readonly string[], at: Counter) => {
    now += 60
    const startedAt = (_: string, arrived: number) => {
      const id = String(arrived - nine)
      return told(id, now) ? now - 60 : undefined
    }
    outcomes.push(...follow.next(question(now, waiting, [at]), startedAt, emptyModel).outcomes)
  }
  for (let person = 1; person <= people; person++) {
    const id = String(person)
    ask([id], counter())
    ask([], counter({ state: 'busy', since: now + 30, service: 'a', ticket: id }))
    ask([], counter())
  }
  ask([], counter())
  return outcomes
}

describe('who is neither here nor told of any more', () => {
  test('was absent, at once, where visits are told as soon as they end', () => {
    const came = (id: string) => id !== '30'
    expect(followed(30, came).at(-1)).toMatchObject({ kind: 'absent' })
    // Nothing is said before enough visits were told so.
    expect(followed(8, (id) => id !== '8').some(({ kind }) => kind === 'absent')).toBe(false)
  })

  test('may have been received, where visits are told later', () => {
    const told = new Map<string, number>()
    const later = (id: string, now: number) => {
      const first = told.get(id) ?? now
      told.set(id, first)
      return now - first > 240
    }
    const outcomes = followed(30, later)
    expect(outcomes.some(({ kind }) => kind === 'called')).toBe(true)
    expect(outcomes.some(({ kind }) => kind === 'absent')).toBe(false)
  })
})

describe('a break that begins late', () => {
  const noon = 12 * 3600
  const seen = (since: number, resumesAt: number) => {
    const follow = follower()
    const breaks = [[noon, noon + 1_800] as const]
    const sum = { kept: 0, cut: 0 }
    for (let at = 0; at < 14; at++) {
      const { breaks: found } = follow.next(
        question(noon + 1_000 + at, [], [counter({ state: 'paused', since, resumesAt, breaks })]),
        () => undefined,
        emptyModel,
      )
      sum.kept += found.kept
      sum.cut += found.cut
    }
    return sum
  }

  test('keeps its length, or ends at its hour; seen once however often it is told', () => {
    expect(seen(noon + 600, noon + 2_400)).toEqual({ kept: 1, cut: 0 })
    expect(seen(noon + 600, noon + 1_800)).toEqual({ kept: 0, cut: 1 })
  })

  test('begun at its hour, or of another length, it tells nothing', () => {
    expect(seen(noon, noon + 1_800)).toEqual({ kept: 0, cut: 0 })
    expect(seen(noon + 600, noon + 1_200)).toEqual({ kept: 0, cut: 0 })
  })
})
