import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { addressOf } from '../../../db/postgres/address.ts'
import { openServer, type Server, type ServerOptions } from '../../../db/postgres/server.ts'
import { openCutProxy } from '../../fixtures/cutProxy.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'
import { batch, facts, newEvent } from '../facts.ts'
import { openDeafRelay } from './deafRelay.ts'
import { migrated } from './made.ts'
import { hostOf } from './place.ts'

// What a host does when the way to its database is cut or goes silent: nothing waits for ever, nor for a server that is gone.
let postgres: Postgres
beforeAll(async () => {
  postgres = await usePostgres()
})
afterAll(() => postgres.stop())

const by = (url: string, port: number) => url.replace(`:${postgres.port}/`, `:${port}/`)

async function server(url: string, options: ServerOptions = {}): Promise<Server> {
  const opened = await openServer(addressOf(url), options)
  onTestFinished(() => opened.close())
  return opened
}

test('who waits for a connection when the way is cut asks by the next one at once', async () => {
  const proxy = await openCutProxy(postgres.port)
  onTestFinished(() => proxy.close())
  // Less than a connection is waited for.
  const through = await server(by(await postgres.database(), Number(new URL(proxy.url).port)), {
    patience: 3000,
  })
  const nine = (text: string) => Promise.all(Array.from({ length: 9 }, () => through.ask({ text })))
  await nine('select pg_sleep(0.1)')
  proxy.hold('out')
  const asked = nine('select 1 as one')
  await sleep(50)
  proxy.cut()
  proxy.flow()
  expect(await asked).toEqual(Array.from({ length: 9 }, () => [{ one: 1 }]))
})

test('a server that admits a host and then says nothing is left for the next of the address', async () => {
  const url = await postgres.database()
  const deaf = await openDeafRelay(postgres.port, /pg_is_in_recovery/)
  const found = await server(by(url, deaf).replace(`:${deaf}`, `:${deaf},127.0.0.1:${postgres.port}`))
  expect(await found.ask({ text: 'select 1 as one' })).toEqual([{ one: 1 }])
})

test('a connection whose end nobody sees keeps no host waiting', async () => {
  const deaf = await openDeafRelay(postgres.port, /^X/)
  const found = await server(by(await postgres.database(), deaf))
  expect(await found.ask({ text: 'select 1 as one' })).toEqual([{ one: 1 }])
})

test('a host whose way went silent as it began to listen hears the others all the same', async () => {
  const url = await migrated(postgres)
  const one = await hostOf(url, 'one')()
  await one.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
  const deaf = await openDeafRelay(postgres.port, /listen "guichet/)
  const other = await hostOf(by(url, deaf), 'other')()
  const heard = new Promise<void>((done) => {
    other.others!.onStored(done)
  })
  await sleep(200)
  await one.append(1, batch({ events: [newEvent(1, facts.taken(1))] }))
  await heard
  expect(await other.read(1, 10)).toMatchObject([{ seq: 2 }])
})

test('a host that vanished in the middle of a transaction keeps no other from storing', async () => {
  const url = await postgres.database()
  let gone: Server | undefined
  // Once its relay has closed: what it still asks fails then.
  onTestFinished(() => gone?.close())
  gone = await openServer(addressOf(by(url, await openDeafRelay(postgres.port, /(?<!_)commit/))))
  const other = await server(url)
  await other.store([{ text: 'create table kept (one int)' }, { text: 'insert into kept values (1)' }])
  const lost = gone.whole((send) => send([{ text: 'update kept set one = 2' }]))
  lost.catch(() => {})
  await sleep(200)
  await other.store([{ text: 'update kept set one = 3' }])
  expect(await other.ask({ text: 'select one from kept' })).toEqual([{ one: 3 }])
})

test('a server that is left while it answers keeps nobody waiting for its goodbye', async () => {
  // The first goodbye is of the connection that looked for the server.
  const deaf = await openDeafRelay(postgres.port, /^X/, 1)
  const found = await openServer(addressOf(by(await postgres.database(), deaf)))
  const asked = found.ask({ text: 'select 1 as one from pg_sleep(0.3)' })
  await sleep(100)
  const closed = found.close()
  expect(await asked).toEqual([{ one: 1 }])
  await closed
})

test('a transaction that the network held too long is a cut, and the next one goes on', async () => {
  const proxy = await openCutProxy(postgres.port)
  onTestFinished(() => proxy.close())
  const found = await server(by(await postgres.database(), Number(new URL(proxy.url).port)))
  await found.store([{ text: 'create table kept (one int)' }])
  const held = found.whole(async (send) => {
    await send([{ text: 'insert into kept values (1)' }])
    proxy.hold('in')
  })
  const said = held.catch((cause: unknown) => cause)
  await sleep(11_000)
  proxy.flow()
  expect(await found.trouble(await said)).toMatchObject({ code: 'unreachable' })
  await found.store([{ text: 'insert into kept values (2)' }])
  expect(await found.ask({ text: 'select one from kept' })).toEqual([{ one: 2 }])
})

test('the server looks for a host that says nothing, and gives it up within half a minute', async () => {
  const found = await server(await postgres.database())
  const text = `select current_setting('tcp_keepalives_idle') as idle, current_setting('tcp_keepalives_interval') as each,
    current_setting('tcp_keepalives_count') as times, current_setting('tcp_user_timeout') as unheard`
  const looked = { idle: '10', each: '5', times: '3', unheard: '25000' }
  expect(await found.ask({ text })).toEqual([looked])
  // That by which a host is the one of all that tells other software.
  const listening = await found.connect()
  onTestFinished(() => listening.end())
  expect((await listening.query(text)).rows).toEqual([looked])
})
