import type { AppointmentRead, CalendarPart, CalendarRead } from '../../contract/appointments/calendarRead.ts'
import type { AppointmentId } from '../../contract/ids.ts'
import type { Personal } from '../decision.ts'
import type { Office } from '../state.ts'
import { namesFor, slotOf, type Line, type Named } from './lineNames.ts'
import { isFree, isHere } from './state.ts'

// Whose a line of a file is, once a call erased the name.

/** A line that a name alone tells from the others of its hour, whatever id it has. */
const isBareName = ({ name, code }: AppointmentRead): boolean => name !== null && code === null

/** By service and hour, how many lines of a file have a name alone, and are of nobody whom the office knew by it or by their id. */
export function strangersIn(
  parts: readonly Pick<CalendarRead, 'appointments'>[],
  known: ReadonlyMap<string, readonly AppointmentId[]>,
): ReadonlyMap<string, number> {
  const strangers = new Map<string, number>()
  /** How many lines of a name and an hour came before: the office may know fewer. */
  const met = new Map<string, number>()
  for (const line of parts.flatMap(({ appointments }) => appointments)) {
    if (!isBareName(line)) continue
    const [meant = ''] = namesFor(line).slice(-1)
    const place = met.get(meant) ?? 0
    met.set(meant, place + 1)
    if (place < (known.get(meant)?.length ?? 0) || known.has(`uid ${line.uid}`)) continue
    strangers.set(slotOf(line), (strangers.get(slotOf(line)) ?? 0) + 1)
  }
  return strangers
}

/**
 * Finds who was called at the hour of a line that names nobody whom the office knows.
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
  return (line) => {
    if ('said' in line || !isBareName(line) || (line.uid !== null && !read.renewed)) return undefined
    const nameless = [...new Set([...of.named(slotOf(line)), ...namesFor(line).flatMap(of.named)])].filter(
      (id) => {
        const [appointment, uid] = [office.appointments.get(id), of.uidOf(id)]
        const isCalled = isHere(appointment) && !appointment?.given && rows.get(id)?.name === null
        // One that this file had before has a line of its own.
        return (
          isCalled &&
          isFree(appointment) &&
          (uid === null || !read.known.get(`uid ${uid}`)?.length || !read.uids.has(uid))
        )
      },
    )
    if ((read.strangers.get(slotOf(line)) ?? 0) > nameless.length) return undefined
    return nameless.find((id) => !of.isTaken(line, id))
  }
}
