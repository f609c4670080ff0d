import type { Event } from '../../contract/events.ts'
import type { UndoableAct, UndoBar } from '../../contract/queue/counters.ts'
import type { CounterId } from '../../contract/ids.ts'
import { withPlaceStillKept } from '../partners/wanted.ts'
import { filesWentOn, undoneFiles } from '../files/undoing.ts'
import { cancelledPapers } from '../documents/undoing.ts'
import { inLine, outOfLine } from './line.ts'
import type { Decide, Evolve, Personal, PersonalChange } from '../decision.ts'
import { counterOf, noneEnded, type Office } from '../state.ts'
import { type Counter, type LastAct, type Ticket } from './state.ts'

// One key takes back a counter's last act, for as long as nothing later depends on it. The act stays in the journal;
// so does its undoing.

/** Why the last act can't be taken back any more; null while it can. */
export function undoBar(
  office: Office,
  counterId: CounterId,
  counter: Counter,
  last: LastAct,
): UndoBar | null {
  if (last.act === 'pause') return counter.pause === null ? 'ticketMoved' : null
  const ticket = last.ticketId === null ? undefined : office.tickets.get(last.ticketId)
  if (!ticket || !last.before) return 'ticketMoved'
  const here = counter.ticketId === ticket.ticketId && ticket.visit?.counterId === counterId
  const freeOr = (moved: boolean): UndoBar | null => {
    if (moved) return 'ticketMoved'
    if (counter.ticketId !== null) return 'counterBusy'
    return counter.pause === null ? null : 'counterPaused'
  }
  switch (last.act) {
    case 'call':
      return here && ticket.state === 'called' ? null : here ? 'visitWentOn' : 'ticketMoved'
    case 'start':
      return !here ? 'ticketMoved' : ticket.visit?.done === last.before.visit?.done ? null : 'visitWentOn'
    case 'absent':
      return freeOr(ticket.state !== 'absent')
    case 'park':
      return freeOr(ticket.state !== 'parked')
    case 'transfer':
      return freeOr(ticket.state !== 'waiting' || ticket.arrival !== last.before.arrival)
    case 'close':
      // A paper repeated or put right is out in another form: who has it would not know that it no longer holds.
      if (last.papers.some(({ since }) => since === 'repeated')) return 'visitWentOn'
      if (filesWentOn(office, last.before.visit)) return 'visitWentOn'
      if (ticket.state === 'serving' && here)
        return ticket.visit?.done === (last.before.visit?.done ?? 0) + 1 ? null : 'visitWentOn'
      return freeOr(ticket.state !== 'closed')
  }
}

export const undoLast: Decide<'counter.undo'> = (office, _input, context) => {
  const { who, personal, now } = context
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  const { last, counterId } = counter
  if (last === null) return { refusal: 'nothingToUndo' }
  const bar = undoBar(office, counterId, counter, last)
  if (bar !== null) return { refusal: 'undoTooLate', details: [bar] }
  const changes: PersonalChange[] = []
  const visitId = last.before?.visit?.visitId
  // The sheet set aside at the closing is taken up again.
  const aside = last.act === 'close' && visitId ? personal.closedSheets.get(visitId) : undefined
  const sheet = aside && last.before ? withPlaceStillKept(office, last.before, aside) : aside
  if (visitId && sheet)
    changes.push(
      { op: 'put', kind: 'sheet', id: visitId, value: sheet, at: now },
      { op: 'drop', kind: 'closedSheet', id: visitId },
    )
  const closed = last.act === 'close' ? (last.before?.visit ?? null) : null
  const onFiles = undoneFiles(office, closed)
  const onPapers = cancelledPapers(office, context, last, sheet)
  if ('refusal' in onPapers) return onPapers
  return {
    events: [
      ...onPapers.events,
      ...onFiles.events,
      { type: 'actUndone', data: { counterId, act: last.act, ticketId: last.ticketId, of: last.seq } },
    ],
    personal: [...changes, ...onPapers.personal, ...onFiles.personal],
    jobs: onPapers.jobs,
    output: { act: last.act, number: last.before?.number ?? null },
  }
}

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
    act === 'start' ? (received ? trimmed(last, 1) : null) : act === 'close' ? null : trimmed(last)
  return { ...counter, last: { act, seq, at, ticketId, before, earlier, papers } }
}

/** The sheets set aside by this counter's closings that could still be taken back. */
export const setAside = (
  { last }: Counter,
  { closedSheets }: Pick<Personal, 'closedSheets'>,
): PersonalChange[] => {
  const dropped: PersonalChange[] = []
  for (let act = last; act !== null; act = act.earlier) {
    const visitId = act.act === 'close' ? act.before?.visit?.visitId : undefined
    if (visitId && closedSheets.has(visitId)) dropped.push({ op: 'drop', kind: 'closedSheet', id: visitId })
  }
  return dropped
}

const less = (office: Office, ticket: Ticket, what: 'received' | 'absent'): Office => ({
  ...office,
  ended: office.ended.update(ticket.serviceId, noneEnded, (ended) => ({
    ...ended,
    [what]: Math.max(0, ended[what] - 1),
  })),
})

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
  const ticket = last.ticketId === null ? undefined : office.tickets.get(last.ticketId)
  if (!ticket || !last.before) return office
  // What was given since (a priority, a new paper) is not the act's: it stays.
  const before: Ticket = {
    ...last.before,
    priority: ticket.priority,
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
