import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portOver, type AnyMessagePort } from '../../../electron/host/core/messagePort.ts'
import { keepLearning } from '../../../electron/lan/keeper.ts'
import { relay } from '../../../electron/lan/relay.ts'
import { connectTo } from '../../../electron/lan/remote.ts'
import type { PairDone } from '../../../shared/contract/network/pairing.ts'
import type { OfficeHost } from '../../../shared/contract/network/calls.ts'
import { connect, type ConnectOptions } from '../../../shared/rpc/connect.ts'
import type { Port } from '../../../shared/rpc/port.ts'
import type { Fault } from '../../../shared/rpc/protocol.ts'
import { administration, openNetwork, pairStation, type Administration } from '../../fixtures/lanHost.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, removeFolder } from '../../fixtures/startHost.ts'

// A station's relay between a page's port and the real host, over the network's door.

let dir: string
let host: HostInside
let admin: Administration
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir)
  admin = await administration(host)
  await openNetwork(admin)
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

const opening =
  ({ hosts, token }: PairDone) =>
  async (): Promise<Port> =>
    (await connectTo({ hosts, token })).port

/** A page's end of a relay: the same port as Electron hands it. */
function pageOver(station: PairDone, open: () => Promise<Port> = opening(station)) {
  const { port1, port2 } = new MessageChannel()
  const refused: Fault[] = []
  const port = (end: unknown) => portOver(end as AnyMessagePort)
  relay({ page: port(port1), open, token: station.token, onRefused: (fault) => refused.push(fault) })
  return {
    refused,
    connect: (options: ConnectOptions = {}) => connect(port(port2), options),
  }
}

test('a page without a token is what its station was paired as, and its pings are answered by the host itself', async () => {
  const station = await pairStation(admin, 'agent', 'Guichet 1', '1')
  let hostsHour = 0
  const page = pageOver(station)
  const answer = await page.connect({ agentId: 'agent1' as never, onPong: (at = 0) => (hostsHour = at) })
  if ('error' in answer) throw new Error(answer.error.message)
  const { connection } = answer
  expect([connection.role, connection.agentId]).toEqual(['agent', 'agent1'])
  connection.ping()
  await expect.poll(() => hostsHour).toBeGreaterThan(0)
  const me = await connection.query('station.me', {})
  expect(me).toMatchObject({ output: { station: { stationId: station.stationId } } })
  connection.close()
})

test('a station that is revoked is told why, its page too, and one that comes back hears it again', async () => {
  const station = await pairStation(admin, 'display', 'Salle')
  const page = pageOver(station)
  const said: string[] = []
  let closed = false
  const answer = await page.connect({
    onRefused: ({ code }) => said.push(code),
    onClose: () => {
      closed = true
    },
  })
  expect(answer).toHaveProperty('connection')
  const kept: Fault[] = []
  const stop = keepLearning({
    open: opening(station),
    token: station.token,
    onHosts: () => {},
    onRefused: (fault) => kept.push(fault),
  })
  await admin.act('station.revoke', { stationId: station.stationId })
  await expect.poll(() => said).toEqual(['stationRevoked'])
  await expect.poll(() => closed).toBe(true)
  expect(page.refused.map(({ code }) => code)).toEqual(['stationRevoked'])
  await expect.poll(() => kept.length, { timeout: 10_000 }).toBeGreaterThan(0)
  expect(kept[0]?.code).toBe('stationRevoked')
  stop()
  const back = await pageOver(station).connect()
  expect(back).toMatchObject({ error: { code: 'stationRevoked' } })
})

test('a page whose host is nowhere is closed at once, so that it asks again', async () => {
  const station = await pairStation(admin, 'kiosk', 'Hall')
  const page = pageOver(station, () => Promise.reject(new Error('nobody')))
  expect(await page.connect()).toMatchObject({ error: { code: 'noAnswer' } })
})

test('the station learns where the office’s hosts are, which keys they may answer with, and whether a day is open', async () => {
  const station = await pairStation(admin, 'kiosk', 'Hall')
  const told: (readonly OfficeHost[])[] = []
  const begun: (string | null)[] = []
  const days: (boolean | null)[] = []
  const stop = keepLearning({
    open: opening(station),
    token: station.token,
    onHosts: (hosts) => told.push(hosts),
    onSignIn: (where) => begun.push(where),
    onDay: (open) => days.push(open),
    onRefused: () => {},
  })
  await expect.poll(() => told.length).toBeGreaterThan(0)
  expect(told[0]).toEqual(station.hosts)
  expect(days).toEqual([false])
  await done(host, 'supervisor', 'commands/day.open')
  await expect.poll(() => days.at(-1)).toBe(true)
  expect(begun[0], 'no provider is set').toBeNull()
  stop()
})
