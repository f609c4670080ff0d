import { Relation } from './said.ts'
import { DocumentsClosing } from './closings.ts'
import { DocumentSeal } from './issued.ts'
import { HandedMeans } from './kinds.ts'
import { AgentId, CounterId, FileId, ReasonId, TicketId, VisitId } from '../ids.ts'
import { PaperSettings } from './paperSettings.ts'
import { TillPaper } from './tillPaper.ts'
import { Capacity } from '../law/assessment.ts'
import { z } from 'zod'

/** Documents, and what the office puts on them. */
export const documentsEvents = {
  /** Numbered, chained, signed. Of a visit, of a file, or of neither: what is not is null. */
  documentIssued: {
    v: 2,
    data: DocumentSeal.extend({
      ticketId: TicketId.nullable(),
      visitId: VisitId.nullable(),
      counterId: CounterId.nullable(),
      fileId: FileId.nullable(),
    }),
  },
  /** Handed over by these means, or refused by the person: its hour is the event's (CRPA L221-8). */
  documentHandedOver: {
    v: 1,
    data: z.strictObject({
      documentId: DocumentSeal.shape.documentId,
      means: HandedMeans,
      to: Capacity,
      refused: z.boolean(),
    }),
  },
  /** A document is repeated, put right or cancelled by another one; why is a personal row. */
  documentRelated: {
    v: 1,
    data: z.strictObject({
      documentId: DocumentSeal.shape.documentId,
      by: DocumentSeal.shape.documentId,
      number: DocumentSeal.shape.number,
      how: Relation.shape.how,
      reasonId: ReasonId.nullable(),
    }),
  },
  /** The documents of a day, a month, a year are closed with their totals: each closing is chained to the one before. */
  documentsClosed: { v: 1, data: DocumentsClosing },
  paperSet: { v: 1, data: z.strictObject({ paper: PaperSettings }) },
  /** An agent speaks under a safety pseudonym, or by name again; why is a personal row. */
  agentShielded: {
    v: 1,
    data: z.strictObject({ agentId: AgentId, pseudonym: z.string().nullable(), reasonId: ReasonId }),
  },
  /** One more copy on paper: 1 is the original. */
  documentPrinted: {
    v: 1,
    data: z.strictObject({ documentId: DocumentSeal.shape.documentId, copy: z.int().min(1) }),
  },
  /** The paper that an entry of the till gave: it names a kind of document, which the till's folder does not know. */
  tillPaperGiven: { v: 1, data: TillPaper },
} as const
