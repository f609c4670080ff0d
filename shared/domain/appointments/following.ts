import type { AppointmentFacts } from '../../contract/appointments/calls.ts'
import type { Event } from '../../contract/events.ts'
import type { AppointmentId, ProcedureId } from '../../contract/ids.ts'
import type { Decide, PersonalChange } from '../decision.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { AppointmentRead, FollowedDays } from './calendarRead.ts'
import { factsOf, personRow } from './importing.ts'
import { ownAppointment } from './ownUid.ts'
import type { Appointment } from './state.ts'

/** The source that the host now follows, or none. */
export const noteSource: Decide<'source.note'> = (office, { kind }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'appointmentSourceSet', data: { kind } }], output: {} }

/**
 * The coming days become what the source has: what is new comes in, what changed is changed, what is gone goes. Whoever is here
 * stays, whatever the source says: that it has them no more is noted for the agent.
 */
export const followAppointments: Decide<'appointment.follow'> = (office, _, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { followed: read, personal, now } = context
  if (read === undefined) throw new TypeError('followed days come read')
  const services = new Set<string>(office.settings.services.map(({ serviceId }) => serviceId))
  const idByUid = new Map<string, AppointmentId>()
  for (const [id, { uid }] of personal.appointments)
    if (uid !== null && office.appointments.has(id)) idByUid.set(uid, id)
  const facts: AppointmentFacts[] = []
  const rows: PersonalChange[] = []
  for (const one of read.appointments) {
    if (one.uid === null || !services.has(one.service)) continue
    const own = ownAppointment(office, one.uid)
    // One of the office's own that it has no more was cancelled here.
    if (own !== undefined && !office.appointments.has(own)) continue
    const before = idByUid.get(one.uid) ?? own
    const known = before === undefined ? undefined : office.appointments.get(before)
    if (known?.state === 'here') continue
    // Moved here, and not told there yet.
    if (own !== undefined && known?.movedFrom === one.startsAt) continue
    // Of a day that was closed, what has ended does not come back.
    if (!known && office.day === null && one.startsAt + one.minutes * 60_000 <= now) continue
    const procedure =
      one.procedure !== null && procedureNow(office, context, one.procedure as ProcedureId)
        ? (one.procedure as ProcedureId)
        : null
    const id = before ?? (context.newId() as AppointmentId)
    // The calendar says when; what the office gave it for, the office knows.
    const told =
      own !== undefined && known
        ? { ...factsOf(one, id, known.procedureId), serviceId: known.serviceId, files: known.files }
        : factsOf(one, id, procedure)
    const person = before && personal.appointments.get(before)
    const changed = !known?.followed || known.movedFrom !== undefined || !sameFacts(known, told)
    if (changed) facts.push(told)
    if (own !== undefined && person) {
      if (changed)
        rows.push({
          op: 'put',
          kind: 'appointment',
          id,
          value: { ...person, uid: one.uid },
          at: one.startsAt,
        })
    } else if (changed || person?.name !== one.name || !sameNumbers(person.preApplications, one))
      rows.push(personRow(one, id, context, person))
  }
  const present = new Set(read.present)
  const gone = [...idByUid].flatMap(([uid, id]) => {
    const appointment = office.appointments.get(id)
    const told = read.whole && appointment?.followed && isWithin(appointment, read) && !present.has(uid)
    return told ? [appointment] : []
  })
  const missing = gone.filter(({ state, goneOutside }) => state === 'here' && !goneOutside)
  const cancelled = gone.filter(({ state }) => state === 'expected').map(({ appointmentId }) => appointmentId)
  const events: Event[] = [
    ...(facts.length === 0 ? [] : [{ type: 'appointmentsFollowed' as const, data: { appointments: facts } }]),
    ...cancelled.map((appointmentId) => ({ type: 'appointmentCancelled' as const, data: { appointmentId } })),
    ...missing.map(({ appointmentId }) => ({
      type: 'appointmentGoneOutside' as const,
      data: { appointmentId },
    })),
  ]
  return {
    events,
    personal: [
      ...rows,
      ...cancelled.map((id) => ({ op: 'drop' as const, kind: 'appointment' as const, id })),
    ],
    output: { cancelled },
  }
}

const isWithin = ({ startsAt }: Appointment, { from, to }: FollowedDays): boolean =>
  startsAt >= from && startsAt < to

const sameFacts = (one: Appointment, other: AppointmentFacts): boolean =>
  one.serviceId === other.serviceId &&
  one.procedureId === other.procedureId &&
  one.startsAt === other.startsAt &&
  one.minutes === other.minutes &&
  one.files === other.files

const sameNumbers = (numbers: readonly string[], { preApplications }: AppointmentRead): boolean =>
  numbers.length === preApplications.length && numbers.every((number, at) => number === preApplications[at])
