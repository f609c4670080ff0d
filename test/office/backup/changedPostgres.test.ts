import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { chainHash, noHash } from '../../../db/journal/rows.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import type { BackupsNow } from '../../../shared/contract/backup/calls.ts'
import { chance } from '../../fixtures/offices/chance.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder, type RunningHost } from '../../fixtures/startHost.ts'
import { seedsOf } from '../../fixtures/simulatedSeeds.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'

// The owner of the database changes what its hosts may only add to, while two of them work: neither goes on with what it had
// read, nothing is signed over the change, and no number is given twice.

let postgres: Postgres
let model: string
let dir: string
let tokens: Record<string, string>
const seeds = seedsOf(1, 1 / 1000)
const drawn = (seed: number, low: number, high: number) => Math.floor(chance(seed).between(low, high + 1))
const patience = { timeout: 40_000, interval: 200 }
const take = (host: Pick<RunningHost, 'url'>) =>
  post<{ number: string }>({ url: host.url, tokens }, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })
const resume = (host: Pick<RunningHost, 'url'>) =>
  post({ url: host.url, tokens }, 'supervisor', 'commands/journal.resume', { tickets: {}, documents: {} })
const standing = async (host: Pick<RunningHost, 'url'>) =>
  (await done<BackupsNow>({ url: host.url, tokens }, 'supervisor', 'queries/backups.view')).journal.is

beforeAll(async () => {
  postgres = await usePostgres()
  model = await postgres.database()
  dir = await newFolder()
  const host = await startInside(dir, { school: false, journal: model })
  const tokensNow = async () =>
    JSON.parse(await readFile(join(dir, 'tokens.json'), 'utf8')) as Record<string, string>
  const office = { ...schoolOffice, school: false }
  await done({ url: host.url, tokens: await tokensNow() }, 'admin', 'commands/office.create', office)
  tokens = await tokensNow()
  await done({ url: host.url, tokens }, 'supervisor', 'commands/day.open')
  for (let ticket = 0; ticket < 5; ticket++) await take(host)
  await host.stop()
}, 60_000)
afterAll(async () => {
  await postgres.stop()
  await removeFolder(dir)
})

/** What the owner of the database may do, and its hosts may not. */
async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('begin')
    await client.query('alter table events disable trigger all')
    const given = await work(client)
    await client.query('alter table events enable trigger all')
    await client.query('commit')
    return given
  } finally {
    await client.end()
  }
}

const cut = (events: number) => async (client: pg.Client) => {
  await client.query(`delete from events where seq > (select seq - ${events} from head)`)
  await client.query(
    `update head set (seq, hash, at) =
      (select seq, hash, (body::jsonb->>'at')::bigint from events order by seq desc limit 1)`,
  )
}

const rewrite = (changed: number) => async (client: pg.Client) => {
  const { rows } = await client.query<{ seq: string; body: string }>(
    'select seq, body from events order by seq',
  )
  let hash: string = noHash
  for (const { seq, body } of rows) {
    const other = Number(seq) === changed ? body.replace('"commandId":"0', '"commandId":"1') : body
    hash = chainHash(hash, other)
    await client.query('update events set body = $1, hash = $2 where seq = $3', [other, hash, seq])
  }
  await client.query('update head set hash = $1', [hash])
}

const head = (url: string) =>
  asOwner(
    url,
    async (client) =>
      (await client.query<{ seq: string; hash: string }>('select seq, hash from head')).rows[0],
  )

/** Two hosts of the office on a copy of its database, each with its own folder. */
async function twoHosts() {
  const url = await postgres.database(model)
  const start = async () => {
    const folder = await newFolder()
    await cp(dir, folder, { recursive: true })
    const host = await startInside(folder, { school: false, journal: url })
    onTestFinished(async () => {
      await host.stop()
      await removeFolder(folder)
    })
    return host
  }
  return { url, one: await start(), other: await start() }
}

test.each(seeds)(
  'a database whose end is cut under its hosts: both open it again, and go on after the last number that they gave (seed %i)',
  async (seed) => {
    const { url, one, other } = await twoHosts()
    expect((await take(one)).output?.number).toBe('A6')
    expect((await take(other)).output?.number).toBe('A7')
    await asOwner(url, cut(drawn(seed, 2, 6)))
    const left = await head(url)
    for (const host of [one, other]) {
      const refused = await take(host).catch(() => undefined)
      expect(refused?.status ?? 503).toBe(503)
    }
    for (const host of [one, other])
      await vi.waitFor(async () => expect(await standing(host)).toBe('behind'), patience)
    expect(await head(url), 'nothing is stored').toEqual(left)
    expect((await resume(one)).status).toBe(200)
    expect((await take(one)).output?.number).toBe('A8')
    await vi.waitFor(async () => expect(await standing(other)).toBe('sound'), patience)
    expect((await take(other)).output?.number).toBe('A9')
    expect(await guichet(['journal', 'verify', url])).toMatchObject({ code: 0 })
  },
  90_000,
)

test.each(seeds)(
  'a database rewritten under its hosts: the change is signed by neither, whichever asks first (seed %i)',
  async (seed) => {
    const { url, one, other } = await twoHosts()
    await take(one)
    await take(other)
    await asOwner(url, rewrite(drawn(seed, 2, 8)))
    const left = await head(url)
    for (const host of [other, one]) {
      const refused = await take(host).catch(() => undefined)
      expect(refused?.status ?? 503).toBe(503)
    }
    for (const host of [one, other])
      await vi.waitFor(async () => expect(await standing(host)).toBe('rewritten'), patience)
    expect(await head(url), 'nothing is stored').toEqual(left)
    const verified = await guichet(['journal', 'verify', url])
    expect(verified).toMatchObject({ code: 1, out: expect.stringContaining('Journal réécrit') })
  },
  90_000,
)

test('a command that reads a folder says where the journal of a database is', async () => {
  for (const asked of [
    ['journal', 'verify', dir],
    ['till', 'verify', dir],
    ['document', 'list', dir],
    ['backup', dir, `${dir}.tar.gz`],
  ])
    expect(await guichet(asked), asked.join(' ')).toMatchObject({
      code: 1,
      err: expect.stringContaining('est dans une base PostgreSQL'),
    })
})

test('a row whose signature was taken or altered is said so by the command, and the folder’s own anchors tell', async () => {
  const url = await postgres.database(model)
  const folder = await newFolder()
  onTestFinished(() => removeFolder(folder))
  await cp(dir, folder, { recursive: true })
  await asOwner(url, async (client) => {
    await cut(4)(client)
    await client.query("update head set anchor = overlay(anchor placing 'AAAA' from 3)")
  })
  const altered = await guichet(['journal', 'verify', url])
  expect(altered).toMatchObject({ code: 1, out: expect.stringContaining('n’est pas de la clé de l’office') })
  await asOwner(url, (client) => client.query('update head set anchor = null'))
  const taken = await guichet(['journal', 'verify', url])
  expect(taken.out).toContain('aucune signature')
  const host = await startInside(folder, { school: false, journal: url })
  try {
    expect((await take(host)).error?.code).toBe('journalBehind')
  } finally {
    await host.stop()
  }
})
