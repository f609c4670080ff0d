import { expect, test } from 'vitest'
import { keptApart, type KeptOptions } from '../../../electron/host/core/keptApart.ts'

const pieces = new URL('../../../electron/host/core/pieces.ts', import.meta.url).href

/** A thread's program, from what it makes of an `order`: pieces. `starts` tells one thread from another. */
const program = (work: string, ready = '') =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, threadId } from 'node:worker_threads'
import { answerByPieces } from '${pieces}'
${ready}
answerByPieces(parentPort, (order) => { ${work} })`)}`,
  )
const start = (more: Pick<KeptOptions, 'program'> & Partial<KeptOptions>) => {
  const leaving = new AbortController()
  const kept = keptApart<unknown, unknown>({ megabytes: 64, idle: 60_000, leaving: leaving.signal, ...more })
  return { ...kept, leave: () => leaving.abort() }
}
const minute = 60_000

test('what is done in a kept thread comes by pieces, in their order, and the loop turns between two', async () => {
  const { ask, leave } = start({ program: program('return [1, 2, 3].map((each) => each * order)') })
  let turns = 0
  const turning = () => {
    turns++
    turn = setImmediate(turning)
  }
  let turn = setImmediate(turning)
  expect(await ask(2, minute)).toEqual({ done: [2, 4, 6] })
  clearImmediate(turn)
  expect(turns).toBeGreaterThanOrEqual(3)
  expect(await ask(1, minute)).toEqual({ done: [1, 2, 3] })
  leave()
})

test('one thread serves the orders that follow, until it has had none for its time', async () => {
  const { ask, leave } = start({ program: program('return [threadId]') })
  const first = await ask(null, minute)
  expect(await ask(null, minute)).toEqual(first)
  leave()
  const brief = start({ program: program('return [threadId]'), idle: 0 })
  const before = await brief.ask(null, minute)
  await new Promise((done) => setTimeout(done, 5))
  expect(await brief.ask(null, minute)).not.toEqual(before)
  brief.leave()
})

test('past its time or its memory it is stopped, and the next order has a thread of its own', async () => {
  const { ask, leave } = start({
    program: program(
      'if (order === "long") for (;;); const all = []; while (order === "large") all.push({ at: all.length }); return [order]',
    ),
    megabytes: 16,
  })
  expect(await ask('long', 100)).toEqual({ stopped: 'time' })
  expect(await ask('large', minute)).toEqual({ stopped: 'memory' })
  expect(await ask('small', minute)).toEqual({ done: ['small'] })
  leave()
})

test('when the host leaves, it is stopped, and starts no more', async () => {
  const { ask, leave } = start({ program: program('for (;;);') })
  const under = ask(null, minute)
  leave()
  expect(await under).toEqual({ stopped: 'leaving' })
  expect(await ask(null, minute)).toEqual({ stopped: 'leaving' })
})

test('a program that falls says why', async () => {
  const { ask, leave } = start({ program: program('throw new Error("fallen")') })
  await expect(ask(null, minute)).rejects.toThrow('fallen')
  leave()
})
