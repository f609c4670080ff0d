import type { Instant, LocalDate, ServiceId } from '../../../../shared/contract/ids.ts'
import type { Priority } from '../../../../shared/contract/queue/rules.ts'
import { boundary, spansAt } from '../../../../shared/domain/core/calendar/index.ts'
import { seededChance } from '../../../../shared/domain/waits/chance.ts'
import type { Arrivals, FiledOffice, Flow, Post } from './officeFile.ts'
import type { DayPlan, Person, Shift } from '../../history/dayPlan.ts'

const halfHour = 1_800_000
const minute = 60_000

/**
 * One day drawn from an office's file: the same seed and rank give the same people whatever the rules, so that two
 * rules are compared on the same days. Undefined when the office is closed that day.
 * @param rank which of the days played this is
 */
export function drawnDay(
  office: FiledOffice,
  date: LocalDate,
  seed: number,
  rank: number,
): DayPlan | undefined {
  const { calendar, services } = office.settings
  const opening = spansAt(calendar, date)
  const [first] = opening
  if (!first) return undefined
  const opensAt = first[0]
  // Days far apart in the generator's numbers: each day's stream is its own.
  const chance = seededChance(Math.imul(seed | 0, 0x2c1b3c6d) ^ Math.imul(rank + 1, 0x297a2d39))
  const people = services.flatMap(({ serviceId }) =>
    spansAt(calendar, date, serviceId).flatMap((span) =>
      arriving(office.arrivals, serviceId, span, opensAt, chance),
    ),
  )
  return {
    opensAt,
    people: people.toSorted((a, b) => a.arrivesAt - b.arrivesAt),
    shifts: office.posts.flatMap((post) => shiftsOf(post, office, date, opening)),
  }
}

/** People for one service while it is open: a Poisson stream in each half-hour. */
function arriving(
  arrivals: Arrivals,
  serviceId: ServiceId,
  [from, to]: readonly [Instant, Instant],
  opensAt: Instant,
  chance: () => number,
): Person[] {
  const flow = arrivals.services.get(serviceId)!
  const people: Person[] = []
  for (let slot = Math.floor((from - opensAt) / halfHour); opensAt + slot * halfHour < to; slot++) {
    const mean = flow.perHalfHour[Math.min(Math.max(0, slot), flow.perHalfHour.length - 1)]!
    if (mean === 0) continue
    const begins = opensAt + slot * halfHour
    for (let at = begins + exponential(halfHour / mean, chance); at < begins + halfHour;) {
      const person = someone(arrivals, flow, serviceId, Math.floor(at) as Instant, chance)
      if (at >= from && at < to) people.push(person)
      at += exponential(halfHour / mean, chance)
    }
  }
  return people
}

function someone(
  { priority, absent, back, backMinutes, patienceMinutes, walkSeconds }: Arrivals,
  { minutes, dispersion, appointments }: Flow,
  serviceId: ServiceId,
  arrivesAt: Instant,
  chance: () => number,
): Person {
  const right = chance()
  const hour = chance()
  const missing = chance()
  const returning = chance()
  const away = exponential(backMinutes * 60, chance)
  const patience = patienceMinutes === null ? null : exponential(patienceMinutes * 60, chance)
  return {
    arrivesAt,
    serviceId,
    priority: priorityAt(right, priority),
    appointmentAt: hour < appointments ? appointmentFor(arrivesAt, chance) : null,
    requests: 1,
    walkSeconds,
    serviceSeconds: logNormal(minutes * 60, dispersion, chance),
    patienceSeconds: patience,
    absence: missing < absent ? { backAfterSeconds: returning < back ? away : null } : null,
  }
}

function priorityAt(draw: number, { law, deadline, local }: Arrivals['priority']): Priority | null {
  if (draw < law) return 'law'
  if (draw < law + deadline) return 'deadline'
  return draw < law + deadline + local ? 'local' : null
}

/** The quarter of an hour that someone was given who arrives now: ten minutes later on average, at most twenty late. */
const appointmentFor = (arrivesAt: Instant, chance: () => number): Instant =>
  (Math.round((arrivesAt + (30 * chance() - 5) * minute) / (15 * minute)) * 15 * minute) as Instant

const exponential = (mean: number, chance: () => number): number => -mean * Math.log(1 - chance())

/** @param dispersion standard deviation as a share of the mean */
function logNormal(mean: number, dispersion: number, chance: () => number): number {
  const variance = Math.log(1 + dispersion * dispersion)
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  return mean * Math.exp(Math.sqrt(variance) * normal - variance / 2)
}

/** When a counter receives: its hours, or the office's and what is allowed after closing, without its breaks. */
function shiftsOf(
  { counterId, agentId, hours, breaks }: Post,
  { settings: { calendar }, arrivals }: FiledOffice,
  date: LocalDate,
  opening: readonly (readonly [Instant, Instant])[],
): Shift[] {
  const at = (minutes: number) => boundary(calendar.zone, date, minutes)
  const closing = opening.at(-1)!
  const whole = hours
    ? hours.map(([from, to]) => [at(from), at(to)] as const)
    : [
        ...opening.slice(0, -1),
        [closing[0], (closing[1] + arrivals.afterClosingMinutes * minute) as Instant] as const,
      ]
  return breaks
    .map(([from, to]) => [at(from), at(to)] as const)
    .reduce((spans, one) => spans.flatMap((span) => without(span, one)), whole)
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ counterId, agentId, from, to, services: null }))
}

const without = (
  [from, to]: readonly [Instant, Instant],
  [begins, ends]: readonly [Instant, Instant],
): (readonly [Instant, Instant])[] =>
  ends <= from || begins >= to
    ? [[from, to]]
    : (
        [
          [from, begins],
          [ends, to],
        ] as const
      ).filter(([a, b]) => a < b)
