import type { LocalDate } from '../../../contract/ids.ts'
import { calendarOf, type Coming, type DayFeatures, type PastDay } from './days.ts'
import { designOf } from './design.ts'
import { rangesOf } from './ranges.ts'
import { fitted, linear, uncertainty, type Row } from './regression.ts'

/** Seconds of a half-hour: what an expectation is of. */
export const halfHour = 1800

/** A day to come. */
export type DayToCome = {
  readonly date: LocalDate
  /** Seconds since midnight. */
  readonly opens: number
  readonly closes: number
  /** Booked for that day; the days that were count who came without one. */
  readonly appointments: readonly Coming[]
}

/** How many come in one half-hour for one service: expected, and the range that holds eight days of ten. */
export type HalfHourExpected = {
  /** Seconds since midnight. */
  readonly from: number
  readonly service: string
  readonly expected: number
  readonly variance: number
  readonly low: number
  readonly high: number
}

/** Of the people booked, how many come, until the office has its own figure (field figures: 5 to 20 % don't). */
const comes = 0.9

/** A day older than this says nothing more of a season than the years since. */
const mostDays = 800

type Opening = Pick<PastDay, 'opens' | 'closes'>

/** The half-hours of the clock that a day opens, with the share of each that is open. */
function openSlots({ opens, closes }: Opening): readonly { readonly slot: number; readonly share: number }[] {
  const slots = []
  for (let slot = Math.floor(opens / halfHour); slot * halfHour < closes; slot++) {
    const open = Math.min(closes, (slot + 1) * halfHour) - Math.max(opens, slot * halfHour)
    if (open > 0) slots.push({ slot, share: open / halfHour })
  }
  return slots
}

const keyOf = (service: string, slot: number) => `${slot} ${service}`

