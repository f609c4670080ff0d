import type { AppointmentFacts, AppointmentPerson } from '../../contract/appointments/calls.ts'
import type { CalendarPart, CalendarRead } from '../../contract/appointments/calendarRead.ts'
import type { AppointmentId } from '../../contract/ids.ts'
import type { Personal } from '../decision.ts'
import type { Office } from '../state.ts'
import { calledTo } from './calledLines.ts'
import { addNames, hasCodeOf, namesFor, namesOf, saidBy, type Line, type Named } from './lineNames.ts'
import { atHours, isNamedOtherwise, lettersOf, meaningOf, meaningOfRead } from './merging.ts'
import { plain } from './plain.ts'
import { isFree, isHere, type Appointment } from './state.ts'

/** Its place among the lines of its file that say the same service and hour, where it says nothing else. */
const alikeOf = (line: Line) => ('said' in line ? undefined : line.alike)

/**
 * Finds the appointment of the office that a line is of: the one that bears its UID, else the one that means the same under
 * its code, else the only one that its code may name. A code of several that means none of them names nobody; of two that
 * a cancelled line means alike, neither is cancelled. Once the end of a visit erased their names, new lines are of those who
 * were called at that hour, unless there are more of them.
 */
export function knownTo(
  office: Office,
  { appointments: rows }: Pick<Personal, 'appointments'>,
  read: CalendarPart,
): (line: Line) => AppointmentId | undefined {
  /** The UIDs that lines of this part give, and the appointments that they are of. */
  const given = new Map<AppointmentId, string>()
  const met = new Set<AppointmentId>()
  const uidOf = (id: AppointmentId) => given.get(id) ?? rows.get(id)?.uid ?? null
  const means = (line: Line, id: AppointmentId) => meansSame(line, office.appointments.get(id), rows.get(id))
  /**
   * Two UIDs are two appointments, whatever code or name they share, as the two members of one family booked together; save
   * where a source renewed them: the file has the first no more, and says the same person under the same code, or under none
   * in a file whose UIDs are all new. A followed source has its own.
   */
  const mayBe = (line: Line, id: AppointmentId): boolean => {
    const before = uidOf(id)
    if (line.uid !== null && before === line.uid) return true
    // Another line of this part is of it: it neither changes it again nor cancels it by its former code.
    if (met.has(id)) return false
    if ('said' in line && line.code !== null && !hasCodeOf(line, rows.get(id))) return false
    // What the office gave has a code of its own: a name at its hour may be of somebody else.
    if (!hasCodeOf(line, rows.get(id)) && office.appointments.get(id)?.given) return false
    if (line.uid === null || before === null) return true
    const isRenewed =
      hasCodeOf(line, rows.get(id)) ||
      (line.code === null && read.renewed && isFree(office.appointments.get(id)))
    return !read.uids.has(before) && isRenewed && isNamed(line) && means(line, id)
  }
  /** Whether another line of the file has its id: a code alone does not make it this line's. */
  const isElsewhere = (line: Line, id: AppointmentId): boolean => {
    const uid = uidOf(id)
    return uid !== null && uid !== line.uid && read.uids.has(uid)
  }
  const among = (line: Line, named: Named) =>
    [...new Set(namesFor(line).flatMap(named))].filter((id) => office.appointments.has(id) && mayBe(line, id))
  const sure = (line: Line, ids: readonly AppointmentId[]) => {
    const same = ids.find((id) => line.uid !== null && uidOf(id) === line.uid)
    if (same !== undefined) return same
    const meant = ids.filter((id) => means(line, id))
    if ('said' in line && meant.length > 1) return undefined
    return (line.uid === null ? meant.find((id) => uidOf(id) === null) : undefined) ?? meant[0]
  }
  const before: Named = (name) => read.known.get(name) ?? []
  const unsure = (line: Line) => alikeOf(line) !== undefined || sure(line, among(line, before)) === undefined
  const since = broughtSince(
    office,
    { appointments: rows },
    {
      appointments: read.appointments.filter(unsure),
      cancelled: read.cancelled.filter(unsure),
    },
  )
  const all: Named = (name) => [...before(name), ...(since.get(name) ?? [])]
  /** Looked at once for each hour: a file may have all its lines at one. */
  const alikeAt = new Map<string, readonly AppointmentId[]>()
  const alike = (line: Line): readonly AppointmentId[] => {
    const [slot = ''] = namesFor(line)
    const ids =
      alikeAt.get(slot) ??
      [...new Set(all(slot))].filter((id) => isAlike(office.appointments.get(id), rows.get(id), read.codes))
    alikeAt.set(slot, ids)
    return ids
  }
  const called = calledTo(office, { appointments: rows }, read, {
    named: all,
    uidOf,
    isTaken: (line, id) => met.has(id) || isElsewhere(line, id),
  })
  return (line) => {
    const place = alikeOf(line)
    if (place !== undefined) return alike(line)[place]
    const ids = among(line, all)
    const left = ids.filter(
      (one) => !isElsewhere(line, one) && !isRelatives(line, office.appointments.get(one), rows.get(one)),
    )
    // Whoever is here keeps their line, whichever relative is still expected: it brings nobody.
    const here = 'said' in line ? undefined : left.find((one) => isHere(office.appointments.get(one)))
    const [only, ...more] = here === undefined ? left : [here]
    // A line that cancels under an id cancels no other by its code: taken again, it would.
    const isBare = !('said' in line) || line.uid === null
    const id = sure(line, ids) ?? (isBare && more.length === 0 ? only : undefined) ?? called(line)
    if (id !== undefined) met.add(id)
    if (id !== undefined && line.uid !== null) given.set(id, line.uid)
    return id
  }
}

