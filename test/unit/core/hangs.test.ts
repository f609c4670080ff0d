import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endWhenHung } from '../../../electron/windows/hangs.ts'

// When a page is taken for hung; that it then comes back is tried in the application itself (electron/hung.spec.ts).

/** A window whose page answers when the test says. */
function window(isPublic: boolean) {
  const state = { answers: true, focused: true, tools: false, crashed: false }
  const seen = { asked: 0, ended: 0, logged: [] as unknown[] }
  const waiting: (() => void)[] = []
  let closed = () => {}
  const contents = {
    isDevToolsOpened: () => state.tools,
    isCrashed: () => state.crashed,
    forcefullyCrashRenderer: () => (seen.ended += 1),
    mainFrame: {
      executeJavaScript: () => {
        seen.asked += 1
        return state.answers ? Promise.resolve(0) : new Promise<void>((answer) => waiting.push(answer))
      },
    },
  }
  const on = (_what: 'closed', then: () => void) => (closed = then)
  const made = { webContents: contents, isFocused: () => state.focused, on } as unknown as BrowserWindow
  const log = {
    info: (what: string, facts?: object) => seen.logged.push({ what, ...facts }),
    fault: () => {},
  }
  endWhenHung(
    made,
    log,
    () => 'display',
    () => isPublic,
  )
  return { state, seen, close: () => closed(), answer: () => waiting.splice(0).forEach((one) => one()) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

test('a page is ended once five questions in a row had no answer, and asked again afterwards', async () => {
  const { state, seen } = window(true)
  await seconds(60)
  state.answers = false
  await seconds(15)
  expect(seen.ended).toBe(0)
  await seconds(3)
  expect([seen.ended, seen.logged]).toEqual([1, [{ what: 'pageHung', page: 'display' }]])
  await seconds(18)
  expect(seen.ended).toBe(2)
})

test('a page that works for long and answers late is left to it', async () => {
  const { state, seen, answer } = window(true)
  state.answers = false
  for (let time = 0; time < 10; time++) {
    await seconds(14)
    answer()
  }
  expect(seen.ended).toBe(0)
})

test('an agent’s page that is not before them is not asked: it may wait for its own dialog', async () => {
  const { state, seen } = window(false)
  state.answers = false
  state.focused = false
  await seconds(300)
  expect([seen.asked, seen.ended]).toEqual([0, 0])
  state.focused = true
  await seconds(18)
  expect(seen.ended).toBe(1)
})

test('one that crashed already, one stopped in Chromium’s tools, a window that was closed are left', async () => {
  for (const what of ['crashed', 'tools'] as const) {
    const { state, seen } = window(true)
    state.answers = false
    state[what] = true
    await seconds(60)
    expect(seen.ended, what).toBe(0)
  }
  const { state, seen, close } = window(true)
  state.answers = false
  close()
  await seconds(60)
  expect([seen.asked, seen.ended]).toEqual([0, 0])
})
