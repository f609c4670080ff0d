import { resolve } from 'node:path'
import { openForReading } from '../../../db/open.ts'
import { documentCli } from '../../../shared/messages/documents/verification.fr.ts'
import { verifyDocuments } from '../documents/journal.ts'
import type { Arguments } from './documentGiven.ts'

/** `document journal verify DIR [--signatures]`: all the documents hold, or the first that does not. */
export async function documentJournal({ words: [folder = ''], options }: Arguments): Promise<number> {
  // Nothing is asked of the journal before its chain is known to hold: not even whose it is.
  const db = await openForReading(resolve(folder))
  try {
    const found = verifyDocuments(db, { signatures: options['signatures'] === true })
    const sentence = found.ok
      ? documentCli.holds(found.documents, found.erased, found.signatures)
      : documentCli.broken(found.number, found.why)
    process.stdout.write(`${sentence}\n`)
    return found.ok ? 0 : 1
  } finally {
    db.close()
  }
}
