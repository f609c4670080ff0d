import { expect, test } from 'vitest'
import type { AgentName } from '../../../shared/contract/office/settings.ts'
import { peopleWords } from '../../../shared/messages/people/people.fr.ts'
import { strengthOf } from '../../../renderer/people/strength.ts'

// What a station advises for a secret is taken by it, word for word.

const name: AgentName = { firstName: 'Nadia', familyName: 'Ferrand', capacity: 'responsable' }
const asPhrase = (typed: string) => strengthOf(typed, name, true)
const asEither = (typed: string) => strengthOf(typed, name, false)

test('four words without capital, digit or sign, twelve characters with their spaces, are taken', () => {
  for (const typed of ['un ami va là', 'mer roi sel thé', 'quatre mots pris au hasard']) {
    expect([...typed].length).toBeGreaterThanOrEqual(12)
    expect(asPhrase(typed).ok, typed).toBe(true)
    expect(asEither(typed).ok, typed).toBe(true)
  }
})

test('where a code is advised, six digits and twelve digits taken at random are taken', () => {
  expect(peopleWords.choose.pinOr).toContain('six à douze chiffres')
  for (const typed of ['480273', '480273916528']) expect(asEither(typed).ok, typed).toBe(true)
})

test('where digits are refused, no sentence proposes a code', () => {
  for (const typed of ['', 'mer', 'aaaaaaaaaaaaaa', 'nadiaferrand1', '480273', '480273916528'])
    expect(asPhrase(typed).said, typed).not.toMatch(/code|six à douze/)
  expect(asPhrase('480273').said).toBe(peopleWords.phraseOnly)
})

test('a phrase too short says how many characters lack, and so many more are enough', () => {
  const typed = 'mer roi'
  const { ok, said } = asPhrase(typed)
  expect(ok).toBe(false)
  const missing = Number(/encore (\d+)/.exec(said)?.[1])
  expect(asPhrase(`${typed} abcdefgh`.slice(0, typed.length + missing)).ok).toBe(true)
})
