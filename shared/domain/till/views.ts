import { Temporal } from 'temporal-polyfill'
import type { AgentId, LocalDate } from '../../contract/ids.ts'
import type { Output } from '../../contract/index.ts'
import type { TillEntry } from '../../contract/till/books.ts'
import type { Personal } from '../decision.ts'
import { counterOf, ticketAt, type Office } from '../state.ts'
import { receivedBy, sheetOf, whoseAct } from '../queue/sheet.ts'
import type { View, Views } from '../view.ts'
import { collectedBy, sumMeans } from './books.ts'
import { correctable } from './correcting.ts'
import { seatOf, tariffOn, taxCash, tillDate } from './deed.ts'
import { payerOf } from './papers.ts'
import { nothingHeld, type Till } from './state.ts'

const mostLines = 200

type Shown = Output<'till.view'>

/** The till whole, bounded: what may be collected, what is held, what was done and what is due. */
const tillView: View<'till.view'> = (office, _input, { now, who, model }) => {
  const { till } = office
  const { deed, session } = till
  const today = tillDate(office, now)
  const leftOpen = session !== null && session.date !== today
  const ceiling = deed?.ceilings.held ?? null
  return {
    state: deed === null ? 'none' : session === null ? 'closed' : leftOpen ? 'leftOpen' : 'open',
    school: office.school,
    deed,
    me: deed && seatOf(deed, who.agentId),
    date: session?.date ?? null,
    openedAt: session?.openedAt ?? null,
    products: (deed?.products ?? []).map(({ tariffs, ...product }) => ({
      ...product,
      tariff: tariffOn({ ...product, tariffs }, today) ?? null,
    })),
    proposed: proposedTo(office, who.agentId, model.personal.sheets),
    received: receivedBy(office, who.agentId),
    payer: payerOf(whoseAct(office, {}, { who, personal: model.personal })).named,
    means: deed?.means ?? [],
    exemptions: deed?.exemptions ?? [],
    cash: {
      payment: deed?.ceilings.payment ?? null,
      tax: taxCash,
      held: ceiling,
      room: ceiling && Math.max(0, ceiling.cents - (till.held.cash - till.float)),
    },
    held: till.held,
    float: till.float,
    cheques: till.cheques,
    today: till.today.totals,
    perpetual: till.perpetual,
    ...linesOf(till, session !== null && !leftOpen),
    due: dueOf(office, today),
    closings: till.closings.toArray(),
  }
}

/** The products of what the person being received by an agent came for; of who is only called, nothing: it would be paid by nobody. */
function proposedTo(office: Office, agentId: AgentId | null, sheets: Personal['sheets']): Shown['proposed'] {
  const counter = counterOf(office, agentId)
  const ticket = counter && ticketAt(office, counter)
  if (ticket?.state !== 'serving') return []
  const { procedureId } = sheetOf(ticket, sheets.get(ticket.visit.visitId))
  const products = office.till.deed?.products ?? []
  return procedureId === null
    ? []
    : products.filter((product) => product.procedureId === procedureId).map(({ productId }) => productId)
}

/** The entries of the till's day, the latest first. */
function linesOf(till: Till, open: boolean): Pick<Shown, 'lines' | 'total'> {
  const of = till.today.entries
  if (of === null) return { lines: [], total: 0 }
  const lines: Shown['lines'] = []
  for (let number = of.to; number >= of.from && lines.length < mostLines; number--) {
    const entry = till.entries.get(number)
    if (entry) lines.push(lineOf(till, entry, open))
  }
  return { lines, total: till.today.totals.entries }
}

function lineOf(till: Till, entry: TillEntry, open: boolean): Shown['lines'][number] {
  const { number, at, kind, agentId, lines, means, moves, given, change, of } = entry
  const paper = till.papers.get(number)
  const money = kind === 'payment' || kind === 'reversal' ? collectedBy(entry) : sumMeans(moves)
  return {
    number,
    at,
    kind,
    agentId,
    lines,
    means,
    cents: money,
    given,
    change,
    of,
    correctedBy: till.corrected.get(number) ?? null,
    correctable: open && !('refusal' in correctable(till, number)),
    document: paper ? { documentId: paper.documentId, number: paper.number } : null,
  }
}

/** What the law and the deed want done: count, remit, close what is over. */
function dueOf(office: Office, today: LocalDate): Shown['due'] {
  const { till } = office
  const { deed, held, float, owedSince, counted } = till
  const moves = { ...held, cash: Math.max(0, held.cash - float) }
  const on =
    deed === null || owedSince === null
      ? null
      : (Temporal.PlainDate.from(owedSince).add({ days: deed.remitEveryDays }).toString() as LocalDate)
  const ceiling = deed?.ceilings.held ?? null
  const over = (periods: Till['months'], from: string) =>
    periods
      .keySeq()
      .filter((period) => period < from)
      .sort()
      .take(24)
      .toArray()
  return {
    count: till.session !== null && (counted === null || counted.entry < till.last.number),
    lastCountAt: counted?.at ?? null,
    remittance: {
      on,
      late: on !== null && on < today,
      full: ceiling !== null && held.cash - float >= ceiling.cents,
      moves: deed === null ? nothingHeld : moves,
    },
    months: over(till.months, today.slice(0, 7)),
    years: over(till.years, today.slice(0, 4)),
  }
}

/** Each view of the till, and what makes it. */
export const tillViews = {
  'till.view': tillView,
} satisfies Views
