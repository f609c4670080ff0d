import { createSocket } from 'node:dgram'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { discover, type WaitingOffice } from '../../../electron/lan/discover.ts'
import { administration, openNetwork, type Administration } from '../../fixtures/lanHost.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// Multicast is what many offices block, and many containers: where this machine has none, nothing can be heard here.
const multicast = await new Promise<boolean>((resolve) => {
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  socket.on('error', () => resolve(false))
  socket.on('message', () => {
    socket.close()
    resolve(true)
  })
  socket.bind(0, () => {
    try {
      socket.addMembership('224.0.0.251', '127.0.0.1')
      socket.setMulticastInterface('127.0.0.1')
      socket.setMulticastLoopback(true)
      socket.send('guichet', socket.address().port, '224.0.0.251')
    } catch {
      resolve(false)
    }
  })
  setTimeout(() => resolve(false), 1000)
})

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

test.runIf(multicast)(
  'an office says its address while a code waits for its station, and no longer',
  async () => {
    let found: readonly WaitingOffice[] = []
    const stop = discover(
      (offices) => {
        found = offices
      },
      { interface: '127.0.0.1' },
    )
    try {
      await openNetwork(admin, '127.0.0.1', { discoverable: true })
      await admin.act('pairing.open', { role: 'kiosk', place: { name: 'Hall', counterId: null } })
      const { door } = await admin.ask('stations.view', {})
      await expect.poll(() => found.map(({ address }) => address), { timeout: 8000 }).toEqual(door.addresses)
      expect(found[0]?.name).not.toBe('')
      await admin.act('pairing.close', {})
      await expect.poll(() => found, { timeout: 8000 }).toEqual([])
    } finally {
      stop()
    }
  },
)

test('an office answers on IPv6 too, and by a name of its settings, and says so in its certificate', async () => {
  const door = await openNetwork(admin, '::1', { names: ['accueil.mairie.example'] })
  expect(door.problem).toBeNull()
  await admin.act('pairing.open', { role: 'kiosk', place: { name: 'Hall', counterId: null } })
  const { door: opened } = await admin.ask('stations.view', {})
  expect(opened.addresses).toEqual([expect.stringMatching(/^https:\/\/\[::1\]:\d+$/)])
  expect(opened.certificate?.names).toEqual(
    expect.arrayContaining(['0:0:0:0:0:0:0:1', 'accueil.mairie.example']),
  )
  await admin.act('pairing.close', {})
})

test('a network that this machine has not, or a port that is taken, is said and opens nothing', async () => {
  const place = { name: 'Hall', counterId: null }
  await openNetwork(admin, '192.0.2.7')
  await expect(admin.act('pairing.open', { role: 'kiosk', place })).rejects.toThrow('networkUnavailable')
  expect(await admin.ask('stations.view', {})).toMatchObject({ pairing: null, door: { open: false } })
  await openNetwork(admin, '127.0.0.1', { port: host.port })
  await expect(admin.act('pairing.open', { role: 'kiosk', place })).rejects.toThrow('networkUnavailable')
  await admin.act('network.set', { on: null, port: 8443, names: [], certificate: null, discoverable: true })
})
