import type { Recipient } from '../../contract/office/recipient.ts'
import type { Instant } from '../../contract/ids.ts'
import type { OfficeAddress } from '../../contract/office/settings.ts'
import { ApiTokenId } from '../../contract/integrations/calls.ts'
import type { PlaceRequestId } from '../../contract/partners/calls.ts'
import type { PlaceId, PlaceKept } from '../../contract/appointments/keptPlace.ts'
import { booked } from '../appointments/bookings.ts'
import { nextSlots } from '../appointments/slots.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Decide } from '../decision.ts'
import { placesOn } from './state.ts'
import { serviceOf, zoneOf } from '../state.ts'
import { isDayOver } from '../queue/newTicket.ts'
import { requestCode } from '../queue/tickets.ts'

// What this office keeps for who comes from another, by a rule of its own.

/** The rule by which this office keeps places for people whom its partners send. */
export const setPlaces: Decide<'partners.setPlaces'> = (office, rule) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const unknown = rule.services.filter((serviceId) => !serviceOf(office, serviceId))
  if (unknown.length > 0) return { refusal: 'unknownService', details: unknown }
  if (rule.perDay > 0 && rule.services.length === 0) return { refusal: 'placesWithoutService' }
  return {
    events: [{ type: 'placesSet', data: { rule: { ...rule, services: [...new Set(rule.services)] } } }],
    output: {},
  }
}

/** This office, as a person is sent to it. */
function ourselves({ name, street, postalCode, city, phone }: OfficeAddress): Recipient {
  return {
    name: name.slice(0, 200),
    address: `${street}, ${postalCode} ${city}`.slice(0, 200),
    contact: phone,
  }
}

/** Six letters and figures, a figure first: typed at a reception, no name looks like it. */
const placeCode = (salt: string): string =>
  `${2 + (Number.parseInt(salt.slice(-2), 16) % 8)}${requestCode(salt).slice(0, 5)}`

/** Questions given up before they came that are remembered at most: an office that behaves has none. */
const mostWithdrawn = 300

/** The place goes back among those that can be given, as long as nobody came with it; its appointment is cancelled. */
export const withdrawPlace: Decide<'partners.withdrawPlace'> = (office, { requestId }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const tokenId = ApiTokenId.safeParse(context.who.stationId).data ?? null
  const { places, withdrawn } = office.partners
  const today = dateIn(zoneOf(office), context.now)
  const place = places.find((one) => one.requestId === requestId && one.tokenId === tokenId)
  if (!place) {
    // The question may be on its way still.
    const isWithdrawn = withdrawn.has(requestId) || withdrawn.count((on) => on === today) >= mostWithdrawn
    return {
      events: isWithdrawn ? [] : [{ type: 'placeWithdrawn', data: { placeId: null, requestId } }],
      output: { withdrawn: false },
    }
  }
  const { placeId, appointmentId, ticketId } = place
  const appointment = appointmentId === null ? undefined : office.appointments.get(appointmentId)
  if (ticketId !== null || appointment?.state === 'here') return { refusal: 'placeUsed' }
  return {
    events: [
      ...(appointment
        ? [{ type: 'appointmentCancelled' as const, data: { appointmentId: appointment.appointmentId } }]
        : []),
      { type: 'placeWithdrawn', data: { placeId, requestId } },
    ],
    personal: appointment ? [{ op: 'drop', kind: 'appointment', id: appointment.appointmentId }] : [],
    output: { withdrawn: true },
  }
}

/** Two offices' clocks differ by so much at most, in milliseconds: what is later here is now. */
const clocksApart = 5 * 60_000

/** By this office's own rule: its number of people a day, its services, its hours. */
export const requestPlace: Decide<'partners.requestPlace'> = (
  office,
  { procedureId, ...request },
  context,
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { rule, withdrawn } = office.partners
  // Its services may have been withdrawn since.
  const isOffered = rule.perDay > 0 && rule.services.some((serviceId) => serviceOf(office, serviceId))
  if (!isOffered) return { refusal: 'placesNotOffered' }
  // Given up while it was on its way: nobody would come with what is given, nor give it back.
  if (withdrawn.has(context.commandId as string as PlaceRequestId)) return { refusal: 'placeGivenUp' }
  const service = rule.services
    .map((serviceId) => serviceOf(office, serviceId))
    .find((one) => one?.procedures.includes(procedureId))
  if (!service) return { refusal: 'placeNotHere' }
  const zone = zoneOf(office)
  const today = dateIn(zone, context.now)
  if (request.arrivedAt > context.now + clocksApart || dateIn(zone, request.arrivedAt) !== today)
    return { refusal: 'arrivalNotToday' }
  const arrivedAt = Math.min(request.arrivedAt, context.now) as Instant
  if (placesOn(office, today) >= rule.perDay) return { refusal: 'placesFull' }
  const { serviceId } = service
  const placeId = context.newId() as PlaceId
  const facts = {
    placeId,
    // Other software is called by its token's own id.
    tokenId: ApiTokenId.safeParse(context.who.stationId).data ?? null,
    serviceId,
    procedureId,
    arrivedAt,
  }
  const common = {
    placeId,
    arrivedAt,
    service: service.name.fr,
    office: ourselves(office.settings.address),
    zone,
  }
  if (!service.access.includes('walkIn')) {
    const [slot] = nextSlots(office, serviceId, context.now, 1)
    if (!slot) return { refusal: 'noSlot' }
    const { startsAt } = slot
    const booking = booked(office, { serviceId, procedureId, startsAt, files: 1, name: null }, context)
    if ('refusal' in booking) return booking
    const { appointment, personal, code } = booking
    const { appointmentId } = appointment
    return {
      events: [
        { type: 'appointmentBooked', data: { appointment, ticketId: null } },
        { type: 'placeKept', data: { ...facts, code: null, appointmentId } },
      ],
      // The paper is given where the person is.
      personal: [personal],
      output: { ...common, code, startsAt, until: null },
    }
  }
  if (office.day === null || isDayOver(office, context.now)) return { refusal: 'dayNotOpen' }
  if (office.closed.has(serviceId)) return { refusal: 'serviceClosed' }
  const code = placeCode(context.newSalt())
  return {
    events: [{ type: 'placeKept', data: { ...facts, code, appointmentId: null } }],
    output: { ...common, code, startsAt: null, until: office.day.closesAt } satisfies PlaceKept,
  }
}
