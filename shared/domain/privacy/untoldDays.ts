import type { LocalDate, ServiceId } from '../../contract/ids.ts'
import { hiddenIn, type Hidden } from './hiding.ts'
import { smallest } from './smallGroups.ts'

// What the past tells of a day, of a month and of a period. Who runs the day sees the very people who wait, and needs their
// number: the day under way is told as it is. What is looked at afterwards is told to give an account, which few people by
// service and by day would make personal: it has one table for each month, the same whatever period is asked, under the
// totals of the year's table.

/** People by day and service, of whole calendar years. */
export type DayCounts = ReadonlyMap<LocalDate, ReadonlyMap<ServiceId, number>>

/**
 * Of a day, the services whose people are not told, and why; null is all of them. One that nobody came for is among them where
 * its emptiness would tell of another.
 */
export type Untold = (date: LocalDate) => ReadonlyMap<ServiceId | null, Hidden>

const nothing: ReadonlyMap<ServiceId | null, Hidden> = new Map()
/** Nothing goes unsaid. */
export const allTold: Untold = () => nothing

const servicesOf = (days: DayCounts): readonly ServiceId[] =>
  [...new Set([...days.values()].flatMap((services) => [...services.keys()]))].toSorted()

const monthsOfYear = Array.from({ length: 12 }, (_, at) => at + 1)
const monthOf = (date: LocalDate): number => Number(date.slice(5, 7))

/**
 * What the table of a year leaves unsaid, by month and service.
 * @param days of one calendar year
 * @returns the services of the columns; then a line for each month and one for the year, whose last column is all services
 */
export function hiddenMonths(days: DayCounts): {
  readonly services: readonly ServiceId[]
  readonly hidden: ReturnType<typeof hiddenIn>
} {
  const services = servicesOf(days)
  const people = monthsOfYear.map(() => services.map(() => 0))
  for (const [date, counts] of days)
    services.forEach((serviceId, column) => {
      people[monthOf(date) - 1]![column]! += counts.get(serviceId) ?? 0
    })
  return { services, hidden: hiddenIn(people) }
}

/**
 * What the past days leave unsaid.
 * @param days of whole calendar years
 * @param underWay the days told as they are: they are in the totals of their month, and hide no other
 */
export function untoldIn(days: DayCounts, underWay: ReadonlySet<LocalDate>): Untold {
  const found = new Map<LocalDate, ReadonlyMap<ServiceId | null, Hidden>>()
  for (const [, ofYear] of Map.groupBy(days, ([date]) => date.slice(0, 4))) {
    const { services, hidden } = hiddenMonths(new Map(ofYear))
    for (const [month, ofMonth] of Map.groupBy(ofYear, ([date]) => monthOf(date))) {
      const past = ofMonth.filter(([date]) => !underWay.has(date))
      if (past.length === 0) continue
      const table = hiddenIn(
        past.map(([, counts]) => services.map((serviceId) => counts.get(serviceId) ?? 0)),
        hidden[month - 1],
      )
      past.forEach(([date], line) => {
        const hiddenOf = [...services, null].flatMap((serviceId, column) => {
          const why = table[line]![column]!
          return why === null ? [] : [[serviceId, why] as const]
        })
        found.set(date, new Map(hiddenOf))
      })
    }
  }
  return (date) => found.get(date) ?? nothing
}

/** Whether a part of a group may be told beside the group: neither it nor the rest is of few people. */
export const isPartTold = (people: number, all: number): boolean =>
  [people, all - people].every((one) => one === 0 || one >= smallest)

/** A day's stretches of time, each of so many people as may be told: one after another, the last with what is left. */
export function stretches<T>(slots: readonly T[], peopleOf: (slot: T) => number): readonly (readonly T[])[] {
  const found: T[][] = []
  const many = (part: readonly T[]) => part.reduce((sum, slot) => sum + peopleOf(slot), 0) >= smallest
  let part: T[] = []
  for (const slot of slots) {
    part.push(slot)
    if (!many(part)) continue
    found.push(part)
    part = []
  }
  if (part.length === 0) return found
  const last = found.pop()
  return last ? [...found, [...last, ...part]] : [part]
}
