import type { Input } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { ExemptionId, ProductId, TillMeans } from '../../shared/contract/till/books.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import type { EntryLine, TillView } from './acts.ts'
import { readAmount, readCount } from '../ui/amounts.ts'

// What is being paid, as it is typed: it belongs to the page, until the host has answered.

export type PaymentLine = {
  readonly productId: ProductId
  readonly quantity: string
  readonly exemptionId: ExemptionId | null
}

export type Payment = {
  readonly lines: readonly PaymentLine[]
  readonly means: TillMeans | null
  /** In cash, what was put on the counter; empty: the exact sum. */
  readonly given: string
  readonly payer: string
  readonly reference: string
  readonly receipt: boolean
  /** The entry that it replaces, why, and the number of that one's paper. */
  readonly corrects: {
    readonly number: number
    readonly reason: string
    readonly paper: string | null
  } | null
}

export const nothingPaid: Payment = {
  lines: [],
  means: null,
  given: '',
  payer: '',
  reference: '',
  receipt: false,
  corrects: null,
}

type Prices = Pick<TillView, 'products' | 'exemptions'>

const most = { quantity: 999, lines: 20 }

export const quantityOf = ({ quantity }: PaymentLine): number | undefined =>
  readCount(quantity, 1, most.quantity)

/** Today's price of one; undefined when no tariff is in force, or the product is gone. */
const unitOf = ({ products }: Prices, productId: ProductId): number | undefined =>
  products.find((product) => product.productId === productId)?.tariff?.cents

/** What a line comes to, in cents: nothing when exempt, or while its quantity is no number. */
export const centsOf = (prices: Prices, line: PaymentLine): number =>
  line.exemptionId === null ? (unitOf(prices, line.productId) ?? 0) * (quantityOf(line) ?? 0) : 0

/** What is due in all, in cents. */
export const dueOf = (prices: Prices, { lines }: Payment): number =>
  lines.reduce((sum, line) => sum + centsOf(prices, line), 0)

/** What is due for taxes alone, whose cash has a ceiling of its own. */
export const taxesOf = (prices: Prices, { lines }: Payment): number =>
  dueOf(prices, {
    ...nothingPaid,
    lines: lines.filter(({ productId }) =>
      prices.products.some((product) => product.tax && product.productId === productId),
    ),
  })

/** One more of a product: on its line, unless that one is exempt. */
export function withOneMore(payment: Payment, productId: ProductId): Payment {
  const at = payment.lines.findIndex((line) => line.productId === productId && line.exemptionId === null)
  const line = payment.lines[at]
  if (line === undefined)
    return payment.lines.length === most.lines
      ? payment
      : { ...payment, lines: [...payment.lines, { productId, quantity: '1', exemptionId: null }] }
  const more = Math.min((quantityOf(line) ?? 0) + 1, most.quantity)
  return withLine(payment, at, { ...line, quantity: String(more) })
}

/** One less on a line: the last one takes the line away. */
export function withOneLess(payment: Payment, at: number): Payment {
  const line = payment.lines[at]
  if (line === undefined) return payment
  const less = (quantityOf(line) ?? 1) - 1
  return less === 0
    ? { ...payment, lines: payment.lines.filter((_, place) => place !== at) }
    : withLine(payment, at, { ...line, quantity: String(less) })
}

/** A line as it was changed. */
export const withLine = (payment: Payment, at: number, line: PaymentLine): Payment => ({
  ...payment,
  lines: payment.lines.map((each, place) => (place === at ? line : each)),
})

/** The exemptions of the deed that a product may have. */
export const exemptionsFor = ({ exemptions }: Prices, productId: ProductId): TillView['exemptions'] =>
  exemptions.filter(({ products }) => products === null || products.includes(productId))

/** The change to give back for the cash typed, in cents; negative where cash lacks; null where none is typed. */
export function changeOf(prices: Prices, payment: Payment): number | null {
  const given = readAmount(payment.given)
  return payment.means !== 'cash' || given === undefined ? null : given - dueOf(prices, payment)
}

/** Why the payment can't be sent as it is typed; null when it can. The host judges the rest. */
export function paymentWrong(prices: Prices, payment: Payment): string | null {
  const words = tillPage.pay.wrong
  if (payment.lines.length === 0) return words.nothing
  if (payment.lines.some((line) => quantityOf(line) === undefined)) return words.quantity
  if (dueOf(prices, payment) === 0) return null
  if (payment.means === null) return words.means
  if (payment.means === 'cash' && wordsIn(payment.given) !== '' && readAmount(payment.given) === undefined)
    return words.given
  return null
}

/** The payment typed, as the command takes it: a field left empty is left out. */
export function askedOf(prices: Prices, payment: Payment): Input<'till.collect'> {
  const due = dueOf(prices, payment)
  const means = due === 0 ? null : payment.means
  const given = means === 'cash' ? readAmount(payment.given) : undefined
  const payer = wordsIn(payment.payer)
  const reference = means === null || means === 'cash' ? '' : wordsIn(payment.reference)
  return {
    lines: payment.lines.map((line) => ({
      productId: line.productId,
      quantity: quantityOf(line) ?? 1,
      ...(line.exemptionId === null ? {} : { exemptionId: line.exemptionId }),
    })),
    due,
    ...(means === null ? {} : { means }),
    ...(given === undefined ? {} : { given }),
    ...(payer === '' ? {} : { payer }),
    ...(reference === '' ? {} : { reference }),
    receipt: payment.receipt,
  }
}

/** Under the payer's field: whom the paper names, where it is empty. */
export function payerDetail(
  { payer: named }: Pick<TillView, 'payer'>,
  { payer, corrects }: Pick<Payment, 'payer' | 'corrects'>,
): string {
  const words = tillPage.pay
  if (named === undefined || wordsIn(payer) !== '') return words.payerHelp
  if (corrects === null) return words.payerEmpty(named)
  return corrects.paper === null ? words.payerEmpty(null) : words.payerBefore(corrects.paper)
}

/** A payment to be written in the place of one that was wrong: it begins as that one was. */
export const paymentInstead = (
  entry: Pick<EntryLine, 'number' | 'lines' | 'means' | 'document'>,
  reason: string,
): Payment => ({
  ...nothingPaid,
  lines: entry.lines.map(({ productId, quantity, exemptionId }) => ({
    productId,
    quantity: String(Math.abs(quantity)),
    exemptionId,
  })),
  means: entry.means,
  corrects: { number: entry.number, reason, paper: entry.document?.number ?? null },
})

/** Sixteen digits, as an electronic stamp has; what else was typed or scanned among them is left out. */
export const stampDigits = (text: string): string => text.replaceAll(/\D/g, '')

/** « 1234 5678 9012 3456 »: read back by four. */
export const stampWritten = (digits: string): string => digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
