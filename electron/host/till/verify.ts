import type { Sqlite } from '../../../db/connect.ts'
import { decode } from '../../../db/journal/rows.ts'
import { canonicalJson } from '../../../shared/contract/canonical.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { TillEntry } from '../../../shared/contract/till/books.ts'
import { closingFault, entryFault, type BookFault } from '../../../shared/domain/till/check.ts'
import { emptyTill, type Till, type TillNote } from '../../../shared/domain/till/state.ts'
import { isAsNoted } from '../../../shared/domain/till/notes.ts'
import { tillAfter } from '../../../shared/domain/till/evolve.ts'

/** The books hold from the first line to the last; or the first line that does not, and why. */
export type BooksFound =
  | { readonly ok: true; readonly entries: number; readonly closings: number; readonly perpetual: number }
  | {
      readonly ok: false
      readonly is: 'entry' | 'closing'
      readonly number: number
      readonly fault: BookFault
    }

const tillEvents = `select office_id, body from events
  where type in ('tillDeedSet', 'tillOpened', 'tillEntered', 'tillCounted', 'tillPeriodClosed',
    'tillPaperGiven', 'journalResumed')
  order by seq`

/** The till's events of a journal, in order. */
export function* tillEventsOf(db: Sqlite): Generator<Recorded> {
  for (const { body } of db.prepare(tillEvents).iterate() as Iterable<{ body: string }>) yield decode(body)
}

/**
 * Does the books again from the journal's events, trusting none of what they say of themselves, and compares the tables.
 * The journal's own chain is verified elsewhere.
 */
export function verifyBooks(db: Sqlite): BooksFound {
  let till: Till = emptyTill
  const entryRows = readRows(db, "select number, date || ' ' || entry from till_entries order by number")
  const paperRows = readRows(
    db,
    "select number, document_id || ' ' || document from till_entries where coalesce(document_id, document) is not null order by number",
  )
  const closingRows = readRows(db, 'select number, closing from till_closings order by number')
  const noteRow = db.prepare("select value from personal where kind = 'tillNote' and id = ?").pluck()
  /** What had its time is erased: nothing is left to be altered. */
  const holdsNote = (entry: TillEntry): boolean => {
    const value = entry.commitment === undefined ? undefined : noteRow.get(entry.noteId)
    return typeof value !== 'string' || isNote(entry, value)
  }
  // Payments whose quittance has not come yet: it follows in the same act.
  const unpapered = new Set<number>()
  for (const { event, at } of tillEventsOf(db)) {
    switch (event.type) {
      case 'tillEntered': {
        const entry = event.data
        const fault =
          entryFault(till, entry) ??
          (entryRows.get(entry.number) === `${entry.date} ${canonicalJson(entry)}` ? null : 'table') ??
          (holdsNote(entry) ? null : 'note')
        if (fault !== null) return { ok: false, is: 'entry', number: till.last.number + 1, fault }
        if (entry.kind === 'payment' && (entry.means === 'cash' || entry.means === 'cheque'))
          unpapered.add(entry.number)
        entryRows.delete(entry.number)
        break
      }
      case 'tillPeriodClosed': {
        const closing = event.data
        const fault =
          closingFault(till, closing) ??
          (closingRows.get(closing.number) === canonicalJson(closing) ? null : 'table')
        if (fault !== null) return { ok: false, is: 'closing', number: till.lastClosing.number + 1, fault }
        closingRows.delete(closing.number)
        break
      }
      case 'tillPaperGiven': {
        const { entry: number, documentId, number: document } = event.data
        if (paperRows.get(number) !== `${documentId} ${document}`)
          return { ok: false, is: 'entry', number, fault: 'table' }
        paperRows.delete(number)
        unpapered.delete(number)
        break
      }
      default:
        break
    }
    till = tillAfter(till, event, at)
  }
  const [lacking] = unpapered
  if (lacking !== undefined) return { ok: false, is: 'entry', number: lacking, fault: 'quittance' }
  // A line that the journal does not have was added to the table by hand.
  const [entry] = [...entryRows.keys(), ...paperRows.keys()]
  if (entry !== undefined) return { ok: false, is: 'entry', number: entry, fault: 'table' }
  const [closing] = [...closingRows.keys()]
  if (closing !== undefined) return { ok: false, is: 'closing', number: closing, fault: 'table' }
  return { ok: true, entries: till.last.number, closings: till.lastClosing.number, perpetual: till.perpetual }
}

function isNote(entry: TillEntry, value: string): boolean {
  try {
    return isAsNoted(entry, JSON.parse(value) as TillNote)
  } catch {
    return false
  }
}

const readRows = (db: Sqlite, query: string): Map<number, string> =>
  new Map(db.prepare(query).raw().all() as [number, string][])
