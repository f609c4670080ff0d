import type { TicketId } from '../../shared/contract/ids.ts'
import { hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import type { Queue, ReceptionView } from './acts.ts'
import { motiveOf } from './motive.ts'

/** What is done for a number. */
export type NumberAct = 'leave' | 'return' | 'replace'
type NumberState = {
  readonly text: string
  readonly can: readonly NumberAct[]
  /** Who waits for a notice that did not leave, and is to be told by word of mouth. */
  readonly toTell?: TicketId
}

/** Where this number is, and what can be done for it. A number past the list's bound can still be acted on. */
export function findNumber(number: string, view: ReceptionView, queue: Queue, zone: string): NumberState {
  const shownNumber = ticketNumber(number)
  const waiting = queue.waiting.find((ticket) => ticket.number === number)
  if (waiting) {
    const motive = motiveOf(waiting, view.motives, queue.services)
    const said = words.foundWaiting(shownNumber, motive, hour(waiting.since, zone))
    const can = ['leave', 'replace'] as const
    return waiting.unsentNotice === null
      ? { text: said, can }
      : { text: `${said} ${words.unsentNotice}`, can, toTell: waiting.ticketId }
  }
  const absent = view.absent.find((ticket) => ticket.number === number)
  if (absent)
    return { text: words.foundAbsent(shownNumber, hour(absent.absentAt, zone)), can: ['return', 'replace'] }
  if (view.parked.some((ticket) => ticket.number === number))
    return { text: words.foundParked(shownNumber), can: ['return', 'replace'] }
  const counter = view.counters.find((each) => each.number === number)
  if (counter) return { text: words.foundAtCounter(shownNumber, counter.name.fr), can: ['replace'] }
  return queue.total > queue.waiting.length
    ? { text: words.notListed, can: ['leave', 'return', 'replace'] }
    : { text: words.notFound, can: [] }
}
