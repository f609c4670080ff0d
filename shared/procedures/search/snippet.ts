import type { Token } from './words.ts'

/** From one character to another, the second not included (UTF-16 units). */
export type Range = readonly [from: number, to: number]
export type Marked = { readonly text: string; readonly marks: readonly Range[] }

/** About two lines of a list. */
const longest = 220

/** Ranges of the words that were found, in a whole text. */
export function marksOf(tokens: readonly Token[], found: ReadonlySet<string>): readonly Range[] {
  const marks: Range[] = []
  for (const { term, from, to } of tokens)
    if (found.has(term) && marks.at(-1)?.[0] !== from) marks.push([from, to])
  return marks
}

/** The part of a text that holds the most of the words found, cut at spaces, with those words marked. */
export function snippetOf(text: string, tokens: readonly Token[], found: ReadonlySet<string>): Marked {
  const hits = tokens.filter(({ term }) => found.has(term))
  let best = { from: 0, words: 0, hits: 0 }
  let first = 0
  for (let last = 0; last < hits.length; last++) {
    const end = hits[last]?.to ?? 0
    while (end - (hits[first]?.from ?? 0) > longest - 40) first += 1
    const inside = hits.slice(first, last + 1)
    const words = new Set(inside.map(({ term }) => term)).size
    if (words > best.words || (words === best.words && inside.length > best.hits))
      best = { from: inside[0]?.from ?? 0, words, hits: inside.length }
  }
  const from = startOf(text, Math.max(0, best.from - 40))
  const to = endOf(text, Math.min(text.length, from + longest))
  const before = from > 0 ? '… ' : ''
  const shown = `${before}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? ' …' : ''}`
  const moved = before.length - from
  const marks = marksOf(tokens, found)
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]): Range => [start + moved, end + moved])
  return { text: shown, marks }
}

const startOf = (text: string, at: number): number => {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space === -1 || space > at + 40 ? at : space + 1
}

const endOf = (text: string, at: number): number => {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space < at - 40 ? at : space
}
