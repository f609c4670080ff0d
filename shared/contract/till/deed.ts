import { z } from 'zod'
import { AgentId, LocalDate, ProcedureId } from '../ids.ts'
import { line, written } from '../typed.ts'
import { Cents, ExemptionId, ProductId, TillMeans } from './books.ts'

const text = written.min(1).max(500)
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
export const Ceiling = z.strictObject({ cents: Cents, source: text, toConfirm: z.boolean() })

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
    /** At least every so many days; no deed may say more than a month (instruction 06-031-A-B-M of 21 April 2006). */
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
