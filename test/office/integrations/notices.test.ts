import { once } from 'node:events'
import { createServer as createHttp, type ServerResponse } from 'node:http'
import { createServer as createTcp, type AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendFollowed } from '../../../electron/host/http/follow.ts'
import { startOffice, type Started } from '../../../electron/host/startOffice.ts'
import { headlessChromium } from '../../../electron/printing/headless.ts'
import type { Holder } from '../../../electron/host/core/tokens.ts'
import type { Role } from '../../../shared/contract/define.ts'
import type { AgentId, CommandId, StationId } from '../../../shared/contract/ids.ts'
import { calls, type CallName, type Output } from '../../../shared/contract/index.ts'
import { mostMessages } from '../../../shared/domain/integrations/state.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// « Votre tour approche », by a gateway of this machine: what leaves, when, once, and what stays (nothing).

const phone = '06 12 34 56 78'
const sent = '+33612345678'

let dir: string
let office: Started
const ends: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  dir = await newFolder()
  const chromium = headlessChromium()
  const software = { noticeDelays: [0, 20] }
  office = await startOffice({ dir, school: true, at: undefined, protection: null, chromium, software })
  await act('supervisor', 'day.open')
})
afterEach(async () => {
  await office.stop()
  for (const end of ends.splice(0)) await end()
  await removeFolder(dir)
})

async function call<T>(role: Role, name: CallName, input: object = {}) {
  const agentId = role === 'agent' ? ('agent1' as AgentId) : null
  const holder: Holder = { role, stationId: role as string as StationId, agentId }
  const parsed = calls[name].input.parse(input)
  const answer = await office.host.call(holder, name, parsed, randomUUID() as CommandId)
  return 'code' in answer ? answer.code : (JSON.parse(answer.text) as T)
}
async function act<T = unknown>(role: Role, name: CallName, input: object = {}): Promise<T> {
  const given = await call<T>(role, name, input)
  if (typeof given === 'string') throw new Error(`${name}: ${given}`)
  return given
}

const take = () => act<{ ticketId: string }>('kiosk', 'ticket.take', { serviceId: 'titres' })
const allow = (ahead: number) =>
  act('admin', 'software.set', { privateAddresses: false, notices: { means: ['sms', 'email'], ahead } })
const askFor = (ticketId: string, to = phone, means = 'sms') =>
  call<{ ahead: number }>('kiosk', 'notice.ask', { ticketId, means, to, consent: true, lang: 'en' })

/** Whether an address is anywhere in the folder: tables, their log, the journal, the logs. */
const kept = (...texts: readonly string[]): readonly string[] =>
  ['', 'logs'].flatMap((below) =>
    readdirSync(join(dir, below), { withFileTypes: true })
      .filter((one) => one.isFile() && one.name !== 'avis.json')
      .filter(({ name }) => {
        const bytes = readFileSync(join(dir, below, name))
        return texts.some((text) => bytes.includes(text))
      })
      .map(({ name }) => join(below, name)),
  )

