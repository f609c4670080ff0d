import type { ListReading } from '../../contract/law/assessment.ts'
import { LocalDate } from '../../contract/ids.ts'
import { confidenceOf, type Articles, type Sourced } from '../../procedures/sources.ts'

/**
 * How sure a list of pieces is, said once at its head: since which day its verified texts stand as they were read, and
 * which of its texts nobody read at their source (each once, by its name).
 */
export function listReading(articles: Articles, pieces: readonly Pick<Sourced, 'sources'>[]): ListReading {
  const cited = new Map(pieces.flatMap(({ sources }) => sources.map((one) => [one.sourceId, one] as const)))
  const read = [...cited.keys()].flatMap((sourceId) => {
    const article = articles[sourceId]
    return article !== undefined && confidenceOf(article) === 'verifie' ? [article] : []
  })
  return {
    since:
      LocalDate.safeParse(
        read
          .map(({ état }) => état ?? '')
          .toSorted()
          .at(0),
      ).data ?? null,
    toConfirm: [
      ...new Set(
        [...cited.values()].flatMap(({ label, confidence }) => (confidence === 'verifie' ? [] : [label])),
      ),
    ],
  }
}
