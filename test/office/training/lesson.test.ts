import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

// The guided day on a real host: its people come by themselves on the training clock, which goes on and never back.

let dir: string
let host: HostInside
const at = (hours: number, minutes = 0) => Date.UTC(2026, 2, 3, hours - 1, minutes)
const view = () => done<Output<'training.view'>>(host, 'agent1', 'queries/training.view')
const office = () => done<Output<'office.view'>>(host, 'agent1', 'queries/office.view')
const counter = () => done<Output<'counter.view'>>(host, 'agent1', 'queries/counter.view')
/** The office's own hour, as the latest event of its journal has it. */
const takenAt = async () => {
  const { ticketId: _, ...ticket } = await done<Output<'ticket.take'>>(
    host,
    'kiosk',
    'commands/ticket.take',
    {
      serviceId: 'titres',
    },
  )
  return ticket.takenAt
}

beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir, { at: '2026-03-03T09:00:00+01:00' })
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

test('one act opens the day and the trainee’s counter, for every service; the first person comes by themselves', async () => {
  expect(await view()).toEqual({ training: true, renewable: true, lesson: null })
  await done(host, 'agent1', 'commands/training.begin')
  expect(await office()).toMatchObject({ day: { date: '2026-03-03' }, me: { agentId: 'agent1' } })
  const { state, counter: held } = await counter()
  expect(state).toBe('free')
  expect(held!.services).toHaveLength(4)
  await vi.waitFor(async () => expect((await counter()).total).toBe(1), { timeout: 10_000, interval: 200 })
  expect((await view()).lesson!.situations[0]).toMatchObject({ situation: 'noPaper', state: 'here' })
})

test('« the next one » sets the training clock forward to their hour, and no further', async () => {
  const { at: due } = (await view()).lesson!.situations[1]!
  await done(host, 'agent1', 'commands/training.next')
  const { lesson } = await view()
  expect(lesson!.situations[1]).toMatchObject({ situation: 'incomplete', state: 'here' })
  const now = await takenAt()
  expect(now).toBeGreaterThanOrEqual(due)
  expect(now).toBeLessThan(due + 60_000)
})

test('the last of them comes just before closing; then all have come', async () => {
  for (let { toCome } = (await view()).lesson!; toCome > 0; toCome--)
    await done(host, 'agent1', 'commands/training.next')
  expect(await takenAt()).toBeGreaterThanOrEqual(at(16, 52))
  const { error } = await post(host, 'agent1', 'commands/training.next')
  expect(error?.code).toBe('lessonOver')
})

test('begun again it is another day, with the same counter and nobody left of the day before', async () => {
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/training.begin', {}, '0198c1f2-0000-7abc-8def-00000000aaaa')
  expect(await office()).toMatchObject({ day: { date: '2026-03-04' } })
  const { state, counter: held, documents } = await counter()
  expect({ state, counterId: held!.counterId, documents }).toEqual({
    state: 'free',
    counterId: '1',
    documents: [],
  })
  const { lesson } = await view()
  expect(lesson!.situations.every(({ mistakes }) => mistakes.length === 0)).toBe(true)
  // Asked again by a page that did not hear the answer, it is the same day.
  await done(host, 'agent1', 'commands/training.begin', {}, '0198c1f2-0000-7abc-8def-00000000aaaa')
  expect((await view()).lesson!.lessonId).toBe(lesson!.lessonId)
  expect(await office()).toMatchObject({ day: { date: '2026-03-04' } })
})

test('the training clock and the day go on from a start to the next', async () => {
  await vi.waitFor(async () => expect((await counter()).total).toBe(1), { timeout: 10_000, interval: 200 })
  const before = await view()
  await host.stop()
  host = await startInside(dir)
  expect(await view()).toEqual(before)
  expect(await takenAt()).toBeLessThan(Date.UTC(2026, 2, 4, 9))
})
