import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { backupsIn } from '../../../db/backup/before.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import { checkHere, type CheckCopy } from '../../../db/backup/check.ts'
import { ledgerOf } from '../../../db/backup/ledger.ts'
import { addMissing, beginLedger, copyLedger, lastMark, ledgerTexts } from '../../../db/backup/ledgerFile.ts'
import { longestKept, outdated } from '../../../db/backup/rotation.ts'
import type { BackupSettings } from '../../../db/backup/settings.ts'
import { clearStages, copyOutside, listBackups, writeBackup } from '../../../db/backup/write.ts'
import type { Manifest } from '../../../db/backup/manifest.ts'
import type { Signer } from '../../../db/journal/signature.ts'
import { addAnchors, anchorLines } from '../../../db/journal/anchorFile.ts'
import { codeOf, StorageError } from '../../../db/errors.ts'
import { openAsIs } from '../../../db/open.ts'
import type { BackupLine } from '../../../shared/contract/backup/calls.ts'
import type { Instant, OfficeId } from '../../../shared/contract/ids.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'
import { plainFile } from '../core/plainFile.ts'

const day = 24 * 3_600_000

/** What a host asks of its worker: one backup, and its copy outside where there is one. */
export type BackupOrder = {
  readonly folder: string
  readonly out: string
  readonly why: Manifest['why']
  readonly chain: Manifest['chain']
  readonly at: Instant
  readonly outside: BackupSettings['outside']
  /** The office's key, which the host signs with. */
  readonly publicKey: string
}

/** What came of it. A copy outside that fails takes nothing away from the backup. */
export type BackupDone =
  | {
      readonly line: BackupLine
      readonly outsideProblem: string | null
      /** Files whose names no backup may hold. */
      readonly leftOut: readonly string[]
    }
  | { readonly problem: string; readonly cause: string }

/**
 * Makes one backup, removes those that are outdated, copies it outside. Never rejects.
 * @param check checks the copy: a thread of its own does, where a host works
 * @param file the database, left open by whoever asks, where it is
 */
export async function doBackup(
  { outside, publicKey, ...order }: BackupOrder,
  sign: Signer['sign'],
  { check = checkHere, file }: { readonly check?: CheckCopy; readonly file?: number | undefined } = {},
): Promise<BackupDone> {
  try {
    const isOwn = order.out === backupsIn(order.folder)
    const source = await openAsIs(order.folder)
    let backup
    try {
      backup = await writeBackup({ ...order, source, signer: { publicKey, sign }, own: isOwn, check, file })
      // What a cut kept the host from adding; reading the whole journal for it goes with verifying it whole, or with a ledger
      // that is there no more: one that began anew would say that nobody was erased.
      if (order.chain === 'whole' || (isOwn && (await lastMark(order.out, publicKey)) === null))
        await addMissing(order.out, ledgerOf(source), { publicKey, sign })
    } finally {
      source.close()
    }
    const { officeId: office, seq } = backup.manifest
    // The host writes later erasures in the ledger of its own folder alone: a ledger beside a copy made elsewhere would miss them.
    if (isOwn) await beginLedger(order.out, { office, seq, at: order.at }, { publicKey, sign })
    await addAnchors(order.out, await anchorLines(order.folder))
    await removeOutdated(order.out, order.at)
    const { at, why, chain } = backup.manifest
    const line = { name: basename(backup.file), at, seq, why, chain, bytes: backup.bytes }
    const outsideProblem = outside ? await copied(backup.file, outside, office, order.at) : null
    return { line, outsideProblem, leftOut: backup.leftOut }
  } catch (error) {
    return { problem: sentence(error, order.out), cause: String((error as Error)?.cause ?? error) }
  }
}

async function copied(
  file: string,
  { folder, recipient }: NonNullable<BackupSettings['outside']>,
  office: OfficeId,
  now: Instant,
): Promise<string | null> {
  try {
    // A disk that is not plugged in is an empty folder, or none: nothing is made in its place.
    await stat(folder)
    await requireOwn(folder, office)
    // What a copy that was cut left there would stay for ever.
    await clearStages(folder)
    await copyOutside(file, folder, { recipient })
    await copyLedger(folder, await ledgerTexts(dirname(file)))
    await addAnchors(folder, await anchorLines(dirname(file)))
    await removeOutdated(folder, now)
    return null
  } catch (error) {
    return sentence(error, folder)
  }
}

/** Says, in a folder outside, whose copies it has: they are encrypted, and their names tell no office. */
export const outsideMark = 'office.txt'

/**
 * One office a folder: rotating its copies there removes those that are outdated, which would be another office's too.
 * @throws BackupError when the folder has another office's, or something else than a file in the place of the mark
 */
export async function requireOwn(folder: string, office: OfficeId): Promise<void> {
  const file = join(folder, outsideMark)
  await writeFile(file, `${office}\n`, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  })
  let plain
  try {
    plain = plainFile(file)
  } catch (error) {
    // A link that leads to nothing, or something else than a file; a disk that does not answer says so by its own error.
    if (!['', 'ENOENT', 'ELOOP'].includes(codeOf(error))) throw error
    throw new BackupError(backups.markNoFile(folder), String(error))
  }
  const kept = (await readFile(plain, 'utf8')).trim()
  if (kept !== office) throw new BackupError(backups.otherOffice(folder))
}

/**
 * Removes the backups that have had their time, the last one too: of an office whose journal a database keeps now, none comes
 * any more that would push them out.
 */
export async function removeExpired(out: string, now: number): Promise<void> {
  for (const { name, at } of await listBackups(out))
    if (now - at >= longestKept * day) await rm(join(out, name), { force: true })
}

/** Whose copies a folder outside has, as it says; null where it says nothing, or is not there. */
export async function officeIn(folder: string): Promise<string | null> {
  try {
    return (await readFile(plainFile(join(folder, outsideMark)), 'utf8')).trim()
  } catch {
    return null
  }
}

/**
 * Removes what had its time from the folders where copies went before.
 * @returns those that still have some, or can't be read now: a disk that is not plugged in keeps its own
 */
export async function expireFormer(
  former: BackupSettings['formerly'],
  now: number,
): Promise<BackupSettings['formerly']> {
  const left = []
  for (const one of former) {
    const { folder, office } = one
    const there = await officeIn(folder)
    if (there === office) await removeExpired(folder, now)
    // Another office's by now: nothing of this one's is rotated there.
    if (there === null || (there === office && (await listBackups(folder)).length > 0)) left.push(one)
  }
  return left
}

async function removeOutdated(out: string, now: Instant): Promise<void> {
  for (const { name } of outdated(await listBackups(out), now)) await rm(join(out, name), { force: true })
}

const sentence = (error: unknown, place: string): string => {
  if (error instanceof BackupError || error instanceof StorageError) return error.message
  return typeof (error as NodeJS.ErrnoException)?.code === 'string'
    ? backups.unwritable(place)
    : backups.failed
}
