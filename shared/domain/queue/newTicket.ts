import type { EventData } from '../../contract/events.ts'
import type { Instant } from '../../contract/ids.ts'
import { night } from '../../contract/queue/provisional.ts'
import { zoneOf, type Office } from '../state.ts'
import { notOvertaken, type Ticket } from './state.ts'
import { isPastBusinessDay, dateIn } from '../core/calendar/index.ts'
import { givenWith } from './quota.ts'

export type TicketTaken = EventData<'ticketTaken'>

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
  toShow: false,
  appointmentId: null,
  appointmentAt: null,
  dueAt: null,
  announced: null,
  takenAt,
  keptFrom: null,
  arrival,
  rankedAt: takenAt,
  awayMs: 0,
  state: 'waiting',
  firstCalledAt: null,
  visit: null,
  parked: null,
  absentAt: null,
  goneAt: null,
  fault: null,
  overtaken: notOvertaken,
  noticeAsked: null,
  unsentNotice: null,
})

/** The ticket that an event takes: as the journal tells it, or in the very act that takes it (with no rank yet). */
export const ticketTakenAs = (taken: TicketTaken, at: Instant, arrival: number): Ticket => ({
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
      given: givenWith(office.series.given, ticket),
    },
    tickets: office.tickets.set(ticket.ticketId, ticket),
    byNumber: office.byNumber.set(ticket.number, ticket.ticketId),
  }
}

/** No day lasts so long before it could be over: the calendar isn't asked at each ticket. */
const shortest = 4 * 3_600_000

/** Whether the day was left open past its night: no number is given in it any more, the new day is to be opened. */
export function isDayOver(office: Office, now: Instant): boolean {
  const { day } = office
  if (day === null || now - day.openedAt < shortest) return false
  const zone = zoneOf(office)
  return isPastBusinessDay(day.date, (now - night) as Instant, zone) && dateIn(zone, now) > day.date
}
