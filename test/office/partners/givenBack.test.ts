import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { openCutProxy, type CutProxy } from '../../fixtures/cutProxy.ts'
import { followEvents } from '../../fixtures/followEvents.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'

// Two offices that agreed, each its own host, and a way between them that can be cut: a place asked is never one more than
// was asked, and one that nobody wants goes back.

type Reached = Pick<HostInside, 'dir' | 'url' | 'tokens'>
let here: RunningHost
let there: HostInside
let way: CutProxy

const ask = (partnerId: string, key?: string) =>
  post<Output<'partners.askPlace'>>(here, 'agent1', 'commands/partners.askPlace', { partnerId }, key)
const answered = async (partnerId: string) => (await ask(partnerId)).output?.answer

/** How many places an office counts today. */
const given = async (host: Reached = there) =>
  (await done<Output<'partners.places'>>(host, 'admin', 'queries/partners.places')).today
const comesTo = (count: number) =>
  vi.waitFor(async () => expect(await given()).toBe(count), { timeout: 15_000, interval: 200 })

const received = async (host: Reached = here) => {
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', { procedureId: 'cni' })
}
const ends = (outcome: string, more: object = {}) =>
  done(here, 'agent1', 'commands/visit.close', { outcome, ...more })

/** One office gives a token to the other, which writes where it is: `annexe`, and `centre`, which is the same under another name. */
async function agree(asking: Reached, keeping: Reached, url: string): Promise<void> {
  const made = await done<{ token: string }>(keeping, 'admin', 'commands/apiToken.create', {
    label: 'Mairie',
    scopes: ['places'],
    until: null,
  })
  const offices = ['annexe', 'centre'].map((id) => ({ id, name: id, url, token: made.token, places: true }))
  writeFileSync(join(asking.dir, 'offices.json'), JSON.stringify({ offices }), { mode: 0o600 })
  await done(keeping, 'admin', 'commands/partners.setPlaces', { perDay: 5, services: ['titres'] })
}

beforeAll(async () => {
  const at = '2026-03-03T09:00:00+01:00'
  there = await startInside(await newFolder(), { at })
  here = await startHost(await newFolder(), { at })
  way = await openCutProxy(there.port)
  for (const host of [here, there]) {
    await done(host, 'supervisor', 'commands/day.open')
    await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  }
  await agree(here, there, way.url)
})
afterAll(async () => {
  await way?.close()
  for (const host of [here, there]) {
    await host?.stop()
    if (host) await removeFolder(host.dir)
  }
})
beforeEach(() => way.flow())

test('an answer that is lost leaves one place there: asked again it is the same, of another office it is given back', async () => {
  await received()
  way.hold('out')
  const key = randomUUID()
  expect((await ask('annexe', key)).output?.answer).toEqual({ is: 'unreachable' })
  expect(await given(), 'it was kept, and nobody here knows').toBe(1)
  way.cut()
  way.flow()
  const again = await answered('annexe')
  expect(again?.is).toBe('kept')
  expect(await given()).toBe(1)
  // The first click repeated says what it said; the same click for another office is another act.
  expect((await ask('annexe', key)).output?.answer).toEqual({ is: 'unreachable' })
  expect((await ask('centre', key)).error?.code).toBe('commandIdReused')

  const other = await answered('centre')
  expect(other?.is === 'kept' && again?.is === 'kept' && other.place.code !== again.place.code).toBe(true)
  await comesTo(1)
  await done(here, 'agent1', 'commands/partners.giveUpPlace')
  await comesTo(0)
  await ends('information')
})

test('a place goes back when its person leaves without it, also after the host that asked was killed', async () => {
  await received()
  way.hold('out')
  expect(await answered('annexe')).toEqual({ is: 'unreachable' })
  way.hold('in')
  way.cut()
  await ends('information')
  expect(await given()).toBe(1)
  await here.kill()
  way.flow()
  here = await startHost(here.dir)
  await comesTo(0)
})

test('a closing that is taken back keeps the place on the paper, and gives it back by another end', async () => {
  await received()
  const answer = await answered('annexe')
  if (answer?.is !== 'kept') throw new Error(JSON.stringify(answer))
  const to = answer.place.office
  await ends('forwarded', { to })
  expect(await given()).toBe(1)
  await done(here, 'agent1', 'commands/counter.undo')
  await ends('information')
  await comesTo(0)
})

test('the other way too, and a place that was used is not taken back from its person', async () => {
  await agree(there, here, here.url)
  await received(there)
  const asked = await done<Output<'partners.askPlace'>>(there, 'agent1', 'commands/partners.askPlace', {
    partnerId: 'annexe',
  })
  if (asked.answer.is !== 'kept') throw new Error(JSON.stringify(asked))
  const { code } = asked.answer.place
  await done(here, 'kiosk', 'commands/appointment.arrive', { code })
  await done(there, 'agent1', 'commands/partners.giveUpPlace')
  await done(there, 'agent1', 'commands/visit.close', { outcome: 'information' })
  // Said by the other office, and noted: it is not asked without end.
  const follower = await followEvents(there, { since: 0 })
  await vi.waitFor(
    () => {
      const noted = follower.events.find(({ type }) => type === 'placeReturned')
      expect(noted?.data['how']).toBe('used')
    },
    { timeout: 15_000 },
  )
  follower.close()
  expect(await given(here)).toBe(1)
})
