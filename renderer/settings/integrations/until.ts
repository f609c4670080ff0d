import { LocalDate, type Instant } from '../../../shared/contract/ids.ts'
import { instantOf } from '../../../shared/domain/office/calendar/index.ts'

/** The last instant of a day in the office's zone, excluded; undefined when what was typed is no day. */
export function endOfDay(zone: string, typed: string): Instant | undefined {
  const day = LocalDate.safeParse(typed)
  return day.success ? instantOf(zone, day.data, 1440) : undefined
}
