import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupsIn } from '../../db/backup/before.ts'
import { readManifest } from '../../db/backup/read.ts'
import { listBackups } from '../../db/backup/write.ts'
import { chainHash, noHash } from '../../db/journal/rows.ts'
import { verifyChain } from '../../db/journal/verify.ts'
import { latestVersion, migrate, migrations } from '../../db/migrations/migrate.ts'
import { journalFile, openDatabase } from '../../db/open.ts'
import { ownFolder } from './folder.ts'

/** The last release that wrote under a schema, or under an older one. */
const releaseOf = (schema: number): string =>
  schema >= 50 ? 'journal-v3.jsonl' : schema >= 40 ? 'journal-v2.jsonl' : 'journal-v1.jsonl'

/** A real office as that schema left it: what a release wrote, chained again because its office was a training one. */
async function officeOf(
  schema: number,
): Promise<{ readonly folder: string; readonly bodies: readonly string[] }> {
  const folder = ownFolder()
  const db = new Database(journalFile(folder))
  db.pragma('application_id = 0x47554943')
  await migrate(new Kysely({ dialect: new SqliteDialect({ database: db }) }), 'sqlite', schema)
  const lines = readFileSync(new URL(`./fixtures/${releaseOf(schema)}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const rows = lines.map((line) => JSON.parse(line) as { office_id: string; seq: number; body: string })
  const bodies = rows.map(({ body, seq }) =>
    seq === 1 ? body.replace('"school":true', '"school":false') : body,
  )
  const insert = db.prepare('insert into events (office_id, seq, body, hash) values (?, ?, ?, ?)')
  let hash = noHash
  for (const [index, { office_id, seq }] of rows.entries()) {
    hash = chainHash(hash, bodies[index] ?? '')
    insert.run(office_id, seq, bodies[index], hash)
  }
  const { at } = JSON.parse(bodies.at(-1) ?? '') as { at: number }
  db.prepare('insert into head values (?, ?, ?, ?)').run(rows.at(-1)?.office_id, rows.length, hash, at)
  db.close()
  return { folder, bodies }
}

// The schemas before the first release hold no office.
const past = migrations
  .map(({ version }) => version)
  .filter((version) => version >= 30 && version < latestVersion)

test.each(past)(
  'an office of schema %i opens: copied as it was, migrated, its journal the same and whole',
  async (schema) => {
    const { folder, bodies } = await officeOf(schema)
    const db = await openDatabase(folder)
    expect(db.prepare('select max(version) from schema_version').pluck().get()).toBe(latestVersion)
    expect(verifyChain(db)).toMatchObject({ ok: true, count: bodies.length })
    expect(db.prepare('select body from events order by seq').pluck().all()).toEqual(bodies)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
    const copies = await listBackups(backupsIn(folder))
    expect(copies.map(({ why }) => why)).toEqual(['migration'])
    expect(await readManifest(join(backupsIn(folder), copies[0]?.name ?? ''))).toMatchObject({ schema })
  },
)
