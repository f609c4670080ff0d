import type { Decisions } from '../decision.ts'
import { followAppointments, noteSource } from './following.ts'
import { importAppointments } from './importing.ts'
import { keepPreApplications, noteCoordination, noteSlotSearch, setNumbers } from './preApplications.ts'
import { arriveAppointment } from './arriving.ts'
import { bookAppointment, cancelAppointment, moveAppointment } from './bookings.ts'

/** Each command of appointments, and what decides it. */
export const appointmentsDecisions = {
  'appointment.import': importAppointments,
  'appointment.arrive': arriveAppointment,
  'appointment.book': bookAppointment,
  'appointment.move': moveAppointment,
  'appointment.cancel': cancelAppointment,
  'appointment.follow': followAppointments,
  'source.note': noteSource,
  'appointment.setNumbers': setNumbers,
  'coordination.note': noteCoordination,
  'slotSearch.note': noteSlotSearch,
  'preApplication.keep': keepPreApplications,
} satisfies Decisions
