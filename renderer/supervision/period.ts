import { Temporal } from 'temporal-polyfill'
import { LocalDate } from '../../shared/contract/ids.ts'
import type { UnsaidDay, WholeDay } from '../../shared/contract/history/calls.ts'
import type { Output } from '../../shared/contract/index.ts'

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
  /** Why each of its days that is not told is not: what is added up is at least that. */
  readonly unsaid: readonly UnsaidDay['hidden'][]
}

/** By what the days behind are put together. */
export const bys = ['day', 'week'] as const
export type By = (typeof bys)[number]

/** The first day of the day or week that a date is in. */
const starts: Readonly<Record<By, (date: LocalDate) => LocalDate>> = {
  day: (date) => date,
  week: mondayOf,
}

type Days = Output<'history.days'>

/** The lines to put together: of one service; or whole days, by their services where a host does not give them whole. */
function linesOf({ days, wholes, unsaid }: Days, serviceId?: string): readonly WholeDay[] {
  if (serviceId !== undefined) return days.filter((day) => day.serviceId === serviceId)
  const known = new Set(
    [...wholes, ...unsaid.filter((one) => one.serviceId === null)].map(({ date }) => date),
  )
  return [...wholes, ...days.filter(({ date }) => !known.has(date))]
}

/** Figures by day or week in order, those that go unsaid among them; of one service, when it is named. */
export function periods(of: Days, by: By, serviceId?: string): readonly Period[] {
  const told = Map.groupBy(linesOf(of, serviceId), ({ date }) => starts[by](date))
  const unsaid = Map.groupBy(
    of.unsaid.filter((day) => day.serviceId === (serviceId ?? null)),
    ({ date }) => starts[by](date),
  )
  return [...new Set([...told.keys(), ...unsaid.keys()])]
    .toSorted()
    .map((date) => ({ date, group: told.get(date) ?? [], hidden: unsaid.get(date) ?? [] }))
    .map(({ date, group, hidden }) => ({
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
      unsaid: hidden.map((one) => one.hidden),
    }))
}

const sum = (
  group: readonly WholeDay[],
  figure: 'tickets' | 'received' | 'left' | 'absent' | 'unserved' | 'overtakes',
): number => group.reduce((all, day) => all + day[figure], 0)

function rangeOf(values: readonly (readonly [wait: number | null, atLeast: boolean])[]): Range {
  const known = values.flatMap(([wait]) => wait ?? [])
  if (known.length === 0) return null
  const high = Math.max(...known)
  // One that is at least what is said may be longer than the longest that is known.
  return { low: Math.min(...known), high, atLeast: values.some(([, atLeast]) => atLeast) }
}
