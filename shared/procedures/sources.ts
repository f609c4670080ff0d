import { z } from 'zod'
import sourcesJson from './compiled/sources.json' with { type: 'json' }
import { Article } from './format.ts'

/** Whether the text was read in an official base, or still has to be. */
export type Confidence = 'verifie' | 'aConfirmer'

/** A source as a page or a document cites it: « décret 55-1397, art. 2 ». */
export type SourceRef = {
  readonly sourceId: string
  readonly label: string
  /** The part of the rule that this source bears on, « durée d’un an »; null when it bears on all of it. */
  readonly about: string | null
  readonly confidence: Confidence
  readonly url: string | null
}

/** A source whole, for « Pourquoi ? ». */
export type Source = SourceRef & {
  readonly article: string
  /** LEGIARTI id, null when nobody has read it. */
  readonly legi: string | null
  readonly jorf: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  /** The text itself, `[...]` for a cut; null when it was not read. */
  readonly extract: string | null
  /** What it says, in our words. */
  readonly summary: string
  /** How and when it was read. */
  readonly readIn: string
}

/** A citation in a rule file: an id, or an id and what it bears on. */
export type Cited = string | { readonly source: string; readonly pour: string }

let articles: Readonly<Record<string, Article>> | null = null
const all = (): Readonly<Record<string, Article>> =>
  (articles ??= z.record(z.string(), Article).parse(sourcesJson))

/** Only the official base and official pages count as verified: everything else is shown « à confirmer ». */
export function confidenceOf({ marque, url }: Pick<Article, 'marque' | 'url'>): Confidence {
  const official = url !== null && url.startsWith('https://www.legifrance.gouv.fr/')
  return marque === 'V' || marque === 'L4' || (marque === 'P' && official) ? 'verifie' : 'aConfirmer'
}

/** The source of that id, or undefined for an id of another version of the rules. */
export function sourceOf(sourceId: string): Source | undefined {
  const article = Object.hasOwn(all(), sourceId) ? all()[sourceId] : undefined
  if (article === undefined) return undefined
  return {
    sourceId,
    label: article.libellé,
    about: null,
    confidence: confidenceOf(article),
    url: article.url,
    article: article.article,
    legi: article.legi,
    jorf: article.jorf ?? null,
    validFrom: article.du,
    validTo: article.au,
    extract: article.extrait,
    summary: article.résumé,
    readIn: article.lu,
  }
}

/** What a page shows of citations, each once, in the order of the rule. An id that is unknown stays visible. */
export function cite(cited: readonly Cited[]): readonly SourceRef[] {
  const refs = new Map<string, SourceRef>()
  for (const one of cited) {
    const sourceId = typeof one === 'string' ? one : one.source
    const about = typeof one === 'string' ? null : one.pour
    const source = sourceOf(sourceId)
    const key = `${sourceId} ${about ?? ''}`
    if (!refs.has(key))
      refs.set(key, {
        sourceId,
        label: source?.label ?? sourceId,
        about,
        confidence: source?.confidence ?? 'aConfirmer',
        url: source?.url ?? null,
      })
  }
  return [...refs.values()]
}

/** « À confirmer » follows a rule everywhere as soon as one of its sources is not verified. */
export const toConfirm = (sources: readonly SourceRef[]): boolean =>
  sources.some(({ confidence }) => confidence !== 'verifie')
