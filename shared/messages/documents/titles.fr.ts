import type { DocumentKind } from '../../contract/documents/kinds.ts'

/** What each paper is called, on it and on the pages: apart from its words, which only a paper needs. */
export const titles: Readonly<Record<DocumentKind, string>> = {
  recepisse: 'Récépissé de dépôt',
  attestation: 'Attestation de passage',
  accuse: 'Accusé de réception d’une demande',
  pieces: 'Demande de pièces',
  original: 'Demande de présentation de l’original',
  transmission: 'Transmission de votre demande',
  refus: 'Décision de refus',
  acceptation: 'Attestation d’acceptation implicite',
  motifs: 'Communication des motifs d’un rejet implicite',
  nonReception: 'Certificat de non-réception',
  recu: 'Reçu',
  quittance: 'Quittance',
  bordereau: 'Bordereau de versement',
  trace: 'Règles appliquées à votre situation',
  regularisation: 'Invitation à régulariser',
  urbanisme: 'Récépissé de dépôt d’une demande d’urbanisme',
  sejour: 'Titre de séjour : récépissé de demande',
  originaux: 'Restitution d’originaux',
  incident: 'Rapport d’incident',
  passage: 'Mon passage',
  annulation: 'Annulation d’un document',
  recensement: 'Attestation de recensement',
}
