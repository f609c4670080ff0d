import type { AppointmentFacts } from '../../contract/appointments/calls.ts'
import type { Event } from '../../contract/events.ts'
import type { AppointmentId, ProcedureId } from '../../contract/ids.ts'
import type { Context, Decide, PersonalChange } from '../decision.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Office } from '../state.ts'
import type { AppointmentRead, FollowedDays } from '../../contract/appointments/calendarRead.ts'
import { factsOf, personRow } from './importing.ts'
import { claimed, matching, type Claim } from './merging.ts'
import { ownAppointment } from './ownUid.ts'
import type { Appointment } from './state.ts'

/** What one source that the host follows is now, or that it is followed no more. */
export const noteSource: Decide<'source.note'> = (office, { sourceId, kind }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'appointmentSourceSet', data: { sourceId, kind } }], output: {} }

/** What a claim changes of the office: nothing where `facts` and `row` are absent; no appointment where it is left. */
type Taken = {
  readonly appointmentId: AppointmentId | undefined
  readonly facts?: AppointmentFacts
  readonly row?: PersonalChange
}

/**
 * The coming days become what the sources have: what is new comes in, what changed is changed, what is gone goes. A source that
 * was not read keeps what it had. Whoever is here stays, whatever a source says: that it has them no more is noted for the agent.
 */
export const followAppointments: Decide<'appointment.follow'> = (office, _, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { followed: sources } = context
  if (sources === undefined) throw new TypeError('followed days come read')
  const services = new Set<string>(office.settings.services.map(({ serviceId }) => serviceId))
  const withdrawn = new Set(sources.flatMap((one) => one.withdrawn))
  const cancelledHere = [...context.personal.appointments].filter(([, row]) => row.cancelled)
  const told = cancelledHere.filter(([, { uid }]) => uid !== null && withdrawn.has(uid))
  const untold = new Set(cancelledHere.flatMap((one) => (told.includes(one) ? [] : one[1].uid)))
  const claims = claimed(sources).filter(({ uid, read }) => services.has(read.service) && !untold.has(uid))
  const idOf = matching(office, context.personal, claims)
  const taken = claims.map((claim) => ({ claim, ...takenOf(office, claim, idOf(claim), context) }))
  const changed = Map.groupBy(
    taken.filter(({ facts }) => facts !== undefined),
    ({ claim }) => claim.sourceId,
  )
  const gone = goneOf(office, sources, new Set(taken.map(({ appointmentId }) => appointmentId)), context)
  const missing = gone.filter(({ state, goneOutside }) => state === 'here' && !goneOutside)
  const cancelled = gone.filter(({ state }) => state === 'expected').map(({ appointmentId }) => appointmentId)
  const events: Event[] = [
    ...[...changed].map(([sourceId, those]) => ({
      type: 'appointmentsFollowed' as const,
      data: { sourceId, appointments: those.flatMap(({ facts }) => facts ?? []) },
    })),
    ...cancelled.map((appointmentId) => ({ type: 'appointmentCancelled' as const, data: { appointmentId } })),
    ...missing.map(({ appointmentId }) => ({
      type: 'appointmentGoneOutside' as const,
      data: { appointmentId },
    })),
  ]
  return {
    events,
    personal: [
      ...taken.flatMap(({ row }) => row ?? []),
      ...[...cancelled, ...told.map(([id]) => id)].map((id) => ({
        op: 'drop' as const,
        kind: 'appointment' as const,
        id,
      })),
    ],
    output: { cancelled },
  }
}

/** @param before the appointment that the claim is of, where the office knows it */
function takenOf(
  office: Office,
  { sourceId, uid, read }: Claim,
  before: AppointmentId | undefined,
  context: Context,
): Taken {
  const own = ownAppointment(office, uid)
  // One of the office's own that it has no more was cancelled here.
  if (own !== undefined && !office.appointments.has(own)) return { appointmentId: undefined }
  const known = before === undefined ? undefined : office.appointments.get(before)
  // Of a day that was closed, what has ended does not come back.
  if (!known && office.day === null && read.startsAt + read.minutes * 60_000 <= context.now)
    return { appointmentId: undefined }
  const id = before ?? (context.newId() as AppointmentId)
  // Moved here, and not told there yet.
  const movedHere = own !== undefined && known?.movedFrom === read.startsAt
  if (known?.state === 'here' || movedHere) return { appointmentId: id }
  const procedure =
    read.procedure !== null && procedureNow(office, context, read.procedure as ProcedureId)
      ? (read.procedure as ProcedureId)
      : null
  // The calendar says when; what the office gave it for, the office knows.
  const facts =
    own !== undefined && known
      ? { ...factsOf(read, id, known.procedureId), serviceId: known.serviceId, files: known.files }
      : factsOf(read, id, procedure)
  const changed = known?.followedBy !== sourceId || known.movedFrom !== undefined || !sameFacts(known, facts)
  const row = rowOf(read, id, own !== undefined, changed, context)
  return { appointmentId: id, ...(changed ? { facts } : {}), ...(row ? { row } : {}) }
}

/** The personal row of an appointment, where it changes. @param own the office gave it: the row is the office's, save the UID */
function rowOf(
  read: AppointmentRead,
  id: AppointmentId,
  own: boolean,
  changed: boolean,
  context: Context,
): PersonalChange | undefined {
  const person = context.personal.appointments.get(id)
  if (own && person) {
    if (!changed) return undefined
    return { op: 'put', kind: 'appointment', id, value: { ...person, uid: read.uid }, at: read.startsAt }
  }
  const same =
    person?.uid === read.uid &&
    person.name === read.name &&
    sameNumbers(person.preApplications, read.preApplications)
  return changed || !same ? personRow(read, id, context, person) : undefined
}

/** What the source that has it was read whole without, and no other source has. @param met what some source has */
function goneOf(
  office: Office,
  sources: readonly FollowedDays[],
  met: ReadonlySet<AppointmentId | undefined>,
  { personal }: Context,
): readonly Appointment[] {
  const byId = new Map(sources.map((one) => [one.sourceId, one]))
  const present = new Set(sources.flatMap((one) => one.present))
  return [...personal.appointments].flatMap(([id, { uid }]) => {
    const appointment = office.appointments.get(id)
    const source = appointment?.followedBy === undefined ? undefined : byId.get(appointment.followedBy)
    if (!appointment || !source?.whole || uid === null) return []
    return isWithin(appointment, source) && !met.has(id) && !present.has(uid) ? [appointment] : []
  })
}

const isWithin = ({ startsAt }: Appointment, { from, to }: FollowedDays): boolean =>
  startsAt >= from && startsAt < to

const sameFacts = (one: Appointment, other: AppointmentFacts): boolean =>
  one.serviceId === other.serviceId &&
  one.procedureId === other.procedureId &&
  one.startsAt === other.startsAt &&
  one.minutes === other.minutes &&
  one.files === other.files

const sameNumbers = (numbers: readonly string[], others: readonly string[]): boolean =>
  numbers.length === others.length && numbers.every((number, at) => number === others[at])
