import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading, openJournal } from '../../../db/open.ts'
import { followHost, prepareCopy } from '../../../electron/host/standby/prepare.ts'
import { openLog } from '../../../electron/host/core/log.ts'
import { StartError } from '../../../electron/host/core/startError.ts'
import { batch, facts, newEvent } from '../../db/facts.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { openCutProxy, type CutProxy } from '../../fixtures/cutProxy.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { followOptions, level, takeTicket, type Taken } from '../../fixtures/twoHosts.ts'

// Two real hosts of one office, on two folders: the second follows the first, through a network that can be cut. One story,
// told by tests in order: it follows, it is refused, it catches up, it takes the relay, and the first comes back.

const folders: string[] = []
const folder = async () => {
  const made = await newFolder()
  folders.push(made)
  return made
}
let first: RunningHost
let second: RunningHost
let proxy: CutProxy
/** What the first ticket's paper bears. */
let code: string
const token = () => first.follower()

beforeAll(async () => {
  first = await startHost(await folder())
  await done(first, 'supervisor', 'commands/day.open')
  code = (await done<{ code: string }>(first, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })).code
  proxy = await openCutProxy(first.port)
  second = await startHost(await folder(), {
    school: false,
    more: followOptions(proxy.url, token()),
  })
}, 90_000)
afterAll(async () => {
  await Promise.all([first?.kill(), second?.kill()])
  await proxy?.close()
  await Promise.all(folders.map(removeFolder))
})

/** The journal's tickets in a folder, once its chain is checked from end to end. */
async function tickets(dir: string): Promise<readonly Taken[]> {
  const db = await openForReading(dir)
  try {
    expect(verifyChain(db)).toMatchObject({ ok: true })
    return (
      db.prepare("select body from events where type = 'ticketTaken' order by seq").pluck().all() as string[]
    ).map((body) => (JSON.parse(body) as { data: Taken }).data)
  } finally {
    db.close()
  }
}

const waiting = async (host: RunningHost) =>
  (
    await done<{ waiting: readonly { number: string }[] }>(host, 'supervisor', 'queries/queue.view')
  ).waiting.map(({ number }) => number)

