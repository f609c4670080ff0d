import { LocalDate, type AgentId } from '../../../shared/contract/ids.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { Deed, type Exemption, type Product, type Tariff } from '../../../shared/contract/till/deed.ts'
import type { ExemptionId, ProductId, TillMeans } from '../../../shared/contract/till/books.ts'
import { deed as words } from '../../../shared/messages/till/deed.fr.ts'
import { wordFor } from '../../../shared/domain/office/defaults.ts'
import { readAmount, readCount, writeAmount } from '../../ui/amounts.ts'

const wrongs = words.wrong

/** A ceiling as it is typed; no amount, no ceiling. */
export type CeilingDraft = { readonly cents: string; readonly source: string; readonly toConfirm: boolean }

/** The deed as it is typed: amounts in euros, dates as fields give them; products and exemptions are whole ones. */
export type DeedDraft = {
  readonly name: string
  readonly act: string
  readonly actOn: string
  readonly regisseur: AgentId | null
  readonly mandataires: readonly AgentId[]
  readonly accountantName: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly means: readonly TillMeans[]
  readonly held: CeilingDraft
  readonly payment: CeilingDraft
  readonly float: string
  readonly remitEveryDays: string
  readonly products: readonly Product[]
  readonly exemptions: readonly Exemption[]
}

const noCeiling: CeilingDraft = { cents: '', source: '', toConfirm: false }

const ceilingDraft = (ceiling: Deed['ceilings']['held']): CeilingDraft =>
  ceiling === null ? noCeiling : { ...ceiling, cents: writeAmount(ceiling.cents) }

/** The deed in force, to be typed over; blank where there is none. */
export const deedDraftOf = (deed: Deed | null): DeedDraft => ({
  name: deed?.name ?? '',
  act: deed?.act ?? '',
  actOn: deed?.actOn ?? '',
  regisseur: deed?.regisseur ?? null,
  mandataires: deed?.mandataires ?? [],
  accountantName: deed?.accountant.name ?? '',
  street: deed?.accountant.street ?? '',
  postalCode: deed?.accountant.postalCode ?? '',
  city: deed?.accountant.city ?? '',
  means: deed?.means ?? [],
  held: ceilingDraft(deed?.ceilings.held ?? null),
  payment: ceilingDraft(deed?.ceilings.payment ?? null),
  float: writeAmount(deed?.float ?? 0),
  remitEveryDays: String(deed?.remitEveryDays ?? 30),
  products: deed?.products ?? [],
  exemptions: deed?.exemptions ?? [],
})

/** What is wrong by field; a ceiling's text under its own name. */
export type DeedWrong = Readonly<Partial<Record<keyof DeedDraft | 'heldSource' | 'paymentSource', string>>>

const filled = (text: string): boolean => wordsIn(text) !== '' && wordsIn(text).length <= 200
const onlyIf = <K extends string>(wrong: boolean, field: K, sentence: string) =>
  (wrong ? { [field]: sentence } : {}) as Partial<Record<K, string>>

/** The ceiling that was typed: null when none is, undefined when its amount is none. */
function ceilingFrom({ cents, source, toConfirm }: CeilingDraft) {
  if (wordsIn(cents) === '') return null
  const amount = readAmount(cents)
  return amount === undefined ? undefined : { cents: amount, source: wordsIn(source), toConfirm }
}

