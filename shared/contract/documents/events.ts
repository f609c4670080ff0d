import { Relation } from './facts.ts'
import { DocumentsClosing } from './closings.ts'
import { DocumentSeal } from './issued.ts'
import { HandedMeans } from './kinds.ts'
import { AgentId, CounterId, FileId, LocalDate, ReasonId, TicketId, VisitId } from '../ids.ts'
import { PaperSettings } from './paperSettings.ts'
import { Deed } from '../till/deed.ts'
import { TillClosing, TillCount, TillEntry } from '../till/books.ts'
import { TillPaper } from './tillPaper.ts'
import { Capacity } from '../law/assessment.ts'
import { z } from 'zod'

/** Documents and the till’s books. */
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
  tillDeedSet: { v: 1, data: z.strictObject({ deed: Deed }) },
  tillOpened: { v: 1, data: z.strictObject({ date: LocalDate }) },
  /** One line of the till's books. */
  tillEntered: { v: 1, data: TillEntry },
  /** The paper that an entry gave. */
  tillPaperGiven: { v: 1, data: TillPaper },
  tillCounted: { v: 1, data: TillCount },
  tillPeriodClosed: { v: 1, data: TillClosing },
} as const
