import type { NumberChecked } from '../../contract/appointments/coordination.ts'
import { preApplicationNumber } from '../../contract/appointments/outside.ts'
import type { Instant, ServiceId } from '../../contract/ids.ts'
import type { Decide, Personal, PersonalChange } from '../decision.ts'
import type { Ticket } from '../queue/state.ts'
import type { PreApplication } from './state.ts'

/** Numbers as they are asked, each once; null when one of them is none. */
export function numbersOf(typed: readonly string[]): readonly string[] | null {
  const numbers = typed.map(preApplicationNumber)
  return numbers.includes(null) ? null : [...new Set(numbers as string[])]
}

/** The row of a number, and its id. */
export const rowOfNumber = (
  rows: ReadonlyMap<string, PreApplication>,
  number: string,
): readonly [string, PreApplication] | undefined => [...rows].find(([, row]) => row.number === number)

/** Whether the host checks numbers and declares from now on. */
export const noteCoordination: Decide<'coordination.note'> = (office, { on }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'coordinationSet', data: { on } }], output: {} }

/** Whether the host answers the national search of slots from now on. */
export const noteSlotSearch: Decide<'slotSearch.note'> = (office, { on }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'slotSearchSet', data: { on } }], output: {} }

/** Keeps what the host learnt of numbers. A number that no visit shows and that nothing is declared for is forgotten. */
export const keepPreApplications: Decide<'preApplication.keep'> = (office, _, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { personal, preApplicationNotes: notes, now } = context
  if (notes === undefined) throw new TypeError('what is kept of numbers comes ready')
  const changes = notes.flatMap((note): PersonalChange[] => {
    const [id, before] = rowOfNumber(personal.preApplications, note.number) ?? [context.newId(), undefined]
    const value: PreApplication = { ...nothingOf(note.number), ...before, ...note }
    if (value.ticketId === null && value.declared.length === 0 && value.settled)
      return before === undefined ? [] : [{ op: 'drop', kind: 'preApplication', id }]
    // What is still to be withdrawn is kept as long as its own hour asks.
    const hours = [...(before?.declared ?? []), ...value.declared].map(({ startsAt }) => startsAt)
    return [{ op: 'put', kind: 'preApplication', id, value, at: Math.max(now, ...hours) as Instant }]
  })
  return { events: [], personal: changes, output: {} }
}

const nothingOf = (number: string): PreApplication => ({
  number,
  ticketId: null,
  state: null,
  elsewhere: [],
  declared: [],
  settled: true,
})

/** The numbers of an appointment, as its person says them now. */
export const setNumbers: Decide<'appointment.setNumbers'> = (
  office,
  { appointmentId, numbers: typed },
  { personal },
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const appointment = office.appointments.get(appointmentId)
  const person = personal.appointments.get(appointmentId)
  if (!appointment || !person) return { refusal: 'unknownAppointment' }
  // The next reading would put back those of its calendar.
  if (appointment.followedBy !== undefined && !appointment.given)
    return { refusal: 'appointmentKeptElsewhere' }
  const numbers = numbersOf(typed)
  if (numbers === null) return { refusal: 'malformedNumber' }
  return {
    events: [],
    personal: [
      {
        op: 'put',
        kind: 'appointment',
        id: appointmentId,
        value: { ...person, preApplications: [...numbers] },
        at: appointment.startsAt,
      },
    ],
    output: {},
  }
}

/**
 * What a counter shows of the numbers of who is there: those of their appointment, and those shown since. Undefined where
 * nothing is checked.
 * @param services those whose numbers are checked; null: none
 */
export function numbersShown(
  ticket: Pick<Ticket, 'ticketId' | 'serviceId' | 'appointmentId'>,
  personal: Pick<Personal, 'appointments' | 'preApplications'>,
  services: readonly ServiceId[] | null,
): NumberChecked[] | undefined {
  const { ticketId, serviceId, appointmentId } = ticket
  const shown = [...personal.preApplications.values()].filter((row) => row.ticketId === ticketId)
  if (services === null || (!services.includes(serviceId) && shown.length === 0)) return undefined
  const brought =
    appointmentId === null ? [] : (personal.appointments.get(appointmentId)?.preApplications ?? [])
  return [...new Set([...brought, ...shown.map(({ number }) => number)])].map((number) => {
    const [, row] = rowOfNumber(personal.preApplications, number) ?? []
    if (row === undefined || row.ticketId === null) return { number, state: null, elsewhere: [] }
    return { number, state: row.state, elsewhere: [...row.elsewhere] }
  })
}
