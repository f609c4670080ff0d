import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Who } from '../../../shared/contract/events.ts'
import type { Seq } from '../../../shared/contract/ids.ts'
import { startWatches, type Watches } from '../../../electron/host/core/watches.ts'

const who = (role: string, agentId: string | null = null) =>
  ({ officeId: null, role, stationId: role, agentId }) as unknown as Who
const display = who('display')

/** An office of one number: its view is that number, unless the view is broken. */
let office: { value: number; seq: number; computed: number; broken: boolean; makes?: () => void }
let faults: string[]
let charged: string[]
/** Stations that had more than their part. */
const busy = new Set<string>()
let watches: Watches
beforeEach(() => {
  // The clock and the timers are the test's; immediates and promises are real time's.
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
      'performance',
    ],
  })
  office = { value: 1, seq: 1, computed: 0, broken: false }
  faults = []
  charged = []
  busy.clear()
  watches = startWatches(
    (_who, name) => {
      office.computed++
      office.makes?.()
      if (office.broken) throw new Error(name)
      return String(office.value)
    },
    () => office.seq as Seq,
    (name) => faults.push(name),
    { charge: (station) => charged.push(station), wait: (station) => (busy.has(station) ? 1 : 0) },
  )
})
afterEach(() => {
  watches.stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const change = (value: number) => {
  office.value = value
  office.seq++
  watches.touch()
}
const act = (value: number) => {
  office.value = value
  office.seq++
  watches.acted()
}
const watch = (by: Who = display) => {
  const seen: string[] = []
  const stop = watches.watch(by, 'display.view', {}, (text, seq) => seen.push(`${text}@${seq}`))
  return { seen, stop }
}

test('whoever watches sees the present at once', () => {
  expect(watch().seen).toEqual(['1@1'])
})

test('many changes within a frame are one delivery, of the latest', () => {
  const { seen } = watch()
  vi.advanceTimersByTime(100)
  change(2)
  vi.advanceTimersByTime(1)
  expect(seen, 'the first change leaves at once').toEqual(['1@1', '2@2'])
  for (const value of [3, 4, 5]) change(value)
  vi.advanceTimersByTime(10)
  expect(seen).toHaveLength(2)
  vi.advanceTimersByTime(10)
  expect(seen).toEqual(['1@1', '2@2', '5@5'])
})

test('a view is computed in the name of those who watch it, and not for those alone who had more than their part', () => {
  const [first, second] = [watch(), watch({ ...display, stationId: 'other' as Who['stationId'] })]
  expect(charged).toEqual([display.stationId, 'other'])
  vi.advanceTimersByTime(100)
  busy.add(display.stationId)
  change(2)
  vi.advanceTimersByTime(100)
  expect([first.seen.at(-1), second.seen.at(-1)], 'another watches it too').toEqual(['2@2', '2@2'])
  second.stop()
  const { computed } = office
  change(3)
  vi.advanceTimersByTime(100)
  expect([office.computed, first.seen.at(-1)]).toEqual([computed, '2@2'])
  busy.clear()
  vi.advanceTimersByTime(5000)
  expect(first.seen.at(-1), 'at the next look').toBe('3@3')
})

test('where acts follow each other, views take a fiftieth of the time at most, and are told within a tenth of a second', () => {
  let spent = 0
  const clock = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + spent)
  const { seen } = watch()
  vi.advanceTimersByTime(200)
  office.makes = () => (spent += 0.5)
  act(2)
  vi.advanceTimersByTime(1)
  act(3)
  vi.advanceTimersByTime(21)
  expect(seen.at(-1)).toBe('2@2')
  vi.advanceTimersByTime(4)
  expect(seen.at(-1)).toBe('3@3')
  office.makes = () => (spent += 50)
  vi.advanceTimersByTime(200)
  act(4)
  vi.advanceTimersByTime(1)
  act(5)
  vi.advanceTimersByTime(100)
  expect(seen.at(-1)).toBe('5@5')
  // What is told for another reason keeps no act from being told as soon as before.
  vi.advanceTimersByTime(200)
  office.makes = () => (spent += 0.5)
  change(6)
  vi.advanceTimersByTime(1)
  act(7)
  vi.advanceTimersByTime(16)
  expect(seen.at(-1)).toBe('7@7')
})

test('views that are quick are made in one turn of the event loop, and those that are long in a turn each', () => {
  let spent = 0
  const clock = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + spent)
  const all = [watch(), watch(who('agent', 'agent1')), watch(who('agent', 'agent2'))]
  const told = () => all.map(({ seen }) => seen.at(-1))
  vi.advanceTimersByTime(200)
  office.makes = () => (spent += 0.5)
  change(2)
  vi.advanceTimersToNextTimer()
  expect(told()).toEqual(['2@2', '2@2', '2@2'])
  vi.advanceTimersByTime(200)
  office.makes = () => (spent += 5)
  change(3)
  vi.advanceTimersToNextTimer()
  expect(told(), 'an act may come in between').toEqual(['3@3', '2@2', '2@2'])
  vi.advanceTimersToNextTimer()
  expect(told()).toEqual(['3@3', '3@3', '2@2'])
  vi.advanceTimersToNextTimer()
  expect(told()).toEqual(['3@3', '3@3', '3@3'])
})

