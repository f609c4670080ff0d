import { OrderedSet, type Map } from 'immutable'
import type { JobId, ServiceId, TicketId, TicketNumber } from '../contract/ids.ts'
import { procedureTitled } from './checklist.ts'
import type { Context, Decide, Evolve, NewJob } from './decision.ts'
import {
  keptCalls,
  noneEnded,
  serviceOf,
  type Call,
  type Counter,
  type Ended,
  type Office,
  type Ticket,
  type Visit,
} from './office.ts'

/** A series has four figures at most. */
const lastCount = 9999

/** The next number of the service's series. Numbers have no gap: a refusal burns none. */
export const takeTicket: Decide<'ticket.take'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const service = serviceOf(office, input.serviceId)
  if (!service) return { refusal: 'unknownService' }
  const procedureId = input.procedureId ?? null
  if (procedureId !== null && !service.procedures.includes(procedureId))
    return { refusal: 'unknownProcedure' }
  const count = (office.series?.counts.get(service.letter) ?? 0) + 1
  if (count > lastCount) return { refusal: 'seriesExhausted' }
  const ticketId = context.newId() as TicketId
  const number = `${service.letter}${count}` as TicketNumber
  const code = requestCode(context.newSalt())
  const ahead = office.waiting.get(service.serviceId)?.size ?? 0
  const lang = input.lang ?? 'fr'
  return {
    events: [
      {
        type: 'ticketTaken',
        data: {
          ticketId,
          number,
          serviceId: service.serviceId,
          procedureId,
          lang,
          arrangements: input.arrangements ?? [],
          ground: null,
          announced: null,
          code,
        },
      },
    ],
    jobs: ticketJobs(office, context, { number, code, ahead, service: service.name.fr, procedureId }),
    output: { ticketId, number, serviceId: service.serviceId, code, takenAt: context.now, ahead },
  }
}

/** Eight letters and figures that can't be taken for one another: a request's name that says nothing of anyone. */
const requestCode = (salt: string): string => {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  let code = ''
  for (let i = 0; i < 8; i++)
    code += alphabet[Number.parseInt(salt.slice(2 * i, 2 * i + 2), 16) % alphabet.length]
  return code
}

/** The kiosk's paper, where the office has a ticket printer; without one the page shows the number. */
function ticketJobs(
  { settings, school }: Office,
  { now, newId }: Context,
  ticket: {
    number: TicketNumber
    code: string
    ahead: number
    service: string
    procedureId: Ticket['procedureId']
  },
): readonly NewJob[] {
  const printer = settings?.printers.find(({ printerId }) => printerId === settings.ticketPrinterId)
  if (!settings || !printer) return []
  const procedure =
    ticket.procedureId === null ? undefined : procedureTitled(ticket.procedureId, now, settings.calendar.zone)
  return [
    {
      jobId: newId() as JobId,
      printerId: printer.printerId,
      title: `Ticket ${ticket.number}`,
      documentId: null,
      paper: {
        of: 'ticket',
        ticket: {
          number: ticket.number,
          officeName: settings.address.name,
          service: procedure?.title.fr ?? ticket.service,
          takenAt: now,
          zone: settings.calendar.zone,
          ahead: ticket.ahead,
          bring: procedure?.bring.map((piece) => piece.title.fr) ?? [],
          code: ticket.code,
          school,
        },
      },
      createdAt: now,
      state: printer.transport === 'preview' ? 'preview' : 'waiting',
    },
  ]
}

/** The person says that they go before the call: a trace with its date stays. */
export const leaveTicket: Decide<'ticket.leave'> = (office, { ticketId }, { now }) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const ticket = office.tickets.get(ticketId)
  if (!ticket) return { refusal: 'unknownTicket' }
  if (ticket.state !== 'waiting') return { refusal: 'ticketNotWaiting' }
  return {
    events: [{ type: 'ticketLeft', data: { ticketId } }],
    output: { number: ticket.number, leftAt: now },
  }
}

