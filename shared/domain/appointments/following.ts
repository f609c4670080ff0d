import type { AppointmentFacts } from '../../contract/appointments/calls.ts'
import type { Event } from '../../contract/events.ts'
import type { AppointmentId, ProcedureId } from '../../contract/ids.ts'
import type { Context, Decide, Personal, PersonalChange } from '../decision.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Office } from '../state.ts'
import type { AppointmentRead, FollowedPart, SourceClaim } from '../../contract/appointments/calendarRead.ts'
import { factsOf, personRow } from './importing.ts'
import { atHours, meaningOf, meaningOfRead } from './merging.ts'
import { ownAppointment } from './ownUid.ts'
import { factsNow, type Appointment } from './state.ts'

/** What one source that the host follows is now, or that it is followed no more. */
export const noteSource: Decide<'source.note'> = (office, { sourceId, kind }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'appointmentSourceSet', data: { sourceId, kind } }], output: {} }

/**
 * The coming days become what the sources have, some of it in each act: what is new comes in, what changed is changed, what is
 * gone goes. Whoever is here stays, whatever a source says: that it has them no more is noted for the agent.
 */
export const followAppointments: Decide<'appointment.follow'> = (office, _, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { followed: part } = context
  if (part === undefined) throw new TypeError('followed days come read')
  const services = servicesOf(office)
  const rows = rowsNamed(context.personal, part.claims)
  const claims = part.claims.filter(
    ({ uid, read }) => services.has(read.service) && (!rows.cancelled.has(uid) || part.withdrawn.has(uid)),
  )
  // What the host found may have changed since: another act, or another host, passed between.
  const foundOf = ({ uid, before }: SourceClaim) =>
    [rows.named.get(uid), ownAppointment(office, uid), before].find(
      (id) => id !== undefined && office.appointments.has(id),
    )
  const found = claims.map((claim) => ({ claim, id: foundOf(claim) }))
  const meant = meantSince(office, context.personal, part, found)
  const taken = found.map(({ claim, id }) => ({
    ...takenOf(office, claim, id ?? meant(claim), context),
    claim,
  }))
  const changed = Map.groupBy(
    taken.filter(({ facts }) => facts !== undefined),
    ({ claim }) => claim.sourceId,
  )
  const told = part.told.filter((id) => context.personal.appointments.get(id)?.cancelled)
  const gone = part.gone.flatMap(({ appointmentId, sourceId }) => {
    const appointment = office.appointments.get(appointmentId)
    return appointment?.followedBy === sourceId ? [appointment] : []
  })
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
  const dropped = [...cancelled, ...told]
  return {
    events,
    personal: [
      ...taken.flatMap(({ row }) => row ?? []),
      ...dropped.map((id) => ({ op: 'drop' as const, kind: 'appointment' as const, id })),
    ],
    output: { cancelled },
  }
}

/**
 * By its meaning, the appointment that another act brought since the host looked, each once: a file, another host. What the
 * office gave, and what a source has under its own UID, is no other's.
 */
function meantSince(
  office: Office,
  personal: Pick<Personal, 'appointments'>,
  { claimed }: Pick<FollowedPart, 'claimed'>,
  found: readonly { readonly claim: SourceClaim; readonly id: AppointmentId | undefined }[],
): (claim: SourceClaim) => AppointmentId | undefined {
  const hours = new Set(found.flatMap(({ claim, id }) => (id === undefined ? claim.read.startsAt : [])))
  const met = new Set(found.map(({ id }) => id))
  /** By what each is known, those that are nobody's yet. */
  const free = new Map<string, AppointmentId[]>()
  for (const { claim, id } of found) {
    const meaning = id === undefined ? meaningOfRead(claim.read) : null
    if (meaning !== null) free.set(meaning, [])
  }
  atHours(office, personal, hours, (appointment, person) => {
    const { appointmentId, given } = appointment
    if (given || met.has(appointmentId) || (person.uid !== null && claimed.has(person.uid))) return
    const meaning = meaningOf(appointment, person)
    if (meaning !== null) free.get(meaning)?.push(appointmentId)
  })
  return ({ read }) => {
    const meaning = meaningOfRead(read)
    return meaning === null ? undefined : free.get(meaning)?.shift()
  }
}

/** The rows that bear the UID of a claim: an appointment of the office, or what is left of one that was cancelled here. */
function rowsNamed({ appointments }: Pick<Personal, 'appointments'>, claims: readonly SourceClaim[]) {
  const uids = new Set(claims.map(({ uid }) => uid))
  const named = new Map<string, AppointmentId>()
  const cancelled = new Set<string>()
  if (uids.size > 0)
    for (const [id, row] of appointments) {
      if (row.uid === null || !uids.has(row.uid)) continue
      if (row.cancelled) cancelled.add(row.uid)
      else named.set(row.uid, id)
    }
  return { named, cancelled }
}

const servicesOf = ({ settings }: Office): ReadonlySet<string> =>
  new Set(settings?.services.map(({ serviceId }) => serviceId))

/** What a claim changes: nothing where both are absent. */
type Taken = {
  readonly facts?: AppointmentFacts
  readonly row?: PersonalChange
}

/** What is known beside the office where a claim is looked at. */
type Known = Pick<Context, 'now' | 'newId' | 'newSalt' | 'catalogue'> & {
  readonly personal: Pick<Personal, 'appointments'>
}

/** @param before the appointment that the claim is of, where the office knows it */
export function takenOf(
  office: Office,
  { sourceId, uid, read }: SourceClaim,
  before: AppointmentId | undefined,
  context: Known,
): Taken {
  const own = ownAppointment(office, uid)
  // One of the office's own that it has no more was cancelled here.
  if (own !== undefined && !office.appointments.has(own)) return {}
  const known = before === undefined ? undefined : office.appointments.get(before)
  // Of a day that was closed, what has ended does not come back.
  if (!known && office.day === null && read.startsAt + read.minutes * 60_000 <= context.now) return {}
  // Moved here, and not told there yet.
  const movedHere = own !== undefined && known?.movedFrom === read.startsAt
  // Who is here keeps what they came with; their source lacked them, and has them again.
  if (known?.state === 'here') return known.goneOutside ? { facts: factsNow(known) } : {}
  if (movedHere) return {}
  const id = before ?? (context.newId() as AppointmentId)
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
  return { ...(changed ? { facts } : {}), ...(row ? { row } : {}) }
}

/** The personal row of an appointment, where it changes. @param own the office gave it: the row is the office's, save the UID */
function rowOf(
  read: AppointmentRead,
  id: AppointmentId,
  own: boolean,
  changed: boolean,
  context: Known,
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

const sameFacts = (one: Appointment, other: AppointmentFacts): boolean =>
  one.serviceId === other.serviceId &&
  one.procedureId === other.procedureId &&
  one.startsAt === other.startsAt &&
  one.minutes === other.minutes &&
  one.files === other.files

const sameNumbers = (numbers: readonly string[], others: readonly string[]): boolean =>
  numbers.length === others.length && numbers.every((number, at) => number === others[at])
