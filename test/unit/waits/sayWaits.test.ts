import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
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

test('the waits are made once the door is open, before the first act asks for them', async () => {
  const { waits, looks, changes } = waitsOf(() => emptyOffice)
  expect(looks()).toBe(0)
  waits.opened()
  expect(looks()).toBe(0)
  await setImmediate()
  expect([looks(), changes()]).toEqual([1, 1])
  waits.current()
  expect(looks()).toBe(1)
})

test('waits that were asked for before the door was open are not made again', async () => {
  const { waits, looks } = waitsOf(() => emptyOffice)
  waits.current()
  waits.opened()
  await setImmediate()
  expect(looks()).toBe(1)
})

test('an estimate that fails stops no act: whoever asks has no wait, and the fault is told once', () => {
  const { waits, faults } = waitsOf(() => {
    throw new Error('no estimate')
  })
  expect([waits.current(), waits.current()]).toEqual([noWaits, noWaits])
  expect(faults).toEqual([new Error('no estimate')])
})
