import type { Evolve, Evolutions } from '../decision.ts'
import { inLine, movedInLine } from '../queue/line.ts'
import { atCounter, counted, withTicket, onTicket, onVisit } from '../queue/ticketChanges.ts'
import { awayUntil } from '../queue/waited.ts'
import { papersOfCommand } from '../documents/evolve.ts'
import { remembered } from '../queue/lastAct.ts'

// What becomes of a person at a counter: they go and come back, go on elsewhere, ask one thing more, or have done.

const evolveVisits: Evolve = (office, recorded) => {
  const { at, event } = recorded
  switch (event.type) {
    case 'ticketParked': {
      const { ticketId, counterId, reasonId, promisedAt } = event.data
      return onVisit(office, ticketId, (ticket) => ({
        ...withTicket(office, { ...ticket, state: 'parked', parked: { at, promisedAt, reasonId } }),
        counters: atCounter(office, counterId, null, (counter) =>
          remembered(counter, 'park', recorded, ticket),
        ),
        parked: office.parked.add(ticketId),
      }))
    }
    case 'promiseMoved': {
      const { ticketId, promisedAt } = event.data
      return onTicket(office, ticketId, (ticket) =>
        ticket.parked ? withTicket(office, { ...ticket, parked: { ...ticket.parked, promisedAt } }) : office,
      )
    }
    case 'ticketResumed': {
      const { ticketId, counterId } = event.data
      return onVisit(office, ticketId, (ticket) => ({
        ...withTicket(office, {
          ...ticket,
          state: 'serving',
          parked: null,
          awayMs: awayUntil(ticket, at),
          visit: {
            ...ticket.visit,
            counterId,
            startedAt: ticket.visit.startedAt ?? at,
            startedBy: recorded.who.agentId,
          },
        }),
        counters: atCounter(office, counterId, ticketId, (counter) =>
          remembered(counter, 'resume', recorded, ticket),
        ),
        parked: office.parked.delete(ticketId),
      }))
    }
    case 'ticketTransferred': {
      const { ticketId, counterId, serviceId } = event.data
      return onTicket(office, ticketId, (ticket) => {
        const moved = {
          serviceId,
          // What is asked there is said there: the procedure of the service left no longer counts.
          procedureId: serviceId === ticket.serviceId ? ticket.procedureId : null,
        }
        if (counterId === null) return movedInLine(office, ticket, moved)
        return {
          ...inLine(office, { ...ticket, ...moved }),
          counters: atCounter(office, counterId, null, (counter) =>
            remembered(counter, 'transfer', recorded, ticket),
          ),
        }
      })
    }
    case 'pieceAskedAgain':
      return {
        ...office,
        askedAgain: office.askedAgain.update(event.data.exchangeId, 0, (times) => times + 1),
      }
    case 'requestAdded': {
      const { ticketId, serviceId, procedureId } = event.data
      return onVisit(office, ticketId, (ticket) =>
        withTicket(office, {
          ...ticket,
          visit: { ...ticket.visit, requests: [...ticket.visit.requests, { serviceId, procedureId }] },
        }),
      )
    }
    case 'requestClosed': {
      const { ticketId, counterId } = event.data
      return onVisit(office, ticketId, (ticket) => ({
        ...withTicket(office, {
          ...ticket,
          visit: {
            ...ticket.visit,
            requests: ticket.visit.requests.slice(1),
            done: ticket.visit.done + 1,
          },
        }),
        counters: atCounter(office, counterId, ticketId, (counter) =>
          remembered(counter, 'close', recorded, ticket, papersOfCommand(office, recorded.commandId)),
        ),
      }))
    }
    case 'visitClosed': {
      const { ticketId, counterId, outcome, fault } = event.data
      return onVisit(office, ticketId, (ticket) => ({
        ...counted(office, ticket.serviceId, 'received'),
        tickets: office.tickets.set(ticketId, {
          ...ticket,
          state: 'closed',
          fault,
          visit: {
            ...ticket.visit,
            endedAt: at,
            outcome,
            requests: ticket.visit.requests.slice(1),
            done: ticket.visit.done + 1,
          },
        }),
        counters: atCounter(office, counterId, null, (counter) =>
          remembered(counter, 'close', recorded, ticket, papersOfCommand(office, recorded.commandId)),
        ),
        counts:
          outcome === 'filed' && !office.counters.has(counterId)
            ? { ...office.counts, pieces: office.counts.pieces + 1 }
            : office.counts,
      }))
    }
    default:
      return undefined
  }
}

/** Each event of a visit, and what it changes in the office. */
export const visitEvolutions = {
  ticketParked: evolveVisits,
  promiseMoved: evolveVisits,
  ticketResumed: evolveVisits,
  ticketTransferred: evolveVisits,
  pieceAskedAgain: evolveVisits,
  requestAdded: evolveVisits,
  requestClosed: evolveVisits,
  visitClosed: evolveVisits,
} satisfies Evolutions
