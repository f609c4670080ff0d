import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect as connectTcp, type Socket } from 'node:net'
import { join } from 'node:path'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { WebSocket } from 'ws'
import type { CounterId } from '../../../shared/contract/ids.ts'
import { contractVersion } from '../../../shared/contract/index.ts'
import type { PairDone } from '../../../shared/contract/network/pairing.ts'
import type { Connection } from '../../../shared/rpc/connect.ts'
import { fetchOver, overTls, welcomed } from '../../fixtures/lanClients.ts'
import {
  administration,
  openNetwork,
  pairStation,
  stationConnection,
  type Administration,
} from '../../fixtures/lanHost.ts'
import { done, newFolder, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'

// What a stranger on the office's network, or a station turned hostile, can do to the host: on real sockets.

let dir: string
let host: RunningHost
let admin: Administration
let kiosk: PairDone
let agent: Connection
let address: URL
beforeAll(async () => {
  dir = await newFolder()
  host = await startHost(dir, { quickSecrets: true })
  admin = await administration(host)
  await openNetwork(admin)
  kiosk = await pairStation(admin, 'kiosk')
  const station = await stationConnection(await pairStation(admin, 'agent', 'Guichet 1', '1'), {
    agentId: 'agent1',
  })
  if (typeof station === 'string') throw new Error(station)
  agent = station
  address = new URL(kiosk.hosts[0]!.addresses[0]!)
})
afterAll(async () => {
  agent.close()
  await host.stop()
  await removeFolder(dir)
})

/** Of a hundred connections: the host holds 512 that say nothing. */
const batches = Number(process.env['GUICHET_RUNS'] ?? 100) > 100 ? 100 : 20

/** An agent's day goes on: an act through the network, decided, durable and answered. */
async function agentWorks(): Promise<void> {
  const open = await agent.command('counter.open', { counterId: '1' as CounterId }, uuidv7())
  expect(open).toMatchObject({ output: { counterId: '1' } })
}

/** The refusals that the log has of a code. */
const logged = (code: string): readonly { readonly address: string; readonly stationId?: string }[] =>
  readFileSync(join(dir, 'logs', 'host.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(`"code":"${code}"`) && line.includes('"refused"'))
    .map((line) => JSON.parse(line) as { address: string })

const codeOf = ({ status, text }: { status: number; text: string }): [number, string] => [
  status,
  (JSON.parse(text) as { error: { code: string } }).error.code,
]
const bearer = { authorization: `Bearer ${'A'.repeat(43)}` }
const call = '/api/v1/commands/ticket.take'
/** What the system has accepted reaches the host in its own time. */
const patience = { timeout: 20_000 }
const json = { 'content-type': 'application/json' }

const opened = (socket: Socket): Promise<Socket> =>
  new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })
const tls = (): TLSSocket =>
  connectTls({ host: '127.0.0.1', port: Number(address.port), rejectUnauthorized: false })

test('a station that keeps a connection for each of its requests holds so many; the oldest give way, and nobody else’s', async () => {
  const body = '{}'
  const ask = `POST /api/v1/queries/office.view HTTP/1.1\r\nhost: ${address.host}\r\nauthorization: Bearer ${kiosk.token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  const held: TLSSocket[] = []
  const gone = new Set<TLSSocket>()
  try {
    for (let count = 0; count < 80; count++) {
      const socket = tls()
      held.push(socket)
      socket.on('error', () => {})
      socket.on('close', () => gone.add(socket))
      await once(socket, 'secureConnect')
      const answered = once(socket, 'data')
      socket.write(ask)
      expect(String((await answered)[0])).toMatch(/^HTTP\/1.1 200/)
    }
    await expect.poll(() => gone.size, patience).toBe(16)
    expect(held.slice(0, 16).every((socket) => gone.has(socket))).toBe(true)
    await agentWorks()
  } finally {
    for (const socket of held) socket.destroy()
  }
})

test(
  'thousands of connections half open hold little, and an agent works, and a newcomer enters, meanwhile',
  { timeout: 120_000 },
  async () => {
    const silent: Socket[] = []
    try {
      for (let batch = 0; batch < batches; batch++)
        await Promise.all(
          Array.from({ length: 100 }, async (_, at) => {
            // From many addresses of this machine: each is another caller.
            const localAddress = `127.0.1.${1 + ((batch * 100 + at) % 250)}`
            const socket = connectTcp({ host: '127.0.0.1', port: Number(address.port), localAddress })
            socket.on('error', () => {})
            silent.push(socket)
            await opened(socket).catch(() => undefined)
          }),
        )
      await agentWorks()
      // A newcomer's handshake pushes one that is silent out, and is not pushed out itself.
      const station = await stationConnection(kiosk)
      expect(typeof station).toBe('object')
      if (typeof station !== 'string') station.close()
      await expect
        .poll(
          () => silent.filter((socket) => !socket.destroyed && socket.readyState === 'open').length,
          patience,
        )
        .toBeLessThanOrEqual(512)
      expect(logged('connectionDropped').length).toBeGreaterThan(0)
    } finally {
      for (const socket of silent) socket.destroy()
    }
  },
)

test(
  'one address holds sixty-four connections without a token at most, whatever it does with them',
  { timeout: 60_000 },
  async () => {
    const mine = Array.from({ length: 200 }, () => {
      const socket = connectTcp({ host: '127.0.0.1', port: Number(address.port), localAddress: '127.0.2.1' })
      socket.on('error', () => {})
      return socket
    })
    await Promise.all(mine.map((socket) => opened(socket).catch(() => undefined)))
    await expect
      .poll(() => mine.filter(({ readyState }) => readyState === 'open').length, patience)
      .toBeLessThanOrEqual(64)
    for (const socket of mine) socket.destroy()
  },
)

test('a request that comes drop by drop is ended with its code, and nobody waits for it', async () => {
  const socket = tls()
  socket.on('error', () => {})
  await once(socket, 'secureConnect')
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => (said += text))
  socket.write(`POST ${call} HTTP/1.1\r\nhost: ${address.host}\r\n`)
  const drops = setInterval(() => {
    if (!socket.destroyed) socket.write('x-a: b\r\n')
  }, 500)
  await agentWorks()
  await once(socket, 'close')
  clearInterval(drops)
  expect(said).toContain('408')
  expect(said).toContain('timeout')
}, 20_000)

test('a frame or a body that is too long is refused without being kept, with and without a token', async () => {
  const socket = new WebSocket(`wss://${address.host}/ws`, {
    rejectUnauthorized: false,
    headers: { authorization: `Bearer ${kiosk.token}` },
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ t: 'hello', version: contractVersion }))
  await once(socket, 'message')
  socket.send('x'.repeat(300 * 1024))
  const [code] = (await once(socket, 'close')) as [number]
  expect(code).toBe(1009)
  expect(logged('tooLarge').at(-1)).toMatchObject({ stationId: kiosk.stationId })
  // A stranger sends nothing at all by WebSocket, and its bodies are read by nobody.
  expect(await welcomed(address, {})).toBe(401)
  const long = 'x'.repeat(5000)
  expect(
    codeOf(await overTls(new URL('/pair/begin', address), { method: 'POST', headers: json }, long)),
  ).toEqual([413, 'tooLarge'])
  await agentWorks()
})

