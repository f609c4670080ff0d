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
import { backupsIn } from '../../../db/backup/before.ts'
import { ledgerSaid } from '../../../db/backup/ledger.ts'
import {
  addFacts,
  copyLedger,
  ledgerFile,
  readLedger,
  type Ledger,
  type LedgerTold,
} from '../../../db/backup/ledgerFile.ts'
import { backupSettingsFile } from '../../../db/backup/settings.ts'
import { readHolder } from '../../../db/hold.ts'
import { anchorIn } from '../../../db/journal/anchor.ts'
import {
  addAnchors,
  anchorFile,
  anchorLines,
  doubtedAnchors,
  lastAnchor,
} from '../../../db/journal/anchorFile.ts'
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

/** What of a ledger was taken, and what was left: lines, by who signed them. */
export type LedgerTaken = {
  /** Lines that no key signed, and that were taken: of before signatures, or asked for. */
  readonly unsigned: number
  /** Lines that the office's key did not sign, where it signed others: none was done again. */
  readonly left: number
  /** Lines that it signed and that are there no more. */
  readonly lacking: number
  /** Lines that could not be read. */
  readonly unread: number
  /** Why the restored office has it with what lacks: no key there, or one that the system alone opens, to sign its lines again. */
  readonly gap: 'noKey' | 'protected' | null
  /** It says nothing at all of this office, which writes a line before there is a file. */
  readonly silent: boolean
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
 * The lines of a ledger that lacks some say which ones they follow: they are signed again, each after the one that is there,
 * or every later restore would miss what was lost before this one. Those that no key signed stay so.
 * @returns why the gap stays, where the key that would sign them can't be had here; null where nothing lacks any more
 */
async function passLedger(
  stage: string,
  told: Ledger['signed'],
  { lacking }: Pick<LedgerTaken, 'lacking'>,
  ours: Parameters<typeof readLedger>[1],
): Promise<LedgerTaken['gap']> {
  const folder = backupsIn(stage)
  const signer = lacking > 0 ? signerIn(stage) : null
  const isSigned = ({ text }: LedgerTold) =>
    signer !== null && ledgerSaid(text, signer.publicKey)?.is === 'signed'
  if (signer)
    await addFacts(
      folder,
      told.filter(isSigned).map(({ line }) => line),
      signer,
    )
  await copyLedger(
    folder,
    told.filter((one) => !isSigned(one)).map(({ text }) => text),
  )
  if (lacking === 0 || signer !== null) return null
  // Lines at the end that an anchor alone told of are followed by none: nothing says any more that they lack.
  if ((await readLedger(folder, ours)).lacking === 0) return null
  return publicKeyIn(stage) === undefined ? 'noKey' : 'protected'
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

/**
 * What of a ledger is the office's, and how many of its other lines are taken where it is asked. Lines that no key signed are
 * where nothing there says that lines were signed by then: whoever writes in the folder can't have one of their own among
 * those that are.
 */
async function trusted(
  folder: string,
  { publicKey, officeId }: OfficeSaid,
  { unsigned: asked = false }: RestoreOptions,
): Promise<{
  readonly lines: Ledger['signed']
  readonly taken: Omit<LedgerTaken, 'gap'>
  readonly askable: number
}> {
  const anchored = (await lastAnchor(folder, publicKey))?.anchor.ledger
  const ledger = await readLedger(folder, { publicKey, officeId }, anchored)
  const { signed, unsigned, forged, lacking, unread } = ledger
  const isBefore = signed.length === 0 && forged === 0 && anchored === undefined
  const takes = asked || isBefore
  return {
    lines: takes ? [...signed, ...unsigned] : signed,
    askable: takes ? 0 : unsigned.length,
    taken: {
      unsigned: takes ? unsigned.length : 0,
      left: forged + (takes ? 0 : unsigned.length),
      lacking,
      unread,
      silent: signed.length + unsigned.length + forged === 0,
    },
  }
}

/** Refuses to bring back whom the office erased where nothing tells who, unless it is asked. */
function requireLedger(
  told: (Pick<LedgerTaken, 'lacking'> & { readonly lines: number; readonly askable: number }) | null,
  { withoutLedger = false }: RestoreOptions,
): void {
  if (withoutLedger) return
  if (told === null) throw new BackupError(backups.ledgerNeeded)
  if (told.lines === 0)
    throw new BackupError(told.askable > 0 ? backups.ledgerLeft(told.askable) : backups.ledgerSilent)
  if (told.lacking > 0) throw new BackupError(backups.ledgerLacking)
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
