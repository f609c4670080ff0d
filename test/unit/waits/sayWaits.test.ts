import { expect, onTestFinished, test, vi } from 'vitest'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { emptyOffice, type Office } from '../../../shared/domain/state.ts'
import { emptyModel } from '../../../shared/domain/waits/model.ts'
import { noWaits } from '../../../shared/domain/waits/now.ts'
import { startWaitsLoop } from '../../../electron/host/waits/now.ts'

/** The waits of an office, and how often it was looked at for them. */
function waitsOf(look: () => Office) {
  const faults: unknown[] = []
  let looks = 0
  let changes = 0
  const waits = startWaitsLoop({
    office: () => {
      looks++
      return look()
    },
    model: () => emptyModel,
    now: () => 1_772_530_920_000 as Instant,
    onChange: () => changes++,
    onFault: (error) => faults.push(error),
  })
  onTestFinished(waits.stop)
  return { waits, faults, looks: () => looks, changes: () => changes }
}

/** An event that no wait is made at once for. */
const stored = { event: { type: 'ticketTaken' } } as Recorded

test('the waits are made once the pages that waited for the door are answered, before the first act asks for them', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { waits, looks, changes } = waitsOf(() => emptyOffice)
  waits.opened()
  vi.advanceTimersByTime(200)
  expect(looks()).toBe(0)
  vi.advanceTimersByTime(100)
  expect([looks(), changes()]).toEqual([1, 1])
  waits.current()
  expect(looks()).toBe(1)
})

test('waits that were asked for before the door was open are not made again', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { waits, looks } = waitsOf(() => emptyOffice)
  waits.current()
  waits.opened()
  vi.advanceTimersByTime(300)
  expect(looks()).toBe(1)
})

test('an estimate that fails stops no act: whoever asks has no wait, and the fault is told once', () => {
  const { waits, faults } = waitsOf(() => {
    throw new Error('no estimate')
  })
  expect([waits.current(), waits.current()]).toEqual([noWaits, noWaits])
  expect(faults).toEqual([new Error('no estimate')])
})

test('the waits are made between two acts that leave each other a pause; a second later where none does', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { waits, looks } = waitsOf(() => emptyOffice)
  waits.current()
  /** An act every ten milliseconds. */
  const actFor = (milliseconds: number) => {
    for (let time = 0; time < milliseconds; time += 10) {
      waits.committed({ stored: [stored] })
      vi.advanceTimersByTime(10)
    }
  }
  actFor(990)
  expect(looks()).toBe(1)
  actFor(20)
  expect(looks()).toBe(2)
  actFor(600)
  expect(looks()).toBe(2)
  vi.advanceTimersByTime(20)
  expect(looks()).toBe(3)
  // A single act doesn't wait for more than it did.
  vi.advanceTimersByTime(600)
  waits.committed({ stored: [stored] })
  vi.advanceTimersByTime(20)
  expect(looks()).toBe(4)
})
