import type { KnownNumbers } from '../../contract/backup/events.ts'
import { fileLetters } from '../../contract/backup/journal.ts'
import type { Instant } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import { dateIn } from '../core/calendar/index.ts'
import { zoneOf, type Office } from '../state.ts'
import { numbersOf } from './numbers.ts'

// A journal that is behind goes on after the numbers that its people read on papers.

/**
 * The numbers that a person read on papers; a document of which only the number is known is chained to the last one here. A
 * ticket is of the day that is open, or of the last that is known.
 */
export function readOnPapers(
  office: Office,
  { tickets, documents }: Input<'journal.resume'>,
  last: KnownNumbers,
  at: Instant,
): KnownNumbers {
  const { till } = numbersOf(office)
  const today = office.day?.date ?? dateIn(zoneOf(office), at)
  const date = last.tickets !== null && last.tickets.date > today ? last.tickets.date : today
  const isFile = ([series]: readonly [string, number]) => series.startsWith(`${fileLetters}-`)
  const papers = Object.entries(documents)
  return {
    tickets: Object.keys(tickets).length === 0 ? null : { date, counts: tickets },
    documents: Object.fromEntries(
      papers
        .filter((one) => !isFile(one))
        .map(([series, count]) => [
          series,
          { count, hash: office.documents.get(series)?.hash ?? '0'.repeat(64) },
        ]),
    ),
    files: Object.fromEntries(papers.filter(isFile).map(([series, count]) => [series.slice(3), count])),
    till,
  }
}

/** Numbers that may have been given since the last that is known: beyond, a paper was read wrong, for good. */
const farther = { ticket: 1000, paper: 5000 } as const

/** The first number that nobody can have given yet, as it was typed; undefined where there is none. */
export function tooFar(last: KnownNumbers, papers: KnownNumbers): string | undefined {
  const sameDay = last.tickets?.date === papers.tickets?.date ? last.tickets?.counts : undefined
  const ticket = Object.entries(papers.tickets?.counts ?? {}).find(
    ([letter, count]) => count > (sameDay?.[letter] ?? 0) + farther.ticket,
  )
  if (ticket) return ticket.join('')
  const document = Object.entries(papers.documents).find(
    ([series, { count }]) => count > (last.documents[series]?.count ?? 0) + farther.paper,
  )
  if (document) return `${document[0]}-${document[1].count}`
  const file = Object.entries(papers.files).find(
    ([year, count]) => count > (last.files[year] ?? 0) + farther.paper,
  )
  return file && `${fileLetters}-${file.join('-')}`
}
