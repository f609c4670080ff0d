import type { Assessment, AssessedPiece } from '../../shared/contract/law/assessment.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { demandWords } from '../../shared/procedures/demandWords.ts'
import { exchangePage as words } from '../../shared/messages/media/exchangePage.fr.ts'
import type { PhraseId } from '../../shared/messages/public/exchange.ts'

// What the agent shows to the person asks no more than the checklist: a piece is asked by its line, never in free words.

/** Words by which a paper is named, or asked to be brought. */
const paperWords = new Set(
  demandWords(
    'acte allocation amener apporter électeur épargne étranger impôt internet loyer taxe vitale assurance attestation avis bail bulletin cadastral carnet carte casier célibat certificat certifié cni compléter compte contrat copie courrier coutume déclaration demande devis diplôme document domicile dossier échéance écrit enveloppe étude extrait facture fiche formulaire fournir identité imposition invitation joindre jugement justificatif justifier kbis légalisé lettre livret main mandat mariage motivation original papier passeport permis photo photocopie pièce plan preuve prouver procuration produire quittance rapporter récépissé relevé remettre réservation rib salaire séjour signature témoin témoignage timbre titre vaccination visa voyage billet accord moyen raison jdc projet',
  ),
)

/** Whether a sentence in the agent's own words speaks of a piece: those are asked by their line. */
export const speaksOfPieces = (sentence: string): boolean =>
  demandWords(sentence).some((word) => paperWords.has(word))

const isAsked = ({ status }: AssessedPiece): boolean => status === 'required' || status === 'alternative'

/** « Il manque : photo de moins de 6 mois (décret 55-1397, art. 8). » for each piece that lacks, with its text and what restricts it. */
export const lackingLines = (
  sheet: Pick<Sheet, 'pieces'>,
  assessment: Assessment | null,
): readonly string[] =>
  sheet.pieces.flatMap((piece) => {
    if (piece.state !== 'missing') return []
    if ('label' in piece) return [words.lacks(piece.label, null, piece.source ?? null)]
    const ruled = assessment?.pieces.find(({ pieceId }) => pieceId === piece.pieceId)
    return ruled && isAsked(ruled)
      ? [words.lacks(ruled.title, ruled.detail, ruled.sources[0]?.title ?? null)]
      : []
  })

/** Whether a ready sentence asks nothing that this case does not require. */
export function mayBeSaid(
  id: PhraseId,
  sheet: Pick<Sheet, 'pieces'>,
  assessment: Assessment | null,
): boolean {
  const asked = (pieceId: string) =>
    assessment?.pieces.some((piece) => piece.pieceId === pieceId && isAsked(piece)) === true
  const isLacking = (pieceId?: string) =>
    sheet.pieces.some(
      (piece) =>
        piece.state === 'missing' &&
        (pieceId === undefined || ('pieceId' in piece && piece.pieceId === pieceId)),
    )
  switch (id) {
    case 'missingHome':
      return asked('justificatif-domicile') && isLacking('justificatif-domicile')
    case 'photo':
      return asked('photo')
    case 'missing':
      return isLacking()
    default:
      return true
  }
}
