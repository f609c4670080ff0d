import { expect, test } from 'vitest'
import { startTurns } from '../../../electron/host/core/turns.ts'

test('work that holds the thread is done one after another, and other work in between', async () => {
  const inTurn = startTurns()
  const done: string[] = []
  const held = (name: string) => () => {
    const until = performance.now() + 20
    while (performance.now() < until);
    done.push(name)
    return Promise.resolve(name)
  }
  const all = Promise.all([inTurn(held('first')), inTurn(held('second'))])
  // What waits on the event loop itself passes between the two, however many turns of it that takes.
  void (async () => {
    while (done.length === 0) await new Promise(setImmediate)
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
    done.push('an act')
  })()
  expect(await all).toEqual(['first', 'second'])
  expect(done).toEqual(['first', 'an act', 'second'])
})

test('work that can wait leaves the thread to acts for as long as they follow each other, and goes on in the end', async () => {
  let actedAt = performance.now()
  const inTurn = startTurns(() => actedAt)
  const began = performance.now()
  const acting = setInterval(() => {
    actedAt = performance.now()
    if (actedAt - began > 100) clearInterval(acting)
  }, 5)
  await inTurn(() => Promise.resolve())
  await inTurn(() => Promise.resolve())
  expect(performance.now() - began).toBeGreaterThan(100)
  // Acts that never stop delay it for a while only.
  const busy = startTurns(() => performance.now())
  await busy(() => Promise.resolve())
  const since = performance.now()
  expect(await busy(() => Promise.resolve('done'))).toBe('done')
  expect(performance.now() - since, 'one act in hundreds meets it').toBeGreaterThan(900)
})

test('an act that fails stops no act after it', async () => {
  const inTurn = startTurns()
  await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await inTurn(() => Promise.resolve('yes'))).toBe('yes')
})