test('nothing compressed is opened: neither a body, nor a socket', async () => {
  const bomb = gzipSync(Buffer.alloc(10 * 1024 * 1024))
  for (const path of [call, '/pair/begin'])
    expect(
      codeOf(
        await overTls(
          new URL(path, address),
          {
            method: 'POST',
            headers: { ...json, 'content-encoding': 'gzip', authorization: `Bearer ${kiosk.token}` },
          },
          bomb,
        ),
      ),
    ).toEqual([415, 'encodingRefused'])
  const socket = new WebSocket(`wss://${address.host}/ws`, {
    rejectUnauthorized: false,
    perMessageDeflate: true,
    headers: { authorization: `Bearer ${kiosk.token}` },
  })
  await once(socket, 'open')
  expect(socket.extensions).toBe('')
  // A frame that says it is compressed all the same breaks the protocol.
  const raw = (socket as unknown as { _socket: TLSSocket })._socket
  raw.write(Buffer.from([0xc1, 0x85, 0, 0, 0, 0, 1, 2, 3, 4, 5]))
  await once(socket, 'close')
  await agentWorks()
})

test('a name that is not this host’s own is somebody’s rebinding, at each door of the port', async () => {
  for (const name of ['ailleurs.example', '192.0.2.7', 'localhost', `${address.hostname}.ailleurs.example`]) {
    const headers = { ...bearer, host: `${name}:${address.port}` }
    for (const path of ['/', call, '/pair/begin', `/lien/${'A'.repeat(43)}`])
      expect(codeOf(await overTls(new URL(path, address), { method: 'POST', headers })), path).toEqual([
        403,
        'forbiddenOrigin',
      ])
    expect(await welcomed(address, { host: name, authorization: `Bearer ${kiosk.token}` })).toBe(403)
  }
  expect(logged('forbiddenOrigin').length).toBeGreaterThan(0)
})

