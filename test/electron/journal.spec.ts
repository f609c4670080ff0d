import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { byNight } from '../e2e/fixture.ts'
import { usePostgres, type Postgres } from '../runtime/postgres.ts'
import { expect, roleOf, test } from './launch.ts'

// The desktop application whose office's journal is in a PostgreSQL database.

let postgres: Postgres | null = null
test.afterAll(() => postgres?.stop())

test('an application started with --journal says that the base is away', async ({ launch }) => {
  const away = await launch({ args: ['--journal', 'postgres://guichet@127.0.0.1:9/guichet'] })
  await saysAway(await away.firstWindow())
})

const kept =
  'an application started with --journal keeps its office in that database, and says so once the base is away'
test(kept, { tag: byNight }, async ({ launch, folder }) => {
  postgres = await usePostgres()
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
  await saysAway(await away.firstWindow())
})

const saysAway = (page: Page) =>
  expect(page.locator('body')).toContainText('Vérifiez que le serveur PostgreSQL est en marche')
