import type { Input } from '../../../contract/index.ts'
import { citesText } from '../../law/articles.ts'
import { strangeReasons } from '../../law/names.ts'
import { lawfulDelays } from './delays.ts'
import { refusalRules } from '../../../procedures/refusals.ts'
import type { Refused } from '../../decision.ts'
import { procedureFiled, type FileRequest } from '../regime.ts'
import {
  choiceRefused,
  fewestWords,
  foreignText,
  unlawfulFacts,
  wordsOf,
  type GroundRefused,
} from './grounds.ts'

// A refusal whose paper another software made: the paper is there, its reasons are told here all the same.

/** What was said of the reasons of a refusal that is not written here. */
export type Told = Pick<Input<'file.decide'>, 'ground' | 'reason' | 'facts' | 'law'>

const lineOf = ({ title, said }: NonNullable<Told['law']>[number]): string =>
  said === null ? title : `${title} : ${said}`

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('. ')

/**
 * The reasons of a refusal that another software issued, as they are kept: its facts, with its ground, of the list where the
 * text closes it; where it doesn’t, that or the text that it cites (CRPA L211-2, L211-5). Refused when one is not told, and
 * when they order something or rest on a piece that may not be asked.
 */
export function toldOf(
  asked: FileRequest,
  { ground, reason, facts, law = [] }: Told,
): GroundRefused | Refused<'refusalUnreasoned'> | { readonly said: string } {
  const procedure = procedureFiled(asked.rules, asked.sheet.procedureId)
  const rules = procedure ? refusalRules(procedure) : null
  const chosen = rules?.grounds.find(({ groundId }) => groundId === ground?.groundId)
  // Of what was said of the ground, only what it needs is kept; it stands beside the facts, and is none of them.
  const established = (chosen?.facts ?? []).map(({ factId }) => ground?.said[factId])
  const told = joined([facts, reason, ...established])
  const texts = law.map(lineOf)
  const order = strangeReasons(
    [facts, reason, ...Object.values(ground?.said ?? {}), ...law.flatMap(({ title, said }) => [title, said])],
    () => lawfulDelays(asked, { ground }),
  )
  if (order) return order
  const wrong =
    choiceRefused(rules, { ground }, chosen !== undefined) ??
    foreignText(rules, law) ??
    (procedure && unlawfulFacts(procedure, asked, { facts: told, ground }, chosen))
  if (wrong) return wrong
  if (ground === undefined && told === '' && texts.length === 0) return { refusal: 'refusalUnreasoned' }
  // A ground is the law of it: the facts are told beside, whatever paper says them whole.
  if (wordsOf(joined([facts, reason])).length < fewestWords) return { refusal: 'factsMissing' }
  if (ground === undefined && ![told, ...texts].some(citesText)) return { refusal: 'articleMissing' }
  const title = chosen && `${chosen.title} (${chosen.article})`
  return { said: [title, ...texts, told].filter(Boolean).join(' : ') }
}