/** Whether an appointment is known by its hour alone: no name, no id, no code of the file, and the office did not give it. */
const isAlike = (
  appointment: Appointment | undefined,
  person: AppointmentPerson | undefined,
  codes: ReadonlySet<string>,
): boolean =>
  appointment !== undefined &&
  !appointment.given &&
  person?.uid === null &&
  person.name === null &&
  person.preApplications.length === 0 &&
  !codes.has(lettersOf(person).code)

/** Whether a line says a name: two UIDs of one code without a name may be two persons. */
const isNamed = (line: Line): boolean => (saidBy(line)?.name ?? null) !== null

/**
 * Whether a line that bears an appointment's code is of another person of it. A code names whoever is expected, whatever the
 * name is now; who is here came with theirs, and only who is named is cancelled. Once a name is forgotten, the hour tells.
 */
const isRelatives = (
  line: Line,
  appointment: Appointment | undefined,
  person: AppointmentPerson | undefined,
): boolean => {
  const said = saidBy(line)
  if (said === null || !appointment || !person) return false
  if (said.name !== null && person.name !== null)
    return (isHere(appointment) || 'said' in line) && isNamedOtherwise(said.name, person.name)
  return (
    isHere(appointment) && (said.startsAt !== appointment.startsAt || said.service !== appointment.serviceId)
  )
}

/** Whether a line says the service, the hour and the name of an appointment; what has neither UID nor code was found by these. */
const meansSame = (
  line: Line,
  facts: AppointmentFacts | undefined,
  person: AppointmentPerson | undefined,
): boolean => {
  const said = saidBy(line)
  if (said === null) return false
  if (namesOf(line).length === 0) return true
  if (!facts || !person || facts.serviceId !== said.service || facts.startsAt !== said.startsAt) return false
  return said.name === null || person.name === null
    ? said.name === person.name
    : meaningOf(facts, person) === meaningOfRead(said) || lettersOf(person).name === plain(said.name)
}

/**
 * The names of what another act brought since the host gathered those that the office knew: another file, a followed source,
 * another host of the office. A code alone is looked for at its hour; a UID, wherever it went.
 */
function broughtSince(
  office: Office,
  personal: Pick<Personal, 'appointments'>,
  { appointments, cancelled }: Pick<CalendarRead, 'appointments' | 'cancelled'>,
): ReadonlyMap<string, readonly AppointmentId[]> {
  const names = new Map<string, AppointmentId[]>()
  const lines: readonly Line[] = [...appointments, ...cancelled]
  const all = lines.flatMap((line) => saidBy(line) ?? [])
  const hours = new Set(all.map(({ startsAt }) => startsAt))
  const said = {
    codes: new Set(lines.flatMap(({ code }) => (code === null ? [] : plain(code)))),
    names: new Set(all.flatMap(({ name }) => (name === null ? [] : plain(name)))),
  }
  const hasAlike = appointments.some(({ alike }) => alike !== undefined)
  atHours(office, personal, hours, (appointment, person) => {
    const { code, name } = lettersOf(person)
    const isNamed = name === null ? hasAlike : said.names.has(name)
    if (!said.codes.has(code) && !isNamed) return
    addNames(names, appointment, person)
  })
  const uids = new Set(lines.flatMap(({ uid }) => uid ?? []))
  if (uids.size === 0) return names
  for (const [id, { uid }] of personal.appointments)
    if (uid !== null && uids.has(uid) && office.appointments.has(id)) names.set(`uid ${uid}`, [id])
  return names
}
