import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice } from '../../../electron/host/startOffice.ts'
import { headlessChromium } from '../../../electron/printing/headless.ts'
import type { CommandId, Instant, StationId } from '../../../shared/contract/ids.ts'
import type { CommandName, Output } from '../../../shared/contract/index.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// A kiosk that lies about its cut, on a real host: it puts nobody before those who came. A kiosk that was cut is believed.

let office: Awaited<ReturnType<typeof startOffice>>
let dir: string
const kioskId = randomUUID()
const station = 'borne' as StationId
const holder = (role: 'kiosk' | 'supervisor') => ({ role, stationId: station, agentId: null })
const start = async (at: string) => {
  office = await startOffice({ dir, school: true, at, chromium: headlessChromium(), protection: null })
}
beforeAll(async () => {
  dir = await newFolder()
  await start('2026-03-03T09:00:00+01:00')
})
afterAll(async () => {
  await office.stop()
  await removeFolder(dir)
})

async function act(role: 'kiosk' | 'supervisor', name: CommandName, input: object): Promise<unknown> {
  const answer = await office.host.call(holder(role), name, input, randomUUID() as CommandId)
  return 'text' in answer ? (JSON.parse(answer.text) as unknown) : answer.code
}
let count = 0
const join = async (takenAt: number, awaySince: number) =>
  (await act('kiosk', 'ticket.join', {
    ticketId: randomUUID(),
    number: `P${++count}`,
    serviceId: 'titres',
    procedureId: null,
    purpose: 'request',
    lang: 'fr',
    code: `23456AB${count}`.replace('1', 'X'),
    takenAt,
    awaySince,
    kioskId,
  })) as Output<'ticket.join'>
const line = async () => {
  const answer = await office.host.call(holder('supervisor'), 'queue.view', {})
  if (!('text' in answer)) throw new Error(answer.code)
  const { waiting } = JSON.parse(answer.text) as Output<'queue.view'>
  return waiting.map(({ number }) => number)
}

test('one that is heard puts nobody first; one whose host was stopped joins at the true hour', async () => {
  const { host } = office
  host.heard(holder('kiosk'), true)
  await act('supervisor', 'day.open', {})
  await act('kiosk', 'series.lend', { kioskId })
  expect(await act('kiosk', 'ticket.take', { serviceId: 'titres' })).toMatchObject({ number: 'A1' })
  host.heard(holder('kiosk'))
  const before = host.now()
  const lied = await join(before - 600_000, 0)
  expect(lied.takenAt).toBeGreaterThanOrEqual(before)
  expect(await line()).toEqual(['A1', 'P1'])

  const beat = host.now()
  await office.stop()
  await start('2026-03-03T09:30:00+01:00')
  const again = office.host
  const cut = (beat + 60_000) as Instant
  // Somebody else received since, at the entrance.
  await act('supervisor', 'ticket.take', { serviceId: 'titres' })
  again.heard(holder('kiosk'), true)
  expect((await join(cut, beat + 5_000)).takenAt, 'its true hour').toBe(cut)
  const early = await join(beat - 600_000, 0)
  expect(early.takenAt, 'no earlier than the host last heard it').toBeGreaterThanOrEqual(before)
  expect(early.takenAt).toBeLessThan(cut)
  expect(await line()).toEqual(['A1', 'P1', 'P3', 'P2', 'A2'])
})
