import { z } from 'zod'
import { command, read, view } from '../define.ts'
import { AgentId, DocumentId, DocumentNumber, Instant, LocalDate, ProcedureId } from '../ids.ts'
import {
  ByMeans,
  Cents,
  Coins,
  EntryKind,
  ExemptionId,
  ProductId,
  Signed,
  TillClosing,
  TillEntry,
  TillLine,
  TillMeans,
  TillTotals,
} from './books.ts'

const line = z.string().trim().min(1).max(200)
const text = z.string().trim().min(1).max(500)
const once = <T>(of: readonly T[], name: (one: T) => unknown) => new Set(of.map(name)).size === of.length

/** A price from a day on, and to the last day of its life; its text. */
export const Tariff = z
  .strictObject({ cents: Cents, from: LocalDate, to: LocalDate.nullable(), source: text })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'] })
export type Tariff = z.infer<typeof Tariff>

const apart = (tariffs: readonly Tariff[]): boolean =>
  tariffs.every((one, at) =>
    tariffs.every(
      (other, place) =>
        place <= at || (one.to !== null && one.to < other.from) || (other.to !== null && other.to < one.from),
    ),
  )

/** What the deed lets the till collect. `stamp`: due as an electronic stamp, whose number is recorded and whose price is not collected. */
export const Product = z.strictObject({
  productId: ProductId,
  title: line,
  /** The deed's article that lists it, and the text by which it is due. */
  article: line,
  source: text,
  by: z.enum(['till', 'stamp']),
  /** A tax: in cash, no more than CGI 1680 lets. */
  tax: z.boolean(),
  tariffs: z.array(Tariff).min(1).max(40).refine(apart),
  toConfirm: z.boolean(),
  /** Whoever is received for this procedure is proposed the product; absent where no procedure has it. */
  procedureId: ProcedureId.optional(),
})
export type Product = z.infer<typeof Product>

/** Who does not pay, by which text; for some products or for all. */
export const Exemption = z.strictObject({
  exemptionId: ExemptionId,
  title: line,
  source: text,
  products: z.array(ProductId).min(1).max(100).nullable(),
})
export type Exemption = z.infer<typeof Exemption>

/** A ceiling with the text that sets it. */
const Ceiling = z.strictObject({ cents: Cents, source: text, toConfirm: z.boolean() })

/**
 * The deed that makes the till (« acte constitutif », CGCT R1617-1 and following): whoever collects another product, or by
 * other means, manages public money without title.
 */
export const Deed = z
  .strictObject({
    name: line,
    act: line,
    actOn: LocalDate,
    regisseur: AgentId,
    mandataires: z.array(AgentId).max(100),
    accountant: z.strictObject({
      name: line,
      street: line,
      postalCode: z.string().regex(/^[0-9]{5}$/),
      city: line,
    }),
    products: z.array(Product).min(1).max(200),
    exemptions: z.array(Exemption).max(100),
    means: z.array(TillMeans).min(1).max(5),
    ceilings: z.strictObject({
      /** Cash held beyond the float, before all goes to the accountant. */
      held: Ceiling.nullable(),
      /** Cash of one payment, whatever is paid. */
      payment: Ceiling.nullable(),
    }),
    /** Cash float that the accountant advances. */
    float: Cents,
    /** At least every so many days; no deed may say more than a month (law.md §5). */
    remitEveryDays: z.int().min(1).max(31),
  })
  .refine(({ products }) => once(products, ({ productId }) => productId), { path: ['products'] })
  .refine(({ exemptions }) => once(exemptions, ({ exemptionId }) => exemptionId), { path: ['exemptions'] })
  .refine(({ means }) => once(means, (one) => one), { path: ['means'] })
  .refine(
    ({ products, exemptions }) =>
      exemptions.every((exemption) =>
        (exemption.products ?? []).every((id) => products.some(({ productId }) => productId === id)),
      ),
    { path: ['exemptions'] },
  )
export type Deed = z.infer<typeof Deed>

/** What is paid for. `due` is the sum that the page showed: another tariff than the day's is seen before anyone pays. */
const collectFields = {
  lines: z
    .array(
      z.strictObject({
        productId: ProductId,
        quantity: z.int().min(1).max(999),
        exemptionId: ExemptionId.optional(),
      }),
    )
    .min(1)
    .max(20),
  due: Cents,
  /** None when nothing is due. */
  means: TillMeans.optional(),
  /** In cash, what was put on the counter; as much as is due when absent. */
  given: Cents.optional(),
  payer: line.optional(),
  /** Cheque number, authorisation. */
  reference: z.string().trim().min(1).max(60).optional(),
  /** A receipt where none is due by itself. */
  receipt: z.boolean().default(false),
}

/** A paper that the act made. */
const Issued = z.strictObject({ documentId: DocumentId, number: DocumentNumber })
const collected = {
  number: z.int(),
  due: Cents,
  change: Cents,
  /** The cash drawer opens as the quittance comes out: the counter's printer has one. */
  drawer: z.boolean(),
  document: Issued.nullable(),
}
const counted = z.strictObject({ date: LocalDate, counted: Cents, expected: z.int(), gap: Signed })
const reason = z.string().trim().min(1).max(500).optional()

