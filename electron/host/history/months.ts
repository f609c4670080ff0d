import type { Journal } from '../../../db/journal/port.ts'
import type { VisitRow } from '../../../db/journal/readTables.ts'
import type { Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { MonthFigures, ToldCount } from '../../../shared/contract/history/months.ts'
import type { Hidden } from '../../../shared/domain/privacy/hiding.ts'
import { smallest } from '../../../shared/domain/privacy/smallGroups.ts'
import { hiddenMonths, stretches, untoldIn } from '../../../shared/domain/privacy/untoldDays.ts'
import { boundary, dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { localDay, type LocalDay } from './days.ts'
import { add, noTally, waitQuantiles, type Tally } from './figures.ts'
import { visitsBetween } from './visits.ts'

// A calendar year by month and service, and by day of the week and hour. The period is a whole year, whatever is asked:
// what goes unsaid is the same each time, and no other period tells it by difference.

/** What is measured of a year, a visit at a time. */
type Measured = {
  /** By `month service`, `0` for the year and '' for all services. */
  readonly tallies: Map<string, Tally>
  readonly days: Map<LocalDate, Map<ServiceId, number>>
  /** People by day and half-hour of arrival, each by its first instant. */
  readonly halves: Map<LocalDate, Map<number, number>>
}

const key = (month: number, serviceId: ServiceId | ''): string => `${month} ${serviceId}`

/** A year in the office's zone: from its first instant to the next one's. */
const yearOf = (zone: string, year: number): { readonly from: Instant; readonly to: Instant } => ({
  from: localDay(zone, `${year}-01-01` as LocalDate).from,
  to: localDay(zone, `${year}-12-31` as LocalDate).to,
})

const anHour = 3_600_000
/** Arrivals are put together by half-hours, as in the days' curves. */
const halfHour = anHour / 2

/** Where the office is, and what of it is not over. */
type Asked = {
  readonly zone: string
  readonly now: Instant
  readonly day: { readonly date: LocalDate } | null
}

/**
 * The day and the hour of the clock at an instant of the zone. Visits come in order: a day is worked out once, and the hours of
 * its clock only where it has not twenty-four of them.
 */
function clockOf(zone: string) {
  let day: LocalDay | undefined
  let begin: readonly Instant[] | null = null
  return (at: Instant): { readonly day: LocalDay; readonly hour: number } => {
    if (day === undefined || at < day.from || at >= day.to) {
      const { date } = (day = localDay(zone, dateIn(zone, at)))
      begin =
        day.to - day.from === 24 * anHour
          ? null
          : Array.from({ length: 24 }, (_, hour) => boundary(zone, date, hour * 60))
    }
    const hour = begin ? begin.findLastIndex((first) => first <= at) : Math.floor((at - day.from) / anHour)
    return { day, hour: Math.max(0, hour) }
  }
}

async function measure(
  journal: Pick<Journal, 'visits'>,
  year: number,
  zone: string,
  now: Instant,
): Promise<Measured> {
  const measured: Measured = {
    tallies: new Map(),
    days: new Map(),
    halves: new Map(),
  }
  const count = (month: number, serviceId: ServiceId | '', visit: VisitRow, dayEnds: Instant) => {
    const tally = measured.tallies.get(key(month, serviceId)) ?? noTally()
    measured.tallies.set(key(month, serviceId), tally)
    add(tally, visit, { dayEnds, now })
  }
  const clock = clockOf(zone)
  for await (const visit of visitsBetween(journal, yearOf(zone, year))) {
    const { date, to } = clock(visit.takenAt).day
    const month = Number(date.slice(5, 7))
    const ofDay = measured.days.get(date) ?? new Map<ServiceId, number>()
    measured.days.set(date, ofDay.set(visit.serviceId, (ofDay.get(visit.serviceId) ?? 0) + 1))
    for (const [when, serviceId] of [
      [month, visit.serviceId],
      [month, ''],
      [0, visit.serviceId],
      [0, ''],
    ] as const)
      count(when, serviceId, visit, to)
    const halves = measured.halves.get(date) ?? new Map<number, number>()
    const half = Math.floor(visit.takenAt / halfHour) * halfHour
    measured.halves.set(date, halves.set(half, (halves.get(half) ?? 0) + 1))
  }
  return measured
}

/** How a count is said. */
const told = (people: number, hidden: Hidden | null): ToldCount =>
  hidden === null ? { people, hidden: null } : { people: null, hidden }

const unsaid = { received: null, left: null, absent: null, unserved: null } as const

function figures(
  month: number,
  serviceId: ServiceId | null,
  tally: Tally,
  hidden: Hidden | null,
): MonthFigures {
  const { people, received, left, absent, unserved, waits } = tally
  const { median, p90, ...atLeast } = waitQuantiles(hidden === null ? waits : [])
  return {
    month: month === 0 ? null : month,
    serviceId,
    tickets: told(people, hidden),
    ...(hidden === null ? { received, left, absent, unserved } : unsaid),
    medianWait: median,
    p90Wait: p90,
    ...atLeast,
  }
}

/**
 * The lines that have somebody: each month and service, each month whole, each service's year, the year. One that has nobody
 * is there too where it goes unsaid: that it is empty would tell of another.
 */
function monthsOf({ tallies, days }: Measured): MonthFigures[] {
  const { services, hidden } = hiddenMonths(days)
  return hidden.flatMap((line, at) =>
    [...services, null].flatMap((serviceId, column) => {
      const month = at === hidden.length - 1 ? 0 : at + 1
      const tally = tallies.get(key(month, serviceId ?? ''))
      const why = line[column]!
      return tally || why !== null ? [figures(month, serviceId, tally ?? noTally(), why)] : []
    }),
  )
}

/**
 * People by day of the week and hour, Monday first. It is the sum of what the days' own curves tell, and of nothing else: less all of
 * them but one, it gives back no half-hour that a curve leaves unsaid. Half-hours told together count alike.
 */
function hoursOf(
  { halves, days }: Measured,
  { zone, now, day }: Asked,
): Pick<Output<'history.months'>, 'hours' | 'weekdays'> {
  const underWay = new Set([dateIn(zone, now), ...(day === null ? [] : [day.date])])
  const untold = untoldIn(days, underWay)
  const clock = clockOf(zone)
  const people = Array.from({ length: 7 }, () => Array<number>(24).fill(0))
  for (const [date, ofDay] of halves) {
    if (underWay.has(date) || untold(date).has(null)) continue
    const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7
    const slots = [...ofDay].toSorted(([one], [other]) => one - other)
    for (const part of stretches(slots, ([, count]) => count)) {
      const all = part.reduce((sum, [, count]) => sum + count, 0)
      for (const [half] of part) people[weekday]![clock(half as Instant).hour]! += all / part.length
    }
  }
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    people.some((line) => (line[hour] ?? 0) > 0),
  )
  const [first = 0, last = -1] = [used[0], used.at(-1)]
  const shown = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  if (shown.length === 0) return { hours: [], weekdays: [] }
  const cells = people.map((line) => shown.map((hour) => line[hour] ?? 0))
  const sum = (line: readonly number[]) => line.reduce((all, one) => all + one, 0)
  const lines = cells.map((line) => [...line, sum(line)])
  const totals = [...shown, null].map((_, column) => sum(lines.map((line) => line[column] ?? 0)))
  return {
    hours: shown,
    weekdays: [...lines, totals].map((line) => line.map((one) => told(Math.round(one), null))),
  }
}

/** A year and the one before it, each with what it leaves unsaid. */
export async function historyMonths(
  journal: Pick<Journal, 'visits'>,
  { year, ...asked }: Asked & { readonly year: number },
): Promise<Output<'history.months'>> {
  const { zone, now } = asked
  const [mine, before] = [
    await measure(journal, year, zone, now),
    await measure(journal, year - 1, zone, now),
  ]
  return {
    year,
    fewerThan: smallest,
    months: monthsOf(mine),
    yearBefore: monthsOf(before),
    ...hoursOf(mine, asked),
  }
}
