import { existsSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backupsIn } from '../../../db/backup/before.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import { isRecipient, type Lock } from '../../../db/backup/encrypt.ts'
import { ledgerFile } from '../../../db/backup/ledgerFile.ts'
import { copyOutside, writeBackup } from '../../../db/backup/write.ts'
import { codeOf, StorageError } from '../../../db/errors.ts'
import { openAsIs } from '../../../db/open.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { backups, keepingCli } from '../../../shared/messages/backup/backup.fr.ts'
import { checkInThread } from '../backup/thread.ts'
import { failed } from '../documents/folder.ts'
import { isTaken, outputOf, placeOf } from '../documents/outFile.ts'
import { signerIn } from '../office/key.ts'
import { firstLine } from './asked.ts'

/** `backup DIR OUT [--recipient KEY | --passphrase] [--replace]`: the office as it is, in one archive, on a stopped or a running host. */
export async function backupOffice(args: readonly string[]): Promise<number> {
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(`${keepingCli.backupUsage}\n`)
    return 2
  }
  const { folder, out, recipient, passphrase, replace } = options
  if (isTaken([out], replace)) return 1
  // A file is put in its place by its name: a pipe or a device would be no more.
  const there = await stat(out).catch(() => undefined)
  const isPlace = outputOf(out) === null && (!there || there.isFile() || there.isDirectory())
  if (!isPlace) return failed(backups.noFile(out))
  if (recipient !== undefined && !(await isRecipient(recipient))) return failed(backups.recipientUnreadable)
  const lock: Lock | null = passphrase
    ? { passphrase: await firstLine() }
    : recipient === undefined
      ? null
      : { recipient }
  try {
    return await makeBackup(resolve(folder), resolve(out), lock, replace)
  } catch (error) {
    if (error instanceof BackupError) return failed(error.message)
    if (error instanceof StorageError) throw error
    if (codeOf(error) !== '') return failed(backups.unwritable(out))
    throw error
  }
}

/** An existing folder gets the archive under its own name; anything else is the archive's name. */
async function makeBackup(folder: string, out: string, lock: Lock | null, replace: boolean): Promise<number> {
  const into = (await stat(out).catch(() => undefined))?.isDirectory() ? out : undefined
  // Beside what a link leads to: from one disk to another a file is not renamed.
  const beside = into ?? dirname(placeOf(out))
  const source = await openAsIs(folder)
  try {
    await mkdir(beside, { recursive: true })
    const at = Date.now() as Instant
    const backup = await writeBackup({
      folder,
      source,
      out: beside,
      why: 'asked',
      chain: 'whole',
      at,
      signer: signerIn(folder),
      check: checkInThread,
    })
    let { file } = backup
    if (lock !== null) {
      try {
        const name = await copyOutside(file, dirname(file), lock)
        file = join(dirname(file), name)
      } finally {
        await rm(backup.file, { force: true })
      }
    }
    if (into === undefined && !(await putInPlace(file, out, replace))) return 1
    const shown = into === undefined ? out : join(into, basename(file))
    // The hourly copies have their ledger beside them; this one, wherever it goes, is restored with the office's.
    const ledger = backupsIn(folder)
    const isApart = dirname(shown) !== ledger && existsSync(ledgerFile(ledger))
    const lines = [
      backups.made(shown, (await stat(shown)).size, backup.manifest.seq),
      ...(isApart ? [backups.restoredBy(shown, ledger)] : []),
      ...(backup.isSigned ? [] : [backups.madeUnsigned]),
      ...(backup.leftOut.length > 0 ? [backups.leftOut(backup.leftOut)] : []),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  } finally {
    source.close()
  }
}

/** @returns false, its sentence said, when another file came meanwhile; the archive then stays nowhere, as when it can't go there */
async function putInPlace(file: string, out: string, replace: boolean): Promise<boolean> {
  try {
    if (isTaken([out], replace)) {
      await rm(file, { force: true })
      return false
    }
    await rename(file, placeOf(out))
    return true
  } catch (cause) {
    await rm(file, { force: true })
    throw cause
  }
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        recipient: { type: 'string' },
        passphrase: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [folder = '', out = '', more] = positionals
    if (folder === '' || out === '' || more !== undefined) return undefined
    if (values.passphrase && values.recipient !== undefined) return undefined
    return { folder, out, ...values }
  } catch {
    return undefined
  }
}
