import { Map } from 'immutable'
import type { Office } from '../state.ts'
import type { Decide, Decisions, Evolve, Evolutions } from '../decision.ts'
import { tillAfter } from '../till/evolve.ts'
import { highest, numbersOf, ticketsAfter } from './numbers.ts'

/** How many times the journal was gone on with after a restore. */
export const resumedOf = ({ resumptions }: Office): number => resumptions.at(-1)?.resumed ?? 0

/** The journal is gone on with: the numbers known are the highest of what the office has and of what is said of it. */
const noteResumed: Decide<'journal.note'> = (office, { known, numbers, since }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const resumed = Math.max(resumedOf(office), known?.resumed ?? 0) + 1
  const data = { known, numbers: highest(numbersOf(office), numbers), since, resumed }
  return { events: [{ type: 'journalResumed', data }], output: {} }
}

/** Numbers go on after the highest known, whichever series they are of. */
const evolveResumed: Evolve = (office, { at, event }) => {
  if (event.type !== 'journalResumed') return office
  const { since, resumed } = event.data
  const numbers = highest(numbersOf(office), event.data.numbers)
  const tickets = ticketsAfter(office, numbers.tickets)
  const documents = Map(Object.entries(numbers.documents))
  const count = (of: typeof office.documents) => of.reduce((sum, one) => sum + one.count, 0)
  return {
    ...office,
    resumptions: [...office.resumptions, { since, resumed, documents: numbers.documents }],
    series:
      tickets === null
        ? null
        : {
            date: tickets.date,
            counts: Map(Object.entries(tickets.counts)),
            given: givenBefore(office, tickets.date),
          },
    documents,
    references: Map(Object.entries(numbers.files)),
    // Those that were issued and are not here count in the closings' totals all the same.
    issuedCount: office.issuedCount + count(documents) - count(office.documents),
    till: tillAfter(office.till, event, at),
  }
}

/**
 * The tickets that the day's limits counted, of a day that goes on. Those that are known by their number alone aren't among
 * them: nothing says of which service they were.
 */
const givenBefore = ({ day, series }: Office, date: string): NonNullable<Office['series']>['given'] =>
  series !== null && (day !== null || series.date === date) ? series.given : Map()

export const backupDecisions = { 'journal.note': noteResumed } satisfies Decisions
export const backupEvolutions = { journalResumed: evolveResumed } satisfies Evolutions
