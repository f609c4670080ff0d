import type { MetadataOf } from './format.ts'

/** What is wrong in the grounds of refusal of a procedure, each in a sentence. */
export function refusalProblems(
  { refus, décide }: MetadataOf<'procédure'>,
  pieceIds: ReadonlySet<string>,
): readonly string[] {
  if (refus === undefined) return []
  if (décide.recueil === 'oui')
    return ['« refus » : l’office qui recueille ne refuse rien. Retirer ces motifs.']
  const ids = refus.motifs.map(({ id }) => id)
  return [
    ...(refus.liste === 'fermée' && refus.motifs.length === 0
      ? ['« refus » : une liste fermée a au moins un motif.']
      : []),
    ...ids
      .filter((id, at) => ids.indexOf(id) !== at)
      .map((id) => `« refus » : le motif « ${id} » est écrit deux fois.`),
    ...refus.motifs.flatMap(({ id, pièces = [], 'peut nommer': named = [] }) =>
      [...(pièces === 'requises' ? [] : pièces), ...named]
        .filter((piece) => !pieceIds.has(piece))
        .map((piece) => `« refus », motif « ${id} » : « ${piece} » n’est pas une pièce de cette démarche.`),
    ),
  ]
}
