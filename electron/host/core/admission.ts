import type { Holder } from './tokens.ts'
import { UndoBar } from '../../../shared/contract/queue/counters.ts'
import { calls, nameOf, type CallName } from '../../../shared/contract/index.ts'
import { SecretFlaw } from '../../../shared/contract/people/calls.ts'
import { opensCall } from '../../../shared/contract/integrations/scopes.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import { doorErrors, type DoorError } from '../../../shared/contract/doorErrors.ts'
import { articlesOf } from '../../../shared/messages/format/articles.ts'
import { counterLine } from '../../../shared/messages/queue/counterLine.fr.ts'
import { mentionWords } from '../../../shared/messages/documents/mentions.fr.ts'
import {
  absenceLeft,
  daysSaid,
  earliestSaid,
  longestSaid,
  secretFlaw,
  waitLeft,
} from '../../../shared/messages/refusalDetails.fr.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import type { Fault } from '../../../shared/rpc/protocol.ts'

// Every door makes the same checks in the same order: caller, name, rights, input.

/** A code with its French sentence: what is the matter, then what to do; details name the piece, the mention… */
export function faultOf(code: ErrorCode, details?: readonly string[]): Fault {
  // The day that would be taken is a sentence more.
  if (code === 'datesMixedUp' && details)
    return { code, message: [refusals[code], ...earliestSaid(details)].join(' ') }
  const parts = details && saidOf(code, details)
  return { code, message: parts?.length ? `${refusals[code]} (${parts.join(' ; ')})` : refusals[code] }
}

/** Details as a person reads them: a mention, a day, what bars an undoing, how long until an absence. */
function saidOf(code: ErrorCode, details: readonly string[]): readonly string[] {
  if (code === 'mentionMissing') return details.map(mentionSaid)
  if (code === 'undoTooLate') return details.map(barSaid)
  if (code === 'lockedOut' || code === 'tooOften' || code === 'busyWithOthers') return waitLeft(details)
  if (code === 'titleInPerson') return [articlesOf(details)]
  if (code === 'tooLarge') return longestSaid(details)
  if (code === 'secretTooWeak') return details.map(flawSaid)
  if (code === 'absentTooSoon') return absenceLeft(details)
  return daysSaid(details)
}

const mentionSaid = (mention: string): string =>
  Object.hasOwn(mentionWords, mention) ? mentionWords[mention as keyof typeof mentionWords] : mention

const flawSaid = (flaw: string): string => {
  const flawCode = SecretFlaw.safeParse(flaw).data
  return flawCode === undefined ? flaw : secretFlaw[flawCode]
}

// The same words as on the counter's key, which alone knows the number.
const barSaid = (detail: string): string => {
  const bar = UndoBar.safeParse(detail).data
  return bar === undefined ? detail : counterLine.undoBarred(bar, null)
}

/** The HTTP status of a code: the door's own, else 409 for the domain's. */
export const statusOf = (code: string): number =>
  Object.hasOwn(doorErrors, code) ? doorErrors[code as DoorError] : 409

/** The call that a name means, for those who may make it. */
export function admitted(
  name: string,
  kind: 'command' | 'query',
  holder: Pick<Holder, 'role' | 'scopes'>,
):
  | { readonly name: CallName }
  | { readonly code: 'unknownName' | 'methodNotAllowed' | 'forbiddenRole' | 'forbiddenScope' } {
  const callName = nameOf(name)
  if (callName === undefined) return { code: 'unknownName' }
  const call = calls[callName]
  if ((call.kind === 'command') !== (kind === 'command')) return { code: 'methodNotAllowed' }
  if (holder.scopes)
    return opensCall(holder.scopes, callName) ? { name: callName } : { code: 'forbiddenScope' }
  if (!call.roles.includes(holder.role)) return { code: 'forbiddenRole' }
  return { name: callName }
}

/** The input as the contract wants it, or where it isn't so (paths and expectations, never what was sent). */
export function parsedInput(
  name: CallName,
  input: unknown,
): { readonly input: unknown } | { readonly details: readonly string[] } {
  const parsed = calls[name].input.safeParse(input)
  if (parsed.success) return { input: parsed.data }
  return {
    details: parsed.error.issues
      .slice(0, 5)
      .map(({ path, code }) => `${path.map(String).join('.').slice(0, 80) || 'message'} : ${code}`),
  }
}
