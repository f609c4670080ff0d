import { noneEnded, ticketAt, zoneOf, type Office } from '../state.ts'
import { noCounter } from './state.ts'
import { groundsHere } from './rules.ts'
import { motivesOf, printsTickets } from './roomViews.ts'
import { absentRows, counterRows, dayOf, officeName, parkedRows, stateOf, waitingRows } from './rows.ts'
import type { View, Views } from '../view.ts'
import { kioskView, displayView } from './roomViews.ts'

const queueView: View<'queue.view'> = (office, _input, { now, model }) => ({
  total: office.queue.size,
  waiting: waitingRows(office, now, office.queue),
  absent: absentRows(office),
  parked: parkedRows(office, model.personal),
  services: (office.settings?.services ?? []).map(({ serviceId, name }) => ({
    serviceId,
    name,
    waiting: office.waiting.get(serviceId)?.size ?? 0,
    ...(office.ended.get(serviceId) ?? noneEnded),
  })),
  counters: counterRows(office, model.personal),
  day: dayOf(office, now),
})

const noticesOf = ({ software }: Office) =>
  software.settings.notices.means.length === 0 ? {} : { notices: [...software.settings.notices.means] }

const receptionView: View<'reception.view'> = (office, _input, context) => {
  const { information, telephone, tickets, arrivals, pieces, titles } = office.counts
  return {
    officeName: officeName(office),
    zone: zoneOf(office),
    school: office.school,
    dayOpen: office.day !== null,
    closesAt: office.day?.closesAt ?? null,
    waiting: office.queue.size,
    counts: { information, telephone, tickets, arrivals, pieces, titles },
    motives: motivesOf(office, context),
    grounds: [...groundsHere(office)],
    printsTickets: printsTickets(office, context),
    ...noticesOf(office),
    ...(context.model.coordination === null ? {} : { numbersFor: [...context.model.coordination] }),
    parked: parkedRows(office, context.model.personal),
    absent: absentRows(office),
    jobs: context.model.jobs.slice(0, 20),
    printers: (office.settings?.printers ?? []).map(({ printerId, name }) => ({ printerId, name })),
    counters: (office.settings?.counters ?? []).map(({ counterId, name }) => {
      const counter = office.counters.get(counterId) ?? noCounter
      const ticket = ticketAt(office, counter)
      return {
        counterId,
        name,
        state: stateOf(counter, ticket),
        number: ticket?.number ?? null,
        until: counter.pause?.until ?? null,
      }
    }),
  }
}

/** Each view of the queue, and what makes it. */
export const queueViews = {
  'queue.view': queueView,
  'kiosk.view': kioskView,
  'display.view': displayView,
  'reception.view': receptionView,
} satisfies Views
