import type { AppointmentId, Instant } from '../../../shared/contract/ids.ts'
import type { SourceSettings } from '../../../shared/contract/appointments/sources.ts'
import { ownUid } from '../../../shared/domain/appointments/ownUid.ts'
import type { Appointment } from '../../../shared/domain/appointments/state.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Commit } from '../core/part.ts'
import type { HeldAppointment } from './outside/perform.ts'
import type { Telling } from './outside/source.ts'
import type { ToTell } from './sourceFile.ts'

/** What the office knows of an appointment that its source may hold; null: nothing yet. */
function stateOf(office: Office, { state, ticketId }: Appointment): Telling['state'] | null {
  if (state !== 'here') return null
  const ticket = ticketId === null ? undefined : office.tickets.get(ticketId)
  switch (ticket?.state) {
    case 'serving':
    case 'parked':
    case 'closed':
      return 'RECEIVED'
    case 'absent':
    case 'left':
      return 'NOSHOW'
    default:
      return 'ARRIVED'
  }
}

/** What RDV Service Public is told where nobody chose: it has no word for an arrival. */
const usualRdvsp = { seen: 'received', absent: true } as const

/** What a source can store of what the office knows; null: nothing. */
export function storedAs(
  { kind, rdvsp }: Pick<SourceSettings, 'kind' | 'rdvsp'>,
  state: Telling['state'],
): Telling['state'] | null {
  if (kind === 'caldav') return state
  if (kind === 'ics') return null
  const { seen, absent } = rdvsp ?? usualRdvsp
  switch (state) {
    case 'ARRIVED':
      return seen === 'arrived' ? 'RECEIVED' : null
    case 'RECEIVED':
      return seen === 'never' ? null : 'RECEIVED'
    case 'NOSHOW':
      return absent ? 'NOSHOW' : null
    case 'CANCELLED':
      return state
  }
}

export type Known = { readonly office: Office; readonly personal: Pick<Personal, 'appointments'> }

/** An appointment of the office, and what its source last gave of it. */
type Followed = { readonly appointment: Appointment; readonly held: HeldAppointment }

function* followed(
  { office, personal }: Known,
  held: ReadonlyMap<string, HeldAppointment>,
): Generator<Followed> {
  for (const [id, { uid }] of personal.appointments) {
    const appointment = office.appointments.get(id as AppointmentId)
    const one = uid === null ? undefined : held.get(uid)
    if (appointment?.followedBy !== undefined && one) yield { appointment, held: one }
  }
}

const tellingOf = (
  { uid, occurrence, calendar, place }: HeldAppointment,
  state: Telling['state'],
): Telling => ({ uid, occurrence, calendar, place, state })

/** A source, as it was set and as it last answered. */
export type Source = {
  readonly settings: Pick<SourceSettings, 'kind' | 'rdvsp'>
  /** What it last gave, by identity. */
  readonly held: ReadonlyMap<string, HeldAppointment>
  /** What it was told since, by identity. */
  readonly told: ReadonlyMap<string, Telling['state']>
}

/**
 * What the source does not say yet of who came and who was received. Computed from what is, never from what was sent: a host
 * that stops or loses an answer tells it the next time, and what is written already is told no more.
 */
export const untold = (known: Known, { settings, held, told }: Source): readonly Telling[] => [
  ...[...followed(known, held)].flatMap((one) => {
    const here = stateOf(known.office, one.appointment)
    const state = here && storedAs(settings, here)
    const last = told.get(one.held.identity) ?? one.held.told
    return state === null || state === last ? [] : [tellingOf(one.held, state)]
  }),
  ...cancelledStill(known, held)
    .filter(({ identity }) => storedAs(settings, 'CANCELLED') !== null && told.get(identity) !== 'CANCELLED')
    .map((one) => tellingOf(one, 'CANCELLED')),
]

/** What the office cancelled and the source still has. Its row says so, so that a host that stops tells it the next time. */
const cancelledStill = (
  { personal }: Known,
  held: ReadonlyMap<string, HeldAppointment>,
): readonly HeldAppointment[] =>
  [...personal.appointments.values()].flatMap(({ uid, cancelled }) => {
    const one = cancelled && uid !== null ? held.get(uid) : undefined
    return one && !one.cancelled ? [one] : []
  })

/**
 * Who is expected, since their own hour: told absent once the day is closed, which drops them from the office. Kept ready while
 * the day is open, since after it nothing says it any more. Of whom somebody else said something there, nothing is said.
 */
export const stillExpected = (
  known: Known,
  { settings, held }: Pick<Source, 'settings' | 'held'>,
): readonly ToTell[] =>
  storedAs(settings, 'NOSHOW') === null
    ? []
    : [...followed(known, held)]
        .filter(({ appointment, held: { told } }) => appointment.state === 'expected' && told === '')
        .map((one) => ({ ...tellingOf(one.held, 'NOSHOW'), since: one.appointment.startsAt }))

/**
 * Whether an event may change what is to be told of an appointment: of a ticket taken without one nothing is, and the whole list
 * is not looked through at each of their acts.
 */
export const mayConcern = (office: Office, { event }: Pick<Commit['stored'][number], 'event'>): boolean =>
  // Given to somebody who came without one: the ticket's own says so only after.
  event.type === 'appointmentBooked' ||
  !('ticketId' in event.data) ||
  event.data.ticketId === null ||
  office.tickets.get(event.data.ticketId)?.appointmentId !== null

/** What the office cancelled of its own, which its calendar still has. @param calendarOf where it was written, by its UID */
export const cancelledHere = (
  office: Office,
  { stored }: Pick<Commit, 'stored'>,
  calendarOf: (uid: string) => string | undefined,
): readonly ToTell[] =>
  stored.flatMap(({ event, who, at }) => {
    if (event.type !== 'appointmentCancelled' || who.role === 'host') return []
    const uid = ownUid(office, event.data.appointmentId)
    const calendar = calendarOf(uid)
    return calendar === undefined
      ? []
      : [{ uid, occurrence: null, calendar, state: 'CANCELLED' as const, since: at as Instant }]
  })
