import { fc } from '@fast-check/vitest'

// Places kept for other offices, taken, asked elsewhere: of few ids, so that they meet the tickets.

const id = fc.nat(5).map((n) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`)
const serviceId = fc.constantFrom('titres', 'etat-civil', 'inconnu')
const arrivedAt = fc.constantFrom(1_772_522_000_000, 1_772_523_000_010, 1_772_523_000_030)

export const partnersEvents = {
  placesSet: fc.record({
    rule: fc.record({ perDay: fc.nat(30), services: fc.array(serviceId, { maxLength: 2 }) }),
  }),
  placeKept: fc.record({
    placeId: id,
    tokenId: id,
    serviceId,
    procedureId: fc.constantFrom('cni', 'inconnue'),
    arrivedAt,
    code: fc.constantFrom(null, 'K7M4PQ'),
    appointmentId: fc.option(id),
  }),
  placeWithdrawn: fc.record({ placeId: fc.option(id), requestId: id }),
  placeAsking: fc.record({
    requestId: id,
    ticketId: id,
    visitId: id,
    counterId: fc.constantFrom('1', 'inconnu'),
    partnerId: fc.constant('annexe'),
    procedureId: fc.constantFrom('cni', 'inconnue'),
    arrivedAt,
  }),
  placeGivenUp: fc.record({ requestId: id }),
  placeReturned: fc.record({ requestId: id, how: fc.constantFrom('returned', 'used', 'refused') }),
  placeTaken: fc.record({ placeId: id, ticketId: id }),
  placeAsked: fc.record({
    ticketId: id,
    visitId: id,
    counterId: fc.constantFrom('1', 'inconnu'),
    partnerId: fc.constant('annexe'),
    answer: fc.constantFrom('kept', 'refused', 'unreachable'),
    placeId: fc.option(id),
  }),
}
