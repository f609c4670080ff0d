import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { boundary } from '../../../shared/domain/core/calendar/index.ts'

/** A calendar day in the office's zone: 23 or 25 hours long when the hour changes. `to` is the next day's first instant. */
export type LocalDay = {
  readonly date: LocalDate
  readonly from: Instant
  readonly noon: Instant
  readonly to: Instant
}

/** A period has so many days at most: a year, and a month to compare it with. */
const longest = 400

/** So many days are kept: those of two periods, each with the years that it is in. */
const most = 2000
const kept = new Map<string, LocalDay>()

/** One day of the calendar. It asks the calendar three times, for days that every reading of a year has: it is kept. */
export function localDay(zone: string, date: LocalDate): LocalDay {
  const name = `${zone} ${date}`
  const known = kept.get(name)
  if (known !== undefined) return known
  if (kept.size === most) kept.clear()
  const day = {
    date,
    from: boundary(zone, date, 0),
    noon: boundary(zone, date, 720),
    to: boundary(zone, date, 1440),
  }
  kept.set(name, day)
  return day
}

/** The days of a period, both dates included; undefined when it ends before it begins, or is too long. */
export function daysBetween(
  zone: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): readonly LocalDay[] | undefined {
  const first = Temporal.PlainDate.from(from)
  const count = first.until(Temporal.PlainDate.from(to)).days + 1
  if (count < 1 || count > longest) return undefined
  return Array.from({ length: count }, (_, days) =>
    localDay(zone, first.add({ days }).toString() as LocalDate),
  )
}
