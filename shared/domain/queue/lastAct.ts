import type { Event } from '../../contract/events.ts'
import type { UndoableAct } from '../../contract/queue/counters.ts'
import type { Context, PersonalChange, Evolve } from '../decision.ts'
import type { Office } from '../state.ts'
import { nameGone } from './gone.ts'
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

/** What this counter's closings kept for as long as they could be taken back: the sheet set aside, the name of an appointment. */
export const setAside = (
  office: Office,
  { last }: Counter,
  { personal, now }: Pick<Context, 'personal' | 'now'>,
): PersonalChange[] => {
  const dropped: PersonalChange[] = []
  for (let act = last; act !== null; act = act.earlier) {
    if (act.act !== 'close' || !act.before) continue
    const visitId = act.before.visit?.visitId
    if (visitId && personal.closedSheets.has(visitId))
      dropped.push({ op: 'drop', kind: 'closedSheet', id: visitId })
    const ticket = office.tickets.get(act.before.ticketId)
    // Another request of theirs goes on, or they wait again: the name is still needed.
    if (ticket?.state === 'closed') dropped.push(...nameGone(personal, ticket, now))
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
