import type { z } from 'zod'
import type { AppointmentFacts, AppointmentPerson, ImportLine } from '../../contract/appointments/calls.ts'
import type { Event } from '../../contract/events.ts'
import type { AppointmentId, Instant, ProcedureId } from '../../contract/ids.ts'
import type {
  AppointmentRead,
  CalendarPart,
  CalendarRead,
  CancelledRead,
} from '../../contract/appointments/calendarRead.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Context, Decide, Personal, PersonalChange } from '../decision.ts'
import { requestCode } from '../queue/tickets.ts'
import type { Office } from '../state.ts'
import { atHours, lettersOf, meaningOf, meaningOfRead } from './merging.ts'
import { plain } from './plain.ts'

/**
 * A part of a calendar file, as the host read it: what can be read is taken, what was known before the file is changed, the
 * report names the rest.
 */
export const importAppointments: Decide<'appointment.import'> = (office, _, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { calendar: read } = context
  if (read === undefined) throw new TypeError('a calendar comes read')
  const services = new Set<string>(office.settings.services.map(({ serviceId }) => serviceId))
  const [only] = read.report
  if (
    read.appointments.length + read.cancelled.length === 0 &&
    only &&
    ['tooLarge', 'nothingFound', 'missingColumn'].includes(only.code)
  )
    return { refusal: 'calendarUnreadable' }
  const known = knownTo(office, context.personal, read)
  const procedureOf = ({ procedure }: AppointmentRead) =>
    procedure !== null && procedureNow(office, context, procedure as ProcedureId)
      ? (procedure as ProcedureId)
      : null
  const changed = new Set<number>()
  const facts: AppointmentFacts[] = []
  const personal: PersonalChange[] = []
  /** Why a line that was read is left all the same. */
  const left = new Map<number, 'unknownService'>()
  for (const one of read.appointments) {
    // Withdrawn while the file was read.
    if (!services.has(one.service)) {
      left.set(one.line, 'unknownService')
      continue
    }
    const before = known(one)
    // Who is here already keeps what they came with.
    if (before && office.appointments.get(before)?.state === 'here') continue
    if (before) changed.add(one.line)
    const appointmentId = before ?? (context.newId() as AppointmentId)
    facts.push(factsOf(one, appointmentId, procedureOf(one)))
    personal.push(personRow(one, appointmentId, context, before && context.personal.appointments.get(before)))
  }
  const gone = read.cancelled.flatMap((one) => known(one) ?? [])
  const events: Event[] = [
    ...(facts.length === 0 ? [] : [{ type: 'appointmentsImported' as const, data: { appointments: facts } }]),
    ...gone.map((appointmentId) => ({ type: 'appointmentCancelled' as const, data: { appointmentId } })),
  ]
  const cancelled = new Set(read.cancelled.filter((one) => known(one) !== undefined).map(({ line }) => line))
  return {
    events,
    personal: [...personal, ...gone.map((id) => ({ op: 'drop' as const, kind: 'appointment' as const, id }))],
    output: {
      taken: read.appointments.length - left.size,
      skipped: read.report.filter(({ state }) => state === 'skipped').length + left.size,
      report: read.report.map((line): z.infer<typeof ImportLine> => {
        const why = left.get(line.line)
        if (why !== undefined) return { ...line, state: 'skipped', code: why, text: '' }
        if (line.state === 'taken' && changed.has(line.line))
          return { ...line, state: 'changed', code: line.code === 'taken' ? 'changed' : line.code }
        return cancelled.has(line.line) ? { ...line, state: 'cancelled' } : { ...line }
      }),
    },
  }
}

/** A line of a file, as far as it names an appointment of the office. */
type Line = AppointmentRead | CancelledRead
/** The appointments that a name is of. */
type Named = (name: string) => readonly AppointmentId[]

/**
 * Finds the appointment of the office that a line is of: the one that bears its UID, else the one that means the same under
 * its code, else the only one that its code may name. A code of several that means none of them names nobody.
 */
function knownTo(
  office: Office,
  { appointments: rows }: Pick<Personal, 'appointments'>,
  read: CalendarPart,
): (line: Line) => AppointmentId | undefined {
  /** The UIDs that lines of this part give. */
  const given = new Map<AppointmentId, string>()
  const uidOf = (id: AppointmentId) => given.get(id) ?? rows.get(id)?.uid ?? null
  const means = (line: Line, id: AppointmentId) => meansSame(line, office.appointments.get(id), rows.get(id))
  /**
   * Two UIDs are two appointments, whatever code or name they share, as the two members of one family booked together; save
   * where a source renewed them: the file has the first no more, and says the same person under the same code.
   */
  const mayBe = (line: Line, id: AppointmentId): boolean => {
    const before = uidOf(id)
    if (line.uid === null || before === null || before === line.uid) return true
    return !read.uids.has(before) && hasCodeOf(line, rows.get(id)) && isNamed(line) && means(line, id)
  }
  const among = (line: Line, named: Named) =>
    [...new Set(namesFor(line).flatMap(named))].filter((id) => office.appointments.has(id) && mayBe(line, id))
  const sure = (line: Line, ids: readonly AppointmentId[]) =>
    ids.find((id) => line.uid !== null && uidOf(id) === line.uid) ?? ids.find((id) => means(line, id))
  const before: Named = (name) => read.known.get(name) ?? []
  const unsure = (line: Line) => sure(line, among(line, before)) === undefined
  const since = broughtSince(
    office,
    { appointments: rows },
    {
      appointments: read.appointments.filter(unsure),
      cancelled: read.cancelled.filter(unsure),
    },
  )
  const all: Named = (name) => [...before(name), ...(since.get(name) ?? [])]
  return (line) => {
    const ids = among(line, all)
    const id = sure(line, ids) ?? (ids.length === 1 ? ids[0] : undefined)
    if (id !== undefined && line.uid !== null) given.set(id, line.uid)
    return id
  }
}

