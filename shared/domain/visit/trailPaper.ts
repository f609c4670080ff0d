import { tellAct } from '../../contract/queue/counters.ts'
import { Map } from 'immutable'
import type { EventData, Recorded } from '../../contract/events.ts'
import type { CounterId, Instant, ReasonId, ServiceId, TicketId } from '../../contract/ids.ts'
import type { PassageStep } from '../../contract/documents/presenceFacts.ts'
import type { CallCode } from '../../contract/queue/reasons.ts'
import { joinedAs } from '../queue/provisional.ts'
import { counterName, emptyOffice, serviceName, type Office } from '../state.ts'
import { noCounter, type Ticket } from '../queue/state.ts'
import { servicesAt } from '../people/skills.ts'
import type { Trail } from '../decision.ts'

/** Who passed before, by which call, and why: a call taken back passed before nobody. */
type Overtake = { readonly by: TicketId; readonly reason: CallCode }

/**
 * Follows one ticket through the events of its day, from the day's opening; null when they do not take it. Counters and their
 * services are those of the day's own events, settings and skills those of `now` until an event changes them.
 * @param evolve the office after one more event, whichever capability it is of
 */
export function trailOf(
  { settings, skills, officeId, school, appointments, formerServices, formerCounters }: Office,
  events: Iterable<Recorded>,
  ticketId: TicketId,
  evolve: (office: Office, recorded: Recorded) => Office,
): Trail | null {
  const places = [...(settings?.counters ?? []), ...formerCounters.values()]
  const closed = places.map(({ counterId }) => [counterId, noCounter] as const)
  let office: Office = {
    ...emptyOffice,
    officeId,
    school,
    settings,
    skills,
    appointments,
    formerServices,
    formerCounters,
    counters: Map(closed),
  }
  let ticket: Ticket | undefined
  const steps: PassageStep[] = []
  let overtakes: readonly Overtake[] = []
  let lastSeenAt: Instant | null = null
  let appointmentAt: Instant | null = null
  let sentTo: ReasonId | null = null
  let overnight = false
  for (const recorded of events) {
    const { event, at } = recorded
    if (ticket) overtakes = overtakesAfter(office, ticket, overtakes, recorded)
    if (event.type === 'appointmentBooked' && event.data.ticketId === ticketId)
      appointmentAt = event.data.appointment.startsAt
    if (event.type === 'ticketEntered' && event.data.ticketId === ticketId)
      sentTo = event.data.reasonId ?? null
    office = evolve(office, recorded)
    const step = stepOf(office, recorded, ticketId, ticket?.serviceId)
    if (step !== null) {
      steps.push(step)
      if (step.is !== 'notReceived') lastSeenAt = at
      else overnight = step.how === 'dayNeverClosed'
    }
    ticket = office.tickets.get(ticketId) ?? ticket
    // Joined after their day: the state does not keep them.
    if (event.type === 'ticketJoined' && event.data.ticketId === ticketId)
      ticket ??= joinedAs(event.data, recorded.seq)
    // The day is over: what the state forgets then is not the trail's end.
    if (event.type === 'dayClosed' && ticket) break
  }
  if (!ticket) return null
  const counts = new globalThis.Map<CallCode, number>()
  for (const { reason } of overtakes) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return {
    ticket,
    steps,
    overtakes: [...counts].map(([reason, count]) => ({ reason, count })),
    lastSeenAt: lastSeenAt ?? ticket.takenAt,
    overnight,
    appointmentAt,
    sentTo,
  }
}

/** Somebody who came after was called by a counter that could have called the person who waits. */
function overtakesAfter(
  office: Office,
  mine: Ticket,
  before: readonly Overtake[],
  { event }: Recorded,
): readonly Overtake[] {
  if (event.type === 'actUndone' && event.data.act === 'call') {
    const at = before.findLastIndex(({ by }) => by === event.data.ticketId)
    return at < 0 ? before : before.toSpliced(at, 1)
  }
  if (event.type !== 'ticketCalled' || mine.state !== 'waiting') return before
  const { ticketId: by, counterId, reason } = event.data
  const other = office.tickets.get(by)
  if (!other || by === mine.ticketId || other.arrival <= mine.arrival) return before
  return receivedThere(office, counterId).includes(mine.serviceId)
    ? [...before, { by, reason: reason.code }]
    : before
}

