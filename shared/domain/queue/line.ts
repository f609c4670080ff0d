import { OrderedSet } from 'immutable'
import type { Office } from '../state.ts'
import type { Overtaken, Ticket } from './state.ts'
import type { TicketId } from '../../contract/ids.ts'

// Who waits, in order of arrival, in each of the collections that a choice reads. Whoever comes now is put behind;
// whoever comes back (transfer, return, an act taken back) is put at their rank.

type Line = OrderedSet<TicketId>
export const nobody: Line = OrderedSet()

/**
 * The first ones of a line, all of them there: whoever leaves is taken out of what is known of the line that follows. An immutable
 * set keeps a place empty where someone was: with 5,000 people waiting, each look at the first one passed thousands.
 */
const known = new WeakMap<Line, readonly TicketId[]>()
const mostKnown = 64

function read(line: Line): readonly TicketId[] {
  const firsts: TicketId[] = []
  for (const id of line) if (firsts.push(id) === mostKnown) break
  return firsts
}

/** Those of a line, in its order. The first ones cost no look at the set, however many have left since. */
export function* ofLine(line: Line): Generator<TicketId, void> {
  let firsts = known.get(line)
  if (!firsts?.length) known.set(line, (firsts = read(line)))
  yield* firsts
  const told = new Set(firsts)
  for (const id of line) if (!told.has(id)) yield id
}

/** The line without this ticket. */
function without(line: Line, ticketId: TicketId): Line {
  const next = line.delete(ticketId)
  const firsts = known.get(line)
  if (firsts && next !== line)
    known.set(next, firsts[0] === ticketId ? firsts.slice(1) : firsts.filter((id) => id !== ticketId))
  return next
}

/** The line with this ticket at its rank. Behind costs nothing; elsewhere the line is made again (rare acts). */
function placed({ tickets }: Office, line: Line, { ticketId, arrival }: Ticket): Line {
  const rankOf = (id: TicketId) => tickets.get(id)?.arrival ?? 0
  const last = line.last()
  if (last === undefined || rankOf(last) < arrival) {
    const next = line.add(ticketId)
    const firsts = known.get(line)
    if (firsts) known.set(next, firsts)
    return next
  }
  const before: TicketId[] = []
  const after: TicketId[] = []
  for (const id of line) {
    if (id === ticketId) continue
    if (rankOf(id) < arrival) before.push(id)
    else after.push(id)
  }
  return OrderedSet([...before, ticketId, ...after])
}

/**
 * The calls of a line that left behind whoever has this rank: kept once for the line, so that a call costs nothing
 * for each person waiting.
 */
function jumpsOver(
  { jumps }: Office,
  { serviceId, arrival }: Pick<Ticket, 'serviceId' | 'arrival'>,
): Overtaken {
  let all = 0
  let local = 0
  for (const jump of jumps.get(serviceId) ?? []) {
    if (jump.arrival <= arrival) continue
    all++
    if (!jump.law) local++
  }
  return { all, local }
}

/** The line's own count is theirs: of two such people, whoever came first was overtaken at least as often. */
const isPlain = ({ overtaken }: Ticket): boolean => overtaken.all === 0 && overtaken.local === 0

const plus = (a: Overtaken, b: Overtaken, sign = 1): Overtaken => ({
  all: a.all + sign * b.all,
  local: a.local + sign * b.local,
})

/** How often someone who waits was overtaken in all, here and in the lines where they waited before. */
export const overtakenCount = (office: Office, ticket: Ticket): Overtaken =>
  plus(ticket.overtaken, jumpsOver(office, ticket))

/** The office where this ticket waits, at its rank by arrival. What the line's calls say of others isn't counted for it. */
export function inLine(office: Office, coming: Ticket): Office {
  const ticket: Ticket = {
    ...coming,
    state: 'waiting',
    overtaken: plus(coming.overtaken, jumpsOver(office, coming), -1),
  }
  const { ticketId, serviceId } = ticket
  const next = { ...office, tickets: office.tickets.set(ticketId, ticket) }
  return {
    ...next,
    waiting: office.waiting.update(serviceId, OrderedSet(), (line) => placed(next, line, ticket)),
    queue: placed(next, office.queue, ticket),
    priority:
      ticket.priority === null
        ? office.priority
        : office.priority.update(serviceId, OrderedSet(), (line) => placed(next, line, ticket)),
    booked: ticket.dueAt === null ? office.booked : placed(next, office.booked, ticket),
    moved: isPlain(ticket) ? office.moved : placed(next, office.moved, ticket),
  }
}

/** The office where this ticket no longer waits: as it was, but for what `becomes` says. */
export function outOfLine(office: Office, waiting: Ticket, becomes: Partial<Ticket> = {}): Office {
  const { ticketId, serviceId } = waiting
  const prior = office.priority.get(serviceId)
  return {
    ...office,
    tickets: office.tickets.set(ticketId, {
      ...waiting,
      overtaken: overtakenCount(office, waiting),
      ...becomes,
    }),
    waiting: office.waiting.update(serviceId, OrderedSet(), (line) => without(line, ticketId)),
    queue: office.queue.delete(ticketId),
    priority: prior?.has(ticketId)
      ? office.priority.set(serviceId, without(prior, ticketId))
      : office.priority,
    booked: office.booked.has(ticketId) ? office.booked.delete(ticketId) : office.booked,
    moved: office.moved.has(ticketId) ? office.moved.delete(ticketId) : office.moved,
  }
}

/** Someone who waits, in another line or with another right to pass: same number, same rank. */
export const movedInLine = (office: Office, ticket: Ticket, becomes: Partial<Ticket>): Office => {
  const out = outOfLine(office, ticket, becomes)
  return inLine(out, out.tickets.get(ticket.ticketId) ?? ticket)
}
