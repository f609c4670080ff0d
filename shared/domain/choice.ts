import type { Instant, ServiceId, TicketId } from '../contract/ids.ts'
import { usualRules, usualServiceRule } from '../contract/rules.ts'
import type { CallCode, CallReason } from '../contract/tickets.ts'
import { serviceOf, type Office, type Ticket } from './office.ts'

// Who is next. Lexicographic, so that each call has one reason that can be said (field.md 2.1):
// (1) a priority, which never interrupts; (2) an appointment whose time has come; then who was overtaken as often as
// the office allows; (3) who has waited past the service's maximum; (4) the largest weight × wait ÷ target²
// (generalised c-mu, van Mieghem 1995), plain order of arrival while targets and weights are equal.
// Cost: a few looks at the head of each line, whatever the number of people waiting.

export type Choice = { readonly ticket: Ticket; readonly code: CallCode }

const ruleOf = (office: Office, serviceId: ServiceId) =>
  serviceOf(office, serviceId)?.rule ?? usualServiceRule
const rulesOf = (office: Office) => office.settings?.rules ?? usualRules

const ticketOf = (office: Office, id: TicketId | undefined) =>
  id === undefined ? undefined : office.tickets.get(id)

const heads = (office: Office, services: readonly ServiceId[]): readonly Ticket[] =>
  services.flatMap((serviceId) => ticketOf(office, office.waiting.get(serviceId)?.first()) ?? [])

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

function priorityHead(office: Office, services: readonly ServiceId[]): Choice | undefined {
  const ticket = earliest(
    services.flatMap((serviceId) => {
      if (capped(office, serviceId)) return []
      return ticketOf(office, office.priority.get(serviceId)?.first()) ?? []
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

/** How often the first of a line was overtaken, and how often other than by the law's priorities. */
export function overtakenCount(
  office: Office,
  ticket: Ticket,
): { readonly all: number; readonly local: number } {
  let all = 0
  let local = 0
  for (const { arrival, law } of office.jumps.get(ticket.serviceId) ?? []) {
    if (arrival <= ticket.arrival) continue
    all++
    if (!law) local++
  }
  return { all, local }
}

/**
 * Who is next among these services, and why; undefined when nobody waits for them.
 * @param now the office's hour: an appointment's time and a maximum wait depend on it
 */
export function chooseNext(office: Office, services: readonly ServiceId[], now: Instant): Choice | undefined {
  const first = heads(office, services)
  if (first.length === 0) return undefined
  const prior = priorityHead(office, services)
  if (prior) return prior
  // Where the cap holds priorities back, the line's first without one stands for it.
  const line = first.flatMap((ticket) =>
    ticket.priority !== null && capped(office, ticket.serviceId)
      ? (ordinaryHead(office, ticket.serviceId) ?? [])
      : ticket,
  )
  const { overtakesPerPerson } = rulesOf(office)
  if (overtakesPerPerson !== null) {
    const enough = earliest(
      line.filter((ticket) => overtakenCount(office, ticket).local >= overtakesPerPerson),
    )
    if (enough) return { ticket: enough, code: 'overtakenEnough' }
  }
  const due = appointmentDue(office, services, now)
  if (due) return due
  const late = earliest(
    line.filter(({ serviceId, takenAt }) => {
      const { maximumMinutes } = ruleOf(office, serviceId)
      return maximumMinutes !== null && now - takenAt > maximumMinutes * 60_000
    }),
  )
  const inOrder = earliest(line)
  if (late) return { ticket: late, code: late === inOrder ? 'arrivalOrder' : 'maximumWait' }
  return weighed(office, line, now, inOrder)
}

const ordinaryHead = (office: Office, serviceId: ServiceId): Ticket | undefined => {
  for (const id of office.waiting.get(serviceId) ?? []) {
    const ticket = office.tickets.get(id)
    if (ticket?.priority === null) return ticket
  }
  return undefined
}

function weighed(
  office: Office,
  line: readonly Ticket[],
  now: Instant,
  inOrder: Ticket | undefined,
): Choice | undefined {
  let best: Ticket | undefined
  let most = -1
  let same = true
  const [reference] = line
  for (const ticket of line) {
    const { weight, targetMinutes } = ruleOf(office, ticket.serviceId)
    const of = reference && ruleOf(office, reference.serviceId)
    if (of && (of.weight !== weight || of.targetMinutes !== targetMinutes)) same = false
    const value = (weight * Math.max(0, now - ticket.takenAt)) / (targetMinutes * targetMinutes)
    if (value > most || (value === most && best && ticket.arrival < best.arrival)) {
      best = ticket
      most = value
    }
  }
  // Equal targets and weights are order of arrival itself, ranks kept by who came back included.
  if (same || best === inOrder) return inOrder && { ticket: inOrder, code: 'arrivalOrder' }
  return best && { ticket: best, code: 'weightedWait' }
}

/** How many who came before this ticket, and whom these services could have called, still wait; and the longest of their waits. */
export function leftBehind(
  office: Office,
  services: readonly ServiceId[],
  called: Ticket,
  now: Instant,
): Pick<CallReason, 'overtaken' | 'longestWait'> {
  let overtaken = 0
  let longest = 0
  for (const serviceId of services) {
    for (const id of office.waiting.get(serviceId) ?? []) {
      const ticket = office.tickets.get(id)
      if (!ticket || ticket.arrival >= called.arrival) break
      overtaken++
      longest = Math.max(longest, now - ticket.takenAt)
    }
  }
  return { overtaken, longestWait: Math.round(longest / 1000) }
}
