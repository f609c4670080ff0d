import type { PieceId, LocalDate, ProcedureId } from '../contract/ids.ts'
import { allProcedures, type Catalogue } from './catalogue.ts'
import { demandWords } from './demandWords.ts'
import { modelOf, type NamedRule } from './model.ts'
import type { Articles } from './sources.ts'

/** Articles that forbid a demand, or say only how one is made: none of them requires a piece. */
const requireNothing: ReadonlySet<string> = new Set([
  'crpa-l112-3',
  'crpa-l113-12',
  'crpa-l113-13',
  'crpa-l114-5',
  'crpa-l114-8',
  'crpa-l114-10',
  'crpa-r113-5',
  'crpa-r113-6',
  'crpa-r113-7',
  'crpa-r113-8',
  'crpa-r113-8-1',
  'crpa-r113-9',
  'crpa-r113-10',
])

/** A piece that the base requires in some case of a procedure, with the articles by which it does. */
export type RequirablePiece = {
  readonly procedureId: ProcedureId
  readonly pieceId: PieceId
  /** As the base names it, and as papers print it. */
  readonly title: string
  readonly sourceIds: readonly string[]
}

/** A page that explains the law requires nothing: a text is in force from a day, or has its number in the official base. */
const isText = (article: Articles[string] | undefined): boolean =>
  article !== undefined && (article.du !== null || article.legi !== null || (article.jorf ?? null) !== null)

/** Whether one of its values asks for the piece: one that is only forbidden, or only dispensed, is required nowhere. */
const canBeRequired = ({ rule }: NamedRule<'pièce'>): boolean =>
  /'(?:requise|alternative)'/.test(JSON.stringify(rule))

const kept = new WeakMap<Catalogue, Map<LocalDate, readonly RequirablePiece[]>>()

/** Every piece that the rules of that day can require, procedure by procedure. */
export function requirablePieces(catalogue: Catalogue, date: LocalDate): readonly RequirablePiece[] {
  const days = kept.get(catalogue) ?? new Map<LocalDate, readonly RequirablePiece[]>()
  const before = days.get(date)
  if (before) return before
  const found = allProcedures(catalogue, date).flatMap((procedure) =>
    modelOf(procedure)
      .pieces.filter(canBeRequired)
      .map(({ rule, data }): RequirablePiece => ({
        procedureId: procedure.procedureId,
        pieceId: data.id,
        title: rule.titre,
        sourceIds: [...data.sources, ...(data.ancienneté?.sources ?? [])]
          .map((cited) => (typeof cited === 'string' ? cited : cited.source))
          .filter((sourceId) => !requireNothing.has(sourceId) && isText(procedure.articles[sourceId])),
      })),
  )
  // One day at a time is asked: what is kept stays small.
  if (days.size > 50) days.clear()
  kept.set(catalogue, days.set(date, found))
  return found
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(demandWords(text))

/** Whether what is asked is told by words of the title alone: « taxe foncière », of « Titre de propriété ou taxe foncière ». */
export function isPartOf(asked: string, title: string): boolean {
  const [words, whole] = [wordsOf(asked), wordsOf(title)]
  return words.size > 0 && [...words].every((word) => whole.has(word))
}

/** The same words, accents, plurals and articles apart: « une photo d’identité » is « Photos d’identité ». */
export const sameDemand = (one: string, other: string): boolean =>
  isPartOf(one, other) && isPartOf(other, one)
