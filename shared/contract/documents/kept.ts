import { z } from 'zod'
import { command, read } from '../define.ts'
import {
  DocumentId,
  DocumentNumber,
  FileId,
  FileReference,
  Instant,
  JobId,
  LocalDate,
  PrinterId,
  Seq,
  TicketNumber,
} from '../ids.ts'
import { ClosingFault, DocumentsClosing } from './closings.ts'
import { DocumentKind } from './kinds.ts'
import { IssuedDocument } from './issued.ts'
import { PaperVariant } from './papers.ts'
import { Language } from '../text.ts'
import { written } from '../typed.ts'

/** What lacks for a document to be issued, with the article that wants it. */
export const MentionLacking = z.strictObject({ mention: z.string(), article: z.string() })

export const DocumentLine = z.strictObject({
  documentId: DocumentId,
  kind: DocumentKind,
  number: DocumentNumber,
  issuedAt: Instant,
  erased: z.boolean(),
  /** When it was handed over; null while nobody noted it. */
  handedAt: Instant.nullable(),
  /** The number of the document that cancels it, or puts it right. */
  cancelledBy: DocumentNumber.nullable(),
  correctedBy: DocumentNumber.nullable(),
})
export type DocumentLine = z.infer<typeof DocumentLine>

/** What no act on a document goes beyond: it is here, whole, as it was issued. */
export const onDocument = [
  'officeNotCreated',
  'unknownDocument',
  'documentErased',
  'documentAltered',
] as const

export const documents = {
  /** The document itself, to be shown, printed or checked. */
  'document.get': read({
    pace: { agent: 'consultations', supervisor: 'consultations' },
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ documentId: DocumentId }),
    output: IssuedDocument,
    refusals: ['unknownDocument', 'documentErased', 'documentAltered', 'personLimited'],
  }),
  /** Documents issued, the latest first, 50 a page; by number, day, kind or file. */
  'document.list': read({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({
      date: LocalDate.optional(),
      until: LocalDate.optional(),
      kind: DocumentKind.optional(),
      /** Whole, or its beginning: « RD-2026-3 ». */
      number: written.max(30).optional(),
      fileId: FileId.optional(),
      /** The number of the visit's ticket: with `date`, of that day. */
      ticket: TicketNumber.optional(),
      before: Instant.optional(),
      /** With `before`: those of its very instant, after this one, come first; a day is closed with a certificate for each of a crowd. */
      after: DocumentId.optional(),
    }),
    output: z.strictObject({
      documents: z
        .array(
          DocumentLine.extend({
            ticket: z.string(),
            file: FileReference.nullable(),
            copies: z.int(),
          }),
        )
        .max(50),
      more: z.boolean(),
    }),
    refusals: [],
  }),
  /**
   * Closings of the journal of documents, the latest first, 50 a page; and whether all of them hold: each follows the one before,
   * leaves no number out and adds up, and those of the page are signed by the office.
   */
  'document.closings': read({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({ before: Seq.optional() }),
    output: z.strictObject({
      closings: z
        .array(
          DocumentsClosing.pick({
            period: true,
            name: true,
            series: true,
            count: true,
            perpetual: true,
          }).extend({
            seq: Seq,
            /** What the journal was when it was made, in ten letters: on paper, it tells a journal that was changed since. */
            code: z.string().default(''),
          }),
        )
        .max(50),
      more: z.boolean(),
      /** The first that does not hold, and why; null when all do. */
      flaw: z
        .strictObject({ period: DocumentsClosing.shape.period, name: z.string(), why: ClosingFault })
        .nullable(),
    }),
    refusals: [],
  }),
  /** One more copy on paper, at the counter's printer or another one. */
  'document.print': command({
    names: ['document'],
    onLimited: 'barred',
    pace: { agent: 'papers', supervisor: 'papers' },
    roles: ['agent', 'supervisor'],
    input: z.strictObject({
      documentId: DocumentId,
      printerId: PrinterId.optional(),
      variant: PaperVariant.optional(),
      /** The copy says the same in short in this language, under the French. */
      lang: Language.optional(),
    }),
    output: z.strictObject({ jobId: JobId, copy: z.int() }),
    refusals: [...onDocument, 'personLimited', 'unknownPrinter'],
  }),
} as const
