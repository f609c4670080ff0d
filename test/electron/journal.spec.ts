import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { usePostgres, type Postgres } from '../runtime/postgres.ts'
import { expect, roleOf, test } from './launch.ts'

// The desktop application whose office's journal is in a PostgreSQL database.

let postgres: Postgres
test.beforeAll(async () => {
  postgres = await usePostgres()
})
test.afterAll(() => postgres.stop())

test('an application started with --journal keeps its office in that database, and says so once the base is away', async ({
  launch,
  folder,
}) => {
  const url = await postgres.database()
  const first = await launch({ args: ['--journal', url] })
  const page = await first.firstWindow()
  await expect.poll(() => roleOf(page)).toBe('admin')
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  const { rows } = await server.query<{ tables: string }>(
    `select count(*) as tables from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
  )
  await server.end()
  expect(Number(rows[0]?.tables)).toBeGreaterThan(10)
  // The folder says which office it serves, never where, nor by whom.
  expect(await readFile(join(folder, 'journal.json'), 'utf8')).not.toContain('postgres')
  await first.close()

  const away = await launch({ args: ['--journal', url.replace(/:[0-9]+[/]/, ':9/')] })
  await expect((await away.firstWindow()).locator('body')).toContainText(
    'Vérifiez que le serveur PostgreSQL est en marche',
  )
})
