import type { Journal } from '../../../db/journal/port.ts'
import type { CommandOf } from '../../../shared/contract/index.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Answer } from '../core/answer.ts'
import type { Clock } from '../core/clock.ts'
import { answerAgain, inputHashOf } from '../core/repeated.ts'
import type { CommandCall, HandlersOf } from '../core/part.ts'
import { isJobKeptFrom } from '../privacy/limited.ts'
import type { Printing } from './printing.ts'

/**
 * The print queue's acts, which the domain doesn't decide: one after another, and each answer kept with its
 * command id like every act's, so that repeating one does it once and the same id for something else is refused.
 */
export function printingHandlers(
  journal: Journal,
  office: () => Office,
  clock: Clock,
  printing: Pick<Printing, 'act'>,
): HandlersOf<'printing'> {
  let turn: Promise<unknown> = Promise.resolve()

  const act = async <N extends CommandOf<'printing'>>(
    name: N,
    { who, input, commandId }: CommandCall<N>,
  ): Promise<Answer> => {
    const first = await journal.answer(commandId)
    if (first) return answerAgain(first, who, name, input)
    const answer = await printing.act(name, input)
    if ('code' in answer) return answer
    const inputHash = inputHashOf(who, name, input)
    const answers = [{ commandId, inputHash, output: answer.text, at: clock.now() }]
    // Events may be stored between the two: the answer doesn't depend on them.
    for (;;) {
      const { seq } = await journal.head()
      if ((await journal.append(seq, { events: [], personal: [], jobs: [], answers })) !== 'conflict')
        return answer
    }
  }

  const inTurn = <N extends CommandOf<'printing'>>(name: N, asked: CommandCall<N>): Promise<Answer> => {
    const mine = turn.then(() => act(name, asked))
    turn = mine.catch(() => undefined)
    return mine
  }

  /** A paper comes out again unless its person asked that it be kept from whoever acts. */
  const printed = async <N extends 'print.retry' | 'print.redirect'>(
    name: N,
    asked: CommandCall<N>,
  ): Promise<Answer> =>
    (await isJobKeptFrom(journal, office(), asked.who, asked.input.jobId))
      ? { code: 'personLimited' }
      : inTurn(name, asked)

  return {
    'print.retry': (asked) => printed('print.retry', asked),
    'print.redirect': (asked) => printed('print.redirect', asked),
    'print.cancel': (asked) => inTurn('print.cancel', asked),
  }
}
