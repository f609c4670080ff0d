import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Journal } from '../../../db/journal/port.ts'
import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { addCalendarDays } from '../../../shared/domain/law/time/days.ts'
import { boundary, dateIn, spansAt } from '../../../shared/domain/core/calendar/index.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { forecastReach, leastLikeDays, likeDaysOf } from '../../../shared/domain/waits/forecast/backtest.ts'
import type { PastDay } from '../../../shared/domain/waits/forecast/days.ts'
import { countersOf, type Planned } from '../../../shared/domain/waits/forecast/staffing.ts'
import { apart } from '../core/apart.ts'
import type { Reading } from '../reading.ts'
import { localDay } from '../history/days.ts'
import { eventsBetween, pastDay } from '../history/pastDay.ts'
import { visitsBetween } from '../history/visits.ts'
import { packed, type PackedDay, type PackedDays } from './forecast/packed.ts'
import { forecastProgram } from './forecast/program.ts'
import type { DayDone, ForecastDone, ForecastOrder } from './forecast/work.ts'

type Forecast = Output<'waits.forecast'>

/** A year of days tells the season. */
const daysKnown = 400

/** What a forecast may take, apart: fifty times what a year of a busy office was measured to. */
const bounds = { milliseconds: 30_000, megabytes: 256 } as const
/** A thread that the host leaves behind ends by itself, within its bounds. */
const staying = new AbortController().signal

type Learnt = {
  readonly known: PackedDays
  readonly seconds: ReadonlyMap<string, number>
  readonly error: Forecast['error']
}
/** What was learnt up to the eve: the same for everyone who asks that day. */
const learntBy = new WeakMap<Journal, { readonly on: LocalDate; readonly learning: Promise<Learnt> }>()

/**
 * A day's forecast from like days of this office, and what a change of counters would do to it; none from fewer than four of
 * them.
 */
export const getForecast: Reading<'waits.forecast'> = async (
  { date, change, plan },
  { journal, office, now },
) => {
  const { settings } = office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const { calendar, rules } = settings
  const today = dateIn(calendar.zone, now)
  const { known, seconds, error } = await learnt(journal, office, today)
  const likeDays = likeDaysOf(known.days, date)
  const given = office.appointments
    .valueSeq()
    .filter(({ startsAt }) => dateIn(calendar.zone, startsAt) === date)
    .toArray()
  const set =
    rules.plannedCounters?.find(({ weekday }) => weekday === Temporal.PlainDate.from(date).dayOfWeek)
      ?.halfHours ?? null
  const nothing = {
    date,
    appointments: given.length,
    likeDays: likeDays.length,
    plannedLike: null,
    planned: set === null ? ('like' as const) : ('set' as const),
    halfHours: [],
    services: [],
    advice: null,
    error,
  }
  if (date < today || date > addCalendarDays(today, forecastReach)) return { ...nothing, state: 'outOfReach' }
  const spans = spansAt(calendar, date)
  const clock = (at: number) => Math.round((at - boundary(calendar.zone, date, 0)) / 1000)
  if (spans.length === 0) return { ...nothing, state: 'closed' }
  if (likeDays.length < leastLikeDays) return { ...nothing, state: 'fewDays' }
  const opens = clock(spans[0]![0])
  const like = likeDays.at(-1)!
  const here = date === today
  const held = await heldOn(journal, office, like)
  const { byService, ...day } = (await inThread({
    of: 'day',
    known,
    date,
    opens,
    closes: clock(spans.at(-1)![1]),
    booked: given.map(({ serviceId, startsAt }) => ({ service: serviceId, at: clock(startsAt) })),
    counters: plan || set ? countersOf(plan ?? set ?? [], held) : held,
    seconds,
    now: here ? Math.max(opens, clock(now)) : opens,
    waiting: here ? waitingNow(office) : [],
    change: change ? { ...change, from: change.from * 60, to: change.to * 60 } : null,
  })) as DayDone
  return {
    ...nothing,
    ...day,
    state: 'forecast',
    plannedLike: like.date,
    services: settings.services.map(({ serviceId, name }) => ({
      name,
      expected: byService.get(serviceId) ?? 0,
    })),
  }
}

