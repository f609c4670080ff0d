import type { Procedure } from './catalogue.ts'
import { type Cited, type Sourced, confidenceOf, sourced } from './sources.ts'

/** How much of a version rests on texts that were read. */
type Reading = {
  /** Passages of its rules that cite texts. */
  readonly blocks: number
  /** Those whose texts are all verified. */
  readonly verified: number
  /** Those that rest on one verified text at least, whatever else they cite. */
  readonly supported: number
  /** `verified` of `blocks`, in hundredths, to the tenth below. */
  readonly percent: number
}

/** Every list of citations of a rule, wherever it stands in it. */
function citationsIn(value: unknown): readonly (readonly Cited[])[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'sources' && Array.isArray(inner) ? [inner as readonly Cited[]] : citationsIn(inner),
  )
}

/** What was read of a version, as its pages show it: a passage is verified when none of its texts is to confirm. */
export function readingOf({ rules, articles }: Pick<Procedure, 'rules' | 'articles'>): Reading {
  const passages: readonly Sourced[] = citationsIn(Object.values(rules)).map((cited) =>
    sourced(articles, cited),
  )
  const verified = passages.filter(({ toConfirm }) => !toConfirm).length
  const supported = passages.filter(({ sources }) =>
    sources.some(({ confidence }) => confidence === 'verifie'),
  )
  return {
    blocks: passages.length,
    verified,
    supported: supported.length,
    percent: passages.length === 0 ? 100 : Math.floor((1000 * verified) / passages.length) / 10,
  }
}

/** A text that keeps passages unverified: how many, and where it was read or looked for, as its source says. */
export type Unread = { readonly title: string; readonly passages: number; readonly tried: string }

/** Every text cited by a version that is not verified, the most cited first: what is left to read, and what was tried. */
export function unreadOf({ rules, articles }: Pick<Procedure, 'rules' | 'articles'>): readonly Unread[] {
  const counts = new Map<string, number>()
  for (const cited of citationsIn(Object.values(rules)))
    for (const id of new Set(cited.map((one) => (typeof one === 'string' ? one : one.source))))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .flatMap(([id, passages]) => {
      const article = articles[id]
      if (article === undefined || confidenceOf(article) === 'verifie') return []
      return [{ title: article.libellé, passages, tried: article.lu }]
    })
    .toSorted((a, b) => b.passages - a.passages)
}
