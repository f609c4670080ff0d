import MiniSearch from 'minisearch'
import { type Marked, type Range, marksOf, snippetOf } from './snippet.ts'
import { type Token, termsOf, tokensOf } from './words.ts'

/** What can be found: an official fiche, an article of law, a procedure of the office, a piece of one. */
export type LawEntry = {
  readonly kind: 'fiche' | 'article' | 'procedure' | 'piece'
  /** Unique among entries of one kind. */
  readonly id: string
  readonly title: string
  /** What it is searched by besides its words: « L114-5 », « 12669*02 », « F2191 ». */
  readonly numbers: readonly string[]
  readonly text: string
  readonly url: string | null
  /** Day from which the text holds, or of the fiche's last change, `AAAA-MM-JJ`. */
  readonly date: string | null
  readonly toConfirm: boolean
}

export type LawResult = Omit<LawEntry, 'numbers' | 'text'> & {
  readonly titleMarks: readonly Range[]
  readonly snippet: string
  /** Ranges of the words found in the snippet. */
  readonly marks: readonly Range[]
}
export type LawFound = {
  readonly results: readonly LawResult[]
  /** How many were found in all. */
  readonly total: number
}
export type LawSearch = (query: string, limit: number) => LawFound

type Words = { readonly title: readonly Token[]; readonly text: readonly Token[] }

/** Many procedures ask for the same piece: the procedure and the texts come before it. */
const ranks: Readonly<Record<LawEntry['kind'], number>> = {
  procedure: 1.5,
  fiche: 1.2,
  article: 1,
  piece: 0.5,
}

/** A word of five letters may have one wrong; a number may have none. */
const forgiven = (term: string): number | false => (term.length >= 5 && !/\d/.test(term) ? 1 : false)

/** Characters indexed in one step, a few milliseconds; an entry costs as much as so many of them by itself. */
const stepSize = 8_000
const entrySize = 300

/**
 * Searches entries by their words, offline: number before title before text, all words before some, the last word
 * while it is being typed. Building the index costs about 100 ms, so it goes by steps of a few milliseconds between
 * which a host can do something else; a search costs about one.
 */
export function* lawSearch(entries: readonly LawEntry[]): Generator<undefined, LawSearch> {
  const index = new MiniSearch<{ id: number; title: string; numbers: string; text: string }>({
    fields: ['title', 'numbers', 'text'],
    tokenize: (text) => tokensOf(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 4, numbers: 12 },
      prefix: (_, rank, terms) => rank === terms.length - 1,
      fuzzy: forgiven,
      boostDocument: (id) => ranks[entries[id as number]?.kind ?? 'article'],
      weights: { fuzzy: 0.2, prefix: 0.6 },
      tokenize: (query) => [...termsOf(query)],
    },
  })
  let size = 0
  for (const [id, { title, numbers, text }] of entries.entries()) {
    index.add({ id, title, numbers: numbers.join(' '), text })
    size += text.length + entrySize
    if (size < stepSize) continue
    size = 0
    yield
  }
  const words = new Map<number, Words>()
  const wordsOf = (rank: number, { title, text }: LawEntry): Words => {
    const tokens = words.get(rank) ?? { title: tokensOf(title), text: tokensOf(text) }
    words.set(rank, tokens)
    return tokens
  }

  return (query, limit) => {
    if (termsOf(query).length === 0) return { results: [], total: 0 }
    const all = index.search(query, { combineWith: 'AND' })
    const hits = all.length > 0 ? all : index.search(query, { combineWith: 'OR' })
    const results = hits.slice(0, limit).flatMap(({ id, match }) => {
      const entry = entries[id as number]
      if (entry === undefined) return []
      const found = new Set(Object.keys(match))
      const { title, text } = wordsOf(id as number, entry)
      const snippet: Marked = snippetOf(entry.text, text, found)
      return [resultOf(entry, marksOf(title, found), snippet)]
    })
    return { results, total: hits.length }
  }
}

const resultOf = (
  { kind, id, title, url, date, toConfirm }: LawEntry,
  titleMarks: readonly Range[],
  { text, marks }: Marked,
): LawResult => ({ kind, id, title, url, date, toConfirm, titleMarks, snippet: text, marks })