/** In a thread of its own, so that nobody waits for it. @throws when it is stopped by its bounds, or fails */
async function inThread(data: ForecastOrder): Promise<ForecastDone> {
  const given = await apart<ForecastDone>({ program: forecastProgram(), data, ...bounds, leaving: staying })
  if ('done' in given) return given.done
  throw new Error(`the forecast was stopped: ${given.stopped}`)
}

const waitingNow = (office: Office): readonly string[] =>
  [...office.queue].flatMap((id) => office.tickets.get(id)?.serviceId ?? [])

/**
 * The counters of the last like day, as they were held: what is planned until the office says otherwise. Of a day whose
 * counters nobody knows, all of them, through its hours.
 */
async function heldOn(
  journal: Journal,
  office: Office,
  { date, opens, closes }: PackedDay,
): Promise<readonly Planned[]> {
  const { calendar, services, counters } = office.settings!
  const all = services.map(({ serviceId }) => serviceId)
  const past = await pastDay(eventsBetween(journal, localDay(calendar.zone, date)), office)
  const midnight = boundary(calendar.zone, date, 0)
  const clock = (at: Instant) => Math.round((at - midnight) / 1000)
  if (past === null || past.shifts.length === 0)
    return counters.map(() => ({ services: all, from: opens, to: closes }))
  return past.shifts.map((shift) => ({
    services: shift.services ?? all,
    from: clock(shift.from),
    to: clock(shift.to),
  }))
}

/** Learnt once a day: who came each day of a year, how long each service takes, how far the forecast was. */
function learnt(journal: Journal, office: Office, today: LocalDate): Promise<Learnt> {
  const known = learntBy.get(journal)
  if (known?.on === today) return known.learning
  const learning = learn(journal, office, today)
  learntBy.set(journal, { on: today, learning })
  // What failed is tried again by the next one who asks.
  learning.catch(() => learntBy.delete(journal))
  return learning
}

async function learn(journal: Journal, office: Office, today: LocalDate): Promise<Learnt> {
  const { calendar } = office.settings!
  const { zone } = calendar
  const came = new Map<LocalDate, { service: string; at: number }[]>()
  const served = new Map<string, { seconds: number; people: number }>()
  const first = Temporal.PlainDate.from(today).subtract({ days: daysKnown }).toString() as LocalDate
  const span = { from: boundary(zone, first, 0), to: boundary(zone, today, 0) }
  // Visits come in the order of their tickets: a day begins where the one before ends.
  let day = localDay(zone, first)
  for await (const visit of visitsBetween(journal, span)) {
    const { takenAt, serviceId, startedAt, endedAt, state, byHand } = visit
    if (takenAt >= day.to) day = localDay(zone, dateIn(zone, takenAt))
    const arrivals = came.get(day.date) ?? []
    if (arrivals.push({ service: serviceId, at: (takenAt - day.from) / 1000 }) === 1)
      came.set(day.date, arrivals)
    if (state !== 'closed' || byHand || startedAt === null || endedAt === null) continue
    const sum = served.get(serviceId) ?? { seconds: 0, people: 0 }
    const own = Math.max(0, endedAt - startedAt - visit.awayMs - visit.interruptedMs) / 1000
    served.set(serviceId, { seconds: sum.seconds + own, people: sum.people + 1 })
  }
  const days: PastDay[] = []
  for (const [date, arrivals] of came) {
    const midnight = boundary(zone, date, 0)
    const hours = spansAt(calendar, date)
    const opening = hours[0]?.[0] ?? midnight + 1000 * Math.min(...arrivals.map(({ at }) => at))
    const closing = hours.at(-1)?.[1] ?? midnight + 1000 * (1 + Math.max(...arrivals.map(({ at }) => at)))
    const clock = (at: number) => Math.round((at - midnight) / 1000)
    days.push({ date, opens: clock(opening), closes: clock(closing), arrivals })
    // The hours of a year of days take a third of a second: a ticket passes between two of them.
    await nextTurn()
  }
  const known = packed(days)
  const { error } = (await inThread({ of: 'error', known })) as Extract<ForecastDone, { error: unknown }>
  return {
    known,
    seconds: new Map(
      [...served].map(([service, { seconds, people }]) => [service, Math.max(30, seconds / people)]),
    ),
    error,
  }
}
