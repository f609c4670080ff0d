import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupsIn } from '../../../db/backup/before.ts'
import { officeBorn, officeOf } from '../../../db/backup/check.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import { peekBackup } from '../../../db/backup/read.ts'
import { listBackups } from '../../../db/backup/write.ts'
import type { Sqlite } from '../../../db/connect.ts'
import { verifyAnchored, type Examined, type Signed } from '../../../db/journal/anchored.ts'
import { doubtedAnchors, readAnchors } from '../../../db/journal/anchorFile.ts'
import { journalFile, openAsIs } from '../../../db/open.ts'
import { StartError } from '../core/startError.ts'
import { publicKeyIn } from '../office/key.ts'
import { metropolitanZone } from '../../../shared/contract/office/zone.ts'

/** The key whose signatures count in a folder: its own, else the one that its journal names. */
export function keyIn(folder: string, db: Sqlite): string {
  try {
    // A journal without an office has nothing signed.
    return publicKeyIn(folder) ?? officeBorn(db)?.publicKey ?? ''
  } catch (error) {
    // A key's file that can't be read is the doctor's to say.
    if (error instanceof StartError) return ''
    throw error
  }
}

/** The zone in which the hours of a database's office are said. */
export function zoneIn(db: Sqlite): string {
  try {
    return officeOf(db).zone
  } catch (error) {
    if (error instanceof BackupError) return metropolitanZone
    throw error
  }
}

/**
 * Everything that this key signed of a folder's journal: its anchors, and its backups' own manifests; with the folder's
 * anchors that another key signed, which the journal must hold too.
 */
export async function signedIn(folder: string, publicKey: string): Promise<readonly Signed[]> {
  const backups = backupsIn(folder)
  const anchors = [
    ...(await readAnchors(folder, publicKey)),
    ...(await doubtedAnchors(folder, publicKey)),
    ...(await readAnchors(backups, publicKey)),
  ]
  const made: Signed[] = []
  for (const { name } of await listBackups(backups)) {
    if (name.endsWith('.age')) continue
    // One that can't be read signs nothing: the doctor says so of the last.
    const said = await peekBackup(join(backups, name)).catch(() => undefined)
    if (said?.signer === publicKey) made.push(said.manifest)
  }
  return [...anchors, ...made]
}

/**
 * Verifies a folder's whole journal and compares it with what was signed of it. Reads every event: in a thread of its own,
 * where a host works.
 * @returns undefined where the journal is in no file of the folder
 */
export async function verifyFolder(folder: string, publicKey: string): Promise<Examined | undefined> {
  if (!existsSync(journalFile(folder))) return undefined
  // What is signed meanwhile is of events that are read all the same.
  const all = await signedIn(folder, publicKey)
  const db = await openAsIs(folder)
  try {
    return verifyAnchored(db, all)
  } finally {
    db.close()
  }
}
