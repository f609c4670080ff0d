import type { PlaceRequestId } from '../../contract/partners/calls.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Evolve, Evolutions } from '../decision.ts'
import { evolveAsked } from './wanted.ts'
import type { Partners } from './state.ts'
import type { Place } from '../appointments/state.ts'
import { movedInLine } from '../queue/line.ts'
import { zoneOf, type Office } from '../state.ts'
import { rankAt } from '../queue/provisional.ts'

const evolveElsewhere: Evolve = (office, recorded) => {
  const { event, at, commandId } = recorded
  const { partners } = office
  const next = (changed: Partial<Partners>): Office => ({
    ...office,
    partners: { ...partners, ...changed },
  })
  switch (event.type) {
    case 'placesSet':
      return next({ rule: event.data.rule })
    case 'placeKept': {
      const on = dateIn(zoneOf(office), at)
      // The question's own id is the command's: the office that asked keeps it, and gives the place back by it.
      const requestId = commandId as string as PlaceRequestId
      const place: Place = { ...event.data, requestId, on, ticketId: null }
      const places = partners.places.filter((one) => one.on === on)
      // Given up while it was on its way: nobody has its code.
      return next({ places: partners.withdrawn.has(requestId) ? places : places.set(place.placeId, place) })
    }
    case 'placeWithdrawn': {
      const { placeId, requestId } = event.data
      if (placeId !== null) return next({ places: partners.places.delete(placeId) })
      const on = dateIn(zoneOf(office), at)
      return next({ withdrawn: partners.withdrawn.filter((day) => day === on).set(requestId, on) })
    }
    case 'placeTaken': {
      const { placeId, ticketId } = event.data
      const place = partners.places.get(placeId)
      const ticket = office.tickets.get(ticketId)
      if (!place || ticket?.state !== 'waiting') return office
      const { arrivedAt } = place
      // Their own rank of now is not one to come after.
      const others = { ...office, tickets: office.tickets.delete(ticketId) }
      const arrival = rankAt(others, arrivedAt)
      const here = movedInLine(office, ticket, { keptFrom: arrivedAt, rankedAt: arrivedAt, arrival })
      return {
        ...here,
        partners: { ...partners, places: partners.places.set(placeId, { ...place, ticketId }) },
      }
    }
    default:
      return evolveAsked(office, recorded)
  }
}

/** Each event of partners, and what it changes in the office. */
export const partnersEvolutions = {
  placesSet: evolveElsewhere,
  placeKept: evolveElsewhere,
  placeTaken: evolveElsewhere,
  placeWithdrawn: evolveElsewhere,
  placeAsking: evolveElsewhere,
  placeAsked: evolveElsewhere,
  placeGivenUp: evolveElsewhere,
  placeReturned: evolveElsewhere,
} satisfies Evolutions
