import type { TypedLaw } from '../../contract/documents/issuing.ts'
import type { FactsOf } from '../../contract/documents/issued.ts'
import type { LocalDate, ProcedureId } from '../../contract/ids.ts'
import type { SourceRef } from '../../contract/law/assessment.ts'
import { procedureOn, type Catalogue } from '../../procedures/catalogue.ts'
import { confidenceOf, type Articles } from '../../procedures/sources.ts'
import { searchable } from '../files/names.ts'

type CitedLaw = FactsOf<'refus'>['law']

/** What says nothing of which article it is. */
const fillers = new Set(['ART', 'ARTICLE', 'ARTICLES', 'DU', 'DE', 'DES', 'LA', 'LE', 'LES', 'N', 'NO'])

/** Codes by the names that people write whole. */
const codes: readonly (readonly [RegExp, string])[] = [
  [/CODE DES RELATIONS ENTRE LE PUBLIC ET L ADMINISTRATION/, 'CRPA'],
  [/CODE DE LA SECURITE SOCIALE/, 'CSS'],
  [/CODE DE JUSTICE ADMINISTRATIVE/, 'CJA'],
  [/CODE DE L URBANISME/, 'C URB'],
  [/CODE CIVIL/, 'C CIV'],
]

/** « , 2° », « , alinéa 3 », « , dernier alinéa », « (décret 2020-811) »: what follows an article in its title. */
const point = /,?\s*(\d+\s*°|al(?:in[ée]a|\.)\s*\d+|(?:premier|dernier) alinéa|\([^()]*\))\s*$/iu

/**
 * The same article however it is written: « CRPA, art. L. 211-5 », « article L211-5 du CRPA ». The article's number first,
 * then the words that name its text, in no order.
 */
export function articleKey(title: string): string {
  const whole = searchable(title.replace(point, ''))
  const words = codes.reduce((text, [name, short]) => text.replace(name, short), whole)
  const article = /\b([LRDA]) ?(\d+(?: \d+)*)\b/.exec(words)
  const rest = article === null ? words : words.replace(article[0], ' ')
  const named = rest.split(' ').filter((word) => word !== '' && !fillers.has(word))
  return [
    ...(article === null ? [] : [`${article[1]}${article[2]?.replaceAll(' ', '-')}`]),
    ...named.toSorted(),
  ].join(' ')
}

/** Whether two titles name the same article, its point aside. */
export const sameText = (one: string, other: string): boolean => articleKey(one) === articleKey(other)

const indexes = new WeakMap<Articles, ReadonlyMap<string, SourceRef & { readonly until: LocalDate | null }>>()

function indexOf(articles: Articles) {
  const before = indexes.get(articles)
  if (before) return before
  const index = new Map(
    Object.values(articles).map((article) => [
      articleKey(article.libellé),
      {
        title: article.libellé,
        id: article.legi ?? article.jorf ?? null,
        extract: article.extrait,
        summary: article.résumé,
        toConfirm: confidenceOf(article) !== 'verifie',
        until: article.au,
      },
    ]),
  )
  indexes.set(articles, index)
  return index
}

/**
 * The texts that an agent typed, each beside the article that it is: those of the procedure first, then all that the
 * office's rules cite. What nobody has read here, or is no longer in force that day, stays as it was typed, « à confirmer ».
 */
export function lawOf(
  catalogue: Catalogue,
  typed: TypedLaw,
  { procedureId, on }: { readonly procedureId: ProcedureId | null; readonly on: LocalDate },
): CitedLaw {
  const own = procedureId === null ? undefined : procedureOn(catalogue, procedureId, on)
  const sets = [...(own ? [own] : []), ...catalogue.procedures].map(({ articles }) => articles)
  return typed.map(({ title, said }) => {
    const key = articleKey(title)
    const found = sets.flatMap((articles) => indexOf(articles).get(key) ?? []).at(0)
    if (!found || (found.until !== null && found.until < on))
      return { title, said, sources: [], toConfirm: true }
    const { until: _, ...source } = found
    const part = point.exec(title)?.[0] ?? ''
    return { title: `${source.title}${part}`, said, sources: [source], toConfirm: source.toConfirm }
  })
}
