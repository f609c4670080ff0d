import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf } from '../../../db/postgres/address.ts'
import { rolesSql } from '../../../db/postgres/roles.ts'
import { bringUp } from '../../../db/postgres/schema.ts'
import { openServer } from '../../../db/postgres/server.ts'
import type { OfficeId, TicketId } from '../../../shared/contract/ids.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'
import { at, batch, facts, newEvent, v7 } from '../facts.ts'
import { migrated } from './made.ts'
import { hostOf } from './place.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await usePostgres()
})
afterAll(() => postgres.stop())

async function asked(url: string, ...texts: string[]): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    let rows: readonly Record<string, unknown>[] = []
    for (const text of texts) rows = (await client.query<Record<string, unknown>>(text)).rows
    return rows
  } finally {
    await client.end()
  }
}

const as = (url: string, account: string) => {
  const other = new URL(url)
  other.username = account
  return other.href
}

describe('the account of a host', () => {
  const born = (office: string) => {
    const event = facts.officeCreated()
    return newEvent(0, { ...event, data: { ...event.data, officeId: office } } as typeof event)
  }

  test('it works for its office alone: it reads and writes nothing of another one’s, and changes no event', async () => {
    const url = await migrated(postgres)
    const [a, b] = [v7(10) as OfficeId, v7(11) as OfficeId]
    const name = new URL(url).pathname.slice(1)
    const [roleA, roleB] = [`a_${name}`, `b_${name}`]
    const owner = await openServer(addressOf(url))
    for (const role of [roleA, roleB]) await asked(url, await rolesSql(owner, role, undefined))
    await owner.close()

    // Each takes the office that is born under it.
    for (const [office, role] of [
      [a, roleA],
      [b, roleB],
    ] as const) {
      const journal = await hostOf(as(url, role), role)()
      expect(await journal.append(0, batch({ events: [born(office)] }))).not.toBe('conflict')
      await journal.append(
        1,
        batch({
          events: [
            newEvent(1, facts.taken(0)),
            newEvent(2, facts.called(0)),
            newEvent(3, facts.dayClosed()),
            newEvent(4, facts.taken(1)),
            newEvent(5, facts.called(1)),
          ],
          personal: [{ op: 'put', kind: 'sheet', id: role, value: { note: role }, at: at(1) }],
        }),
      )
      expect(await journal.personal('sheet')).toEqual(new Map([[role, { note: role }]]))
      expect((await journal.purge(at(2 * 24 * 3600))).personal).toBe(1)
      await journal.append(
        6,
        batch({ personal: [{ op: 'put', kind: 'sheet', id: role, value: { note: role }, at: at(1) }] }),
      )
      await journal.close()
    }
    const inA = as(url, roleA)
    for (const table of ['events', 'head', 'personal', 'visits', 'calls', 'visits_day', 'acts_day']) {
      const seen = await asked(inA, `select distinct office_id from ${table}`)
      expect(seen, table).toEqual([{ office_id: a }])
      expect(await asked(inA, `select 1 from ${table} where office_id = '${b}'`), table).toEqual([])
    }
    for (const text of [
      "update events set hash = 'x'",
      'delete from events',
      'truncate events',
      'drop table personal',
      `insert into office_roles (role, office_id) values (current_user, '${b}')`,
      `select claim_office('${b}')`,
      `insert into personal values ('${b}', 'sheet', 'x', '{}', 1, null)`,
      `insert into events (office_id, seq, body, hash) values ('${b}', 3, '{}', 'x')`,
      'create table mine (x int)',
    ])
      await expect(asked(inA, text), text).rejects.toMatchObject({ code: '42501' })
    expect(await asked(inA, `update personal set value = 'x' where office_id = '${b}' returning 1`)).toEqual(
      [],
    )
  })
})

