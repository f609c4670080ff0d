import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Kysely, SqliteDialect } from 'kysely'
import { backupBefore } from './backup/before.ts'
import type { Signer } from './journal/signature.ts'
import { BackupError } from './backup/errors.ts'
import { connect, type Sqlite } from './connect.ts'
import { longestLog } from './journal/checkpoints.ts'
import { codeOf, storageError, StorageError, storageTrouble } from './errors.ts'
import type { Journal } from './journal/port.ts'
import { sqliteJournal } from './sqlite.ts'
import { latestVersion, migrate } from './migrations/migrate.ts'
import { refuseMoved } from './moved.ts'
import { rebuildOlder } from './projections/rebuild.ts'
import { readApart } from './readApart.ts'

/** The office's file in its folder. */
export const journalFile = (folder: string): string => join(folder, 'guichet.sqlite')

/** What a folder keeps whose journal a database keeps. */
export const databasePlaceFile = (folder: string): string => join(folder, 'journal.json')

/** « GUIC » in the header: the file is ours, and no other program's. */
const applicationId = 0x47554943

/** A check of 256 MiB takes half a second: two years of a busy office. */
const wholeCheck = 256 * 1024 * 1024
/** The tables that can't be made again from the journal, with the schema that made each and the one that took it away. */
const unmakeable: readonly { readonly table: string; readonly since: number; readonly until?: number }[] = [
  { table: 'head', since: 10, until: 300 },
  { table: 'head_row', since: 300 },
  { table: 'personal', since: 20 },
  { table: 'answers', since: 20 },
  { table: 'jobs', since: 20 },
  { table: 'file_keys', since: 50 },
  { table: 'looks', since: 50, until: 110 },
  { table: 'consultations', since: 110 },
]

/** How long a statement waits for a reader of the running host, in milliseconds. */
const busy = 3000

export type OpenOptions = {
  /** The size in bytes beyond which the start doesn't read the whole file to check it. */
  readonly checkUpTo?: number
  /** The office's key, which signs the backup made before an update of the schema; null where it can't be had. */
  readonly signer?: Signer | null
}

/**
 * The office's journal in its folder, made when there is none. The caller holds the folder (`db/hold.ts`).
 * @throws StorageError with the sentence to show
 */
export async function openJournal(folder: string, options: OpenOptions = {}): Promise<Journal> {
  const db = await openDatabase(folder, options)
  return opened(journalFile(folder), () => prepared(db, () => sqliteJournal(db)))
}

/**
 * Opens the office's file for its one writer: made and migrated when needed, checked, durable at each commit.
 * @throws StorageError with the sentence to show
 */
export async function openDatabase(
  folder: string,
  { checkUpTo = wholeCheck, signer = null }: OpenOptions = {},
): Promise<Sqlite> {
  const file = journalFile(folder)
  refuseMoved(folder)
  return opened(file, async () => {
    makeFile(folder, file)
    const db = connect(file, { readonly: false, timeout: busy })
    return prepared(db, async () => {
      checkOurs(db, file)
      db.pragma('journal_mode = wal')
      db.pragma('synchronous = full')
      db.pragma(`wal_autocheckpoint = ${longestLog}`)
      db.pragma('foreign_keys = on')
      // What is erased is overwritten: erasing a person leaves nothing in the file's free pages.
      db.pragma('secure_delete = on')
      checkPages(db, file, checkUpTo)
      if (versionOf(db) < latestVersion) await backupBefore(db, folder, signer)
      // The instance is ours: Kysely runs the migrations through it and must not close it.
      await migrate(new Kysely({ dialect: new SqliteDialect({ database: db }) }), 'sqlite')
      checkEnd(db, file)
      rebuildOlder(db)
      return db
    })
  })
}

/**
 * Opens the office's file to read it, on a stopped or a running host: changes nothing, takes no lock that the
 * host would wait for.
 * @throws StorageError with the sentence to show
 */
export async function openForReading(folder: string): Promise<Sqlite> {
  const db = await openAsIs(folder)
  if (versionOf(db) >= latestVersion) return db
  db.close()
  throw storageTrouble('olderSchema', journalFile(folder))
}

/**
 * The same whatever the schema's age: to copy it, or to say what is wrong with it.
 * @throws StorageError with the sentence to show
 */
