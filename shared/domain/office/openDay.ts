import type { Instant } from '../../contract/ids.ts'
import { dateIn, isPastBusinessDay } from './calendar/index.ts'
import { zoneOf, type Office } from '../state.ts'

/** A night session (a count of votes, a crisis unit) is of the day that it began, until this hour of the next, in milliseconds. */
const night = 4 * 3_600_000
/** No day lasts so long before it could be over: the calendar isn't asked at each ticket. */
const shortest = 4 * 3_600_000

/** Whether the day was left open past its night: no number is given in it any more, the new day is to be opened. */
export function isDayOver(office: Office, now: Instant): boolean {
  const { day } = office
  if (day === null || now - day.openedAt < shortest) return false
  const zone = zoneOf(office)
  return isPastBusinessDay(day.date, (now - night) as Instant, zone) && dateIn(zone, now) > day.date
}
