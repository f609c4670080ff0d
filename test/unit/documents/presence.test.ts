import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startPresence, type Cut } from '../../../electron/host/network/presence.ts'
import type { Instant, StationId } from '../../../shared/contract/ids.ts'

const browser = 'navigateur' as StationId
const day = 86_400_000

let offset: number
const presence = () =>
  startPresence({
    now: () => (Date.now() + offset) as Instant,
    seen: new Map(),
    keep: () => {},
    known: () => true,
    onChange: () => {},
  })
beforeEach(() => {
  offset = 0
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => void vi.useRealTimers())

test('a station lent until an hour is cut at that hour, and not before; one that left is not', () => {
  const here = presence()
  const cut = vi.fn<Cut>()
  const gone = vi.fn<Cut>()
  here.enter(browser, cut, (40 * day) as Instant)
  here.enter(browser, gone, (40 * day) as Instant)!()
  const lasting = vi.fn<Cut>()
  here.enter(browser, lasting, null)
  vi.advanceTimersByTime(40 * day - 1)
  expect(cut).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(cut.mock.calls).toEqual([['stationExpired']])
  vi.advanceTimersByTime(day)
  expect([cut, gone, lasting].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0])
})

test('an hour that the clock jumps over is found within the hour', () => {
  const here = presence()
  const cut = vi.fn<Cut>()
  here.enter(browser, cut, (2 * day) as Instant)
  offset = 3 * day
  vi.advanceTimersByTime(3_600_000)
  expect(cut.mock.calls).toEqual([['stationExpired']])
})
