import { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId } from '../../../shared/contract/ids.ts'
import { contract } from '../../../shared/contract/index.ts'
import { PartnerId, type PlaceAnswer } from '../../../shared/contract/partners/calls.ts'
import { PlaceKept } from '../../../shared/contract/appointments/keptPlace.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { servedAsKept } from '../../../shared/domain/queue/sheet.ts'
import type { Answer } from '../core/answer.ts'
import type { Handler, HandlersOf } from '../core/part.ts'
import type { Log } from '../core/log.ts'
import { agreedHandlers } from './agreed.ts'
import { callOffice } from './call.ts'
import { isFlawed, partnersOf } from './partners.ts'

/** The acts by which the host notes what it asks, and what it is answered. */
export type PlaceAct = (
  who: Who,
  name: 'partners.beginAsking' | 'partners.noteAnswer' | 'partners.noteReturn',
  input: unknown,
  commandId: CommandId,
) => Promise<Answer>

export type AskingOptions = {
  readonly dir: string
  readonly journal: Pick<Journal, 'answer'>
  readonly office: () => Office
  readonly personal: () => Personal
  readonly act: PlaceAct
  /** Gives back what is not wanted any more, of one office: never rejects. */
  readonly giveBack: (partnerId: PartnerId) => Promise<void>
  readonly now: () => number
  readonly log: Log
}

const Noted = z.object({ partnerId: PartnerId })

/**
 * The other office is asked outside the sequencer: nobody's act waits for it. The question is in the journal before it is
 * asked, and its own id goes with it: asked again, by another click or after its answer was lost, it is one place there. The
 * same click repeated here gives the first answer without asking again.
 */
const asking =
  ({ dir, journal, office, personal, act, giveBack, log }: AskingOptions): Handler<'partners.askPlace'> =>
  async ({ who, input: { partnerId, ...on }, commandId }) => {
    const first = await journal.answer(commandId)
    if (first) {
      const noted = Noted.safeParse(JSON.parse(first.output))
      return noted.data?.partnerId === partnerId ? { text: first.output } : { code: 'commandIdReused' }
    }
    const here = servedAsKept(office(), { who, personal: personal() })
    if ('refusal' in here) return { code: here.refusal }
    if (here.sheet.procedureId === null) return { code: 'placeWithoutProcedure' }
    const partners = partnersOf(dir)
    if (isFlawed(partners)) return { code: partners }
    const partner = partners.find(({ id, places }) => places && id === partnerId)
    if (!partner) return { code: 'unknownPartner' }
    const begun = await act(who, 'partners.beginAsking', { partnerId, ...on }, uuidv7() as CommandId)
    if ('code' in begun) return begun
    const { requestId, ticketId, question } = contract['partners.beginAsking'].output.parse(
      JSON.parse(begun.text),
    )
    // The place of another question frees one there.
    await giveBack(partnerId)
    const called = await callOffice(partner, 'partners.requestPlace', question, requestId)
    const answer = answerOf(called)
    log.info('place', {
      partnerId,
      answer: answer.is,
      ...(answer.is === 'refused' ? { why: answer.why } : {}),
    })
    return act(who, 'partners.noteAnswer', { partnerId, ticketId, requestId, answer }, commandId)
  }

/** What is asked of other offices for the person received at an agent's counter, and which offices they are. */
export const partnersHandlers = (options: AskingOptions): HandlersOf<'partners'> => ({
  'partners.askPlace': asking(options),
  ...agreedHandlers(options.dir, options.now),
})

function answerOf(called: Awaited<ReturnType<typeof callOffice>>): PlaceAnswer {
  if ('unreachable' in called) return { is: 'unreachable' }
  if ('code' in called) return { is: 'refused', why: called.code }
  const place = PlaceKept.safeParse(called.output)
  return place.success ? { is: 'kept', place: place.data } : { is: 'unreachable' }
}
