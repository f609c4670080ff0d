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

/** One day of the calendar. */
export const localDay = (zone: string, date: LocalDate): LocalDay => ({
  date,
  from: boundary(zone, date, 0),
  noon: boundary(zone, date, 720),
  to: boundary(zone, date, 1440),
})

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
