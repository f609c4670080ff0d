import type { EventData } from '../contract/events.ts'
import type { Instant, Seq } from '../contract/ids.ts'
import { notOvertaken, type Ticket } from './office.ts'

export type Taken = EventData<'ticketTaken'>

/** A ticket of which nothing but its number and its request is known yet. @param takenAt UTC @param arrival its rank */
export const newTicket = (
  {
    ticketId,
    number,
    serviceId,
    procedureId,
  }: Pick<Ticket, 'ticketId' | 'number' | 'serviceId' | 'procedureId'>,
  takenAt: Instant,
  arrival: Seq,
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
  arrival,
  state: 'waiting',
  firstCalledAt: null,
  visit: null,
  parked: null,
  absentAt: null,
  fault: null,
  overtaken: notOvertaken,
})

/** The ticket that an event takes: as the journal tells it, or in the very act that takes it (with no rank yet). */
export const ticketTakenAs = (taken: Taken, at: Instant, arrival: Seq): Ticket => ({
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
