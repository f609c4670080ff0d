import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkDatabase } from '../../../db/backup/check.ts'
import type { Opener } from '../../../db/backup/encrypt.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import { databaseName, type Manifest } from '../../../db/backup/manifest.ts'
import { unpackBackup } from '../../../db/backup/read.ts'
import { readHolder } from '../../../db/hold.ts'
import { backups } from '../../../shared/messages/keeping.fr.ts'
import { publicKeyIn } from '../key.ts'

/**
 * Puts the office of a backup in a folder, whole or not at all: everything is verified beside it first (each file, the
 * database's pages, the whole chain, the office's key), and the folder then takes its name in one step.
 * @param folder empty, or not there yet
 * @throws BackupError saying what is wrong, and that nothing was restored
 */
export async function restoreBackup(
  file: string,
  folder: string,
  opener: Opener | undefined,
): Promise<Manifest> {
  await requireEmpty(folder)
  await mkdir(dirname(folder), { recursive: true })
  const stage = await mkdtemp(`${folder}.restauration-`)
  try {
    const manifest = await unpackBackup(file, opener, stage)
    const found = checkDatabase(join(stage, databaseName), 'whole')
    if (found.seq !== manifest.seq || found.hash !== manifest.hash || found.officeId !== manifest.officeId)
      throw new BackupError(backups.notWhole)
    requireKey(stage, found)
    if (existsSync(folder)) await rmdir(folder)
    await rename(stage, folder)
    return manifest
  } catch (cause) {
    await rm(stage, { recursive: true, force: true })
    throw cause
  }
}

async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  if (names.length === 0) return
  const holder = await readHolder(folder)
  throw new BackupError(
    holder
      ? backups.running(folder, new Date(holder.since).toLocaleString('fr-FR'))
      : backups.notEmpty(folder),
  )
}

/** A training office's papers have no value: it goes on without its key, as its folder would. */
function requireKey(stage: string, { publicKey, school }: ReturnType<typeof checkDatabase>): void {
  if (school) return
  const ours = publicKeyIn(stage)
  if (ours === undefined) throw new BackupError(backups.noKey)
  if (ours !== publicKey) throw new BackupError(backups.otherKey)
}
