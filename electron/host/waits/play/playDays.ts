import { Temporal } from 'temporal-polyfill'
import type { LocalDate, ServiceId } from '../../../../shared/contract/ids.ts'
import { Priority } from '../../../../shared/contract/queue/rules.ts'
import { CallCode } from '../../../../shared/contract/queue/reasons.ts'
import { boundary, spansAt } from '../../../../shared/domain/core/calendar/index.ts'
import { heldOutError, type ForecastError } from '../../../../shared/domain/waits/forecast/backtest.ts'
import type { PastDay } from '../../../../shared/domain/waits/forecast/days.ts'
import { drawnDay } from './drawn.ts'
import type { DayPlan } from '../../history/dayPlan.ts'
import { learning } from './learning.ts'
import { groundOf, measured, type Measured, type OfDay } from './measured.ts'
import type { FiledOffice } from './officeFile.ts'
import { playDay } from './playDay.ts'
import { playedOffice } from './playedOffice.ts'

/** What so many days of an office give. Durations in seconds. */
export type DaysPlayed = {
  readonly seed: number
  readonly days: readonly (Pick<Measured, 'people' | 'received' | 'left' | 'absent' | 'unserved'> & {
    readonly date: LocalDate
    readonly median: number | null
    readonly p90: number | null
    readonly longest: number | null
  })[]
  readonly all: Measured
  readonly services: readonly (Measured & { readonly serviceId: ServiceId })[]
  readonly grounds: readonly (Measured & { readonly ground: Priority | 'none' })[]
  /** Calls before someone who came earlier: how many, and how many people they left behind in all. */
  /** The forecast learnt from the first of these days, judged on the last ones; null where they are too few. */
  readonly forecast: ForecastError | null
  readonly overtakes: readonly { readonly code: CallCode; readonly calls: number; readonly people: number }[]
}

/** A closed year: an office that opens no day in it never does. */
const longestClosing = 400

/**
 * Plays so many opening days of an office, one after another, through its real decisions; the wait model learns from
 * one day to the next. The same office and seed give the same figures. Undefined when it never opens.
 */
export function playDays(office: FiledOffice, count: number, seed: number): DaysPlayed | undefined {
  const learnt = learning()
  const played = playedOffice(office.settings, learnt.waits)
  const days: { date: LocalDate; visited: OfDay[] }[] = []
  const overtakes = new Map<CallCode, { calls: number; people: number }>()
  let date = Temporal.PlainDate.from(office.arrivals.from)
  const came: PastDay[] = []
  let closed = 0
  while (days.length < count) {
    const plan = drawnDay(office, date.toString() as LocalDate, seed, days.length)
    if (plan) {
      came.push(dayOf(office, date.toString() as LocalDate, plan))
      const acts = playDay(played, plan)
      let act = acts.next()
      for (; !act.done; act = acts.next()) learnt.learn(act.value)
      const { visited, endedAt, overtakes: today } = act.value
      days.push({
        date: date.toString() as LocalDate,
        visited: visited.map((one) => ({ ...one, endedAt })),
      })
      for (const [code, { calls, people }] of today) {
        const sum = overtakes.get(code) ?? { calls: 0, people: 0 }
        overtakes.set(code, { calls: sum.calls + calls, people: sum.people + people })
      }
      closed = 0
    } else if (++closed > longestClosing) return undefined
    date = date.add({ days: 1 })
  }
  const all = days.flatMap(({ visited }) => visited)
  return {
    seed,
    days: days.map(({ date: on, visited }) => {
      const { people, received, left, absent, unserved, wait } = measured(visited)
      const { median, p90, longest } = wait
      return { date: on, people, received, left, absent, unserved, median, p90, longest }
    }),
    all: measured(all),
    services: office.settings.services.map(({ serviceId }) => ({
      serviceId,
      ...measured(all.filter(({ ticket }) => ticket.serviceId === serviceId)),
    })),
    grounds: [...Priority.options, 'none' as const].map((ground) => ({
      ground,
      ...measured(all.filter((one) => groundOf(one) === ground)),
    })),
    forecast: heldOutError(came),
    overtakes: CallCode.options.flatMap((code) => {
      const sum = overtakes.get(code)
      return sum ? [{ code, ...sum }] : []
    }),
  }
}

/** Who came on a day, as a forecast learns it. */
function dayOf({ settings }: FiledOffice, date: LocalDate, { people }: DayPlan): PastDay {
  const midnight = boundary(settings.calendar.zone, date, 0)
  const clock = (at: number) => Math.round((at - midnight) / 1000)
  const hours = spansAt(settings.calendar, date)
  return {
    date,
    opens: clock(hours[0]?.[0] ?? midnight),
    closes: clock(hours.at(-1)?.[1] ?? midnight + 86_400_000),
    arrivals: people.map(({ serviceId, arrivesAt }) => ({ service: serviceId, at: clock(arrivesAt) })),
  }
}
