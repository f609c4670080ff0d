import type { Pictogram } from '../contract/media/pictograms.ts'

/** What people come for, drawn: one picture for each procedure that is shipped, no two alike. */
export const shippedPictograms: Readonly<Partial<Record<string, Pictogram>>> = {
  'attestation-accueil': 'house',
  autre: 'ellipsis',
  c2s: 'stethoscope',
  'carte-grise': 'car',
  cni: 'idCard',
  'copie-acte': 'fileClock',
  deces: 'flower',
  elections: 'vote',
  impots: 'calculator',
  'inscription-scolaire': 'school',
  legalisation: 'stamp',
  naissance: 'baby',
  pacs: 'heartHandshake',
  paiement: 'creditCard',
  passeport: 'passport',
  'prestations-familiales': 'users',
  'prime-activite': 'badgeEuro',
  recensement: 'medal',
  'reclamation-fiscale': 'speech',
  rsa: 'handCoins',
  sejour: 'globe',
  urbanisme: 'brickWall',
}

/** The picture of a service, and of a procedure that an office made for itself, until it chooses another. */
export const usualPictogram: Pictogram = 'folder'
