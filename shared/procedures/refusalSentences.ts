import type { MetadataOf } from './format.ts'
import type { Cited } from './sources.ts'

/** The grounds of refusal of a procedure in French sentences, each with the texts that it rests on; none where none is written. */
export function refusalSentences({ refus }: MetadataOf<'procédure'>): readonly {
  readonly ruleId: string
  readonly text: string
  readonly cited: readonly Cited[]
}[] {
  if (refus === undefined) return []
  const list =
    refus.liste === 'fermée'
      ? 'Aucun autre motif ne peut être choisi.'
      : 'Un autre motif cite son article et ses faits.'
  return [
    { ruleId: 'refus', text: `${refus.titre}. ${list}`, cited: refus.sources },
    ...refus.motifs.map(({ id, titre, droit, pièces, faits, sources }) => ({
      ruleId: `refus-${id}`,
      text: [
        `${titre}. ${droit}`,
        ...(pièces === undefined ? [] : ['Il suppose une pièce exigée et notée manquante.']),
        ...(faits.length === 0 ? [] : [`Faits à dire : ${faits.map((fact) => fact.titre).join(' ; ')}.`]),
      ].join(' '),
      cited: sources,
    })),
  ]
}
