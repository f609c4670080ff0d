import { z } from 'zod'
import { AppointmentId, CounterId, Instant, TicketId } from '../ids.ts'
import { identityKinds } from '../visit/sheet.ts'
import { Capacity } from '../law/assessment.ts'
import { LessonId, Situation } from './calls.ts'

export const trainingEvents = {
  /** Who comes and when, on the training clock; a null situation is a person like any other, so that there is a line. */
  lessonBegun: {
    v: 1,
    data: z.strictObject({
      lessonId: LessonId,
      counterId: CounterId,
      arrivals: z
        .array(
          z.strictObject({
            situation: Situation.nullable(),
            at: Instant,
            /** The one that they come late to; its hour is past when they do. */
            appointmentId: AppointmentId.optional(),
          }),
        )
        .min(1)
        .max(40),
    }),
  },
  /** One of them took this ticket; `arrival` is their place in the day. */
  lessonArrived: {
    v: 1,
    data: z.strictObject({ lessonId: LessonId, arrival: z.int().min(0), ticketId: TicketId }),
  },
  /** What the sheet of an invented person says of them, each time that it changes and as their visit ends: no other fact tells it. */
  lessonSheetSeen: {
    v: 1,
    data: z.strictObject({
      ticketId: TicketId,
      capacity: Capacity.nullable(),
      identity: z.enum(identityKinds).nullable(),
      /** Pieces noted as missing; earlier versions did not say it. */
      missing: z.int().min(0).optional(),
    }),
  },
} as const
