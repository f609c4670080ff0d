import type { Input } from '../../contract/index.ts'
import type { TillEntry, TillLine, TillMeans } from '../../contract/till/books.ts'
import type { Context, Decide } from '../decision.ts'
import { strangeLabel, strangePayer, type NotAName } from '../law/names.ts'
import { whoseAct } from '../queue/sheet.ts'
import type { Office } from '../state.ts'
import { moving, nextEntry, stampMark, withEntry } from './books.ts'
import { actingToday, tariffOn, taxCash, type Acting } from './deed.ts'
import { keepNote } from './notes.ts'
import { issueCollected, opensDrawer, payerOf, type Payer } from './papers.ts'
import { nothingHeld } from './state.ts'

type CollectInput = Omit<Input<'till.collect'>, 'receipt' | 'request'> & { readonly receipt?: boolean }

type NotPaid =
  | 'tariffChanged'
  | 'unknownProduct'
  | 'tariffExpired'
  | 'unknownExemption'
  | 'stampExpected'
  | 'meansNotAllowed'
  | 'nothingDue'
  | 'givenTooLittle'
  | 'noChange'
  | 'cashTooMuch'
  | 'tillFull'
type Why<C extends string> = { readonly refusal: C; readonly details?: readonly string[] }

/** The entry's part that every act writes alike. */
export const entryBy = ({ agentId, counterId, date, now }: Acting) => ({
  at: now,
  date,
  agentId,
  counterId,
  lines: [],
  means: null,
  moves: nothingHeld,
  cheques: 0,
  given: 0,
  change: 0,
  of: null,
  stamp: null,
  noteId: null,
})

/** What is due, line by line, at the day's tariff: only what the deed lists. */
function linesOf(
  { deed, date }: Acting,
  asked: CollectInput['lines'],
): readonly TillLine[] | Why<'unknownProduct' | 'tariffExpired' | 'unknownExemption' | 'stampExpected'> {
  const lines: TillLine[] = []
  for (const { productId, quantity, exemptionId } of asked) {
    const product = deed.products.find((known) => known.productId === productId)
    if (!product) return { refusal: 'unknownProduct', details: [productId] }
    const { title, by } = product
    if (by === 'stamp') return { refusal: 'stampExpected', details: [title] }
    const tariff = tariffOn(product, date)
    if (!tariff) return { refusal: 'tariffExpired', details: [title] }
    const exemption = deed.exemptions.find((known) => known.exemptionId === exemptionId)
    if (
      exemptionId !== undefined &&
      !(exemption?.products ?? (exemption && [productId]))?.includes(productId)
    )
      return { refusal: 'unknownExemption', details: [title] }
    const unitCents = tariff.cents
    const cents = exemption ? 0 : unitCents * quantity
    lines.push({ productId, title, quantity, unitCents, cents, exemptionId: exemptionId ?? null })
  }
  return lines
}

/** Whether that much may come in by these means. */
function payable(
  { deed, till }: Acting,
  lines: readonly TillLine[],
  due: number,
  { means, given }: Pick<CollectInput, 'means' | 'given'>,
): Why<NotPaid> | { readonly means: TillMeans | null; readonly given: number; readonly change: number } {
  if (due === 0) return means === undefined ? { means: null, given: 0, change: 0 } : { refusal: 'nothingDue' }
  if (means === undefined || !deed.means.includes(means)) return { refusal: 'meansNotAllowed' }
  if (means !== 'cash') return { means, given: 0, change: 0 }
  const taxes = lines
    .filter(({ productId }) => deed.products.some((known) => known.tax && known.productId === productId))
    .reduce((sum, { cents }) => sum + cents, 0)
  const { payment, held } = deed.ceilings
  if (payment && due > payment.cents) return { refusal: 'cashTooMuch', details: [payment.source] }
  if (taxes > taxCash.cents) return { refusal: 'cashTooMuch', details: [taxCash.source] }
  if (held && till.held.cash - till.float + due > held.cents)
    return { refusal: 'tillFull', details: [held.source] }
  const put = given ?? due
  if (put < due) return { refusal: 'givenTooLittle' }
  // Whoever pays brings the exact sum where nothing can be given back (CMF L112-5).
  return put - due > till.held.cash ? { refusal: 'noChange' } : { means, given: put, change: put - due }
}

