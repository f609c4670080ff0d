import { expect, test } from 'vitest'
import { startTurns, type Passing } from '../../../electron/host/core/turns.ts'

/** Time that passes by what is asked of it alone: each rest is noted, and what happens meanwhile is told its instant. */
function counted(meanwhile: (now: number) => void = () => {}) {
  let now = 0
  const rests: number[] = []
  const time: Passing = {
    now: () => now,
    rest: async (milliseconds) => {
      rests.push(milliseconds)
      const until = now + milliseconds
      for (; now < until; now++) meanwhile(now)
    },
  }
  /** Work that holds the thread for so long. */
  const held = (milliseconds: number) => async () => {
    now += milliseconds
  }
  return { time, rests, held }
}

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

test('acts have the thread for as long as the work held it, and no longer than who asked can wait', async () => {
  const { time, rests, held } = counted()
  const inTurn = startTurns(undefined, time)
  for (const milliseconds of [20, 90, 5000, 0]) await inTurn(held(milliseconds))
  await inTurn(held(0))
  expect(rests).toEqual([20, 90, 250, 0])
})

test('work that can wait leaves the thread to acts for as long as they follow each other, and goes on in the end', async () => {
  let actedAt = 0
  let acts = 20
  const { time, rests, held } = counted((now) => {
    if (acts > 0 && now % 5 === 0) {
      actedAt = now
      acts--
    }
  })
  const inTurn = startTurns(() => actedAt, time)
  await inTurn(held(0))
  await inTurn(held(0))
  expect(acts, 'every act passed before').toBe(0)
  expect(time.now() - actedAt, 'and then it was calm').toBe(20)
  // Acts that never stop delay it for a while only.
  const endless = counted()
  const busy = startTurns(() => endless.time.now(), endless.time)
  await busy(endless.held(0))
  await busy(endless.held(0))
  expect(endless.rests).toEqual([0, ...Array.from({ length: 50 }, () => 20)])
  expect(rests.length).toBeGreaterThan(1)
})

test('an act that fails stops no act after it', async () => {
  const inTurn = startTurns()
  await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await inTurn(() => Promise.resolve('yes'))).toBe('yes')
})
