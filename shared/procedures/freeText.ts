import type { Procedure } from './catalogue.ts'
import type { AssessedPiece } from './assessPieces.ts'
import { modelOf } from './model.ts'
import { type Sourced, sourced } from './sources.ts'

/** What an agent asked in their own words, which may not be asked: its name, and the texts that say so. */
export type Unlawful = Sourced & { readonly title: string; readonly held: boolean }

/** Words without accents, case, ligatures nor plural: « Justificatifs de Domicile » is « justificatif de domicile ». */
const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join(' ')} `

const names = (asked: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => asked.includes(words(phrase)))

/** By which words a proof of domicile is asked, where R113-8 does not let it be. */
const domicileWords = [
  'justificatif de domicile',
  'justificatif de résidence',
  'preuve de domicile',
  'preuve d’adresse',
  'justificatif d’adresse',
  'quittance de loyer',
  'facture d’électricité',
  'facture EDF',
  'facture de gaz',
  'facture d’eau',
  'facture de téléphone',
  'facture internet',
]
const certifiedWords = [
  'copie certifiée',
  'copie conforme',
  'certifiée conforme',
  'certification de la copie',
]
const legalisedWords = [
  'signature légalisée',
  'légalisation de signature',
  'légalisation de la signature',
  'signature certifiée',
]

/**
 * Whether a piece asked in an agent's own words is one that may not be asked here: forbidden by the procedure, held by an
 * administration to which the office is connected, or forbidden everywhere (CRPA R113-5, R113-8, R113-10).
 */
export function unlawfulIn(
  procedure: Procedure,
  pieces: readonly AssessedPiece[],
  label: string,
): Unlawful | null {
  const asked = words(label)
  for (const { data, rule } of modelOf(procedure).pieces) {
    const assessed = pieces.find(({ pieceId }) => pieceId === data.id)
    const held = assessed?.status === 'heldByAdministration'
    if (assessed?.status !== 'mayNotBeAsked' && !held) continue
    if (names(asked, [rule.titre, ...(data.mots ?? [])]))
      return { title: rule.titre, held, sources: assessed.sources, toConfirm: assessed.toConfirm }
  }
  const general = (title: string, cited: readonly string[]): Unlawful => ({
    title,
    held: false,
    ...sourced(procedure.articles, cited),
  })
  const { preuve } = procedure.header.domicile
  if (['interdite', 'sansObjet'].includes(preuve) && names(asked, domicileWords))
    return general('Justificatif de domicile', ['crpa-r113-8'])
  if (names(asked, certifiedWords)) return general('Copie certifiée conforme', ['crpa-r113-10'])
  if (procedure.procedureId !== 'legalisation' && names(asked, legalisedWords))
    return general('Légalisation de signature', ['crpa-r113-5'])
  return null
}
