import type { Event } from '../../contract/events.ts'
import type { LessonMistake, Situation } from '../../contract/training/calls.ts'
import type { Outcome } from '../../contract/queue/outcomes.ts'
import type { TicketId } from '../../contract/ids.ts'
import type { Seen } from './state.ts'

/** What one fact says of a situation: that it has ended, the mistake that it shows, or that it was taken back. */
export type Verdict = {
  readonly done?: boolean
  readonly mistake?: LessonMistake
}

/** A situation under way. */
export type Judged = Seen & { readonly situation: Situation; readonly ticketId: TicketId }

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
  lateAppointment: {
    information: 'lateTurnedAway',
    notServed: 'lateTurnedAway',
    refused: 'lateTurnedAway',
  },
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
  // A request that was filed is refused on paper afterwards: its file says whether it was.
  refusal: {
    information: 'oralRefusal',
    notServed: 'oralRefusal',
    refused: 'oralRefusal',
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
  if (judged.situation === 'refusal' && judged.fileId !== null) {
    // No refusal is issued without its facts, its texts and its remedies.
    if (event.type === 'documentIssued' && event.data.fileId === judged.fileId && event.data.kind === 'refus')
      return { done: true }
    if (event.type === 'dayClosed') return { done: true, mistake: 'oralRefusal' }
  }
  if (!('ticketId' in event.data) || event.data.ticketId !== judged.ticketId) return {}
  return ofTheirs(judged, event)
}

/** What a fact about this very person says. */
function ofTheirs(judged: Judged, event: Event): Verdict {
  const { situation } = judged
  switch (event.type) {
    case 'ticketCalled':
      if (situation === 'priority') return { done: true }
      return situation === 'lateAppointment' &&
        event.data.reason.code === 'outOfOrder' &&
        event.data.reason.overtaken > 0
        ? { mistake: 'lateFirst' }
        : {}
    case 'visitStarted':
      return situation === 'closing' ? { done: true } : {}
    case 'lessonSheetSeen':
      return situation === 'noPaper' && judged.identity !== null && judged.identity !== 'declared'
        ? { mistake: 'identitySeen' }
        : {}
    case 'ticketAbsent':
    case 'ticketLeft':
      if (situation === 'left') return { done: true }
      return { done: true, mistake: situation === 'closing' ? 'noTrace' : 'markedAway' }
    case 'ticketUnserved':
      if (situation === 'lateAppointment') return { done: true, mistake: 'lateTurnedAway' }
      return event.data.how === 'appointment' || event.data.how === 'certificate'
        ? { done: true }
        : { done: true, mistake: 'noTrace' }
    case 'pieceAskedAgain':
      return situation === 'notToAsk' ? { mistake: 'askedUnduly' } : {}
    case 'visitClosed':
      return ended(judged, event.data.outcome)
    default:
      return {}
  }
}

/** The end of their visit: the situation's too, unless a paper is still owed. */
function ended({ situation, capacity, identity, missing, fileId }: Judged, outcome: Outcome): Verdict {
  const wrong = (mistake: LessonMistake): Verdict => ({ done: true, mistake })
  // The alert would have ended it before.
  if (situation === 'abuse') return wrong('alone')
  const mistake = ends[situation][outcome]
  if (mistake !== undefined) return wrong(mistake)
  if (situation === 'mandate' && capacity !== 'mandate') return wrong('asSelf')
  if (situation === 'noPaper' && identity === null) return wrong('identityUnsaid')
  // A title noted as seen was told by itself.
  const asWhole = situation === 'noPaper' && identity === 'declared' && outcome === 'filed'
  const asksFor = (situation === 'noPaper' || situation === 'incomplete') && outcome === 'incomplete'
  if ((asWhole || asksFor) && missing === 0) return wrong('lackUnsaid')
  return { done: situation !== 'refusal' || fileId === null }
}
