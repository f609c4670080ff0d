import type { FactsOf } from '../../contract/documents/issued.ts'
import type { Event } from '../../contract/events.ts'
import type { PrinterId } from '../../contract/ids.ts'
import type { Coins, TillEntry, TillLine } from '../../contract/till/books.ts'
import type { Deed } from '../../contract/till/deed.ts'
import { personName } from '../../documents/personName.ts'
import type { Context, Refused } from '../decision.ts'
import { authorOf, headOf } from '../documents/head.ts'
import { issue, type IssuedPapers } from '../documents/issue.ts'
import type { Whose } from '../queue/sheet.ts'
import { counterName, counterOf, placeOf, type Office } from '../state.ts'
import { sumMeans, takenBack, withEntry } from './books.ts'
import { tariffOn, type Acting } from './deed.ts'
import type { Till } from './state.ts'

type Paper = Pick<IssuedPapers, 'events' | 'personal' | 'jobs' | 'office'> & {
  readonly document: {
    readonly documentId: IssuedPapers['documents'][number]['seal']['documentId']
    readonly number: IssuedPapers['documents'][number]['seal']['number']
  } | null
}
const noPaper = (office: Office): Paper => ({ events: [], personal: [], jobs: [], office, document: null })

/** Of whom a paper of the till is: whom it names where nobody is typed, and the visit to which it belongs, if any. */
export type Payer = { readonly named: string | null; readonly of: Whose | null }

/** Of whoever a payment is of: their sheet names them. */
export const payerOf = (of: Whose | null): Payer => ({ named: nameOf(of?.person ?? null), of })

/**
 * Of whoever paid first: whom the paper of the entry names, whoever is received since; of the visit where it was paid, and
 * of none where that is another. An entry without a paper does not say whose it was.
 */
export function payerBefore(
  till: Till,
  number: number,
  of: Whose | null,
  { personal }: Pick<Context, 'personal'>,
): Payer {
  const named = personal.document
  if (named === null || typeof named === 'string') return nobody
  const { facts, seal } = named.issued
  if (seal.documentId !== till.papers.get(number)?.documentId) return nobody
  return {
    named: facts.kind === 'quittance' || facts.kind === 'recu' ? facts.payer : null,
    of: of?.ticket.visit.visitId === named.place.visit?.visitId ? of : null,
  }
}
const nobody: Payer = { named: null, of: null }

/** What was typed with a payment or a stamp, and whether a receipt was asked. */
type Typed = {
  readonly payer?: string | undefined
  readonly reference?: string | undefined
  readonly stamp?: string | undefined
  readonly receipt?: boolean | undefined
}

/**
 * The paper of a payment: a quittance in cash and by cheque, always (the journal à souches gives it); otherwise a receipt,
 * when it was asked. It names who is typed, else whom its payer says.
 */
export function issueCollected(
  office: Office,
  context: Context,
  acting: Acting,
  entry: TillEntry,
  { payer, reference, stamp, receipt }: Typed,
  { named, of }: Payer,
): Refused<'officeNotCreated' | 'mentionMissing'> | Paper {
  const { means } = entry
  const souche = means === 'cash' || means === 'cheque'
  if (!souche && receipt !== true) return noPaper(office)
  const head = headOfTill(office, context, acting, of)
  const common = {
    ...head,
    entry: entry.number,
    paidOn: entry.date,
    paidAt: entry.at,
    payer: payer ?? named,
    lines: entry.lines.map((line) => lineSaid(acting, line)),
    reference: reference ?? null,
    corrects: entry.of,
    dueCents: entry.lines.reduce((sum, { cents }) => sum + cents, 0),
  }
  const facts: FactsOf<'quittance'> | FactsOf<'recu'> = souche
    ? { ...common, kind: 'quittance', means, givenCents: entry.given, changeCents: entry.change }
    : { ...common, kind: 'recu', means, stamp: stamp ?? null }
  return issued(office, context, acting, entry.number, facts, of)
}

/** A person as a paper of the till names them; null of a sheet that names nobody. */
export const nameOf = (person: Whose['person']): string | null =>
  person === null ? null : personName({ ...person, firstName: person.firstName ?? null })

/** The slip of a remittance: what goes to the accountant, by means and by product. It is of nobody's visit. */
export function issueSlip(
  office: Office,
  context: Context,
  acting: Acting,
  entry: TillEntry,
  coins: Coins,
): Refused<'officeNotCreated' | 'mentionMissing'> | Paper {
  const { till } = acting
  const { totals, entries } = till.unremitted
  const moved = takenBack(entry.moves)
  const facts: FactsOf<'bordereau'> = {
    ...headOfTill(office, context, acting, null),
    kind: 'bordereau',
    // Whose copy it is.
    personWord: 'comptable',
    entry: entry.number,
    remittedOn: entry.date,
    from: entries?.from ?? null,
    to: entries?.to ?? null,
    coins: coins.filter(({ count }) => count > 0),
    moved,
    cheques: till.cheques,
    totalCents: sumMeans(moved),
    byProduct: totals.byProduct.map(({ title, quantity, cents }) => ({ title, quantity, cents })),
    gapsCents: totals.gaps,
    floatCents: till.float,
    perpetualCents: withEntry(till, entry).perpetual,
  }
  return issued(office, context, acting, entry.number, facts, null)
}

