import { outcomes as allOutcomes } from '../../../shared/contract/queue/outcomes.ts'
import type { CallRow, VisitRow } from '../../../db/journal/readTables.ts'
import type { Instant, ServiceId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { CallCode, Fault } from '../../../shared/contract/queue/reasons.ts'
import { untold as untoldGroups } from '../../../shared/domain/privacy/smallGroups.ts'
import { stretches } from '../../../shared/domain/privacy/untoldDays.ts'
import { median } from '../../../shared/domain/history/views.ts'
import type { Bounds } from '../../../shared/domain/history/waited.ts'
import { add, noTally, tallies, waitQuantiles, type Tally } from './figures.ts'
import type { LocalDay } from './days.ts'
import type { Telling } from './untold.ts'
import { visitsBetween } from './visits.ts'

const spanOf = (days: readonly LocalDay[]) => ({ from: days[0]!.from, to: days.at(-1)!.to })

/** Figures by day and service, then of whole days, without those that go unsaid; a service that nobody came for has no line. */
export async function historyDays(
  { journal, now, untold }: Telling,
  days: readonly LocalDay[],
): Promise<Output<'history.days'>> {
  const span = spanOf(days)
  const calls = await journal.visits.overtakes(span)
  const refused = await journal.visits.refused(span)
  const byDay = days.map(() => tallies<ServiceId | null>())
  let at = 0
  for await (const visit of visitsBetween(journal, span)) {
    while (visit.takenAt >= days[at]!.to) at++
    const bounds = { dayEnds: days[at]!.to, now }
    for (const serviceId of [visit.serviceId, null])
      add(byDay[at]!.of(serviceId), visit, bounds, refused.has(visit.ticketId))
  }
  const overtakes = days.map(() => new Map<ServiceId | null, number>())
  at = 0
  for (const call of calls) {
    while (call.at >= days[at]!.to) at++
    const of = overtakes[at]!
    for (const serviceId of [call.serviceId, null])
      of.set(serviceId, (of.get(serviceId) ?? 0) + call.overtaken)
  }
  const told = days.flatMap(({ date }, index) =>
    [...byDay[index]!.all]
      .filter(([serviceId]) => !untold(date).has(serviceId))
      .map(([serviceId, tally]) => ({
        date,
        serviceId,
        tally,
        overtakes: overtakes[index]!.get(serviceId) ?? 0,
      })),
  )
  return {
    days: told.flatMap(({ date, serviceId, ...line }) =>
      serviceId === null ? [] : [{ date, serviceId, ...dayFigures(line) }],
    ),
    wholes: told.flatMap(({ date, serviceId, ...line }) =>
      serviceId === null ? [{ date, ...dayFigures(line) }] : [],
    ),
    unsaid: days.flatMap(({ date }) =>
      [...untold(date)].map(([serviceId, hidden]) => ({ date, serviceId, hidden })),
    ),
  }
}

const dayFigures = ({ tally, overtakes }: { readonly tally: Tally; readonly overtakes: number }) => {
  const { people, received, left, absent, unserved, waits, announced, within } = tally
  const { median, p90, ...atLeast } = waitQuantiles(waits)
  return {
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

/**
 * One day: its curve by half-hour of arrival, its services, and what became of everyone. Of a day that is over, half-hours of
 * few people are told together, and nothing is of few issues or reasons; of a day that goes unsaid, nothing at all.
 */
export async function historyDay(telling: Telling, day: LocalDay): Promise<Output<'history.day'>> {
  const { journal, now, underWay, untold, wholeAlone } = telling
  const { date, from, to } = day
  const { days: services, wholes, unsaid } = await historyDays(telling, [day])
  const passed = overtakesByCode(await journal.visits.overtakes({ from, to }))
  const nothing = { curve: [], services, whole: wholes[0] ?? null, unsaid, outcomes: [], faults: [] }
  if (untold(date).has(null)) return { ...nothing, overtakes: [] }
  // A priority tells of who has it, as it happens.
  if (wholeAlone.has(date))
    return {
      ...nothing,
      overtakes: passed.filter(({ code }) => code !== 'legalPriority' && code !== 'localPriority'),
    }
  const asItIs = underWay.has(date)
  const slots = new Map<number, VisitRow[]>()
  const faults = new Map(Fault.options.map((fault) => [fault, { left: 0, absent: 0, unserved: 0 }]))
  for await (const visit of visitsBetween(journal, day)) {
    const slot = Math.floor(visit.takenAt / halfHour) * halfHour
    const those = slots.get(slot) ?? []
    slots.set(slot, those)
    those.push(visit)
    if (visit.state !== 'left' && visit.state !== 'absent' && visit.state !== 'unserved') continue
    // Called and not there, as often as the rule wants it.
    const fault = visit.fault ?? 'person'
    const counted = faults.get(fault)
    if (counted) counted[visit.state]++
  }
  const halves = [...slots].toSorted(([one], [other]) => one - other)
  const parts = asItIs ? halves.map((half) => [half]) : stretches(halves, ([, visits]) => visits.length)
  const ended = new Map((await journal.visits.outcomes({ from, to })).map((one) => [one.outcome, one.count]))
  const few = (counts: ReadonlyMap<string, number>) =>
    asItIs ? new Set<string>() : untoldGroups(counts).unsaid
  const fewEnded = few(ended)
  const fewPassed = few(new Map(passed.map(({ code, calls }) => [code, calls])))
  return {
    curve: parts.slice(0, mostHalfHours).map((part) => partFigures(part, { dayEnds: to, now })),
    services,
    whole: wholes[0] ?? null,
    unsaid,
    outcomes: allOutcomes.flatMap((outcome) => {
      const count = ended.get(outcome) ?? 0
      return count === 0 || fewEnded.has(outcome) ? [] : [{ outcome, count }]
    }),
    faults: [...faults].map(([fault, counts]) => ({ fault, ...counts })),
    overtakes: passed.filter(({ code }) => !fewPassed.has(code)),
  }
}

/** One half-hour of arrival, or several that are told together. */
function partFigures(
  part: readonly (readonly [slot: number, visits: readonly VisitRow[]])[],
  bounds: Bounds,
): Output<'history.day'>['curve'][number] {
  const tally = noTally()
  for (const visit of part.flatMap(([, visits]) => visits)) add(tally, visit, bounds)
  const waited = waitQuantiles(tally.waits)
  const [first, last] = [part[0]![0], part.at(-1)![0]]
  return {
    from: first as Instant,
    ...(part.length > 1 && { until: (last + halfHour) as Instant }),
    people: tally.people,
    announcedP50: median(tally.announcedP50),
    announcedP90: median(tally.announcedP90),
    measured: waited.median,
    measuredAtLeast: waited.medianAtLeast,
  }
}

function overtakesByCode(calls: readonly CallRow[]): Output<'history.day'>['overtakes'] {
  return CallCode.options.flatMap((code) => {
    const those = calls.filter((call) => call.code === code)
    if (those.length === 0) return []
    return [{ code, calls: those.length, people: those.reduce((sum, { overtaken }) => sum + overtaken, 0) }]
  })
}
