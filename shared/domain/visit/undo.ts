import { tellAct, type UndoBar } from '../../contract/queue/counters.ts'
import type { CounterId } from '../../contract/ids.ts'
import { withPlaceStillKept } from '../partners/wanted.ts'
import { filesWentOn, undoneFiles } from '../files/undoing.ts'
import { cancelledPapers } from './papers/undoing.ts'
import type { Decide, PersonalChange } from '../decision.ts'
import { counterOf, type Office } from '../state.ts'
import type { Counter, LastAct } from '../queue/state.ts'

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
  if (last.act === 'reopen') {
    if (counter.ticketId !== null) return 'counterBusy'
    return counter.pause === null ? null : 'counterPaused'
  }
  const ticket = last.ticketId === null ? undefined : office.tickets.get(last.ticketId)
  if (!ticket || !last.before) return 'ticketMoved'
  const here = counter.ticketId === ticket.ticketId && ticket.visit?.counterId === counterId
  // The same act of another counter gives the same state: the visit tells by which counter the person was left so.
  const leftSo = ticket.visit?.counterId === counterId && ticket.visit.visitId === last.before.visit?.visitId
  const freeOr = (moved: boolean): UndoBar | null => {
    if (moved || !leftSo) return 'ticketMoved'
    if (counter.ticketId !== null) return 'counterBusy'
    return counter.pause === null ? null : 'counterPaused'
  }
  switch (last.act) {
    case 'call':
      return here && ticket.state === 'called' ? null : here ? 'visitWentOn' : 'ticketMoved'
    case 'start':
    case 'resume':
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

/** Takes back the last act of this counter, with its sheet. Refused once something follows from it (`undoBar`). */
export const undoLast: Decide<'counter.undo'> = (office, { of }, context) => {
  const { who, personal, now } = context
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  const { last, counterId } = counter
  if (last === null) return { refusal: 'nothingToUndo' }
  // Another act came since the one that the page shows.
  if (of !== undefined && of !== last.seq) return { refusal: 'undoTooLate' }
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
  const onFiles = undoneFiles(office, context, closed)
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
    output: { ...tellAct(last.act), number: last.before?.number ?? null },
  }
}
