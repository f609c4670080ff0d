import { z } from 'zod'
import { LocalDate, SlipId } from '../ids.ts'
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

/** What the office decides of its public archives: ids, dates, counts and the visa's reference. */
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
} as const
