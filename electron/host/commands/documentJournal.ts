import { documentCli } from '../../../shared/messages/verification.fr.ts'
import { withFolder } from '../documents/folder.ts'
import { verifyDocuments } from '../documents/journal.ts'
import type { Given } from './documentGiven.ts'

/** `document journal verify DIR [--signatures]`: all the documents hold, or the first that does not. */
export const documentJournal = ({ words: [folder = ''], options }: Given): Promise<number> =>
  withFolder(folder, ({ db }) => {
    const found = verifyDocuments(db, { signatures: options['signatures'] === true })
    const sentence = found.ok
      ? documentCli.holds(found.documents, found.erased, found.signatures)
      : documentCli.broken(found.number, found.why)
    process.stdout.write(`${sentence}\n`)
    return found.ok ? 0 : 1
  })
