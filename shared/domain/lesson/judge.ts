import type { Event } from '../../contract/events.ts'
import type { LessonMistake, Situation } from '../../contract/lesson.ts'
import type { Outcome } from '../../contract/outcomes.ts'
import type { CounterId, TicketId } from '../../contract/ids.ts'

/** What one fact says of a situation: that it has ended, the mistake that it shows, or that it was taken back. */
export type Verdict = {
  readonly done?: boolean
  readonly mistake?: LessonMistake
}

/** A situation under way, as its judge sees it. */
export type Judged = {
  readonly situation: Situation
  readonly ticketId: TicketId
  /** Where the person was called; null while they wait. */
  readonly calledAt: CounterId | null
  readonly capacity: string | null
}

/** How a request may rightly end, and what the other ends show; an end without a line here is right too. */
const ends: Readonly<Record<Situation, Partial<Record<Outcome, LessonMistake>>>> = {
  noPaper: turnsAway(),
  incomplete: { ...turnsAway(), filed: 'lackUnsaid', handedOver: 'lackUnsaid' },
  wrongOffice: {
    information: 'sentElsewhere',
    notServed: 'sentElsewhere',
    refused: 'sentElsewhere',
    filed: 'sentElsewhere',
    incomplete: 'sentElsewhere',
  },
  priority: {},
  mandate: turnsAway(),
  // Nobody came: whatever the visit ended with, nobody was received.
  left: {
    information: 'receivedNobody',
    filed: 'receivedNobody',
    incomplete: 'receivedNobody',
    handedOver: 'receivedNobody',
    forwarded: 'receivedNobody',
    refused: 'receivedNobody',
    notServed: 'receivedNobody',
    assisted: 'receivedNobody',
  },
  notToAsk: { ...turnsAway(), incomplete: 'askedUnduly' },
  refusal: {
    information: 'oralRefusal',
    notServed: 'oralRefusal',
    filed: 'oralRefusal',
    incomplete: 'oralRefusal',
    handedOver: 'oralRefusal',
  },
  abuse: {},
  closing: {},
}

function turnsAway(): Partial<Record<Outcome, LessonMistake>> {
  return { information: 'turnedAway', notServed: 'turnedAway', refused: 'turnedAway' }
}

/**
 * What a fact of the training journal says of one situation. Total: a fact about something else says nothing.
 * @param judged the situation before the fact
 */
export function judge(judged: Judged, event: Event): Verdict {
  if (event.type === 'alertRaised')
    return judged.situation === 'abuse' &&
      judged.calledAt !== null &&
      event.data.counterId === judged.calledAt
      ? { done: true }
      : {}
  if (event.type === 'ticketCalled' && event.data.ticketId !== judged.ticketId)
    return judged.situation === 'priority' &&
      judged.calledAt === null &&
      event.data.reason.code === 'outOfOrder'
      ? { mistake: 'overtaken' }
      : {}
  if (!('ticketId' in event.data) || event.data.ticketId !== judged.ticketId) return {}
  return ofTheirs(judged, event)
}

/** What a fact about this very person says. */
function ofTheirs({ situation, capacity }: Judged, event: Event): Verdict {
  switch (event.type) {
    case 'ticketCalled':
      return situation === 'priority' ? { done: true } : {}
    case 'visitStarted':
      return situation === 'closing' ? { done: true } : {}
    case 'ticketAbsent':
    case 'ticketLeft':
      if (situation === 'left') return { done: true }
      return { done: true, mistake: situation === 'closing' ? 'noTrace' : 'markedAway' }
    case 'ticketUnserved':
      return event.data.how === 'appointment' || event.data.how === 'certificate'
        ? { done: true }
        : { done: true, mistake: 'noTrace' }
    case 'pieceAskedAgain':
      return situation === 'notToAsk' ? { mistake: 'askedUnduly' } : {}
    case 'visitClosed':
      return { done: true, ...ended(situation, event.data.outcome, capacity) }
    default:
      return {}
  }
}

function ended(
  situation: Situation,
  outcome: Outcome,
  capacity: string | null,
): { readonly mistake?: LessonMistake } {
  // The alert would have ended it before.
  if (situation === 'abuse') return { mistake: 'alone' }
  const mistake = ends[situation][outcome]
  if (mistake !== undefined) return { mistake }
  return situation === 'mandate' && capacity !== 'mandate' ? { mistake: 'asSelf' } : {}
}
