import { z } from 'zod'
import { read, view } from '../define.ts'
import { AgentId, Instant, LocalDate, ProcedureId } from '../ids.ts'
import {
  ByMeans,
  Cents,
  EntryKind,
  ProductId,
  Signed,
  TillClosing,
  TillEntry,
  TillLine,
  TillMeans,
  TillTotals,
} from './books.ts'
import { Deed, Exemption, Ceiling } from './deed.ts'
import { received } from '../onRequest.ts'
import { Issued } from './commands.ts'

const TillState = z.enum(['none', 'closed', 'open', 'leftOpen'])

export const tillReads = {
  /** The till as it is now: what is allowed, what it holds, what was done today, what is due. */
  'till.view': view({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      state: TillState,
      school: z.boolean(),
      deed: Deed.nullable(),
      /** What whoever asks is at the till; null: they may not act there. */
      me: z.enum(['regisseur', 'mandataire']).nullable(),
      date: LocalDate.nullable(),
      openedAt: Instant.nullable(),
      /** What can be collected today, at today's tariff; null when none is in force. */
      products: z.array(
        z.strictObject({
          productId: ProductId,
          title: z.string(),
          article: z.string(),
          source: z.string(),
          by: z.enum(['till', 'stamp']),
          tax: z.boolean(),
          toConfirm: z.boolean(),
          procedureId: ProcedureId.optional(),
          tariff: z
            .strictObject({ cents: Cents, source: z.string(), from: LocalDate, to: LocalDate.nullable() })
            .nullable(),
        }),
      ),
      /** What the visit that whoever asks is receiving gives to pay: the products of its procedures. */
      proposed: z.array(ProductId).max(200).default([]),
      /** Whom whoever asks is receiving: an act on a payment names it. */
      ...received,
      /** Whom the paper of a payment names where nobody is typed; absent of a host of the version before. */
      payer: z.string().nullable().optional(),
      means: z.array(TillMeans),
      exemptions: z.array(Exemption),
      /** The most that can be paid in cash now; of taxes too. Null: no limit. */
      cash: z.strictObject({
        payment: Ceiling.nullable(),
        tax: Ceiling,
        held: Ceiling.nullable(),
        /** What can still come in before the ceiling. */
        room: Cents.nullable(),
      }),
      /** Cash includes the float. */
      held: ByMeans,
      float: Signed,
      cheques: z.int(),
      today: TillTotals,
      perpetual: Signed,
      /** The day's entries, the latest first; `correctedBy` names the entry that took it back. */
      lines: z
        .array(
          z.strictObject({
            number: z.int(),
            at: Instant,
            kind: EntryKind,
            agentId: AgentId,
            lines: z.array(TillLine),
            means: TillMeans.nullable(),
            cents: Signed,
            given: Cents,
            change: Cents,
            of: z.int().nullable(),
            correctedBy: z.int().nullable(),
            /** The entry can still be corrected here. */
            correctable: z.boolean(),
            /** The entry's paper, to print it again. */
            document: Issued.nullable(),
          }),
        )
        .max(200),
      total: z.int(),
      due: z.strictObject({
        /** Nothing was counted since the last entry. */
        count: z.boolean(),
        /** No page reads it: a station of the contract 1.4 wants it to be there, and it may go with 1.6. */
        lastCountAt: Instant.nullable(),
        remittance: z.strictObject({
          on: LocalDate.nullable(),
          late: z.boolean(),
          full: z.boolean(),
          moves: ByMeans,
        }),
        months: z.array(z.string()).max(24),
        years: z.array(z.string()).max(24),
      }),
      closings: z.array(TillClosing).max(24),
    }),
  }),
  /** The books, the latest entry first, 50 a page. */
  'till.entries': read({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({ date: LocalDate.optional(), before: z.int().min(1).optional() }),
    output: z.strictObject({ entries: z.array(TillEntry).max(50), more: z.boolean() }),
    refusals: ['officeNotCreated'],
  }),
  /** One entry with what was typed for it, until that is erased. */
  'till.entry': read({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({ number: z.int().min(1) }),
    output: z.strictObject({
      entry: TillEntry,
      payer: z.string().nullable(),
      reference: z.string().nullable(),
      reason: z.string().nullable(),
      /** The stamp's sixteen digits. */
      stamp: z.string().nullable(),
      document: Issued.nullable(),
    }),
    refusals: ['officeNotCreated', 'unknownEntry'],
  }),
  /** Closings, the latest first, 50 a page. */
  'till.closings': read({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({ before: z.int().min(1).optional() }),
    output: z.strictObject({ closings: z.array(TillClosing).max(50), more: z.boolean() }),
    refusals: ['officeNotCreated'],
  }),
  /** The books of a period as a file: CSV with a described format. */
  'till.export': read({
    pace: { supervisor: 'exports', admin: 'exports' },
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ from: LocalDate, to: LocalDate }),
    output: z.strictObject({ name: z.string(), type: z.string(), base64: z.string() }),
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
} as const
