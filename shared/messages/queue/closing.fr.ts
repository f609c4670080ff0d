import type { Fault } from '../../contract/queue/reasons.ts'
import { agree, people } from '../format/numbers.ts'

const nbsp = '\u00a0'

const faults: Readonly<Record<Fault, string>> = {
  service: 'Du fait du service',
  person: 'Du fait de la personne',
  thirdParty: 'Du fait d’un tiers',
}

/** The screen that settles everyone neither served nor traced, so that the day can be closed. */
export const closing = {
  title: 'La journée ne peut pas encore être fermée',
  titleSettled: 'Tout le monde est reçu ou tracé',
  help: (value: number) =>
    `${people(value)} ${agree(value, 'n’est ni reçue ni tracée', 'ne sont ni reçues ni tracées')}. Personne n’est effacé${nbsp}: chaque venue garde sa trace et sa raison.`,
  helpSettled: 'La journée peut être fermée.',
  keys: 'Flèches pour aller d’une personne à l’autre, 1, 2 ou 3 pour régler.',
  back: 'Revenir à la supervision',
  list: 'À régler, une par une',
  fault: 'À cause de qui',
  faults,
  columns: { ticket: 'Ticket', service: 'Service', since: 'Arrivée', act: 'Régler' },
  states: {
    waiting: 'Attend',
    called: 'Appelé',
    serving: 'Reçu',
    parked: 'Doit revenir',
  },
  atCounter: 'À terminer au guichet',
  slot: (number: string) => `Créneau pour ${number}`,
  appointment: 'Rendez-vous',
  appointmentFor: (number: string, slot: string) => ` pour ${number}, le ${slot}`,
  noSlot: 'Aucun créneau libre',
  certificate: 'Attestation',
  reason: 'Motif',
  forTicket: (number: string) => ` pour ${number}`,
  reasonLabel: 'Motif',
  reasonAct: 'Enregistrer ce motif',
  chips: ['Fermeture de l’office', 'Partie sans le dire', 'Mouvement social', 'Panne'],
  done: (number: string) => `${number} est réglé.`,
  doneWith: (number: string, document: string) => `${number}${nbsp}: certificat ${document}.`,
  print: 'Imprimer',
  printFor: (document: string) => `Imprimer ${document}`,
  allTitle: 'Régler toutes les personnes à la fois',
  allHelp: 'Réglez-les ainsi pour une grève, une panne, une fermeture imprévue.',
  how: 'Comment',
  hows: { certificate: 'Attestation datée', reason: 'Motif écrit' },
  which: 'Quel service',
  everyService: 'Tous les services',
  allAct: (value: number) => `Régler ${people(value)}`,
  allConfirm: (value: number) => `Oui, régler ${people(value)}`,
  allDone: (value: number) => `${people(value)} ${agree(value, 'réglée', 'réglées')}.`,
  more: (hidden: number) => `et ${people(hidden)} de plus, montrées quand celles-ci seront réglées`,
  close: 'Fermer la journée',
} as const

/** What an office does by hand in a failure, then enters. */
export const byHand = {
  title: 'Ce qui a été fait à la main',
  help: 'Saisissez les passages notés pendant une panne. Chaque ligne prend le numéro suivant de sa série et reste marquée «\u00a0à la main\u00a0».',
  service: 'Service',
  arrived: 'Arrivée',
  started: 'Début',
  ended: 'Fin',
  outcome: 'Issue',
  notReceived: 'Pas encore reçu',
  act: 'Enregistrer',
  done: (number: string) => `Enregistré sous le numéro ${number}.`,
  badTime: `Écrivez une heure${nbsp}: 9${nbsp}h${nbsp}10.`,
  papers: 'Papiers',
  sheet: 'Imprimer la feuille du matin',
  sheetHelp:
    'La feuille porte les numéros, les motifs de priorité, les horaires et des lignes à remplir, pour continuer à la main.',
  sheetSent: 'La feuille est envoyée à l’imprimante.',
  rule: 'Imprimer la règle de la file',
  ruleSent: 'La règle est envoyée à l’imprimante.',
  ruleNoPrinter: 'Aucune imprimante n’est réglée\u00a0: la règle est à l’écran.',
} as const
