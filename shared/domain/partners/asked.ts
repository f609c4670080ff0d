import type { PlaceRequestId } from '../../contract/partners/calls.ts'
import type { Decide } from '../decision.ts'
import { givenUp, wanted, withoutPlace } from './wanted.ts'
import { waitsSince } from '../state.ts'
import { requestHere, servedHere } from '../queue/sheet.ts'

// A place asked of another office for the person received here. The question is in the journal before it is asked: whatever
// becomes of its answer, it can be asked again, and given back.

/** The question for this office and this request: the one that was asked already, else a new one, and the others are given up. */
export const beginAsking: Decide<'partners.beginAsking'> = (office, { partnerId, ...on }, context) => {
  const here = requestHere(office, on, context)
  if ('refusal' in here) return here
  const { ticket, counter, sheet } = here
  const { procedureId } = sheet
  if (procedureId === null) return { refusal: 'placeWithoutProcedure' }
  const arrivedAt = waitsSince(ticket)
  const before = wanted(office, ticket.visit)
  const { ticketId } = ticket
  const same = before.find((one) => one.partnerId === partnerId && one.procedureId === procedureId)
  if (same) {
    const { requestId } = same
    return {
      events: before.filter((one) => one !== same).map(givenUp),
      output: { requestId, ticketId, question: { procedureId, arrivedAt: same.arrivedAt } },
    }
  }
  const requestId = context.newId() as PlaceRequestId
  const { visitId } = ticket.visit
  const { counterId } = counter
  return {
    events: [
      ...before.map(givenUp),
      {
        type: 'placeAsking',
        data: { requestId, ticketId, visitId, counterId, partnerId, procedureId, arrivedAt },
      },
    ],
    output: { requestId, ticketId, question: { procedureId, arrivedAt } },
  }
}

/**
 * What another office answered about a place for the person received here: the fact in the journal, the rest on their
 * sheet, from which their paper says it.
 */
export const noteAnswer: Decide<'partners.noteAnswer'> = (office, asked, context) => {
  const { partnerId, ticketId, requestId, answer } = asked
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { ticket, counter, sheet } = here
  // Asked over a network: somebody else may be here since, or nobody wants it any more.
  if (ticket.ticketId !== ticketId) return { refusal: 'ticketNotHere' }
  if (!wanted(office, ticket.visit).some((one) => one.requestId === requestId))
    return { refusal: 'placeGivenUp' }
  const { visitId } = ticket.visit
  const bare = withoutPlace(sheet)
  return {
    events: [
      {
        type: 'placeAsked',
        data: {
          ticketId,
          visitId,
          counterId: counter.counterId,
          partnerId,
          answer: answer.is,
          placeId: answer.is === 'kept' ? answer.place.placeId : null,
        },
      },
    ],
    personal: [
      {
        op: 'put',
        kind: 'sheet',
        id: visitId,
        value: answer.is === 'kept' ? { ...bare, elsewhere: answer.place } : bare,
        at: context.now,
      },
    ],
    output: { partnerId, answer },
  }
}

/** The person does without the place: every question of this request is given up, and the sheet says none any more. */
export const giveUpPlace: Decide<'partners.giveUpPlace'> = (office, on, context) => {
  const here = requestHere(office, on, context)
  if ('refusal' in here) return here
  const { sheet, ticket } = here
  const { visitId } = ticket.visit
  return {
    events: wanted(office, ticket.visit).map(givenUp),
    personal:
      sheet.elsewhere === undefined
        ? []
        : [{ op: 'put', kind: 'sheet', id: visitId, value: withoutPlace(sheet), at: context.now }],
    output: {},
  }
}

/** The other office said what became of a place: said twice, it is noted once. */
export const noteReturn: Decide<'partners.noteReturn'> = (office, { requestId, how }) => ({
  events:
    office.partners.asked.get(requestId)?.state === 'givenUp'
      ? [{ type: 'placeReturned', data: { requestId, how } }]
      : [],
  output: {},
})
