import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { giveBackAfterStart } from '../../../electron/host/core/givingBack.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('what a start left in memory and nobody holds is gone once it has settled, and not while it still works', async () => {
  const left = await (async () => new WeakRef({ read: 'once' }))()
  // What a reference names lives until its turn of the loop ends.
  const turn = () => new Promise(setImmediate)
  giveBackAfterStart()
  await turn()
  vi.advanceTimersByTime(3_900)
  expect(left.deref()).toBeDefined()
  await turn()
  vi.advanceTimersByTime(200)
  await turn()
  expect(left.deref()).toBeUndefined()
  // The call is this one's alone.
  expect('gc' in globalThis).toBe(false)
})