/** The entry of a payment on the books as they are, or why it can't be taken. */
export function paymentOf(
  acting: Acting,
  asked: CollectInput,
  of: number | null,
  context: Context,
):
  | { readonly entry: TillEntry; readonly personal: ReturnType<typeof keepNote>['personal'] }
  | Why<NotPaid>
  | NotAName {
  const unnamed = strangePayer(asked.payer) ?? strangeLabel(asked.reference)
  if (unnamed) return unnamed
  const lines = linesOf(acting, asked.lines)
  if ('refusal' in lines) return lines
  const due = lines.reduce((sum, { cents }) => sum + cents, 0)
  if (due !== asked.due) return { refusal: 'tariffChanged' }
  const paid = payable(acting, lines, due, asked)
  if ('refusal' in paid) return paid
  const { kept, personal } = keepNote({ payer: asked.payer, reference: asked.reference }, context)
  const entry = nextEntry(acting.till, {
    ...entryBy(acting),
    kind: 'payment',
    lines: [...lines],
    means: paid.means,
    moves: paid.means === null ? nothingHeld : moving(paid.means, due),
    cheques: paid.means === 'cheque' ? 1 : 0,
    given: paid.given,
    change: paid.change,
    of,
    ...kept,
  })
  return { entry, personal }
}

/** What a payment answers and issues, for its payer. */
export function collectedBy(
  office: Office,
  acting: Acting,
  entry: TillEntry,
  asked: CollectInput,
  payer: Payer,
  context: Context,
) {
  const issued = issueCollected(office, context, acting, entry, asked, payer)
  if ('refusal' in issued) return issued
  return {
    events: issued.events,
    personal: issued.personal,
    jobs: issued.jobs,
    output: {
      number: entry.number,
      due: asked.due,
      change: entry.change,
      drawer: opensDrawer(office, context, entry),
      document: issued.document,
    },
  }
}

/**
 * A payment, its entry in the books and its receipt: one act, all or nothing. The money was taken: one that is heard late is
 * written too.
 */
export const collect: Decide<'till.collect'> = (office, { request, ...asked }, context) => {
  const acting = actingToday(office, context)
  if ('refusal' in acting) return acting
  const paid = paymentOf(acting, asked, null, context)
  if ('refusal' in paid) return paid
  const theirs = payerOf(whoseAct(office, { request }, context))
  const issued = collectedBy(office, acting, paid.entry, asked, theirs, context)
  if ('refusal' in issued) return issued
  return {
    events: [{ type: 'tillEntered', data: paid.entry }, ...issued.events],
    personal: [...paid.personal, ...issued.personal],
    jobs: issued.jobs,
    output: issued.output,
  }
}

/** A paper or electronic stamp used for a product. One stamp serves once; the journal knows it by a mark, not by its number. */
export const recordStamp: Decide<'till.stamp'> = (
  office,
  { request, productId, stamp, payer, receipt },
  context,
) => {
  const acting = actingToday(office, context)
  if ('refusal' in acting) return acting
  const { deed, date, till } = acting
  const product = deed.products.find((known) => known.productId === productId)
  if (!product) return { refusal: 'unknownProduct', details: [productId] }
  if (product.by !== 'stamp') return { refusal: 'notByStamp', details: [product.title] }
  const tariff = tariffOn(product, date)
  if (!tariff) return { refusal: 'tariffExpired', details: [product.title] }
  const mark = stampMark(office.officeId ?? '', stamp)
  if (till.stamps.has(mark)) return { refusal: 'stampUsed' }
  const unnamed = strangePayer(payer)
  if (unnamed) return unnamed
  const { kept, personal } = keepNote({ payer, stamp }, context)
  const { title } = product
  const entry = nextEntry(till, {
    ...entryBy(acting),
    kind: 'stamp',
    // What it is worth is said, what is collected is nothing.
    lines: [{ productId, title, quantity: 1, unitCents: tariff.cents, cents: 0, exemptionId: null }],
    stamp: mark,
    ...kept,
  })
  const theirs = payerOf(whoseAct(office, { request }, context))
  const after = { ...acting, till: withEntry(till, entry) }
  const issued = issueCollected(office, context, after, entry, { payer, stamp, receipt }, theirs)
  if ('refusal' in issued) return issued
  return {
    events: [{ type: 'tillEntered', data: entry }, ...issued.events],
    personal: [...personal, ...issued.personal],
    jobs: issued.jobs,
    output: { number: entry.number, document: issued.document },
  }
}
