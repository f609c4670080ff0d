import { List, Map, OrderedSet } from 'immutable'
import type { LocalDate } from '../../contract/ids.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Evolve } from '../decision.ts'
import { noCounter, noCounts, noneEnded } from '../queue/state.ts'
import { neverShownAmong } from '../queue/ticketChanges.ts'
import { noTickets, zoneOf, type Office } from '../state.ts'

/** The office with nobody in it: what the next day begins from. */
export const emptied = (office: Office): Office => ({
  ...office,
  counters: office.counters.map(() => noCounter),
  ...noTickets,
  waiting: office.waiting.map(() => OrderedSet()),
  calls: List(),
  issued: Map(),
  copies: Map(),
})

/**
 * The numbers of a day that opens. Of the same date they go on, a number is never given twice; of a later one too, this once:
 * the clock is behind what a journal that was lost had reached. Else they begin again.
 */
export const seriesFrom = (
  { series }: Pick<Office, 'series'>,
  date: LocalDate,
): NonNullable<Office['series']> =>
  series !== null && series.date >= date
    ? { ...series, date, given: series.date === date ? series.given : Map() }
    : { date, counts: Map(), given: Map() }

/** The day begins, changes and ends. Opened again on the same date, its numbers and figures go on. */
export const evolveDay: Evolve = (office, { at, event }) => {
  switch (event.type) {
    case 'dayOpened': {
      const { dayId, date, closesAt, closedServices } = event.data
      const sameDate = office.series?.date === date
      return {
        ...office,
        day: { dayId, date, openedAt: at, closesAt },
        // Opened again on the same date: the figures go on.
        series: seriesFrom(office, date),
        ended: sameDate ? office.ended : office.ended.map(() => noneEnded),
        overtakes: sameDate ? office.overtakes : Map(),
        outOfOrder: sameDate ? office.outOfOrder : List(),
        counts: sameDate ? office.counts : noCounts,
        askedAgain: sameDate ? office.askedAgain : Map(),
        traces: sameDate ? office.traces : Map(),
        handed: sameDate ? office.handed : 0,
        mostOvertaken: sameDate ? office.mostOvertaken : 0,
        neverShown: sameDate ? office.neverShown : 0,
        closed: Map(closedServices.map((id) => [id, { since: at, reasonId: null }])),
      }
    }
    case 'dayClosed':
      return {
        ...emptied(office),
        day: null,
        neverShown: office.neverShown + neverShownAmong(office),
        // Numbers that a lost journal had reached on a later date: what was given today is not of it.
        series:
          office.series !== null && office.series.date !== office.day?.date
            ? { ...office.series, given: Map() }
            : office.series,
        // Appointments of this day have had their time; those to come stay, even when the day is closed after its date.
        appointments: office.appointments.filter(
          ({ startsAt }) => startsAt > at || dateIn(zoneOf(office), startsAt) > (office.day?.date ?? ''),
        ),
      }
    case 'serviceClosed': {
      const { serviceId, reasonId } = event.data
      return { ...office, closed: office.closed.set(serviceId, { since: at, reasonId }) }
    }
    case 'serviceOpened':
      return { ...office, closed: office.closed.delete(event.data.serviceId) }
    case 'calendarSet': {
      const { calendar, closesAt } = event.data
      if (office.settings === null) return office
      return {
        ...office,
        settings: { ...office.settings, calendar },
        day: office.day && { ...office.day, closesAt },
      }
    }
    default:
      return undefined
  }
}
