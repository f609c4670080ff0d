import { hash } from 'node:crypto'
import { canonicalJson } from '../../../shared/contract/canonical.ts'
import type { Who } from '../../../shared/contract/events.ts'
import { formerNameOf, type CommandName } from '../../../shared/contract/index.ts'
import type { Answer } from './answer.ts'

/** What an act asks and who asks it, in one hash: the same command id for anything else is refused. */
export const inputHashOf = (who: Who, name: CommandName, input: unknown): string =>
  hashUnder(name, who, input)

const hashUnder = (name: string, { role, stationId, agentId }: Who, input: unknown): string =>
  hash('sha256', canonicalJson([name, input, role, stationId, agentId]))

/**
 * What a command id that was answered gives again: its first answer for the same act, else a refusal. The version before
 * kept it under the name that the command had then.
 */
export function answerAgain(
  first: { readonly inputHash: string; readonly output: string },
  who: Who,
  name: CommandName,
  input: unknown,
): Answer {
  const names = [name, formerNameOf(name)].filter((each) => each !== undefined)
  return names.some((each) => hashUnder(each, who, input) === first.inputHash)
    ? { text: first.output }
    : { code: 'commandIdReused' }
}
