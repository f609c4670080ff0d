import { z } from 'zod'
import { AgentId, CounterId, Instant, LocalDate } from '../ids.ts'

// What the till's books are made of. Amounts are whole cents of euro, so that no sum is ever rounded.

/** An amount in cents, up to 999 999,99 €. */
export const Cents = z.int().min(0).max(99_999_999)
/** An amount with its sign, or the sum of many, in cents. */
export const Signed = z.int()

/** How one pays. What comes by card, by transfer or online goes straight to the accountant's account. */
export const tillMeans = ['cash', 'cheque', 'card', 'transfer', 'online'] as const
export const TillMeans = z.enum(tillMeans)
export type TillMeans = z.infer<typeof TillMeans>

/** A product of the deed, an exemption of it: short words that the administration chooses (« copie-plan »). */
const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const ProductId = word.brand('ProductId')
export type ProductId = z.infer<typeof ProductId>
export const ExemptionId = word.brand('ExemptionId')
export type ExemptionId = z.infer<typeof ExemptionId>
/** Whoever paid and what was typed about an entry are a personal row of this id. */
export const TillNoteId = z.uuid().brand('TillNoteId')
export type TillNoteId = z.infer<typeof TillNoteId>

/** The euro's notes and coins, by their value in cents, the largest first. */
export const faces = [50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1] as const

/** What was counted: how many of each note and coin; what is not named is none. */
export const Coins = z
  .array(z.strictObject({ face: z.literal([...faces]), count: z.int().min(0).max(100_000) }))
  .max(faces.length)
  .refine((coins) => new Set(coins.map(({ face }) => face)).size === coins.length)
export type Coins = z.infer<typeof Coins>

/** What an entry does to what the till holds, by means; what is not named does not move. */
export const ByMeans = z.strictObject({
  cash: Signed,
  cheque: Signed,
  card: Signed,
  transfer: Signed,
  online: Signed,
})
export type ByMeans = z.infer<typeof ByMeans>

/** One product on an entry, at the tariff of its day. In a reversal quantity and amounts are negative. */
export const TillLine = z.strictObject({
  productId: ProductId,
  /** As the deed named it that day. */
  title: z.string(),
  quantity: z.int(),
  unitCents: Cents,
  /** What is due: the product of both, nothing when exempt. */
  cents: Signed,
  exemptionId: ExemptionId.nullable(),
})
export type TillLine = z.infer<typeof TillLine>

/**
 * `payment`: money came, or nothing was due because of an exemption. `stamp`: an electronic stamp was recorded, no money
 * came. `reversal`: takes back a payment or a stamp, which it names. `float`: the cash float was brought or given back.
 * `gap`: a count found more or less than the books. `remittance`: all that was held went to the accountant.
 */
export const EntryKind = z.enum(['payment', 'stamp', 'reversal', 'float', 'gap', 'remittance'])
export type EntryKind = z.infer<typeof EntryKind>

/**
 * One line of the books, for ever as it was written: corrections are other entries. Numbers have no gap and begin again
 * never; each hash covers the one before, so that a line taken out or changed is seen.
 */
export const TillEntry = z.strictObject({
  number: z.int().min(1),
  at: Instant,
  /** The till's day, which a closing ends. */
  date: LocalDate,
  kind: EntryKind,
  agentId: AgentId,
  counterId: CounterId.nullable(),
  lines: z.array(TillLine).max(20),
  means: TillMeans.nullable(),
  moves: ByMeans,
  /** Cheques that came in, or went out. */
  cheques: z.int(),
  /** In cash: what was given and what was given back; both 0 otherwise. */
  given: Cents,
  change: Cents,
  /** Of a reversal, and of the payment that replaces the one reversed: the first. */
  of: z.int().min(1).nullable(),
  /** SHA-256 of the office's id and the stamp's sixteen digits, 32 hex digits of it: the number itself is a personal row's. */
  stamp: z.string().nullable(),
  noteId: TillNoteId.nullable(),
  /** What was typed and a salt kept beside it, in one SHA-256: changed afterwards, it is known. Absent of entries made before. */
  commitment: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The entry's hash before this one; 64 zeros for the first. */
  previous: z.string(),
  /** SHA-256 in hex of this entry's canonical JSON, without this field. */
  hash: z.string(),
})
export type TillEntry = z.infer<typeof TillEntry>

/** Cash counted against the books, at that instant. */
export const TillCount = z.strictObject({
  coins: Coins,
  counted: z.int().min(0),
  /** What the books said. */
  expected: z.int().min(0),
  /** Cheques counted and cheques of the books; null when none were counted. */
  cheques: z.strictObject({ counted: z.int().min(0), expected: z.int().min(0) }).nullable(),
  /** The entry that wrote the gap. */
  gap: z.int().nullable(),
  noteId: TillNoteId.nullable(),
})
export type TillCount = z.infer<typeof TillCount>

/** Sums of the entries of a period, in cents; `collected` is what `byProduct` adds up to, corrections taken off. */
export const TillTotals = z.strictObject({
  entries: z.int().min(0),
  collected: Signed,
  /** What was written in all: the total with corrections added rather than taken off. */
  written: z.int().min(0),
  payments: z.int().min(0),
  reversals: z.int().min(0),
  exemptions: Signed,
  stamps: Signed,
  floats: Signed,
  gaps: Signed,
  remitted: Signed,
  byMeans: ByMeans,
  byProduct: z.array(
    z.strictObject({ productId: ProductId, title: z.string(), quantity: z.int(), cents: Signed }),
  ),
})
export type TillTotals = z.infer<typeof TillTotals>

/**
 * The end of a day, a month or a year of the till: its totals and those since the first entry, chained. As BOI-TVA-DECLA-30-10-30
 * wants of a cash register (CGI 286, I 3° bis): taken as the standard, though no text obliges fees without VAT.
 */
export const TillClosing = z.strictObject({
  /** Of all closings, without gap. */
  number: z.int().min(1),
  kind: z.enum(['day', 'month', 'year']),
  /** `2026-03-03`, `2026-03`, `2026`. */
  period: z.string(),
  at: Instant,
  /** The first and the last entry of the period; null when it has none. */
  entries: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  totals: TillTotals,
  /** What the till holds at that instant. */
  held: ByMeans,
  /** Collected since the first entry, corrections taken off; then added. */
  perpetual: Signed,
  perpetualWritten: z.int().min(0),
  school: z.boolean(),
  /** The hash of the last entry of all: this closing covers every line before it. */
  lastEntry: z.string(),
  previous: z.string(),
  /** SHA-256 in hex of this closing's canonical JSON, without this field. */
  hash: z.string(),
})
export type TillClosing = z.infer<typeof TillClosing>
