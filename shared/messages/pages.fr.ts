import { agree, count } from './numbers.ts'

const nbsp = '\u00a0'
const people = (value: number) => `${count(value)}${nbsp}${agree(value, 'personne', 'personnes')}`

const display = {
  rules: { arrivalOrder: 'Chacun est appelé dans l’ordre d’arrivée' },
  before: 'Appels précédents',
  takeTicket: 'Prenez un ticket',
  shownHere: 'Votre numéro s’affichera ici',
  closed: 'L’accueil est fermé',
  closedHelp: 'Pour toute question, adressez-vous à un agent',
  unmute: 'Activer le son',
}

/** Acts on someone who waits, the same at the reception and in supervision. */
const departure = {
  note: 'Noter le départ',
  short: 'Départ',
  noteFor: (number: string) => `Noter le départ du ticket ${number}`,
  confirm: (number: string) => `Confirmer le départ de ${number}`,
  cancel: 'Annuler',
}

const queue = {
  whoWaits: (total: number) => (total === 0 ? 'Personne n’attend' : `Qui attend (${count(total)})`),
  more: (hidden: number) => `et ${people(hidden)} de plus, ${agree(hidden, 'arrivée', 'arrivées')} après`,
  since: (at: string) => `depuis ${at}`,
  columns: { ticket: 'Ticket', motive: 'Vient pour', since: 'Arrivée', wait: 'Attente', act: 'Départ' },
  counters: 'Guichets',
  counterState: {
    closed: 'Fermé',
    free: 'Libre',
    calling: (number: string) => `Appelle ${number}`,
    serving: (number: string) => `Reçoit ${number}`,
  },
}

const supervision = {
  title: 'Supervision',
  dayOpen: (opened: string, closes: string | null) =>
    closes === null ? `ouverte à ${opened}` : `ouverte à ${opened}, fermeture à ${closes}`,
  dayClosed: 'Journée fermée',
  opened: 'Journée ouverte',
  decide: 'À décider',
  openTitle: 'La journée n’est pas ouverte',
  openHelp: 'Ouvrez-la pour que la borne et l’accueil donnent des tickets.',
  open: 'Ouvrir la journée',
  closeTitle: 'Fermer la journée',
  closeHelp: (received: number) =>
    `${count(received)}${nbsp}${agree(received, 'passage terminé', 'passages terminés')} aujourd’hui. Une fois fermée, plus aucun ticket n’est donné.`,
  close: 'Fermer la journée',
  closeConfirm: 'Oui, fermer la journée',
  closeKeep: 'Laisser ouverte',
  unsettledTitle: 'La journée ne peut pas encore être fermée',
  unsettledHelp: (waiting: number, received: number) =>
    [
      waiting > 0
        ? `${people(waiting)} ${agree(waiting, 'attend', 'attendent')}${nbsp}: appelez ou notez le départ.`
        : '',
      received > 0
        ? `${people(received)} ${agree(received, 'est appelée ou reçue', 'sont appelées ou reçues')}${nbsp}: terminez le passage au guichet.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  unsettledAt: (number: string, counter: string) => `${number}, ${counter}`,
  settled: 'Plus personne n’attend ni n’est reçu. La journée peut être fermée.',
  noCounter: (service: string) => `Aucun guichet pour ${service}`,
  noCounterHelp: (waiting: number, since: string | null) =>
    since === null
      ? `${people(waiting)} ${agree(waiting, 'attend', 'attendent')}. Un agent qui en a la compétence doit ouvrir un guichet.`
      : `${people(waiting)} ${agree(waiting, 'attend', 'attendent')}, la première depuis ${since}. Un agent qui en a la compétence doit ouvrir un guichet.`,
  services: 'Services, aujourd’hui',
  serviceColumns: {
    service: 'Service',
    waiting: 'Attendent',
    received: 'Reçus',
    left: 'Partis avant l’appel',
    absent: 'Absents',
    all: 'Ensemble',
  },
  counterColumns: { counter: 'Guichet', now: 'Maintenant', since: 'Depuis', services: 'Services' },
  absent: (total: number) => `Absents à l’appel (${count(total)})`,
}

const reception = {
  columns: { waiting: 'File d’attente', room: 'Salle' },
  title: 'Accueil',
  open: 'Ouvert',
  closed: 'Fermé',
  peopleWait: (total: number) =>
    total === 0 ? 'Personne n’attend' : `${people(total)} ${agree(total, 'attend', 'attendent')}`,
  give: 'Donner un ticket',
  choose: 'Démarche',
  noCounter: 'Aucun guichet ouvert',
  waiting: (value: number) => (value === 0 ? 'personne n’attend' : `${people(value)}`),
  language: 'Langue de la personne',
  help: 'Aide demandée',
  helpAside: 'Jamais de raison médicale',
  act: 'Donner le ticket',
  enter: 'Entrée',
  chooseFirst: 'Choisissez une démarche, puis donnez le ticket.',
  dayClosed: 'La journée n’est pas ouverte. Un responsable peut l’ouvrir depuis la supervision.',
  given: (motive: string) => `Ticket donné, ${motive}`,
  ahead: (value: number) =>
    value === 0
      ? 'Personne n’attend avant.'
      : `${people(value)} ${agree(value, 'attend', 'attendent')} avant.`,
  code: 'Code de la demande',
  find: 'Départ ou ticket perdu',
  findHelp: `Tapez le numéro${nbsp}: A 45`,
  found: (number: string, motive: string, at: string) => `${number}, ${motive}, arrivée à ${at}`,
  notFound: 'Ce numéro n’attend pas.',
}

export const pages = { display, departure, queue, supervision, reception } as const
