import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { anchorFile } from '../../../db/journal/anchorFile.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await usePostgres()
})
afterAll(() => postgres.stop())

test('a database cut at its end takes no act: the row of its head, or the host’s own folder, knows how far it went', async () => {
  const url = await postgres.database()
  const dir = await newFolder()
  onTestFinished(() => removeFolder(dir))
  const start = () => startInside(dir, { school: false, journal: url })
  const first = await start()
  const tokensNow = async () =>
    JSON.parse(await readFile(join(dir, 'tokens.json'), 'utf8')) as Record<string, string>
  await done({ url: first.url, tokens: await tokensNow() }, 'admin', 'commands/office.create', {
    ...schoolOffice,
    school: false,
  })
  const tokens = await tokensNow()
  const take = (host: { readonly url: string }) =>
    post<{ number: string }>({ url: host.url, tokens }, 'kiosk', 'commands/ticket.take', {
      serviceId: 'titres',
    })
  await done({ url: first.url, tokens }, 'supervisor', 'commands/day.open')
  for (let ticket = 0; ticket < 3; ticket++) await take(first)
  await first.stop()
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ seq: string; anchor: string }>('select seq, anchor from head')
    expect(JSON.parse(rows[0]!.anchor.slice(87))).toMatchObject({ seq: Number(rows[0]!.seq), resumed: 0 })
    // The owner of the database cuts what its hosts may only add to, and the folder's own anchors are lost.
    await client.query('alter table events disable trigger all')
    await client.query('delete from events where seq > (select seq - 2 from head)')
    await client.query(
      `update head set (seq, hash, at) =
        (select seq, hash, (body::jsonb->>'at')::bigint from events order by seq desc limit 1)`,
    )
    await client.query('delete from snapshots')
    await client.query('alter table events enable trigger all')
  } finally {
    await client.end()
  }
  await rm(anchorFile(dir))
  const verified = await guichet(['journal', 'verify', url])
  expect(verified).toMatchObject({ code: 1, out: expect.stringContaining('Journal en retard') })
  const host = await start()
  try {
    expect((await take(host)).error?.code).toBe('journalBehind')
    const resumed = await post({ url: host.url, tokens }, 'supervisor', 'commands/journal.resume', {
      tickets: {},
      documents: {},
    })
    expect(resumed.status).toBe(200)
    expect((await take(host)).output?.number).toBe('A4')
    expect(await guichet(['journal', 'verify', url])).toMatchObject({ code: 0 })
  } finally {
    await host.stop()
  }
})
