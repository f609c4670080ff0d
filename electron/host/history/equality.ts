import { Temporal } from 'temporal-polyfill'
import type { LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { smallest } from '../../../shared/domain/privacy/smallGroups.ts'
import { isPartTold } from '../../../shared/domain/privacy/untoldDays.ts'
import type { LocalDay } from './days.ts'
import { add, both, noTally, tallies, waitFigures, type Tally } from './figures.ts'
import type { Telling } from './untold.ts'
import { visitsBetween } from './visits.ts'

// Whether people were treated alike over a period. Two periods that overlap must not tell by their difference what neither
// tells: everyone and each service are the sum of the days that are told, each by itself; what no day tells (a half of it,
// priority, help) is the sum of whole weeks that are over, each told by itself, the same whatever period is asked.

type Equality = Output<'history.equality'>

/** A part of a week, and the rest of it, by which the week's total would tell it. */
const rest = {
  morning: 'afternoon',
  afternoon: 'morning',
  priority: 'ordinary',
  ordinary: 'priority',
  arrangement: 'unarranged',
  unarranged: 'arrangement',
} as const
type Part = keyof typeof rest
const shown = ['morning', 'afternoon', 'priority', 'arrangement'] as const

/** Monday of a date's week. */
const mondayOf = (date: LocalDate): LocalDate => {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString() as LocalDate
}

/**
 * The days whose parts are told together, by the first of them: whole weeks that are over; or the day under way, asked alone.
 */
function unitsOf({ now, underWay }: Telling, days: readonly LocalDay[]): ReadonlyMap<LocalDate, LocalDate> {
  const [first] = days
  if (days.length === 1 && first && underWay.has(first.date)) return new Map([[first.date, first.date]])
  const weeks = [...Map.groupBy(days, ({ date }) => mondayOf(date))]
  return new Map(
    weeks
      .filter(([, week]) => week.length === 7 && week[6]!.to <= now)
      .flatMap(([monday, week]) => week.map(({ date }) => [date, monday] as const)),
  )
}

/**
 * Everyone and each service, of the days that are told; the parts of the day, priority and help, of the weeks that are. A day
 * or a week that leaves a group unsaid is left out of its sum; of a group that is so each time, nothing is said.
 */
export async function historyEquality(telling: Telling, days: readonly LocalDay[]): Promise<Equality> {
  const { journal, now, untold } = telling
  const span = { from: days[0]!.from, to: days.at(-1)!.to }
  const refused = await journal.visits.refused(span)
  const units = unitsOf(telling, days)
  /** Of the days told; null is everyone. */
  const told = tallies<ServiceId | null>()
  const came = new Set<ServiceId | null>()
  const parts = new Map<LocalDate, ReturnType<typeof tallies<Part>>>()
  let at = 0
  for await (const visit of visitsBetween(journal, span)) {
    while (visit.takenAt >= days[at]!.to) at++
    const { date, noon, to: dayEnds } = days[at]!
    const unsaid = untold(date)
    const count = (tally: Tally) => add(tally, visit, { dayEnds, now }, refused.has(visit.ticketId))
    for (const serviceId of [visit.serviceId, null]) {
      came.add(serviceId)
      if (!unsaid.has(serviceId)) count(told.of(serviceId))
    }
    const unit = units.get(date)
    if (unit === undefined || unsaid.has(null)) continue
    const ofUnit = parts.get(unit) ?? tallies<Part>()
    parts.set(unit, ofUnit)
    count(ofUnit.of(visit.takenAt < noon ? 'morning' : 'afternoon'))
    count(ofUnit.of(visit.priority === null ? 'ordinary' : 'priority'))
    count(ofUnit.of(visit.arrangement ? 'arrangement' : 'unarranged'))
  }
  const tally = (serviceId: ServiceId | null) => told.all.get(serviceId) ?? noTally()
  // The day under way is told as it is where it is shown; here a few people of it alone are not compared.
  const isTold = (serviceId: ServiceId | null) => !came.has(serviceId) || tally(serviceId).people >= smallest
  const figures = (serviceId: ServiceId | null) => waitFigures(tally(serviceId), { told: isTold(serviceId) })
  const held = (serviceId: ServiceId | null) => {
    const { announced, within } = tally(serviceId)
    return { announced, within }
  }
  const services = [...came].filter((serviceId) => serviceId !== null)
  return {
    ...partsTold([...parts.values()], came.size === 0),
    everyone: figures(null),
    services: services.map((serviceId) => ({ serviceId, ...figures(serviceId) })),
    coverage: services.flatMap((serviceId) => (isTold(serviceId) ? [{ serviceId, ...held(serviceId) }] : [])),
    held: isTold(null) ? held(null) : null,
  }
}

/** Of each part, the sum of the units in which neither it nor the rest is of few people. */
function partsTold(
  units: readonly ReturnType<typeof tallies<Part>>[],
  nobody: boolean,
): Pick<Equality, (typeof shown)[number]> {
  const figures = (part: Part) => {
    const those = units.filter((unit) => {
      const { people } = unit.of(part)
      return isPartTold(people, people + unit.of(rest[part]).people)
    })
    const sum = those.map((unit) => unit.of(part)).reduce(both, noTally())
    // Nobody of those that are told is not nobody, where another goes unsaid.
    const whole = those.length === units.length
    return waitFigures(sum, { told: nobody || sum.people > 0 || (whole && units.length > 0) })
  }
  return {
    morning: figures('morning'),
    afternoon: figures('afternoon'),
    priority: figures('priority'),
    arrangement: figures('arrangement'),
  }
}
