import { Map } from 'immutable'
import type { Instant, LocalDate, ProcedureId, ServiceId, TicketId } from '../contract/ids.ts'
import { noPlaces, type PlaceId, type PlacesRule } from '../contract/town.ts'

/** A place kept for today; `ticketId` once the person is here. */
export type Place = {
  readonly placeId: PlaceId
  readonly serviceId: ServiceId
  readonly procedureId: ProcedureId
  readonly arrivedAt: Instant
  /** Null where an appointment was given instead: it has its own. */
  readonly code: string | null
  readonly on: LocalDate
  readonly ticketId: TicketId | null
}
export type Elsewhere = { readonly rule: PlacesRule; readonly places: Map<PlaceId, Place> }
export const nothingElsewhere: Elsewhere = { rule: noPlaces, places: Map() }

/** How many places were given on this date. */
export const placesOn = ({ elsewhere }: { readonly elsewhere: Elsewhere }, date: LocalDate): number =>
  elsewhere.places.count(({ on }) => on === date)
