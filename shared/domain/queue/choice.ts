import type { Instant, ServiceId, TicketId } from '../../contract/ids.ts'
import { usualRules, usualServiceRule } from '../../contract/queue/rules.ts'
import type { CallCode, CallReason } from '../../contract/queue/reasons.ts'
import { nobody, ofLine, overtakenCount } from './line.ts'
import { serviceOf, waitsSince, type Office } from '../state.ts'
import { type Ticket } from './state.ts'
import { waitedMs } from './waited.ts'

// Who is next. Lexicographic, so that each call has one reason that can be said:
// (1) a priority, which never interrupts; (2) an appointment whose time has come; then who was overtaken as often as
// the office allows; (3) who has waited past the service's maximum, which is said of who came first too; (4) the largest
// weight × wait ÷ target² (generalised c-mu, van Mieghem 1995), plain order of arrival while targets and weights are equal.
// Cost: a few looks at the head of each line, whatever the number of people waiting.

export type Choice = { readonly ticket: Ticket; readonly code: CallCode }

const ruleOf = (office: Office, serviceId: ServiceId) =>
  serviceOf(office, serviceId)?.rule ?? usualServiceRule
const rulesOf = (office: Office) => office.settings?.rules ?? usualRules

const ticketOf = (office: Office, id: TicketId | undefined) =>
  id === undefined ? undefined : office.tickets.get(id)

const earliest = (tickets: readonly Ticket[]): Ticket | undefined => {
  let first: Ticket | undefined
  for (const ticket of tickets) if (!first || ticket.arrival < first.arrival) first = ticket
  return first
}

/** Whether a local rule lets somebody else pass now: so many priorities were called in a row while others waited. */
function capped(office: Office, serviceId: ServiceId): boolean {
  const { cap } = ruleOf(office, serviceId)
  if (cap === null || (office.streaks.get(serviceId) ?? 0) < cap) return false
  // Someone without a priority must be there to pass.
  return (office.waiting.get(serviceId)?.size ?? 0) > (office.priority.get(serviceId)?.size ?? 0)
}

/** The first with a priority, of any kind or of the law's alone, where no local rule holds priorities back. */
function priorityHead(office: Office, services: readonly ServiceId[], lawOnly = false): Choice | undefined {
  const ticket = earliest(
    services.flatMap((serviceId) => {
      if (capped(office, serviceId)) return []
      for (const id of ofLine(office.priority.get(serviceId) ?? nobody)) {
        const prior = office.tickets.get(id)
        if (prior && (!lawOnly || prior.priority !== 'local')) return prior
      }
      return []
    }),
  )
  return ticket && { ticket, code: ticket.priority === 'local' ? 'localPriority' : 'legalPriority' }
}

/** The appointment due first, then by arrival. Few people have one: they are read one by one. */
function appointmentDue(office: Office, services: readonly ServiceId[], now: Instant): Choice | undefined {
  let first: Ticket | undefined
  for (const id of office.booked) {
    const ticket = office.tickets.get(id)
    if (!ticket || ticket.dueAt === null || ticket.dueAt > now || !services.includes(ticket.serviceId))
      continue
    // `booked` is in order of arrival: on the same hour, the first one stays.
    if (!first || ticket.dueAt < first.dueAt!) first = ticket
  }
  return first && { ticket: first, code: 'appointment' }
}

/**
 * Who is next among these services, and why; undefined when nobody waits for them.
 * @param now the office's hour: an appointment's time and a maximum wait depend on it
 */
export function chooseNext(office: Office, services: readonly ServiceId[], now: Instant): Choice | undefined {
  const prior = priorityHead(office, services)
  const line = services.flatMap((serviceId) => ordinaryHead(office, serviceId) ?? [])
  const enough = overtakenEnough(office, services)
  if (prior) {
    // Nobody is overtaken more often than the office allows, save by the law's priorities.
    if (prior.ticket.priority !== 'local' || !enough || enough.arrival > prior.ticket.arrival) return prior
    return priorityHead(office, services, true) ?? { ticket: enough, code: 'overtakenEnough' }
  }
  if (enough) return { ticket: enough, code: 'overtakenEnough' }
  const due = appointmentDue(office, services, now)
  if (due) return due
  const inOrder = earliest(line)
  const late = earliest(
    line.filter((ticket) => {
      const { maximumMinutes } = ruleOf(office, ticket.serviceId)
      return maximumMinutes !== null && waitedMs(ticket, now) > maximumMinutes * 60_000
    }),
  )
  const chosen = late ?? weighed(office, line, now, inOrder)
  if (!chosen) return undefined
  if (chosen === inOrder && passesPriorities(office, services, chosen)) return { ticket: chosen, code: 'cap' }
  if (late) return { ticket: late, code: 'maximumWait' }
  if (chosen !== inOrder) return { ticket: chosen, code: 'weightedWait' }
  return { ticket: chosen, code: chosen.keptFrom === null ? 'arrivalOrder' : 'keptArrival' }
}

