import type { Present, CounterNow, Waiting, Visit } from './present.ts'

/** A question with all that the asker knows, among which the history that it may repeat from one to the next. */
export interface Question extends Present {
  readonly counters: readonly (CounterNow & { readonly ticket: string | null })[]
  readonly waiting: readonly (Waiting & { readonly id: string })[]
  readonly history: readonly Row[]
}

/** What came of a question: the wait in seconds, the P90 then announced and the state then asked, if they are told. */
export interface Observed {
  readonly service: string
  readonly arrived: number
  readonly waited: number
  readonly announced90: number | null
  readonly asked: Present | null
}

/** What an office is recognised by as long as it has no history: its counters, their services and their breaks. */
export const rosterOf = ({ counters }: Question): string =>
  JSON.stringify(counters.map(({ services, breaks }) => [services, breaks]))

/** A row of the history as it is given: seconds since midnight, its day unsaid. */
export type Row = Omit<Visit, 'day' | 'priority'>

/** A jump back longer than this, from one arrival to the next, is another day. */
const newDay = 3 * 3600

/**
 * The days that a history spans, the rows of each in order of arrival; nothing is said of the order of the days.
 * Rows may come oldest first or latest first, days too: what tells the days apart is a great jump.
 */
export function daysOf(rows: readonly Row[]): Row[][] {
  if (rows.length === 0) return []
  let forward = 0
  for (let k = 1; k < rows.length; k += 1) forward += Math.sign(rows[k]!.ended - rows[k - 1]!.ended)
  const ordered = forward < 0 ? rows.toReversed() : rows
  const days: Row[][] = []
  let latest = -Infinity
  for (const row of ordered) {
    // Compared with the latest of the day, since rows in order of their end are not in order of arrival.
    if (days.length === 0 || row.ended < latest - newDay) {
      days.push([])
      latest = -Infinity
    }
    latest = Math.max(latest, row.ended)
    days.at(-1)!.push(row)
  }
  return (forward < 0 ? days.toReversed() : days).map((day) => day.toSorted((a, b) => a.arrived - b.arrived))
}

/** What makes a row itself. Two people of one service who arrived and began at the same instants are one row. */
export const rowKey = ({ service, arrived, started, ended }: Row): string =>
  `${service}|${arrived}|${started}|${ended}`
