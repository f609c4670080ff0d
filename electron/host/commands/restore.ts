import { resolve } from 'node:path'
import { BackupError } from '../../../db/backup/errors.ts'
import { isEncrypted } from '../../../db/backup/read.ts'
import { codeOf } from '../../../db/errors.ts'
import { backups, keepingCli } from '../../../shared/messages/keeping.fr.ts'
import { failed } from '../documents/folder.ts'
import { restoreBackup } from '../keeping/restore.ts'
import { firstLine } from './asked.ts'

/** `restore FILE DIR`: verifies a backup, then puts the office in an empty folder. */
export async function restoreOffice(args: readonly string[]): Promise<number> {
  const [file = '', folder = '', more] = args
  if (file === '' || folder === '' || more !== undefined || file.startsWith('--')) {
    process.stderr.write(`${keepingCli.restoreUsage}\n`)
    return 2
  }
  try {
    const from = resolve(file)
    const opener = (await isEncrypted(from)) ? await firstLine() : undefined
    const to = resolve(folder)
    const { office, at, seq } = await restoreBackup(from, to, opener === '' ? undefined : opener)
    process.stdout.write(`${backups.restored(office, at, seq, to)}\n`)
    return 0
  } catch (error) {
    if (error instanceof BackupError) return failed(error.message)
    if (codeOf(error) === 'ENOENT') return failed(backups.notABackup)
    if (codeOf(error) !== '') return failed(backups.unwritable(folder))
    throw error
  }
}
