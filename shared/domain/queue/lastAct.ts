import type { Event } from '../../contract/events.ts'
import type { TicketId, VisitId } from '../../contract/ids.ts'
import type { UndoableAct } from '../../contract/queue/counters.ts'
import type { Context, PersonalChange, Evolve } from '../decision.ts'
import type { Office } from '../state.ts'
import { nameGone, noticeGone } from './gone.ts'
import { noneEnded, type Counter, type LastAct, type Ticket } from './state.ts'
import { inLine, outOfLine } from './line.ts'

/** Acts that can be taken back one after another, the latest first; further back, nothing. */
const deepest = 4

const trimmed = (last: LastAct | null, depth = deepest): LastAct | null =>
  last === null || depth === 0 ? null : { ...last, earlier: trimmed(last.earlier, depth - 1) }

/** The counter's memory of an act that can be taken back. Once somebody is received, only their call still can. */
export const remembered = (
  counter: Counter,
  act: UndoableAct,
  { seq, at }: { readonly seq: number; readonly at: LastAct['at'] },
  before: Ticket | null,
  papers: LastAct['papers'] = [],
): Counter => {
  const { last } = counter
  const ticketId = before?.ticketId ?? null
  const received = act === 'start' && last?.act === 'call' && last.ticketId === ticketId
  // One sheet is set aside for a visit: of its closings, the last one alone can be taken back.
  const earlier =
    act === 'start'
      ? received
        ? trimmed(last, 1)
        : null
      : act === 'close' || act === 'resume'
        ? null
        : trimmed(last)
  const pause = act === 'reopen' ? { pause: counter.pause } : {}
  return { ...counter, last: { act, seq, at, ticketId, before, ...pause, earlier, papers } }
}

/**
 * What was left for an act that nobody can take back any more, once this counter's acts can't be: the sheet set aside and the
 * name of an appointment for the end of a visit, the number of a notice for a call. It is looked for in what is kept, not in
 * what this counter remembers: its memory is short, and an act leaves it in other ways.
 */
export const setAside = (
  office: Office,
  { last, ticketId: here }: Pick<Counter, 'last' | 'ticketId'>,
  { personal, now }: Pick<Context, 'personal' | 'now'>,
): PersonalChange[] => {
  const [sheets, names, notices] = [new Set<VisitId>(), new Set<TicketId>(), new Set<TicketId>()]
  for (const counter of office.counters.values())
    for (let act = counter.last === last ? null : counter.last; act !== null; act = act.earlier) {
      if (!act.before) continue
      if (act.act === 'call') notices.add(act.before.ticketId)
      if (act.act !== 'close') continue
      names.add(act.before.ticketId)
      if (act.before.visit) sheets.add(act.before.visit.visitId)
    }
  const dropped: PersonalChange[] = []
  for (const id of personal.closedSheets.keys())
    if (!sheets.has(id)) dropped.push({ op: 'drop', kind: 'closedSheet', id })
  // Another request of theirs goes on, or they wait again: the name is still needed. Where no appointment is kept, no name is:
  // the day's tickets, which are more at each act, are not gone through.
  if (personal.appointments.size > 0)
    office.tickets.forEach((ticket) => {
      if (ticket.appointmentId !== null && ticket.state === 'closed' && !names.has(ticket.ticketId))
        dropped.push(...nameGone(personal, ticket, now))
    })
  for (const id of personal.notices.keys()) {
    const ticket = office.tickets.get(id)
    // Whoever is called here is received now, which can be taken back with their call, or waits again for their notice.
    const called = id === here && ticket?.state === 'called'
    if (ticket?.noticeAsked === null && !called && !notices.has(id)) dropped.push(...noticeGone(personal, id))
  }
  return dropped
}

/** The same, where this ticket is taken away from a counter by no act of its agent: nothing can be taken back there any more. */
export const setAsideWith = (
  office: Office,
  { ticketId, visit }: Pick<Ticket, 'ticketId' | 'visit'>,
  context: Pick<Context, 'personal' | 'now'>,
): PersonalChange[] => {
  const counter = visit ? office.counters.get(visit.counterId) : undefined
  return counter?.ticketId === ticketId ? setAside(office, counter, context) : []
}

const isCallOf = (ticketId: TicketId, { act, before }: LastAct): boolean =>
  act === 'call' && before?.ticketId === ticketId

/**
 * The last notice that a person asked and still counts on: the one that they wait for, else the last one that a call of theirs
 * which is still remembered would give back. Null where there is none.
 */
