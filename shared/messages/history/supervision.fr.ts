import type { CallCode } from '../../contract/queue/reasons.ts'
import type { CounterNow } from '../../contract/queue/waiting.ts'
import { agree, count, counted, people, calendarDate } from '../format/numbers.ts'
import { figureDefinitions } from './definitions.fr.ts'
import { quoted, at, toDecide } from './toDecide.fr.ts'

const nbsp = '\u00a0'

const callCodes: Readonly<Record<CallCode, string>> = {
  legalPriority: 'Priorité légale',
  localPriority: 'Priorité, règle locale',
  appointment: 'Rendez-vous à l’heure',
  overtakenEnough: 'Dépassée assez souvent',
  cap: 'Après plusieurs priorités (règle locale)',
  maximumWait: 'Attente maximale dépassée',
  weightedWait: 'Délai visé du service',
  arrivalOrder: 'Ordre d’arrivée',
  keptArrival: 'Heure d’arrivée gardée d’un autre office',
  outOfOrder: 'Hors ordre',
}

type PauseKind = NonNullable<CounterNow['pause']>['kind']

/** Post and telephone are work: the counter is « hors guichet », not « en pause ». */
const pauses: Readonly<Record<PauseKind, string>> = {
  break: 'En pause',
  post: `Hors guichet${nbsp}: courrier`,
  telephone: `Hors guichet${nbsp}: téléphone`,
  meeting: `Hors guichet${nbsp}: réunion`,
  other: 'Hors guichet',
}

const day = {
  open: 'Ouvrir la journée',
  openTitle: 'La journée n’est pas ouverte',
  openHelp: 'Ouvrez-la pour que la borne et l’accueil donnent des tickets.',
  closeTitle: 'Fermer la journée',
  closeHelp: (received: number) =>
    `${counted(received, 'passage terminé', 'passages terminés')} aujourd’hui. Une fois fermée, plus aucun ticket n’est donné.`,
  close: 'Fermer la journée',
  closeConfirm: 'Oui, fermer la journée',
  closeKeep: 'Laisser ouverte',
  settle: 'Écran de fin de journée',
  openedAt: (opened: string, closes: string | null) =>
    closes === null ? `ouverte à ${opened}` : `ouverte à ${opened}, fermeture à ${closes}`,
  closed: 'Journée fermée',
  opened: 'Journée ouverte',
  lastTickets: 'Derniers tickets',
}

const resource = {
  title: 'Ce qu’il reste à la journée',
  unit: 'minutes de guichet, pauses déduites',
  engaged: 'Personnes présentes',
  appointments: 'Rendez-vous',
  free: 'Libres ensuite',
  sureUntil: (hour: string) => `La borne dit «${nbsp}vous devriez être reçu${nbsp}» jusqu’à ${hour}.`,
  sureNoLonger: `Pour un service au moins, la borne ne dit plus «${nbsp}vous devriez être reçu${nbsp}».`,
  none: 'La journée n’est pas ouverte.',
  noClosing: 'Aucune heure de fermeture n’est à venir aujourd’hui : rien ne peut être compté.',
}

const curve = {
  title: 'Attente annoncée et attente constatée, minutes',
  drawn: 'Courbe de l’attente annoncée et de l’attente constatée. Les mêmes chiffres sont dans le tableau.',
  announced: 'annoncée, de P50 à P90',
  measured: 'constatée, médiane',
  columns: {
    arrival: 'Arrivée',
    announced: `Annoncée P50${nbsp}à${nbsp}P90`,
    measured: 'Constatée médiane',
    people: 'Personnes',
  },
  range: (low: number, high: number) => `${count(low)}${nbsp}à${nbsp}${count(high)}`,
  /** Half-hours told together, from the first to the end of the last. */
  stretch: (from: string, until: string) => `${from} à ${until}`,
  running: 'en cours',
  none: 'Personne n’est encore arrivé aujourd’hui.',
  over: 'La journée a été fermée : ses attentes par demi-heure sont dans l’historique.',
  coverage: (share: string, announced: number) =>
    `Sur 30${nbsp}jours, ${share} des ${people(announced)} à qui une attente a été annoncée ont été appelées avant la borne haute (visé${nbsp}: 90${nbsp}%).`,
  coverageToday: (share: string, announced: number) =>
    `Aujourd’hui, ${share} des ${people(announced)} à qui une attente a été annoncée ont été appelées avant la borne haute (visé${nbsp}: 90${nbsp}%).`,
  fewCoverage: (announced: number, least: number) =>
    `Attentes annoncées tenues : trop peu de personnes pour le dire (${count(announced)} sur les ${count(least)} qu’il faut).`,
  noCoverage: 'Aucune attente annoncée n’a encore pu être comparée à l’attente constatée.',
}

