import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isIP, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, test } from 'vitest'
import { deliver } from '../../../electron/host/integrations/deliver.ts'
import { isPublicAddress, otherMachineLookup } from '../../../electron/host/integrations/addresses.ts'
import { startOffice, type Started } from '../../../electron/host/startOffice.ts'
import { headlessChromium } from '../../../electron/printing/headless.ts'
import type { Holder } from '../../../electron/host/core/tokens.ts'
import type { Role } from '../../../shared/contract/define.ts'
import type { CommandId, StationId } from '../../../shared/contract/ids.ts'
import { calls, type CallName } from '../../../shared/contract/index.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// Webhooks from a real host to a real receiver. It is on this machine, so that private addresses are allowed, save
// where they are what is tried. Names are told by the test: no domain of its own exists here.

type Received = { readonly headers: Readonly<Record<string, string>>; readonly body: string }
type Receiver = {
  readonly url: string
  readonly received: readonly Received[]
  /** How the next ones are answered. */
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void
}

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function receiver(port = 0): Promise<Receiver> {
  const received: Received[] = []
  const made: { answer: Receiver['answer'] } = {
    answer: (_request, response) => void response.writeHead(204).end(),
  }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body })
      made.answer(request, response, body)
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  ends.push(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/guichet`
  return Object.assign(made, { url, received })
}

const fails = (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(500).end('non')

async function office(dir: string, webhookDelays: readonly number[]): Promise<Started> {
  const chromium = headlessChromium()
  const software = { webhookDelays }
  const started = await startOffice({
    dir,
    school: true,
    at: undefined,
    protection: null,
    chromium,
    software,
  })
  ends.push(started.stop)
  return started
}

type Shown = {
  readonly webhooks: readonly unknown[]
  readonly dead: readonly { readonly seq: number; readonly attempts: number; readonly again: boolean }[]
}

/** One act in the host's own process; throws its code when it is refused. */
async function act<T = unknown>({ host }: Started, role: Role, name: CallName, input: unknown): Promise<T> {
  const holder: Holder = { role, stationId: role as string as StationId, agentId: null }
  const parsed = calls[name].input.parse(input)
  const answer = await host.call(holder, name, parsed, randomUUID() as CommandId)
  if ('code' in answer) throw new Error(`${name}: ${answer.code}`)
  return JSON.parse(answer.text) as T
}

type Made = { readonly webhookId: string; readonly secret: string | null }
const create = (started: Started, url: string, types: readonly string[] = ['ticketTaken']) =>
  act<Made>(started, 'admin', 'webhook.create', { label: 'Affichage', url, types })
const allowPrivate = { privateAddresses: true, notices: { means: [], ahead: 0 } }
const show = (started: Started) => act<Shown>(started, 'admin', 'software.show', {})
const take = (started: Started) => act(started, 'kiosk', 'ticket.take', { serviceId: 'titres' })

/** An office whose day is open and that may reach this machine. */
async function open(webhookDelays: readonly number[] = [10, 10]) {
  const dir = await newFolder()
  ends.push(() => removeFolder(dir))
  const started = await office(dir, webhookDelays)
  await act(started, 'supervisor', 'day.open', {})
  await act(started, 'admin', 'software.set', allowPrivate)
  return { dir, started }
}

const types = (received: readonly Received[]) =>
  received.map(({ body }) => (JSON.parse(body) as { type: string }).type)
const seqs = (received: readonly Received[]) =>
  received.map(({ body }) => (JSON.parse(body) as { seq: number }).seq)

describe('a webhook', () => {
  test('receives what happens from its creation on, in order, signed so that a library that is not ours verifies it', async () => {
    const { started } = await open()
    const there = await receiver()
    await take(started)
    const { secret } = await create(started, there.url, ['ticketTaken', 'dayClosed'])
    for (let count = 0; count < 5; count++) await take(started)
    await expect.poll(() => there.received.length).toBe(5)
    expect(types(there.received)).toEqual(Array.from({ length: 5 }, () => 'ticketTaken'))
    expect(seqs(there.received)).toEqual(seqs(there.received).toSorted((a, b) => a - b))
    const webhook = new Webhook(secret!)
    for (const { headers, body } of there.received) {
      expect(webhook.verify(body, headers)).toMatchObject({ data: { serviceId: 'titres' } })
      expect((JSON.parse(body) as { data: object }).data).not.toHaveProperty('code')
      expect(() => webhook.verify(`${body} `, headers)).toThrow()
    }
    const other = await create(started, there.url, [])
    expect(() =>
      new Webhook(other.secret!).verify(there.received[0]!.body, there.received[0]!.headers),
    ).toThrow()
  })

  test('that fails is tried again with the same id, and what comes meanwhile waits behind', async () => {
    const { started } = await open([10, 20, 40])
    const there = await receiver()
    let failures = 2
    there.answer = (request, response) =>
      failures-- > 0 ? fails(request, response) : void response.writeHead(200).end()
    await create(started, there.url)
    await Promise.all([take(started), take(started)])
    await expect.poll(() => there.received.length).toBe(4)
    const ids = there.received.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids.slice(0, 3)).size).toBe(1)
    expect(ids[3]).not.toBe(ids[0])
    expect((await show(started)).dead).toEqual([])
  })

  test('that never takes an event gives it up after the last try, goes on, and sends it again when a manager asks', async () => {
    const { started } = await open([5])
    const there = await receiver()
    let refused = ''
    there.answer = (request, response, body) => {
      refused ||= (JSON.parse(body) as { seq: number }).seq.toString()
      if (String((JSON.parse(body) as { seq: number }).seq) === refused) fails(request, response)
      else response.writeHead(200).end()
    }
    const { webhookId } = await create(started, there.url)
    await Promise.all([take(started), take(started)])
    await expect.poll(async () => (await show(started)).dead.length).toBe(1)
    await expect.poll(() => there.received.length).toBe(3)
    const [letter] = (await show(started)).dead
    expect(letter).toMatchObject({
      webhookId,
      type: 'ticketTaken',
      attempts: 2,
      problem: 'refused',
      again: false,
    })
    const asked = { webhookId, seq: letter!.seq }
    // Still refused: it stays, counted once more.
    await act(started, 'admin', 'webhook.replay', asked)
    await expect.poll(async () => (await show(started)).dead[0]).toMatchObject({ attempts: 3, again: false })
    refused = 'nothing'
    await act(started, 'admin', 'webhook.replay', asked)
    await expect.poll(async () => (await show(started)).dead).toEqual([])
    expect(seqs(there.received).at(-1)).toBe(letter!.seq)
    await expect(act(started, 'admin', 'webhook.replay', asked)).rejects.toThrow('unknownDelivery')
  })

  test('loses nothing when the host stops while it can’t be reached, nor while it is paused', async () => {
    const { dir, started } = await open([60_000])
    const gone = await receiver()
    gone.answer = fails
    const made = { label: 'A', url: gone.url, types: ['ticketTaken'] }
    const { webhookId } = await create(started, gone.url)
    await take(started)
    await expect.poll(() => gone.received.length).toBe(1)
    await act(started, 'admin', 'webhook.set', { ...made, webhookId, active: false })
    await take(started)
    await started.stop()
    ends.splice(ends.indexOf(started.stop), 1)
    const again = await office(dir, [10])
    gone.answer = (_request, response) => void response.writeHead(200).end()
    const back = await receiver()
    await act(again, 'admin', 'webhook.set', { ...made, url: back.url, webhookId, active: true })
    await take(again)
    // The next try was due in a minute: another address does not wait for what the first one refused.
    await expect.poll(() => back.received.length).toBe(3)
    expect(seqs(back.received)[0]).toBe(seqs(gone.received)[0])
  })

  test('that is removed is told nothing more, and nothing of it is kept', async () => {
    const { started } = await open([1])
    const there = await receiver()
    there.answer = fails
    const { webhookId } = await create(started, there.url)
    await take(started)
    await expect.poll(async () => (await show(started)).dead.length).toBe(1)
    await act(started, 'admin', 'webhook.remove', { webhookId })
    const before = there.received.length
    await take(started)
    expect(await show(started)).toMatchObject({ webhooks: [], dead: [] })
    expect(there.received.length).toBe(before)
  })

  test('may not be an address by http, with a password, or of a type that does not leave', async () => {
    const { started } = await open()
    await act(started, 'admin', 'software.set', { ...allowPrivate, privateAddresses: false })
    await expect(create(started, 'http://exemple.fr/')).rejects.toThrow('webhookInsecure')
    await expect(create(started, 'https://moi:secret@exemple.fr/')).rejects.toThrow('webhookInsecure')
    await expect(create(started, 'https://exemple.fr/', ['agentSet'])).rejects.toThrow('unknownEventType')
    expect((await create(started, 'https://exemple.fr/')).secret).toMatch(/^whsec_/)
  })
})

describe('one delivery', () => {
  const send = (url: string, options: Partial<Parameters<typeof deliver>[3]> = {}) =>
    deliver(url, '{"a":1}', {}, { privateAddresses: true, ...options })

  test('follows no redirect, waits no longer than its time, and reads nothing of what is answered', async () => {
    const there = await receiver()
    const trap = await receiver()
    there.answer = (_request, response) => void response.writeHead(307, { location: trap.url }).end()
    expect(await send(there.url)).toBe('redirected')
    expect(trap.received).toEqual([])
    there.answer = () => {}
    expect(await send(there.url, { patience: 200 })).toBe('timeout')
    // An answer without end: its status was all that mattered.
    there.answer = (_request, response) => {
      response.writeHead(200)
      const flood = setInterval(() => response.write('x'.repeat(65_536)), 1)
      response.on('close', () => clearInterval(flood))
    }
    expect(await send(there.url, { patience: 2000 })).toBeNull()
    expect(await send('http://127.0.0.1:1/')).toBe('unreachable')
  })

  test('reaches neither this machine nor a private network, however the address is written or resolved', async () => {
    const there = await receiver()
    const { port } = new URL(there.url)
    for (const host of [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '0.0.0.0',
      'localhost',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '10.1.2.3',
      '192.168.1.1',
      '172.20.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '[fe80::1]',
      '[fd00::1]',
    ])
      expect(await send(`https://${host}:${port}/`, { privateAddresses: false }), host).toBe('privateAddress')
    expect(await send(there.url, { privateAddresses: false })).toBe('insecureAddress')
    expect(there.received).toEqual([])
  })

  test('asks a name once: what it says a moment later is not connected to, and one private answer refuses it', async () => {
    const there = await receiver()
    const { port } = new URL(there.url)
    let asked = 0
    const answering = (...addresses: readonly string[]) =>
      ((_name: string, _options: unknown, done: (error: null, all: unknown) => void) => {
        asked++
        done(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
      }) as never
    const to = (...addresses: readonly string[]) =>
      send(`https://rebond.exemple:${port}/`, {
        privateAddresses: false,
        patience: 300,
        resolve: answering(...addresses),
      })
    expect(await to('127.0.0.1')).toBe('privateAddress')
    expect(await to('93.184.216.34', '127.0.0.1')).toBe('privateAddress')
    expect(await to('2606:2800:220:1::1', '::1')).toBe('privateAddress')
    expect(asked).toBe(3)
    // Refused before any connection: nothing came here, and nothing was asked twice.
    expect(there.received).toEqual([])
  })

  test.each(['127.0.0.1', '0.0.0.0', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fe80::1'])(
    'reaches this machine by no name once private networks are allowed, were it to say %s',
    async (address) => {
      const there = await receiver()
      const { port } = new URL(there.url)
      const saying = ((_name: string, _options: unknown, done: (error: null, all: unknown) => void) =>
        done(null, [{ address, family: address.includes(':') ? 6 : 4 }])) as never
      const to = (host: string) => send(`http://${host}:${port}/`, { resolve: saying, patience: 300 })
      expect(await to('suivi.mairie.exemple')).toBe('privateAddress')
      expect(there.received).toEqual([])
      // What its seat alone may name is reached all the same.
      if (address === '127.0.0.1')
        expect([await to('localhost'), await send(there.url)]).toEqual([null, null])
    },
  )

  test('knows every address of this machine behind a name, yet no other machine’s', async () => {
    const found = (address: string) =>
      new Promise<string | null>((done) => {
        const saying = ((_name: string, _options: unknown, answer: (error: null, all: unknown) => void) =>
          answer(null, [{ address, family: isIP(address) }])) as never
        otherMachineLookup(saying)('suivi.mairie.exemple', { all: true }, (error) =>
          done(error?.name ?? null),
        )
      })
    for (const { address } of Object.values(networkInterfaces()).flatMap((one) => one ?? []))
      expect(await found(address), address).toBe('PrivateAddressError')
    for (const address of ['192.0.2.7', '203.0.113.9', '2001:db8::7', 'fd12:3456::7', '8.8.8.8'])
      expect(await found(address), address).toBeNull()
  })

  test.each(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111', '2a01:e0a::1'])(
    '%s is the Internet’s',
    (one) => {
      expect(isPublicAddress(one)).toBe(true)
    },
  )
})
