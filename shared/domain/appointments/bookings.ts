import type { AppointmentFacts, AppointmentPerson } from '../../contract/appointments/calls.ts'
import type { AppointmentId, Instant, ProcedureId, ServiceId } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import { usualRules } from '../../contract/queue/rules.ts'
import { spokenIn } from '../../contract/media/spoken.ts'
import type { Language } from '../../contract/text.ts'
import { dateIn } from '../core/calendar/index.ts'
import { strangeBooking } from '../law/names.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Context, Decide, NewJob, Personal, PersonalChange, Refused } from '../decision.ts'
import { placeOfCode, takePlace } from './keptPlaces.ts'
import { plain } from './plain.ts'
import { numbersOf } from './preApplications.ts'
import { serviceOf, zoneOf, type Office } from '../state.ts'
import { isSlotFree, mayAgreeOn } from './slots.ts'
import type { Appointment } from './state.ts'
import { printJob } from '../printing/decide.ts'
import { takenOnArrival } from '../queue/arrived.ts'
import { requestCode } from '../queue/tickets.ts'

/** The appointment that a person says is theirs: by its id, its code, or the name it was made in. */
function meant(
  office: Office,
  { appointmentId, code, name }: Input<'appointment.arrive'>,
  { now, personal }: Context,
):
  | Refused<'unknownAppointment' | 'appointmentNotToday' | 'appointmentAlreadyHere' | 'appointmentAmbiguous'>
  | Appointment {
  const zone = zoneOf(office)
  const today = office.day?.date ?? dateIn(zone, now)
  const by = (matches: (person: AppointmentPerson) => boolean) =>
    [...personal.appointments].flatMap(([id, person]) => {
      const appointment = office.appointments.get(id)
      return appointment && matches(person) ? [appointment] : []
    })
  const found =
    appointmentId === undefined
      ? code !== undefined && code !== ''
        ? by(
            (person) =>
              plain(person.code) === plain(code) ||
              person.preApplications.some((one) => plain(one) === plain(code)),
          )
        : name !== undefined && plain(name) !== ''
          ? by((person) => person.name !== null && sameName(person.name, name))
          : []
      : [office.appointments.get(appointmentId)].filter((one) => one !== undefined)
  if (found.length === 0) return { refusal: 'unknownAppointment' }
  const ofToday = found.filter(({ startsAt }) => dateIn(zone, startsAt) === today)
  if (ofToday.length === 0) return { refusal: 'appointmentNotToday' }
  const expected = ofToday.filter(({ state }) => state === 'expected')
  const [first, ...others] = expected
  if (first === undefined) return { refusal: 'appointmentAlreadyHere' }
  // Their code does not tell a family booked together apart: each who comes takes one.
  if (!others.every((other) => isBookedWith(first, other, personal)))
    return { refusal: 'appointmentAmbiguous' }
  return first
}

/** Whether two appointments have one code, one hour and one service, as two members of one family booked together. */
const isBookedWith = (
  one: Appointment,
  other: Appointment,
  { appointments }: Pick<Personal, 'appointments'>,
): boolean => {
  const [code, otherCode] = [one, other].map(({ appointmentId }) =>
    plain(appointments.get(appointmentId)?.code ?? ''),
  )
  return code === otherCode && one.startsAt === other.startsAt && one.serviceId === other.serviceId
}

