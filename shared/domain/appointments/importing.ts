import type { z } from 'zod'
import type { AppointmentFacts, AppointmentPerson, ImportLine } from '../../contract/appointments/calls.ts'
import type { Event } from '../../contract/events.ts'
import type { AppointmentId, Instant, ProcedureId } from '../../contract/ids.ts'
import type { AppointmentRead } from '../../contract/appointments/calendarRead.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Context, Decide, PersonalChange } from '../decision.ts'
import { requestCode } from '../queue/tickets.ts'
import { knownTo } from './knownLines.ts'
import { factsNow, type Appointment } from './state.ts'

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
    if (before) changed.add(one.line)
    // Who is here already keeps what they came with; a file had them no more, and has them again.
    const there = before && office.appointments.get(before)
    if (there?.state === 'here') {
      if (there.goneOutside) facts.push(factsNow(there))
      personal.push(...identified(one, there, context))
      continue
    }
    const appointmentId = before ?? (context.newId() as AppointmentId)
    facts.push(factsOf(one, appointmentId, procedureOf(one)))
    personal.push(personRow(one, appointmentId, context, before && context.personal.appointments.get(before)))
  }
  const cancelled = new Map(
    read.cancelled.flatMap((one) => {
      const id = known(one)
      const appointment = id === undefined ? undefined : office.appointments.get(id)
      return appointment ? [[one.line, appointment] as const] : []
    }),
  )
  const named = [...new Set(cancelled.values())]
  const gone = named.filter(({ state }) => state === 'expected')
  // Whoever is here stays, and the agent sees that the file has them no more.
  const missing = named.filter(({ state, goneOutside }) => state === 'here' && !goneOutside)
  const events: Event[] = [
    ...(facts.length === 0 ? [] : [{ type: 'appointmentsImported' as const, data: { appointments: facts } }]),
    ...gone.map(({ appointmentId }) => ({ type: 'appointmentCancelled' as const, data: { appointmentId } })),
    ...missing.map(({ appointmentId }) => ({
      type: 'appointmentGoneOutside' as const,
      data: { appointmentId },
    })),
  ]
  return {
    events,
    personal: [
      ...personal,
      ...gone.map(({ appointmentId: id }) => ({ op: 'drop' as const, kind: 'appointment' as const, id })),
    ],
    output: {
      taken: read.appointments.length - left.size,
      skipped: read.report.filter(({ state }) => state === 'skipped').length + left.size,
      report: read.report.map((line): z.infer<typeof ImportLine> => {
        const why = left.get(line.line)
        if (why !== undefined) return { ...line, state: 'skipped', code: why, text: '' }
        if (line.state === 'taken' && changed.has(line.line))
          return { ...line, state: 'changed', code: line.code === 'taken' ? 'changed' : line.code }
        const isGone = cancelled.get(line.line)?.state === 'expected'
        return isGone ? { ...line, state: 'cancelled' } : { ...line }
      }),
    },
  }
}

/**
 * The id that a file gives to who is here: to who came without one, or whose source renewed it, by which its next file is known
 * to be of them. A followed source has its own.
 */
function identified(
  { uid }: AppointmentRead,
  { appointmentId: id, startsAt, followedBy }: Appointment,
  { now, personal }: Context,
): readonly PersonalChange[] {
  const row = personal.appointments.get(id)
  if (uid === null || !row || row.uid === uid) return []
  if (row.uid !== null && followedBy !== undefined) return []
  const at = Math.max(now, startsAt) as Instant
  return [{ op: 'put', kind: 'appointment', id, value: { ...row, uid }, at }]
}

/** What the journal keeps of an appointment that was read: no name, no code, no identifier of another software. */
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

/**
 * The personal row of an appointment that was read.
 * @param before its row so far: a code or an identifier that the reading lacks stays
 * @returns a row kept from the appointment's own hour; one without a code gets a code of six letters and figures
 */
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
