import type { AppointmentId } from '../../../shared/contract/ids.ts'
import type { Appointment } from '../../../shared/domain/appointments/state.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
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
    if (appointment?.followed && one) yield { appointment, held: one }
  }
}

const tellingOf = ({ uid, occurrence, calendar }: HeldAppointment, state: Telling['state']): Telling => ({
  uid,
  occurrence,
  calendar,
  state,
})

/**
 * What the source does not say yet of who came and who was received. Computed from what is, never from what was sent: a host
 * that stops or loses an answer tells it the next time, and what is written already is told no more.
 * @param held what the source last gave, by identity
 * @param told what was written since, by identity
 */
export const untold = (
  known: Known,
  held: ReadonlyMap<string, HeldAppointment>,
  told: ReadonlyMap<string, Telling['state']>,
): readonly Telling[] =>
  [...followed(known, held)].flatMap((one) => {
    const state = stateOf(known.office, one.appointment)
    const last = told.get(one.held.identity) ?? one.held.told
    return state === null || state === last ? [] : [tellingOf(one.held, state)]
  })

/**
 * Who is expected, since their own hour: told absent once the day is closed, which drops them from the office. Kept ready while
 * the day is open, since after it nothing says it any more.
 */
export const stillExpected = (known: Known, held: ReadonlyMap<string, HeldAppointment>): readonly ToTell[] =>
  [...followed(known, held)]
    .filter(({ appointment }) => appointment.state === 'expected')
    .map((one) => ({ ...tellingOf(one.held, 'NOSHOW'), since: one.appointment.startsAt }))
