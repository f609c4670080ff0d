import type { Instant } from '../../contract/ids.ts'
import type { Personal, PersonalChange } from '../decision.ts'
import type { Ticket } from './state.ts'

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
