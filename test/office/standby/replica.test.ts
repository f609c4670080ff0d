import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openPostgresReplica } from '../../../db/postgres/replica.ts'
import { placeOf } from '../../../electron/host/core/journalPlace.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import {
  freePort,
  pgFolder,
  pgProgram,
  runPostgres,
  startPostgres,
  type OwnPostgres,
} from '../../runtime/postgres.ts'

// An office whose journal is in PostgreSQL, and a host that only reads it, from the standby of the server that works.

type Reached = Pick<RunningHost, 'url' | 'tokens'>

let primary: OwnPostgres
let standby: OwnPostgres
let acting: HostInside
let reading: RunningHost
const folders: string[] = []
const folder = async () => {
  const made = await newFolder()
  folders.push(made)
  return made
}
let url = ''

beforeAll(async () => {
  primary = await startPostgres()
  url = await primary.database()
  acting = await startInside(await folder(), { at: '2026-03-03T09:00:00+01:00', journal: url })
  await done(acting, 'supervisor', 'commands/day.open')
  const cluster = await pgFolder()
  const data = ['-D', `${cluster}/data`, '-X', 'stream', '--checkpoint=fast']
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres', '-R']
  await pgProgram('pg_basebackup', [...from, ...data])
  standby = await runPostgres(cluster, await freePort())
  const copied = await folder()
  copyFileSync(join(acting.dir, 'office.key'), join(copied, 'office.key'))
  reading = await startHost(copied, { journal: standby.url(new URL(url).pathname.slice(1)) })
})
afterAll(async () => {
  await reading?.kill()
  await acting?.stop()
  await Promise.all(folders.map(removeFolder))
  await standby?.stop()
  await primary?.stop()
})

const waiting = async (host: Reached) =>
  (await done<Output<'queue.view'>>(host, 'supervisor', 'queries/queue.view')).total
const standing = () => done<Output<'standby.view'>>(reading, 'supervisor', 'queries/standby.view')

test('a host over a standby shows what the office does soon after, and says how late it is', async () => {
  const before = await waiting(reading)
  await done(acting, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await vi.waitFor(async () => expect(await waiting(reading)).toBe(before + 1), { timeout: 20_000 })
  await vi.waitFor(
    async () =>
      expect(await standing()).toMatchObject({ follows: true, reached: true, replica: { lagSeconds: 0 } }),
    { timeout: 20_000 },
  )
  expect((await standing()).followers).toEqual([])
  const ours = { from: '2026-03-03', to: '2026-03-03' }
  expect(await done(reading, 'supervisor', 'queries/history.equality', ours)).toEqual(
    await done(acting, 'supervisor', 'queries/history.equality', ours),
  )
})

test('a host of a database gives no token to a second computer, takes no relay, and says whose both are', async () => {
  expect(await done(acting, 'admin', 'queries/standby.view', {})).toMatchObject({
    elsewhere: true,
    linked: false,
  })
  for (const command of ['standby.renewToken', 'standby.promote']) {
    const answer = await post(acting, 'admin', `commands/${command}`)
    expect([answer.status, answer.error?.code], command).toEqual([409, 'standbyElsewhere'])
  }
  for (const renew of [[], ['--renew']])
    expect(await guichet(['follower', acting.dir, ...renew])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(refusals.standbyElsewhere),
    })
})

test('it answers each act by 409 with what to do, and the office has nothing of it', async () => {
  const { seq } = await ended(acting)
  for (const [holder, path, input] of [
    ['kiosk', 'commands/ticket.take', { serviceId: 'titres' }],
    ['supervisor', 'commands/day.close', {}],
    ['admin', 'commands/partners.setPlaces', { perDay: 1, services: ['titres'] }],
  ] as const) {
    const answer = await post(reading, holder, path, input)
    expect([answer.status, answer.error?.code], path).toEqual([409, 'readOnly'])
    expect(answer.error?.message).toBe(refusals.readOnly)
  }
  expect((await post(reading, 'admin', 'commands/standby.promote')).error?.code).toBe('standbyElsewhere')
  // What may be seen only once that is noted is not seen where nothing can be noted.
  expect(
    await post(reading, 'supervisor', 'queries/appointments.view', { date: '2026-03-03' }),
  ).toMatchObject({
    status: 409,
    error: { code: 'readOnly' },
  })
  expect((await ended(acting)).seq).toBe(seq)
})

test('where the server that works is named, --read-only alone makes it so', async () => {
  const copied = await folder()
  copyFileSync(join(acting.dir, 'office.key'), join(copied, 'office.key'))
  const host = await startInside(copied, { journal: url, readOnly: true })
  try {
    expect((await post(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })).error?.code).toBe(
      'readOnly',
    )
    expect(await waiting(host)).toBe(await waiting(acting))
  } finally {
    await host.stop()
  }
})

test('a server promoted between the question whether it is a standby and the first look is heard of all the same', async () => {
  const { journal, promoted } = await openPostgresReplica(url, placeOf(await folder(), '', undefined))
  try {
    const heard = promoted.then(() => 'promoted')
    expect(await Promise.race([heard, sleep(10_000, 'nothing')])).toBe('promoted')
  } finally {
    await journal.close()
  }
})

test('it says that it is late once its server receives nothing, and goes on showing what it has', async () => {
  const before = await waiting(reading)
  await primary.kill()
  // Whoever acts hears that the database is away, not that something is broken, once it was waited for.
  const refused = post(acting, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await vi.waitFor(async () => expect(await standing()).toMatchObject({ reached: false }), {
    timeout: 20_000,
  })
  expect((await standing()).replica?.lagSeconds).toBeGreaterThan(0)
  expect(await waiting(reading)).toBe(before)
  const answer = await refused
  expect([answer.status, answer.error?.code]).toEqual([503, 'storageAway'])
})

test('once its standby is promoted it acts, by itself and at the same address; one that was asked to read alone goes on so', async () => {
  const copied = await folder()
  copyFileSync(join(acting.dir, 'office.key'), join(copied, 'office.key'))
  const base = standby.url(new URL(url).pathname.slice(1))
  const asked = await startInside(copied, { journal: base, readOnly: true })
  try {
    const set = (host: Reached) =>
      post(host, 'admin', 'commands/partners.setPlaces', { perDay: 1, services: ['titres'] }).catch(
        () => undefined,
      )
    expect((await set(reading))?.error?.code).toBe('readOnly')
    const server = new pg.Client({ connectionString: base })
    await server.connect()
    await server.query('select pg_promote()')
    await server.end()
    await vi.waitFor(async () => expect((await set(reading))?.status).toBe(200), {
      timeout: 60_000,
      interval: 500,
    })
    expect((await standing()).replica).toBeNull()
    expect((await set(asked))?.error?.code).toBe('readOnly')
  } finally {
    await asked.stop()
  }
})

/** The office's last event, asked of its events. */
async function ended(host: Reached): Promise<{ readonly seq: string }> {
  const answer = await fetch(`${host.url}/api/v1/events?since=999999999`, {
    headers: { authorization: `Bearer ${host.tokens['supervisor'] ?? ''}` },
  })
  return { seq: ((await answer.json()) as { error: { message: string } }).error.message }
}