test('a page of another site can pair nothing, open no socket and read nothing', async () => {
  const origin = 'https://ailleurs.example'
  expect(await welcomed(address, { origin, authorization: `Bearer ${kiosk.token}` })).toBe(403)
  // What a page may send without asking for leave is not what the pairing reads.
  const plain = { 'content-type': 'text/plain', origin }
  const before = await admin.act('pairing.open', { role: 'kiosk', place: { name: 'Hall', counterId: null } })
  const message = JSON.stringify({
    version: contractVersion,
    exchange: 'A'.repeat(43),
    share: 'A'.repeat(43),
  })
  for (const headers of [plain, { ...json, origin }, { 'content-type': 'text/plain' }]) {
    const { status } = await overTls(new URL('/pair/begin', address), { method: 'POST', headers }, message)
    expect([400, 403]).toContain(status)
  }
  const { pairing } = await admin.ask('stations.view', {})
  expect(pairing?.tries).toBe(before.tries)
  await admin.act('pairing.close', {})
  // No answer lets another origin read it.
  const { headers } = await overTls(new URL('/api/v1/openapi.json', address), { headers: { origin } })
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
})

test('a station’s role is its token’s: saying another one changes nothing', async () => {
  const headers = { ...json, authorization: `Bearer ${kiosk.token}` }
  for (const name of [
    'commands/office.setAddress',
    'commands/pairing.open',
    'commands/station.pair',
    'commands/door.announce',
  ])
    expect(
      codeOf(
        await overTls(new URL(`/api/v1/${name}`, address), { method: 'POST', headers }, '{"role":"admin"}'),
      ),
    ).toEqual([403, 'forbiddenRole'])
  const station = await stationConnection(kiosk, { agentId: 'agent1' })
  if (typeof station === 'string') throw new Error(station)
  // Nor does naming an agent make an agent of a kiosk.
  expect(station).toMatchObject({ role: 'kiosk', agentId: null })
  expect(await station.command('ticket.callNext', {} as never, uuidv7())).toMatchObject({
    error: { code: 'forbiddenRole' },
  })
  station.close()
  // Nor can the administration itself write a pairing that nobody proved.
  for (const name of ['station.pair', 'door.announce', 'standby.noteRenewal'] as const)
    expect(await admin.connection.command(name, {} as never, uuidv7())).toMatchObject({
      error: { code: 'forbiddenRole' },
    })
  expect(logged('forbiddenRole').some(({ stationId }) => stationId === kiosk.stationId)).toBe(true)
})

