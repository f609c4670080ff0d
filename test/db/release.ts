import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { readFileSync } from 'node:fs'
import { migrate } from '../../db/migrations/migrate.ts'
import { journalFile } from '../../db/open.ts'
import { ownFolder } from './folder.ts'

type Row = { readonly office_id: string; readonly seq: number; readonly body: string; readonly hash: string }

/** A journal that a release wrote itself, and a folder as that release left it: its schema, its events, its head. */
export function release(fixture: string, schema: number) {
  const rows = readFileSync(new URL(`./fixtures/${fixture}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
  const folder = async (): Promise<string> => {
    const made = ownFolder()
    const db = new Database(journalFile(made))
    db.pragma('application_id = 0x47554943')
    await migrate(new Kysely({ dialect: new SqliteDialect({ database: db }) }), 'sqlite', schema)
    const insert = db.prepare(
      'insert into events (office_id, seq, body, hash) values (@office_id, @seq, @body, @hash)',
    )
    for (const row of rows) insert.run(row)
    const last = rows.at(-1)!
    const { at } = JSON.parse(last.body) as { at: number }
    db.prepare('insert into head values (?, ?, ?, ?)').run(last.office_id, last.seq, last.hash, at)
    db.close()
    return made
  }
  return { rows, folder }
}
