import type { Article } from './formatSources.ts'
import { isOfficial } from './official.ts'

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

/** Articles by id, as the rules of one package cite them. */
export type Articles = Readonly<Record<string, Article>>

/**
 * Marks of a text read whole at its source: the official base (V, L4), an official page (P), or a sheet of the DILA
 * that a body of the State publishes unchanged (C).
 */
const readMarks: ReadonlySet<Article['marque']> = new Set(['V', 'L4', 'P', 'C'])

/** The text that was read is older than an amendment that is known: it is to be read again. */
export const toReread = ({ état, modifié }: Pick<Article, 'état' | 'modifié'>): boolean =>
  modifié !== undefined && (état ?? '') < modifié.le

/**
 * Verified: an official text, read in a state whose day is known, its extract kept, and not amended since as far as
 * we know. All else is shown « à confirmer ».
 */
export function confidenceOf(article: Readonly<Article>): Confidence {
  const { marque, url, extrait, état } = article
  const official = url !== null && isOfficial(url)
  const read = readMarks.has(marque) && official && extrait !== null && état !== undefined
  return read && !toReread(article) ? 'verifie' : 'aConfirmer'
}

/** What was made of each article: a sheet is judged at each act, and cites the same ones. */
const made = new WeakMap<Article, Source>()

/** The source of that id, or undefined for an id that these articles do not have. */
export function sourceOf(articles: Articles, sourceId: string): Source | undefined {
  const article = Object.hasOwn(articles, sourceId) ? articles[sourceId] : undefined
  if (article === undefined) return undefined
  const known = made.get(article)
  if (known?.sourceId === sourceId) return known
  const source = sourceFrom(article, sourceId)
  made.set(article, source)
  return source
}

function sourceFrom(article: Article, sourceId: string): Source {
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
export function cite(articles: Articles, cited: readonly Cited[]): readonly SourceRef[] {
  const refs = new Map<string, SourceRef>()
  for (const one of cited) {
    const sourceId = typeof one === 'string' ? one : one.source
    const about = typeof one === 'string' ? null : one.pour
    const source = sourceOf(articles, sourceId)
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

/** What a text supports: its sources, and whether one of them still has to be confirmed. */
export type Sourced = { readonly sources: readonly SourceRef[]; readonly toConfirm: boolean }

/** « À confirmer » follows a rule everywhere as soon as one of its sources is not verified. */
export function sourced(articles: Articles, cited: readonly Cited[]): Sourced {
  const sources = cite(articles, cited)
  return { sources, toConfirm: sources.some(({ confidence }) => confidence !== 'verifie') }
}