/** Whether someone with a priority came before, whom a local rule holds back. */
const passesPriorities = (office: Office, services: readonly ServiceId[], { arrival }: Ticket): boolean =>
  services.some((serviceId) => {
    const held = ticketOf(office, office.priority.get(serviceId)?.first())
    return held !== undefined && held.arrival < arrival
  })

/** The first of those who were overtaken as often as the office allows; nobody where it sets no limit. */
function overtakenEnough(office: Office, services: readonly ServiceId[]): Ticket | undefined {
  const { overtakesPerPerson } = rulesOf(office)
  if (overtakesPerPerson === null) return undefined
  const enough = (ticket: Ticket | undefined): ticket is Ticket =>
    ticket?.priority === null && overtakenCount(office, ticket).local >= overtakesPerPerson
  // Of those who never left their line, whoever came first was overtaken most; the others are few, and read one by one.
  const firsts = services.map((serviceId) => {
    for (const id of ofLine(office.waiting.get(serviceId) ?? nobody)) {
      const ticket = office.tickets.get(id)
      if (ticket?.priority === null && !office.moved.has(id)) return ticket
    }
    return undefined
  })
  const moved = [...office.moved]
    .map((id) => office.tickets.get(id))
    .filter((ticket) => ticket !== undefined && services.includes(ticket.serviceId))
  return earliest([...firsts, ...moved].filter(enough))
}

/** The first of a line without a priority: those with one have their own line. */
const ordinaryHead = (office: Office, serviceId: ServiceId): Ticket | undefined => {
  for (const id of ofLine(office.waiting.get(serviceId) ?? nobody)) {
    const ticket = office.tickets.get(id)
    if (ticket?.priority === null) return ticket
  }
  return undefined
}

/** The largest weight × wait ÷ target²; equal targets and weights are order of arrival itself. */
function weighed(
  office: Office,
  line: readonly Ticket[],
  now: Instant,
  inOrder: Ticket | undefined,
): Ticket | undefined {
  let best: Ticket | undefined
  let most = -1
  let same = true
  const [reference] = line
  for (const ticket of line) {
    const { weight, targetMinutes } = ruleOf(office, ticket.serviceId)
    const of = reference && ruleOf(office, reference.serviceId)
    if (of && (of.weight !== weight || of.targetMinutes !== targetMinutes)) same = false
    const value = (weight * Math.max(0, now - waitsSince(ticket))) / (targetMinutes * targetMinutes)
    if (value > most || (value === most && best && ticket.arrival < best.arrival)) {
      best = ticket
      most = value
    }
  }
  // Ranks kept by who came back are told by arrival, not by the wait alone.
  return same ? inOrder : best
}

/**
 * How many who came before this ticket, and whom these services could have called, still wait; and the longest of their
 * waits. Those who were here before someone whose hour of arrival was kept elsewhere are among them.
 */
export function leftBehind(
  office: Office,
  services: readonly ServiceId[],
  called: Ticket,
  now: Instant,
): Pick<CallReason, 'overtaken' | 'longestWait'> {
  let overtaken = 0
  let longest = 0
  // Who lost their rank since is here from then.
  const wasHere = ({ takenAt, rankedAt }: Ticket) => Math.max(takenAt, rankedAt) < called.takenAt
  const passed = (ticket: Ticket) =>
    ticket.arrival < called.arrival || (called.keptFrom !== null && wasHere(ticket))
  for (const serviceId of services) {
    for (const id of ofLine(office.waiting.get(serviceId) ?? nobody)) {
      if (id === called.ticketId) continue
      const ticket = office.tickets.get(id)
      if (!ticket || !passed(ticket)) {
        if (called.keptFrom === null) break
        // Behind another kept hour may be somebody who was here.
        continue
      }
      overtaken++
      longest = Math.max(longest, now - waitsSince(ticket))
    }
  }
  return { overtaken, longestWait: Math.round(longest / 1000) }
}
