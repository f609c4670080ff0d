import type { AppointmentPerson } from '../../contract/appointments/calls.ts'
import type { AppointmentRead, CalendarPart, CalendarRead } from '../../contract/appointments/calendarRead.ts'
import type { AppointmentId } from '../../contract/ids.ts'
import type { Personal } from '../decision.ts'
import type { Office } from '../state.ts'
import { uidsIn } from './fileIds.ts'
import { byMeaning, hasCodeOf, meantBy, namesFor, slotOf, type Line, type Named } from './lineNames.ts'
import { atHours, lettersOf } from './merging.ts'
import { plain } from './plain.ts'
import { isFree, isHere, type Appointment } from './state.ts'

// Whose a line of a file is, once the end of a visit erased the name.

/** The lines among which whoever was called is looked for: of one service, hour and code, where they have one. */
const groupOf = (line: AppointmentRead): string =>
  line.code === null ? slotOf(line) : `${slotOf(line)} ${plain(line.code)}`

/**
 * By service, hour and code if any, how many lines of a file have a name and are of nobody whom the office knew by these or by
 * their id.
 */
export function strangersIn(
  parts: readonly Pick<CalendarRead, 'appointments'>[],
  known: ReadonlyMap<string, readonly AppointmentId[]>,
): ReadonlyMap<string, number> {
  const strangers = new Map<string, number>()
  /** How many lines of a name and an hour came before: the office may know fewer. */
  const met = new Map<string, number>()
  for (const line of parts.flatMap(({ appointments }) => appointments)) {
    if (line.name === null) continue
    const group = groupOf(line)
    const named = `${group} ${plain(line.name)}`
    const place = met.get(named) ?? 0
    met.set(named, place + 1)
    const meant = known.get(meantBy(line)!) ?? []
    const coded = line.code === null ? meant : (known.get(`code ${plain(line.code)}`) ?? [])
    if (place < meant.filter((id) => coded.includes(id)).length || known.has(`uid ${line.uid}`)) continue
    strangers.set(group, (strangers.get(group) ?? 0) + 1)
  }
  return strangers
}

/**
 * What the lines of a file mean, and whether the file has anew somebody whom the office had from a file under another id, or
 * under none: a source that gives new ids at each export has them all again, one that only tells of what is new has nobody.
 */
export function namesIn(
  parts: readonly Pick<CalendarRead, 'appointments' | 'cancelled'>[],
  known: ReadonlyMap<string, readonly AppointmentId[]>,
  office: Office,
  { appointments: rows }: Pick<Personal, 'appointments'>,
): Pick<CalendarPart, 'meanings' | 'again'> {
  const uids = uidsIn(parts)
  const meanings = new Map<string, number>()
  let again = false
  for (const line of parts.flatMap(({ appointments, cancelled }) => [...appointments, ...cancelled])) {
    const meant = meantBy(line)
    if (meant === null) continue
    meanings.set(meant, (meanings.get(meant) ?? 0) + 1)
    again ||= (known.get(meant) ?? []).some((id) => {
      const person = rows.get(id)
      return isOfAFile(office.appointments.get(id)) && !!person?.name && !uids.has(person.uid ?? '')
    })
  }
  return { meanings, again }
}

/** Whose name the end of their visit erased, or who was called without one; who never had one may still wait. */
const isCalled = (
  office: Office,
  appointment: Appointment | undefined,
  person: AppointmentPerson | undefined,
): boolean => {
  if (!appointment || !isHere(appointment) || person?.name !== null) return false
  const ticket = appointment.ticketId === null ? undefined : office.tickets.get(appointment.ticketId)
  return ticket === undefined || ticket.firstCalledAt !== null
}

/** Taken from a file alone: the office did not give it, and no followed source has it. */
const isOfAFile = (appointment: Appointment | undefined): boolean =>
  appointment !== undefined && !appointment.given && isFree(appointment)

/**
 * Finds who was called at the hour of a line that names nobody whom the office knows. Only a file that has the others again
 * has them again: where nothing tells it, the line is of somebody else, since losing a person is worse than expecting one twice.
 * @param of.named the appointments of a name
 * @param of.uidOf the UID that an appointment has now
 * @param of.isTaken whether another line has an appointment
 */
export function calledTo(
  office: Office,
  { appointments: rows }: Pick<Personal, 'appointments'>,
  read: CalendarPart,
  of: {
    readonly named: Named
    readonly uidOf: (id: AppointmentId) => string | null
    readonly isTaken: (line: Line, id: AppointmentId) => boolean
  },
): (line: Line) => AppointmentId | undefined {
  /** The hours at which the file leaves out somebody of a file who was not called. */
  let partial: ReadonlySet<string> | undefined
  const leftOut = (): ReadonlySet<string> => {
    const hours = new Set(read.appointments.map(({ startsAt }) => startsAt))
    const found = new Set<string>()
    const met = new Map<string, number>()
    atHours(office, { appointments: rows }, hours, (appointment, person) => {
      if (!isOfAFile(appointment) || isCalled(office, appointment, person)) return
      const meant = byMeaning(appointment, lettersOf(person).name)
      const place = met.get(meant) ?? 0
      met.set(meant, place + 1)
      const isNamed = place < (read.meanings.get(meant) ?? 0) || read.uids.has(person.uid ?? '')
      if (!isNamed) found.add(byMeaning(appointment, null))
    })
    return found
  }
  return (line) => {
    if ('said' in line || line.name === null || (line.uid !== null && !read.renewed)) return undefined
    const nameless = [...new Set([...of.named(slotOf(line)), ...namesFor(line).flatMap(of.named)])].filter(
      (id) => {
        const [appointment, person, uid] = [office.appointments.get(id), rows.get(id), of.uidOf(id)]
        // One that this file had before has a line of its own.
        return (
          isOfAFile(appointment) &&
          isCalled(office, appointment, person) &&
          byMeaning(appointment!, null) === slotOf(line) &&
          (line.code === null || hasCodeOf(line, person)) &&
          (uid === null || !read.known.get(`uid ${uid}`)?.length || !read.uids.has(uid))
        )
      },
    )
    if ((read.strangers.get(groupOf(line)) ?? 0) > nameless.length) return undefined
    const free = nameless.find((id) => !of.isTaken(line, id))
    // A code at its hour tells by itself.
    if (free === undefined || (line.code === null && !read.again)) return undefined
    return (partial ??= leftOut()).has(slotOf(line)) ? undefined : free
  }
}
