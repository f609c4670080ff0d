import { sql, type Kysely } from 'kysely'
import type { Engine } from '../schema.ts'
import * as journal from './0010-journal.ts'
import * as personal from './0020-personal.ts'
import * as readTables from './0030-read-tables.ts'
import * as visits from './0040-visits.ts'
import * as files from './0050-files.ts'
import * as till from './0060-till.ts'
import * as documents from './0070-documents.ts'
import * as hosts from './0080-hosts.ts'
import * as consultations from './0110-consultations.ts'
import * as software from './0130-software.ts'
import * as papers from './0140-papers.ts'
import * as following from './0150-following.ts'
import * as moved from './0190-moved.ts'
import * as filesReceived from './0200-files-received.ts'
import * as events from './0210-events.ts'
import * as anchors from './0230-anchors.ts'
import * as archives from './0240-archives.ts'
import * as fewerPages from './0260-fewer-pages.ts'
import * as sheetAnswers from './0270-sheet-answers.ts'
import * as dayTables from './0280-day-tables.ts'
import * as loneIndexes from './0290-lone-indexes.ts'
import * as headInAnswers from './0300-head-in-answers.ts'

type Migration = {
  readonly version: number
  readonly name: string
  readonly up: (db: Kysely<unknown>, engine: Engine) => Promise<void>
}

/** In order, numbered by tens. One that has shipped never changes. */
export const migrations: readonly Migration[] = [
  { version: 10, name: 'journal', up: journal.up },
  { version: 20, name: 'personal', up: personal.up },
  { version: 30, name: 'read-tables', up: readTables.up },
  { version: 40, name: 'visits', up: visits.up },
  { version: 50, name: 'files', up: files.up },
  { version: 60, name: 'till', up: till.up },
  { version: 70, name: 'documents', up: documents.up },
  { version: 80, name: 'hosts', up: hosts.up },
  { version: 110, name: 'consultations', up: consultations.up },
  { version: 130, name: 'software', up: software.up },
  { version: 140, name: 'papers', up: papers.up },
  { version: 150, name: 'following', up: following.up },
  { version: 190, name: 'moved', up: moved.up },
  { version: 200, name: 'files-received', up: filesReceived.up },
  { version: 210, name: 'events', up: events.up },
  { version: 230, name: 'anchors', up: anchors.up },
  { version: 240, name: 'archives', up: archives.up },
  { version: 260, name: 'fewer-pages', up: fewerPages.up },
  { version: 270, name: 'sheet-answers', up: sheetAnswers.up },
  { version: 280, name: 'day-tables', up: dayTables.up },
  { version: 290, name: 'lone-indexes', up: loneIndexes.up },
  { version: 300, name: 'head-in-answers', up: headInAnswers.up },
]

/** The schema that this program writes. */
export const latestVersion = Math.max(...migrations.map(({ version }) => version))

/** The schema that the database has; 0 before the first migration. The table must exist. */
async function schemaVersion(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{
    version: number | null
  }>`select max(version) as version from schema_version`.execute(db)
  return Number(rows[0]?.version ?? 0)
}

/**
 * Brings the database up to `to` (the latest when absent), one transaction a migration: cut in the middle, it
 * goes on from the last whole one the next time.
 * @returns the version from which it came
 */
export async function migrate(db: Kysely<unknown>, engine: Engine, to = latestVersion): Promise<number> {
  const int = engine === 'sqlite' ? sql`integer` : sql`bigint`
  await db.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', int, (column) => column.notNull().primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .modifyEnd(engine === 'sqlite' ? sql`strict` : sql``)
    .execute()
  const from = await schemaVersion(db)
  for (const { version, name, up } of migrations) {
    if (version <= from || version > to) continue
    await db.transaction().execute(async (transaction) => {
      await up(transaction, engine)
      await sql`insert into schema_version (version, name) values (${version}, ${name})`.execute(transaction)
    })
  }
  return from
}
