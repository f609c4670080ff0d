import { List, Map } from 'immutable'
import type { LocalDate, Instant } from '../../contract/ids.ts'
import type { TillTotals, TillClosing, ByMeans, TillEntry } from '../../contract/till/books.ts'
import type { TillPaper } from '../../contract/documents/tillPaper.ts'
import type { Deed } from '../../contract/till/deed.ts'

/** The last link of a chain: its number, and the hash that the next one covers. */
type Link = { readonly number: number; readonly hash: string }

const firstLink: Link = { number: 0, hash: '0'.repeat(64) }

/** Of two links, the one further on. */
export const later = (one: Link, other: Link): Link => (other.number > one.number ? other : one)

/** What a month or a year adds up while it is not closed. */
export type OpenPeriod = { readonly totals: TillTotals; readonly entries: TillClosing['entries'] }

/** The till as its books tell it. Amounts in cents. */
export type Till = {
  readonly deed: Deed | null
  /** The till's day under way; it lasts until it is closed, whatever the calendar says. */
  readonly session: { readonly date: LocalDate; readonly openedAt: Instant } | null
  /** No day before this one is written in any more: its month is closed, or a later day was opened. */
  readonly notBefore: LocalDate | null
  /** Cash includes the float. */
  readonly held: ByMeans
  readonly float: number
  readonly cheques: number
  readonly last: Link
  readonly lastClosing: Link
  /** The last closings, the latest first. */
  readonly closings: List<TillClosing>
  /** Entries of the day and those not remitted yet, by number: what can still be corrected. */
  readonly entries: Map<number, TillEntry>
  /** Which entry took back which. */
  readonly corrected: Map<number, number>
  /** Stamps used, by what the books keep of their number, and the entry: none is ever used twice. */
  readonly stamps: Map<string, number>
  /** The papers of those entries, by the entry's number. */
  readonly papers: Map<number, TillPaper>
  readonly today: OpenPeriod
  readonly counted: { readonly at: Instant; readonly entry: number } | null
  /** The last entry that went to the accountant, and when. */
  readonly remittedTo: number
  readonly remittedOn: LocalDate | null
  readonly unremitted: OpenPeriod
  /** The day of the first payment since the last remittance. */
  readonly owedSince: LocalDate | null
  readonly months: Map<string, OpenPeriod>
  readonly years: Map<string, OpenPeriod>
  readonly perpetual: number
  readonly perpetualWritten: number
}

export const nothingHeld: ByMeans = { cash: 0, cheque: 0, card: 0, transfer: 0, online: 0 }

const noTotals: TillTotals = {
  entries: 0,
  collected: 0,
  written: 0,
  payments: 0,
  reversals: 0,
  exemptions: 0,
  stamps: 0,
  floats: 0,
  gaps: 0,
  remitted: 0,
  byMeans: nothingHeld,
  byProduct: [],
}

export const emptyPeriod: OpenPeriod = { totals: noTotals, entries: null }

export const emptyTill: Till = {
  deed: null,
  session: null,
  notBefore: null,
  held: nothingHeld,
  float: 0,
  cheques: 0,
  last: firstLink,
  lastClosing: firstLink,
  closings: List(),
  entries: Map(),
  corrected: Map(),
  stamps: Map(),
  papers: Map(),
  today: emptyPeriod,
  counted: null,
  remittedTo: 0,
  remittedOn: null,
  unremitted: emptyPeriod,
  owedSince: null,
  months: Map(),
  years: Map(),
  perpetual: 0,
  perpetualWritten: 0,
}

/** What was typed about an entry of the till: it says who somebody is, so it stays beside the journal. */
export type TillNote = {
  readonly payer: string | null
  readonly reference: string | null
  readonly reason: string | null
  /** An electronic stamp's sixteen digits. */
  readonly stamp: string | null
  /** Of the entry's commitment, erased with the rest; absent of notes made before. */
  readonly salt?: string
}
