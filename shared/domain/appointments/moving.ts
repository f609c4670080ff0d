import type { Decide } from '../decision.ts'
import { serviceOf } from '../state.ts'
import { appointmentPaper } from './bookings.ts'
import { isSlotFree, mayAgreeOn } from './slots.ts'

/** An appointment of the office's own goes to another free hour; its own is free for it. */
export const moveAppointment: Decide<'appointment.move'> = (office, { appointmentId, startsAt }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const appointment = office.appointments.get(appointmentId)
  if (!appointment) return { refusal: 'unknownAppointment' }
  if (appointment.state === 'here') return { refusal: 'appointmentAlreadyHere' }
  // What a file or a source gave is moved where it is kept.
  if (!appointment.given) return { refusal: 'appointmentKeptElsewhere' }
  if (startsAt <= context.now) return { refusal: 'timeInPast' }
  const { serviceId } = appointment
  const without = { ...office, appointments: office.appointments.delete(appointmentId) }
  const free =
    serviceOf(office, serviceId)?.slotMinutes == null
      ? mayAgreeOn(without, serviceId, startsAt, context.now)
      : isSlotFree(without, serviceId, startsAt, context.now)
  if (!free) return { refusal: 'slotTaken' }
  const person = context.personal.appointments.get(appointmentId)
  return {
    events: [{ type: 'appointmentMoved', data: { appointmentId, startsAt } }],
    // Kept for so long after its own hour.
    personal: person
      ? [{ op: 'put', kind: 'appointment', id: appointmentId, value: person, at: startsAt }]
      : [],
    jobs: person ? appointmentPaper(office, { ...appointment, startsAt, code: person.code }, context) : [],
    output: { startsAt },
  }
}