/** Whether a line says a name: two UIDs of one code without a name may be two persons. */
const isNamed = (line: Line): boolean => 'startsAt' in line && line.name !== null

const hasCodeOf = ({ code }: Line, person: AppointmentPerson | undefined): boolean =>
  code !== null && person !== undefined && lettersOf(person).code === plain(code)

/** Whether a line says the service, the hour and the name of an appointment; what has neither UID nor code was found by these. */
const meansSame = (
  line: Line,
  facts: AppointmentFacts | undefined,
  person: AppointmentPerson | undefined,
): boolean => {
  if (!('startsAt' in line)) return false
  if (namesOf(line).length === 0) return true
  if (!facts || !person || facts.serviceId !== line.service || facts.startsAt !== line.startsAt) return false
  return line.name === null || person.name === null
    ? line.name === person.name
    : meaningOf(facts, person) === meaningOfRead(line) || lettersOf(person).name === plain(line.name)
}

const namesOf = ({ uid, code }: { readonly uid: string | null; readonly code: string | null }) =>
  byIds(uid, code === null ? null : plain(code))

/** @param code in plain letters */
const byIds = (uid: string | null, code: string | null): readonly string[] => [
  ...(uid === null ? [] : [`uid ${uid}`]),
  ...(code === null ? [] : [`code ${code}`]),
]

/** A file without ids, taken again: the same person, hour and service are the same appointment. */
const namesFor = (one: Line): readonly string[] =>
  namesOf(one).length > 0 || !('startsAt' in one)
    ? namesOf(one)
    : byMeaning(toMean(one), one.name === null ? null : plain(one.name))

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
  const hours = new Set(appointments.map(({ startsAt }) => startsAt))
  const said = {
    codes: new Set(appointments.flatMap(({ code }) => (code === null ? [] : plain(code)))),
    names: new Set(appointments.flatMap(({ name }) => (name === null ? [] : plain(name)))),
  }
  atHours(office, personal, hours, (appointment, person) => {
    const { code, name } = lettersOf(person)
    if (!said.codes.has(code) && (name === null || !said.names.has(name))) return
    addNames(names, appointment, person)
  })
  const uids = new Set([...appointments, ...cancelled].flatMap(({ uid }) => uid ?? []))
  if (uids.size === 0) return names
  for (const [id, { uid }] of personal.appointments)
    if (uid !== null && uids.has(uid) && office.appointments.has(id)) names.set(`uid ${uid}`, [id])
  return names
}

const toMean = ({ service, startsAt }: AppointmentRead) => ({ serviceId: service, startsAt })

/** Every UID that the parts of a file have, taken or cancelled. */
export const uidsIn = (
  parts: readonly Pick<CalendarRead, 'appointments' | 'cancelled'>[],
): ReadonlySet<string> =>
  new Set(
    parts.flatMap(({ appointments, cancelled }) =>
      [...appointments, ...cancelled].flatMap(({ uid }) => uid ?? []),
    ),
  )

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

/** What an appointment without an id is known by: its service, its hour, and the name it was made in, in plain letters. */
const byMeaning = (
  { serviceId, startsAt }: Pick<AppointmentFacts, 'serviceId' | 'startsAt'>,
  name: string | null,
): readonly string[] => (name === null ? [] : [`meant ${serviceId} ${startsAt} ${name}`])

export const factsOf = (
  { service, startsAt, minutes, files }: AppointmentRead,
  appointmentId: AppointmentId,
  procedureId: ProcedureId | null,
): AppointmentFacts => ({
  appointmentId,
  serviceId: service,
  procedureId,
  startsAt,
  minutes,
  files,
})

export const personRow = (
  { name, code, uid, preApplications, startsAt }: AppointmentRead,
  id: AppointmentId,
  { now, newSalt }: Pick<Context, 'now' | 'newSalt'>,
  before: AppointmentPerson | undefined,
): PersonalChange => ({
  op: 'put',
  kind: 'appointment',
  id,
  value: {
    name,
    code: code ?? before?.code ?? requestCode(newSalt()).slice(0, 6),
    uid: uid ?? before?.uid ?? null,
    preApplications: [...preApplications],
  },
  // Kept for so long after its own hour.
  at: Math.max(now, startsAt) as Instant,
})
