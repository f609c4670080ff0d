import { z } from 'zod'
import { AppointmentId, Instant, TicketId } from '../ids.ts'
import { AppointmentFacts } from './calls.ts'
import { SourceId, SourceKind } from './sources.ts'

/** Appointments that the office gives, imports or follows. */
export const appointmentsEvents = {
  appointmentsImported: { v: 1, data: z.strictObject({ appointments: z.array(AppointmentFacts) }) },
  appointmentBooked: {
    v: 1,
    data: z.strictObject({ appointment: AppointmentFacts, ticketId: TicketId.nullable() }),
  },
  /** One that the office gave, to another hour. */
  appointmentMoved: {
    v: 1,
    data: z.strictObject({ appointmentId: AppointmentId, startsAt: Instant }),
  },
  appointmentCancelled: { v: 1, data: z.strictObject({ appointmentId: AppointmentId }) },
  /** As a followed source has them: new ones, and those that changed. */
  appointmentsFollowed: {
    v: 2,
    data: z.strictObject({ sourceId: SourceId, appointments: z.array(AppointmentFacts) }),
  },
  /** Its person is here, and the source, or a file, has it no more; until one has it again. */
  appointmentGoneOutside: { v: 1, data: z.strictObject({ appointmentId: AppointmentId }) },
  /** What a source is from now on; null: it is followed no more. Its address is a file of the host. */
  appointmentSourceSet: {
    v: 2,
    data: z.strictObject({ sourceId: SourceId, kind: SourceKind.nullable() }),
  },
  /** Whether numbers are checked with the national service, and appointments declared to it. Its address is a file of the host. */
  coordinationSet: { v: 1, data: z.strictObject({ on: z.boolean() }) },
  /** Whether the national search of slots is answered. What it is told is a file of the host. */
  slotSearchSet: { v: 1, data: z.strictObject({ on: z.boolean() }) },
} as const
