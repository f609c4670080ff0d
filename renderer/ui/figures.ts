import { count, shortDuration } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'

const nbsp = '\u00a0'

/** « 11 min » for seconds, « au moins 6 h » where too few were called to know more; a dash where nothing was measured. */
export function wait(seconds: number | null, atLeast = false): string {
  // Of who came a moment ago and wasn't called, nothing is known yet.
  if (seconds === null || (atLeast && seconds < 60)) return supervision.none
  const said = shortDuration(seconds * 1_000)
  return atLeast ? supervision.atLeast(said) : said
}

/** Whole minutes of seconds, for a curve or a bare column. */
export const inMinutes = (seconds: number): number => Math.round(seconds / 60)

/** « 91 % » of a share from 0 to 1. */
export const percent = (share: number): string => `${Math.round(share * 100)}${nbsp}%`

/** « 2,1 % » of a share from 0 to 1; a dash where there is none. */
export const finePercent = (share: number | null): string =>
  share === null ? supervision.none : `${count(Math.round(share * 1_000) / 10)}${nbsp}%`