async function smsGateway() {
  const received: { readonly to: string; readonly text: string; readonly key: string }[] = []
  const state = { status: 200 }
  const server = createHttp((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      received.push({
        ...(JSON.parse(body) as { to: string; text: string }),
        key: String(request.headers['x-key']),
      })
      response.writeHead(state.status).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => new Promise((done) => server.close(done)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/envoi`
  writeFileSync(join(dir, 'avis.json'), JSON.stringify({ sms: { url, headers: { 'x-key': 'secret' } } }))
  return { received, state }
}

test('who asked for it is told once, when few enough are before, and their number is nowhere any more', async () => {
  const gateway = await smsGateway()
  await allow(1)
  await act('agent', 'counter.open', { counterId: '1' })
  const [, , third] = [await take(), await take(), await take()]
  expect(await askFor(third!.ticketId)).toMatchObject({ ahead: 2 })
  expect(gateway.received).toEqual([])
  await act('agent', 'ticket.callNext')
  await expect.poll(() => gateway.received.length).toBe(1)
  expect(gateway.received[0]).toMatchObject({
    to: sent,
    key: 'secret',
    text: expect.stringMatching(/your turn is near/),
  })
  await act('agent', 'ticket.start')
  await act('agent', 'visit.close', { outcome: 'information' })
  await act('agent', 'ticket.callNext')
  expect(gateway.received.length).toBe(1)
  // A host's purge empties the write-ahead log too, at its start and then every hour.
  await office.stop()
  office = await startOffice({
    dir,
    school: true,
    at: undefined,
    protection: null,
    chromium: headlessChromium(),
  })
  expect(kept(sent, phone)).toEqual([])
})

test('a gateway that fails is tried again, and no address is ever in the logs', async () => {
  const gateway = await smsGateway()
  gateway.state.status = 500
  await allow(3)
  const { ticketId } = await take()
  expect(await askFor(ticketId)).toMatchObject({ ahead: 0 })
  await expect.poll(() => gateway.received.length).toBe(2)
  expect(kept(sent, phone).filter((name) => name.startsWith('logs'))).toEqual([])
})

test('of a notice that never left, who can tell the person knows it until they are told; another may be asked', async () => {
  const gateway = await smsGateway()
  gateway.state.status = 500
  await allow(3)
  await take()
  const second = await act<{ ticketId: string; code: string }>('kiosk', 'ticket.take', {
    serviceId: 'titres',
  })
  const { ticketId } = second
  const rows = async () =>
    (await act<Output<'supervision.view'>>('supervisor', 'supervision.view')).unsettled.tickets.map(
      ({ unsentNotice }) => unsentNotice,
    )
  const followed = () => {
    let page = ''
    const response = { writeHead: () => {}, end: (body: Buffer) => (page = String(body)) }
    const url = new URL(`http://office.invalid/suivi?code=${second.code}`)
    sendFollowed(office.host, url, 'GET', response as unknown as ServerResponse, false)
    return page
  }
  expect(followed()).not.toContain('n’est pas parti')
  await askFor(ticketId)
  await expect.poll(rows).toEqual([null, 'sms'])
  expect(followed()).toContain('Le message qui devait vous prévenir n’est pas parti')
  expect(await act('supervisor', 'notice.told', { ticketId })).toEqual({ number: 'A2' })
  expect(await rows()).toEqual([null, null])
  expect(followed()).not.toContain('n’est pas parti')
  expect(await call('supervisor', 'notice.told', { ticketId })).toBe('noNotice')
  // Asked again, by a number that is right this time: it leaves, and nothing is left to do.
  await askFor(ticketId)
  await expect.poll(rows).toEqual([null, 'sms'])
  gateway.state.status = 200
  await askFor(ticketId)
  expect(await rows()).toEqual([null, null])
  await expect.poll(() => gateway.received.length).toBe(5)
  expect(await rows()).toEqual([null, null])
  // Once called, they know.
  gateway.state.status = 500
  await askFor(ticketId)
  await expect.poll(rows).toEqual([null, 'sms'])
  await act('agent', 'counter.open', { counterId: '1' })
  await act('agent', 'ticket.callOutOfOrder', { ticketId, reason: 'Interprète' })
  expect((await rows()).filter((one) => one !== null)).toEqual([])
})

test('a call, a departure, a change of mind and the day’s end each erase the number that was not used', async () => {
  await allow(0)
  await act('agent', 'counter.open', { counterId: '1' })
  const first = await take()
  const [called, changed, gone, left] = [await take(), await take(), await take(), await take()]
  const noticeOf = ({ ticketId }: { readonly ticketId: string }) =>
    call('supervisor', 'notice.send', { ticketId })
  for (const { ticketId } of [called!, changed!, gone!, left!])
    expect(await askFor(ticketId)).toMatchObject({ ahead: expect.any(Number) })
  await act('agent', 'ticket.callOutOfOrder', { ticketId: called!.ticketId, reason: 'Interprète' })
  await act('kiosk', 'notice.withdraw', { ticketId: changed!.ticketId })
  await act('kiosk', 'ticket.leave', { ticketId: gone!.ticketId })
  for (const ticket of [called!, changed!, gone!]) expect(await noticeOf(ticket)).toBe('noNotice')
  expect(await askFor(called!.ticketId)).toBe('ticketNotWaiting')
  expect(await askFor(first.ticketId, '12 34')).toBe('noticeAddressWrong')
  await act('agent', 'ticket.start')
  await act('agent', 'visit.close', { outcome: 'information' })
  await act('supervisor', 'day.settleAll', { how: 'reason', fault: 'service', reason: 'Fermeture' })
  await act('supervisor', 'day.close')
  await office.stop()
  office = await startOffice({
    dir,
    school: true,
    at: undefined,
    protection: null,
    chromium: headlessChromium(),
  })
  expect(kept(sent, phone)).toEqual([])
})

test('an office that sends none refuses the address rather than keep it', async () => {
  const { ticketId } = await take()
  expect(await askFor(ticketId)).toBe('noticeNotOffered')
})

test('a station asks for so many text messages in a day and no more; the next day it may again', async () => {
  await allow(0)
  const { ticketId } = await take()
  // One each ten seconds: more at once is another bound.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  ends.push(async () => vi.useRealTimers())
  for (let asked = 0; asked < mostMessages; asked++) {
    await askFor(ticketId)
    vi.setSystemTime(Date.now() + 10_000)
  }
  expect(await askFor(ticketId)).toBe('noticesFull')
  expect(await askFor(ticketId, 'ana@example.test', 'email'), 'an e-mail is free').toMatchObject({ ahead: 0 })
  const elsewhere = { ticketId, means: 'sms', to: phone, consent: true }
  expect(await call('agent', 'notice.ask', elsewhere), 'another station has its own').toMatchObject({
    ahead: 0,
  })
  await act('kiosk', 'ticket.leave', { ticketId })
  await act('supervisor', 'day.close')
  await act('supervisor', 'day.open')
  expect(await askFor((await take()).ticketId)).toMatchObject({ ahead: 0 })
})

test('an e-mail leaves by SMTP with the same words, to the one address', async () => {
  const said: string[] = []
  const server = createTcp((socket) => {
    let data = false
    socket.setEncoding('utf8')
    socket.write('220 ici\r\n')
    socket.on('data', (text: string) => {
      said.push(text)
      if (data) {
        if (!text.includes('\r\n.\r\n')) return
        data = false
        return socket.write('250 ok\r\n')
      }
      const verb = text.slice(0, 4).toUpperCase()
      if (verb === 'DATA') data = true
      socket.write(verb === 'DATA' ? '354 va\r\n' : verb === 'QUIT' ? '221 adieu\r\n' : '250 ok\r\n')
    })
    socket.on('error', () => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => new Promise((done) => server.close(done)))
  const { port } = server.address() as AddressInfo
  const email = { host: '127.0.0.1', port, clear: true, from: 'accueil@mairie.example' }
  writeFileSync(join(dir, 'avis.json'), JSON.stringify({ email }))
  await allow(2)
  const { ticketId } = await take()
  await askFor(ticketId, 'lea@exemple.example', 'email')
  await expect
    .poll(() => said.join(''))
    .toMatch(/RCPT TO:<lea@exemple\.example>[\s\S]*your turn is near[\s\S]*You are next[\s\S]*\r\n\.\r\n/)
})

test('a gateway is set and tried in the administration: what left is said, what answered in words, and nothing shows its secret', async () => {
  const gateway = await smsGateway()
  const { url } = (JSON.parse(readFileSync(join(dir, 'avis.json'), 'utf8')) as { sms: { url: string } }).sms
  rmSync(join(dir, 'avis.json'))
  const tried = () =>
    act<Output<'gateways.try'>>('admin', 'gateways.try', { means: 'sms', to: '06 12 34 56 78' })
  expect(await tried()).toMatchObject({ problem: 'noGateway' })
  await act('admin', 'gateways.set', {
    gateway: { means: 'sms', sms: { url, header: 'x-key' } },
    secret: 'jeton-de-la-passerelle',
  })
  expect(statSync(join(dir, 'avis.json')).mode & 0o777).toBe(0o600)
  const { text, problem } = await tried()
  expect(problem).toBeNull()
  expect(gateway.received).toEqual([{ to: '+33612345678', text, key: 'jeton-de-la-passerelle' }])
  gateway.state.status = 401
  expect(await tried()).toEqual({ text, problem: 'refused' })

  // Its secret stays as its address changes; a mail server beside it changes nothing of it.
  await act('admin', 'gateways.set', {
    gateway: { means: 'sms', sms: { url: 'http://127.0.0.1:9/', header: 'x-key' } },
  })
  expect(await tried()).toEqual({ text, problem: 'unreachable' })
  const email = {
    host: 'smtp.exemple.invalid',
    port: 587,
    security: 'starttls',
    user: 'guichet',
    from: 'a@exemple.fr',
  }
  await act('admin', 'gateways.set', { gateway: { means: 'email', email }, secret: 'mot-de-passe' })
  const shown = await act<Output<'gateways.show'>>('admin', 'gateways.show')
  expect(shown).toEqual({
    sms: { url: 'http://127.0.0.1:9/', header: 'x-key', hasSecret: true },
    email: { ...email, hasSecret: true },
    unreadable: false,
  })
  expect(kept('jeton-de-la-passerelle', 'mot-de-passe')).toEqual([])
  await act('admin', 'gateways.set', { gateway: { means: 'sms', sms: null } })
  expect(await tried()).toMatchObject({ problem: 'noGateway' })
})
