import { z } from 'zod'
import { Instant, LocalDate } from '../ids.ts'
import { AgentName } from '../office/settings.ts'
import { ByMeans, Cents, Coins, Signed, TillMeans } from './books.ts'

// What the till's own papers say beside the common head. Amounts in cents: layouts write them in figures and in words.

const address = z.strictObject({
  name: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
})

/** By name, or by the pseudonym that their safety asks for (CRPA L111-2). */
const Named = z.union([AgentName, z.strictObject({ pseudonym: z.string() })]).nullable()

/** Whose till it is: what every paper of it names (arrêté applying CGI 887: date, régisseur, product). */
const office = {
  /** « Régie de recettes de l’état civil », by which act. */
  till: z.strictObject({ name: z.string(), act: z.string(), actOn: LocalDate }),
  regisseur: Named,
  /** Who collected, when it is not the régisseur. */
  mandataire: Named,
  accountant: address,
  /** Where: « Guichet 2 ». */
  counter: z.string().nullable(),
}

/** One product on the paper, with the text that makes it due. */
const PaperLine = z.strictObject({
  title: z.string(),
  quantity: z.int(),
  unitCents: Cents,
  cents: Cents,
  /** The deed's article that lists the product, the text by which it is due, the text that sets the tariff. */
  article: z.string(),
  source: z.string(),
  tariff: z.strictObject({ source: z.string(), from: LocalDate, to: LocalDate.nullable() }),
  toConfirm: z.boolean(),
  /** « Exonération : … », with its text. */
  exemption: z.strictObject({ title: z.string(), source: z.string() }).nullable(),
})

const collected = {
  ...office,
  /** The entry's number in the journal à souches. */
  entry: z.int().min(1),
  paidOn: LocalDate,
  paidAt: Instant,
  payer: z.string().nullable(),
  lines: z.array(PaperLine),
  /** Cheque or authorisation number, as typed. */
  reference: z.string().nullable(),
  /** The entry that this one replaces. */
  corrects: z.int().nullable(),
}

/** « Quittance »: given for every payment in cash or by cheque (instruction 06-031-A-B-M of 21 April 2006). */
export const QuittanceFacts = z.strictObject({
  ...collected,
  dueCents: Cents,
  means: z.enum(['cash', 'cheque']),
  /** In cash: what was given and what was given back. */
  givenCents: Cents,
  changeCents: Cents,
})
export type QuittanceFacts = z.infer<typeof QuittanceFacts>

/** « Reçu », on request: of a payment by other means, of an exemption, of an electronic stamp. */
export const RecuFacts = z.strictObject({
  ...collected,
  dueCents: Cents,
  /** Null when nothing was collected. */
  means: TillMeans.nullable(),
  /** The stamp's sixteen digits: it was bought elsewhere, nothing was collected for it here. */
  stamp: z.string().nullable(),
})
export type RecuFacts = z.infer<typeof RecuFacts>

/** « Bordereau de versement »: what is handed over to the accountant, by means and by product. */
export const BordereauFacts = z.strictObject({
  ...office,
  entry: z.int().min(1),
  remittedOn: LocalDate,
  /** The books' entries that it covers. */
  from: z.int().nullable(),
  to: z.int().nullable(),
  /** In cash, counted; the cheques; and what went straight to the accountant's account, to be matched with it. */
  coins: Coins,
  moved: ByMeans,
  cheques: z.int().min(0),
  totalCents: Signed,
  byProduct: z.array(z.strictObject({ title: z.string(), quantity: z.int(), cents: Signed })),
  /** Gaps that counts found, in all. */
  gapsCents: Signed,
  floatCents: Cents,
  perpetualCents: Signed,
})
export type BordereauFacts = z.infer<typeof BordereauFacts>