export function lastNotice(
  { tickets, counters }: Pick<Office, 'tickets' | 'counters'>,
  ticketId: TicketId,
): Ticket['noticeAsked'] {
  let asked = tickets.get(ticketId)?.noticeAsked ?? null
  if (asked !== null) return asked
  for (const { last } of counters.values())
    for (let act = last; act !== null; act = act.earlier) {
      const found = isCallOf(ticketId, act) ? act.before?.noticeAsked : null
      if (found && (asked === null || found > asked)) asked = found
    }
  return asked
}

/** Changes what undoing the call that came after this notice gives back: the ticket, waiting again. */
export function onCallAfter(
  office: Office,
  ticketId: TicketId,
  asked: Ticket['noticeAsked'],
  change: (before: Ticket) => Ticket,
): Office {
  const changed = (last: LastAct | null): LastAct | null =>
    last && {
      ...last,
      before:
        last.before && isCallOf(ticketId, last) && last.before.noticeAsked === asked
          ? change(last.before)
          : last.before,
      earlier: changed(last.earlier),
    }
  return {
    ...office,
    counters: office.counters.map((counter) => ({ ...counter, last: changed(counter.last) })),
  }
}

const less = (office: Office, ticket: Ticket, what: 'received' | 'absent'): Office => ({
  ...office,
  ended: office.ended.update(ticket.serviceId, noneEnded, (ended) => ({
    ...ended,
    [what]: Math.max(0, ended[what] - 1),
  })),
})

/** The office as it was before the act that is undone, for all that the act had changed. */
export const evolveUndo: Evolve = (office, { event }) => {
  if (event.type !== 'actUndone') return undefined
  return undone(office, event)
}

function undone(office: Office, { data: { counterId, act } }: Extract<Event, { type: 'actUndone' }>): Office {
  const counter = office.counters.get(counterId)
  const last = counter?.last
  if (!counter || !last || last.act !== act) return office
  const at = (ticketId: Counter['ticketId']): Office['counters'] =>
    office.counters.set(counterId, { ...counter, ticketId, last: last.earlier })
  if (act === 'pause')
    return {
      ...office,
      counters: office.counters.set(counterId, { ...counter, pause: null, last: last.earlier }),
    }
  if (act === 'reopen')
    return {
      ...office,
      counters: office.counters.set(counterId, { ...counter, pause: last.pause ?? null, last: last.earlier }),
    }
  const ticket = last.ticketId === null ? undefined : office.tickets.get(last.ticketId)
  if (!ticket || !last.before) return office
  // What was given since (a priority, a new paper) is not the act's: it stays.
  const before: Ticket = {
    ...last.before,
    priority: ticket.priority,
    toShow: ticket.toShow,
    code: ticket.code,
    replaced: ticket.replaced,
  }
  const back = {
    ...office,
    counters: at(ticket.ticketId),
    tickets: office.tickets.set(ticket.ticketId, before),
  }
  switch (act) {
    case 'call':
      // They wait again at their rank, as often overtaken as they were.
      return withoutCall(
        { ...inLine(office, { ...before, overtaken: ticket.overtaken }), counters: at(null) },
        ticket,
      )
    case 'start':
      return back
    case 'absent':
      return { ...less(back, ticket, 'absent'), absent: office.absent.delete(ticket.ticketId) }
    case 'park':
      return { ...back, parked: office.parked.delete(ticket.ticketId) }
    case 'resume':
      return { ...back, counters: at(null), parked: office.parked.add(ticket.ticketId) }
    case 'transfer': {
      const out = outOfLine(office, ticket, before)
      return { ...out, counters: at(ticket.ticketId) }
    }
    case 'close':
      return ticket.state === 'closed' ? less(back, ticket, 'received') : back
  }
}

/** What a call had counted is taken off: those whom it left behind were not. */
function withoutCall(office: Office, { number, serviceId, arrival, visit }: Ticket): Office {
  const reason = visit?.reason
  const jumps = office.jumps.map((line) => line.filter((jump) => jump.arrival !== arrival))
  const outOfOrder =
    reason?.code === 'outOfOrder'
      ? office.outOfOrder.filter((one) => one.number !== number || one.reasonId !== reason.reasonId)
      : office.outOfOrder
  const streak = office.streaks.get(serviceId) ?? 0
  const streaks =
    reason?.code === 'legalPriority' || reason?.code === 'localPriority'
      ? office.streaks.set(serviceId, Math.max(0, streak - 1))
      : office.streaks
  if (!reason || reason.overtaken === 0) return { ...office, jumps, outOfOrder, streaks }
  const overtakes = office.overtakes.update(reason.code, { calls: 0, people: 0 }, (known) => ({
    calls: Math.max(0, known.calls - 1),
    people: Math.max(0, known.people - reason.overtaken),
  }))
  return { ...office, jumps, outOfOrder, streaks, overtakes }
}
