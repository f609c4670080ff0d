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

/**
 * One word for each capability, the same on every floor: its folder in the contract, the domain, the texts, the host, the
 * settings and the tests. A test holds that no other folder stands beside them.
 */
export const capabilities = {
  queue: 'la file, les guichets, la borne et l’affichage',
  visit: 'le passage d’une personne à un guichet',
  law: 'les règles, les textes et le temps légal',
  identity: 'les titres et les codes lus',
  documents: 'les papiers et leur preuve',
  files: 'les dossiers',
  till: 'la régie',
  appointments: 'les rendez-vous',
  waits: 'les attentes annoncées',
  office: 'l’office : adresse, services, horaires, journée, clé',
  people: 'les agents, leurs droits, leur connexion',
  privacy: 'ce qui est gardé des personnes, et leurs droits',
  backup: 'les sauvegardes',
  network: 'les postes et la porte du réseau',
  standby: 'le second ordinateur',
  partners: 'les autres offices et l’annuaire',
  integrations: 'les autres logiciels',
  training: 'la formation',
  printing: 'les imprimantes',
  updates: 'les mises à jour',
  safety: 'l’alerte et la fiche d’incident',
  media: 'ce que le public voit et entend : langues, écrans, enregistrements',
  history: 'les chiffres des journées',
} as const