function receivedThere(office: Office, counterId: CounterId): readonly ServiceId[] {
  const counter = office.counters.get(counterId)
  return counter ? servicesAt(office, counter) : []
}

/**
 * What one event says of the ticket; null for what is not about it, or is not said.
 * @param from the service for which they waited before it
 */
function stepOf(
  office: Office,
  { seq, at, event }: Recorded,
  ticketId: TicketId,
  from: ServiceId | undefined,
): PassageStep | null {
  if (!('ticketId' in event.data) || event.data.ticketId !== ticketId) return null
  const here = { seq, at }
  const service = (serviceId: ServiceId) => serviceName(office, serviceId) ?? serviceId
  const counter = (counterId: CounterId) => counterName(office, counterId) ?? null
  switch (event.type) {
    case 'ticketTaken':
      return { ...here, is: 'taken', ...taken(office, event.data), service: service(event.data.serviceId) }
    case 'ticketEntered': {
      const { serviceId, startedAt, endedAt, outcome } = event.data
      return { ...here, is: 'entered', service: service(serviceId), startedAt, endedAt, outcome }
    }
    case 'ticketJoined': {
      const { serviceId, takenAt, missed } = event.data
      return { ...here, is: 'joined', service: service(serviceId), takenAt, missed }
    }
    case 'prioritySet':
      return { ...here, is: 'priority', given: event.data.priority !== null }
    case 'ticketCalled': {
      const { code, overtaken } = event.data.reason
      return { ...here, is: 'called', counter: counter(event.data.counterId), reason: code, overtaken }
    }
    case 'ticketRecalled':
      return { ...here, is: 'recalled', counter: counter(event.data.counterId) }
    case 'ticketAbsent':
      return { ...here, is: 'absent', counter: counter(event.data.counterId) }
    case 'ticketReturned':
      return { ...here, is: 'returned', keepsRank: event.data.keepsRank }
    case 'visitStarted':
      return { ...here, is: 'received', counter: counter(event.data.counterId) }
    case 'ticketParked':
      return { ...here, is: 'parked', promisedAt: event.data.promisedAt }
    case 'promiseMoved':
      return { ...here, is: 'promised', promisedAt: event.data.promisedAt }
    case 'ticketResumed':
      return { ...here, is: 'resumed', counter: counter(event.data.counterId) }
    case 'ticketTransferred': {
      const { serviceId } = event.data
      const back = serviceId === from && ({ back: true } as const)
      return { ...here, is: 'transferred', service: service(serviceId), ...back }
    }
    case 'ticketReplaced':
      return { ...here, is: 'replaced' }
    case 'requestAdded':
      return { ...here, is: 'requestAdded', service: service(event.data.serviceId) }
    case 'requestClosed':
      return { ...here, is: 'requestEnded', outcome: event.data.outcome, rule: event.data.rule }
    case 'visitClosed': {
      const { outcome, rule, fault } = event.data
      return { ...here, is: 'ended', outcome, rule, fault }
    }
    case 'ticketLeft':
      return { ...here, is: 'left', fault: event.data.fault }
    case 'ticketUnserved':
      return { ...here, is: 'notReceived', how: event.data.how, fault: event.data.fault }
    case 'actUndone':
      return { ...here, is: 'undone', ...tellAct(event.data.act) }
    default:
      return null
  }
}

/** An appointment made on another day is known by when it was due: so long before its hour. */
function taken(office: Office, data: EventData<'ticketTaken'>) {
  const { channel, announced, requests, appointmentId, dueAt } = data
  const appointment = appointmentId === null ? undefined : office.appointments.get(appointmentId)
  const early = (office.settings?.rules.appointmentEarlyMinutes ?? 0) * 60_000
  const due = dueAt === null ? null : ((dueAt + early) as Instant)
  return { channel, announced, requests, appointmentAt: appointment?.startsAt ?? due }
}