describe('the database', () => {
  test('two hosts that start together make the tables once', async () => {
    const url = await postgres.database()
    await Promise.all(
      [0, 1, 2].map(async () => {
        const server = await openServer(addressOf(url))
        await bringUp(server)
        await server.close()
      }),
    )
    const versions = await asked(url, 'select version from schema_version')
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length)
  })

  test('tables that were made and not yet protected when the update was cut are protected by the next start', async () => {
    const url = await migrated(postgres)
    const separated = () =>
      asked(
        url,
        "select (select count(*)::int from pg_policy) as policies, (select count(*)::int from pg_class where relrowsecurity and relkind = 'r') as tables",
      )
    const before = await separated()
    await asked(
      url,
      'drop policy own_office on consultations',
      'alter table consultations disable row level security',
    )
    const server = await openServer(addressOf(url))
    await bringUp(server)
    await server.close()
    expect(await separated()).toEqual(before)
  })

  const open = (url: string) => hostOf(url)()

  test('a younger schema, another program’s tables, and an older schema without the right to change it are said', async () => {
    const url = await migrated(postgres)
    const role = `late_${new URL(url).pathname.slice(1)}`
    const owner = await openServer(addressOf(url))
    await asked(url, await rolesSql(owner, role, undefined))
    await owner.close()
    await asked(url, 'delete from schema_version where version = (select max(version) from schema_version)')
    await expect(open(as(url, role))).rejects.toMatchObject({ code: 'olderSchema' })
    await asked(url, "insert into schema_version (version, name) values (999990, 'demain')")
    await expect(open(url)).rejects.toMatchObject({ code: 'newerSchema' })
    const foreign = await postgres.database()
    await asked(foreign, 'create table theirs (x int)')
    await expect(open(foreign)).rejects.toMatchObject({ code: 'notOurs' })
    expect(
      await asked(foreign, 'select count(*)::int as tables from pg_class where relname = $$events$$'),
    ).toEqual([{ tables: 0 }])
  })

  test('a host whose tables a later version changed is told to be updated, not that the base is damaged', async () => {
    const url = await migrated(postgres)
    const journal = await hostOf(url)()
    const visit = () => journal.visits.one(v7(1) as TicketId)
    const take = () => journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
    await asked(
      url,
      'alter table visits_day rename to visits_gone',
      'alter table events rename column hash to digest',
    )
    for (const act of [visit, take]) await expect(act()).rejects.toMatchObject({ code: 'corrupt' })
    await asked(url, "insert into schema_version (version, name) values (999990, 'demain')")
    for (const act of [visit, take]) await expect(act()).rejects.toMatchObject({ code: 'newerSchema' })
  })

  test('a server that does not answer, a base that is not there and an unknown account each have their sentence', async () => {
    const answers = async (url: string) => {
      try {
        await open(url)
        return 'opened'
      } catch (error) {
        const { code, message } = error as { code: string; message: string }
        expect(message).toMatch(/^[A-ZÀÉÊÇ«].{15,}\.$/)
        expect(message).not.toContain('secret')
        return code
      }
    }
    expect(await answers('postgres://x:secret@127.0.0.1:1/base')).toBe('unreachable')
    expect(await answers(postgres.url('absente'))).toBe('missing')
    expect(await answers(postgres.url('postgres', 'personne:secret'))).toBe('notAllowed')
    expect(await answers('postgres://x:secret@base.mairie.example/guichet')).toBe('untrusted')
    expect(await answers('postgres://x:secret@base.mairie.example/guichet?sslmode=require')).toBe('untrusted')
    expect(await answers(`${postgres.url('postgres')}?sslmode=verify-full`), 'no TLS there').toBe('untrusted')
  })
})

test('an answer means that the disk has it, whatever the database was set to; where it was set to more, it stays more', async () => {
  const url = await postgres.database()
  const name = new URL(url).pathname.slice(1)
  const inForce = async () => {
    const server = await openServer(addressOf(url))
    try {
      return await server.ask({ text: "select current_setting('synchronous_commit') as set" })
    } finally {
      await server.close()
    }
  }
  await asked(url, `alter database ${name} set synchronous_commit = off`)
  expect(await inForce()).toEqual([{ set: 'on' }])
  await asked(url, `alter database ${name} set synchronous_commit = remote_apply`)
  expect(await inForce()).toEqual([{ set: 'remote_apply' }])
})

test('a server is one of those of its address: the first that takes writes', async () => {
  const url = await migrated(postgres)
  const several = url.replace('@127.0.0.1', '@127.0.0.1:1,127.0.0.1')
  const journal = await hostOf(several)()
  expect(await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))).not.toBe(
    'conflict',
  )
})
