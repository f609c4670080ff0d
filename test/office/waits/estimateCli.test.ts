import { describe, expect, test } from 'vitest'
import { chance } from '../../fixtures/offices/chance.ts'
import { playDay, type Row } from '../../fixtures/offices/day.ts'
import { publishedOffice } from '../../fixtures/offices/kinds.ts'
import { startCommand } from '../../fixtures/answeringCommand.ts'
import { night } from '../../fixtures/night.ts'

const nine = 9 * 3600
const question = (over: object = {}) => ({
  now: nine,
  closesAt: nine + 3 * 3600,
  counters: [
    {
      services: ['a'],
      state: 'busy',
      since: nine - 120,
      service: null,
      ticket: null,
      resumesAt: null,
      breaks: [],
    },
  ],
  waiting: [{ id: 'x', service: 'a', since: nine - 60, priority: false }],
  for: { service: 'a', priority: false },
  history: [],
  ...over,
})
const answered = {
  mean: expect.any(Number),
  p50: expect.any(Number),
  p90: expect.any(Number),
  sureBeforeClosing: expect.any(Number),
}

describe('guichet estimate', () => {
  test('answers each line by one line, in order, before the next is asked', async () => {
    const cli = startCommand('estimate')
    for (let ahead = 0; ahead < 5; ahead += 1) {
      const waiting = Array.from({ length: ahead }, (_, k) => ({
        id: `${k}`,
        service: 'a',
        since: nine - k,
        priority: false,
      }))
      expect(await cli.ask(question({ waiting }))).toMatchObject({ ...answered, mean: (ahead + 1) * 600 })
    }
    expect(await cli.end()).toEqual({ code: 0, more: false })
  })

  test('lines that come together, in pieces, or without a last line feed are answered all the same', async () => {
    const cli = startCommand('estimate')
    const text = JSON.stringify(question({ for: { service: 'é', priority: false } }))
    cli.write(`${text}\r\n${text}\n{"obs`)
    expect([await cli.read(), await cli.read()]).toEqual([answered, answered])
    cli.write('erved":{"service":"a","arrived":1,"estimate":12,"waited":30,"state":null}}\n')
    expect(await cli.read()).toEqual({ ok: true })
    cli.write(text)
    expect(await cli.end()).toEqual({ code: 0, more: true })
  })

  test('a counter that opens later is no counter until then', async () => {
    const cli = startCommand('estimate')
    const opening = (since: number) =>
      question({ waiting: [], counters: [{ ...question().counters[0], state: 'free', since }] })
    expect(await cli.ask(opening(nine))).toMatchObject({ mean: 0 })
    expect((await cli.ask(opening(nine + 900)))['mean']).toBeGreaterThanOrEqual(900)
    expect(await cli.end()).toEqual({ code: 0, more: false })
  })

  test('two offices asked about in turn know nothing of each other', async () => {
    const cli = startCommand('estimate')
    const visits = (seconds: number) =>
      Array.from({ length: 60 }, (_, k) => {
        const arrived = 8 * 3600 + k * 50
        return { service: 'a', arrived, started: arrived, ended: arrived + seconds + (k % 9) }
      })
    const [quick, slow] = [question({ history: visits(120) }), question({ history: visits(1_200) })]
    for (let k = 0; k < 3; k += 1) {
      expect((await cli.ask(quick))['mean']).toBeLessThan(300)
      expect((await cli.ask(slow))['mean']).toBeGreaterThan(1_500)
    }
    expect(await cli.end()).toEqual({ code: 0, more: false })
  })

  test('a bad line gets a French sentence, and the next is answered', async () => {
    const cli = startCommand('estimate')
    const [counter] = question().counters
    for (const [bad, said] of [
      ['', 'Cette ligne est vide'],
      ['   ', 'Cette ligne est vide'],
      ['{"now":', 'n’est pas du JSON'],
      ['[]', 'La question n’a pas la forme attendue (un objet)'],
      ['null', 'La question n’a pas la forme attendue (un objet)'],
      [question({ now: undefined }), '« now » manque'],
      [question({ history: undefined }), '« history » manque'],
      [question({ now: '9 h' }), '« now » n’a pas la forme attendue (un nombre)'],
      [JSON.stringify(question()).replace('"now":32400', '"now":1e999'), '« now »'],
      [question({ closesAt: 1e12 }), '« closesAt » a une valeur hors de ce qui est possible'],
      [
        question({ counters: [{ ...counter, state: 'asleep' }] }),
        '« counters[0].state » a une valeur inattendue',
      ],
      [question({ counters: [{ ...counter, since: nine + 900 }] }), 'depuis un instant à venir'],
      [question({ counters: [{ ...counter, breaks: [[nine, nine - 1]] }] }), '« counters[0].breaks[0] »'],
      [question({ waiting: [{ id: 'x', service: 'a', since: nine }] }), '« waiting[0].priority » manque'],
      [question({ for: { priority: false } }), '« for.service » manque'],
      [question({ history: [{ service: 'a', arrived: 9, started: 5, ended: 7 }] }), '« history[0] »'],
      [{ observed: { service: 'a', arrived: 1, waited: -4 } }, '« observed.waited »'],
      [{ observed: 3 }, '« observed » n’a pas la forme attendue (un objet)'],
    ] as const) {
      const answer = await cli.ask(bad)
      expect(answer).toEqual({ error: expect.stringContaining(said) as string })
    }
    expect(await cli.ask(question())).toEqual(answered)
    expect(await cli.end()).toEqual({ code: 0, more: false })
  })

  test('a long history is learnt, latest day first or last; what follows answers promptly', async () => {
    const random = chance(40)
    const office = publishedOffice()
    const days = Array.from({ length: 6 }, () => playDay(office, random).rows)
    const { arrivals, rows } = playDay(office, random)
    const orders: readonly ((known: readonly Row[]) => readonly Row[])[] = [
      (known) => [...days.flat(), ...known],
      (known) => [...[...known].toReversed(), ...days.toReversed().flatMap((day) => day.toReversed())],
      (known) => [...known, ...days.toReversed().flat()],
    ]
    const means: number[] = []
    for (const order of night ? orders : orders.slice(0, 2)) {
      const cli = startCommand('estimate')
      const asked = arrivals.slice(0, 120)
      let sum = 0
      let error = 0
      let people = 0
      for (const { state, known, waited } of asked) {
        const { mean } = (await cli.ask({ ...state, history: order(rows.slice(0, known)) })) as {
          mean: number
        }
        sum += mean
        if (waited === null || state.for.priority) continue
        people += 1
        error += Math.abs(waited - mean)
      }
      means.push(sum / asked.length)
      expect(error / people).toBeLessThan(5 * 60)
      expect(await cli.end()).toEqual({ code: 0, more: false })
    }
    // The order in which the history is told is no knowledge.
    for (const mean of means) expect(mean / means[0]!).toBeCloseTo(1, 1)
  })

  test('observed waits teach: what is always twice as long is announced so', async () => {
    const cli = startCommand('estimate')
    const history = Array.from({ length: 60 }, (_, k) => {
      const arrived = 8 * 3600 + k * 60
      return { service: 'a', arrived, started: arrived, ended: arrived + 300 + (k % 7) * 10 }
    })
    const at = (k: number) => {
      const { counters, waiting } = question()
      const later = <T extends { since: number }>(all: readonly T[]): T[] =>
        all.map((one) => ({ ...one, since: one.since + k }))
      return question({ now: nine + k, history, counters: later(counters), waiting: later(waiting) })
    }
    const before = (await cli.ask(at(0)))['mean'] as number
    for (let k = 1; k <= 200; k += 1) {
      const estimate = await cli.ask(at(k))
      const observed = {
        service: 'a',
        arrived: nine + k,
        estimate,
        waited: 2 * before,
        state: { now: nine + k },
      }
      expect(await cli.ask({ observed })).toEqual({ ok: true })
    }
    const after = (await cli.ask(at(201)))['mean'] as number
    expect(after / before).toBeGreaterThan(1.8)
    expect(after / before).toBeLessThan(2.2)
    expect(await cli.end()).toEqual({ code: 0, more: false })
  })

  test('an argument is not understood', async () => {
    expect(await startCommand('estimate', 'x').left).toBe(2)
  })
})
