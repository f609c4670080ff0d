import { setImmediate } from 'node:timers/promises'
import type { Journal } from '../../../db/journal/port.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { AgentId, CounterId, Instant, Seq, ServiceId, TicketId } from '../../../shared/contract/ids.ts'
import type { CounterPlace, OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { emptyOffice, type Office } from '../../../shared/domain/state.ts'
import { noCounter, type Ticket } from '../../../shared/domain/queue/state.ts'
import { servicesAt } from '../../../shared/domain/people/skills.ts'
import { assumedDurations } from '../../../shared/domain/waits/durations.ts'
import type { DayPlan, Person, Shift } from './dayPlan.ts'

/** A day as it was, ready to be played again, with the skills that its counters showed. */
export type PastDay = DayPlan & { readonly agents: OfficeSettings['agents'] }

/** Events read at once: a few milliseconds, after which other work is served. */
const page = 1000

/** The events of a period, read at their place in the journal: `at` never decreases, so it is found by halves. */
export async function* eventsBetween(
  journal: Pick<Journal, 'head' | 'read'>,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): AsyncGenerator<Recorded> {
  let low = 0
  let high = (await journal.head()).seq
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [event] = await journal.read(middle, 1)
    if (!event || event.at >= from) high = middle
    else low = middle + 1
  }
  for (;;) {
    const events = await journal.read(low as Seq, page)
    for (const event of events) {
      if (event.at >= to) return
      yield event
    }
    if (events.length < page) return
    low = events.at(-1)!.seq
    await setImmediate()
  }
}

/** A shift still under way while the day is read, and what was called there. */
type Held = {
  readonly agentId: AgentId
  readonly from: Instant
  readonly services: readonly ServiceId[]
  readonly called: Set<ServiceId>
}

/** What a ticket alone doesn't tell: kept while the day is read. */
type Followed = {
  servedMs: number
  servingSince: Instant | null
  leftAt: Instant | null
  returnedAfterMs: number | null
  wasAbsent: boolean
  unservedAt: Instant | null
  appointmentAt: Instant | null
  ticket: Ticket
}

/**
 * Reads a past day from its events: who came, for what, by which right, how long they were received, and which
 * counters received what and when. Null when nobody came.
 *
 * What is taken as it was: arrivals, priorities as they were seen in the end, appointments, time from the call to the
 * counter, time at the counters, departures without a call (at the same instant), absences and returns, counters
 * open and paused. What is not known is supposed: someone never received would have taken the mean time of their
 * service that day; who was received would have waited as long as needed; who was absent would be, whatever the hour
 * of the call. A person transferred counts for the service that received them; parked or interrupted, for the time at
 * the counter. Who came too
 * late for an appointment made on another day has none. Left out: what was entered by hand, certificates given at once, acts of the entrance.
 */