test('a flood of wrong tokens is slowed down, costs a line and not a line each, and touches nobody else', async () => {
  const lines = logged('unauthorized').length
  const statuses = await Promise.all(
    Array.from({ length: 60 }, () => fetchOver({ hosts: kiosk.hosts, token: 'B'.repeat(43) }, call)),
  )
  expect(new Set(statuses.map(([, code]) => code))).toEqual(new Set(['unauthorized']))
  expect(logged('unauthorized').length - lines).toBeLessThanOrEqual(1)
  await agentWorks()
})

test('a word that is no token gives no stranger a quicker pace than silence', async () => {
  // One connection from an address of its own: more requests than its first burst.
  const from = { host: '127.0.0.1', port: Number(address.port), localAddress: '127.0.4.1' }
  const socket = connectTls({ socket: connectTcp(from), rejectUnauthorized: false })
  let said = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  socket.on('error', () => {})
  await once(socket, 'secureConnect')
  const asks = `GET /healthz HTTP/1.1\r\nhost: ${address.host}\r\nauthorization: ${bearer.authorization}\r\n\r\n`
  socket.write(asks.repeat(2000))
  await expect.poll(() => said.match(/HTTP\/1\.1 429/g)?.length ?? 0, patience).toBeGreaterThan(0)
  socket.destroy()
})

test('a station that was revoked is heard no more, even in the moment that its end takes', async () => {
  await done(host, 'supervisor', 'commands/day.open')
  const { stationId, token } = await pairStation(admin, 'kiosk', 'Hall 2')
  const socket = new WebSocket(`wss://${address.host}/ws`, {
    rejectUnauthorized: false,
    headers: { authorization: `Bearer ${token}` },
  })
  socket.on('error', () => {})
  const said: { readonly t: string }[] = []
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as { readonly t: string }
    said.push(message)
    if (message.t === 'refused')
      socket.send(
        JSON.stringify({
          t: 'call',
          id: 1,
          name: 'ticket.take',
          input: { serviceId: 'titres' },
          commandId: uuidv7(),
        }),
      )
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ t: 'hello', version: contractVersion }))
  await expect.poll(() => said.at(-1)?.t).toBe('welcome')
  const waiting = async () => {
    const answer = await fetch(`${host.url}/metrics`, {
      headers: { authorization: `Bearer ${host.tokens['integration']}` },
    })
    return /^guichet_tickets_waiting\{service="titres"\} (\d+)$/m.exec(await answer.text())?.[1]
  }
  const before = await waiting()
  await admin.act('station.revoke', { stationId })
  await once(socket, 'close')
  await agentWorks()
  expect(said.map(({ t }) => t)).toEqual(['welcome', 'refused'])
  expect([before, await waiting()]).toEqual([before, before])
  expect(before).toBeDefined()
})

test('one station holds sixteen connections at most, and the others keep theirs', async () => {
  const sockets = await Promise.all(
    Array.from({ length: 20 }, async () => stationConnection(kiosk).catch(() => 'closed')),
  )
  expect(sockets.filter((station) => typeof station !== 'string')).toHaveLength(16)
  expect(sockets.filter((station) => station === 'tooManyCalls')).toHaveLength(4)
  await agentWorks()
  for (const station of sockets) if (typeof station !== 'string') station.close()
})

test('what the log keeps of refusals is codes, addresses and ids, never what was sent', async () => {
  const secret = 'Phrase-que-personne-ne-doit-lire'
  await overTls(new URL(`/api/v1/commands/${secret}`, address), { method: 'POST', headers: bearer }, secret)
  const lines = readFileSync(join(dir, 'logs', 'host.jsonl'), 'utf8')
  expect(lines).not.toContain(secret)
  expect(lines).not.toContain(kiosk.token)
  for (const line of lines.split('\n').filter((text) => text.includes('"refused"')))
    expect(
      Object.keys(JSON.parse(line) as object).filter(
        (key) => !['at', 'level', 'what', 'code', 'address', 'stationId', 'count'].includes(key),
      ),
    ).toEqual([])
})
