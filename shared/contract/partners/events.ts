import { z } from 'zod'
import { AppointmentId, CounterId, Instant, ProcedureId, ServiceId, TicketId, VisitId } from '../ids.ts'
import { ApiTokenId } from '../integrations/calls.ts'
import { PlacesRule, PlaceRequestId, PartnerId, PlaceQuestion, placeReturns } from './calls.ts'
import { PlaceId } from '../appointments/keptPlace.ts'

/** What other offices asked of this one, and what this one asked of others. */
export const partnersEvents = {
  placesSet: { v: 1, data: z.strictObject({ rule: PlacesRule }) },
  /** A place kept for who comes from another office; with an appointment, its hour is that one's. */
  placeKept: {
    v: 1,
    data: z.strictObject({
      placeId: PlaceId,
      /** Of the office that asked; null for the folder's own token. */
      tokenId: ApiTokenId.nullable(),
      serviceId: ServiceId,
      procedureId: ProcedureId,
      /** When the person arrived where they were first. */
      arrivedAt: Instant,
      code: z.string().nullable(),
      appointmentId: AppointmentId.nullable(),
    }),
  },
  /** The office that asked gave it back, before anybody came with it; null where the question itself had not come yet. */
  placeWithdrawn: {
    v: 1,
    data: z.strictObject({ placeId: PlaceId.nullable(), requestId: PlaceRequestId }),
  },
  /** The person whom a place was kept for is here, with this ticket: it waits at the rank of their first arrival. */
  placeTaken: { v: 1, data: z.strictObject({ placeId: PlaceId, ticketId: TicketId }) },
  /** A place is about to be asked elsewhere for the person received: whatever becomes of the answer, the question is known. */
  placeAsking: {
    v: 1,
    data: z.strictObject({
      requestId: PlaceRequestId,
      ticketId: TicketId,
      visitId: VisitId,
      counterId: CounterId,
      partnerId: PartnerId,
      ...PlaceQuestion.shape,
    }),
  },
  /** Nobody wants what was asked any more: it is to be given back. */
  placeGivenUp: { v: 1, data: z.strictObject({ requestId: PlaceRequestId }) },
  /** What became of it there. */
  placeReturned: {
    v: 1,
    data: z.strictObject({ requestId: PlaceRequestId, how: z.enum(placeReturns) }),
  },
  /** A place was asked elsewhere for the person received: what it is, their papers alone say. */
  placeAsked: {
    v: 1,
    data: z.strictObject({
      ticketId: TicketId,
      visitId: VisitId,
      counterId: CounterId,
      partnerId: PartnerId,
      answer: z.enum(['kept', 'refused', 'unreachable']),
      placeId: PlaceId.nullable(),
    }),
  },
} as const
