import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError } from '../../../db/backup/errors.ts'
import { sqliteJournal } from '../../../db/journal/sqlite.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import { archive as words } from '../../../shared/messages/privacy/archive.fr.ts'
import { failed, withFolder } from '../documents/folder.ts'
import { archiveYear } from '../privacy/archive.ts'
import { restored } from '../core/restore.ts'

/** `archive DIR --year Y --out FOLDER`: a year that is over, for whoever keeps it after the office. */
export async function archiveOffice(args: readonly string[]): Promise<number> {
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(`${words.usage}\n`)
    return 2
  }
  return withFolder(options.folder, async ({ db }) => {
    const { office } = await restored(sqliteJournal(db))
    const out = resolve(options.out)
    try {
      const events = await archiveYear(db, {
        year: options.year,
        out,
        now: Date.now(),
        zone: zoneOf(office),
        terms: office.archives.terms,
      })
      process.stdout.write(`${words.written(out, options.year, events)}\n`)
      return 0
    } catch (error) {
      if (error instanceof BackupError) return failed(error.message)
      throw error
    }
  })
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { year: { type: 'string', default: '' }, out: { type: 'string', default: '' } },
      allowPositionals: true,
    })
    const [folder = '', more] = positionals
    const sound = folder !== '' && more === undefined && /^[0-9]{4}$/.test(values.year) && values.out !== ''
    return sound ? { folder, year: Number(values.year), out: values.out } : undefined
  } catch {
    return undefined
  }
}
