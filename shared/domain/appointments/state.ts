import type { AppointmentFacts } from '../../contract/appointments/calls.ts'
import type { TicketId } from '../../contract/ids.ts'

/** An appointment of today or later. */
export type Appointment = AppointmentFacts & {
  readonly state: 'expected' | 'here'
  readonly ticketId: TicketId | null
}

export const expected = (facts: AppointmentFacts): Appointment => ({
  ...facts,
  state: 'expected',
  ticketId: null,
})