const services = {
  title: 'Services, aujourd’hui',
  columns: {
    service: 'Service',
    waiting: 'Attendent',
    median: figureDefinitions.medianWait.name,
    p90: `9${nbsp}sur${nbsp}10 sous`,
    received: figureDefinitions.received.name,
    left: figureDefinitions.left.name,
    absent: 'Absents',
    unserved: figureDefinitions.unserved.name,
    atRisk: figureDefinitions.atRisk.name,
    act: 'Tickets',
  },
  said: quoted,
  all: 'Ensemble',
  closedSince: (hour: string) => `Fermé aux nouveaux tickets depuis ${hour}`,
}

const counters = {
  title: 'Guichets',
  columns: { counter: 'Poste', services: 'Services' },
  closed: 'Fermé',
  free: 'Libre',
  calling: (number: string) => `Appelle ${number}`,
  serving: (number: string) => `Reçoit ${number}`,
  pauses,
  until: (hour: string) => `jusqu’à ${hour}`,
  since: (hour: string) => `depuis ${hour}`,
  /** Closed by a supervisor: when, and why while the reason is kept. */
  closedFor: (hour: string, reason: string | null) =>
    `Fermé par la supervision à ${hour}${reason === null ? '' : `${nbsp}: ${reason}`}`,
  close: 'Fermer',
  closeFor: (counter: string) => `Fermer ${counter}`,
  closeReason: 'Motif',
  closeChips: ['Agent parti', 'Poste oublié ouvert', 'Poste en panne'],
  closeAct: 'Fermer avec ce motif',
  closeHelp: (counter: string) =>
    `${counter}${nbsp}: personne n’y est appelé ni reçu. Une fois fermé, son agent n’y appellera plus.`,
  closeFrees: (counter: string, number: string, received: boolean) =>
    received
      ? `${counter}${nbsp}: ${number} y est reçu. Il attendra de nouveau, à son rang. Sa fiche sera gardée pour l’agent suivant.`
      : `${counter}${nbsp}: ${number} y est appelé. Il attendra de nouveau, à son rang. L’appel sera annulé.`,
  undoClose: 'Rouvrir pour son agent',
  undoCloseFor: (counter: string) => `Rouvrir ${counter} pour son agent`,
  change: 'Changer',
  changeFor: (counter: string) => `Changer les services de ${counter}`,
  receives: (counter: string) => `${counter} reçoit`,
  apply: 'Appliquer',
  all: 'Tous ses services',
  atLeastOne: 'Gardez au moins un service.',
  none: 'Aucun service',
  reception: 'Accueil, aujourd’hui',
  information: (value: number) => counted(value, 'renseignement', 'renseignements'),
  telephone: (value: number) => `${counted(value, 'appel', 'appels')} de téléphone`,
  interruptions: (value: number) => counted(value, 'interruption', 'interruptions'),
}

const equality = {
  title: `Égalité de traitement, 30${nbsp}jours`,
  columns: {
    group: 'Groupe',
    people: 'Venues',
    received: 'Reçues',
    median: figureDefinitions.medianWait.name,
    refused: figureDefinitions.refused.name,
  },
  groups: {
    morning: 'Matin',
    afternoon: 'Après-midi',
    priority: 'Priorité',
    arrangement: 'Avec interprète ou aide',
    everyone: 'Ensemble',
  },
  /** Of a group: it has few people, or another's few would be told from it and the total. */
  few: 'Trop peu de personnes',
  small: `Moins de 5${nbsp}personnes ne sont pas montrées, ni qui les ferait déduire du total. Sont comptés les jours montrés dans l’historique${nbsp}; pour le matin, l’après-midi, la priorité et l’aménagement, les semaines terminées, du lundi au dimanche.`,
  none: 'Pas encore de jours terminés à comparer.',
}

const overtakes = {
  title: 'Passages avant tour, aujourd’hui',
  all: (unanswered: number) =>
    unanswered === 0 ? 'tous motivés' : `dont ${count(unanswered)} sans que la preuve ait été vue`,
  none: 'Personne n’est passé avant son tour.',
  most: (value: number) =>
    value === 0
      ? 'Aucune personne qui attend n’a été dépassée.'
      : `Personne qui attend n’en a laissé passer plus de ${count(value)}.`,
  codes: callCodes,
  outOfOrder: (number: string, hour: string, reason: string | null) =>
    `${number} à ${hour}${reason === null ? '' : `, ${quoted(reason)}`}`,
}

