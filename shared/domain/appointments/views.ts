import { nextSlots } from './slots.ts'
import { dateIn, onDay } from '../core/calendar/index.ts'
import { procedureNow } from '../law/rulesNow.ts'
import { serviceOf, zoneOf, type Office } from '../state.ts'
import { isCancelledWith } from './bookings.ts'
import { nameNow } from './names.ts'
import type { Appointment } from './state.ts'
import { rows } from '../queue/rows.ts'
import type { View, ViewContext, Views } from '../view.ts'
import { isLateFor } from '../waits/lateness.ts'

/** What became of an appointment: expected, late beyond the tolerance, here, received, or missed once its day has closed. */
function stateOf(office: Office, { state, startsAt, ticketId }: Appointment, { now }: ViewContext) {
  if (state === 'here') {
    const ticket = ticketId === null ? undefined : office.tickets.get(ticketId)
    return ticket?.state === 'closed' || ticket?.state === 'serving' ? 'received' : 'here'
  }
  if (!isLateFor(office, startsAt, now)) return 'expected'
  return office.day === null ? 'missed' : 'late'
}

/** Who cancels it, where the office does not by itself. */
function keepingOf(office: Office, appointment: Appointment) {
  if (appointment.followedBy === undefined || appointment.given) return {}
  return isCancelledWith(office, appointment)
    ? { toldElsewhere: true as const }
    : { keptElsewhere: true as const }
}

const appointmentsView: View<'appointments.view'> = (office, input, context) => {
  const zone = zoneOf(office)
  const date = input.date ?? office.day?.date ?? dateIn(zone, context.now)
  const isThen = onDay(zone, date)
  const all = office.appointments
    .valueSeq()
    .filter(({ startsAt }) => isThen(startsAt))
    .sortBy(({ startsAt }) => startsAt)
    .toArray()
  const { personal } = context.model
  return {
    date,
    total: all.length,
    appointments: all.slice(0, rows).map((one) => {
      const { appointmentId, serviceId, procedureId, startsAt, minutes, files, ticketId } = one
      const service = serviceOf(office, serviceId)?.name ?? { fr: serviceId }
      const person = personal.appointments.get(appointmentId)
      return {
        appointmentId,
        serviceId,
        service,
        title:
          (procedureId === null ? undefined : procedureNow(office, context, procedureId)?.title) ?? service,
        startsAt,
        minutes,
        files,
        name: nameNow(office, one, person),
        code: person?.code ?? null,
        state: stateOf(office, one, context),
        ...keepingOf(office, one),
        ...(one.given ? { given: true } : {}),
        ...(one.goneOutside ? { goneOutside: true } : {}),
        number: (ticketId === null ? undefined : office.tickets.get(ticketId)?.number) ?? null,
      }
    }),
    sources: [...context.model.sources],
    slots: (office.settings?.services ?? []).flatMap(({ serviceId, name, slotMinutes }) =>
      slotMinutes === null
        ? []
        : [{ serviceId, service: name, slots: [...nextSlots(office, serviceId, context.now, 12)] }],
    ),
  }
}

/** Each view of appointments, and what makes it. */
export const appointmentsViews = {
  'appointments.view': appointmentsView,
} satisfies Views
