import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId } from '../../../shared/contract/ids.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { PlaceKept, type PlaceAnswer } from '../../../shared/contract/town.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import { waitsSince, type Office } from '../../../shared/domain/office.ts'
import { servedHere } from '../../../shared/domain/visits.ts'
import type { Answer } from '../deciding.ts'
import type { Log } from '../log.ts'
import { callOffice } from './call.ts'
import { isFlawed, partnersOf } from './partners.ts'

export type AskingOptions = {
  readonly dir: string
  readonly journal: Pick<Journal, 'answer'>
  readonly office: () => Office
  readonly personal: () => Personal
  readonly act: (who: Who, name: 'place.note', input: unknown, commandId: CommandId) => Promise<Answer>
  readonly log: Log
}

/** Asks another office a place for the person received at an agent's counter, and notes what it answered. */
export type AskPlace = (who: Who, input: Input<'place.ask'>, commandId: CommandId) => Promise<Answer>

/**
 * The other office is asked outside the sequencer: nobody's act waits for it. The act's own id goes with the question, so
 * that the same click is one place there; repeated here, it gives the first answer without asking again.
 */
export const startAsking =
  ({ dir, journal, office, personal, act, log }: AskingOptions): AskPlace =>
  async (who, { partnerId }, commandId) => {
    const first = await journal.answer(commandId)
    if (first) return { text: first.output }
    const here = servedHere(office(), { who, personal: personal() })
    if ('refusal' in here) return { code: here.refusal }
    const { ticket, sheet } = here
    const { procedureId } = sheet
    if (procedureId === null) return { code: 'placeWithoutProcedure' }
    const partners = partnersOf(dir)
    if (isFlawed(partners)) return { code: partners }
    const partner = partners.find(({ id, places }) => places && id === partnerId)
    if (!partner) return { code: 'unknownPartner' }
    const question = { procedureId, arrivedAt: waitsSince(ticket) }
    const called = await callOffice(partner, 'commands/place.request', question, commandId)
    const answer = answerOf(called)
    log.info('place', {
      partnerId,
      answer: answer.is,
      ...(answer.is === 'refused' ? { why: answer.why } : {}),
    })
    return act(who, 'place.note', { partnerId, ticketId: ticket.ticketId, answer }, commandId)
  }

function answerOf(called: Awaited<ReturnType<typeof callOffice>>): PlaceAnswer {
  if ('unreachable' in called) return { is: 'unreachable' }
  if ('code' in called) return { is: 'refused', why: called.code }
  const place = PlaceKept.safeParse(called.output)
  return place.success ? { is: 'kept', place: place.data } : { is: 'unreachable' }
}
