import type { AgentName } from '../../shared/contract/office/settings.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { strengthOf } from './strength.ts'

/** A secret being chosen: typed twice. */
export type SecretDraft = { readonly secret: string; readonly again: string }
export const noSecretYet: SecretDraft = { secret: '', again: '' }

/** What lacks before it can be taken: by field; both undefined where nothing does. */
export function wrongOf(
  { secret, again }: SecretDraft,
  name: AgentName | null,
  phrase: boolean,
): { readonly secret?: string; readonly again?: string } {
  const { ok, said } = strengthOf(secret, name, phrase)
  if (!ok) return { secret: said }
  return secret === again ? {} : { again: peopleWords.choose.differs }
}
