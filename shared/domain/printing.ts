import type { Paper } from '../contract/documents.ts'
import type { JobId, PrinterId } from '../contract/ids.ts'
import type { Context, NewJob } from './decision.ts'
import type { Office } from './office.ts'

/** One paper for one printer, shown on the screen where it is a preview; nothing where the printer isn't there. */
export function printJob(
  { settings }: Office,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  printerId: PrinterId | null,
  title: string,
  paper: Paper,
): readonly NewJob[] {
  const printer = settings?.printers.find((known) => known.printerId === printerId)
  if (!printer) return []
  return [
    {
      jobId: newId() as JobId,
      printerId: printer.printerId,
      title,
      documentId: paper.of === 'document' ? paper.document.seal.documentId : null,
      paper,
      createdAt: now,
      state: printer.transport === 'preview' ? 'preview' : 'waiting',
    },
  ]
}
