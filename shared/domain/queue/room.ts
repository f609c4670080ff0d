import { List } from 'immutable'
import type { ServiceId } from '../../contract/ids.ts'
import type { Recorded } from '../../contract/events.ts'
import type { Evolve } from '../decision.ts'
import { inLine, movedInLine, outOfLine, overtakenCount, nobody, ofLine } from './line.ts'
import { keptCalls, type Office } from '../state.ts'
import type { Call, Ended, Jump, Ticket } from './state.ts'
import { servicesAt } from '../people/skills.ts'
import { visitCalled } from './calls.ts'
import { newTicket, numbered, ticketTakenAs, type TicketTaken } from './newTicket.ts'
import { remembered } from './lastAct.ts'
import { atCounter, counted, onTicket, onVisit, wentUnseen, withTicket } from './ticketChanges.ts'
import { awayUntil } from './waited.ts'

// The waiting room as the journal tells it: each event's change, total, whatever the order.

/** Each ticket from its number to its end, and the lines in which it stands. */
export const evolveRoom: Evolve = (office, recorded) => {
  const { seq, at, event } = recorded
  switch (event.type) {
    case 'ticketTaken':
      return takenIn(office, recorded, event.data)
    case 'ticketEntered': {
      const { serviceId, arrivedAt, startedAt, endedAt, outcome } = event.data
      const ticket: Ticket = {
        ...newTicket(event.data, arrivedAt, seq),
        rankedAt: at,
        firstCalledAt: startedAt,
        goneAt: outcome === null ? endedAt : null,
        state: outcome === null ? 'unserved' : 'closed',
      }
      const withNumber = numbered(office, ticket)
      return counted(withNumber, serviceId, outcome === null ? 'unserved' : 'received')
    }
    case 'ticketLeft':
      return onTicket(office, event.data.ticketId, (ticket) =>
        counted(
          away(office, ticket, {
            state: 'left',
            parked: null,
            goneAt: at,
            awayMs: awayUntil(ticket, at),
            fault: event.data.fault,
          }),
          ticket.serviceId,
          'left',
        ),
      )
    case 'ticketUnserved': {
      const { ticketId } = event.data
      return onTicket(office, ticketId, (ticket) =>
        counted(
          away(office, ticket, {
            state: 'unserved',
            parked: null,
            goneAt: at,
            awayMs: awayUntil(ticket, at),
            fault: event.data.fault,
          }),
          ticket.serviceId,
          'unserved',
        ),
      )
    }
    case 'ticketReturned': {
      const { ticketId, keepsRank } = event.data
      return onTicket(office, ticketId, (ticket) => {
        const was = endedAs[ticket.state]
        if (was === undefined && ticket.state !== 'parked') return office
        const back: Ticket = {
          ...ticket,
          arrival: keepsRank ? ticket.arrival : seq,
          keptFrom: keepsRank ? ticket.keptFrom : null,
          rankedAt: keepsRank ? ticket.rankedAt : at,
          awayMs: keepsRank ? awayUntil(ticket, at) : 0,
          // What ended is over; who was parked goes on with their visit.
          visit: ticket.state === 'parked' ? ticket.visit : null,
          parked: null,
          absentAt: null,
          goneAt: null,
          fault: null,
        }
        const gone = {
          ...office,
          absent: office.absent.delete(ticketId),
          parked: office.parked.delete(ticketId),
          // That call stays among those whose proof nobody saw, whatever becomes of the next one.
          neverShown: office.neverShown + (wentUnseen(ticket) ? 1 : 0),
        }
        const room = inLine(gone, back)
        return was === undefined ? room : counted(room, ticket.serviceId, was, -1)
      })
    }
    case 'ticketReplaced':
      return onTicket(office, event.data.ticketId, (ticket) =>
        withTicket(office, { ...ticket, code: event.data.code, replaced: true }),
      )
    case 'prioritySet':
      return onTicket(office, event.data.ticketId, (ticket) => {
        const { priority } = event.data
        if (ticket.state === 'waiting') return movedInLine(office, ticket, { priority, toShow: false })
        if (ticket.state !== 'called' || !ticket.visit) return office
        // A deadline that expires gave no priority: who says so was called in turn, seen or not.
        if (priority !== null || ticket.priority === null)
          return withTicket(office, { ...ticket, priority, toShow: false })
        // Not shown: the person waits again at their rank, and the counter is free.
        return inLine(
          {
            ...office,
            counters: atCounter(office, ticket.visit.counterId, null, (counter) => ({
              ...counter,
              last: null,
            })),
          },
          { ...ticket, priority, toShow: false, visit: null },
        )
      })
    case 'ticketCalled':
      return onTicket(office, event.data.ticketId, (ticket) =>
        calledOut(office, recorded, ticket, event.data),
      )
    case 'ticketRecalled': {
      const { ticketId, counterId, callId } = event.data
      return onVisit(office, ticketId, (ticket) => ({
        ...withTicket(office, {
          ...ticket,
          visit: { ...ticket.visit, calls: ticket.visit.calls + 1, lastCallAt: at },
        }),
        calls: latest(office, { callId, ticketId, counterId, at }),
      }))
    }
    case 'ticketAbsent': {
      const { ticketId, counterId } = event.data
      return onVisit(office, ticketId, (ticket) => ({
        ...counted(office, ticket.serviceId, 'absent'),
        tickets: office.tickets.set(ticketId, {
          ...ticket,
          state: 'absent',
          absentAt: at,
          visit: { ...ticket.visit, endedAt: at },
        }),
        counters: atCounter(office, counterId, null, (counter) =>
          remembered(counter, 'absent', recorded, ticket),
        ),
        absent: office.absent.add(ticketId),
      }))
    }
    case 'visitStarted':
      return onVisit(office, event.data.ticketId, (ticket) => ({
        ...withTicket(office, {
          ...ticket,
          state: 'serving',
          visit: { ...ticket.visit, startedAt: at, startedBy: recorded.who.agentId },
        }),
        counters: atCounter(office, event.data.counterId, ticket.ticketId, (counter) =>
          remembered(counter, 'start', recorded, ticket),
        ),
      }))
    default:
      return undefined
  }
}

