import type { DayId, LocalDate, Instant } from '../../contract/ids.ts'

export type Day = {
  readonly dayId: DayId
  readonly date: LocalDate
  readonly openedAt: Instant
  readonly closesAt: Instant | null
}
