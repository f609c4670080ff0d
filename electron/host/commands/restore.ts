import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError } from '../../../db/backup/errors.ts'
import { isEncrypted } from '../../../db/backup/archive.ts'
import { ledgerFile } from '../../../db/backup/ledgerFile.ts'
import { codeOf, StorageError } from '../../../db/errors.ts'
import { backups, keepingCli } from '../../../shared/messages/backup/backup.fr.ts'
import { ledgerSaid } from '../../../shared/messages/backup/ledger.fr.ts'
import { failed } from '../documents/folder.ts'
import { restoreBackup } from '../backup/restore.ts'
import { firstLine } from './asked.ts'

/** `restore FILE DIR [--ledger FOLDER] [--without-ledger] [--drill] [--key FINGERPRINT | --unsigned]`: verifies a backup, then puts the office in an empty folder. */
export async function restoreOffice(args: readonly string[]): Promise<number> {
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(`${keepingCli.restoreUsage}\n`)
    return 2
  }
  const { file, folder, ledger, drill, key, unsigned } = options
  const withoutLedger = options['without-ledger']
  if (ledger !== undefined && !existsSync(ledgerFile(resolve(ledger))))
    return failed(backups.noLedger(ledger))
  try {
    const from = resolve(file)
    const opener = (await isEncrypted(from)) ? await firstLine() : undefined
    const to = resolve(folder)
    const done = await restoreBackup(from, to, opener === '' ? undefined : opener, {
      drill,
      key,
      unsigned,
      withoutLedger,
      ledger: ledger && resolve(ledger),
    })
    const { office, at, zone, seq, signedBy, ledger: found, replayed, expired, reaches } = done
    const lines = [
      backups.restored(office, at, zone, seq, to),
      signedBy === null ? backups.signedByNobody : backups.signedBy(office, signedBy, at, zone),
      replayed === null ? backups.nothingReplayed : backups.replayed(replayed),
      ...(found === null ? [] : ledgerSaid(found)),
      ...(expired > 0 ? [backups.expired(expired)] : []),
      drill ? backups.drill : backups.reaches(reaches),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  } catch (error) {
    if (error instanceof BackupError || error instanceof StorageError) return failed(error.message)
    // A folder is no file to read.
    if (['ENOENT', 'EISDIR'].includes(codeOf(error))) return failed(backups.notABackup)
    if (codeOf(error) !== '') return failed(backups.unwritable(folder))
    throw error
  }
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ledger: { type: 'string' },
        'without-ledger': { type: 'boolean', default: false },
        drill: { type: 'boolean', default: false },
        key: { type: 'string' },
        unsigned: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [file = '', folder = '', more] = positionals
    const isWhole = file !== '' && folder !== '' && more === undefined
    // A key that is expected signs: one of the two is a mistake.
    return isWhole && !(values.unsigned && values.key !== undefined) ? { file, folder, ...values } : undefined
  } catch {
    return undefined
  }
}
