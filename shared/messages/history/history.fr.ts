import type { Outcome } from '../../contract/queue/outcomes.ts'
import { count, people } from '../format/numbers.ts'
import { figureDefinitions } from './definitions.fr.ts'

const nbsp = '\u00a0'

const outcomes: Readonly<Record<Outcome, string>> = {
  information: 'Renseignement donné',
  filed: 'Dossier déposé',
  incomplete: 'Dossier incomplet',
  handedOver: 'Titre remis',
  forwarded: 'Réorienté',
  // Recorded by an older version: no facts, no text, no remedy; a reasoned refusal is a decision on a file.
  refused: 'Noté « refusé », sans décision écrite',
  notServed: 'Non reçu',
  assisted: 'Accompagnement en ligne',
}

/** The days behind: figures, their curve, their file; and a past day played again with other settings. */
export const history = {
  title: 'Jours passés',
  from: 'Du',
  to: 'Au',
  last: (days: number) => `${count(days)}${nbsp}derniers jours`,
  by: 'Par',
  bys: { day: 'Jour', week: 'Semaine' },
  service: 'Service',
  allServices: 'Tous les services',
  badPeriod: `Choisissez deux dates dans l’ordre, et 400${nbsp}jours au plus.`,
  reading: 'Un instant…',
  none: 'Aucun jour terminé dans cette période.',
  columns: {
    day: 'Jour',
    week: 'Semaine du',
    tickets: 'Tickets',
    received: 'Reçus',
    left: 'Partis avant l’appel',
    absent: 'Absents',
    unserved: 'Non reçus',
    median: 'Attente médiane, min',
    p90: `9${nbsp}sur${nbsp}10 sous, min`,
    overtakes: figureDefinitions.overtakes.name,
    coverage: 'Appelés avant la borne annoncée',
  },
  total: 'Ensemble',
  range: (low: number, high: number) =>
    low === high ? count(low) : `${count(low)}${nbsp}à${nbsp}${count(high)}`,
  rangeHelp:
    'Pour plusieurs services ou plusieurs jours, la médiane est donnée par sa plus basse et sa plus haute valeur\u00a0: une médiane de médianes ne dirait rien.',
  curve: 'Attente par période, minutes',
  curveDrawn: 'Courbe de l’attente par période. Les mêmes chiffres sont dans le tableau.',
  oneLine: 'médiane',
  oneBand: `de la médiane à 9${nbsp}sur${nbsp}10`,
  manyBand: 'médianes, de la plus basse à la plus haute',
  manyLine: `9${nbsp}sur${nbsp}10 sous`,
  exports: { csv: 'Exporter en CSV', ods: 'Exporter pour un tableur' },
  exported: (name: string) => `${name} est enregistré dans vos téléchargements.`,
  openFor: (day: string) => `Voir la journée du ${day}`,
  back: 'Revenir aux jours passés',

  day: (date: string) => `Journée du ${date}`,
  daySaid: 'Ce que chacun est devenu',
  outcomes,
  outcomeColumns: { outcome: 'Issue', count: 'Passages' },
  noOutcome: 'Aucun passage terminé ce jour-là.',
  /** What a day that is over leaves out, so that nobody is told apart. */
  unsaid: (fewerThan: number) =>
    `Aucun service, aucune issue, aucune raison de moins de ${fewerThan}${nbsp}personnes n’est montré, ni ce qui les ferait retrouver. Les demi-heures de peu de personnes sont réunies.`,
  few: 'Trop peu de personnes pour le dire.',
  faults: 'Qui n’a pas été reçu, et du fait de qui',
  faultColumns: { fault: 'Fait', left: 'Partis', absent: 'Absents', unserved: 'Non reçus' },
  overtakes: 'Passages avant tour',
  overtakeColumns: { code: 'Raison', calls: 'Appels', people: 'Personnes dépassées' },

  ruleTitle: 'La règle publiée',
  ruleHelp:
    'Ce que montrent la borne, l’affichage et le papier. Elle est écrite d’après les réglages ci-dessous.',
  settings: 'Réglages',
  tryTitle: 'Essayer un réglage',
  tryHelp:
    'Une journée passée est rejouée avec la vraie règle, telle qu’elle était puis avec les réglages ci-dessus. Rien n’est changé.',
  tryDay: 'Journée à rejouer',
  try: 'Essayer sur cette journée',
  trying: 'La journée est rejouée…',
  tried: (day: string, value: number) => `Journée du ${day}, ${people(value)}`,
  tryColumns: {
    group: 'Personnes',
    people: 'Nombre',
    median: 'Attente médiane',
    p90: `9${nbsp}sur${nbsp}10 sous`,
    unserved: 'Non reçues',
  },
  priorities: 'Avec une priorité',
  triedOvertakes: (before: number, after: number) =>
    `Passages avant tour${nbsp}: ${count(before)} avant, ${count(after)} après.`,
  arrow: (before: string, after: string) => `${before} → ${after}`,
  apply: 'Appliquer ces réglages',
  applied: 'La règle est changée, et publiée telle qu’elle est écrite ci-dessus.',
  undo: 'Reprendre les réglages actuels',
} as const