test('a machine that follows has the same chain as its host and the same tokens, answers readings, and refuses acts', async () => {
  expect(second.tokens).toEqual(first.tokens)
  await done(first, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await level(first, second)
  expect(await waiting(second)).toEqual(['A1', 'A2'])
  expect(await tickets(second.dir)).toEqual(await tickets(first.dir))
  expect(await takeTicket(second)).toMatchObject({ status: 409, error: { code: 'following' } })
  const acts = [
    ['supervisor', 'commands/day.close', {}],
    ['admin', 'commands/backup.make', {}],
    ['agent1', 'commands/counter.open', { counterId: '1' }],
  ] as const
  for (const [holder, path, input] of acts)
    expect(await post(second, holder, path, input)).toMatchObject({
      status: 409,
      error: { code: 'following' },
    })
  expect(await done(second, 'admin', 'queries/standby.view')).toMatchObject({ follows: true, reached: true })
  const told = await done<{ followers: readonly unknown[] }>(first, 'admin', 'queries/standby.view')
  expect(told).toMatchObject({ follows: false, followers: [{}] })
})

test('the token of a machine that follows opens that door alone, and that door opens by it alone', async () => {
  const ask = async (path: string, bearer: string, method = 'POST') =>
    (await fetch(`${first.url}${path}`, { method, headers: { authorization: `Bearer ${bearer}` } })).status
  expect(await ask('/api/v1/queries/office.view', token())).toBe(401)
  expect(await ask('/api/v1/events', token(), 'GET')).toBe(401)
  for (const holder of ['admin', 'kiosk', 'integration']) {
    expect(await ask('/following/copy', first.tokens[holder]!, 'GET')).toBe(401)
    expect(await ask('/following/next', first.tokens[holder]!)).toBe(401)
  }
  expect(await ask('/following/state', token())).toBe(400)
})

test('what is erased of a person leaves the machine that follows too, its files and their log', async () => {
  const name = 'Zyxwvut-Suiveuse'
  await done(first, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(first, 'agent1', 'commands/ticket.callNext')
  await done(first, 'agent1', 'commands/ticket.start')
  await done(first, 'agent1', 'commands/sheet.update', { note: name })
  const filesWith = () =>
    readdirSync(second.dir, { recursive: true, encoding: 'utf8' }).filter((found) => {
      const file = join(second.dir, found)
      return statSync(file).isFile() && readFileSync(file).includes(name)
    })
  await expect.poll(filesWith, { timeout: 10_000 }).not.toEqual([])
  await done(first, 'agent1', 'commands/visit.close', { outcome: 'information' })
  await done(first, 'admin', 'commands/person.erase', { code })
  await expect.poll(filesWith, { timeout: 10_000 }).toEqual([])
})

test('after a cut it catches up, and a new agent’s token is the same on both', async () => {
  proxy.hold('in', 'out')
  proxy.cut()
  for (let count = 0; count < 20; count++)
    await done(first, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(first, 'admin', 'commands/agent.set', {
    agentId: 'agent9',
    name: { firstName: 'Awa', familyName: 'Ferrand', capacity: 'agente d’accueil' },
    services: [],
  })
  expect(await waiting(second)).toHaveLength(1)
  proxy.flow()
  await level(first, second)
  expect(await waiting(second)).toEqual(await waiting(first))
  const tokensIn = ({ dir }: RunningHost) =>
    JSON.parse(readFileSync(join(dir, 'tokens.json'), 'utf8')) as object
  expect(tokensIn(first)).toHaveProperty('agent9')
  expect(tokensIn(second)).toEqual(tokensIn(first))
})

test('the relay is refused while the first host is alive, and a host that acts has none to take', async () => {
  expect(await guichet(['promote', second.dir])).toMatchObject({
    code: 1,
    err: expect.stringContaining('répond encore'),
  })
  expect(await post(second, 'admin', 'commands/standby.promote')).toMatchObject({
    status: 409,
    error: { code: 'hostAlive' },
  })
  expect(await guichet(['promote', first.dir])).toMatchObject({
    code: 1,
    err: expect.stringContaining('ne suit aucun hôte'),
  })
  expect(await post(first, 'admin', 'commands/standby.promote')).toMatchObject({
    error: { code: 'notFollowing' },
  })
})

test('no folder of another office, no wrong token and no machine that follows itself is followed', async () => {
  const refusedBy = async (url: string, bearer: string, dir?: string): Promise<string> => {
    const asked = dir ?? (await folder())
    try {
      followHost(asked, { url, token: bearer })
      await prepareCopy(asked, openLog(asked))
    } catch (error) {
      if (error instanceof StartError) return error.message
      throw error
    }
    return 'copied'
  }
  const other = await folder()
  const journal = await openJournal(other)
  await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
  await journal.close()
  expect(await refusedBy(first.url, token(), other)).toContain('autre office')
  expect(await refusedBy(first.url, first.tokens['admin']!)).toContain('refuse')
  expect(await refusedBy(second.url, token())).toContain('suit lui-même')
  expect(await refusedBy('http://192.0.2.1:8443', token())).toContain('pas une adresse')
  expect(await refusedBy('https://192.0.2.1:8443', token())).toContain('empreinte')
  expect(await refusedBy(first.url, token())).toBe('copied')
})

test('once the first is dead the second takes the relay under the same tokens, and the first returns to follow it, its tail kept aside and said', async () => {
  await level(first, second)
  // Two tickets that the second never hears of.
  proxy.hold('in', 'out')
  const key = randomUUID()
  const lost = [await takeTicket(first, key), await takeTicket(first)].map(({ output }) => output!.number)
  await first.kill()
  proxy.cut()
  proxy.flow()
  const before = await waiting(second)
  const said = await guichet(['promote', second.dir])
  expect(said).toMatchObject({ code: 0, out: expect.stringContaining('relais n° 1') })

  const again = await takeTicket(second, key)
  // The number goes to whoever asks first now: the series has no gap on this chain.
  expect(again).toMatchObject({ status: 200, output: { number: lost[0] } })
  expect(await waiting(second)).toEqual([...before, lost[0]])
  await done(second, 'agent1', 'commands/counter.close')

  first = await startHost(first.dir, { school: false, port: first.port })
  await level(first, second)
  expect(await takeTicket(first)).toMatchObject({ status: 409, error: { code: 'following' } })
  expect(await waiting(first)).toEqual(await waiting(second))
  expect(await tickets(first.dir)).toEqual(await tickets(second.dir))
  const apart = readdirSync(join(first.dir, 'ecarts'))
  expect(apart).toHaveLength(1)
  const kept = readFileSync(join(first.dir, 'ecarts', apart[0]!), 'utf8')
    .trim()
    .split('\n')
  const tail = kept.map(
    (line) => JSON.parse((JSON.parse(line) as { body: string }).body) as { type: string; data: Taken },
  )
  expect(tail.filter(({ type }) => type === 'ticketTaken').map(({ data }) => data.number)).toEqual(lost)
  expect(first.stderr()).toContain(`« ${join(first.dir, 'ecarts', apart[0]!)} »`)
  expect(readFileSync(join(first.dir, 'logs', 'host.jsonl'), 'utf8')).toContain('"what":"apart"')
  expect(await done(first, 'admin', 'queries/standby.view')).toMatchObject({
    follows: true,
    apart: 1,
    epoch: 1,
  })
  expect((await guichet(['doctor', first.dir])).out).toContain('ecarts')
}, 120_000)

test('a relay taken while the first cannot be reached ends its acts as soon as it hears of it', async () => {
  // The first follows the second now: the network between them is cut, and it takes the relay back.
  second.signal('SIGSTOP')
  expect(await guichet(['promote', first.dir])).toMatchObject({ code: 0 })
  second.signal('SIGCONT')
  await expect
    .poll(async () => (await takeTicket(second).catch(() => undefined))?.error?.code, { timeout: 15_000 })
    .toBe('following')
  expect((await takeTicket(first)).status).toBe(200)
  await sleep(100)
  await level(first, second)
  expect(await tickets(second.dir)).toEqual(await tickets(first.dir))
}, 120_000)

test('the relay is taken in a folder whose program is stopped too, and an old command that still says whom to follow does not undo it', async () => {
  await level(first, second)
  await Promise.all([first.kill(), second.stop()])
  expect(await guichet(['promote', second.dir])).toMatchObject({
    code: 0,
    out: expect.stringContaining('relais n° 3'),
  })
  second = await startHost(second.dir, { school: false, more: followOptions(proxy.url, token()) })
  expect((await takeTicket(second)).status).toBe(200)
  expect(await done(second, 'admin', 'queries/standby.view')).toMatchObject({
    follows: false,
    epoch: 3,
    // Its token is known elsewhere, though nobody follows it yet.
    linked: true,
  })
}, 120_000)
