import type { AppointmentFacts } from '../../contract/appointments/calls.ts'
import type { AppointmentId, Instant, ProcedureId, ServiceId } from '../../contract/ids.ts'
import { broughtWhole, spokenIn } from '../../contract/media/spoken.ts'
import type { Language } from '../../contract/text.ts'
import { strangeBooking } from '../law/names.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Context, Decide, NewJob, PersonalChange, Refused } from '../decision.ts'
import { numbersOf } from './preApplications.ts'
import { serviceOf, type Office } from '../state.ts'
import { isSlotFree, mayAgreeOn } from './slots.ts'
import type { Appointment } from './state.ts'
import { printJob } from '../printing/decide.ts'
import { requestCode } from '../queue/tickets.ts'

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
  const bring = procedure?.bring ?? []
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
      bring: broughtWhole(bring).map(({ fr }) => fr),
      address: settings.address,
      ...spokenIn(lang, procedure?.title ?? service?.name ?? { fr: serviceId }, bring),
    },
  })
}

/** An appointment given here. Refused where its name can't be one, a number is malformed, or the slot is taken or past. */
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

/** One that a followed calendar keeps is cancelled here only if that calendar can be told; a person who is here has come. */
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

/** An appointment of the office's own goes to another free hour; its own is free for it. */
export const moveAppointment: Decide<'appointment.move'> = (office, { appointmentId, startsAt }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const appointment = office.appointments.get(appointmentId)
  if (!appointment) return { refusal: 'unknownAppointment' }
  if (appointment.state === 'here') return { refusal: 'appointmentAlreadyHere' }
  // What a file or a source gave is moved where it is kept.
  if (!appointment.given) return { refusal: 'appointmentKeptElsewhere' }
  if (startsAt <= context.now) return { refusal: 'timeInPast' }
  const { serviceId } = appointment
  const without = { ...office, appointments: office.appointments.delete(appointmentId) }
  const free =
    serviceOf(office, serviceId)?.slotMinutes == null
      ? mayAgreeOn(without, serviceId, startsAt, context.now)
      : isSlotFree(without, serviceId, startsAt, context.now)
  if (!free) return { refusal: 'slotTaken' }
  const person = context.personal.appointments.get(appointmentId)
  return {
    events: [{ type: 'appointmentMoved', data: { appointmentId, startsAt } }],
    // Kept for so long after its own hour.
    personal: person
      ? [{ op: 'put', kind: 'appointment', id: appointmentId, value: person, at: startsAt }]
      : [],
    jobs: person ? appointmentPaper(office, { ...appointment, startsAt, code: person.code }, context) : [],
    output: { startsAt },
  }
}
