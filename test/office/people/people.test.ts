import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { execFile } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect } from 'vitest'
import WebSocket from 'ws'
import { openForReading } from '../../../db/open.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { connect, type Connection, type Result } from '../../../shared/rpc/connect.ts'
import { chapters } from '../../fixtures/chapters.ts'
import { followEvents } from '../../fixtures/followEvents.ts'
import { socketPort } from '../../fixtures/socketPort.ts'
import {
  done,
  newFolder,
  post,
  quickSecretsOptions,
  removeFolder,
  startHost,
  type RunningHost,
} from '../../fixtures/startHost.ts'
import { cliProgram } from '../../runtime/places.ts'

// One office, from the day when it was open to all to the day when its manager forgot: a real host, its two doors, its files.
// Each comparison costs what scrypt costs, though less than an office's, so that few are made, in the order of a life.

const passphrase = 'un cerisier sous la neige'
// Twelve digits: six are found by chance in some fingerprint or identifier of the files that are searched at the end.
const pins = { first: '739154826037', second: '482951730642', third: '660918274593' } as const
const wrongPin = '918273640517'
const badge = '04A2B8C991'
const at = '2026-03-03T09:00:00+01:00'

const chapter = chapters()

let dir: string
let host: RunningHost
beforeAll(async () => {
  dir = await newFolder()
  host = await startHost(dir, { at, quickSecrets: true })
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

const refused = async (holder: string, path: Parameters<typeof post>[2], input: unknown = {}) =>
  (await post(host, holder, path, input)).error?.code
const signIn = (holder: string, agentId: string, secret: string) =>
  post<Output<'session.open'>>(host, holder, 'commands/session.open', { agentId, secret })
const session = (holder: string) => done<Output<'session.view'>>(host, holder, 'queries/session.view')
const person = async (agentId: string) => {
  const { people } = await done<Output<'people.view'>>(host, 'admin', 'queries/people.view')
  return people.find((one) => one.agentId === agentId)!
}

async function opened(holder: string): Promise<Connection> {
  const port = await socketPort(new WebSocket(`${host.url.replace('http', 'ws')}/ws`))
  const answer = await connect(port, { token: host.tokens[holder]!, timeout: 60_000 })
  if ('error' in answer) throw new Error(answer.error.message)
  return answer.connection
}

chapter(
  'an office without any secret is open as before; its first manager wants a passphrase, and opens the session of that station alone',
  async () => {
    expect(await session('agent2')).toMatchObject({ needed: false, present: null, people: [] })
    await done(host, 'supervisor', 'commands/day.open')
    await done(host, 'agent2', 'commands/counter.open', { counterId: '1' })
    const before = await opened('supervisor')
    const seen: Result<Output<'supervision.view'>>[] = []
    before.watch('supervision.view', {}, (result) => seen.push(result))
    const stream = await followEvents({ url: host.url, tokens: { integration: host.tokens['supervisor']! } })
    await expect.poll(() => seen.at(-1)).toHaveProperty('output')

    const first = (secret: string) => refused('admin', 'commands/secret.first', { agentId: 'agent1', secret })
    expect(await first('121212')).toBe('secretTooWeak')
    expect(await first('Samira Belkacem')).toBe('secretTooWeak')
    expect(await first(pins.first)).toBe('passphraseNeeded')
    const chosen = { agentId: 'agent1', secret: passphrase }
    const key = randomUUID()
    for (const time of ['at first', 'sent again after a cut'])
      expect((await post(host, 'admin', 'commands/secret.first', chosen, key)).status, time).toBe(200)

    expect(await first('un autre cerisier en fleur')).toBe('alreadyProtected')
    const here = await session('admin')
    expect(here).toMatchObject({
      needed: true,
      present: { agentId: 'agent1', mayHere: true, lockedAt: null },
    })
    expect(here.people.map(({ agentId }) => agentId)).toEqual(['agent1'])
    // Everywhere else someone is asked for, whoever holds the address of the station.
    expect(await refused('agent2', 'commands/ticket.callNext')).toBe('signInNeeded')
    expect(await refused('supervisor', 'queries/supervision.view')).toBe('signInNeeded')
    const events = await fetch(`${host.url}/api/v1/events?since=0`, {
      headers: { authorization: `Bearer ${host.tokens['supervisor']}` },
    })
    expect(events.status).toBe(401)
    const measures = (holder: string) =>
      fetch(`${host.url}/metrics`, { headers: { authorization: `Bearer ${host.tokens[holder]}` } })
    expect((await measures('supervisor')).status).toBe(401)
    expect((await measures('admin')).status).toBe(200)
    expect((await measures('integration')).status).toBe(200)
    // What was watched there before anyone was needed is shown to nobody any more.
    await expect.poll(() => seen.at(-1)).toMatchObject({ error: { code: 'signInNeeded' } })
    await stream.ended
    before.close()
    // The public's stations and other software have no people.
    await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
    await done(host, 'display', 'queries/display.view')
    await done(host, 'integration', 'queries/office.view')
  },
)

chapter(
  'a manager gives a code that is told once; the person chooses a secret that nobody else knows, and holds their counter again',
  async () => {
    expect(await refused('agent2', 'commands/session.open', { agentId: 'agent2', secret: pins.first })).toBe(
      'signInRefused',
    )
    const key = randomUUID()
    const invitation = await done<Output<'agent.invite'>>(
      host,
      'admin',
      'commands/agent.invite',
      { agentId: 'agent2' },
      key,
    )
    expect(invitation.code).toMatch(/^[0-9]{8}$/)
    expect(await done(host, 'admin', 'commands/agent.invite', { agentId: 'agent2' }, key)).toEqual({
      code: null,
      until: invitation.until,
    })
    const choose = { agentId: 'agent2', code: invitation.code, secret: pins.first }
    expect(await refused('agent2', 'commands/session.open', { agentId: 'agent2', secret: pins.first })).toBe(
      'secretToChoose',
    )
    await done(host, 'agent2', 'commands/secret.choose', choose)
    expect(await refused('agent2', 'commands/secret.choose', choose), 'used once').toBe('signInRefused')
    expect(await done(host, 'agent2', 'queries/counter.view')).toMatchObject({ counter: { counterId: '1' } })
    expect(await person('agent2')).toMatchObject({
      secret: { kind: 'pin' },
      invitedUntil: null,
      rights: ['agent'],
    })
  },
)

chapter(
  'a locked station shows and does nothing, and goes on where it was for the same person; a colleague goes on under their own name',
  async () => {
    const connection = await opened('agent2')
    const seen: Result<Output<'counter.view'>>[] = []
    connection.watch('counter.view', {}, (result) => seen.push(result))
    await done(host, 'agent2', 'commands/ticket.callNext')
    await done(host, 'agent2', 'commands/ticket.start')
    await done(host, 'agent2', 'commands/session.lock')
    expect(await refused('agent2', 'queries/counter.view')).toBe('sessionLocked')
    expect(await refused('agent2', 'commands/visit.close', { outcome: 'information' })).toBe('sessionLocked')
    await expect.poll(() => seen.at(-1)).toMatchObject({ error: { code: 'sessionLocked' } })
    const whileLocked = seen.length
    await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
    expect((await session('agent2')).present).toMatchObject({
      agentId: 'agent2',
      lockedAt: expect.any(Number),
    })
    expect((await signIn('agent2', 'agent2', pins.first)).output).toMatchObject({ agentId: 'agent2' })
    await expect.poll(() => seen.length).toBeGreaterThan(whileLocked)
    expect(seen.slice(whileLocked)[0], 'what was called is still received').toMatchObject({
      output: { counter: { counterId: '1' }, state: 'serving' },
    })

    const { code } = await done<Output<'agent.invite'>>(host, 'admin', 'commands/agent.invite', {
      agentId: 'agent3',
    })
    await done(host, 'agent3', 'commands/secret.choose', { agentId: 'agent3', code, secret: pins.second })
    expect(await refused('agent3', 'commands/counter.relieve', { counterId: '1' }), 'from elsewhere').toBe(
      'notRelieved',
    )
    await done(host, 'agent2', 'commands/session.lock')
    expect((await signIn('agent2', 'agent3', pins.second)).output).toEqual({
      agentId: 'agent3',
      relieves: '1',
    })
    await done(host, 'agent2', 'commands/counter.relieve', { counterId: '1' })
    await done(host, 'agent2', 'commands/visit.close', { outcome: 'information' })
    await expect
      .poll(() => seen.at(-1))
      .toMatchObject({ output: { counter: { counterId: '1' }, state: 'free' } })
    connection.close()
  },
)

chapter(
  'rights taken away end a session at once, whatever it watches; the last manager can’t be taken away',
  async () => {
    const connection = await opened('agent2')
    const seen: Result<Output<'queue.view'>>[] = []
    connection.watch('queue.view', {}, (result) => seen.push(result))
    await expect.poll(() => seen.at(-1)).toHaveProperty('output')
    await done(host, 'admin', 'commands/agent.setRights', { agentId: 'agent3', rights: [] })
    expect(await refused('agent2', 'commands/counter.pause', { reason: 'x' })).toBe('signInNeeded')
    await expect.poll(() => seen.at(-1)).toMatchObject({ error: { code: 'signInNeeded' } })
    connection.close()
    expect(await person('agent3')).toMatchObject({ rights: [], secret: null })
    // Their name stays a year, for who answers for what they did; who comes back has no term.
    const terms = async () => {
      const db = await openForReading(dir)
      const found = db
        .prepare("select id, expires_at is not null from personal where kind = 'agent' order by id")
        .raw()
        .all()
      db.close()
      return Object.fromEntries(found as [string, number][])
    }
    expect(await terms()).toMatchObject({ agent1: 0, agent2: 0, agent3: 1 })
    await done(host, 'admin', 'commands/agent.setRights', { agentId: 'agent3', rights: ['agent'] })
    expect(await terms()).toMatchObject({ agent3: 0 })
    await done(host, 'admin', 'commands/agent.setRights', { agentId: 'agent3', rights: [] })
    // Put right since, it goes at its term all the same.
    const name = { firstName: 'Ada', familyName: 'Morel', capacity: 'agente' }
    await done(host, 'admin', 'commands/agent.set', { agentId: 'agent3', name, services: [] })
    expect(await terms()).toMatchObject({ agent3: 1 })
    const rights = ['agent', 'supervisor']
    expect(await refused('admin', 'commands/agent.setRights', { agentId: 'agent1', rights })).toBe(
      'lastManager',
    )
    expect(await refused('admin', 'commands/agent.invite', { agentId: 'agent1' })).toBe('lastManager')
    expect((await signIn('supervisor', 'agent2', pins.first)).error?.code).toBe('rightLacking')
  },
)

chapter(
  'a right taken from who keeps another ends what they watch by it, though their session goes on',
  async () => {
    const give = (rights: readonly string[]) =>
      done(host, 'admin', 'commands/agent.setRights', { agentId: 'agent2', rights })
    await give(['agent', 'supervisor'])
    expect((await signIn('supervisor', 'agent2', pins.first)).output).toMatchObject({ agentId: 'agent2' })
    const connection = await opened('supervisor')
    const seen: Result<Output<'supervision.view'>>[] = []
    connection.watch('supervision.view', {}, (result) => seen.push(result))
    const stream = await followEvents({ url: host.url, tokens: { integration: host.tokens['supervisor']! } })
    await expect.poll(() => seen.at(-1)).toHaveProperty('output')
    await give(['agent'])
    await expect.poll(() => seen.at(-1)).toMatchObject({ error: { code: 'rightLacking' } })
    await stream.ended
    expect((await session('supervisor')).present).toMatchObject({ agentId: 'agent2', mayHere: false })
    await done(host, 'supervisor', 'commands/session.close')
    connection.close()
  },
)

chapter(
  'a badge is known by its reader, asks for the secret beside it, and is enough at a counter where the office says so',
  async () => {
    await done(host, 'admin', 'commands/badge.enroll', { agentId: 'agent2', badge })
    expect(await refused('admin', 'commands/badge.enroll', { agentId: 'agent1', badge })).toBe('badgeTaken')
    const read = (more: object = {}) => refused('agent2', 'commands/session.open', { badge, ...more })
    expect(await read()).toBe('secretNeeded')
    expect(await read({ secret: pins.first })).toBeUndefined()
    expect(await read({ secret: pins.first, agentId: 'agent1' })).toBe('signInRefused')
    await done(host, 'agent2', 'commands/session.close')

    // Whoever has a badge and no code is not asked for a code.
    await done(host, 'admin', 'commands/agent.setRights', { agentId: 'agent3', rights: ['agent'] })
    await done(host, 'admin', 'commands/badge.enroll', { agentId: 'agent3', badge: '04C0FFEE77' })
    expect(await refused('agent3', 'commands/session.open', { badge: '04C0FFEE77' })).toBe('secretToChoose')
    await done(host, 'admin', 'commands/agent.setRights', { agentId: 'agent3', rights: [] })

    await done(host, 'admin', 'commands/access.set', { lockAfterMinutes: 1, badgeAlone: true })
    expect(await read()).toBeUndefined()
    expect(await refused('supervisor', 'commands/session.open', { badge }), 'elsewhere').toBe('secretNeeded')
    expect((await session('agent2')).present).toMatchObject({ agentId: 'agent2' })
  },
)

chapter(
  'a person and their station wait longer with each failure, over a restart too; whoever is unknown hears the same',
  async () => {
    const wrong = (agentId: string) => signIn('agent3', agentId, wrongPin)
    for (let failure = 0; failure < 4; failure++)
      expect((await wrong('agent2')).error?.code).toBe('signInRefused')
    expect((await wrong('nobody')).error?.code).toBe('signInRefused')
    expect((await wrong('agent2')).error).toMatchObject({
      code: 'lockedOut',
      message: expect.stringMatching(/\(encore \d+ s\)$/),
    })
    const { lockedUntil } = await person('agent2')
    expect(lockedUntil).not.toBeNull()
    await host.kill()
    // The clock begins again where the journal ends: however long the start takes, the wait has not passed.
    host = await startHost(dir, { at, quickSecrets: true })
    expect((await signIn('agent1', 'agent2', pins.first)).error?.code, 'the right one too').toBe('lockedOut')
    // Sessions are in the host's memory: a restart asks everyone again.
    expect(await refused('admin', 'queries/people.view')).toBe('signInNeeded')
    expect((await signIn('admin', 'agent1', passphrase)).output).toMatchObject({ agentId: 'agent1' })
    expect((await person('agent2')).lockedUntil).toBe(lockedUntil)
    await done(host, 'admin', 'commands/agent.unlock', { agentId: 'agent2' })
    expect((await signIn('agent1', 'agent2', pins.first)).output).toMatchObject({ agentId: 'agent2' })
    const changed = { current: pins.first, secret: pins.third }
    const key = randomUUID()
    const again = Array.from({ length: 10 }, async (_, n) => {
      await setTimeout(n * 30)
      return post(host, 'agent1', 'commands/secret.change', changed, key)
    })
    expect(
      (await Promise.all(again)).map(({ status, error }) => error?.code ?? status),
      'sent again while it is being done, it is done once and answered alike',
    ).toEqual(again.map(() => 200))
    const two = ['738291560417', '846173920538']
    const both = await Promise.all(
      two.map((secret) => post(host, 'agent1', 'commands/secret.change', { current: pins.third, secret })),
    )
    expect(
      new Set(both.map(({ status, error }) => error?.code ?? status)),
      'of two changes at once the second tells a secret that is no longer',
    ).toEqual(new Set<string | number>([200, 'signInRefused']))
    const now = two[both.findIndex(({ status }) => status === 200)]
    await done(host, 'agent1', 'commands/secret.change', { current: now, secret: pins.third })
    expect((await session('agent1')).present, 'who changes stays').toMatchObject({ agentId: 'agent2' })
  },
)

chapter(
  'a session ends with the day, save where its end was asked, and the last manager who forgot comes back by the host’s own machine',
  async () => {
    expect((await signIn('supervisor', 'agent1', passphrase)).output).toMatchObject({ agentId: 'agent1' })
    expect((await signIn('agent1', 'agent2', pins.third)).output).toMatchObject({ agentId: 'agent2' })
    const counters = await done<Output<'office.view'>>(host, 'supervisor', 'queries/office.view')
    expect(counters.counters[0]?.agentId, 'whoever held the counter').toBe('agent3')
    await done(host, 'supervisor', 'commands/day.settleAll', {
      how: 'reason',
      fault: 'service',
      reason: 'Fermeture',
    })
    expect((await session('admin')).present, 'someone is at the administration').not.toBeNull()
    // What is refused ends no day: they leave with it as the others do.
    expect((await post(host, 'admin', 'commands/day.open', {})).error?.code).toBe('dayAlreadyOpen')
    await done(host, 'supervisor', 'commands/day.close')
    for (const holder of ['agent1', 'admin']) expect((await session(holder)).present, holder).toBeNull()
    expect((await session('supervisor')).present, 'whoever closed reads the totals').toMatchObject({
      agentId: 'agent1',
    })
    await done(host, 'supervisor', 'commands/session.close')

    const reset = (...args: string[]) =>
      promisify(execFile)(process.execPath, [
        ...quickSecretsOptions,
        cliProgram,
        'people',
        'reset',
        dir,
        ...args,
      ]).then(
        ({ stdout }) => ({ code: 0, text: stdout }),
        (error: { code: number; stderr: string }) => ({ code: error.code, text: error.stderr }),
      )
    expect(await reset('--agent', 'agent1'), 'the host holds the folder').toMatchObject({ code: 1 })
    await host.stop()
    expect(await reset('--agent', 'inconnu')).toMatchObject({
      code: 1,
      text: expect.stringContaining('agent1, agent2'),
    })
    const given = await reset('--agent', 'agent1')
    const code = /: ([0-9]{8})$/m.exec(given.text)?.[1]
    expect(code, given.text).toBeDefined()
    host = await startHost(dir, { quickSecrets: true })
    expect((await signIn('admin', 'agent1', passphrase)).error?.code).toBe('secretToChoose')
    const again = 'deux cerisiers sous la pluie'
    expect(
      await refused('admin', 'commands/secret.choose', { agentId: 'agent1', code, secret: '550918' }),
    ).toBe('passphraseNeeded')
    await done(host, 'admin', 'commands/secret.choose', { agentId: 'agent1', code, secret: again })
    const db = await openForReading(dir)
    const who = db
      .prepare(
        "select json_extract(body, '$.who.role') from events where json_extract(body, '$.type') = 'agentInvited' order by seq",
      )
      .pluck()
      .all()
    db.close()
    expect(who).toEqual(['admin', 'admin', 'host'])
  },
)

chapter(
  'nothing that was typed is anywhere on the disk, and no table keeps a fingerprint that could be tried',
  async () => {
    await host.stop()
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dir, name))
      .filter((file) => statSync(file).isFile())
    for (const word of [passphrase, ...Object.values(pins), badge, wrongPin])
      expect(
        files.filter((file) => readFileSync(file).includes(word)),
        word,
      ).toEqual([])
    const db = await openForReading(dir)
    const secrets = db.prepare("select id, value from personal where kind = 'secret'").all()
    db.close()
    expect(secrets.length).toBeGreaterThan(0)
    for (const { value } of secrets as { value: string }[])
      expect(JSON.parse(value)).toEqual({
        hash: expect.stringMatching(/^\$scrypt\$ln=17,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/),
      })
  },
)