/** How each end is counted, so that who comes back is counted there no more. */
const endedAs: Readonly<Partial<Record<Ticket['state'], keyof Ended>>> = {
  absent: 'absent',
  left: 'left',
  unserved: 'unserved',
  closed: 'received',
}

function takenIn(office: Office, { seq, at, who }: Recorded, data: TicketTaken): Office {
  const { appointmentId, dueAt, channel } = data
  const appointment = appointmentId === null ? undefined : office.appointments.get(appointmentId)
  const ticket = {
    ...ticketTakenAs(data, at, seq),
    appointmentAt: appointment?.startsAt ?? dueAt,
    toShow: data.priority !== null && who.role !== 'agent',
  }
  const { counts } = office
  const room = inLine(numbered(office, ticket), ticket)
  return {
    ...room,
    appointments:
      appointment && appointmentId !== null
        ? office.appointments.set(appointmentId, { ...appointment, state: 'here', ticketId: data.ticketId })
        : office.appointments,
    counts: {
      ...counts,
      tickets: counts.tickets + (channel === 'reception' && appointmentId === null ? 1 : 0),
      arrivals: counts.arrivals + (appointmentId === null ? 0 : 1),
      titles: counts.titles + (channel === 'reception' && data.purpose === 'collection' ? 1 : 0),
    },
  }
}

type Called = Extract<Recorded['event'], { type: 'ticketCalled' }>['data']

function calledOut(office: Office, recorded: Recorded, ticket: Ticket, data: Called): Office {
  const { at } = recorded
  const { visitId, counterId, callId, reason } = data
  const counter = office.counters.get(counterId)
  const room = outOfLine(office, ticket, {
    state: 'called',
    firstCalledAt: ticket.firstCalledAt ?? at,
    // Called, they know: a notice of before is nothing more to say.
    noticeAsked: null,
    unsentNotice: null,
    visit: visitCalled(ticket, counterId, reason, at, visitId),
  })
  if (!counter) return room
  const services = servicesAt(office, counter)
  return {
    ...room,
    counters: atCounter(office, counterId, ticket.ticketId, (one) =>
      remembered(one, 'call', recorded, ticket),
    ),
    calls: latest(office, { callId, ticketId: ticket.ticketId, counterId, at }),
    streaks: streaksAfter(office, ticket),
    mostOvertaken: Math.max(office.mostOvertaken, overtakenCount(office, ticket).all),
    ...(reason.overtaken > 0
      ? {
          jumps: jumpsAfter(room, services, {
            arrival: ticket.arrival,
            law: reason.code === 'legalPriority',
          }),
          overtakes: office.overtakes.update(reason.code, { calls: 0, people: 0 }, ({ calls, people }) => ({
            calls: calls + 1,
            people: people + reason.overtaken,
          })),
        }
      : {}),
    ...(reason.code === 'outOfOrder'
      ? {
          outOfOrder: office.outOfOrder
            .unshift({ number: ticket.number, at, reasonId: reason.reasonId })
            .take(200),
        }
      : {}),
  }
}

/** Priorities in a row, while somebody without one waited in the same line. */
function streaksAfter(office: Office, { serviceId, priority }: Ticket): Office['streaks'] {
  const before = office.streaks.get(serviceId) ?? 0
  const after = priority === null ? 0 : before + 1
  return before === after ? office.streaks : office.streaks.set(serviceId, after)
}

/** The call kept for each line where someone who came before still waits; what nobody waits for any more is dropped. */
function jumpsAfter(office: Office, services: readonly ServiceId[], jump: Jump): Office['jumps'] {
  let { jumps } = office
  for (const serviceId of services) {
    const [first] = ofLine(office.waiting.get(serviceId) ?? nobody)
    const rank = first === undefined ? undefined : office.tickets.get(first)?.arrival
    if (rank === undefined || rank > jump.arrival) continue
    jumps = jumps.update(serviceId, List<Jump>(), (line) =>
      line.filter(({ arrival }) => arrival > rank).push(jump),
    )
  }
  return jumps
}

/** Wherever the ticket was (in line, due back, at a counter), it is there no more. */
function away(office: Office, before: Ticket, after: Partial<Ticket>): Office {
  const out =
    before.state === 'waiting'
      ? outOfLine(office, before, after)
      : withTicket(office, { ...before, ...after })
  const { counterId } = before.visit ?? {}
  const here = counterId !== undefined && office.counters.get(counterId)?.ticketId === before.ticketId
  return {
    ...out,
    parked: office.parked.delete(before.ticketId),
    absent: office.absent.delete(before.ticketId),
    counters: here
      ? atCounter(office, counterId, null, (counter) => ({ ...counter, last: null }))
      : office.counters,
  }
}

/** The last calls, this one first, and each person's latest alone. By an array: a list that is filtered costs ten times as much. */
function latest({ calls }: Office, call: Call): Office['calls'] {
  const kept = [call]
  for (const one of calls) if (one.ticketId !== call.ticketId && kept.push(one) === keptCalls) break
  return List(kept)
}
