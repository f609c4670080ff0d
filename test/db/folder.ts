import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Sqlite } from '../../db/connect.ts'
import { openDatabase } from '../../db/open.ts'
import { putEmptyJournal } from '../fixtures/emptyJournal.ts'

/** A folder of this test's own, removed when it ends. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The database of an office where nothing happened yet, in a folder of this test's own. */
export async function newDatabase(): Promise<Sqlite> {
  const folder = ownFolder()
  await putEmptyJournal(folder)
  return openDatabase(folder)
}