export async function openAsIs(folder: string): Promise<Sqlite> {
  const file = journalFile(folder)
  return opened(file, async () => {
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) {
      await access(folder, constants.X_OK).catch((cause: unknown) => {
        throw storageTrouble('missing', file, cause)
      })
      throw storageTrouble(existsSync(databasePlaceFile(folder)) ? 'inDatabase' : 'missing', file)
    }
    try {
      return await readable(file, connect(file, { readonly: true, timeout: busy }))
    } catch (cause) {
      // A folder that may not be written: another account's, a disk that is read alone.
      const trouble = storageError(cause, file)
      if (!(trouble instanceof StorageError) || trouble.code !== 'notWritable') throw cause
      return readable(file, readApart(file, busy))
    }
  })
}

const readable = (file: string, db: Sqlite): Promise<Sqlite> =>
  prepared(db, () => {
    checkOurs(db, file)
    return db
  })

async function opened<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    // An update begins with a backup, which is not made of what does not hold: its sentence says so.
    if (cause instanceof BackupError) throw new StorageError('corrupt', cause.message, cause)
    // A schema that isn't what its version says: someone, or the disk, changed it.
    if (codeOf(cause) === 'SQLITE_ERROR') throw storageTrouble('corrupt', file, cause)
    throw storageError(cause, file)
  }
}

/** What `work` gives on a database, which is closed when it fails. */
async function prepared<T>(db: Sqlite, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    db.close()
    throw cause
  }
}

/**
 * The file holds personal data: it is its owner's alone, and SQLite gives the same rights to the log beside it. At once, as each
 * start waits for it.
 */
function makeFile(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
}

/** An empty file becomes ours; one that another program or a younger version wrote is left as it is. */
function checkOurs(db: Sqlite, file: string): void {
  const id = db.pragma('application_id', { simple: true })
  if (id === applicationId) {
    const version = versionOf(db)
    if (version > latestVersion) throw storageTrouble('newerSchema', file)
    // Tables that no migration says it made.
    if (version === 0 && db.prepare("select 1 from sqlite_master where name = 'events'").get()) {
      throw storageTrouble('corrupt', file)
    }
    return
  }
  const tables = db.prepare('select count(*) from sqlite_master').pluck().get()
  if (id !== 0 || tables !== 0) throw storageTrouble('notOurs', file)
  if (db.readonly) throw storageTrouble('missing', file)
  db.pragma(`application_id = ${applicationId}`)
}

/** The schema's version, 0 before the first migration. */
function versionOf(db: Sqlite): number {
  const table = db.prepare("select 1 from sqlite_master where name = 'schema_version'").get()
  return table ? Number(db.prepare('select max(version) from schema_version').pluck().get() ?? 0) : 0
}

/** SQLite's own check of the pages; beyond `limit` bytes, of the tables that can't be made again from the journal. */
function checkPages(db: Sqlite, file: string, limit: number): void {
  const pages = Number(db.pragma('page_count', { simple: true }))
  const size = pages * Number(db.pragma('page_size', { simple: true }))
  // Cut inside its last page, a file reads with zeros in place of what it lost, unless its log still holds that page.
  const logged = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (logged === 0 && statSync(file).size < size)
    throw storageTrouble('corrupt', file, new Error('the file is shorter than it says'))
  // A file is checked before it is migrated: its own version says which tables it has.
  const version = versionOf(db)
  const kept = unmakeable.filter(({ since, until = Infinity }) => since <= version && version < until)
  const checks = size <= limit ? ['quick_check(1)'] : kept.map(({ table }) => `quick_check(${table})`)
  for (const check of checks) {
    const found = db.prepare(`pragma ${check}`).pluck().get()
    if (found !== 'ok') throw storageTrouble('corrupt', file, new Error(String(found)))
  }
}

/** The last event is the one that the head names; the whole chain is `journal verify`'s business. */
function checkEnd(db: Sqlite, file: string): void {
  const last = db.prepare('select seq, hash from events order by seq desc limit 1').get()
  const head = db.prepare('select seq, hash from head').get()
  if (!isDeepStrictEqual(last, head))
    throw storageTrouble('corrupt', file, new Error('the head is not the end'))
}
