import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Plan } from './PlannedCounters.tsx'

/** What is tried in the forecast of a day. */
export type Trying = {
  /** The day in its field; null while it is half typed. */
  readonly asked: LocalDate | null
  /** The last day given: what is tried is of it. */
  readonly of: LocalDate
  /** When there is one counter more or less, in minutes since midnight; null until it is chosen. */
  readonly span: { readonly from: number; readonly to: number } | null
  /** The counters tried, until they are kept; null when none were changed. */
  readonly draft: Plan | null
}

/** Nothing tried yet on a day. */
export const tryingOn = (day: LocalDate): Trying => ({ asked: day, of: day, span: null, draft: null })

/** Another day has nothing tried; half of one is no other, and what was tried stays. */
export const withDay = (trying: Trying, day: LocalDate | null): Trying =>
  day === null || day === trying.of ? { ...trying, asked: day } : tryingOn(day)
