import type { AppointmentPerson } from '../../contract/appointments/calls.ts'
import type { Instant } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import { usualRules } from '../../contract/queue/rules.ts'
import { dateIn, instantOf } from '../core/calendar/index.ts'
import type { Context, Decide, Personal, Refused } from '../decision.ts'
import { takenOnArrival } from '../queue/arrived.ts'
import { serviceOf, zoneOf, type Office } from '../state.ts'
import { placeOfCode, takePlace } from './keptPlaces.ts'
import { lettersOf } from './merging.ts'
import { nameNow } from './names.ts'
import { plain } from './plain.ts'
import type { Appointment } from './state.ts'
import { isLateFor } from '../waits/lateness.ts'

/** The appointment that a person says is theirs: by its id, its code, or the name it was made in, and its hour where they say it. */
function meant(
  office: Office,
  { appointmentId, code, name, minute }: Input<'appointment.arrive'>,
  { now, personal }: Context,
):
  | Refused<'unknownAppointment' | 'appointmentNotToday' | 'appointmentAlreadyHere' | 'appointmentAmbiguous'>
  | Appointment {
  const zone = zoneOf(office)
  const today = office.day?.date ?? dateIn(zone, now)
  const by = (matches: (person: AppointmentPerson, appointment: Appointment) => boolean) =>
    [...personal.appointments].flatMap(([id, person]) => {
      const appointment = office.appointments.get(id)
      return appointment && matches(person, appointment) ? [appointment] : []
    })
  const typed = plain(code ?? '')
  const found =
    appointmentId === undefined
      ? typed !== ''
        ? by((person) => [person.code, ...person.preApplications].some((one) => plain(one) === typed))
        : name !== undefined && plain(name) !== ''
          ? by((person, appointment) => {
              const known = nameNow(office, appointment, person)
              return known !== null && sameName(known, name)
            })
          : []
      : [office.appointments.get(appointmentId)].filter((one) => one !== undefined)
  if (found.length === 0) return { refusal: 'unknownAppointment' }
  const ofToday = found.filter(({ startsAt }) => dateIn(zone, startsAt) === today)
  if (ofToday.length === 0) return { refusal: 'appointmentNotToday' }
  const hour = minute === undefined ? undefined : instantOf(zone, today, minute)
  const atHour = ofToday.filter(({ startsAt }) => hour === undefined || startsAt === hour)
  if (atHour.length === 0) return { refusal: 'unknownAppointment' }
  const expected = atHour.filter(({ state }) => state === 'expected')
  // A code opens all that it is of: a family booked together, or a person who comes twice. A name is of several people, one
  // of whom may be here and say it again, and a code without a letter is nobody's.
  const codes = new Set(
    atHour.map(({ appointmentId }) => plain(personal.appointments.get(appointmentId)?.code ?? '')),
  )
  const isOfSeveral = codes.size > 1 || (codes.has('') && atHour.length > 1)
  if (typed === '' && isOfSeveral) return { refusal: 'appointmentAmbiguous' }
  const next = nextOf(expected, office, now)
  return next === undefined || waitsBefore(office, personal, ofToday, next)
    ? { refusal: 'appointmentAlreadyHere' }
    : next
}

/**
 * Whether who has this appointment waits for an earlier one: they came once, and said so twice. Hours that follow each other
 * are one coming: who has 10 h and 10 h 20 is here for both, while an afternoon is kept for the afternoon.
 */
function waitsBefore(
  office: Office,
  { appointments: rows }: Personal,
  ofToday: readonly Appointment[],
  later: Appointment,
): boolean {
  const own = ofToday
    .filter((one) => one.startsAt < later.startsAt && isSamePerson(rows, one, later))
    .toSorted((one, other) => other.startsAt - one.startsAt)
  let begins = later.startsAt
  let together = true
  return own.some(({ ticketId, startsAt, minutes, serviceId }) => {
    // A calendar often says no length: the service's own slots tell it.
    const long = Math.max(minutes, serviceOf(office, serviceId)?.slotMinutes ?? 0)
    together &&= startsAt + long * 60_000 >= begins
    begins = startsAt
    return !together && ticketId !== null && office.tickets.get(ticketId)?.state === 'waiting'
  })
}

/** Whether two appointments are of one person: the same code, and the same name. */
function isSamePerson(rows: Personal['appointments'], one: Appointment, other: Appointment): boolean {
  const [row, beside] = [rows.get(one.appointmentId), rows.get(other.appointmentId)]
  const code = plain(row?.code ?? '')
  if (!row || !beside || code === '' || code !== plain(beside.code)) return false
  const { words } = lettersOf(row)
  return words !== null && words === lettersOf(beside).words
}

/**
 * Which of the appointments that one code opens somebody comes for: the first whose hour is not past by more than the
 * tolerance, else the last that was missed. Whoever has two says the code twice, the later once the first is called.
 */
function nextOf(expected: readonly Appointment[], office: Office, now: Instant): Appointment | undefined {
  const inOrder = expected.toSorted((one, other) => one.startsAt - other.startsAt)
  return inOrder.find(({ startsAt }) => !isLateFor(office, startsAt, now)) ?? inOrder.at(-1)
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
  const { appointmentEarlyMinutes } = office.settings.rules ?? usualRules
  const { appointmentId, serviceId, procedureId, startsAt, files } = appointment
  const late = isLateFor(office, startsAt, context.now)
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