/** Who came, by half-hour and service: who came early is counted with the first half-hour, who came late with the last. */
function countsOf(comings: readonly Coming[], opening: Opening): ReadonlyMap<string, number> {
  const first = Math.floor(opening.opens / halfHour)
  const last = Math.ceil(opening.closes / halfHour) - 1
  const counts = new Map<string, number>()
  for (const { service, at } of comings) {
    const key = keyOf(service, Math.min(last, Math.max(first, Math.floor(at / halfHour))))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/**
 * Learns the days that were: the weekday, its hours, the season, a slow trend, the beginning of the month, the day after a
 * closed one, each as strongly as this office's own days show it.
 * @returns who is expected on a day that follows them, by half-hour and service, in the order of the day, then of the
 *   services' names; nothing without a day that was
 */
export function forecastFrom(known: readonly PastDay[]): (day: DayToCome) => readonly HalfHourExpected[] {
  const days = known
    .filter((day) => day.closes > day.opens)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .slice(-mostDays)
  const latest = days.at(-1)
  if (latest === undefined) return () => []
  const services = [
    ...new Set(days.flatMap(({ arrivals }) => arrivals.map(({ service }) => service))),
  ].toSorted()
  const featuresOf = calendarOf(days)
  const features = days.map(({ date }) => featuresOf(date))
  const openings = days.flatMap((day) => openSlots(day).map(({ slot }) => slot))
  const [first, last] = openings.reduce(
    ([low, high], slot) => [Math.min(low, slot), Math.max(high, slot)],
    [48, 0],
  )
  const design = designOf({
    services: services.length,
    slots: last! - first! + 1,
    weekdays: [...new Set(features.map(({ weekday }) => weekday))].toSorted((a, b) => a - b),
    ...spanOf(featuresOf(latest.date)),
  })
  const rows = days.flatMap((day, at) => {
    const counts = countsOf(day.arrivals, day)
    return openSlots(day).flatMap(({ slot, share }) =>
      services.map((service, index): Row => ({
        ...design.row(index, slot - first!, features[at]!),
        count: counts.get(keyOf(service, slot)) ?? 0,
        exposure: share,
      })),
    )
  })
  const fit = fitted(rows, design.blocks, startOf(rows, services.length, design.size))
  const scatter = scatterOf(rows, fit.effects)
  /** Who comes without being booked. An hour that was never open is as the nearest that was. */
  const walking = (service: string, slot: number, day: DayFeatures) => {
    const index = services.indexOf(service)
    if (index < 0) return { mean: 0, doubt: 0 }
    const row = design.row(index, Math.min(last!, Math.max(first!, slot)) - first!, day)
    return { mean: Math.exp(linear(row, fit.effects)), doubt: scatter + uncertainty(row, fit) }
  }
  return ({ date, appointments, ...opening }) => {
    const booked = countsOf(appointments, opening)
    const all = [...new Set([...services, ...appointments.map(({ service }) => service)])].toSorted()
    const target = featuresOf(date)
    const cells = openSlots(opening).flatMap(({ slot, share }) =>
      all.map((service) => {
        const { mean, doubt } = walking(service, slot, target)
        const coming = comes * (booked.get(keyOf(service, slot)) ?? 0)
        return {
          from: slot * halfHour,
          service,
          mean: share * mean + coming,
          variance: share * mean + doubt * (share * mean) ** 2 + coming * (1 - comes),
        }
      }),
    )
    const ranges = rangesOf(cells)
    return cells.map(({ from, service, mean, variance }, at) => ({
      from,
      service,
      expected: mean,
      variance,
      ...ranges[at]!,
    }))
  }
}

/**
 * The same with those who are booked for that day: where the days that were expect fewer than come of them, as many are
 * expected. Past days count everybody who came, booked or not, so that the two are never added.
 */
export function atLeastBooked(
  expected: readonly HalfHourExpected[],
  appointments: readonly Coming[],
  opening: Opening,
): readonly HalfHourExpected[] {
  const booked = countsOf(appointments, opening)
  const left = new Map(booked)
  const raised = expected.map((one) => {
    const key = keyOf(one.service, Math.floor(one.from / halfHour))
    const coming = comes * (booked.get(key) ?? 0)
    left.delete(key)
    return coming <= one.expected
      ? one
      : {
          ...one,
          expected: coming,
          low: Math.max(one.low, Math.floor(coming)),
          high: Math.max(one.high, booked.get(key)!),
        }
  })
  // A service that no day has known yet.
  const added = [...left].map(([key, count]) => {
    const [slot, ...service] = key.split(' ')
    const coming = comes * count
    return {
      from: Number(slot) * halfHour,
      service: service.join(' '),
      expected: coming,
      variance: coming * (1 - comes),
      low: Math.floor(coming),
      high: count,
    }
  })
  return [...raised, ...added].toSorted((a, b) => a.from - b.from)
}

/**
 * All the services of each half-hour together, and the range of their sum: that of each, added up, would hold more than eight
 * days of ten.
 */
export function allServices(
  expected: readonly HalfHourExpected[],
): readonly Omit<HalfHourExpected, 'service' | 'variance'>[] {
  const sum = (those: readonly HalfHourExpected[], of: 'expected' | 'variance') =>
    those.reduce((all, one) => all + one[of], 0)
  const halves = [...Map.groupBy(expected, ({ from }) => from)]
  const ranges = rangesOf(
    halves.map(([, those]) => ({ mean: sum(those, 'expected'), variance: sum(those, 'variance') })),
  )
  return halves.map(([from, those], at) => ({ from, expected: sum(those, 'expected'), ...ranges[at]! }))
}

const spanOf = ({ years, months }: DayFeatures) => ({ years, months: months + 1 })

/** The services' mean levels, as a first guess: their columns are the first ones. */
function startOf(rows: readonly Row[], services: number, size: number): Float64Array {
  const start = new Float64Array(size)
  for (let service = 0; service < services; service++) {
    let count = 0.5
    let exposure = 1
    for (const row of rows)
      if (row.columns[0] === service) {
        count += row.count
        exposure += row.exposure
      }
    start[service] = Math.log(count / exposure)
  }
  return start
}

/** How much more than chance the counts differ from what is expected: the square of a coefficient of variation. */
function scatterOf(rows: readonly Row[], effects: Float64Array): number {
  let more = 0
  let squares = 0
  for (const row of rows) {
    const mean = row.exposure * Math.exp(linear(row, effects))
    more += (row.count - mean) ** 2 - mean
    squares += mean ** 2
  }
  return squares === 0 ? 0 : Math.min(1, Math.max(0, more / squares))
}
