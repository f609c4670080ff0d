import type { Present, CounterNow, Waiting } from './present.ts'
import type { Row } from './history.ts'

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