test('what did not change is not sent, from the first time on', () => {
  const { seen } = watch()
  office.seq++
  watches.touch()
  vi.advanceTimersByTime(50)
  change(2)
  vi.advanceTimersByTime(50)
  change(2)
  vi.advanceTimersByTime(50)
  expect(seen).toEqual(['1@1', '2@3'])
})

test('a newcomer between a change and its delivery sees it once, as the others do', () => {
  const first = watch()
  vi.advanceTimersByTime(100)
  change(2)
  const second = watch()
  vi.advanceTimersByTime(100)
  expect(first.seen).toEqual(['1@1', '2@2'])
  expect(second.seen).toEqual(['2@2'])
})

test('one view is computed once for all who watch it, but not for two agents', () => {
  const same = [watch(), watch(), watch()]
  const agents = [watch(who('agent', 'agent1')), watch(who('agent', 'agent2'))]
  vi.advanceTimersByTime(100)
  office.computed = 0
  change(2)
  vi.advanceTimersByTime(100)
  expect(office.computed).toBe(3)
  for (const { seen } of [...same, ...agents]) expect(seen.at(-1)).toBe('2@2')
})

test('who stopped sees nothing more, and nothing is computed for nobody', () => {
  const { seen, stop } = watch()
  stop()
  stop()
  office.computed = 0
  change(2)
  vi.advanceTimersByTime(10_000)
  expect(seen).toEqual(['1@1'])
  expect(office.computed).toBe(0)
})

test.each([
  ['at once', 100],
  ['after a frame', 1],
])('ended while a pass is to come %s, it leaves nothing to come', (_when, before) => {
  const { seen } = watch()
  vi.advanceTimersByTime(100)
  change(2)
  vi.advanceTimersByTime(before)
  change(3)
  expect(vi.getTimerCount(), 'the pass, beside the tick').toBe(2)
  watches.stop()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(10_000)
  expect(seen).toEqual(['1@1', '2@2'])
})

test('when nothing happens, a view is looked at again every five seconds', () => {
  const { seen } = watch()
  office.value = 7
  vi.advanceTimersByTime(5100)
  expect(seen).toEqual(['1@1', '7@1'])
})

test('a view that fails is reported, keeps its watchers, and the others go on', () => {
  const { seen } = watch()
  office.broken = true
  change(2)
  vi.advanceTimersByTime(50)
  expect(faults).toEqual(['display.view'])
  expect(() => watch(), 'one that begins hears it').toThrow('display.view')
  office.broken = false
  change(3)
  vi.advanceTimersByTime(50)
  expect(seen).toEqual(['1@1', '3@3'])
})

test('a watcher who stops while being told, or tells badly, keeps nobody from hearing', () => {
  let stop = () => {}
  stop = watches.watch(display, 'display.view', {}, (text) => {
    if (text === '2') stop()
  })
  watches.watch(display, 'display.view', {}, (text) => {
    if (text === '2') throw new Error('the port is gone')
  })
  const { seen } = watch()
  vi.advanceTimersByTime(50)
  change(2)
  vi.advanceTimersByTime(50)
  expect(seen).toEqual(['1@1', '2@2'])
})
