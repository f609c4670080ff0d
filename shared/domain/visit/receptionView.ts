import { motivesOf, printsTickets } from '../media/roomViews.ts'
import { absentRows, officeName, parkedRows, stateOf } from '../queue/rows.ts'
import { groundsHere } from '../queue/rules.ts'
import { noCounter } from '../queue/state.ts'
import { ticketAt, zoneOf, type Office } from '../state.ts'
import type { View } from '../view.ts'

const noticesOf = ({ software }: Office) =>
  software.settings.notices.means.length === 0 ? {} : { notices: [...software.settings.notices.means] }

/** What the entrance sees of its room: who waits, what can be asked, who receives. */
export const receptionView: View<'reception.view'> = (office, _input, context) => {
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
