import type { KnownNumbers } from '../../contract/backup/events.ts'
import type { Event } from '../../contract/events.ts'
import type { Instant, LocalDate } from '../../contract/ids.ts'
import type { Evolve, Evolutions } from '../decision.ts'
import { withClosing, withEntry } from './books.ts'
import { later, type Till } from './state.ts'

const notBefore = (till: Till, date: LocalDate): LocalDate =>
  till.notBefore !== null && till.notBefore > date ? till.notBefore : date

/** The till after numbers that are not given again: its chains go on from the last of each. */
const tillFrom = (till: Till, { till: { entry, closing } }: KnownNumbers): Till => ({
  ...till,
  last: later(till.last, entry),
  lastClosing: later(till.lastClosing, closing),
})

/** The till after one more event; the same one when the event is another noun's. */
export function tillAfter(till: Till, event: Event, at: Instant): Till {
  switch (event.type) {
    case 'tillDeedSet':
      return { ...till, deed: event.data.deed }
    case 'tillOpened': {
      const { date } = event.data
      return { ...till, session: { date, openedAt: at }, notBefore: notBefore(till, date) }
    }
    case 'tillEntered':
      return withEntry(till, event.data)
    case 'tillPaperGiven':
      return { ...till, papers: till.papers.set(event.data.entry, event.data) }
    case 'journalResumed':
      return tillFrom(till, event.data.numbers)
    case 'tillCounted':
      return { ...till, counted: { at, entry: till.last.number } }
    case 'tillPeriodClosed': {
      const after = withClosing(till, event.data)
      const { kind, period } = event.data
      return kind === 'month' ? { ...after, notBefore: notBefore(after, afterMonth(period)) } : after
    }
    default:
      return till
  }
}

const evolveTill: Evolve = (office, { at, event }) => ({
  ...office,
  till: tillAfter(office.till, event, at),
})

/** The first day after a month, `2026-03`. */
export const afterMonth = (month: string): LocalDate => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const next = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01` as LocalDate
}

/** Each event of the till, and what it changes in the office. */
export const tillEvolutions = {
  tillDeedSet: evolveTill,
  tillOpened: evolveTill,
  tillEntered: evolveTill,
  tillPaperGiven: evolveTill,
  tillCounted: evolveTill,
  tillPeriodClosed: evolveTill,
} satisfies Evolutions
