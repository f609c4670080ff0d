import { Map } from 'immutable'
import type { Instant, LocalDate, ProcedureId, VisitId } from '../../contract/ids.ts'
import {
  noPlaces,
  type PartnerId,
  type PlaceRequestId,
  type PlacesRule,
} from '../../contract/partners/calls.ts'
import type { PlaceId } from '../../contract/appointments/keptPlace.ts'
import type { Place } from '../appointments/state.ts'

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

export type Partners = {
  readonly rule: PlacesRule
  readonly places: Map<PlaceId, Place>
  /** Questions given up before they came, by their day. */
  readonly withdrawn: Map<PlaceRequestId, LocalDate>
  readonly asked: Map<PlaceRequestId, PlaceRequest>
}
export const noPartners: Partners = { rule: noPlaces, places: Map(), withdrawn: Map(), asked: Map() }

/** How many places were given on this date. */
export const placesOn = ({ partners }: { readonly partners: Partners }, date: LocalDate): number =>
  partners.places.count(({ on }) => on === date)
