import { List, Map, OrderedSet } from 'immutable'
import type { DayId } from '../contract/ids.ts'
import { closingAt, dateIn } from './calendar.ts'
import type { Decide, Evolve } from './decision.ts'
import { noneEnded } from './office.ts'

/** The business day is an id fixed here, whatever the clock does afterwards. */
export const openDay: Decide<'day.open'> = (office, _input, { now, newId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (office.day !== null) return { refusal: 'dayAlreadyOpen' }
  const { calendar } = office.settings
  const date = dateIn(calendar.zone, now)
  const dayId = newId() as DayId
  return {
    events: [{ type: 'dayOpened', data: { dayId, date, closesAt: closingAt(calendar, date, now) } }],
    output: { dayId, date },
  }
}

/** Refused while someone waits, is called or is received: nobody is erased by a closing. */
export const closeDay: Decide<'day.close'> = (office) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const unsettled = office.tickets.filter(
    ({ state }) => state === 'waiting' || state === 'called' || state === 'serving',
  )
  if (!unsettled.isEmpty())
    return {
      refusal: 'peopleUnsettled',
      details: unsettled
        .valueSeq()
        .sortBy(({ arrival }) => arrival)
        .take(20)
        .map(({ number }) => number)
        .toArray(),
    }
  const { dayId } = office.day
  return { events: [{ type: 'dayClosed', data: { dayId } }], output: { dayId, tickets: office.tickets.size } }
}

export const evolveDay: Evolve = (office, { at, event }) => {
  switch (event.type) {
    case 'dayOpened': {
      const { dayId, date, closesAt } = event.data
      const sameDate = office.series?.date === date
      return {
        ...office,
        day: { dayId, date, openedAt: at, closesAt },
        // Opened again on the same date: the series and the figures go on, a number is never given twice.
        series: sameDate ? office.series : { date, counts: Map() },
        ended: sameDate ? office.ended : office.ended.map(() => noneEnded),
      }
    }
    case 'dayClosed':
      return {
        ...office,
        day: null,
        counters: office.counters.map(() => ({ agentId: null, ticketId: null })),
        tickets: Map(),
        waiting: office.waiting.map(() => OrderedSet()),
        queue: OrderedSet(),
        absent: OrderedSet(),
        calls: List(),
        issued: Map(),
        copies: Map(),
      }
    default:
      return undefined
  }
}
