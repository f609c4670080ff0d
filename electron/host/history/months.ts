import type { Journal } from '../../../db/journal/port.ts'
import type { VisitRow } from '../../../db/journal/readTables.ts'
import type { Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { MonthFigures, ToldCount } from '../../../shared/contract/history/months.ts'
import { hiddenIn, type Hidden } from '../../../shared/domain/privacy/hiding.ts'
import { smallest } from '../../../shared/domain/privacy/smallGroups.ts'
import { hiddenMonths } from '../../../shared/domain/privacy/untoldDays.ts'
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
  /** Tickets by day of the week, Monday first, then by hour. */
  readonly hours: number[][]
}

const key = (month: number, serviceId: ServiceId | ''): string => `${month} ${serviceId}`

/** A year in the office's zone: from its first instant to the next one's. */
const yearOf = (zone: string, year: number): { readonly from: Instant; readonly to: Instant } => ({
  from: localDay(zone, `${year}-01-01` as LocalDate).from,
  to: localDay(zone, `${year}-12-31` as LocalDate).to,
})

const anHour = 3_600_000

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
    hours: Array.from({ length: 7 }, () => Array<number>(24).fill(0)),
  }
  const count = (month: number, serviceId: ServiceId | '', visit: VisitRow, dayEnds: Instant) => {
    const tally = measured.tallies.get(key(month, serviceId)) ?? noTally()
    measured.tallies.set(key(month, serviceId), tally)
    add(tally, visit, { dayEnds, now })
  }
  const clock = clockOf(zone)
  for await (const visit of visitsBetween(journal, yearOf(zone, year))) {
    const { day, hour } = clock(visit.takenAt)
    const { date, to } = day
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
    const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7
    measured.hours[weekday]![hour] = (measured.hours[weekday]![hour] ?? 0) + 1
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
 * Tickets by day of the week and hour. Its whole is the year's, which the months say or not: where both do not do the same,
 * one table would tell what the other leaves unsaid, and this one is not given.
 */
function hoursOf(
  hours: Measured['hours'],
  year: MonthFigures | undefined,
): Pick<Output<'history.months'>, 'hours' | 'weekdays'> {
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    hours.some((day) => (day[hour] ?? 0) > 0),
  )
  const [first = 0, last = -1] = [used[0], used.at(-1)]
  const shown = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  if (shown.length === 0) return { hours: [], weekdays: [] }
  const cells = hours.map((day) => shown.map((hour) => day[hour] ?? 0))
  const hidden = hiddenIn(cells)
  if (hidden.at(-1)?.at(-1) !== year?.tickets.hidden) return { hours: [], weekdays: [] }
  const sum = (line: readonly number[]) => line.reduce((all, people) => all + people, 0)
  const lines = cells.map((line) => [...line, sum(line)])
  const totals = [...shown, null].map((_, column) => sum(lines.map((line) => line[column] ?? 0)))
  return {
    hours: shown,
    weekdays: [...lines, totals].map((line, at) =>
      line.map((people, column) => told(people, hidden[at]![column]!)),
    ),
  }
}

/** A year and the one before it, each with what it leaves unsaid. */
export async function historyMonths(
  journal: Pick<Journal, 'visits'>,
  { year, zone, now }: { readonly year: number; readonly zone: string; readonly now: Instant },
): Promise<Output<'history.months'>> {
  const [mine, before] = [
    await measure(journal, year, zone, now),
    await measure(journal, year - 1, zone, now),
  ]
  const months = monthsOf(mine)
  return {
    year,
    fewerThan: smallest,
    months,
    yearBefore: monthsOf(before),
    ...hoursOf(
      mine.hours,
      months.find(({ month, serviceId }) => month === null && serviceId === null),
    ),
  }
}
