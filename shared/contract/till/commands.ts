import { z } from 'zod'
import { command } from '../define.ts'
import { DocumentId, DocumentNumber, LocalDate } from '../ids.ts'
import { ByMeans, Cents, Coins, ExemptionId, ProductId, Signed, TillMeans } from './books.ts'
import { onRequest } from '../onRequest.ts'
import { line, spaced, written } from '../typed.ts'
import { Deed } from './deed.ts'

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
  reference: spaced.min(1).max(60).optional(),
  /** A receipt where none is due by itself. */
  receipt: z.boolean().default(false),
}

/** A paper that the act made. */
export const Issued = z.strictObject({ documentId: DocumentId, number: DocumentNumber })
const collected = {
  number: z.int(),
  due: Cents,
  change: Cents,
  /** The cash drawer opens as the quittance comes out: the counter's printer has one. */
  drawer: z.boolean(),
  document: Issued.nullable(),
}
const counted = z.strictObject({ date: LocalDate, counted: Cents, expected: z.int(), gap: Signed })
const reason = written.min(1).max(500)

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

export const tillCommands = {
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
    input: z.strictObject({ coins: Coins, reason: reason.optional() }),
    output: counted,
    refusals: ['officeNotCreated', 'tillNotMade', 'notOfTheTill', 'tillAlreadyOpen', 'reasonMissing'],
  }),
  /**
   * A payment, or an exemption. In cash and by cheque a quittance is always issued, otherwise a receipt on request. Heard once
   * its request is over, it is written all the same: its paper names nobody who was not typed.
   */
  'till.collect': command({
    onLimited: 'beside',
    roles: ['agent'],
    input: z.strictObject({ ...onRequest, ...collectFields }),
    output: z.strictObject(collected),
    refusals: [...acting, ...paying, 'mentionMissing'],
  }),
  /** An electronic stamp, bought elsewhere, used here: its number is recorded, nothing is collected. */
  'till.stamp': command({
    onLimited: 'beside',
    roles: ['agent'],
    input: z.strictObject({
      ...onRequest,
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
   * Nothing is edited; once all was remitted, the accountant alone pays back. Who is not typed is who the first's paper names;
   * the papers are of the request only where the first was of its visit.
   */
  'till.correct': command({
    names: ['tillPaper'],
    onLimited: 'beside',
    roles: ['agent'],
    input: z.strictObject({
      ...onRequest,
      number: z.int().min(1),
      reason,
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
      'refusalInWords',
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
    input: z.strictObject({
      coins: Coins,
      cheques: z.int().min(0).max(100_000).optional(),
      reason: reason.optional(),
    }),
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
    input: z.strictObject({
      coins: Coins,
      cheques: z.int().min(0).max(100_000).optional(),
      reason: reason.optional(),
    }),
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
} as const
