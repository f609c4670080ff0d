import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading } from '../../../db/open.ts'
import { guichet as command } from '../../fixtures/insideCommand.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { done, failedStart, newFolder, removeFolder } from '../../fixtures/startHost.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'

let postgres: Postgres
let folder: string
beforeAll(async () => {
  postgres = await usePostgres()
  folder = await newFolder()
})
afterAll(async () => {
  await removeFolder(folder)
  await postgres.stop()
})

const guichet = async (...args: readonly string[]) => {
  const { out, err, code } = await command(args)
  return { code, stdout: out, text: out + err }
}

test('an office moves from its folder into a database, where its hosts go on; each command says which office it is about', async () => {
  const url = await postgres.database()
  const dir = join(folder, 'office')
  const first = await startInside(dir)
  await done(first, 'supervisor', 'commands/day.open')
  await done(first, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  expect((await guichet('journal', 'copy', dir, url)).text, 'a host works there').toMatch(/déjà tenu/)
  await first.stop()
  const shown = (await guichet('journal', 'show', dir)).stdout

  expect(await guichet('journal', 'copy', dir, url)).toMatchObject({ code: 0 })
  expect((await guichet('journal', 'show', url)).stdout).toBe(shown)
  expect(await guichet('journal', 'verify', url)).toMatchObject({ code: 0 })
  expect((await guichet('journal', 'roles', url)).stdout).toMatch(
    /grant select, insert on "public"\."events"/,
  )

  expect((await failedStart(dir)).stderr, 'it says where its office went').toMatch(/où il continue/)
  // The folder keeps its own journal until somebody puts it aside: two memories of one office would part.
  await expect(startInside(dir, { journal: url })).rejects.toThrow(/a son propre journal/)
  for (const end of ['', '-wal', '-shm'])
    await rename(join(dir, `guichet.sqlite${end}`), join(folder, `aside.sqlite${end}`)).catch(() => {})
  const moved = await startInside(dir, { journal: url })
  try {
    const next = await done<{ number: string }>(moved, 'kiosk', 'commands/ticket.take', {
      serviceId: 'titres',
    })
    expect(next.number, 'the numbers go on').toBe('A2')
    expect((await guichet('journal', 'copy', url, join(folder, 'back'))).text).toMatch(
      /Un hôte de cet office travaille/,
    )
  } finally {
    await moved.stop()
  }
  await expect(startInside(dir), 'not without its database').rejects.toThrow(/--journal/)

  const town = join(folder, 'other')
  await mkdir(town)
  const other = await startInside(town, { journal: url })
  await other.stop()
  const unsaid = await guichet('journal', 'verify', url)
  expect(unsaid.code).toBe(1)
  const offices = [...unsaid.text.matchAll(/^ {2}([0-9a-f-]{36}) /gm)].map(([, id]) => id!)
  expect(offices).toHaveLength(2)
  const [born] = shown.split('\n')
  const { officeId } = (JSON.parse(born!) as { data: { officeId: string } }).data
  expect(offices).toContain(officeId)
  const back = join(folder, 'back')
  expect(await guichet('journal', 'copy', url, back, '--office', officeId)).toMatchObject({ code: 0 })
  await expect(startInside(dir, { journal: url }), 'nor where it was').rejects.toThrow(/où il continue/)
  expect(await guichet('journal', 'reopen', url, '--office', officeId)).toMatchObject({ code: 0 })
  const db = await openForReading(back)
  try {
    expect(verifyChain(db)).toMatchObject({ ok: true, head: { seq: shown.split('\n').length } })
  } finally {
    db.close()
  }
}, 180_000)

test('a journal whose calendar is no longer a text that can be read is said broken at that event', async () => {
  const url = await postgres.database()
  const dir = join(folder, 'unreadable')
  await mkdir(dir)
  const host = await startInside(dir, { journal: url })
  await done(host, 'supervisor', 'commands/day.open')
  await host.stop()
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('alter table events disable trigger all')
    const body = '{"at":1,,"type":"calendarSet","v":1,"who":{}}'
    await client.query('update events set body = $1 where seq = 2', [body])
  } finally {
    await client.end()
  }
  const { code, text } = await guichet('journal', 'verify', url)
  expect({ code, text }).toEqual({ code: 1, text: expect.stringMatching(/événement\s(?:n°\s)?2\b/) })
})
