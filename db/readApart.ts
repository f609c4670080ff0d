import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { connect, type Sqlite } from './connect.ts'
import { storageTrouble } from './errors.ts'

/** Tries of a copy that the file's changes spoil, before it is said that it changes. */
const mostTries = 5

/** Its pages move from the log to the file now and then: a copy made across such a moment has neither's. */
const stateOf = (file: string): string => {
  const { mtimeNs, size } = statSync(file, { bigint: true })
  return `${mtimeNs} ${size}`
}

/**
 * Reads a file of a folder where nothing may be written: SQLite wants its shared memory beside the file, so that the file and
 * its log are copied first, to a folder that this account alone reads and that goes once they are open, on Windows when the
 * database is closed.
 * @param timeout how long a statement waits for another connection's lock, in milliseconds
 * @param copyOne copies one file to a place
 * @throws StorageError `changing` when it is written each time it is read, or what the file system or SQLite throws; then
 *   nothing of the copy is left
 */
export function readApart(
  file: string,
  timeout: number,
  copyOne: (from: string, to: string) => void = copyFileSync,
): Sqlite {
  const apart = mkdtempSync(join(tmpdir(), 'guichet-lecture-'))
  const drop = () => rmSync(apart, { recursive: true, force: true })
  let db: Sqlite | undefined
  try {
    const copy = join(apart, basename(file))
    for (let tries = 1; ; tries++) {
      const before = stateOf(file)
      for (const end of ['', '-wal'])
        if (existsSync(`${file}${end}`)) copyOne(`${file}${end}`, `${copy}${end}`)
        else rmSync(`${copy}${end}`, { force: true })
      if (stateOf(file) === before) break
      if (tries === mostTries) throw storageTrouble('changing', file)
    }
    db = connect(copy, { readonly: true, timeout })
    // Its log is open from the first statement on: a program that is killed then leaves no copy of anybody's data behind.
    db.prepare('select count(*) from sqlite_schema').get()
    if (process.platform !== 'win32') drop()
    const close = db.close.bind(db)
    db.close = () => {
      try {
        return close()
      } finally {
        drop()
      }
    }
    return db
  } catch (cause) {
    db?.close()
    drop()
    throw cause
  }
}
