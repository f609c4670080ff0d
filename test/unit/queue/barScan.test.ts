import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readScans } from '../../../renderer/bar/scan.ts'

// What the bar takes for a scanner's; that its keys act when a hand presses them is tried in electron/barDay.spec.ts.

let hear: (event: object) => void
let stop: () => void
let codes: string[]
let hands: string[]
/** Milliseconds by which the page's clock is ahead of its timers: it was busy. */
let busy: number

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  codes = []
  hands = []
  busy = 0
  vi.spyOn(performance, 'now').mockImplementation(() => busy)
  vi.stubGlobal('HTMLElement', class {})
  vi.stubGlobal(
    'KeyboardEvent',
    class {
      readonly key: string
      constructor(_type: string, { key }: { readonly key: string }) {
        this.key = key
      }
    },
  )
  vi.stubGlobal('window', {
    addEventListener: (_type: string, listener: typeof hear) => (hear = listener),
    removeEventListener: () => {},
  })
  stop = readScans((code) => codes.push(code))
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A key of the keyboard, heard now; struck when its time says (milliseconds). */
function press(key: string, timeStamp = 0): void {
  const target = { dispatchEvent: (typed: { readonly key: string }) => hands.push(typed.key) }
  const quiet = { preventDefault: () => {}, stopImmediatePropagation: () => {} }
  hear({ key, timeStamp, target, isTrusted: true, ...quiet })
}
const wait = (milliseconds: number) => vi.advanceTimersByTime(milliseconds)

test('a code that a scanner types is one code, its figures and its end are no hand’s', () => {
  for (const key of [...'1K2M7QX4ZT', 'Enter']) {
    press(key)
    wait(8)
  }
  wait(1_000)
  expect([codes, hands]).toEqual([['1K2M7QX4ZT'], []])
})

test('a key alone is a hand’s, a moment later', () => {
  press('1')
  wait(79)
  expect(hands).toEqual([])
  wait(1)
  expect([codes, hands]).toEqual([[], ['1']])
})

test('a page that was busy hears first what was typed meanwhile: its first figure is of the code', () => {
  press('1')
  // The page's timer is late: what came behind it is heard after it.
  busy = 200
  wait(80)
  for (const key of [...'K2M7QX4ZT', 'Enter']) press(key)
  wait(1_000)
  expect([codes, hands]).toEqual([['1K2M7QX4ZT'], []])
})

test('two keys of a hand both act, though the page was busy between them', () => {
  press('1')
  busy = 200
  wait(80)
  press('2', 150)
  wait(1_000)
  expect([codes, hands]).toEqual([[], ['1', '2']])
})

test('a figure acts before the function key that follows it', () => {
  press('1')
  press('F10', 40)
  expect([codes, hands]).toEqual([[], ['1']])
})
