import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { openForReading } from '../../../db/open.ts'
import type { FileReference } from '../../../shared/contract/ids.ts'
import { keepingCli } from '../../../shared/messages/backup/backup.fr.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { noteFromOutside } from '../privacy/accessLog/noteFromOutside.ts'
import { failed } from '../documents/folder.ts'
import { isTaken, stored } from '../documents/outFile.ts'
import { personKept } from '../privacy/person.ts'
import { restored } from '../core/fromJournal.ts'

/** `person export DIR --file REFERENCE | --ticket CODE [--out FILE [--replace]]`: all that the office has of one person, as JSON. */
export async function exportPerson(args: readonly string[]): Promise<number> {
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(`${keepingCli.personUsage}\n`)
    return 2
  }
  if (options.out !== undefined && isTaken([options.out], options.replace)) return 1
  const db = await openForReading(resolve(options.folder))
  try {
    const journal = sqliteJournal(db)
    const { office } = await restored(journal)
    const kept = await personKept(journal, office, {
      reference: options.file?.toUpperCase() as FileReference | undefined,
      code: options.ticket?.toUpperCase(),
    })
    if (kept === undefined) return failed(refusals.unknownPerson)
    const { fileId, ticketId } = kept
    if (fileId !== null) noteFromOutside(resolve(options.folder), 'file', [fileId])
    if (ticketId !== null) noteFromOutside(resolve(options.folder), 'trail', [ticketId])
    const text = `${JSON.stringify(kept, null, 2)}\n`
    if (options.out !== undefined) return (await stored(options.out, text, options.replace)) ? 0 : 1
    process.stdout.write(text)
    return 0
  } finally {
    db.close()
  }
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        file: { type: 'string' },
        ticket: { type: 'string' },
        out: { type: 'string' },
        replace: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [folder = '', more] = positionals
    const one = (values.file === undefined) !== (values.ticket === undefined)
    return folder !== '' && more === undefined && one ? { folder, ...values } : undefined
  } catch {
    return undefined
  }
}
