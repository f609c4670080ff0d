import { Temporal } from 'temporal-polyfill'
import type { PastDay } from './days.ts'
import { forecastFrom, halfHour } from './forecast.ts'

/** Like days that a forecast needs: below, none is said. */
export const leastLikeDays = 4
/** A day further than so many is too far to be told from the season alone. */
export const forecastReach = 60
/** Days held out, at most; and how many days have to be known before them. */
const heldOut = 20
const leastKnown = 20
/** The usual mean is of so many of the same weekday. */
const usualDays = 8

const weekdayOf = (date: string) => Temporal.PlainDate.from(date).dayOfWeek

/** Past days of the same weekday. */
export const likeDaysOf = <T extends Pick<PastDay, 'date'>>(days: readonly T[], date: string): readonly T[] =>
  days.filter((day) => day.date < date && weekdayOf(day.date) === weekdayOf(date))

const countIn = ({ arrivals }: PastDay, service: string, from: number): number =>
  arrivals.filter((one) => one.service === service && one.at >= from && one.at < from + halfHour).length

/** How far a forecast was from who came, in people by half-hour and service (mean absolute error); and the usual mean. */
export type ForecastError = { readonly days: number; readonly people: number; readonly usual: number }

/**
 * The forecast judged on the last days, held out: it learns those before them alone, as does the mean of the same weekday.
 * Null where too few days are known for both to say something.
 */
export function heldOutError(known: readonly PastDay[]): ForecastError | null {
  const days = known.toSorted((one, other) => (one.date < other.date ? -1 : 1))
  const count = Math.min(heldOut, days.length - leastKnown)
  if (count < 1) return null
  const before = days.slice(0, -count)
  const expectedOn = forecastFrom(before)
  let judged = 0
  let cells = 0
  let error = 0
  let usual = 0
  for (const day of days.slice(-count)) {
    const like = likeDaysOf(before, day.date).slice(-usualDays)
    if (like.length < leastLikeDays) continue
    judged++
    for (const { service, from, expected } of expectedOn({ ...day, appointments: [] })) {
      const came = countIn(day, service, from)
      const mean = like.reduce((sum, one) => sum + countIn(one, service, from), 0) / like.length
      cells++
      error += Math.abs(expected - came)
      usual += Math.abs(mean - came)
    }
  }
  return cells === 0 ? null : { days: judged, people: error / cells, usual: usual / cells }
}
