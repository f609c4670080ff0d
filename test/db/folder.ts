import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Sqlite } from '../../db/connect.ts'
import { journalFile, openDatabase } from '../../db/open.ts'

/** A folder of this test's own, removed when it ends. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

let empty: Promise<Buffer> | undefined

/** The file of an office where nothing happened yet: its tables are made once, which takes ten times what a copy does. */
async function emptyFile(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-db-'))
  const db = await openDatabase(folder)
  db.close()
  const file = readFileSync(journalFile(folder))
  rmSync(folder, { recursive: true })
  return file
}

/** The database of an office where nothing happened yet, in a folder of this test's own. */
export async function newDatabase(): Promise<Sqlite> {
  const folder = ownFolder()
  writeFileSync(journalFile(folder), await (empty ??= emptyFile()), { mode: 0o600 })
  return openDatabase(folder)
}
