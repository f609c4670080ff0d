import type { AppointmentFacts } from '../../contract/appointments/calls.ts'
import type { Instant, TicketId } from '../../contract/ids.ts'

/** An appointment of today or later. */
export type Appointment = AppointmentFacts & {
  readonly state: 'expected' | 'here'
  readonly ticketId: TicketId | null
  /** It is kept in a source that the office follows: cancelled there, not here. */
  readonly followed?: boolean
  /** The office gave it: it is cancelled here, and its calendar told. */
  readonly given?: true
  /** Moved here, while its calendar still says this hour. */
  readonly movedFrom?: Instant
  /** The source has it no more, though its person is here. */
  readonly goneOutside?: true
}

export const expected = (facts: AppointmentFacts): Appointment => ({
  ...facts,
  state: 'expected',
  ticketId: null,
})
