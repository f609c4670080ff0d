import type { LocalDate } from '../../shared/contract/ids.ts'
import { daysAfter } from '../ui/dates.ts'

/** The days offered to bring what lacks, in order: the usual one, and 15, 30, 60 days from today, none before what a text sets. */
export function dueDays(
  on: LocalDate,
  usual: LocalDate,
  notBefore: LocalDate | undefined,
): readonly LocalDate[] {
  const days = new Set([usual, ...[15, 30, 60].map((count) => daysAfter(on, count))])
  return [...days].filter((day) => notBefore === undefined || day >= notBefore).toSorted()
}
