import type { Decide } from './decision.ts'
import { servedHere } from './visits.ts'

/**
 * What another office answered about a place for the person received here: the fact in the journal, the rest on their
 * sheet, from which their paper says it.
 */
export const notePlace: Decide<'place.note'> = (office, { partnerId, ticketId, answer }, context) => {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { ticket, counter, sheet } = here
  // Asked over a network: somebody else may be here since.
  if (ticket.ticketId !== ticketId) return { refusal: 'ticketNotHere' }
  const { visitId } = ticket.visit
  const { elsewhere: _before, ...bare } = sheet
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
    output: { answer },
  }
}