/** Numbered, chained and signed with the act; linked to the visit of whoever it is of. */
function issued(
  office: Office,
  context: Context,
  { agentId }: Acting,
  entry: number,
  facts: Parameters<typeof issue>[2][number],
  of: Whose | null,
): Refused<'officeNotCreated' | 'mentionMissing'> | Paper {
  const counterId = counterOf(office, agentId)?.counterId ?? null
  const paper = issue(office, context, [facts], {
    printerId: printerHere(office, context),
    ...(of && { visit: { ticketId: of.ticket.ticketId, visitId: of.ticket.visit.visitId, counterId } }),
  })
  if ('refusal' in paper) return paper
  const [document] = paper.documents
  const { documentId, kind, number, issuedAt } = document!.seal
  const event: Event = { type: 'tillPaperGiven', data: { entry, documentId, kind, number, issuedAt } }
  return { ...paper, events: [...paper.events, event], document: { documentId, number } }
}

/** The counter's printer, else the first one: who collects without a counter has a printer beside. */
function printerHere(office: Office, { who }: Pick<Context, 'who'>): PrinterId | null {
  const counter = counterOf(office, who.agentId)
  const place = counter && placeOf(office, counter.counterId)
  return place ? place.printerId : (office.settings?.printers[0]?.printerId ?? null)
}

/** A paper of money that no longer holds: the reversal cancels it by another, which names it. */
export function issueCancellation(
  office: Office,
  context: Context,
  acting: Acting,
  reversal: TillEntry,
  reason: string,
  of: Whose | null,
): Refused<'officeNotCreated' | 'mentionMissing'> | Paper {
  const first = reversal.of === null ? undefined : acting.till.papers.get(reversal.of)
  if (first === undefined) return noPaper(office)
  const { kind, number, issuedAt, documentId } = first
  const facts: FactsOf<'annulation'> = {
    ...headOfAct(office, context, acting, of),
    kind: 'annulation',
    relates: { how: 'cancellation', number, issuedAt },
    cancels: { kind, number, issuedAt },
    reason,
  }
  const paper = issued(office, context, acting, reversal.number, facts, of)
  if ('refusal' in paper || paper.document === null) return paper
  const related: Event = {
    type: 'documentRelated',
    data: {
      documentId,
      by: paper.document.documentId,
      number: paper.document.number,
      how: 'cancellation',
      reasonId: null,
    },
  }
  return { ...paper, events: [...paper.events, related] }
}

const headOfAct = (office: Office, context: Context, { deed }: Acting, of: Whose | null) =>
  headOf(office, context, {
    serviceId: of?.ticket.serviceId ?? null,
    label: deed.name,
    person: null,
    ticket: of?.ticket.number ?? null,
  })

/** What the till's own papers begin with. */
const headOfTill = (office: Office, context: Context, acting: Acting, of: Whose | null) => {
  const { deed, agentId, counterId } = acting
  return {
    ...headOfAct(office, context, acting, of),
    till: { name: deed.name, act: deed.act, actOn: deed.actOn },
    regisseur: authorOf(office, context, deed.regisseur),
    mandataire: agentId === deed.regisseur ? null : authorOf(office, context, agentId),
    accountant: deed.accountant,
    counter: counterId === null ? null : (counterName(office, counterId) ?? counterId),
  }
}

/** A line with its texts, as the deed has them today. */
function lineSaid({ deed, date }: { deed: Deed; date: Acting['date'] }, line: TillLine) {
  const { title, quantity, unitCents, cents, exemptionId, productId } = line
  const product = deed.products.find((known) => known.productId === productId)
  const tariff = product && tariffOn(product, date)
  const exemption = deed.exemptions.find((known) => known.exemptionId === exemptionId)
  return {
    title,
    quantity,
    unitCents,
    cents,
    article: product?.article ?? '',
    tariff: { source: tariff?.source ?? '', from: tariff?.from ?? date, to: tariff?.to ?? null },
    source: product?.source ?? '',
    toConfirm: product?.toConfirm ?? false,
    exemption: exemption ? { title: exemption.title, source: exemption.source } : null,
  }
}

/** Whether the paper of this entry opens the cash drawer: the printer kicks it as the quittance of cash comes out. */
export function opensDrawer(office: Office, context: Pick<Context, 'who'>, { means }: TillEntry): boolean {
  const printerId = printerHere(office, context)
  const printer = office.settings?.printers.find((known) => known.printerId === printerId)
  return means === 'cash' && printer?.drawer !== undefined
}
