import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId } from '../../../shared/contract/ids.ts'
import type { Clock } from '../core/clock.ts'
import type { PrintAct, Printing, PrintInput } from './printing.ts'
import { inputHashOf, type Answer } from '../core/deciding.ts'

export type PrintActs = (
  who: Who,
  name: PrintAct,
  input: PrintInput,
  commandId: CommandId | undefined,
) => Promise<Answer>

/**
 * The print queue's acts, which the domain doesn't decide: one after another, and each answer kept with its
 * command id like every act's, so that repeating one does it once and the same id for something else is refused.
 */
export function startPrintActs(journal: Journal, clock: Clock, printing: Pick<Printing, 'act'>): PrintActs {
  let turn: Promise<unknown> = Promise.resolve()

  const act: PrintActs = async (who, name, input, commandId) => {
    if (commandId === undefined) return printing.act(name, input)
    const inputHash = inputHashOf(who, name, input)
    const first = await journal.answer(commandId)
    if (first) return first.inputHash === inputHash ? { text: first.output } : { code: 'commandIdReused' }
    const answer = await printing.act(name, input)
    if ('code' in answer) return answer
    const answers = [{ commandId, inputHash, output: answer.text, at: clock.now() }]
    // Events may be stored between the two: the answer doesn't depend on them.
    for (;;) {
      const { seq } = await journal.head()
      if ((await journal.append(seq, { events: [], personal: [], jobs: [], answers })) !== 'conflict')
        return answer
    }
  }

  return (...asked) => {
    const done = turn.then(() => act(...asked))
    turn = done.catch(() => undefined)
    return done
  }
}
