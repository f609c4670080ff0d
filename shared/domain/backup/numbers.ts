import { Map } from 'immutable'
import type { KnownNumbers } from '../../contract/backup/events.ts'
import { fileLetters } from '../../contract/backup/journal.ts'
import type { DocumentNumber } from '../../contract/ids.ts'
import type { Office } from '../state.ts'
import { later } from '../till/state.ts'

/** The last numbers that the office gave. */
export const numbersOf = ({ series, documents, references, till }: Office): KnownNumbers => ({
  tickets: series === null ? null : { date: series.date, counts: series.counts.toObject() },
  documents: documents.toObject(),
  files: references.toObject(),
  till: { entry: till.last, closing: till.lastClosing },
})

const highestCounts = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) =>
  Map(Object.entries(one))
    .mergeWith((mine, theirs) => Math.max(mine, theirs), other)
    .toObject()

/** Of two tellings of an office's numbers, the highest of each; tickets of an earlier date count no more. */
export function highest(one: KnownNumbers, other: KnownNumbers): KnownNumbers {
  const documents = Map(Object.entries(one.documents)).mergeWith(
    (mine, theirs) => (theirs.count > mine.count ? theirs : mine),
    other.documents,
  )
  return {
    tickets: highestTickets(one.tickets, other.tickets),
    documents: documents.toObject(),
    files: highestCounts(one.files, other.files),
    till: {
      entry: later(one.till.entry, other.till.entry),
      closing: later(one.till.closing, other.till.closing),
    },
  }
}

function highestTickets(
  one: KnownNumbers['tickets'],
  other: KnownNumbers['tickets'],
): KnownNumbers['tickets'] {
  if (one === null || other === null) return one ?? other
  if (one.date !== other.date) return one.date > other.date ? one : other
  return { date: one.date, counts: highestCounts(one.counts, other.counts) }
}

/**
 * The tickets of an office that goes on. A day that is open keeps its own counts, were those that are known of a later date: a
 * number that is out in its hall is not given again, at the price of a few that nobody has.
 */
export const ticketsAfter = (
  { day, series }: Office,
  known: KnownNumbers['tickets'],
): KnownNumbers['tickets'] =>
  day !== null && series !== null && known !== null && known.date > series.date
    ? { date: known.date, counts: highestCounts(series.counts.toObject(), known.counts) }
    : known

/** The last document of each series, as what is sealed: its number and its hash. */
export const lastSeals = (
  documents: KnownNumbers['documents'],
): readonly { readonly name: string; readonly number: DocumentNumber; readonly hash: string }[] =>
  Object.entries(documents).map(([name, { count, hash }]) => ({
    name,
    number: `${name}-${count}` as DocumentNumber,
    hash,
  }))

/** What one telling has that another has not, series by series. */
export function missingFrom(
  here: KnownNumbers,
  known: KnownNumbers,
): readonly { readonly series: string; readonly here: number; readonly known: number }[] {
  const given = here.tickets?.date === known.tickets?.date ? here.tickets?.counts : undefined
  const tickets = Object.entries(known.tickets?.counts ?? {}).map(([series, count]) => ({
    series,
    here: given?.[series] ?? 0,
    known: count,
  }))
  const documents = Object.entries(known.documents).map(([series, { count }]) => ({
    series,
    here: here.documents[series]?.count ?? 0,
    known: count,
  }))
  const files = Object.entries(known.files).map(([year, count]) => ({
    series: `${fileLetters}-${year}`,
    here: here.files[year] ?? 0,
    known: count,
  }))
  return [...tickets, ...documents, ...files].filter((one) => one.known > one.here)
}
