import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { contractVersion } from '../../../shared/contract/index.ts'
import type { CounterId, ServiceId } from '../../../shared/contract/ids.ts'
import type { PairDone } from '../../../shared/contract/network/pairing.ts'
import type { Pin } from '../../../shared/contract/network/calls.ts'
import type { Connection } from '../../../shared/rpc/connect.ts'
import { connectTo, OtherKeyError, pair } from '../../../electron/lan/remote.ts'
import {
  administration,
  openNetwork,
  ownConnection,
  pairStation,
  stationConnection,
  type Administration,
} from '../../fixtures/lanHost.ts'
import { fetchOver, openMiddle, overTls, welcomed } from '../../fixtures/lanClients.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, removeFolder, startHost } from '../../fixtures/startHost.ts'

let dir: string
let host: HostInside
let admin: Administration
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir)
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

test('the display of the host’s own machine, which is not paired, is known, and still after a power cut', async () => {
  const room = await newFolder()
  let here = await startHost(room, { at: '2026-03-03T09:00:00+01:00', still: true })
  try {
    let there = await administration(here)
    expect(await there.ask('stations.view', {})).toMatchObject({ ownDisplay: false, stations: [] })
    const display = await ownConnection(here, 'display')
    expect(await there.ask('stations.view', {})).toMatchObject({ ownDisplay: true, stations: [] })
    // It stays on for weeks, and says now and then that it is here.
    await here.later(31 * 86_400_000)
    await display.query('display.view', {})
    expect(await there.ask('stations.view', {})).toMatchObject({ ownDisplay: true, stations: [] })
    display.close()
    await here.kill()
    here = await startHost(room, { at: '2026-04-29T09:00:00+02:00' })
    there = await administration(here)
    expect(await there.ask('stations.view', {})).toMatchObject({ ownDisplay: true, stations: [] })
  } finally {
    await here.stop()
    await removeFolder(room)
  }
})

test('the display of the host’s own machine that nobody has shown for a month is to be set again', async () => {
  const room = await newFolder()
  let here = await startInside(room, { at: '2026-03-03T09:00:00+01:00' })
  try {
    const display = await ownConnection(here, 'display')
    display.close()
    await here.stop()
    here = await startInside(room, { at: '2026-04-03T09:00:00+02:00' })
    const there = await administration(here)
    expect(await there.ask('stations.view', {})).toMatchObject({ ownDisplay: false })
    await ownConnection(here, 'display')
    expect(await there.ask('stations.view', {})).toMatchObject({ ownDisplay: true })
  } finally {
    await here.stop()
    await removeFolder(room)
  }
})

test('another key than the one known is told nothing, whatever certificate carries it', async () => {
  const { door } = await admin.ask('stations.view', {})
  const pins = ['A'.repeat(43) as Pin]
  await expect(
    connectTo({ hosts: [{ addresses: door.addresses, pins }], token: 'x'.repeat(43) }),
  ).rejects.toBeInstanceOf(OtherKeyError)
})

test('a revoked station is cut at once, hears why, and its token opens nothing any more', async () => {
  const paired = await pairStation(admin, 'kiosk', 'Entrée')
  let cut = () => {}
  const closed = new Promise<void>((resolve) => {
    cut = resolve
  })
  const kiosk = await connected(paired, { onClose: cut })
  await admin.act('station.revoke', { stationId: paired.stationId })
  await closed
  expect(await take(kiosk)).toMatchObject({ error: { code: 'noAnswer' } })
  expect(await stationConnection(paired)).toBe('stationRevoked')
  const { stations } = await admin.ask('stations.view', {})
  expect(stations.some(({ stationId }) => stationId === paired.stationId)).toBe(false)
  const over = await fetchOver(paired, '/api/v1/queries/office.view')
  expect(over).toEqual([401, 'stationRevoked'])
})

test('two stations of one role each see what they are themselves', async () => {
  const seen = async (paired: PairDone) => {
    const station = await connected(paired)
    const place = await new Promise((resolve) =>
      station.watch('station.me', {}, (result) =>
        resolve('output' in result ? result.output.station?.place.name : result.error.code),
      ),
    )
    return { station, place }
  }
  const first = await seen(await pairStation(admin, 'display', 'Hall'))
  const second = await seen(await pairStation(admin, 'display', 'Étage'))
  expect([first.place, second.place]).toEqual(['Hall', 'Étage'])
  first.station.close()
  second.station.close()
})

