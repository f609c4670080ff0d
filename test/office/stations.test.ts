import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { ServiceId } from '../../shared/contract/ids.ts'
import type { PairDone } from '../../shared/contract/pairing.ts'
import type { Pin } from '../../shared/contract/stations.ts'
import type { Connection } from '../../shared/rpc/connect.ts'
import { connectTo, OtherKeyError, pair } from '../../electron/lan/remote.ts'
import {
  administration,
  openNetwork,
  pairStation,
  stationConnection,
  type Administration,
} from '../fixtures/lanHost.ts'
import { newFolder, removeFolder, startHost, type RunningHost } from '../fixtures/startHost.ts'

let dir: string
let host: RunningHost
let admin: Administration
beforeAll(async () => {
  dir = await newFolder()
  host = await startHost(dir)
  admin = await administration(host)
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

const place = { name: 'Hall', counterId: null }
const take = (connection: Connection) =>
  connection.command('ticket.take', { serviceId: 'titres' as ServiceId }, uuidv7())
const connected = async (paired: PairDone, options = {}): Promise<Connection> => {
  const connection = await stationConnection(paired, options)
  if (typeof connection === 'string') throw new Error(connection)
  return connection
}

test('nothing answers beyond this machine before a network is chosen and a station awaited', async () => {
  const before = await admin.ask('stations.view', {})
  expect(before.door).toMatchObject({ open: false, addresses: [], pin: null })
  await expect(admin.act('pairing.open', { role: 'kiosk', place })).rejects.toThrow('networkNotChosen')
  const door = await openNetwork(admin)
  expect(door.open).toBe(false)
  const { code, tries, until } = await admin.act('pairing.open', { role: 'kiosk', place })
  expect(code).toMatch(/^[0-9]{8}$/)
  expect(tries).toBe(5)
  const { door: opened, pairing } = await admin.ask('stations.view', {})
  expect(opened).toMatchObject({ open: true, certificate: { own: false } })
  expect(opened.addresses).toHaveLength(1)
  expect(pairing).toMatchObject({ code, until })
  await admin.act('pairing.close', {})
  const after = await admin.ask('stations.view', {})
  expect(after).toMatchObject({ pairing: null, lastPairing: { outcome: 'closed' } })
  // Nobody is paired: the door closes with the pairing.
  await expect.poll(async () => (await admin.ask('stations.view', {})).door.open).toBe(false)
})

test('a station pairs by its code, and does what its role may, over the key that it was given', async () => {
  const paired = await pairStation(admin, 'kiosk')
  expect(paired).toMatchObject({ role: 'kiosk', place, kind: 'program', until: null })
  expect(paired.hosts[0]!.pins.length).toBeGreaterThanOrEqual(2)
  const kiosk = await connected(paired)
  expect(kiosk.role).toBe('kiosk')
  const me = await kiosk.query('station.me', {})
  expect(me).toMatchObject({
    output: { station: { stationId: paired.stationId }, hosts: [{ pins: paired.hosts[0]!.pins }] },
  })
  // Its role's rights, and no others.
  expect(await kiosk.query('stations.view', {})).toMatchObject({ error: { code: 'forbiddenRole' } })
  expect(await take(kiosk)).toMatchObject({ error: { code: 'dayNotOpen' } })
  const { stations } = await admin.ask('stations.view', {})
  expect(stations.find(({ stationId }) => stationId === paired.stationId)).toMatchObject({ connected: 1 })
  kiosk.close()
})

test('a code is used once, and a code closed or wrong pairs nobody', async () => {
  const { code } = await admin.act('pairing.open', { role: 'display', place })
  const { door } = await admin.ask('stations.view', {})
  const address = door.addresses[0]!
  expect(await pair({ address, code: code! })).toHaveProperty('paired')
  expect(await pair({ address, code: code! })).toMatchObject({ error: { code: 'pairingClosed' } })
})

test('five tries of a wrong code, whoever makes them, and the code is worth nothing', async () => {
  const { code } = await admin.act('pairing.open', { role: 'display', place })
  const { door } = await admin.ask('stations.view', {})
  const address = door.addresses[0]!
  const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0')
  for (let tried = 0; tried < 5; tried++)
    expect(await pair({ address, code: wrong })).toMatchObject({ error: { code: 'pairingCodeWrong' } })
  expect(await pair({ address, code: code! })).toMatchObject({ error: { code: 'pairingTooManyTries' } })
})

test('another key than the one known is told nothing, whatever certificate carries it', async () => {
  const { door } = await admin.ask('stations.view', {})
  const pins = ['A'.repeat(43) as Pin]
  await expect(
    connectTo({ hosts: [{ addresses: door.addresses, pins }], token: 'x'.repeat(43) }),
  ).rejects.toBeInstanceOf(OtherKeyError)
})
