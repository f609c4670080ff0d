import type { TypedLaw } from '../../contract/documents/asks.ts'
import type { FactsOf } from '../../contract/documents/issued.ts'
import type { LocalDate, ProcedureId } from '../../contract/ids.ts'
import type { SourceRef } from '../../contract/law/assessment.ts'
import { procedureOn, type Catalogue } from '../../procedures/catalogue.ts'
import type { Article } from '../../procedures/formatSources.ts'
import { confidenceOf, type Articles } from '../../procedures/sources.ts'
import { articleKey, point } from '../law/articles.ts'

type CitedLaw = FactsOf<'refus'>['law']

const indexes = new WeakMap<Articles, ReadonlyMap<string, SourceRef & { readonly until: LocalDate | null }>>()

const wholeLast = (articles: readonly Article[]): readonly Article[] =>
  articles.toSorted((one, other) => Number(point.test(other.libellé)) - Number(point.test(one.libellé)))

function indexOf(articles: Articles) {
  const before = indexes.get(articles)
  if (before) return before
  const index = new Map(
    // An article whole comes before a part of it that the base also has.
    wholeLast(Object.values(articles)).map((article) => [
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
    return {
      title: `${source.title.replace(point, '')}${part}`,
      said,
      sources: [source],
      toConfirm: source.toConfirm,
    }
  })
}
