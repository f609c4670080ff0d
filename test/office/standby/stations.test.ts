import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepLearning } from '../../../electron/lan/keeper.ts'
import { connectTo } from '../../../electron/lan/remote.ts'
import type { PairDone } from '../../../shared/contract/network/pairing.ts'
import type { OfficeHost } from '../../../shared/contract/network/calls.ts'
import { uuidv7 } from 'uuidv7'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { administration, openNetwork, pairStation, stationConnection } from '../../fixtures/lanHost.ts'
import { done, newFolder, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { level } from '../../fixtures/twoHosts.ts'

// A station paired with the first host, over the network's own doors: TLS, and keys that it knows.

const folders: string[] = []
let first: RunningHost
let second: HostInside
let station: PairDone
beforeAll(async () => {
  folders.push(await newFolder(), await newFolder())
  first = await startHost(folders[0]!)
  await done(first, 'supervisor', 'commands/day.open')
  const admin = await administration(first)
  await openNetwork(admin, '127.0.0.2')
  station = await pairStation(admin, 'kiosk', 'Hall')
  // As on two machines: by the network's address, and the token with the pin of the host's key.
  const token = (await guichet(['follower', first.dir])).out.trim()
  const url = station.hosts[0]!.addresses[0]!
  second = await startInside(folders[1]!, { school: false, follow: { url, token } })
  await openNetwork(await administration(second), '127.0.0.3')
}, 120_000)
afterAll(async () => {
  await Promise.all([first?.kill(), second?.stop()])
  await Promise.all(folders.map(removeFolder))
})

/** The station's program: it remembers the hosts that it is told. */
function program() {
  let hosts: readonly OfficeHost[] = station.hosts
  let at = ''
  const stop = keepLearning({
    open: async () => {
      const { port, address } = await connectTo({ hosts, token: station.token, first: at })
      at = address
      return port
    },
    token: station.token,
    onHosts: (told) => {
      hosts = told
    },
    onRefused: () => {},
  })
  return { hosts: () => hosts, at: () => at, stop }
}

test('each machine has its own key, the stations learn both, and find by themselves the one that acts', async () => {
  const kiosk = program()
  try {
    await expect.poll(() => kiosk.hosts().length, { timeout: 15_000 }).toBe(2)
    const [one, other] = kiosk.hosts()
    expect(one!.pins).not.toEqual(other!.pins)
    expect(other!.addresses[0]).toContain('127.0.0.3')
    await level(first, second)

    // Its token taken back, the second machine is no host of the office for a station; it comes back with the new one.
    const renewed = await done<{ token: string }>(first, 'admin', 'commands/standby.renewToken', {})
    await expect.poll(() => kiosk.hosts().map(({ pins }) => pins), { timeout: 15_000 }).toEqual([one!.pins])
    const { changes } = await done<{ changes: readonly { readonly type: string; readonly role: string }[] }>(
      first,
      'admin',
      'queries/premises.view',
      {},
    )
    expect(changes[0]).toMatchObject({ type: 'followerRenewed', role: 'admin' })
    // What it says of it is true: its host answers, and is not to be relayed.
    await expect
      .poll(() => done(second, 'admin', 'queries/standby.view', {}), { timeout: 15_000 })
      .toMatchObject({ reached: false, cutOff: true })
    await second.stop()
    second = await startInside(folders[1]!, {
      school: false,
      follow: { url: station.hosts[0]!.addresses[0]!, token: renewed.token },
    })
    await expect.poll(() => kiosk.hosts().length, { timeout: 30_000 }).toBe(2)
    await level(first, second)

    // The second does not take a station that the first has.
    await expect(connectTo({ hosts: [other!], token: station.token })).rejects.toThrow('409')
    const here = { hosts: [other!, one!], token: station.token }
    const { port, address } = await connectTo(here)
    port.close()
    expect(address).toBe(one!.addresses[0])

    await first.kill()
    expect(await guichet(['promote', second.dir])).toMatchObject({ code: 0 })
    await expect.poll(kiosk.at, { timeout: 20_000 }).toBe(other!.addresses[0])
    const connection = await stationConnection({ hosts: [...kiosk.hosts()], token: station.token })
    if (typeof connection === 'string') throw new Error(connection)
    const taken = await connection.command('ticket.take', { serviceId: 'titres' as never }, uuidv7())
    expect(taken).toMatchObject({ output: { number: 'A1' } })
    connection.close()
  } finally {
    kiosk.stop()
  }
}, 120_000)
