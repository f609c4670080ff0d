import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError } from '../../../db/backup/errors.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import { archive as words } from '../../../shared/messages/privacy/archiveCommand.fr.ts'
import { failed, withFolder } from '../documents/folder.ts'
import { archiveYear } from '../privacy/archiveYear.ts'
import { noteFromOutside } from '../privacy/accessLog/noteFromOutside.ts'
import { writeTransfer } from '../privacy/transfer.ts'
import { restored } from '../core/fromJournal.ts'

/**
 * `archive DIR --year Y --out FOLDER`: a year that is over, for whoever keeps it after the office; `--versement` instead of a
 * year: the content of the slip of transfer that waits.
 */
export async function archiveOffice(args: readonly string[]): Promise<number> {
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(`${words.usage}\n`)
    return 2
  }
  return withFolder(options.folder, async ({ db, path }) => {
    const journal = sqliteJournal(db)
    const { office } = await restored(journal)
    const out = resolve(options.out)
    try {
      if (options.year === null) {
        const note = (what: 'file' | 'document', ids: readonly string[]) => noteFromOutside(path, what, ids)
        const { number, rows } = await writeTransfer(journal, office, { out, note })
        process.stdout.write(`${words.transferred(out, number, rows)}\n`)
        return 0
      }
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
      options: {
        year: { type: 'string', default: '' },
        versement: { type: 'boolean', default: false },
        out: { type: 'string', default: '' },
      },
      allowPositionals: true,
    })
    const [folder = '', more] = positionals
    const { year, versement, out } = values
    const one = versement ? year === '' : /^[0-9]{4}$/.test(year)
    const sound = folder !== '' && more === undefined && one && out !== ''
    return sound ? { folder, year: versement ? null : Number(year), out } : undefined
  } catch {
    return undefined
  }
}
