import type { AppointmentPerson } from '../../contract/appointments/calls.ts'
import type { Office } from '../state.ts'
import type { Appointment } from './state.ts'

/** The name of who is still expected, or waits for their first call; whoever was called is known by their number alone. */
export const nameNow = (
  office: Office,
  { ticketId }: Appointment,
  person: AppointmentPerson | undefined,
): string | null => {
  const ticket = ticketId === null ? undefined : office.tickets.get(ticketId)
  // A call that is taken back never was; back from an absence, or sent on elsewhere, they were called all the same.
  return ticket && ticket.firstCalledAt !== null ? null : (person?.name ?? null)
}