export async function pastDay(
  events: AsyncIterable<Recorded>,
  { settings, skills, formerCounters }: Office,
): Promise<PastDay | null> {
  if (settings === null) return null
  let office: Office = {
    ...emptyOffice,
    settings,
    skills,
    counters: closedCounters([...settings.counters, ...formerCounters.values()]),
  }
  const followed = new Map<TicketId, Followed>()
  const held = new Map<CounterId, Held>()
  const shifts: Shift[] = []
  let first: Instant | null = null
  let last: Instant = 0 as Instant

  for await (const recorded of events) {
    const before = office
    office = evolve(office, recorded)
    first ??= recorded.at
    last = recorded.at
    followTickets(before, recorded)
    followCounters(before, recorded)
  }
  for (const counterId of held.keys()) leaves(counterId, last)
  const seen = [...followed.values()].filter((one) => cameToWait(one, office.counters))
  if (seen.length === 0 || first === null) return null
  const places = [...settings.counters, ...formerCounters.values()].map(({ counterId }) => counterId)
  return {
    opensAt: first,
    people: peopleOf(seen),
    // Counters free since the same instant call in the office's own order.
    shifts: shifts.toSorted(
      (a, b) => a.from - b.from || places.indexOf(a.counterId) - places.indexOf(b.counterId),
    ),
    agents: agentsOf(skills, shifts),
  }

  function followTickets(before: Office, { at, event }: Recorded): void {
    const ticketId = 'ticketId' in event.data ? (event.data.ticketId as TicketId | null) : null
    const ticket = ticketId === null ? undefined : office.tickets.get(ticketId)
    if (ticketId === null || !ticket) return
    if (event.type === 'ticketTaken' || event.type === 'ticketJoined')
      followed.set(ticketId, {
        servedMs: 0,
        servingSince: null,
        leftAt: null,
        returnedAfterMs: null,
        wasAbsent: false,
        unservedAt: null,
        appointmentAt: appointmentOf(ticket),
        ticket,
      })
    const one = followed.get(ticketId)
    if (!one) return
    const was = before.tickets.get(ticketId)
    if (was?.state !== 'serving' && ticket.state === 'serving') one.servingSince = at
    if (was?.state === 'serving' && ticket.state !== 'serving' && one.servingSince !== null)
      one.servedMs += at - one.servingSince
    if (event.type === 'ticketLeft') one.leftAt = at
    if (event.type === 'ticketUnserved') one.unservedAt = at
    if (event.type === 'ticketReturned' && was?.absentAt != null) {
      one.wasAbsent = true
      one.returnedAfterMs ??= at - was.absentAt
    }
    one.ticket = ticket
  }

  /** An appointment made on another day is known by when it was due: so long before its hour, by the settings of now. */
  function appointmentOf({ appointmentId, appointmentAt, dueAt }: Ticket): Instant | null {
    if (appointmentId !== null && office.appointments.has(appointmentId)) return appointmentAt
    const early = office.settings?.rules.appointmentEarlyMinutes ?? 0
    return dueAt === null ? null : ((dueAt + early * 60_000) as Instant)
  }

  function followCounters(before: Office, { at, event }: Recorded): void {
    if (office.counters !== before.counters)
      for (const [counterId, counter] of office.counters) {
        const { agentId } = counter
        const open = agentId !== null && counter.pause === null
        const now = open ? servicesAt(office, counter) : []
        const shift = held.get(counterId)
        if (shift?.agentId === (open ? agentId : undefined) && String(shift?.services ?? '') === String(now))
          continue
        if (shift) leaves(counterId, at)
        if (open) held.set(counterId, { agentId, from: at, services: now, called: new Set() })
      }
    // An agent who has lost a skill since had it then.
    if (event.type === 'ticketCalled') {
      const ticket = office.tickets.get(event.data.ticketId)
      if (ticket) held.get(event.data.counterId)?.called.add(ticket.serviceId)
    }
  }

  function leaves(counterId: CounterId, to: Instant): void {
    const shift = held.get(counterId)
    held.delete(counterId)
    if (!shift || shift.from >= to) return
    const { agentId, from, services, called } = shift
    shifts.push({ counterId, agentId, from, to, services: [...new Set([...services, ...called])] })
  }
}

/** Every counter closed, as a day begins. */
const closedCounters = (places: readonly CounterPlace[]): Office['counters'] =>
  emptyOffice.counters.concat(places.map(({ counterId }) => [counterId, noCounter] as const))

/** Whether someone waited in a line: not so of who got a certificate at once, or was received at the entrance. */
const cameToWait = ({ ticket: { takenAt, visit }, unservedAt }: Followed, counters: Office['counters']) =>
  unservedAt !== takenAt && (visit === null || counters.has(visit.counterId))

function peopleOf(seen: readonly Followed[]): Person[] {
  const received = seen.filter(({ ticket, servedMs }) => ticket.state === 'closed' && servedMs > 0)
  const meanOf = (those: readonly Followed[]) =>
    those.reduce((sum, { servedMs }) => sum + servedMs, 0) / 1000 / those.length
  const overall = received.length > 0 ? meanOf(received) : assumedDurations.mean
  const byService = Map.groupBy(received, ({ ticket }) => ticket.serviceId)
  const means = new Map([...byService].map(([serviceId, those]) => [serviceId, meanOf(those)]))
  return seen
    .map(({ ticket, servedMs, leftAt, wasAbsent, returnedAfterMs, appointmentAt }): Person => {
      const { takenAt, serviceId, priority, requests, visit, state } = ticket
      const came = visit?.startedAt != null && visit.startedAt >= visit.calledAt
      return {
        arrivesAt: takenAt,
        serviceId,
        priority,
        appointmentAt,
        requests,
        walkSeconds: came ? (visit.startedAt! - visit.calledAt) / 1000 : 0,
        serviceSeconds: servedMs > 0 ? servedMs / 1000 : (means.get(serviceId) ?? overall),
        patienceSeconds: leftAt === null ? null : (leftAt - takenAt) / 1000,
        absence:
          state === 'absent' || wasAbsent
            ? { backAfterSeconds: returnedAfterMs === null ? null : returnedAfterMs / 1000 }
            : null,
      }
    })
    .toSorted((a, b) => a.arrivesAt - b.arrivesAt)
}

/** What each agent can do now, with what they did that day. */
function agentsOf(skills: Office['skills'], shifts: readonly Shift[]): OfficeSettings['agents'] {
  const did = Map.groupBy(shifts, ({ agentId }) => agentId)
  return [...new Set([...skills.keys(), ...did.keys()])].map((agentId) => ({
    agentId,
    services: [
      ...new Set([
        ...(skills.get(agentId) ?? []),
        ...(did.get(agentId) ?? []).flatMap(({ services }) => services ?? []),
      ]),
    ],
  }))
}