export const evolveTickets: Evolve = (office, { seq, at, event }) => {
  switch (event.type) {
    case 'ticketTaken': {
      const { ticketId, number, serviceId, procedureId, lang, arrangements, code } = event.data
      const letter = number.slice(0, 1)
      return {
        ...office,
        series: office.series && {
          ...office.series,
          counts: office.series.counts.set(letter, Number(number.slice(1))),
        },
        tickets: office.tickets.set(ticketId, {
          ticketId,
          number,
          serviceId,
          procedureId,
          lang,
          arrangements,
          code,
          takenAt: at,
          arrival: seq,
          state: 'waiting',
          visit: null,
        }),
        waiting: office.waiting.update(serviceId, OrderedSet(), (line) => line.add(ticketId)),
        queue: office.queue.add(ticketId),
      }
    }
    case 'ticketLeft':
      return onTicket(office, event.data.ticketId, (ticket) =>
        counted(offQueue(office, { ...ticket, state: 'left' }), ticket.serviceId, 'left'),
      )
    case 'ticketCalled': {
      const { ticketId, visitId, counterId, callId, reason } = event.data
      return onTicket(office, ticketId, (ticket) => ({
        ...offQueue(office, {
          ...ticket,
          state: 'called',
          visit: {
            visitId,
            counterId,
            reason,
            calledAt: at,
            calls: 1,
            startedAt: null,
            endedAt: null,
            outcome: null,
          },
        }),
        counters: atCounter(office, counterId, ticketId),
        calls: latest(office, { callId, ticketId, counterId, at }),
      }))
    }
    case 'ticketRecalled': {
      const { ticketId, counterId, callId } = event.data
      return onVisit(office, ticketId, (ticket) => ({
        ...office,
        tickets: office.tickets.set(ticketId, {
          ...ticket,
          visit: { ...ticket.visit, calls: ticket.visit.calls + 1 },
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
          visit: { ...ticket.visit, endedAt: at },
        }),
        counters: atCounter(office, counterId, null),
        absent: office.absent.add(ticketId),
        calls: office.calls.filter((call) => call.ticketId !== ticketId),
      }))
    }
    case 'visitStarted':
      return onVisit(office, event.data.ticketId, (ticket) => ({
        ...office,
        tickets: office.tickets.set(ticket.ticketId, {
          ...ticket,
          state: 'serving',
          visit: { ...ticket.visit, startedAt: at },
        }),
      }))
    case 'visitClosed': {
      const { ticketId, counterId, outcome } = event.data
      return onVisit(office, ticketId, (ticket) => ({
        ...counted(office, ticket.serviceId, 'received'),
        tickets: office.tickets.set(ticketId, {
          ...ticket,
          state: 'closed',
          visit: { ...ticket.visit, endedAt: at, outcome },
        }),
        counters: atCounter(office, counterId, null),
      }))
    }
    default:
      return undefined
  }
}

// `evolve` is total: an event about a ticket that isn't there changes nothing.
const onTicket = (office: Office, ticketId: TicketId, change: (ticket: Ticket) => Office): Office => {
  const ticket = office.tickets.get(ticketId)
  return ticket ? change(ticket) : office
}

const onVisit = (
  office: Office,
  ticketId: TicketId,
  change: (ticket: Ticket & { readonly visit: Visit }) => Office,
): Office =>
  onTicket(office, ticketId, (ticket) => (ticket.visit ? change({ ...ticket, visit: ticket.visit }) : office))

const offQueue = (office: Office, ticket: Ticket): Office => ({
  ...office,
  tickets: office.tickets.set(ticket.ticketId, ticket),
  waiting: office.waiting.update(ticket.serviceId, OrderedSet(), (line) => line.delete(ticket.ticketId)),
  queue: office.queue.delete(ticket.ticketId),
})

const counted = (office: Office, serviceId: ServiceId, what: keyof Ended): Office => ({
  ...office,
  ended: office.ended.update(serviceId, noneEnded, (ended) => ({ ...ended, [what]: ended[what] + 1 })),
})

const atCounter = (
  office: Office,
  counterId: Visit['counterId'],
  ticketId: TicketId | null,
): Map<Visit['counterId'], Counter> =>
  office.counters.update(counterId, { agentId: null, ticketId: null }, (counter) => ({
    ...counter,
    ticketId,
  }))

const latest = (office: Office, call: Call): Office['calls'] =>
  office.calls
    .filter(({ ticketId }) => ticketId !== call.ticketId)
    .unshift(call)
    .take(keptCalls)
