import type { AgentName } from '../../shared/contract/office/settings.ts'
import { flawOf, kindOf, phraseLength, plainSecret } from '../../shared/domain/people/secret.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'

/** What is said of a secret as it is typed. `ok`: the host will take it. */
export type Strength = { readonly ok: boolean; readonly said: string }

/** Characters from which a phrase is more than enough, and much more. */
const longer = { good: 16, best: 22 } as const

/**
 * How sure a secret is, in words: what is wrong with it, or how well it holds. Length is what counts; no rule of
 * composition makes a phrase better (NIST SP 800-63B § 5.1.1.2).
 * @param phrase only a passphrase will do
 */
export function strengthOf(typed: string, name: AgentName | null, phrase: boolean): Strength {
  const secret = plainSecret(typed)
  const { flaws, strengths } = peopleWords
  if (phrase && kindOf(secret) === 'pin') return { ok: false, said: peopleWords.phraseOnly }
  const flaw = flawOf(secret, name)
  if (flaw === 'tooShort' && kindOf(secret) === 'passphrase')
    return { ok: false, said: peopleWords.phraseShort(phraseLength - [...secret].length) }
  if (flaw !== null) return { ok: false, said: flaws[flaw] }
  if (kindOf(secret) === 'pin') return { ok: true, said: strengths.pin }
  const length = [...secret].length
  return {
    ok: true,
    said: length >= longer.best ? strengths.best : length >= longer.good ? strengths.good : strengths.enough,
  }
}
