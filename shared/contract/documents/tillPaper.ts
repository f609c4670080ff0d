import { z } from 'zod'
import { DocumentId, DocumentNumber, Instant } from '../ids.ts'
import { DocumentKind } from './kinds.ts'

/** Which document an entry gave: the quittance of a payment, the slip of a remittance, the cancellation that a reversal made. */
export const TillPaper = z.strictObject({
  entry: z.int().min(1),
  documentId: DocumentId,
  kind: DocumentKind,
  number: DocumentNumber,
  issuedAt: Instant,
})
export type TillPaper = z.infer<typeof TillPaper>
