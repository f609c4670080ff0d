import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading } from '../../../db/open.ts'
import { steadyClock } from '../../../electron/host/core/clock.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

let dir: string
beforeEach(async () => {
  dir = await newFolder()
})
afterEach(() => removeFolder(dir))

/** A clock of walls that is set by hand, and the time that passes. */
function hands(at: number) {
  const set = { wall: at, elapsed: 0, recorded: 0 }
  const clock = steadyClock(
    { now: () => set.wall as Instant },
    () => set.recorded as Instant,
    () => set.elapsed,
  )
  const pass = (milliseconds: number) => {
    set.wall += milliseconds
    set.elapsed += milliseconds
    return clock.now()
  }
  return { set, pass, clock }
}

test('set back, the hour goes on at half its speed until the wall clock has caught up, then follows it', () => {
  const { set, pass } = hands(1_000_000)
  expect(pass(0)).toBe(1_000_000)
  expect(pass(60_000)).toBe(1_060_000)
  set.wall -= 600_000
  expect(pass(0)).toBe(1_060_000)
  expect(pass(1)).toBe(1_060_000)
  expect(pass(1)).toBe(1_060_001)
  expect(pass(60_000)).toBe(1_090_001)
  // Ten minutes back are caught up in twenty.
  expect(pass(1_200_000)).toBe(set.wall)
  expect(pass(1000)).toBe(set.wall)
})

test('set forward, it follows at once; however it is set, it never goes back and never stands still', () => {
  const { set, pass } = hands(5_000_000)
  let last = pass(0)
  for (const jump of [0, 3_600_000, -7_200_000, 10, -50, 86_400_000, -86_400_000, 0, 0]) {
    set.wall += jump
    for (let step = 0; step < 50; step++) {
      const now = pass(1000)
      expect(now).toBeGreaterThanOrEqual(last + 500)
      last = now
    }
  }
})

test('after a restart it begins at the journal’s last event, whatever the wall clock says', () => {
  const { set, pass } = hands(1_000)
  set.recorded = 9_000_000
  expect(pass(0)).toBe(9_000_000)
  expect(pass(2_000)).toBe(9_001_000)
})

test('a host whose clock was set back goes on: events keep increasing, pages show no negative wait, the chain holds', async () => {
  let host = await startInside(dir, { at: '2026-03-03T10:00:00+01:00' })
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  const first = await done<{ takenAt: number }>(host, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })
  await host.stop()
  // Two hours back: before the day was opened, and the ticket taken.
  host = await startInside(dir, { at: '2026-03-03T08:00:00+01:00' })
  const second = await done<{ takenAt: number }>(host, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })
  expect(second.takenAt).toBeGreaterThanOrEqual(first.takenAt)
  // Time passes all the same: the delay before « absent » is not two hours long.
  await new Promise((resolve) => {
    setTimeout(resolve, 200)
  })
  const third = await done<{ takenAt: number }>(host, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })
  expect(third.takenAt).toBeGreaterThan(second.takenAt)
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  const shown = await done<{ current: { startedAt: number; ticket: { since: number; calledAt: number } } }>(
    host,
    'agent1',
    'queries/counter.view',
  )
  const { since, calledAt } = shown.current.ticket
  expect([since <= calledAt, calledAt <= shown.current.startedAt]).toEqual([true, true])
  const view = await post(host, 'supervisor', 'queries/supervision.view')
  expect(view.status).toBe(200)
  await host.stop()
  const db = await openForReading(dir)
  expect(verifyChain(db)).toMatchObject({ ok: true })
  const times = db.prepare('select at from events order by seq').pluck().all() as number[]
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  db.close()
})
