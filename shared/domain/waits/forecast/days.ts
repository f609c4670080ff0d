import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../../contract/ids.ts'
import { holidays } from '../../core/calendar/holidays.ts'

/** A day that was: when the office received, in seconds since midnight, and who came when. A day that is not there was closed. */
export type PastDay = {
  readonly date: LocalDate
  readonly opens: number
  readonly closes: number
  readonly arrivals: readonly Coming[]
}
export type Coming = { readonly service: string; readonly at: number }

/** What a date says of how many come. */
export type DayFeatures = {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  /** Years from the first day known. */
  readonly years: number
  /** Months from the first day known. */
  readonly months: number
  readonly yearShare: number
  readonly dayOfMonth: number
  /** Which open day of its month it is, from 1. */
  readonly openOfMonth: number
  /** The office's last usual day before it was a holiday, or was closed. */
  readonly afterClosed: boolean
  /** The next usual day after this one is a holiday. */
  readonly beforeHoliday: boolean
}

/** So far back is a usual day looked for. */
const longestClosed = 10

const dated = (date: Temporal.PlainDate) => date.toString() as LocalDate

/** Of how many of the weeks known a weekday was open, for it to be a usual one. */
const usualShare = 0.5

/** Reads dates against the days that are known: which weekdays are usual, which were closed. */
export function calendarOf(days: readonly Pick<PastDay, 'date'>[]): (date: LocalDate) => DayFeatures {
  const open = new Set<string>(days.map(({ date }) => date))
  const sorted = [...open].toSorted()
  const first = Temporal.PlainDate.from(sorted.at(0) ?? '2000-01-03')
  const last = Temporal.PlainDate.from(sorted.at(-1) ?? '2000-01-03')
  const weeks = Math.max(1, first.until(last).days / 7)
  const counts = new Map<number, number>()
  for (const date of sorted) {
    const { dayOfWeek } = Temporal.PlainDate.from(date)
    counts.set(dayOfWeek, (counts.get(dayOfWeek) ?? 0) + 1)
  }
  const isUsual = (date: Temporal.PlainDate) => (counts.get(date.dayOfWeek) ?? 0) >= usualShare * weeks
  const years = new Map<number, ReadonlySet<string>>()
  const isHoliday = (date: Temporal.PlainDate) => {
    const known = years.get(date.year) ?? new Set(holidays(date.year, 'metropole'))
    years.set(date.year, known)
    return known.has(date.toString())
  }
  /** A usual day on which nobody was received: known to be closed, or a holiday to come. */
  const wasClosed = (date: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(date, first) >= 0 && Temporal.PlainDate.compare(date, last) <= 0
      ? !open.has(dated(date))
      : isHoliday(date)
  const usualFrom = (date: Temporal.PlainDate, step: 1 | -1) => {
    let other = date.add({ days: step })
    for (let k = 0; k < longestClosed && !isUsual(other); k++) other = other.add({ days: step })
    return other
  }
  return (text) => {
    const date = Temporal.PlainDate.from(text)
    let openOfMonth = 1
    for (
      let before = date.with({ day: 1 });
      Temporal.PlainDate.compare(before, date) < 0;
      before = before.add({ days: 1 })
    )
      if (isUsual(before) && !wasClosed(before)) openOfMonth += 1
    const next = usualFrom(date, 1)
    return {
      weekday: date.dayOfWeek,
      years: first.until(date).days / 365.25,
      months: (date.year - first.year) * 12 + date.month - first.month,
      yearShare: (date.dayOfYear - 1) / date.daysInYear,
      dayOfMonth: date.day,
      openOfMonth,
      afterClosed: wasClosed(usualFrom(date, -1)),
      beforeHoliday: isHoliday(next),
    }
  }
}
