import type { PieceId } from '../contract/ids.ts'
import { asRead } from '../contract/letters.ts'
import type { Procedure } from './catalogue.ts'
import { modelOf } from './model.ts'
import { type Sourced, sourced } from './sources.ts'
import { demandWords } from './demandWords.ts'

// A hint while an agent types, and the guard of an office's own regulations. What may be asked is not decided here: a piece
// is asked on the rule or the article that requires it (`domain/law/lacking.ts`).

/** What somebody asked in their own words, which may not be asked: its name, and the texts that say so. */
export type Unlawful = Sourced & { readonly title: string; readonly held: boolean }

/** Whether the words of a phrase follow one another in what is asked, with so many others between two of them at most. */
function holds(asked: readonly string[], phrase: readonly string[], between: number): boolean {
  const from = (at: number, next: number): boolean => {
    const wanted = phrase[next]
    if (wanted === undefined) return true
    for (let skip = 0; skip <= (next === 0 ? asked.length : between); skip++)
      if (asked[at + skip] === wanted && from(at + skip + 1, next + 1)) return true
    return false
  }
  return phrase.length > 0 && from(0, 0)
}

const names = (asked: readonly string[], phrases: readonly string[], between = 0): boolean =>
  phrases.some((phrase) => holds(asked, demandWords(phrase), between))

/** By which words a proof of domicile is asked, where R113-8 does not let it be. */
const domicileWords = [
  'justificatif de résidence',
  'attestation de domicile',
  'attestation d’adresse',
  'certificat de domicile',
]
/** The same, whatever is said between the two: « justificatif de revenus et de domicile ». */
const proofs = ['justificatif', 'preuve', 'prouvant', 'prouver', 'prouve', 'justifiant', 'justifier']
const domicileProofs = proofs.map((proof) => `${proof} domicile`)
/** An address may be that of a nursery or of an employer: only one word more. */
const addressProofs = proofs.map((proof) => `${proof} adresse`)
/** What it is most often asked as; where a sum is paid, a bill is what is paid. */
const billWords = [
  'quittance de loyer',
  'quittance d’électricité',
  'quittance EDF',
  'facture d’électricité',
  'facture d’énergie',
  'facture EDF',
  'facture de gaz',
  'facture d’eau',
  'facture de téléphone',
  'facture téléphonique',
  'facture internet',
]
const certifiedWords = [
  'copie certifiée',
  'copie conforme',
  'certifiée conforme',
  'certifier conforme',
  'certification de la copie',
  'certification conforme',
]
/** « Document conforme à l’original »; « la façade est non conforme au plan », « n’est pas conforme » tell what was found. */
const sameAsOriginal = /(?<!\b(?:non|pas) )\bconformes? (?:à l['’]|aux )origina(?:l|ux)\b/iu
const legalisedWords = [
  'signature légalisée',
  'signature légaliser',
  'légalisation de signature',
  'légaliser la signature',
  'signature certifiée',
  'certification de la signature',
]

/** What the guard needs to know of a piece in this case. */
type Judged = Sourced & { readonly pieceId: PieceId; readonly status: string }

/**
 * Whether a piece asked in an agent's own words is one that may not be asked here: forbidden by the procedure, held by an
 * administration to which the office is connected, or forbidden everywhere (CRPA R113-5, R113-8, R113-10).
 */
export function unlawfulIn(procedure: Procedure, pieces: readonly Judged[], label: string): Unlawful | null {
  for (const read of asRead(label)) {
    const found = unlawfulAsRead(procedure, pieces, read)
    if (found) return found
  }
  return null
}

function unlawfulAsRead(procedure: Procedure, pieces: readonly Judged[], label: string): Unlawful | null {
  const labelWords = demandWords(label)
  for (const { data, rule } of modelOf(procedure).pieces) {
    const assessed = pieces.find(({ pieceId }) => pieceId === data.id)
    const held = assessed?.status === 'heldByAdministration'
    if (assessed?.status !== 'mayNotBeAsked' && !held) continue
    if (names(labelWords, [rule.titre, ...(data.mots ?? [])]))
      return { title: rule.titre, held, sources: assessed.sources, toConfirm: assessed.toConfirm }
  }
  const general = (title: string, cited: readonly string[]): Unlawful => ({
    title,
    held: false,
    ...sourced(procedure.articles, cited),
  })
  const { preuve } = procedure.header.domicile
  const domicile =
    names(labelWords, domicileWords) ||
    (!labelWords.includes('election') &&
      (names(labelWords, domicileProofs, 2) || names(labelWords, addressProofs, 1)))
  if (
    (['interdite', 'sansObjet'].includes(preuve) && domicile) ||
    (preuve === 'interdite' && names(labelWords, billWords))
  )
    return general('Justificatif de domicile', ['crpa-r113-8'])
  if (names(labelWords, certifiedWords) || sameAsOriginal.test(label))
    return general('Copie certifiée conforme', ['crpa-r113-10'])
  if (procedure.procedureId !== 'legalisation' && names(labelWords, legalisedWords))
    return general('Légalisation de signature', ['crpa-r113-5'])
  return null
}
