import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkGiven, type OfficeSaid } from '../../../db/backup/check.ts'
import type { Opener } from '../../../db/backup/archive.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import type { Manifest } from '../../../db/backup/manifest.ts'
import { databaseName } from '../../../db/backup/names.ts'
import { unpackBackup, type Said } from '../../../db/backup/read.ts'
import { fingerprint, sameFingerprint } from '../../../db/journal/signature.ts'
import { ledgerFile } from '../../../db/backup/ledgerFile.ts'
import { backupSettingsFile } from '../../../db/backup/settings.ts'
import { readHolder } from '../../../db/hold.ts'
import { anchorIn } from '../../../db/journal/anchor.ts'
import { addAnchors, anchorFile, anchorLines, doubtedAnchors } from '../../../db/journal/anchorFile.ts'
import type { Journal } from '../../../db/journal/port.ts'
import { openJournal } from '../../../db/open.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'
import { machineMoment } from '../../../shared/messages/format/numbers.ts'
import { publicKeyIn, signerIn } from '../office/key.ts'
import { restored } from '../core/fromJournal.ts'
import { makeDrill } from './drill.ts'
import { markRestored } from './marker.ts'
import { replay, type Replayed } from './replay.ts'
import { passLedger, requireLedger, trusted, type LedgerTaken } from './restoreLedger.ts'
import { clearRestoreStages, openRestoreStage } from './restoreStage.ts'

export type RestoreOptions = {
  /** The folder whose ledger says what was erased and withdrawn since; that of the backup where none is named. */
  readonly ledger?: string | undefined
  /** Restores though no ledger, or one that lacks lines, tells what was erased since: whoever was comes back. */
  readonly withoutLedger?: boolean
  /** The copy is an exercise: it reaches nobody in the real office's name. */
  readonly drill?: boolean
  /**
   * Takes a backup that no key signed: made before backups were, or by an office whose key was lost or could not be had. A
   * signature that is there is checked all the same. The same of the lines of its ledger.
   */
  readonly unsigned?: boolean
  /** The fingerprint of the key that the office is known to have; whoever restores compares it themselves where none is given. */
  readonly key?: string | undefined
  /** Milliseconds, UTC. */
  readonly now?: () => Instant
}

/** What a restore gave: which office, what was done again in it, and what it reaches from there. */
export type RestoreDone = Manifest & {
  /** The fingerprint of the key that signed the backup; null where none did. */
  readonly signedBy: string | null
  /** Null where no ledger was found. */
  readonly replayed: Replayed | null
  readonly ledger: LedgerTaken | null
  readonly expired: number
  readonly reaches: Reaches
  /** The office's, in which its hours are said. */
  readonly zone: string
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
 * database's pages, the whole chain, the office's key and its signature, the ledger of what was erased since), what was erased
 * or withdrawn since is again, and the folder then takes its name in one step.
 * @param folder empty, or not there yet
 * @throws BackupError or StorageError saying what is wrong, and that nothing was restored
 */
export async function restoreBackup(
  file: string,
  folder: string,
  opener: Opener | undefined,
  options: RestoreOptions = {},
): Promise<RestoreDone> {
  const { ledger = dirname(file), drill = false, now = () => Date.now() as Instant } = options
  await requireEmpty(folder)
  const hasLedger = existsSync(ledgerFile(ledger))
  await mkdir(dirname(folder), { recursive: true })
  await clearRestoreStages(folder)
  const beside = await openRestoreStage(folder)
  try {
    const stage = join(beside.path, 'office')
    const { manifest, signer } = await unpackBackup(file, opener, stage, requireSigned(options))
    const found = checkGiven(join(stage, databaseName), 'whole')
    if (found.seq !== manifest.seq || found.hash !== manifest.hash || found.officeId !== manifest.officeId)
      throw new BackupError(backups.notWhole)
    if (signer !== null && signer !== found.publicKey) throw new BackupError(backups.otherSigner)
    requireKey(stage, found, options)
    await requireOneKey(ledger, found, options)
    const { lines, taken, askable } = await trusted(ledger, found, options)
    // A training office forgot nobody.
    if (!found.school) requireLedger(hasLedger ? { lines: lines.length, askable, ...taken } : null, options)
    const journal = await openJournal(stage, { signer: signerIn(stage) })
    let replayed: Replayed
    let reaches: Reaches
    try {
      replayed = await replay(
        journal,
        lines.map(({ line }) => line),
        now,
      )
      if (drill) await makeDrill(stage, journal, now)
      reaches = await reached(stage, journal)
    } finally {
      await journal.close()
    }
    // An even older backup is restored with it.
    const gap = await passLedger(stage, lines, taken, found)
    await anchor(stage, ledger, found, { drill, at: manifest.at })
    if (existsSync(folder)) await rmdir(folder)
    await rename(stage, folder)
    return {
      ...manifest,
      zone: found.zone,
      signedBy: signer === null ? null : fingerprint(signer),
      replayed: hasLedger ? replayed : null,
      ledger: hasLedger ? { ...taken, gap } : null,
      expired: replayed.expired,
      reaches,
    }
  } finally {
    await beside.drop()
  }
}

/**
 * What was signed since goes with the restored office, from beside its copies, and a person goes on with its journal before
 * any act: an exercise is a training office, which nothing is signed of.
 */
async function anchor(
  stage: string,
  beside: string,
  { publicKey, school }: OfficeSaid,
  { drill, at }: { readonly drill: boolean; readonly at: Instant },
): Promise<void> {
  if (school || drill) return rm(anchorFile(stage), { force: true })
  const lines = await anchorLines(beside)
  await addAnchors(
    stage,
    lines.filter((line) => anchorIn(line, publicKey) !== undefined),
  )
  markRestored(stage, at)
}

/** Refuses a backup that no key signed unless it is asked for, and one of another key than the office is known to have. */
const requireSigned =
  ({ unsigned = false, key }: RestoreOptions) =>
  ({ signer }: Said): void => {
    if (signer === null && !unsigned) throw new BackupError(backups.unsigned)
    if (signer !== null && key !== undefined && !sameFingerprint(fingerprint(signer), key))
      throw new BackupError(backups.otherSigner)
  }

/**
 * Refuses a backup where the copies' own anchors of this office are another key's: one of the two is forged. Who compared the
 * fingerprint themselves, or takes what nobody signed, has said which.
 */
async function requireOneKey(
  beside: string,
  { publicKey, officeId }: OfficeSaid,
  { key, unsigned = false }: RestoreOptions,
): Promise<void> {
  if (key !== undefined || unsigned) return
  if ((await doubtedAnchors(beside, publicKey, officeId)).length > 0)
    throw new BackupError(backups.otherKeyBeside)
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
    holder ? backups.running(folder, machineMoment(holder.since)) : backups.notEmpty(folder),
  )
}

/**
 * A training office's papers have no value: it goes on without its key, as its folder would. A lost key is said: what was
 * kept is read again without it, and no paper is issued until it is back.
 */
function requireKey(
  stage: string,
  { publicKey, school }: OfficeSaid,
  { unsigned = false, key }: RestoreOptions,
): void {
  if (key !== undefined && !sameFingerprint(fingerprint(publicKey), key))
    throw new BackupError(backups.otherSigner)
  if (school) return
  const ours = publicKeyIn(stage)
  if (ours === undefined && !unsigned) throw new BackupError(backups.noKey)
  if (ours !== undefined && ours !== publicKey) throw new BackupError(backups.otherKey)
}
