import type { AppointmentPerson } from '../../contract/appointments/calls.ts'
import type { AppointmentId, Instant } from '../../contract/ids.ts'
import type { Personal, PersonalChange } from '../decision.ts'
import type { Office } from '../state.ts'
import type { Appointment } from './state.ts'

/** The name of who is still expected, or waits for their call; whoever was called is known by their number alone. */
export const nameNow = (
  office: Office,
  { ticketId }: Appointment,
  person: AppointmentPerson | undefined,
): string | null => {
  const ticket = ticketId === null ? undefined : office.tickets.get(ticketId)
  return ticket?.visit ? null : (person?.name ?? null)
}

/**
 * The name of an appointment, erased where there is one: once what its holder came for has ended. A call can be taken back
 * until then, and whoever waits again is still known by their name.
 */
export const nameGone = (
  { appointments }: Pick<Personal, 'appointments'>,
  id: AppointmentId | null,
  at: Instant,
): readonly PersonalChange[] => {
  const person = id === null ? undefined : appointments.get(id)
  return id === null || !person || person.name === null
    ? []
    : [{ op: 'put', kind: 'appointment', id, value: { ...person, name: null }, at }]
}
