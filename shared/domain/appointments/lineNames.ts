import type { AppointmentFacts, AppointmentPerson } from '../../contract/appointments/calls.ts'
import type { AppointmentRead, CancelledRead } from '../../contract/appointments/calendarRead.ts'
import type { AppointmentId } from '../../contract/ids.ts'
import { lettersOf } from './merging.ts'
import { plain } from './plain.ts'

// The names by which a line of a calendar file and an appointment of the office find each other.

/** A line of a file, as far as it names an appointment of the office. */
export type Line = AppointmentRead | CancelledRead
/** For what, when and for whom a line says that it is; null where a cancelled one does not say it. */
export const saidBy = (line: Line) => ('said' in line ? line.said : line)
/** The appointments that a name is of. */
export type Named = (name: string) => readonly AppointmentId[]

/** Whether a line bears the code of an appointment. */
export const hasCodeOf = ({ code }: Line, person: AppointmentPerson | undefined): boolean =>
  code !== null && person !== undefined && lettersOf(person).code === plain(code)

/** By what a line says that it is, its id and its code. */
export const namesOf = ({ uid, code }: { readonly uid: string | null; readonly code: string | null }) =>
  byIds(uid, code === null ? null : plain(code))

/** @param code in plain letters */
const byIds = (uid: string | null, code: string | null): readonly string[] => [
  ...(uid === null ? [] : [`uid ${uid}`]),
  ...(code === null ? [] : [`code ${code}`]),
]

/**
 * The names by which a line is looked for. Without a code, the same person, hour and service are the same appointment: a file
 * taken again may have no ids, or others.
 */
export const namesFor = (one: Line): readonly string[] => {
  const said = saidBy(one)
  const names = namesOf(one)
  const meant = meantBy(one)
  if (meant === null || one.code !== null || (one.uid !== null && said?.name === null)) return names
  return [...names, meant]
}

/** The service, the hour and the name that a line says; null where a cancelled one does not say them. */
export const meantBy = (line: Line): string | null => {
  const said = saidBy(line)
  if (said === null) return null
  const name = said.name === null ? null : plain(said.name)
  return byMeaning({ serviceId: said.service, startsAt: said.startsAt }, name)
}

/** Adds an appointment of the office under each name by which a calendar file may mean it; others may share its code or its meaning. */
export function addNames(
  known: Map<string, AppointmentId[]>,
  facts: AppointmentFacts,
  person: AppointmentPerson,
): void {
  const { code, name } = lettersOf(person)
  for (const one of [...byIds(person.uid, code), byMeaning(facts, name)]) {
    const ids = known.get(one) ?? []
    ids.push(facts.appointmentId)
    known.set(one, ids)
  }
}

/** What an appointment without an id is known by: its service, its hour, and the name it was made in, in plain letters, if any. */
export const byMeaning = (
  { serviceId, startsAt }: Pick<AppointmentFacts, 'serviceId' | 'startsAt'>,
  name: string | null,
): string => (name === null ? `alike ${serviceId} ${startsAt}` : `meant ${serviceId} ${startsAt} ${name}`)

/** By what those of its hour who have no name are known. */
export const slotOf = ({ service, startsAt }: AppointmentRead): string =>
  byMeaning({ serviceId: service, startsAt }, null)
