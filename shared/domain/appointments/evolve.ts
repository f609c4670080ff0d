import type { Evolve, Evolutions } from '../decision.ts'
import { expected, type Appointment } from './state.ts'

/** Whoever is here keeps what they came with; what has them again lacks them no more. */
const hereAgain = (appointment: Appointment): Appointment => {
  const { goneOutside: _, ...here } = appointment
  return here
}

const evolveAppointments: Evolve = (office, { event }) => {
  switch (event.type) {
    case 'appointmentsImported':
      return {
        ...office,
        appointments: office.appointments.withMutations((all) => {
          for (const facts of event.data.appointments) {
            const before = all.get(facts.appointmentId)
            all.set(facts.appointmentId, before?.state === 'here' ? hereAgain(before) : expected(facts))
          }
        }),
      }
    case 'appointmentsFollowed':
      return {
        ...office,
        appointments: office.appointments.withMutations((all) => {
          for (const facts of event.data.appointments) {
            const before = all.get(facts.appointmentId)
            if (before?.state === 'here') {
              all.set(facts.appointmentId, hereAgain(before))
              continue
            }
            all.set(facts.appointmentId, {
              ...expected(facts),
              followedBy: event.data.sourceId,
              ...(before?.given ? { given: true } : {}),
            })
          }
        }),
      }
    case 'appointmentGoneOutside': {
      const { appointmentId } = event.data
      const appointment = office.appointments.get(appointmentId)
      if (!appointment) return office
      return {
        ...office,
        appointments: office.appointments.set(appointmentId, { ...appointment, goneOutside: true }),
      }
    }
    // What the source had is the office's own from now on, until one has it again.
    case 'appointmentSourceSet': {
      const { sourceId, kind } = event.data
      const { [sourceId]: _, ...others } = office.appointmentSources
      return {
        ...office,
        appointmentSources: kind === null ? others : { ...others, [sourceId]: kind },
        appointments: office.appointments.map((one) => {
          if (one.followedBy !== sourceId) return one
          const { followedBy: __, ...own } = one
          return own
        }),
      }
    }
    case 'appointmentBooked': {
      const { appointment } = event.data
      return {
        ...office,
        appointments: office.appointments.set(appointment.appointmentId, {
          ...expected(appointment),
          given: true,
        }),
      }
    }
    case 'appointmentMoved': {
      const { appointmentId, startsAt } = event.data
      const before = office.appointments.get(appointmentId)
      if (!before) return office
      const { movedFrom = before.startsAt, ...rest } = before
      const moved = { ...rest, startsAt, ...(movedFrom === startsAt ? {} : { movedFrom }) }
      return { ...office, appointments: office.appointments.set(appointmentId, moved) }
    }
    case 'appointmentCancelled':
      return { ...office, appointments: office.appointments.delete(event.data.appointmentId) }
    // The host alone works by it.
    case 'coordinationSet':
    case 'slotSearchSet':
      return office
    default:
      return undefined
  }
}

/** Each event of appointments, and what it changes in the office. */
export const appointmentsEvolutions = {
  appointmentsImported: evolveAppointments,
  appointmentBooked: evolveAppointments,
  appointmentMoved: evolveAppointments,
  appointmentCancelled: evolveAppointments,
  appointmentsFollowed: evolveAppointments,
  appointmentGoneOutside: evolveAppointments,
  appointmentSourceSet: evolveAppointments,
  coordinationSet: evolveAppointments,
  slotSearchSet: evolveAppointments,
} satisfies Evolutions