/** The deed that was typed, or what is wrong, field by field. */
export function deedFrom(draft: DeedDraft): { readonly deed: Deed } | { readonly wrong: DeedWrong } {
  const held = ceilingFrom(draft.held)
  const payment = ceilingFrom(draft.payment)
  const float = readAmount(draft.float)
  const days = readCount(draft.remitEveryDays, 1, 31)
  const wrong: DeedWrong = {
    ...onlyIf(!filled(draft.name), 'name', wrongs.line),
    ...onlyIf(!filled(draft.act), 'act', wrongs.line),
    ...onlyIf(!LocalDate.safeParse(draft.actOn).success, 'actOn', wrongs.date),
    ...onlyIf(draft.regisseur === null, 'regisseur', wrongs.agent),
    ...onlyIf(!filled(draft.accountantName), 'accountantName', wrongs.line),
    ...onlyIf(!filled(draft.street), 'street', wrongs.line),
    ...onlyIf(!/^\d{5}$/.test(wordsIn(draft.postalCode)), 'postalCode', wrongs.postalCode),
    ...onlyIf(!filled(draft.city), 'city', wrongs.line),
    ...onlyIf(draft.means.length === 0, 'means', wrongs.means),
    ...onlyIf(held === undefined, 'held', wrongs.amount),
    ...onlyIf(held?.source === '', 'heldSource', wrongs.source),
    ...onlyIf(payment === undefined, 'payment', wrongs.amount),
    ...onlyIf(payment?.source === '', 'paymentSource', wrongs.source),
    ...onlyIf(float === undefined, 'float', wrongs.amount),
    ...onlyIf(days === undefined, 'remitEveryDays', wrongs.days),
    ...onlyIf(draft.products.length === 0, 'products', wrongs.products),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const listed = new Set(draft.products.map(({ productId }) => productId))
  const made = Deed.safeParse({
    name: draft.name,
    act: draft.act,
    actOn: draft.actOn,
    regisseur: draft.regisseur,
    mandataires: draft.mandataires.filter((agentId) => agentId !== draft.regisseur),
    accountant: {
      name: draft.accountantName,
      street: draft.street,
      postalCode: wordsIn(draft.postalCode),
      city: draft.city,
    },
    products: draft.products,
    // A product taken away takes its exemptions along; one that has no product left is none.
    exemptions: draft.exemptions
      .map((each) => ({ ...each, products: each.products?.filter((id) => listed.has(id)) ?? null }))
      .filter(({ products }) => products === null || products.length > 0),
    means: draft.means,
    ceilings: { held, payment },
    float,
    remitEveryDays: days,
  })
  return made.success ? { deed: made.data } : { wrong: { products: wrongs.line } }
}

export type TariffDraft = {
  readonly cents: string
  readonly from: string
  readonly to: string
  readonly source: string
}
export const tariffBlank: TariffDraft = { cents: '', from: '', to: '', source: '' }

/** A product as it is typed. */
export type ProductDraft = Pick<Product, 'by' | 'tax' | 'toConfirm' | 'procedureId'> & {
  readonly title: string
  readonly article: string
  readonly source: string
  readonly tariffs: readonly TariffDraft[]
}

export const productDraftOf = (product: Product | null): ProductDraft =>
  product === null
    ? { title: '', article: '', source: '', by: 'till', tax: false, toConfirm: false, tariffs: [tariffBlank] }
    : {
        title: product.title,
        article: product.article,
        source: product.source,
        by: product.by,
        tax: product.tax,
        toConfirm: product.toConfirm,
        ...(product.procedureId && { procedureId: product.procedureId }),
        tariffs: product.tariffs.map(({ cents, from, to, source }) => ({
          cents: writeAmount(cents),
          from,
          to: to ?? '',
          source,
        })),
      }

type TariffWrong = Readonly<Partial<Record<keyof TariffDraft, string>>>
export type ProductWrong = Readonly<Partial<Record<'title' | 'article' | 'source' | 'tariffs', string>>> & {
  readonly each: readonly TariffWrong[]
}

function tariffFrom({ cents, from, to, source }: TariffDraft): {
  readonly tariff: Tariff | null
  readonly wrong: TariffWrong
} {
  const amount = readAmount(cents)
  const begins = LocalDate.safeParse(from)
  const ends = to === '' ? null : LocalDate.safeParse(to)
  const mixed = begins.success && ends?.success === true && ends.data < begins.data
  const wrong = {
    ...onlyIf(amount === undefined, 'cents', wrongs.amount),
    ...onlyIf(!begins.success, 'from', wrongs.date),
    ...onlyIf(ends?.success === false || mixed, 'to', mixed ? wrongs.dates : wrongs.date),
    ...onlyIf(wordsIn(source) === '' || wordsIn(source).length > 500, 'source', wrongs.source),
  }
  return amount === undefined || !begins.success || Object.keys(wrong).length > 0
    ? { tariff: null, wrong }
    : {
        tariff: {
          cents: amount,
          from: begins.data,
          to: ends?.success === true ? ends.data : null,
          source: wordsIn(source),
        },
        wrong,
      }
}

const meet = (one: Tariff, other: Tariff): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)

/**
 * The product that was typed, or what is wrong.
 * @param productId the one that it has; null: a short word of its title, that no other has
 */
export function productFrom(
  draft: ProductDraft,
  productId: ProductId | null,
  taken: ReadonlySet<string>,
): { readonly product: Product } | { readonly wrong: ProductWrong } {
  const read = draft.tariffs.map(tariffFrom)
  const tariffs = read.flatMap(({ tariff }) => (tariff === null ? [] : [tariff]))
  const overlap = tariffs.some((one, at) => tariffs.some((other, place) => place > at && meet(one, other)))
  const each = read.map(({ wrong }) => wrong)
  const source = wordsIn(draft.source)
  const wrong = {
    ...onlyIf(!filled(draft.title), 'title', wrongs.line),
    ...onlyIf(!filled(draft.article), 'article', wrongs.line),
    ...onlyIf(source === '' || source.length > 500, 'source', wrongs.source),
    ...onlyIf(draft.tariffs.length === 0, 'tariffs', wrongs.noTariff),
    ...onlyIf(overlap, 'tariffs', wrongs.tariffs),
  }
  if (Object.keys(wrong).length > 0 || tariffs.length < draft.tariffs.length)
    return { wrong: { ...wrong, each } }
  const title = wordsIn(draft.title)
  return {
    product: {
      productId: productId ?? (wordFor(title, taken, 'produit') as ProductId),
      title,
      article: wordsIn(draft.article),
      source,
      by: draft.by,
      tax: draft.tax,
      toConfirm: draft.toConfirm,
      ...(draft.procedureId && { procedureId: draft.procedureId }),
      tariffs: tariffs.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    },
  }
}

/** An exemption as it is typed. */
export type ExemptionDraft = {
  readonly title: string
  readonly source: string
  /** Null for every product of the deed. */
  readonly products: readonly ProductId[] | null
}
export const exemptionBlank: ExemptionDraft = { title: '', source: '', products: null }
export type ExemptionWrong = Readonly<Partial<Record<keyof ExemptionDraft, string>>>

/** The exemption that was typed, or what is wrong. */
export function exemptionFrom(
  { title, source, products }: ExemptionDraft,
  exemptionId: ExemptionId | null,
  taken: ReadonlySet<string>,
): { readonly exemption: Exemption } | { readonly wrong: ExemptionWrong } {
  const wrong = {
    ...onlyIf(!filled(title), 'title', wrongs.line),
    ...onlyIf(wordsIn(source) === '' || wordsIn(source).length > 500, 'source', wrongs.source),
    ...onlyIf(products?.length === 0, 'products', wrongs.exempted),
  }
  return Object.keys(wrong).length > 0
    ? { wrong }
    : {
        exemption: {
          exemptionId: exemptionId ?? (wordFor(wordsIn(title), taken, 'exoneration') as ExemptionId),
          title: wordsIn(title),
          source: wordsIn(source),
          products: products === null ? null : [...products],
        },
      }
}
