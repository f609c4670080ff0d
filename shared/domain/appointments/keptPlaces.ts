import type { Input } from '../../contract/index.ts'
import type { Context, Refused, Decide } from '../decision.ts'
import { serviceOf, type Office } from '../state.ts'
import { takenOnArrival } from '../queue/arrived.ts'
import type { Place } from './state.ts'

// Who comes from an office that agreed with this one keeps the hour at which they came there. No priority: the rank of
// whoever had come here at that hour.

/** The place that a code means today, whoever says it. */
export const placeOfCode = (office: Office, code: string | undefined): Place | undefined => {
  const typed = code?.toUpperCase().replaceAll(/[^A-Z0-9]/g, '') ?? ''
  if (typed === '' || office.day === null) return undefined
  return office.partners.places.find((one) => one.code === typed && one.on === office.day?.date)
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
  const isOffered = serviceOf(office, serviceId)?.procedures.includes(procedureId)
  const ticket = takenOnArrival(
    office,
    {
      serviceId,
      ...(isOffered ? { procedureId } : {}),
      promised: true,
      channel: context.who.role === 'agent' ? 'reception' : 'kiosk',
      ...(lang ? { lang } : {}),
      ...(arrangements ? { arrangements } : {}),
      ...(priority ? { priority } : {}),
    },
    context,
  )
  if ('refusal' in ticket) return ticket
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
