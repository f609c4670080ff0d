import type { AppointmentFacts, AppointmentPerson } from '../../contract/appointments/calls.ts'
import type {
  AppointmentRead,
  CalendarPart,
  CalendarRead,
  CancelledRead,
} from '../../contract/appointments/calendarRead.ts'
import type { AppointmentId } from '../../contract/ids.ts'
import type { Personal } from '../decision.ts'
import type { Office } from '../state.ts'
import { atHours, isNamedOtherwise, lettersOf, meaningOf, meaningOfRead } from './merging.ts'
import { plain } from './plain.ts'
import type { Appointment } from './state.ts'

/** A line of a file, as far as it names an appointment of the office. */
type Line = AppointmentRead | CancelledRead
/** For what, when and for whom a line says that it is; null where a cancelled one does not say it. */
const saidBy = (line: Line) => ('said' in line ? line.said : line)
/** Its place among the lines of its file that say the same service and hour, where it says nothing else. */
const alikeOf = (line: Line) => ('said' in line ? undefined : line.alike)
/** The appointments that a name is of. */
type Named = (name: string) => readonly AppointmentId[]

/**
 * Finds the appointment of the office that a line is of: the one that bears its UID, else the one that means the same under
 * its code, else the only one that its code may name. A code of several that means none of them names nobody; of two that
 * a cancelled line means alike, neither is cancelled. Once a call erased their names, new lines are of those who were called at
 * that hour, unless there are more of them.
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
  const called = (line: Line): AppointmentId | undefined => {
    if ('said' in line || !isBareName(line) || (line.uid !== null && !read.renewed)) return undefined
    const nameless = [...new Set([...all(slotOf(line)), ...namesFor(line).flatMap(all)])].filter((id) => {
      const [appointment, uid] = [office.appointments.get(id), uidOf(id)]
      const isCalled = isHere(appointment) && !appointment?.given && rows.get(id)?.name === null
      // One that this file had before has a line of its own.
      return (
        isCalled &&
        isFree(appointment) &&
        (uid === null || !before(`uid ${uid}`).length || !read.uids.has(uid))
      )
    })
    if ((read.strangers.get(slotOf(line)) ?? 0) > nameless.length) return undefined
    return nameless.find((id) => !met.has(id) && !isElsewhere(line, id))
  }
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

/** No followed source has it: what has been taken from a file alone. */
const isFree = (appointment: Appointment | undefined): boolean => appointment?.followedBy === undefined

const isHere = (appointment: Appointment | undefined): boolean => appointment?.state === 'here'

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

/** A line that a name alone tells from the others of its hour, whatever id it has. */
const isBareName = ({ name, code }: AppointmentRead): boolean => name !== null && code === null

/** By what those of its hour who have no name are known. */
const slotOf = ({ service, startsAt }: AppointmentRead): string =>
  byMeaning({ serviceId: service, startsAt }, null)[0]!

const hasCodeOf = ({ code }: Line, person: AppointmentPerson | undefined): boolean =>
  code !== null && person !== undefined && lettersOf(person).code === plain(code)

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

const namesOf = ({ uid, code }: { readonly uid: string | null; readonly code: string | null }) =>
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
const namesFor = (one: Line): readonly string[] => {
  const said = saidBy(one)
  const names = namesOf(one)
  if (said === null || one.code !== null || (one.uid !== null && said.name === null)) return names
  const meant = byMeaning(
    { serviceId: said.service, startsAt: said.startsAt },
    said.name === null ? null : plain(said.name),
  )
  return [...names, ...meant]
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

/** Adds an appointment of the office under each name by which a calendar file may mean it; others may share its code or its meaning. */
export function addNames(
  known: Map<string, AppointmentId[]>,
  facts: AppointmentFacts,
  person: AppointmentPerson,
): void {
  const { code, name } = lettersOf(person)
  for (const one of [...byIds(person.uid, code), ...byMeaning(facts, name)]) {
    const ids = known.get(one) ?? []
    ids.push(facts.appointmentId)
    known.set(one, ids)
  }
}

/** What an appointment without an id is known by: its service, its hour, and the name it was made in, in plain letters, if any. */
const byMeaning = (
  { serviceId, startsAt }: Pick<AppointmentFacts, 'serviceId' | 'startsAt'>,
  name: string | null,
): readonly string[] => [
  name === null ? `alike ${serviceId} ${startsAt}` : `meant ${serviceId} ${startsAt} ${name}`,
]
