import { outcomes as allOutcomes } from '../../../shared/contract/visit/outcomes.ts'
import type { Journal } from '../../../db/journal/port.ts'
import type { CallRow, VisitRow } from '../../../db/journal/readTables.ts'
import type { Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { CallCode, Fault } from '../../../shared/contract/queue/tickets.ts'
import { smallest, untold } from '../../../shared/domain/privacy/smallGroups.ts'
import { quantile } from '../../../shared/domain/history/views.ts'
import { add, noTally, waitFigures, waitQuantiles, type Tally } from './figures.ts'
import type { LocalDay } from './days.ts'

/** So many visits are read at once: about two milliseconds, after which others are served. */
const page = 1000

/** Every visit of a period by the taking of its ticket, a page at a time: other work passes between two pages. */
export async function* visitsBetween(
  journal: Pick<Journal, 'visits'>,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): AsyncGenerator<VisitRow> {
  let after: VisitRow | undefined
  for (;;) {
    const rows = await journal.visits.page({ from, to, limit: page, ...(after && { after }) })
    yield* rows
    after = rows.at(-1)
    if (rows.length < page) return
    await new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
  }
}

const spanOf = (days: readonly LocalDay[]) => ({ from: days[0]!.from, to: days.at(-1)!.to })

/** Tallies by a key, made when first asked for. */
function tallies<K>() {
  const all = new Map<K, Tally>()
  return {
    all,
    of: (key: K): Tally => {
      const tally = all.get(key) ?? noTally()
      all.set(key, tally)
      return tally
    },
  }
}

/** Figures by day and service; a service that nobody came for on a day has no line. */
export async function historyDays(
  journal: Journal,
  days: readonly LocalDay[],
  now: Instant,
): Promise<Output<'history.days'>['days']> {
  const span = spanOf(days)
  const calls = await journal.visits.overtakes(span)
  const refused = await journal.visits.refused(span)
  const byDay = days.map(() => tallies<ServiceId>())
  let at = 0
  for await (const visit of visitsBetween(journal, span)) {
    while (visit.takenAt >= days[at]!.to) at++
    add(byDay[at]!.of(visit.serviceId), visit, { dayEnds: days[at]!.to, now }, refused.has(visit.ticketId))
  }
  const overtakes = days.map(() => new Map<ServiceId, number>())
  at = 0
  for (const call of calls) {
    while (call.at >= days[at]!.to) at++
    const of = overtakes[at]!
    of.set(call.serviceId, (of.get(call.serviceId) ?? 0) + call.overtaken)
  }
  return days.flatMap(({ date }, index) =>
    [...byDay[index]!.all].map(([serviceId, tally]) =>
      dayFigures(date, serviceId, tally, overtakes[index]!.get(serviceId) ?? 0),
    ),
  )
}

const dayFigures = (date: LocalDate, serviceId: ServiceId, tally: Tally, overtakes: number) => {
  const { people, received, left, absent, unserved, waits, announced, within } = tally
  const { median, p90, ...atLeast } = waitQuantiles(waits)
  return {
    date,
    serviceId,
    tickets: people,
    received,
    left,
    absent,
    unserved,
    medianWait: median,
    p90Wait: p90,
    ...atLeast,
    overtakes,
    coverage: { announced, within },
  }
}

/** Arrivals are put together by half-hours, whose limits are those of the clock in every zone of France. */
const halfHour = 1_800_000
/** A page shows so many: a whole day, were it 25 hours long. */
const mostHalfHours = 48

/** One day: its curve by half-hour of arrival, its services, and what became of everyone. */
export async function historyDay(
  journal: Journal,
  day: LocalDay,
  now: Instant,
): Promise<Output<'history.day'>> {
  const { from, to } = day
  const bySlot = tallies<number>()
  const faults = new Map(Fault.options.map((fault) => [fault, { left: 0, absent: 0, unserved: 0 }]))
  for await (const visit of visitsBetween(journal, day)) {
    add(bySlot.of(Math.floor(visit.takenAt / halfHour) * halfHour), visit, { dayEnds: to, now })
    if (visit.state !== 'left' && visit.state !== 'absent' && visit.state !== 'unserved') continue
    // Called and not there, as often as the rule wants it.
    const fault = visit.fault ?? 'person'
    const counted = faults.get(fault)
    if (counted) counted[visit.state]++
  }
  const ended = new Map((await journal.visits.outcomes({ from, to })).map((one) => [one.outcome, one.count]))
  return {
    curve: [...bySlot.all]
      .toSorted(([one], [other]) => one - other)
      .slice(0, mostHalfHours)
      .map(([slot, tally]) => ({ slot, tally, waited: waitQuantiles(tally.waits) }))
      .map(({ slot, tally, waited }) => ({
        from: slot as Instant,
        people: tally.people,
        announcedP50: quantile(tally.announcedP50, 0.5),
        announcedP90: quantile(tally.announcedP90, 0.5),
        measured: waited.median,
        measuredAtLeast: waited.medianAtLeast,
      })),
    services: await historyDays(journal, [day], now),
    outcomes: allOutcomes.flatMap((outcome) => {
      const count = ended.get(outcome) ?? 0
      return count === 0 ? [] : [{ outcome, count }]
    }),
    faults: [...faults].map(([fault, counts]) => ({ fault, ...counts })),
    overtakes: overtakesByCode(await journal.visits.overtakes({ from, to })),
  }
}

function overtakesByCode(calls: readonly CallRow[]): Output<'history.day'>['overtakes'] {
  return CallCode.options.flatMap((code) => {
    const those = calls.filter((call) => call.code === code)
    if (those.length === 0) return []
    return [{ code, calls: those.length, people: those.reduce((sum, { overtaken }) => sum + overtaken, 0) }]
  })
}

/**
 * Whether people were treated alike over a period, whatever the hour, the service, a priority or the help they need. Of a small
 * group nothing is said, nor of another by which it would be told: both halves of the days, and all the services, add up to
 * everyone.
 */
export async function historyEquality(
  journal: Journal,
  days: readonly LocalDay[],
  now: Instant,
): Promise<Output<'history.equality'>> {
  const span = spanOf(days)
  const refused = await journal.visits.refused(span)
  const groups = tallies<'morning' | 'afternoon' | 'priority' | 'arrangement' | 'everyone'>()
  const services = tallies<ServiceId>()
  let at = 0
  for await (const visit of visitsBetween(journal, span)) {
    while (visit.takenAt >= days[at]!.to) at++
    const no = refused.has(visit.ticketId)
    const bounds = { dayEnds: days[at]!.to, now }
    add(groups.of('everyone'), visit, bounds, no)
    add(groups.of(visit.takenAt < days[at]!.noon ? 'morning' : 'afternoon'), visit, bounds, no)
    if (visit.priority !== null) add(groups.of('priority'), visit, bounds, no)
    if (visit.arrangement) add(groups.of('arrangement'), visit, bounds, no)
    add(services.of(visit.serviceId), visit, bounds, no)
  }
  const halves = untold(
    new Map((['morning', 'afternoon'] as const).map((half) => [half, groups.of(half).people])),
  )
  const byService = untold(new Map([...services.all].map(([serviceId, { people }]) => [serviceId, people])))
  const whole = halves.total && byService.total
  const half = (name: 'morning' | 'afternoon') =>
    waitFigures(groups.of(name), { told: whole && !halves.unsaid.has(name) })
  // Who was not of these is said nowhere.
  const some = (name: 'priority' | 'arrangement') => {
    const { people } = groups.of(name)
    return waitFigures(groups.of(name), { told: people === 0 || people >= smallest })
  }
  return {
    morning: half('morning'),
    afternoon: half('afternoon'),
    priority: some('priority'),
    arrangement: some('arrangement'),
    everyone: waitFigures(groups.of('everyone'), { told: whole }),
    services: [...services.all].map(([serviceId, tally]) => ({
      serviceId,
      ...waitFigures(tally, { told: whole && !byService.unsaid.has(serviceId) }),
    })),
    coverage: [...services.all].map(([serviceId, { announced, within }]) => ({
      serviceId,
      announced,
      within,
    })),
  }
}
