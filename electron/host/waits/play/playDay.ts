import type { AppointmentFacts } from '../../../../shared/contract/appointments/calls.ts'
import type { AgentId, AppointmentId, Instant, TicketId } from '../../../../shared/contract/ids.ts'
import type { Input, Output, DomainCommand } from '../../../../shared/contract/index.ts'
import { usualRules, type Claim, type Priority } from '../../../../shared/contract/queue/rules.ts'
import { absenceOf } from '../../../../shared/domain/queue/calls.ts'
import type { Overtakes, Ticket } from '../../../../shared/domain/queue/state.ts'
import type { CallCode } from '../../../../shared/contract/queue/reasons.ts'
import { agenda } from './agenda.ts'
import type { DayPlan, Person } from '../../history/dayPlan.ts'
import type { Act, PlayedOffice } from './playedOffice.ts'
import { staffing } from './staffing.ts'

/** What became of a person, with the ticket as it was at the end of the day. */
export type Visited = {
  readonly person: Person
  readonly ticket: Ticket
  readonly end: 'received' | 'left' | 'absent' | 'unserved'
  readonly leftAt: Instant | null
}

export type DayPlayed = {
  readonly visited: readonly Visited[]
  readonly overtakes: ReadonlyMap<CallCode, Overtakes>
  readonly endedAt: Instant
}

/** What comes at its hour. Who is at a counter is known by the ticket, whichever counter it is. */
type Coming =
  | { readonly what: 'arrives'; readonly person: number }
  | { readonly what: 'losesPatience'; readonly ticketId: TicketId }
  | { readonly what: 'isThere'; readonly ticketId: TicketId; readonly agentId: AgentId }
  | { readonly what: 'calledAgain'; readonly ticketId: TicketId; readonly agentId: AgentId }
  | { readonly what: 'hasDone'; readonly ticketId: TicketId; readonly agentId: AgentId }
  | { readonly what: 'comesBack'; readonly ticketId: TicketId }
  | { readonly what: 'shift' }

/** A ground of each kind, with the proof that an agent sees: which one it is changes nothing of the order. */
const claims: Readonly<Record<Priority, Claim>> = {
  law: { groundId: 'cmiPriorite', proof: 'card' },
  deadline: { groundId: 'deadlineToday', proof: 'deadline' },
  local: { groundId: 'visiblePregnancy', proof: 'seen' },
}

const entrance = 'accueil' as AgentId
/** Minutes that an appointment is said to last: nothing of the order depends on it. */
const slot = 30
const unservedReason = 'Guichets fermés'

/**
 * Plays one day of an office act by act, through its real decisions: tickets taken at the entrance, counters that call
 * as soon as they are free (the longest free first), absences called as often as the rule wants, people who leave,
 * breaks that begin once the person being received has gone, and everyone still waiting settled as unserved when the
 * last counter has closed. It yields each act, so that a caller may look at it, or let others work meanwhile.
 * The same office and the same plan give the same acts.
 */
