import { createServer, type ServerResponse } from 'node:http'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPeer } from '../../../electron/host/standby/asking.ts'
import { heldFiles } from '../../../electron/host/standby/files.ts'
import { readFollowing } from '../../../electron/host/standby/folder.ts'
import { State } from '../../../electron/host/standby/wire.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { administration, openNetwork } from '../../fixtures/lanHost.ts'
import { done, newFolder, removeFolder } from '../../fixtures/startHost.ts'
import { guichet } from '../../fixtures/insideCommand.ts'

// What opens the whole office to a second machine can be taken back, at once; and a copy that stops is not waited for.

let host: HostInside
let dir: string
/** The token that the first test takes back. */
let first: string
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir)
  first = host.follower()
}, 60_000)
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

const us = { hostId: '0198c1f2-0000-4abc-8def-a00000000000', urls: [], pins: [] }
const place = { seq: 0, hash: '0'.repeat(64), rev: 0, lineage: null, follows: true }
const ask = (token: string, path: string, body: object) =>
  fetch(`${host.url}/following/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const state = async (token: string, more: object = {}) => {
  const answer = await ask(token, 'state', { us, acts: false, epoch: 0, ...more })
  return [answer.status, ((await answer.json()) as { acts?: boolean }).acts]
}
const next = (token: string, more: object = {}) =>
  ask(token, 'next', { us, epoch: 0, place, files: '', holds: false, door: null, ...more })
const copy = (token: string) =>
  fetch(`${host.url}/following/copy`, { headers: { authorization: `Bearer ${token}` } })
const renew = () => done<{ token: string }>(host, 'admin', 'commands/standby.renewToken', {})

const isLinked = async () =>
  (await done<{ linked: boolean }>(host, 'admin', 'queries/standby.view', {})).linked

test('taken back, a token opens nothing, and what it had open ends; the host is told of nobody any more', async () => {
  expect(await isLinked(), 'always alone').toBe(false)
  expect((await next(first)).status).toBe(200)
  expect(await isLinked(), 'followed').toBe(true)
  const heard = await done<{ lastHeardAt: number | null }>(host, 'admin', 'queries/standby.view', {})
  expect(heard.lastHeardAt, 'kept beyond a restart').toBe(readFollowing(dir).heardAt)
  expect(heard.lastHeardAt).toBeGreaterThan(0)
  // A copy begins what can be followed; level with the host, a question waits for something to say.
  await (await copy(first)).arrayBuffer()
  const level = (await (await ask(first, 'state', { us, acts: false, epoch: 0 })).json()) as { place: object }
  const open = next(first, { holds: true, place: level.place, files: heldFiles(dir).digest() })
  const early = await Promise.race([open, new Promise((waited) => setTimeout(waited, 300))])
  expect(early, 'it waits').toBeUndefined()
  const { token } = await renew()
  expect((await open).status).toBe(401)
  expect((await next(first)).status).toBe(401)
  expect((await copy(first)).status).toBe(401)
  expect((await next(token)).status).toBe(200)
  const again = await renew()
  const view = await done<{ followers: object[]; lastHeardAt: number | null }>(
    host,
    'admin',
    'queries/standby.view',
    {},
  )
  expect([view.followers, view.lastHeardAt]).toEqual([[], null])
  expect(await isLinked(), 'a token is out, though nobody follows any more').toBe(true)
  expect((await next(token)).status, 'each in its turn').toBe(401)
  expect((await next(again.token)).status).toBe(200)
})

test('who had one still learns which machine acts, so that two never do; what it says moves nothing', async () => {
  expect(await state(first, { acts: true, epoch: 99 })).toEqual([200, true])
  expect(await state(first), 'it still acts').toEqual([200, true])
  expect((await state('inconnu'.repeat(6)))[0]).toBe(401)
})

test('a token of the office opens nothing of this door, nor this door’s a call', async () => {
  expect((await next(host.tokens['admin']!)).status).toBe(401)
  const { token } = await renew()
  const call = await fetch(`${host.url}/api/v1/queries/queue.view`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '{}',
  })
  expect(call.status).toBe(401)
})

test('« follower --renew » does it too, by the program that runs, and says that the one before is worth nothing', async () => {
  const { token } = await renew()
  const { code, out, err } = await guichet(['follower', dir, '--renew'])
  expect([code, err]).toEqual([0, expect.stringContaining('L’ancien jeton n’ouvre plus rien')])
  expect((await next(token)).status).toBe(401)
  expect((await next(out.trim().split('.')[0]!)).status).toBe(200)
})

test('of a host that is stopped, « follower --renew » is a fact of the office too, told among its changes', async () => {
  const renewals = async () => {
    const view = await done<{ changes: readonly { readonly type: string }[] }>(
      host,
      'admin',
      'queries/premises.view',
      {},
    )
    return view.changes.filter(({ type }) => type === 'followerRenewed').length
  }
  const before = await renewals()
  expect(before).toBeGreaterThan(0)
  await host.stop()
  const { code, out } = await guichet(['follower', dir, '--renew'])
  host = await startInside(dir)
  expect([code, await renewals()]).toEqual([0, before + 1])
  expect((await next(out.trim().split('.')[0]!)).status).toBe(200)
})

/** A host that sends this as the whole copy. */
async function sending(send: (response: ServerResponse) => void) {
  const server = createServer((_request, response) => send(response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const folder = mkdtempSync(join(tmpdir(), 'guichet-copie-'))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const peer = openPeer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'x'.repeat(40), [], {
    made: 400,
    silent: 400,
  })
  const file = join(folder, 'copie')
  return { copy: () => peer.download(file), file }
}

test('a copy that does not begin, or stops on its way, is given up with a sentence', async () => {
  const never = await sending(() => {})
  await expect(never.copy()).rejects.toThrow(/n’avance plus/)
  const stops = await sending((response) => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('x'.repeat(500))
  })
  await expect(stops.copy()).rejects.toThrow(/n’avance plus/)
})

test('a copy larger than the disk, or of no announced size, is refused before it is written; a whole one is taken', async () => {
  const huge = await sending((response) =>
    response.writeHead(200, { 'content-length': 2 ** 52 }).flushHeaders(),
  )
  await expect(huge.copy()).rejects.toThrow(/ne tient pas sur le disque/)
  const endless = await sending((response) => response.writeHead(200).end('x'))
  await expect(endless.copy()).rejects.toThrow(/taille annoncée/)
  const whole = await sending((response) => response.writeHead(200, { 'content-length': 5 }).end('copie'))
  await whole.copy()
  expect(statSync(whole.file).size).toBe(5)
})

test('a second computer is linked before any station: its token opens the door, by which it is answered', async () => {
  const alone = await startInside(await newFolder())
  onTestFinished(async () => {
    await alone.stop()
    await removeFolder(alone.dir)
  })
  const admin = await administration(alone)
  onTestFinished(() => admin.connection.close())
  await openNetwork(admin)
  const door = async () => (await admin.ask('stations.view', {})).door
  expect((await door()).open, 'nobody is awaited').toBe(false)
  const early = await guichet(['follower', alone.dir])
  expect(early.err, 'its token alone opens nothing').toContain('--renew')
  expect((await door()).open).toBe(false)
  expect((await guichet(['follower', alone.dir, '--renew'])).code).toBe(0)
  expect((await door()).open, 'as the page’s act does').toBe(true)
  expect((await guichet(['follower', alone.dir])).err, 'a token is out').toBe('')
  const { token } = await admin.act('standby.renewToken', {})
  const { open, addresses, pin } = await door()
  expect([open, token.endsWith(`.${pin}`)]).toEqual([true, true])
  const peer = openPeer(addresses[0]!, token.split('.')[0]!, [pin!])
  onTestFinished(() => peer.close())
  expect(await peer.ask('state', { us, acts: false, epoch: 0 }, State, 5_000)).toMatchObject({ acts: true })
  await admin.act('network.set', { on: null, port: 0, names: [], certificate: null, discoverable: false })
  expect((await door()).open, 'shut by whoever chooses this machine alone').toBe(false)
})

test('a computer that follows answers on the network chosen there, though no station was ever linked', async () => {
  const hosts: HostInside[] = []
  onTestFinished(async () => {
    await Promise.all(hosts.map((one) => one.stop()))
    await Promise.all(hosts.map((one) => removeFolder(one.dir)))
  })
  const acting = await startInside(await newFolder())
  hosts.push(acting)
  const admin = await administration(acting)
  onTestFinished(() => admin.connection.close())
  await openNetwork(admin, '127.0.0.2')
  const { token } = await admin.act('standby.renewToken', {})
  const [address = ''] = (await admin.ask('stations.view', {})).door.addresses
  const follower = await startInside(await newFolder(), {
    school: false,
    follow: { url: address, token },
  })
  hosts.push(follower)
  const there = await administration(follower)
  onTestFinished(() => there.connection.close())
  await openNetwork(there, '127.0.0.3')
  expect((await there.ask('stations.view', {})).door).toMatchObject({
    open: true,
    addresses: [expect.stringContaining('127.0.0.3')],
  })
})
