import { Map } from 'immutable'
import type {
  AppointmentId,
  Instant,
  LocalDate,
  ProcedureId,
  ServiceId,
  TicketId,
  VisitId,
} from '../../contract/ids.ts'
import type { ApiTokenId } from '../../contract/integrations/calls.ts'
import {
  noPlaces,
  type PartnerId,
  type PlaceId,
  type PlaceRequestId,
  type PlacesRule,
} from '../../contract/partners/calls.ts'

/** A place kept for today; `ticketId` once the person is here. */
export type Place = {
  readonly placeId: PlaceId
  /** The question of the office that asked, and its token. */
  readonly requestId: PlaceRequestId
  readonly tokenId: ApiTokenId | null
  readonly serviceId: ServiceId
  readonly procedureId: ProcedureId
  readonly arrivedAt: Instant
  /** Null where an appointment was given instead: it has its own. */
  readonly code: string | null
  readonly appointmentId: AppointmentId | null
  readonly on: LocalDate
  readonly ticketId: TicketId | null
}

/** A place asked of another office today, for a person received here. `asked`: no answer came, there may be one. */
export type PlaceRequest = {
  readonly requestId: PlaceRequestId
  readonly partnerId: PartnerId
  readonly visitId: VisitId
  /** How many requests of the visit had ended: it was asked for the next one. */
  readonly done: number
  readonly procedureId: ProcedureId
  readonly arrivedAt: Instant
  readonly on: LocalDate
  readonly state: 'asked' | 'kept' | 'givenUp' | 'returned'
}

export type Elsewhere = {
  readonly rule: PlacesRule
  readonly places: Map<PlaceId, Place>
  /** Questions given up before they came, by their day. */
  readonly withdrawn: Map<PlaceRequestId, LocalDate>
  readonly asked: Map<PlaceRequestId, PlaceRequest>
}
export const nothingElsewhere: Elsewhere = { rule: noPlaces, places: Map(), withdrawn: Map(), asked: Map() }

/** How many places were given on this date. */
export const placesOn = ({ elsewhere }: { readonly elsewhere: Elsewhere }, date: LocalDate): number =>
  elsewhere.places.count(({ on }) => on === date)
