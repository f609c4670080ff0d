import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Map } from 'immutable'
import { canonicalJson } from '../../contract/canonical.ts'
import type { ByMeans, Coins, TillClosing, TillEntry, TillTotals } from '../../contract/till/books.ts'
import { tillMeans } from '../../contract/till/books.ts'
import { nothingHeld, emptyPeriod, type OpenPeriod, type Till } from './state.ts'

/** Closings that the state keeps, for pages; all are in the tables. */
const keptClosings = 24

/** What coins and notes are worth, in cents. */
export const worth = (coins: Coins): number => coins.reduce((sum, { face, count }) => sum + face * count, 0)

/** One amount by one means. */
export const moving = (means: keyof ByMeans, cents: number): ByMeans => ({ ...nothingHeld, [means]: cents })

/** Sum of both, means by means. */
export const addMeans = (one: ByMeans, other: ByMeans): ByMeans => ({
  cash: one.cash + other.cash,
  cheque: one.cheque + other.cheque,
  card: one.card + other.card,
  transfer: one.transfer + other.transfer,
  online: one.online + other.online,
})

/** All means together. */
export const sumMeans = (of: ByMeans): number => tillMeans.reduce((sum, means) => sum + of[means], 0)

// -0 is another number for JSON's readers than 0: an amount that is nothing is 0.
export const minus = (cents: number): number => (cents === 0 ? 0 : -cents)

/** The amounts by means, taken back: each with its sign changed. */
export const takenBack = (of: ByMeans): ByMeans => ({
  cash: minus(of.cash),
  cheque: minus(of.cheque),
  card: minus(of.card),
  transfer: minus(of.transfer),
  online: minus(of.online),
})

/** SHA-256 in hex of the canonical JSON of what an entry or a closing says, its own hash left out. */
export const bookHash = (said: Omit<TillEntry, 'hash'> | Omit<TillClosing, 'hash'>): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson({ ...said, hash: undefined }))))

/**
 * What the books keep of a stamp's sixteen digits: bound to the office, 128 bits. The digits are as good as money until
 * they are used, and a person's afterwards.
 */