const traces = {
  title: 'Traces écrites, aujourd’hui',
  documents: (value: number) => agree(value, 'document émis', 'documents émis'),
  /** A certificate made at closing is neither printed nor handed over until somebody does it. */
  counts: (printed: number, handed: number) =>
    `${counted(printed, 'imprimé', 'imprimés')}, ${counted(handed, 'noté remis', 'notés remis')}.`,
  none: 'Aucun document n’est encore émis.',
  ended: (value: number) => `${counted(value, 'passage terminé', 'passages terminés')}.`,
}

const queue = {
  title: (total: number) => (total === 0 ? 'Personne n’attend' : `Qui attend (${count(total)})`),
  more: (hidden: number) => `et ${people(hidden)} de plus, ${agree(hidden, 'arrivée', 'arrivées')} après`,
  columns: {
    ticket: 'Ticket',
    service: 'Service',
    wait: 'Attente',
    act: 'Acte',
  },
  since: (hour: string) => `depuis ${hour}`,
  priority: 'Priorité',
  appointment: (hour: string) => `Rendez-vous de ${hour}`,
  requests: (value: number) => `${count(value)}${nbsp}demandes`,
  pastTarget: 'Délai visé passé',
  returned: 'Déjà appelé',
  unsentNotice: 'Avis non parti',
  move: 'Déplacer',
  moveFor: (number: string) => `Déplacer le ticket ${number}`,
  moveTo: 'Vers le service',
  moveHelp: 'La personne garde son numéro et le rang de son arrivée.',
  moveReason: 'Motif',
  moveAct: 'Déplacer avec ce motif',
  moveChips: ['Service mal choisi au départ', 'Agent habilité à un autre service', 'Service fermé'],
  leave: 'Noter le départ',
  leaveFor: (number: string) => `Noter le départ du ticket ${number}`,
  leaveConfirm: (number: string) => `Confirmer le départ de ${number}`,
  back: 'De retour',
  backFor: (number: string) => `${number} est de retour`,
  absent: (total: number) => `Absents à l’appel (${count(total)})`,
  keptUntil: (hour: string) => `place gardée jusqu’à ${hour}`,
  notKept: 'prendra le rang de son retour',
  parked: (total: number) => `Doivent revenir (${count(total)})`,
  promised: (counter: string, hour: string | null) =>
    hour === null ? `attendu ${at(counter)}` : `attendu ${at(counter)} à ${hour}`,
}

const appointments = {
  title: (total: number) => (total === 0 ? 'Aucun rendez-vous aujourd’hui' : `Rendez-vous (${count(total)})`),
  columns: { hour: 'Heure', service: 'Pour', state: 'Situation', act: 'Acte' },
  states: {
    expected: 'Attendu',
    late: 'En retard',
    here: 'Arrivé',
    received: 'Reçu',
    missed: 'Non venu',
  },
  move: 'Déplacer',
  moveFor: (hour: string, service: string) => `Déplacer le rendez-vous de ${hour}, ${service}`,
  moveTo: 'Donner cette heure',
  moveNot: 'Garder son heure',
  cancel: 'Annuler',
  cancelFor: (hour: string, service: string) => `Annuler le rendez-vous de ${hour}, ${service}`,
  cancelConfirm: 'Oui, rendre le créneau',
  cancelTold: 'Oui, et RDV Service Public prévient la personne',
}

/** What the supervision's pages say of the present, and its decisions. */
export const supervision = {
  title: 'Supervision',
  sections: {
    label: 'Pages de la supervision',
    now: 'Aujourd’hui',
    history: 'Historique',
    rule: 'Règle de la file',
    hand: 'Saisie et papiers',
    printing: 'Impressions',
    safety: 'Sécurité',
  },
  none: '–',
  atLeast: (wait: string) => `au${nbsp}moins ${wait}`,
  day,
  decide: toDecide,
  resource,
  curve,
  services,
  counters,
  equality,
  overtakes,
  traces,
  queue,
  appointments,
} as const

/** What is said of a day once it is closed. */
export const dayEndedWords = {
  title: (date: string) => `La journée du ${calendarDate(date)} est fermée`,
  reading: 'Un instant…',
  tickets: (value: number) => counted(value, 'ticket donné', 'tickets donnés'),
  received: (value: number) => counted(value, 'personne reçue', 'personnes reçues'),
  left: (value: number) => counted(value, 'partie avant d’être reçue', 'parties avant d’être reçues'),
  absent: (value: number) => counted(value, 'absente à l’appel', 'absentes à l’appel'),
  unserved: (value: number) => counted(value, 'non reçue, avec sa trace', 'non reçues, avec leur trace'),
  more: 'Le détail est dans « Historique ».',
  dismiss: 'C’est lu',
} as const
