import type { z } from 'zod'
import type { AppointmentFacts, AppointmentPerson, ImportLine } from '../../contract/appointments/calls.ts'
import type { Event } from '../../contract/events.ts'
import type { AppointmentId, Instant, ProcedureId } from '../../contract/ids.ts'
import type {
  AppointmentRead,
  CalendarRead,
  CancelledRead,
} from '../../contract/appointments/calendarRead.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Context, Decide, Personal, PersonalChange } from '../decision.ts'
import { requestCode } from '../queue/tickets.ts'
import type { Office } from '../state.ts'
import { atHours, lettersOf } from './merging.ts'
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
  /** The first of a line's names that names an appointment of the office. */
  const named = (
    { uid }: Pick<AppointmentRead, 'uid'>,
    names: readonly string[],
    known: (name: string) => AppointmentId | undefined,
  ): AppointmentId | undefined =>
    names
      .map(known)
      .find((id) => id !== undefined && office.appointments.has(id) && mayBe(uid, context.personal, id))
  const found = (name: string) => read.known.get(name)
  const since = broughtSince(office, context.personal, {
    appointments: read.appointments.filter((one) => named(one, namesFor(one), found) === undefined),
    cancelled: read.cancelled.filter((one) => named(one, namesOf(one), found) === undefined),
  })
  const known = (one: AppointmentRead | CancelledRead, names: readonly string[]) =>
    named(one, names, found) ?? named(one, names, (name) => since.get(name))
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
    const before = known(one, namesFor(one))
    // Who is here already keeps what they came with.
    if (before && office.appointments.get(before)?.state === 'here') continue
    if (before) changed.add(one.line)
    const appointmentId = before ?? (context.newId() as AppointmentId)
    facts.push(factsOf(one, appointmentId, procedureOf(one)))
    personal.push(personRow(one, appointmentId, context, before && context.personal.appointments.get(before)))
  }
  const gone = read.cancelled.flatMap((one) => known(one, namesOf(one)) ?? [])
  const events: Event[] = [
    ...(facts.length === 0 ? [] : [{ type: 'appointmentsImported' as const, data: { appointments: facts } }]),
    ...gone.map((appointmentId) => ({ type: 'appointmentCancelled' as const, data: { appointmentId } })),
  ]
  const cancelled = new Set(
    read.cancelled.filter((one) => known(one, namesOf(one)) !== undefined).map(({ line }) => line),
  )
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

/**
 * Whether an entry of a file may be this appointment of the office: two UIDs are two appointments, whatever code or name they
 * share, as the two members of one family booked together.
 */
const mayBe = (
  uid: string | null,
  { appointments }: Pick<Personal, 'appointments'>,
  id: AppointmentId,
): boolean => {
  const before = appointments.get(id)?.uid ?? null
  return uid === null || before === null || before === uid
}

const namesOf = ({ uid, code }: { readonly uid: string | null; readonly code: string | null }) =>
  byIds(uid, code === null ? null : plain(code))

/** @param code in plain letters */
const byIds = (uid: string | null, code: string | null): readonly string[] => [
  ...(uid === null ? [] : [`uid ${uid}`]),
  ...(code === null ? [] : [`code ${code}`]),
]

/** A file without ids, taken again: the same person, hour and service are the same appointment. */
const namesFor = (one: AppointmentRead): readonly string[] =>
  namesOf(one).length > 0 ? namesOf(one) : byMeaning(toMean(one), one.name === null ? null : plain(one.name))

/**
 * The names of what another act brought since the host gathered those that the office knew: another file, a followed source,
 * another host of the office. A code alone is looked for at its hour; a UID, wherever it went.
 */
function broughtSince(
  office: Office,
  personal: Pick<Personal, 'appointments'>,
  { appointments, cancelled }: Pick<CalendarRead, 'appointments' | 'cancelled'>,
): ReadonlyMap<string, AppointmentId> {
  const names = new Map<string, AppointmentId>()
  const hours = new Set(appointments.map(({ startsAt }) => startsAt))
  const said = {
    codes: new Set(appointments.flatMap(({ code }) => (code === null ? [] : plain(code)))),
    names: new Set(appointments.flatMap(({ name }) => (name === null ? [] : plain(name)))),
  }
  atHours(office, personal, hours, (appointment, person) => {
    const { code, name } = lettersOf(person)
    if (!said.codes.has(code) && (name === null || !said.names.has(name))) return
    for (const known of knownNames(appointment, person)) names.set(known, appointment.appointmentId)
  })
  const uids = new Set([...appointments, ...cancelled].flatMap(({ uid }) => uid ?? []))
  if (uids.size === 0) return names
  for (const [id, { uid }] of personal.appointments)
    if (uid !== null && uids.has(uid) && office.appointments.has(id)) names.set(`uid ${uid}`, id)
  return names
}

const toMean = ({ service, startsAt }: AppointmentRead) => ({ serviceId: service, startsAt })

/** By what an appointment of the office is found in a calendar file. */
export function knownNames(facts: AppointmentFacts, person: AppointmentPerson): readonly string[] {
  const { code, name } = lettersOf(person)
  return [...byIds(person.uid, code), ...byMeaning(facts, name)]
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
    uid,
    preApplications: [...preApplications],
  },
  // Kept for so long after its own hour.
  at: Math.max(now, startsAt) as Instant,
})
