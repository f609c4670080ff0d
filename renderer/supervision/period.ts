import { Temporal } from 'temporal-polyfill'
import { LocalDate } from '../../shared/contract/ids.ts'
import type { DayFigures } from '../../shared/contract/history/calls.ts'

/** The calendar day so many days before another. */
export const daysBefore = (date: LocalDate, days: number): LocalDate =>
  LocalDate.parse(Temporal.PlainDate.from(date).subtract({ days }).toString())

/** The Monday of a day's week. */
export const mondayOf = (date: LocalDate): LocalDate =>
  daysBefore(date, Temporal.PlainDate.from(date).dayOfWeek - 1)

/** Lowest and highest of a figure over several days or services, the highest at least that; null where nothing was measured. */
export type Range = { readonly low: number; readonly high: number; readonly atLeast: boolean } | null

/**
 * Days, or weeks by their Monday, added up. A median of medians means nothing: what can't be added is given by its
 * range, and the highest P90 is kept, which nine in ten were under every day.
 */
export type Period = {
  readonly date: LocalDate
  readonly tickets: number
  readonly received: number
  readonly left: number
  readonly absent: number
  readonly unserved: number
  readonly median: Range
  readonly p90: Range
  readonly overtakes: number
  readonly announced: number
  readonly within: number
}

/** By what the days behind are put together. */
export const bys = ['day', 'week'] as const
export type By = (typeof bys)[number]

/** The first day of the day or week that a date is in. */
const starts: Readonly<Record<By, (date: LocalDate) => LocalDate>> = {
  day: (date) => date,
  week: mondayOf,
}

/** Figures by day and service, grouped by day or week in order; of one service, when it is named. */
export function periods(days: readonly DayFigures[], by: By, serviceId?: string): readonly Period[] {
  const groups = new Map<LocalDate, DayFigures[]>()
  for (const day of days) {
    if (serviceId !== undefined && day.serviceId !== serviceId) continue
    const key = starts[by](day.date)
    const group = groups.get(key)
    if (group) group.push(day)
    else groups.set(key, [day])
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, group]) => ({
      date,
      tickets: sum(group, 'tickets'),
      received: sum(group, 'received'),
      left: sum(group, 'left'),
      absent: sum(group, 'absent'),
      unserved: sum(group, 'unserved'),
      median: rangeOf(group.map(({ medianWait, medianAtLeast }) => [medianWait, medianAtLeast])),
      p90: rangeOf(group.map(({ p90Wait, p90AtLeast }) => [p90Wait, p90AtLeast])),
      overtakes: sum(group, 'overtakes'),
      announced: group.reduce((all, { coverage }) => all + coverage.announced, 0),
      within: group.reduce((all, { coverage }) => all + coverage.within, 0),
    }))
}

const sum = (
  group: readonly DayFigures[],
  figure: 'tickets' | 'received' | 'left' | 'absent' | 'unserved' | 'overtakes',
): number => group.reduce((all, day) => all + day[figure], 0)

function rangeOf(values: readonly (readonly [wait: number | null, atLeast: boolean])[]): Range {
  const known = values.flatMap(([wait]) => wait ?? [])
  if (known.length === 0) return null
  const high = Math.max(...known)
  // One that is at least what is said may be longer than the longest that is known.
  return { low: Math.min(...known), high, atLeast: values.some(([, atLeast]) => atLeast) }
}
