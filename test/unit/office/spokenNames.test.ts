import { expect, test } from 'vitest'
import { settings } from '../../../shared/messages/office/settings.fr.ts'
import { peopleWords } from '../../../shared/messages/people/people.fr.ts'

// Who speaks to the computer says what a button shows (WCAG 2.5.3, Label in Name).

type Words = { readonly [key: string]: unknown }

/** The visible words of each button that has others read aloud, `x` beside `xFor`, with these. */
const pairs = (words: Words): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, said]) => {
    if (said !== null && typeof said === 'object') return pairs(said as Words)
    const aloud = words[`${key}For`]
    return typeof said === 'string' && typeof aloud === 'function' && aloud.length === 1
      ? [[said, String((aloud as (name: string) => unknown)('Karim Haddad'))] as const]
      : []
  })

test('the name of a button read aloud holds the words that the button shows', () => {
  const all = [...pairs(settings), ...pairs(peopleWords)]
  expect(all.length).toBeGreaterThan(8)
  expect(all.filter(([shown, aloud]) => !aloud.toLowerCase().includes(shown.toLowerCase()))).toEqual([])
})