test('an agent’s station holds its own counter alone', async () => {
  const paired = await pairStation(admin, 'agent', 'Guichet 2', '2')
  const agent = await connected(paired, { agentId: 'agent1' })
  expect(agent).toMatchObject({ role: 'agent', agentId: 'agent1' })
  const open = (counterId: string) =>
    agent.command('counter.open', { counterId: counterId as CounterId }, uuidv7())
  expect(await open('1')).toMatchObject({ error: { code: 'stationElsewhere' } })
  // Nor does a colleague go on, from there, at a counter that is elsewhere.
  await done(host, 'agent2', 'commands/counter.open', { counterId: '1' })
  const relieve = agent.command('counter.relieve', { counterId: '1' as CounterId }, uuidv7())
  expect(await relieve).toMatchObject({ error: { code: 'stationElsewhere' } })
  await done(host, 'agent2', 'commands/counter.close')
  expect(await open('2')).toMatchObject({ output: { counterId: '2' } })
  agent.close()
  // Somebody who is no agent of this office.
  expect(await stationConnection(paired, { agentId: 'personne' })).toBe('unauthorized')
})

test('a token of this machine’s own folder opens nothing on the network; one that a manager gave to other software does', async () => {
  const { door } = await admin.ask('stations.view', {})
  const hosts = [{ hostId: '', addresses: door.addresses, pins: [door.pin!] }]
  for (const holder of ['admin', 'agent1', 'kiosk', 'integration'])
    expect(await stationConnection({ hosts, token: host.tokens[holder]! })).toBe('unauthorized')
  const view = async (token: string) => (await fetchOver({ hosts, token }, '/api/v1/queries/office.view'))[0]
  expect(await view(host.tokens['integration']!)).toBe(401)
  const { token } = await admin.act('apiToken.create', { label: 'Agenda', scopes: ['queue'], until: null })
  expect(await view(token!)).toBe(200)
})

test('a server in the middle, with a key of its own, pairs nothing and learns no code', async () => {
  const { code } = await admin.act('pairing.open', { role: 'admin', place })
  const { door } = await admin.ask('stations.view', {})
  const middle = await openMiddle(door.addresses[0]!)
  try {
    expect(await pair({ address: middle.address, code: code! })).toMatchObject({
      error: { code: 'pairingCodeWrong' },
    })
    // It relayed both ways, word for word: the host's own proof did not convince the station.
    expect(middle.relayed()).toBe(1)
    const { pairing } = await admin.ask('stations.view', {})
    expect(pairing).toMatchObject({ tries: 4 })
  } finally {
    await middle.close()
    await admin.act('pairing.close', {})
  }
})

test('a browser becomes a display by its link, once, with a cookie that only our own pages can use', async () => {
  const { links } = await admin.act('pairing.openLink', {
    role: 'display',
    place: { name: 'Salle', counterId: null },
    days: 30,
  })
  const link = new URL(links[0]!)
  const shown = await overTls(link, { method: 'GET' })
  expect([shown.status, shown.text.includes('Salle')]).toEqual([200, true])
  // Looking at it spends nothing; another site's page can't open it.
  expect(
    (await overTls(link, { method: 'POST', headers: { origin: 'https://ailleurs.example' } })).status,
  ).toBe(403)
  const opened = await overTls(link, { method: 'POST', headers: { origin: link.origin } })
  expect([opened.status, opened.headers.location]).toEqual([303, '/#station=display'])
  const set = String(opened.headers['set-cookie'])
  expect(set).toMatch(
    /^__Host-guichet=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
  )
  expect((await overTls(link, { method: 'POST', headers: { origin: link.origin } })).status).toBe(410)
  const cookie = set.split(';')[0]!
  expect(await welcomed(link, { cookie, origin: link.origin })).toBe('display')
  expect(await welcomed(link, { cookie, origin: 'https://ailleurs.example' })).toBe(403)
  expect(await welcomed(link, { cookie })).toBe(403)
  expect(await welcomed(link, { origin: link.origin })).toBe(401)
  // The cookie opens no call over HTTP: a page of another site could make one.
  const call = await overTls(new URL('/api/v1/queries/display.view', link), {
    method: 'POST',
    headers: { cookie },
  })
  expect(call.status).toBe(401)
  const { stations } = await admin.ask('stations.view', {})
  const paired = stations.find(({ place: at }) => at.name === 'Salle')!
  expect(paired).toMatchObject({ kind: 'browser', role: 'display' })
  expect(paired.until! - paired.pairedAt).toBeGreaterThan(29 * 86_400_000)
})

