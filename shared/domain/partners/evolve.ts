import type { Input } from '../../contract/index.ts'
import type { PlaceRequestId } from '../../contract/partners/calls.ts'
import { dateIn } from '../office/calendar/index.ts'
import type { Context, Decide, Evolve, Refused } from '../decision.ts'
import { evolveAsked } from './wanted.ts'
import type { Elsewhere, Place } from './state.ts'
import { movedInLine } from '../queue/line.ts'
import { serviceOf, zoneOf, type Office } from '../state.ts'
import { rankAt } from '../queue/provisional.ts'
import { taken } from '../queue/tickets.ts'

// Who comes from an office that agreed with this one keeps the hour at which they came there. No priority: the rank of
// whoever had come here at that hour.

/** The place that a code means today, whoever says it. */
export const placeOfCode = (office: Office, code: string | undefined): Place | undefined => {
  const typed = code?.toUpperCase().replaceAll(/[^A-Z0-9]/g, '') ?? ''
  if (typed === '' || office.day === null) return undefined
  return office.elsewhere.places.find((one) => one.code === typed && one.on === office.day?.date)
}

/** The person whose place was kept is here: a ticket like any other, at the rank of the hour that is kept. */
export function takePlace(
  office: Office,
  place: Place,
  { lang, arrangements, priority }: Input<'appointment.arrive'>,
  context: Context,
):
  | Refused<
      | 'officeNotCreated'
      | 'dayNotOpen'
      | 'unknownAppointment'
      | 'appointmentAlreadyHere'
      | 'seriesExhausted'
      | 'unknownGround'
      | 'groundNotPublished'
      | 'proofMissing'
    >
  | Extract<ReturnType<Decide<'appointment.arrive'>>, { events: unknown }> {
  if (place.ticketId !== null) return { refusal: 'appointmentAlreadyHere' }
  const { serviceId, procedureId, arrivedAt, placeId } = place
  const known = serviceOf(office, serviceId)?.procedures.includes(procedureId)
  const ticket = taken(
    office,
    {
      serviceId,
      ...(known ? { procedureId } : {}),
      promised: true,
      channel: context.who.role === 'agent' ? 'reception' : 'kiosk',
      ...(lang ? { lang } : {}),
      ...(arrangements ? { arrangements } : {}),
      ...(priority ? { priority } : {}),
    },
    context,
  )
  if ('refusal' in ticket) {
    const { refusal } = ticket
    if (
      refusal === 'unknownService' ||
      refusal === 'unknownProcedure' ||
      refusal === 'serviceClosed' ||
      refusal === 'byAppointmentOnly'
    )
      return { refusal: 'unknownAppointment' }
    return { refusal }
  }
  const { ticketId, number, code, takenAt } = ticket.output
  return {
    ...ticket,
    events: [...ticket.events, { type: 'placeTaken', data: { placeId, ticketId } }],
    output: {
      ticketId,
      number,
      serviceId,
      code,
      takenAt,
      startsAt: null,
      keptFrom: arrivedAt,
      late: false,
      announced: null,
    },
  }
}

export const evolveElsewhere: Evolve = (office, recorded) => {
  const { event, at, commandId } = recorded
  const { elsewhere } = office
  const next = (changed: Partial<Elsewhere>): Office => ({
    ...office,
    elsewhere: { ...elsewhere, ...changed },
  })
  switch (event.type) {
    case 'placesSet':
      return next({ rule: event.data.rule })
    case 'placeKept': {
      const on = dateIn(zoneOf(office), at)
      // The question's own id is the command's: the office that asked keeps it, and gives the place back by it.
      const requestId = commandId as string as PlaceRequestId
      const place: Place = { ...event.data, requestId, on, ticketId: null }
      const places = elsewhere.places.filter((one) => one.on === on)
      // Given up while it was on its way: nobody has its code.
      return next({ places: elsewhere.withdrawn.has(requestId) ? places : places.set(place.placeId, place) })
    }
    case 'placeWithdrawn': {
      const { placeId, requestId } = event.data
      if (placeId !== null) return next({ places: elsewhere.places.delete(placeId) })
      const on = dateIn(zoneOf(office), at)
      return next({ withdrawn: elsewhere.withdrawn.filter((day) => day === on).set(requestId, on) })
    }
    case 'placeTaken': {
      const { placeId, ticketId } = event.data
      const place = elsewhere.places.get(placeId)
      const ticket = office.tickets.get(ticketId)
      if (!place || ticket?.state !== 'waiting') return office
      const { arrivedAt } = place
      // Their own rank of now is not one to come after.
      const others = { ...office, tickets: office.tickets.delete(ticketId) }
      const arrival = rankAt(others, arrivedAt)
      const here = movedInLine(office, ticket, { keptFrom: arrivedAt, rankedAt: arrivedAt, arrival })
      return {
        ...here,
        elsewhere: { ...elsewhere, places: elsewhere.places.set(placeId, { ...place, ticketId }) },
      }
    }
    default:
      return evolveAsked(office, recorded)
  }
}
