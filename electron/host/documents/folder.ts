import { resolve } from 'node:path'
import { officeBorn } from '../../../db/backup/check.ts'
import type { Sqlite } from '../../../db/connect.ts'
import { openForReading } from '../../../db/open.ts'
import { documentCli } from '../../../shared/messages/documents/verification.fr.ts'
import type { IssuingOffice } from './stored.ts'

/** An office's folder, open to be read. */
export type Folder = { readonly db: Sqlite; readonly office: IssuingOffice; readonly path: string }

/**
 * What `work` answers on an office's folder, which is closed whatever happens; 1, and a sentence, where no office is.
 * @throws StorageError with the sentence to show when the folder can't be read
 */
export async function withFolder(
  given: string,
  work: (folder: Folder) => Promise<number> | number,
): Promise<number> {
  const path = resolve(given)
  const db = await openForReading(path)
  try {
    const office = officeBorn(db)
    if (office === undefined) return failed(documentCli.noOffice)
    return await work({ db, office, path })
  } finally {
    db.close()
  }
}

/** One sentence on the standard error. @returns 1 */
export function failed(sentence: string): 1 {
  process.stderr.write(`${sentence}\n`)
  return 1
}
