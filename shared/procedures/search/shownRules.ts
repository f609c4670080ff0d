import type { LocalDate, ProcedureId } from '../../contract/ids.ts'
import { type Catalogue, procedureOn } from '../catalogue.ts'
import { frenchDate } from '../engine.ts'
import type { Line } from '../fiches/fiche.ts'
import { type Sentence, sentencesOf } from '../sentences.ts'
import { type SourceRef, sourceOf } from '../sources.ts'

/** A procedure or one of its pieces whole, as found by a search. */
type ShownRules = {
  readonly kind: 'procedure' | 'piece'
  readonly id: string
  readonly title: string
  readonly url: null
  readonly date: string
  readonly until: string | null
  readonly toConfirm: boolean
  readonly mention: string
  readonly lines: readonly Line[]
}

const labels = (sources: readonly SourceRef[]): string => sources.map(({ label }) => label).join(', ')

/** A rule and, under it, the texts that it rests on. */
const linesOf = ({ text, sources, toConfirm }: Sentence): readonly Line[] => [
  { kind: 'point', level: 0, text },
  { kind: 'note', level: 1, text: `${labels(sources)}${toConfirm ? ' · à confirmer' : ''}` },
]

/** The version in force on a day, in its own sentences; of a piece (`procedure/piece`), its rule and its texts. */
export function shownRules(
  catalogue: Catalogue,
  kind: ShownRules['kind'],
  id: string,
  date: LocalDate,
): ShownRules | null {
  const [procedureId = '', pieceId] = id.split('/')
  const procedure = procedureOn(catalogue, procedureId as ProcedureId, date)
  if (!procedure || (kind === 'piece') !== (pieceId !== undefined)) return null
  const { articles, title, validFrom, validTo, version } = procedure
  const sections = sentencesOf(procedure)
  const all = sections.flatMap(({ sentences }) => sentences)
  const shown = {
    kind,
    id,
    url: null,
    date: validFrom,
    until: validTo,
    mention: `Règles de l’office : ${title.fr}, version ${version}, en vigueur depuis le ${frenchDate(validFrom)}.`,
  }
  if (kind === 'procedure')
    return {
      ...shown,
      title: title.fr,
      toConfirm: all.some(({ toConfirm }) => toConfirm),
      lines: sections.flatMap(({ title: name, sentences }): readonly Line[] => [
        { kind: 'titre', level: 1, text: name },
        ...sentences.flatMap(linesOf),
      ]),
    }
  const [name, rule] =
    Object.entries(procedure.rules).find(([, { _g }]) => _g.genre === 'pièce' && _g.id === pieceId) ?? []
  const sentence = all.find(({ ruleId }) => ruleId === name)
  if (!rule || !sentence) return null
  return {
    ...shown,
    title: `${rule.titre} · ${title.fr}`,
    toConfirm: sentence.toConfirm,
    lines: [
      ...linesOf(sentence),
      ...sentence.sources.flatMap(({ sourceId, label }): readonly Line[] => {
        const source = sourceOf(articles, sourceId)
        if (!source) return []
        return [
          { kind: 'titre', level: 1, text: label },
          source.extract === null
            ? { kind: 'note', level: 0, text: source.summary }
            : { kind: 'texte', level: 0, text: source.extract },
        ]
      }),
    ],
  }
}