export const stampMark = (officeId: string, digits: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${officeId} ${digits}`))).slice(0, 32)

/** What an entry collects, corrections taken off; a float, a gap and a remittance collect nothing. */
export const collectedBy = ({ kind, lines }: TillEntry): number =>
  kind === 'payment' || kind === 'reversal' ? lines.reduce((sum, { cents }) => sum + cents, 0) : 0

/** The entry that comes after the till's last: numbered, chained. */
export function nextEntry(
  till: Pick<Till, 'last'>,
  said: Omit<TillEntry, 'number' | 'previous' | 'hash'>,
): TillEntry {
  const entry = { ...said, number: till.last.number + 1, previous: till.last.hash }
  return { ...entry, hash: bookHash(entry) }
}

/** The books after one more entry. */
export function withEntry(till: Till, entry: TillEntry): Till {
  const { number, kind, hash, moves, cheques, date } = entry
  const cents = collectedBy(entry)
  const owed = kind === 'payment' || kind === 'reversal' || kind === 'gap'
  const remitted = kind === 'remittance'
  return {
    ...till,
    held: addMeans(till.held, moves),
    float: kind === 'float' ? till.float + moves.cash : till.float,
    cheques: till.cheques + cheques,
    last: { number, hash },
    entries: till.entries.set(number, entry),
    corrected:
      kind === 'reversal' && entry.of !== null ? till.corrected.set(entry.of, number) : till.corrected,
    stamps: stampsAfter(till, entry),
    today: added(till.today, entry),
    remittedTo: remitted ? number : till.remittedTo,
    remittedOn: remitted ? date : till.remittedOn,
    unremitted: remitted ? emptyPeriod : added(till.unremitted, entry),
    owedSince: remitted ? null : (till.owedSince ?? (owed ? date : null)),
    perpetual: till.perpetual + cents,
    perpetualWritten: till.perpetualWritten + Math.abs(cents),
  }
}

/** A stamp recorded by mistake is somebody's still: taken back, its number can be used. */
function stampsAfter({ stamps }: Till, { kind, stamp, number }: TillEntry): Map<string, number> {
  if (stamp === null) return stamps
  return kind === 'reversal' ? stamps.delete(stamp) : stamps.set(stamp, number)
}

/** A period after one more entry. */
function added({ totals, entries }: OpenPeriod, entry: TillEntry): OpenPeriod {
  const { kind, moves, lines, number } = entry
  const cents = collectedBy(entry)
  const sign = kind === 'reversal' ? -1 : 1
  const pays = kind === 'payment' || kind === 'reversal'
  return {
    totals: {
      entries: totals.entries + 1,
      collected: totals.collected + cents,
      written: totals.written + Math.abs(cents),
      payments: totals.payments + (kind === 'payment' ? 1 : 0),
      reversals: totals.reversals + (kind === 'reversal' ? 1 : 0),
      exemptions: totals.exemptions + sign * lines.filter(({ exemptionId }) => exemptionId !== null).length,
      stamps: totals.stamps + (entry.stamp === null ? 0 : sign),
      floats: totals.floats + (kind === 'float' ? moves.cash : 0),
      gaps: totals.gaps + (kind === 'gap' ? moves.cash : 0),
      remitted: totals.remitted - (kind === 'remittance' ? sumMeans(moves) : 0),
      byMeans: pays ? addMeans(totals.byMeans, moves) : totals.byMeans,
      byProduct: pays ? lines.reduce(withProduct, totals.byProduct) : totals.byProduct,
    },
    entries: { from: entries?.from ?? number, to: number },
  }
}

const withProduct = (
  of: TillTotals['byProduct'],
  { productId, title, quantity, cents }: TillTotals['byProduct'][number],
): TillTotals['byProduct'] => {
  const line = of.find((one) => one.productId === productId)
  if (!line) return [...of, { productId, title, quantity, cents }]
  // The latest title names all: a product is its short word.
  const sum = { productId, title, quantity: line.quantity + quantity, cents: line.cents + cents }
  return of.map((one) => (one === line ? sum : one))
}

/** Two periods, one after the other, as one. */
const joined = (one: OpenPeriod, other: OpenPeriod): OpenPeriod => {
  const a = one.totals
  const b = other.totals
  return {
    totals: {
      entries: a.entries + b.entries,
      collected: a.collected + b.collected,
      written: a.written + b.written,
      payments: a.payments + b.payments,
      reversals: a.reversals + b.reversals,
      exemptions: a.exemptions + b.exemptions,
      stamps: a.stamps + b.stamps,
      floats: a.floats + b.floats,
      gaps: a.gaps + b.gaps,
      remitted: a.remitted + b.remitted,
      byMeans: addMeans(a.byMeans, b.byMeans),
      byProduct: b.byProduct.reduce(withProduct, a.byProduct),
    },
    entries:
      one.entries && other.entries
        ? { from: one.entries.from, to: other.entries.to }
        : (one.entries ?? other.entries),
  }
}

/** The closing that comes after the till's last: numbered, chained. */
export function nextClosing(
  till: Till,
  said: Pick<TillClosing, 'kind' | 'period' | 'at' | 'school'>,
  { totals, entries }: OpenPeriod,
): TillClosing {
  const closing = {
    ...said,
    number: till.lastClosing.number + 1,
    entries,
    totals,
    held: till.held,
    perpetual: till.perpetual,
    perpetualWritten: till.perpetualWritten,
    lastEntry: till.last.hash,
    previous: till.lastClosing.hash,
  }
  return { ...closing, hash: bookHash(closing) }
}

/** The books after one more closing: a day adds to its month, a month to its year. */
export function withClosing(till: Till, closing: TillClosing): Till {
  const { kind, period, number, hash, totals, entries } = closing
  const after = {
    ...till,
    lastClosing: { number, hash },
    closings: till.closings.unshift(closing).take(keptClosings),
  }
  const of = { totals, entries }
  const joinedTo = (periods: Map<string, OpenPeriod>, key: string) =>
    periods.update(key, emptyPeriod, (before) => joined(before, of))
  switch (kind) {
    case 'day':
      return {
        ...after,
        session: null,
        today: emptyPeriod,
        months: joinedTo(till.months, period.slice(0, 7)),
        entries: till.entries.filter((entry) => entry.number > till.remittedTo),
        corrected: till.corrected.filter((_, first) => first > till.remittedTo),
        papers: till.papers.filter((_, entry) => entry > till.remittedTo),
      }
    case 'month':
      return { ...after, months: till.months.delete(period), years: joinedTo(till.years, period.slice(0, 4)) }
    case 'year':
      return { ...after, years: till.years.delete(period) }
  }
}
