import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkDatabase } from '../../../db/backup/check.ts'
import type { Opener } from '../../../db/backup/encrypt.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import { databaseName, type Manifest } from '../../../db/backup/manifest.ts'
import { unpackBackup } from '../../../db/backup/read.ts'
import { backupsIn } from '../../../db/backup/before.ts'
import { addToLedger, ledgerFile, readLedger } from '../../../db/backup/ledger.ts'
import { backupSettingsFile } from '../../../db/backup/settings.ts'
import { readHolder } from '../../../db/hold.ts'
import type { Journal } from '../../../db/journal/port.ts'
import { openJournal } from '../../../db/open.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'
import { publicKeyIn } from '../office/key.ts'
import { restored } from '../core/restore.ts'
import { makeDrill } from './drill.ts'
import { replay, type Replayed } from './replay.ts'

export type RestoreOptions = {
  /** The folder whose ledger says what was erased and withdrawn since; that of the backup where none is named. */
  readonly ledger?: string | undefined
  /** The copy is an exercise: it reaches nobody in the real office's name. */
  readonly drill?: boolean
  /** Milliseconds, UTC. */
  readonly now?: () => Instant
}

/** What a restore gave: which office, what was done again in it, and what it reaches from there. */
export type RestoreDone = Manifest & {
  /** Null where no ledger was found. */
  readonly replayed: Replayed | null
  readonly expired: number
  readonly reaches: Reaches
}

/** What a restored office still has of those whom it reaches. */
export type Reaches = {
  readonly stations: number
  readonly tokens: number
  readonly webhooks: number
  readonly notices: boolean
  readonly outside: boolean
}

/**
 * Puts the office of a backup in a folder, whole or not at all: everything is verified beside it first (each file, the
 * database's pages, the whole chain, the office's key), what was erased or withdrawn since is again, and the folder then
 * takes its name in one step.
 * @param folder empty, or not there yet
 * @throws BackupError or StorageError saying what is wrong, and that nothing was restored
 */
export async function restoreBackup(
  file: string,
  folder: string,
  opener: Opener | undefined,
  { ledger = dirname(file), drill = false, now = () => Date.now() as Instant }: RestoreOptions = {},
): Promise<RestoreDone> {
  await requireEmpty(folder)
  const hasLedger = existsSync(ledgerFile(ledger))
  const lines = await readLedger(ledger)
  await mkdir(dirname(folder), { recursive: true })
  const stage = await mkdtemp(`${folder}.restauration-`)
  try {
    const manifest = await unpackBackup(file, opener, stage)
    const found = checkDatabase(join(stage, databaseName), 'whole')
    if (found.seq !== manifest.seq || found.hash !== manifest.hash || found.officeId !== manifest.officeId)
      throw new BackupError(backups.notWhole)
    requireKey(stage, found)
    const own = lines.filter(({ office }) => office === manifest.officeId)
    const journal = await openJournal(stage)
    let replayed: Replayed
    let reaches: Reaches
    try {
      replayed = await replay(journal, own, now)
      if (drill) await makeDrill(stage, journal, now)
      reaches = await reached(stage, journal)
    } finally {
      await journal.close()
    }
    // An even older backup is restored with it.
    await addToLedger(backupsIn(stage), own)
    if (existsSync(folder)) await rmdir(folder)
    await rename(stage, folder)
    return { ...manifest, replayed: hasLedger ? replayed : null, expired: replayed.expired, reaches }
  } catch (cause) {
    await rm(stage, { recursive: true, force: true })
    throw cause
  }
}

async function reached(folder: string, journal: Journal): Promise<Reaches> {
  const { stations, software } = (await restored(journal)).office
  return {
    stations: stations.count(({ revokedAt }) => revokedAt === null),
    tokens: software.tokens.size,
    webhooks: software.webhooks.size,
    notices: existsSync(join(folder, 'avis.json')),
    outside: existsSync(backupSettingsFile(folder)),
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
