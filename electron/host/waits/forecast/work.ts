import type { LocalDate } from '../../../../shared/contract/ids.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import { heldOutError, type ForecastError } from '../../../../shared/domain/waits/forecast/backtest.ts'
import {
  allServices,
  atLeastBooked,
  forecastFrom,
} from '../../../../shared/domain/waits/forecast/forecast.ts'
import {
  adviceFor,
  capacityOf,
  expectedWaits,
  withCounter,
  type Planned,
  type StaffedDay,
} from '../../../../shared/domain/waits/forecast/staffing.ts'
import type { Coming } from '../../../../shared/domain/waits/forecast/days.ts'
import { unpacked, type PackedDays } from './packed.ts'

type Forecast = Output<'waits.forecast'>

/** A day to come, and what is planned for it; times in seconds since midnight. */
type DayOrder = {
  readonly of: 'day'
  readonly known: PackedDays
  readonly date: LocalDate
  readonly opens: number
  readonly closes: number
  /** Who has an appointment given for that day. */
  readonly booked: readonly Coming[]
  readonly counters: readonly Planned[]
  readonly seconds: ReadonlyMap<string, number>
  readonly now: number
  readonly waiting: readonly string[]
  readonly change: { readonly from: number; readonly to: number; readonly counters: 1 | -1 } | null
}
/** What is asked of the thread: a day, or how far the forecast was on days that were held out. */
export type ForecastOrder = DayOrder | { readonly of: 'error'; readonly known: PackedDays }

export type DayDone = Pick<Forecast, 'halfHours' | 'advice'> & {
  readonly byService: ReadonlyMap<string, number>
}
export type ForecastDone = DayDone | { readonly error: ForecastError | null }

/** All that takes long in a forecast. */
export function forecastDone(order: ForecastOrder): ForecastDone {
  const days = unpacked(order.known)
  return order.of === 'error' ? { error: heldOutError(days) } : dayDone(order, forecastFrom(days))
}

function dayDone(order: DayOrder, expectedOn: ReturnType<typeof forecastFrom>): DayDone {
  const { date, opens, closes, change } = order
  // Past days count everyone who came, by appointment too: those of a day to come are among them, and no fewer.
  const expected = atLeastBooked(expectedOn({ date, opens, closes, appointments: [] }), order.booked, {
    opens,
    closes,
  })
  const day: StaffedDay = { ...order, expected }
  const waits = expectedWaits(day)
  const changed = change && expectedWaits(withCounter(day, change))
  const advice = adviceFor(day, waits)
  const byService = new Map<string, number>()
  for (const one of expected) byService.set(one.service, (byService.get(one.service) ?? 0) + one.expected)
  return {
    halfHours: allServices(expected)
      .slice(0, 48)
      .map(({ from, ...people }) => ({
        from: from / 60,
        ...people,
        ...capacityOf(day, from),
        wait: rounded(waits.get(from)),
        changedWait: rounded(changed?.get(from)),
      })),
    byService,
    advice: advice && {
      from: Math.round(advice.from / 60),
      to: Math.round(advice.to / 60),
      without: Math.round(advice.without),
      with: Math.round(advice.with),
    },
  }
}

const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value))
