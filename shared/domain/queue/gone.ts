import type { Instant, TicketId } from '../../contract/ids.ts'
import type { Personal, PersonalChange } from '../decision.ts'
import type { Ticket } from './state.ts'

// What a person left, erased once no act of the day needs it: a call or an end of visit that is taken back needs it again.

/**
 * The name of an appointment, erased where there is one: once the passage of whoever was called has ended, received or not.
 * Until then they may wait again, and a file that has them again brings nobody. Who was never called, or is absent, may still
 * come back: their name goes with the day. So does what the end of a visit leaves until it can't be taken back (`setAside`).
 */
export const nameGone = (
  { appointments }: Pick<Personal, 'appointments'>,
  { appointmentId: id, firstCalledAt }: Pick<Ticket, 'appointmentId' | 'firstCalledAt'>,
  at: Instant,
): readonly PersonalChange[] => {
  const person = id === null ? undefined : appointments.get(id)
  return id === null || firstCalledAt === null || !person || person.name === null
    ? []
    : [{ op: 'put', kind: 'appointment', id, value: { ...person, name: null }, at }]
}

/**
 * The number or the address left for a notice, erased where there is one: once it is sent, at the end of the passage, at the
 * day's end. Whoever is called has no notice to come, and has it again when the call is taken back.
 */
export const noticeGone = ({ notices }: Pick<Personal, 'notices'>, id: TicketId): readonly PersonalChange[] =>
  notices.has(id) ? [{ op: 'drop', kind: 'notice', id }] : []

/** A passage that ended for good: nothing takes it back. */
export const passageGone = (
  personal: Pick<Personal, 'appointments' | 'notices'>,
  ticket: Pick<Ticket, 'ticketId' | 'appointmentId' | 'firstCalledAt'>,
  at: Instant,
): readonly PersonalChange[] => [...noticeGone(personal, ticket.ticketId), ...nameGone(personal, ticket, at)]
