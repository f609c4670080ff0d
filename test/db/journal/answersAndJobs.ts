import type { DocumentId, JobId, PrinterId } from '../../../shared/contract/ids.ts'
import type { Paper } from '../../../shared/contract/documents/papers.ts'
import type { NewJob } from '../../../shared/domain/decision.ts'
import { at, commandId, v7 } from '../facts.ts'

/** What an act answered, kept for when it is asked again. */
export const answer = (count: number, output = '{"number":"A1"}') => ({
  commandId: commandId(count),
  inputHash: `input${count}`,
  output,
  at: at(count),
})

/** A paper that waits for a printer. */
export const job = (count: number, documentId: string | null = null): NewJob => ({
  jobId: v7(7000 + count) as JobId,
  printerId: 'accueil' as PrinterId,
  title: `Papier ${count}`,
  documentId: documentId as DocumentId | null,
  paper: { of: 'test', printer: 'accueil', at: at(0), zone: 'Europe/Paris', officeName: 'Mairie' } as Paper,
  createdAt: at(count),
  state: 'waiting',
})
