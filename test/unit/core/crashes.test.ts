import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCrashes } from '../../../electron/windows/crashes.ts'

// A page whose process died: the application itself shows it in electron/host.spec.ts, a kiosk by night in kioskLocked.spec.ts.

/** Crashes of one window. @param unattended whether nobody would press « Réessayer » there */
function crashesOf(unattended: boolean) {
  const seen = { reloaded: 0, givenUp: 0, said: 0, retried: 0 }
  const state = { failed: false, destroyed: false }
  const { after, forget } = createCrashes({
    log: { info: () => {}, fault: () => {} },
    failed: () => state.failed,
    giveUp: () => {
      seen.givenUp += 1
      state.failed = true
    },
    showState: () => (seen.said += 1),
    unattended: () => unattended,
    retry: () => (seen.retried += 1),
  })
  const window = {
    isDestroyed: () => state.destroyed,
    webContents: { reload: () => (seen.reloaded += 1) },
  } as unknown as BrowserWindow
  return { seen, state, forget, crash: () => after(window, 'crashed') }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('a page that crashes is loaded again after a moment; a fourth time in a minute, a sentence takes its place', async () => {
  const { seen, crash } = crashesOf(false)
  for (let time = 1; time <= 3; time++) {
    crash()
    expect(seen.reloaded, 'at once').toBe(time - 1)
    await wait(300)
    expect(seen.reloaded).toBe(time)
  }
  crash()
  await wait(300)
  expect(seen).toEqual({ reloaded: 3, givenUp: 1, said: 1, retried: 0 })
})

test('four crashes in more than a minute are four pages loaded again', async () => {
  const { seen, crash } = crashesOf(false)
  for (let time = 0; time < 4; time++) {
    crash()
    await wait(20_100)
  }
  expect(seen).toEqual({ reloaded: 4, givenUp: 0, said: 0, retried: 0 })
})

test('a screen of the public tries anew by itself after a quarter of a minute, an agent’s waits for them', async () => {
  for (const unattended of [true, false]) {
    const { seen, crash } = crashesOf(unattended)
    for (let time = 0; time < 4; time++) crash()
    await wait(14_900)
    expect(seen.retried).toBe(0)
    await wait(200)
    expect(seen.retried).toBe(unattended ? 1 : 0)
  }
})

test('once the office is there again, neither the crashes before it nor their retry count', async () => {
  const { seen, state, crash, forget } = crashesOf(true)
  for (let time = 0; time < 4; time++) crash()
  await wait(300)
  forget()
  state.failed = false
  crash()
  await wait(30_000)
  expect(seen).toMatchObject({ givenUp: 1, retried: 0, reloaded: 1 })
})

test('a window closed meanwhile is left', async () => {
  const { seen, state, crash } = crashesOf(false)
  crash()
  state.destroyed = true
  await wait(300)
  expect(seen.reloaded).toBe(0)
})
