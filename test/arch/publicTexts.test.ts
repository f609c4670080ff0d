import { expect, test } from 'vitest'
import { sourcesWhere } from './sources.ts'

// What the public reads writes its counts, days, lists and amounts by the language's own rules, in one place
// (`shared/messages/format/inLocale.ts`): a text that did it by hand would be right in French alone.

/** The catalogues of the public's languages, and what puts them together. */
const isPublicText = (path: string): boolean => path.startsWith('shared/messages/public/')

/** What a catalogue would do by hand, and how the language does it instead. */
const byHand: readonly (readonly [RegExp, string])[] = [
  [/\bIntl\.|\.toLocale\w*\(/, 'inLocale'],
  [/\.join\((['"`])[^'"`]*[,،][^'"`]*\1\)/, 'listIn'],
  [/=== 1 \?|!== 1 \?|> 1 \?|< 2 \?/, 'formsIn'],
]

type Source = { readonly path: string; readonly text: string }
const faults = ({ path, text }: Source): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, at) =>
      byHand.flatMap(([pattern, helper]) => (pattern.test(line) ? [`${path}:${at + 1} ${helper}`] : [])),
    )

test('the public’s texts meet Intl in one place', () => {
  const texts = sourcesWhere(isPublicText)
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.flatMap(faults)).toEqual([])
  const [helper] = sourcesWhere((path) => path === 'shared/messages/format/inLocale.ts')
  for (const name of ['PluralRules', 'DateTimeFormat', 'ListFormat', 'NumberFormat'])
    expect(helper?.text).toContain(`new Intl.${name}(`)
})

test.each([
  ['new Intl.PluralRules(locale)', 'inLocale'],
  ['at.toLocaleDateString()', 'inLocale'],
  ["items.join(', ')", 'listIn'],
  ["items.join('، ')", 'listIn'],
  ["count === 1 ? 'day' : 'days'", 'formsIn'],
])('%s is found', (text, helper) => {
  expect(faults({ path: 'a.ts', text })).toEqual([`a.ts:1 ${helper}`])
})
