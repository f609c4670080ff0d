import type { LocalDate } from '../../../contract/ids.ts'
import type { Territory } from '../../../contract/office/calendar.ts'
import { benefitDeadlines } from './benefitDeadlines.ts'
import { civilDeadlines } from './civilDeadlines.ts'
import { addCalendarDays } from './days.ts'
import { generalDeadlines } from './generalDeadlines.ts'
import type { DeadlineRule } from './rule.ts'
import { titleDeadlines } from './titleDeadlines.ts'

// The delays of the law, by name. Only a birth's declaration and the administrative court's delay are extended to the
// next working day: periods of silence, windows and the change of address end on their date, whatever day it is.

const table = { ...civilDeadlines, ...titleDeadlines, ...benefitDeadlines, ...generalDeadlines } as const

export type DeadlineName = keyof typeof table

/** One rule for each delay: what it asks, what it answers, its text and how sure it is. */
export const deadlineRules: Readonly<Record<DeadlineName, DeadlineRule>> = table

/** Whether a rule for this deadline exists: a name comes from the command line or from a rules file. */
export const isDeadlineName = (name: string): name is DeadlineName => Object.hasOwn(deadlineRules, name)

/** How far from today a delay may begin and still run (days): the longest here is of twenty-five years. */
const longestDays = 11_000

/**
 * The earliest starting date whose deadline has not passed on a day: the oldest birth that can still be declared, the
 * oldest move. Null for a rule that needs more than its starting date, or that sets no last day.
 */
export function earliestStillInTime(
  name: DeadlineName,
  today: LocalDate,
  territory: Territory,
): LocalDate | null {
  const { start, last, compute, input } = deadlineRules[name]
  const until = (from: LocalDate): LocalDate | null => {
    if (!input.safeParse({ [start]: from }).success) return null
    const result = compute({ [start]: from }, { territory })
    return typeof result === 'string' || result === null
      ? result
      : last === null
        ? null
        : (result[last] ?? null)
  }
  const inTime = (back: number): boolean => {
    const end = until(addCalendarDays(today, -back))
    return end !== null && end >= today
  }
  if (until(today) === null) return null
  // A later start never ends earlier: the boundary is found by halving. Windows before a date may lie ahead of today.
  let [near, far] = [-longestDays, longestDays]
  if (!inTime(near) || inTime(far)) return null
  while (far - near > 1) {
    const middle = Math.floor((near + far) / 2)
    if (inTime(middle)) near = middle
    else far = middle
  }
  return addCalendarDays(today, -near)
}
