import { setImmediate as nextTurn } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { Journal } from '../../../db/journal/port.ts'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { addCalendarDays } from '../../../shared/domain/law/time/days.ts'
import { boundary, dateIn, spansAt } from '../../../shared/domain/office/calendar/index.ts'
import type { Office } from '../../../shared/domain/state.ts'
import {
  forecastReach,
  heldOutError,
  leastLikeDays,
  likeDaysOf,
} from '../../../shared/domain/waits/forecast/backtest.ts'
import type { PastDay } from '../../../shared/domain/waits/forecast/days.ts'
import {
  atLeastBooked,
  forecastFrom,
  type HalfHourExpected,
} from '../../../shared/domain/waits/forecast/forecast.ts'
import {
  adviceFor,
  capacityOf,
  expectedWaits,
  withCounter,
  type Planned,
  type StaffedDay,
} from '../../../shared/domain/waits/forecast/staffing.ts'
import type { Reading } from '../core/reading.ts'
import { localDay } from '../history/days.ts'
import { eventsBetween, pastDay } from '../history/pastDay.ts'
import { visitsBetween } from '../history/readHistory.ts'

type Forecast = Output<'waits.forecast'>

/** A year of days tells the season; a fit of them takes a quarter of a second, once a day. */
const daysKnown = 400

type Learnt = {
  readonly days: readonly PastDay[]
  readonly seconds: ReadonlyMap<string, number>
  readonly expectedOn: ReturnType<typeof forecastFrom>
  readonly error: Forecast['error']
}
/** What was learnt up to the eve: the same for everyone who asks that day. */
const learntBy = new WeakMap<Journal, { readonly on: LocalDate; readonly learning: Promise<Learnt> }>()

export const getForecast: Reading<'waits.forecast'> = async ({ date, change }, { journal, office, now }) => {
  const { settings } = office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const { calendar } = settings
  const today = dateIn(calendar.zone, now)
  const { days, seconds, expectedOn, error } = await learnt(journal, office, today)
  const likeDays = likeDaysOf(days, date)
  const given = office.appointments
    .valueSeq()
    .filter(({ startsAt }) => dateIn(calendar.zone, startsAt) === date)
    .toArray()
  const nothing = {
    date,
    appointments: given.length,
    likeDays: likeDays.length,
    plannedLike: null,
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
  const closes = clock(spans.at(-1)![1])
  // Past days count everyone who came, by appointment too: those of a day to come are among them, and no fewer.
  const expected = atLeastBooked(
    expectedOn({ date, opens, closes, appointments: [] }),
    given.map(({ serviceId, startsAt }) => ({ service: serviceId, at: clock(startsAt) })),
    { opens, closes },
  )
  const like = likeDays.at(-1)!
  const here = date === today
  const day: StaffedDay = {
    expected,
    counters: await plannedOn(journal, office, like),
    seconds,
    closes,
    now: here ? Math.max(opens, clock(now)) : opens,
    waiting: here ? waitingNow(office) : [],
  }
  const waits = expectedWaits(day)
  const changed =
    change && expectedWaits(withCounter(day, { ...change, from: change.from * 60, to: change.to * 60 }))
  const advice = adviceFor(day, waits)
  return {
    ...nothing,
    state: 'forecast',
    plannedLike: like.date,
    halfHours: halfHoursOf(expected).map(({ from, ...people }) => ({
      from: from / 60,
      ...people,
      ...capacityOf(day, from),
      wait: rounded(waits.get(from)),
      changedWait: rounded(changed?.get(from)),
    })),
    services: settings.services.map(({ serviceId, name }) => ({
      name,
      expected: expected.reduce((sum, one) => sum + (one.service === serviceId ? one.expected : 0), 0),
    })),
    advice: advice && {
      from: Math.round(advice.from / 60),
      to: Math.round(advice.to / 60),
      without: Math.round(advice.without),
      with: Math.round(advice.with),
    },
  }
}

const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value))

/** All services of a half-hour together; ranges are added, which makes them no narrower than they are. */
function halfHoursOf(expected: readonly HalfHourExpected[]) {
  return [...Map.groupBy(expected, ({ from }) => from)].slice(0, 48).map(([from, those]) => ({
    from,
    expected: those.reduce((sum, one) => sum + one.expected, 0),
    low: those.reduce((sum, one) => sum + one.low, 0),
    high: those.reduce((sum, one) => sum + one.high, 0),
  }))
}

const waitingNow = (office: Office): readonly string[] =>
  [...office.queue].flatMap((id) => office.tickets.get(id)?.serviceId ?? [])

/**
 * The counters of the last like day, as they were held: what is planned until somebody says otherwise. Of a day whose counters
 * nobody knows, all of them, through its hours.
 */
async function plannedOn(
  journal: Journal,
  office: Office,
  { date, opens, closes }: PastDay,
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
  const days = [...came].map(([date, arrivals]): PastDay => {
    const midnight = boundary(zone, date, 0)
    const hours = spansAt(calendar, date)
    const opening = hours[0]?.[0] ?? midnight + 1000 * Math.min(...arrivals.map(({ at }) => at))
    const closing = hours.at(-1)?.[1] ?? midnight + 1000 * (1 + Math.max(...arrivals.map(({ at }) => at)))
    const clock = (at: number) => Math.round((at - midnight) / 1000)
    return { date, opens: clock(opening), closes: clock(closing), arrivals }
  })
  await nextTurn()
  const error = heldOutError(days)
  await nextTurn()
  return {
    days,
    seconds: new Map(
      [...served].map(([service, { seconds, people }]) => [service, Math.max(30, seconds / people)]),
    ),
    expectedOn: forecastFrom(days),
    error,
  }
}