/** Every word that was typed is one of the name's: a family name alone is enough, in whatever order. */
const sameName = (name: string, typed: string): boolean => {
  const words = name.split(/[\s’'-]+/).map(plain)
  const typedWords = typed
    .split(/[\s’'-]+/)
    .map(plain)
    .filter((word) => word !== '')
  return typedWords.length > 0 && typedWords.every((word) => words.includes(word))
}

/** The person is here: on time, their appointment is called at its hour; later than the tolerance, they have the rank of who came without one. */
export const arriveAppointment: Decide<'appointment.arrive'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const appointment = meant(office, input, context)
  const place = 'refusal' in appointment ? placeOfCode(office, input.code) : undefined
  if (place) return takePlace(office, place, input, context)
  if ('refusal' in appointment) return appointment
  const { appointmentEarlyMinutes, appointmentLateMinutes } = office.settings.rules ?? usualRules
  const { appointmentId, serviceId, procedureId, startsAt, files } = appointment
  const late = context.now > startsAt + appointmentLateMinutes * 60_000
  const dueAt = late ? null : ((startsAt - appointmentEarlyMinutes * 60_000) as Instant)
  const service = serviceOf(office, serviceId)
  const ticket = takenOnArrival(
    office,
    {
      serviceId,
      ...(procedureId !== null && service?.procedures.includes(procedureId) ? { procedureId } : {}),
      requests: files,
      channel: context.who.role === 'agent' ? 'reception' : 'kiosk',
      appointment: { appointmentId, startsAt, dueAt },
      ...(input.lang ? { lang: input.lang } : {}),
      ...(input.arrangements ? { arrangements: input.arrangements } : {}),
      ...(input.priority ? { priority: input.priority } : {}),
    },
    context,
  )
  if ('refusal' in ticket) return ticket
  const { ticketId, number, code, takenAt } = ticket.output
  return {
    ...ticket,
    output: { ticketId, number, serviceId, code, takenAt, startsAt, late, announced: null },
  }
}

type Booking = {
  readonly serviceId: ServiceId
  readonly procedureId: ProcedureId | null
  readonly startsAt: Instant
  readonly files: number
  readonly name: string | null
  /** Pre-application numbers, as they are asked. */
  readonly numbers?: readonly string[]
  /** Of whoever holds the paper. */
  readonly lang?: Language | undefined
}

/** A slot given: its event, its code and its paper; refused when the hour is past or already given. */
export function booked(
  office: Office,
  booking: Booking,
  context: Context,
):
  | Refused<'timeInPast' | 'slotTaken'>
  | {
      readonly appointment: AppointmentFacts
      readonly personal: PersonalChange
      readonly jobs: readonly NewJob[]
      readonly code: string
    } {
  const { serviceId, procedureId, startsAt, files, name, numbers = [] } = booking
  const { now } = context
  if (startsAt <= now) return { refusal: 'timeInPast' }
  const service = serviceOf(office, serviceId)
  const step = service?.slotMinutes ?? null
  // A service that gives no slots has the hours that its agents agree with somebody.
  const free =
    step === null
      ? context.who.role !== 'kiosk' && mayAgreeOn(office, serviceId, startsAt, now)
      : isSlotFree(office, serviceId, startsAt, now)
  if (!free) return { refusal: 'slotTaken' }
  const code = requestCode(context.newSalt()).slice(0, 6)
  const appointment = {
    appointmentId: context.newId() as AppointmentId,
    serviceId,
    procedureId,
    startsAt,
    minutes: step ?? 30,
    files,
  }
  return {
    appointment,
    code,
    personal: {
      op: 'put',
      kind: 'appointment',
      id: appointment.appointmentId,
      value: { name, code, uid: null, preApplications: [...numbers] },
      at: startsAt,
    },
    jobs: appointmentPaper(office, { ...appointment, code, lang: booking.lang }, context),
  }
}

/** The paper of an appointment given, where the office prints tickets. */
export function appointmentPaper(
  office: Office,
  {
    serviceId,
    procedureId,
    startsAt,
    code,
    lang,
  }: Pick<AppointmentFacts, 'serviceId' | 'procedureId' | 'startsAt'> & {
    readonly code: string
    readonly lang?: Language | undefined
  },
  context: Context,
): readonly NewJob[] {
  const { settings } = office
  if (settings === null) return []
  const service = serviceOf(office, serviceId)
  const procedure = procedureId === null ? undefined : procedureNow(office, context, procedureId)
  return printJob(office, context, settings.ticketPrinterId, 'Rendez-vous', {
    of: 'appointment',
    appointment: {
      officeName: settings.address.name,
      zone: settings.calendar.zone,
      at: context.now,
      school: office.school,
      startsAt,
      service: procedure?.title.fr ?? service?.name.fr ?? serviceId,
      code,
      bring: procedure?.bring.map((piece) => piece.title.fr) ?? [],
      address: settings.address,
      ...spokenIn(
        lang,
        procedure?.title ?? service?.name ?? { fr: serviceId },
        (procedure?.bring ?? []).map(({ title }) => title),
      ),
    },
  })
}

export const bookAppointment: Decide<'appointment.book'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const service = serviceOf(office, input.serviceId)
  if (!service) return { refusal: 'unknownService' }
  if (input.procedureId !== undefined && !service.procedures.includes(input.procedureId))
    return { refusal: 'unknownProcedure' }
  const unnamed = strangeBooking(input.name)
  if (unnamed) return unnamed
  const numbers = numbersOf(input.numbers ?? [])
  if (numbers === null) return { refusal: 'malformedNumber' }
  const booking = booked(
    office,
    {
      serviceId: input.serviceId,
      procedureId: input.procedureId ?? null,
      startsAt: input.startsAt,
      files: Math.max(input.files ?? 1, numbers.length),
      name: input.name === '' ? null : (input.name ?? null),
      numbers,
      lang: input.lang,
    },
    context,
  )
  if ('refusal' in booking) return booking
  const { appointment, personal, jobs, code } = booking
  return {
    events: [{ type: 'appointmentBooked', data: { appointment, ticketId: null } }],
    personal: [personal],
    jobs,
    output: { appointmentId: appointment.appointmentId, code, startsAt: appointment.startsAt },
  }
}

/** Whether the source that keeps it cancels it once the office does; in the others, it would come back with the next reading. */
export const isCancelledWith = (office: Office, { followedBy }: Appointment): boolean =>
  followedBy !== undefined && office.appointmentSources[followedBy] === 'rdvsp'

export const cancelAppointment: Decide<'appointment.cancel'> = (office, { appointmentId }, { personal }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const appointment = office.appointments.get(appointmentId)
  if (!appointment) return { refusal: 'unknownAppointment' }
  if (appointment.state === 'here') return { refusal: 'appointmentAlreadyHere' }
  const isKept = appointment.followedBy !== undefined && !appointment.given
  const uid = personal.appointments.get(appointmentId)?.uid ?? null
  if (isKept && (uid === null || !isCancelledWith(office, appointment)))
    return { refusal: 'appointmentKeptElsewhere' }
  return {
    events: [{ type: 'appointmentCancelled', data: { appointmentId } }],
    personal: [
      isKept
        ? {
            op: 'put',
            kind: 'appointment',
            id: appointmentId,
            value: { name: null, code: '', uid, preApplications: [], cancelled: true },
            at: appointment.startsAt,
          }
        : { op: 'drop', kind: 'appointment', id: appointmentId },
    ],
    output: {},
  }
}
