/**
 * The words of the domain, French as people say them and English as the code writes them. A test holds the code
 * to it; terms of law that English would bend stay French (`administre`, `cerfa`, `titreDeSejour`).
 */
export const glossary = {
  démarche: 'procedure',
  cas: 'case',
  service: 'service',
  accueil: 'reception',
  dossier: 'file',
  guichet: 'counter',
  poste: 'station',
  borne: 'kiosk',
  affichage: 'display',
  hôte: 'host',
  appel: 'call',
  rappel: 'recall',
  absent: 'absent',
  'mise en attente': 'park',
  réorientation: 'transfer',
  journée: 'day',
  passage: 'visit',
  pièce: 'piece',
  récépissé: 'receipt',
  'accusé de réception': 'acknowledgement',
  refus: 'refusal',
  régie: 'till',
} as const