const paying = [
  'nameMalformed',
  'pieceWithoutText',
  'tariffChanged',
  'unknownProduct',
  'tariffExpired',
  'unknownExemption',
  'stampExpected',
  'meansNotAllowed',
  'nothingDue',
  'givenTooLittle',
  'noChange',
  'cashTooMuch',
  'tillFull',
] as const
const acting = ['officeNotCreated', 'tillNotMade', 'notOfTheTill', 'tillClosed', 'tillLeftOpen'] as const

const TillState = z.enum(['none', 'closed', 'open', 'leftOpen'])

export const tillCalls = {
  /** The deed, and every change of it; the one before stays in the journal. */
  'till.setDeed': command({
    roles: ['admin'],
    input: Deed,
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownAgent', 'tillStillOpen', 'nameMalformed'],
  }),
  /** In a training office, an invented deed by which who asks collects: the till is learnt without the administration. */
  'till.takeTrainingDeed': command({
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'notTraining', 'tillStillOpen'],
  }),
  /** Opens the till of the day, its cash counted. The reason explains a gap. */
  'till.open': command({
    roles: ['agent'],
    input: z.strictObject({ coins: Coins, reason }),
    output: counted,
    refusals: ['officeNotCreated', 'tillNotMade', 'notOfTheTill', 'tillAlreadyOpen', 'reasonMissing'],
  }),
  /** A payment, or an exemption. In cash and by cheque a quittance is always issued, otherwise a receipt on request. */
  'till.collect': command({
    onLimited: 'beside',
    roles: ['agent'],
    input: z.strictObject(collectFields),
    output: z.strictObject(collected),
    refusals: [...acting, ...paying, 'mentionMissing'],
  }),
  /** An electronic stamp, bought elsewhere, used here: its number is recorded, nothing is collected. */
  'till.stamp': command({
    onLimited: 'beside',
    roles: ['agent'],
    input: z.strictObject({
      productId: ProductId,
      /** Sixteen digits, with or without spaces. */
      stamp: z
        .string()
        .transform((typed) => typed.replaceAll(/\s/g, ''))
        .pipe(z.string().regex(/^[0-9]{16}$/)),
      payer: line.optional(),
      receipt: z.boolean().default(false),
    }),
    output: z.strictObject({ number: z.int(), document: Issued.nullable() }),
    refusals: [
      ...acting,
      'unknownProduct',
      'tariffExpired',
      'notByStamp',
      'stampUsed',
      'mentionMissing',
      'nameMalformed',
      'pieceWithoutText',
    ],
  }),
  /**
   * Takes back a payment or a stamp by an entry that names it, and writes the right one after it where there is one.
   * Nothing is edited; once all was remitted, the accountant alone pays back.
   */
  'till.correct': command({
    onLimited: 'beside',
    roles: ['agent'],
    input: z.strictObject({
      number: z.int().min(1),
      reason: z.string().trim().min(1).max(500),
      instead: z.strictObject(collectFields).optional(),
    }),
    output: z.strictObject({
      number: z.int(),
      /** To be given back, by the means of the first. */
      back: Cents,
      /** What cancels the paper of the first, where it had one. */
      cancellation: Issued.nullable(),
      instead: z.strictObject(collected).nullable(),
    }),
    refusals: [
      ...acting,
      ...paying,
      'unknownEntry',
      'notCorrectable',
      'alreadyCorrected',
      'alreadyRemitted',
      'notEnoughCash',
      'mentionMissing',
    ],
  }),
  /** Counts the cash, at any moment; a gap is written with its reason. */
  'till.count': command({
    roles: ['agent'],
    input: z.strictObject({ coins: Coins, cheques: z.int().min(0).max(100_000).optional(), reason }),
    output: counted,
    refusals: [...acting, 'reasonMissing'],
  }),
  /** All that is held beyond the float goes to the accountant, with its slip: the coins are those that are handed over. */
  'till.remit': command({
    roles: ['agent'],
    input: z.strictObject({ coins: Coins }),
    output: z.strictObject({ number: z.int(), remitted: ByMeans, document: Issued.nullable() }),
    refusals: [...acting, 'countDiffers', 'nothingToRemit', 'mentionMissing'],
  }),
  /** Closes the till's day, its cash counted: also the one that was left open. */
  'till.close': command({
    roles: ['agent'],
    input: z.strictObject({ coins: Coins, cheques: z.int().min(0).max(100_000).optional(), reason }),
    output: counted.extend({ closing: z.int(), perpetual: Signed }),
    refusals: ['officeNotCreated', 'tillNotMade', 'notOfTheTill', 'tillClosed', 'reasonMissing'],
  }),
  /** Closes a month (`2026-03`) or a year (`2026`) that is over. */
  'till.closePeriod': command({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ period: z.string().regex(/^[0-9]{4}(-(0[1-9]|1[0-2]))?$/) }),
    output: z.strictObject({ closing: z.int(), collected: Signed, perpetual: Signed }),
    refusals: [
      'officeNotCreated',
      'tillNotMade',
      'periodNotOver',
      'tillStillOpen',
      'earlierPeriodFirst',
      'nothingToClose',
    ],
  }),
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
            /** It can still be corrected here. */
            correctable: z.boolean(),
            /** Its paper, to print it again. */
            document: Issued.nullable(),
          }),
        )
        .max(200),
      total: z.int(),
      due: z.strictObject({
        /** Nothing was counted since the last entry. */
        count: z.boolean(),
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
