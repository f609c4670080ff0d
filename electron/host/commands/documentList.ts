import { once } from 'node:events'
import { documentCli } from '../../../shared/messages/documents/verification.fr.ts'
import { failed, withFolder } from '../documents/folder.ts'
import { documentLines, storedDocument } from '../documents/stored.ts'
import type { Arguments } from './documentGiven.ts'

/** `document list DIR`: one JSON line for each document, the first issued first. */
export const listDocuments = ({ words: [folder = ''] }: Arguments): Promise<number> =>
  withFolder(folder, async ({ db }) => {
    // A reader who has seen enough (`| head`) closes the pipe: that is no fault.
    process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))
    for (const line of documentLines(db))
      if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
    return 0
  })

/** `document show DIR NUMBER`: the document as it was issued; its seal alone when its facts have had their time. */
export const showDocument = ({ words: [folder = '', number = ''] }: Arguments): Promise<number> =>
  withFolder(folder, ({ db, office }) => {
    const found = storedDocument(db, office, number)
    if (!found) return failed(documentCli.unknownNumber(number))
    const { line, seal, document } = found
    if (document === 'damaged') return failed(documentCli.damaged(number))
    if (document === 'altered') return failed(documentCli.altered(number))
    const shown =
      document === 'erased'
        ? { ...line, code: null, seal, sentence: documentCli.erased(number) }
        : { ...line, ...document }
    process.stdout.write(`${JSON.stringify(shown)}\n`)
    return 0
  })