export function* playDay(played: PlayedOffice, plan: DayPlan): Generator<Act, DayPlayed> {
  const { people, shifts, opensAt } = plan
  const coming = agenda<Coming>()
  const personOf = new Map<TicketId, Person>()
  const leftAt = new Map<TicketId, Instant>()
  const back = new Set<TicketId>()
  const staff = staffing(shifts)
  const lastArrival = people.reduce((last, { arrivesAt }) => Math.max(last, arrivesAt), 0)
  const over = shifts.reduce((last, { to }) => Math.max(last, to), Math.max(opensAt, lastArrival))
  // Who would leave, or come back, once nobody receives any more, is settled with the others.
  const beforeTheEnd = (at: Instant, what: Coming) => {
    if (at <= over) coming.add(at, what)
  }

  /** An act that this day can't do without. */
  function* must<N extends DomainCommand>(
    name: N,
    input: Input<N>,
    by: Parameters<PlayedOffice['act']>[2],
  ): Generator<Act, Output<N>> {
    const answer = played.act(name, input, by)
    if ('refusal' in answer) throw new Error(`${name} refused in a played day: ${answer.refusal}`)
    yield answer.act
    return answer.output
  }

  const ticketOf = (ticketId: TicketId) => played.office().tickets.get(ticketId)
  const later = (seconds: number) => (played.now() + Math.round(seconds * 1000)) as Instant

  played.moveTo(opensAt)
  yield* must('day.open', {}, 'supervisor')
  // A service that the calendar has closed, and for which people came that day, was open.
  for (const serviceId of played.office().closed.keys())
    if (people.some((person) => person.serviceId === serviceId))
      yield* must('service.open', { serviceId }, 'supervisor')
  const booked = people.map((person) => ({ person, appointmentId: played.newId() as AppointmentId }))
  const appointments = booked.flatMap(
    ({ person: { appointmentAt, serviceId, requests }, appointmentId }): AppointmentFacts[] =>
      appointmentAt === null
        ? []
        : [
            {
              appointmentId,
              serviceId,
              procedureId: null,
              startsAt: appointmentAt,
              minutes: slot,
              files: requests,
            },
          ],
  )
  if (appointments.length > 0) played.happened({ type: 'appointmentsImported', data: { appointments } })
  for (const [rank, { arrivesAt }] of people.entries())
    coming.add(arrivesAt, { what: 'arrives', person: rank })
  for (const at of staff.changes()) coming.add(at, { what: 'shift' })

  for (let at = coming.next(); at !== undefined; at = coming.next()) {
    played.moveTo(at)
    // All that falls at one instant comes before anyone is called.
    while (coming.next() === at) yield* happens(coming.take()!)
    yield* staffed()
    yield* called()
  }

  yield* must('day.settleAll', { how: 'reason', fault: 'service', reason: unservedReason }, 'supervisor')
  const end = played.office()
  const visited = [...personOf].map(([ticketId, person]): Visited => {
    const ticket = end.tickets.get(ticketId)!
    return { person, ticket, end: endOf(ticket), leftAt: leftAt.get(ticketId) ?? null }
  })
  yield* must('day.close', {}, 'supervisor')
  return { visited, overtakes: new Map(end.overtakes), endedAt: played.now() }

  function* happens(thing: Coming): Generator<Act> {
    switch (thing.what) {
      case 'arrives':
        return yield* arrives(booked[thing.person]!)
      case 'losesPatience':
        if (ticketOf(thing.ticketId)?.state !== 'waiting') return
        leftAt.set(thing.ticketId, played.now())
        yield* must('ticket.leave', { ticketId: thing.ticketId }, 'supervisor')
        return
      case 'isThere': {
        const { ticketId, agentId } = thing
        yield* must('ticket.start', { ticketId, code: ticketOf(ticketId)!.code }, agentId)
        coming.add(later(personOf.get(ticketId)!.serviceSeconds), { what: 'hasDone', ticketId, agentId })
        return
      }
      case 'calledAgain':
        return yield* calledAgain(thing)
      case 'hasDone':
        // Information alone issues no paper.
        yield* must('visit.close', { outcome: 'information', last: true }, thing.agentId)
        return
      case 'comesBack':
        if (ticketOf(thing.ticketId)?.state !== 'absent') return
        back.add(thing.ticketId)
        yield* must('ticket.return', { ticketId: thing.ticketId }, 'supervisor')
        return
      case 'shift':
    }
  }

  function* arrives({ person, appointmentId }: (typeof booked)[number]): Generator<Act> {
    const { serviceId, requests, patienceSeconds, appointmentAt } = person
    const { localGrounds } = played.office().settings?.rules ?? usualRules
    // A ground that the office doesn't publish gives no priority.
    const honoured = person.priority !== 'local' || localGrounds.includes('visiblePregnancy')
    const priority = person.priority === null || !honoured ? {} : { priority: claims[person.priority] }
    const { ticketId } =
      appointmentAt === null
        ? yield* must('reception.take', { serviceId, requests, ...priority }, entrance)
        : yield* must('appointment.arrive', { appointmentId, ...priority }, entrance)
    personOf.set(ticketId, person)
    if (patienceSeconds !== null) beforeTheEnd(later(patienceSeconds), { what: 'losesPatience', ticketId })
  }

  /** Nobody came: called again as often as the rule wants, then noted absent. */
  function* calledAgain(thing: Extract<Coming, { what: 'calledAgain' }>): Generator<Act> {
    const { ticketId, agentId } = thing
    const { callsLeft } = absenceOf(played.office(), ticketOf(ticketId)!.visit!)
    if (callsLeft > 0) {
      yield* must('ticket.recall', { ticketId }, agentId)
      coming.add(absenceOf(played.office(), ticketOf(ticketId)!.visit!).from, thing)
      return
    }
    yield* must('ticket.markAbsent', { ticketId }, agentId)
    const backAfter = personOf.get(ticketId)!.absence?.backAfterSeconds ?? null
    if (backAfter !== null) beforeTheEnd(later(backAfter), { what: 'comesBack', ticketId })
  }

  /** Each counter held as it should be by now, as far as whoever is received there allows it. */
  function* staffed(): Generator<Act> {
    for (const step of staff.steps(played.office, played.now())) {
      const answer = played.act(step.name, step.input as never, step.agentId)
      if (!('refusal' in answer)) yield answer.act
      // An agent still busy elsewhere opens this counter later: whatever ends there brings us here again.
      else if (answer.refusal !== 'agentElsewhere' && answer.refusal !== 'counterTaken')
        throw new Error(`${step.name} refused in a played day: ${answer.refusal}`)
    }
  }

  /** Every free counter calls, the longest free first. */
  function* called(): Generator<Act> {
    for (const agentId of staff.free(played.office(), played.now())) {
      const { ticket } = yield* must('ticket.callNext', {}, agentId)
      if (!ticket) continue
      const { ticketId } = ticket
      const { absence, walkSeconds } = personOf.get(ticketId)!
      if (absence && !back.has(ticketId))
        coming.add(absenceOf(played.office(), ticketOf(ticketId)!.visit!).from, {
          what: 'calledAgain',
          ticketId,
          agentId,
        })
      else coming.add(later(walkSeconds), { what: 'isThere', ticketId, agentId })
    }
  }
}

function endOf({ state }: Ticket): Visited['end'] {
  switch (state) {
    case 'closed':
      return 'received'
    case 'left':
    case 'absent':
    case 'unserved':
      return state
    default:
      throw new Error(`a played day left someone ${state}`)
  }
}
