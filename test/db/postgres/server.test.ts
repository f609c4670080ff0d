import { chmodSync, chownSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { addressOf } from '../../../db/postgres/address.ts'
import { isCut } from '../../../db/postgres/errors.ts'
import { openServer } from '../../../db/postgres/server.ts'
import { atOneMoment, verifyStored } from '../../../db/postgres/stored.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'
import {
  freePort,
  pgFolder,
  pgProgram,
  runPostgres,
  startPostgres,
  type OwnPostgres,
} from '../../runtime/postgres.ts'
import { openCutProxy } from '../../fixtures/cutProxy.ts'
import { batch, facts, newEvent, office } from '../facts.ts'
import { ownFolder } from '../folder.ts'
import { migrated } from './made.ts'
import { hostOf } from './place.ts'

// A server of this file's own: it is given a certificate, a standby, and is killed.
let primary: OwnPostgres
beforeAll(async () => {
  primary = await startPostgres()
})
afterAll(() => primary.stop())

const certificate = () =>
  generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  })

test('over TLS the server is known by its certificate and its name, or nothing is said to it', async () => {
  const url = await migrated(primary)
  const [ours, other] = await Promise.all([certificate(), certificate()])
  const data = join(primary.folder, 'data')
  const { uid, gid } = statSync(data)
  for (const [name, text] of [
    ['server.crt', ours.cert],
    ['server.key', ours.private],
  ] as const) {
    writeFileSync(join(data, name), text)
    chownSync(join(data, name), uid, gid)
    chmodSync(join(data, name), 0o600)
  }
  await primary.set(['ssl = on'])
  const folder = ownFolder()
  const root = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const asked = (host: string, file: string) =>
    `${url.replace('127.0.0.1', host)}?sslmode=verify-full&sslrootcert=${encodeURIComponent(file)}`
  const [right, wrong] = [root('right.crt', ours.cert), root('wrong.crt', other.cert)]
  // The server takes its settings in soon after it was asked to.
  for (;;) {
    const ready = await openServer(addressOf(asked('localhost', right))).catch(() => undefined)
    await ready?.close()
    if (ready) break
    await sleep(50)
  }
  const server = await openServer(addressOf(asked('localhost', right)))
  onTestFinished(() => server.close())
  expect(await server.ask({ text: 'select ssl from pg_stat_ssl where pid = pg_backend_pid()' })).toEqual([
    { ssl: true },
  ])
  for (const bad of [asked('localhost', wrong), asked('127.0.0.1', right)])
    await expect(openServer(addressOf(bad)), bad).rejects.toMatchObject({ code: 'untrusted' })
})

test('what is asked while the way to the server is cut again and again is answered', async () => {
  const url = await migrated(primary)
  const proxy = await openCutProxy(primary.port)
  onTestFinished(() => proxy.close())
  const server = await openServer(addressOf(url.replace(/:[0-9]+\//, `:${new URL(proxy.url).port}/`)))
  onTestFinished(() => server.close())
  let asking = true
  const asker = async () => {
    for (let asked = 0; ; asked++) {
      if (!asking) return asked
      expect(await server.ask({ text: 'select 1 as one' })).toEqual([{ one: 1 }])
    }
  }
  const askers = Promise.all(Array.from({ length: 40 }, asker))
  askers.catch(() => {})
  for (let cuts = 0; cuts < 20; cuts++) {
    await sleep(40)
    proxy.cut()
  }
  asking = false
  expect(Math.min(...(await askers))).toBeGreaterThan(0)
})

test('a pool that was left behind while somebody was about to ask it is a cut: they ask the next one', async () => {
  const pool = new pg.Pool({ connectionString: primary.url('postgres') })
  await pool.end()
  await expect(pool.query('select 1')).rejects.toSatisfy(isCut)
})

test('who waits for a connection that others hold is told that the server is busy, and theirs are not closed', async () => {
  const server = await openServer(addressOf(await migrated(primary)), { patience: 20_000 })
  onTestFinished(() => server.close())
  const backends = async () =>
    (await server.ask<{ pid: number }>({ text: 'select pg_backend_pid() as pid, pg_sleep(6)' }))[0]!.pid
  // The three of what is read, and two who wait for longer than a connection takes to be made.
  const slow = await Promise.all(Array.from({ length: 5 }, backends))
  expect(new Set(slow).size, 'the five were served by the same three').toBe(3)
})

test('what is stored waits behind no reading, however many are slow', async () => {
  const server = await openServer(addressOf(await migrated(primary)))
  onTestFinished(() => server.close())
  let read = false
  const slow = Promise.all(
    Array.from({ length: 9 }, async () => {
      await server.ask({ text: 'select pg_sleep(2)' })
      read = true
    }),
  )
  await server.whole((send) => send([{ text: 'create table kept (one int)' }]))
  await server.store([{ text: 'insert into kept values (1)' }])
  expect(read, 'no reading has ended').toBe(false)
  await slow
  expect(await server.ask({ text: 'select one from kept' })).toEqual([{ one: 1 }])
})

test('a standby that is promoted takes over: the host goes on by itself, and nothing acknowledged is lost', async () => {
  const url = await migrated(primary)
  const folder = await pgFolder()
  const from = `host=127.0.0.1 port=${primary.port} user=postgres application_name=secours`
  await pgProgram('pg_basebackup', [
    '-D',
    join(folder, 'data'),
    '-R',
    '-X',
    'stream',
    '-c',
    'fast',
    '--no-sync',
    '-d',
    from,
  ])
  const standby = await runPostgres(folder, await freePort())
  onTestFinished(() => standby.stop())
  // From here an answer means that both disks have it.
  await primary.set(["synchronous_standby_names = 'secours'"])

  const both = url.replace(`:${primary.port}`, `:${primary.port},127.0.0.1:${standby.port}`)
  const journal = await hostOf(both, 'hote', { patience: 30_000 })()
  await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
  let killed: Promise<void> | undefined
  for (let seq = 1; seq <= 40; seq++) {
    if (seq === 20) {
      const readable = await openServer(addressOf(standby.url(new URL(url).pathname.slice(1))), {
        reading: true,
      })
      expect(
        await atOneMoment(readable, (send) => verifyStored(send, office as OfficeId)),
        'a standby is read',
      ).toMatchObject({
        ok: true,
      })
      await readable.close()
      // Among the acts that follow, without a word to anybody.
      killed = primary.kill().then(() => promote(standby))
    }
    expect(await journal.append(seq, batch({ events: [newEvent(seq, facts.taken(seq))] }))).toMatchObject({
      stored: [{ seq: seq + 1 }],
    })
  }
  await killed
  expect((await journal.read(0, 100)).map(({ seq }) => seq)).toEqual(
    Array.from({ length: 41 }, (_, index) => index + 1),
  )
  const server = await openServer(addressOf(both))
  onTestFinished(() => server.close())
  expect(await atOneMoment(server, (send) => verifyStored(send, office as OfficeId))).toMatchObject({
    ok: true,
    count: 41,
  })
})

async function promote(standby: OwnPostgres): Promise<void> {
  const client = new pg.Client(standby.url('postgres'))
  await client.connect()
  await client.query('select pg_promote()')
  await client.end()
}
