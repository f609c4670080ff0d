import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { folded, tokensOf } from '../../../shared/procedures/search/words.ts'
import { lawEntries, searchOf } from '../../fixtures/lawSearch.ts'

const search = searchOf(lawEntries)
const anEntry = fc.constantFrom(...lawEntries)

/** Words of the texts, and anything else. */
const words = fc.constantFrom(
  ...new Set(lawEntries.slice(0, 60).flatMap(({ text }) => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [])),
)
const query = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
  fc.array(fc.oneof(words, fc.string({ maxLength: 5 })), { maxLength: 8 }).map((all) => all.join(' ')),
)

describe('a search', () => {
  property.prop([query, fc.integer({ min: 1, max: 50 })])(
    'answers whatever is typed: no more than asked, marks inside their text and on whole words',
    (text, limit) => {
      const { results, total } = search(text, limit)
      expect(results.length).toBe(Math.min(limit, total))
      for (const { title, titleMarks, snippet, marks } of results)
        for (const [shown, ranges] of [
          [title, titleMarks],
          [snippet, marks],
        ] as const) {
          let after = 0
          for (const [from, to] of ranges) {
            expect(from).toBeGreaterThanOrEqual(after)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(shown.length)
            expect(shown.slice(from, to)).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}\p{M}]$|^[\p{L}\p{N}]$/u)
            after = to
          }
        }
    },
  )

  property.prop([query])('gives the same with or without accents, in capitals or not', (text) => {
    const plain = search(text, 50)
    expect(search(folded(text), 50)).toEqual(plain)
  })

  property.prop([anEntry])('finds an entry by its own title, among the first', (entry) => {
    const { results } = search(entry.title, 10)
    expect(results.map(({ kind, id }) => `${kind} ${id}`)).toContain(`${entry.kind} ${entry.id}`)
  })

  property.prop([anEntry, fc.nat()])('finds an entry by any of its numbers', (entry, rank) => {
    const numbers = entry.numbers.filter((number) => /^([LRD]\d|F\d|\d{5}\*)/.test(number))
    fc.pre(numbers.length > 0)
    const number = numbers[rank % numbers.length] ?? ''
    expect(search(number, 50).results.map(({ id }) => id)).toContain(entry.id)
  })

  property.prop([anEntry, fc.nat()])('finds every text that has a word, by that word', (entry, rank) => {
    const tokens = tokensOf(entry.text)
    const token = tokens[rank % Math.max(1, tokens.length)]
    fc.pre(token !== undefined)
    const { total, results } = search(entry.text.slice(token?.from, token?.to), lawEntries.length)
    expect(total).toBe(results.length)
    expect(results.map(({ kind, id }) => `${kind} ${id}`)).toContain(`${entry.kind} ${entry.id}`)
  })
})
