import { z } from 'zod'
import { FileId, LocalDate, ReasonId, SlipId, TicketId } from '../ids.ts'
import {
  ArchiveKind,
  ArchiveTerm,
  SlipCount,
  SlipFate,
  SlipRow,
  SlipVisa,
  VisaNumber,
  mostSlipRows,
} from './archives.ts'
import { KindCounts } from './kindCounts.ts'

/** What the office decides of its public archives, and what it no longer keeps of people: ids, dates, counts and the visa's reference. */
export const privacyEvents = {
  archiveTermSet: { v: 1, data: z.strictObject({ kind: ArchiveKind, term: ArchiveTerm }) },
  /** A slip was drawn, with each row that it names; `fate` since slips of transfer exist. */
  slipDrawn: {
    v: 2,
    data: z.strictObject({
      slipId: SlipId,
      fate: SlipFate,
      number: z.int().min(1),
      rows: z.array(SlipRow).min(1).max(mostSlipRows).readonly(),
    }),
  },
  slipWithdrawn: { v: 1, data: z.strictObject({ slipId: SlipId }) },
  /** The archives gave their visa: who signed it is a personal row of the slip's id. */
  slipVisaRecorded: { v: 1, data: SlipVisa.extend({ slipId: SlipId }) },
  /** Public archives were eliminated under a visa (C. patrimoine L212-2, R212-14): which rows, so that an older backup loses them again. */
  archivesEliminated: {
    v: 1,
    data: z.strictObject({
      slipId: SlipId,
      number: z.int().min(1),
      visaNumber: VisaNumber,
      on: LocalDate,
      counts: z.array(SlipCount).readonly(),
      rows: z.array(z.strictObject({ kind: z.string(), id: z.string() })).readonly(),
    }),
  },
  /** The archives took these rows, under the number of their slip; the office keeps a copy until it is eliminated. */
  archivesTransferred: {
    v: 1,
    data: z.strictObject({
      slipId: SlipId,
      number: z.int().min(1),
      visaNumber: VisaNumber,
      on: LocalDate,
      counts: z.array(SlipCount).readonly(),
      rows: z.array(z.strictObject({ kind: ArchiveKind, id: z.string() })).readonly(),
    }),
  },
  /** Personal rows that had had their time, by kind: ids of nobody. */
  personalPurged: { v: 1, data: z.strictObject({ kinds: KindCounts }) },
  /** A person's data were erased as they asked; what a text keeps is counted beside. What they asked is a personal row. */
  personalErased: {
    v: 1,
    data: z.strictObject({
      fileId: FileId.nullable(),
      ticketId: TicketId.nullable(),
      erased: KindCounts,
      kept: KindCounts,
      /** The archives gave their visa (C. patrimoine L212-2). */
      visa: z.boolean(),
      requestId: ReasonId,
      /** Which rows, so that an older backup restored loses them again; not said by the oldest. */
      rows: z
        .array(z.strictObject({ kind: z.string(), id: z.string() }))
        .readonly()
        .optional(),
    }),
  },
  /** What is known of a file's person is kept and no longer used (GDPR 18), or is used again. */
  fileLimited: {
    v: 1,
    data: z.strictObject({ fileId: FileId, limited: z.boolean(), requestId: ReasonId }),
  },
} as const
