import type { EventData } from '../../contract/events.ts'
import type { Instant } from '../../contract/ids.ts'
import { type Office } from '../state.ts'
import { notOvertaken, type Ticket } from './state.ts'

export type Taken = EventData<'ticketTaken'>

/** The letters of a number: « A » of A 42, « PA » of PA 12. */
export const seriesOf = (number: string): string => /^[A-Z]*/.exec(number)?.[0] ?? ''

/** A ticket of which nothing but its number and its request is known yet. @param takenAt UTC @param arrival its rank */
export const newTicket = (
  {
    ticketId,
    number,
    serviceId,
    procedureId,
  }: Pick<Ticket, 'ticketId' | 'number' | 'serviceId' | 'procedureId'>,
  takenAt: Instant,
  arrival: number,
): Ticket => ({
  ticketId,
  number,
  serviceId,
  procedureId,
  purpose: 'request',
  lang: 'fr',
  arrangements: [],
  requests: 1,
  code: '',
  replaced: false,
  priority: null,
  appointmentId: null,
  appointmentAt: null,
  dueAt: null,
  announced: null,
  takenAt,
  keptFrom: null,
  arrival,
  rankedAt: takenAt,
  state: 'waiting',
  firstCalledAt: null,
  visit: null,
  parked: null,
  absentAt: null,
  fault: null,
  overtaken: notOvertaken,
})

/** The ticket that an event takes: as the journal tells it, or in the very act that takes it (with no rank yet). */
export const ticketTakenAs = (taken: Taken, at: Instant, arrival: number): Ticket => ({
  ...newTicket(taken, at, arrival),
  purpose: taken.purpose,
  lang: taken.lang,
  arrangements: taken.arrangements,
  requests: taken.requests,
  code: taken.code,
  priority: taken.priority,
  appointmentId: taken.appointmentId,
  appointmentAt: taken.dueAt,
  dueAt: taken.dueAt,
  announced: taken.announced,
})

/** The ticket with its number: the series goes on, and the number finds it. */
export const numbered = (office: Office, ticket: Ticket): Office => {
  const series = seriesOf(ticket.number)
  const count = Number(ticket.number.slice(series.length))
  return {
    ...office,
    series: office.series && {
      ...office.series,
      // A kiosk's own numbers may join in another order than they were given.
      counts: office.series.counts.update(series, 0, (last) => Math.max(last, count)),
    },
    tickets: office.tickets.set(ticket.ticketId, ticket),
    byNumber: office.byNumber.set(ticket.number, ticket.ticketId),
  }
}
