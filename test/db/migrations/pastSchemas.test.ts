import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupsIn } from '../../../db/backup/before.ts'
import { readBackup } from '../../../db/backup/read.ts'
import { listBackups } from '../../../db/backup/write.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { latestVersion } from '../../../db/migrations/migrate.ts'
import { journalFile, openDatabase } from '../../../db/open.ts'
import { ownFolder } from '../folder.ts'
import { pastOffice, triedSchemas, unmakeableOf, unmakeableRows } from './pastOffices.ts'

const over = (database: Database.Database) =>
  new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })

test.each(triedSchemas())(
  'an office of schema %i opens: copied as it was, migrated, its journal the same and whole, and what no journal makes again',
  async (schema) => {
    const folder = ownFolder()
    const past = new Database(journalFile(folder))
    past.pragma('application_id = 0x47554943')
    const { bodies } = await pastOffice(over(past), 'sqlite', schema)
    past.close()

    const db = await openDatabase(folder)
    expect(db.prepare('select max(version) from schema_version').pluck().get()).toBe(latestVersion)
    expect(verifyChain(db)).toMatchObject({ ok: true, count: bodies.length })
    expect(db.prepare('select body from events order by seq').pluck().all()).toEqual(bodies)
    expect(await unmakeableRows(over(db))).toEqual(unmakeableOf(schema))
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
    const copies = await listBackups(backupsIn(folder))
    expect(copies.map(({ why }) => why)).toEqual(['migration'])
    const { manifest } = await readBackup(join(backupsIn(folder), copies[0]?.name ?? ''))
    expect(manifest).toMatchObject({ schema })
  },
)

test.each(triedSchemas())(
  'an office of schema %i that is too big to be checked whole opens, and is told damaged without its head',
  async (schema) => {
    const made = async (change = '') => {
      const folder = ownFolder()
      const past = new Database(journalFile(folder))
      past.pragma('application_id = 0x47554943')
      await pastOffice(over(past), 'sqlite', schema)
      past.exec(change)
      past.close()
      return folder
    }
    const db = await openDatabase(await made(), { checkUpTo: 0 })
    expect(db.prepare('select max(version) from schema_version').pluck().get()).toBe(latestVersion)
    db.close()
    await expect(openDatabase(await made('drop table head'), { checkUpTo: 0 })).rejects.toMatchObject({
      code: 'corrupt',
    })
  },
)