test('a host that restarts answers at the same address with the same key, and stations go on', async () => {
  const paired = await pairStation(admin, 'supervisor', 'Bureau')
  await host.stop()
  host = await startInside(dir)
  admin = await administration(host)
  const station = await connected(paired)
  expect(station.role).toBe('supervisor')
  const { door, stations } = await admin.ask('stations.view', {})
  expect(door.addresses).toEqual(paired.hosts[0]!.addresses)
  expect(paired.hosts[0]!.pins).toContain(door.pin)
  expect(stations.find(({ stationId }) => stationId === paired.stationId)?.lastSeen).toBeGreaterThan(0)
  // The journal has the hash of a token, never the token.
  const kept = ['guichet.sqlite', 'guichet.sqlite-wal']
    .map((name) => readFileSync(join(dir, name), 'latin1'))
    .join()
  expect(kept).toContain('stationPaired')
  expect(kept).not.toContain(paired.token)
  station.close()
})

test('the key changes without touching a station: it knew the next one already', async () => {
  const paired = await pairStation(admin, 'kiosk', 'Hall')
  const before = await connected(paired)
  const { pin } = await admin.act('network.changeKey', {})
  expect(pin).toBe(paired.hosts[0]!.pins[1])
  expect(await take(before)).toMatchObject({ error: { code: 'dayNotOpen' } })
  const after = await connected(paired)
  // And it learns the one after.
  await expect
    .poll(async () => {
      const me = await after.query('station.me', {})
      return 'output' in me ? me.output.hosts[0]?.pins : me
    })
    .toEqual([pin, expect.not.stringContaining(paired.hosts[0]!.pins[0]!)])
  before.close()
  after.close()
})

test('what names the host’s files or shows what opens its key is asked at its own machine alone', async () => {
  const paired = await pairStation(admin, 'admin', 'Bureau')
  const station = await connected(paired)
  const asked = (name: 'backup.setOutside' | 'key.protect' | 'updates.look', input: object) =>
    station.command(name, input as never, uuidv7())
  const refused = { error: { code: 'onlyAtHost' } }
  expect(await asked('key.protect', {})).toMatchObject(refused)
  expect(await asked('updates.look', {})).toMatchObject(refused)
  expect(await asked('backup.setOutside', { outside: null })).toMatchObject(refused)
  const { settings } = (await admin.ask('stations.view', {})).door
  const certificate = { chainFile: '/etc/ssl/office.crt', keyFile: '/etc/ssl/office.key' }
  expect(await station.command('network.set', { ...settings, certificate }, uuidv7())).toMatchObject(refused)
  // The rest of the door's settings are no file; and at the machine itself, each is asked for what it is.
  expect(await station.command('network.set', { ...settings, discoverable: true }, uuidv7())).toMatchObject({
    output: { settings: { discoverable: true } },
  })
  await expect(admin.act('key.protect', {})).rejects.toThrow('keyUnprotectable')
  await expect(admin.act('updates.look', {})).rejects.toThrow('noUpdates')
  await expect(admin.act('backup.setOutside', { outside: null })).rejects.toThrow('backupsOff')
  await expect(admin.act('network.set', { ...settings, certificate })).rejects.toThrow('certificateUnsound')
  await admin.act('network.set', settings)
  station.close()
})

test('five tries of a wrong code, whoever makes them, and the code is worth nothing', async () => {
  const { code } = await admin.act('pairing.open', { role: 'display', place })
  const { door } = await admin.ask('stations.view', {})
  const address = door.addresses[0]!
  const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0')
  for (let tried = 0; tried < 5; tried++)
    expect(await pair({ address, code: wrong })).toMatchObject({ error: { code: 'pairingCodeWrong' } })
  expect(await pair({ address, code: code! })).toMatchObject({ error: { code: 'pairingTooManyTries' } })
  // The address that strayed waits, whatever code is shown next; another one does not.
  const next = await admin.act('pairing.open', { role: 'display', place })
  expect(await pair({ address, code: next.code! })).toMatchObject({ error: { code: 'pairingTooManyTries' } })
  const begin = await overTls(
    new URL('/pair/begin', address),
    { method: 'POST', headers: { 'content-type': 'application/json' }, localAddress: '127.0.0.9' },
    JSON.stringify({ version: contractVersion, exchange: 'A'.repeat(43), share: 'A'.repeat(43) }),
  )
  // A share that is no proof of anything costs its try and says no more than a wrong code.
  expect(JSON.parse(begin.text)).toMatchObject({ error: { code: 'pairingCodeWrong' } })
  expect(await admin.ask('stations.view', {})).toMatchObject({ pairing: { tries: 4 } })
})
