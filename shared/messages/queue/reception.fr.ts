import type { Access, GroundId } from '../../contract/queue/rules.ts'
import type { Output } from '../../contract/index.ts'
import { agree, count, longDate, hour, counted, people } from '../format/numbers.ts'

const nbsp = '\u00a0'

type AppointmentState = Output<'appointments.view'>['appointments'][number]['state']
type CounterState = Output<'reception.view'>['counters'][number]['state']

const appointmentStates: Readonly<Record<AppointmentState, string>> = {
  expected: 'attendu',
  late: 'en retard',
  here: 'arrivé',
  received: 'reçu',
  missed: 'pas venu',
}

const counterStates: Readonly<Record<CounterState, (number: string) => string>> = {
  closed: () => 'Fermé',
  free: () => 'Libre',
  calling: (number) => `Appelle ${number}`,
  serving: (number) => `Reçoit ${number}`,
  paused: () => 'Hors guichet',
}

const onlyFor: Readonly<Record<Exclude<Access, 'walkIn'>, string>> = {
  appointment: 'Sur rendez-vous',
  collection: 'Retraits seulement',
}

/** In the words of the entrance; the whole title comes with its article once the ground is chosen. */
const grounds: Readonly<Record<GroundId, string>> = {
  cmiInvalidite: 'CMI ou carte d’invalidité',
  cmiPriorite: 'CMI priorité',
  familyCard: 'Priorité famille',
  warInvalid: 'Invalide de guerre',
  deadlineToday: 'Délai légal du jour (sans priorité)',
  visiblePregnancy: 'Grossesse visible (règle locale)',
  faintness: 'Malaise (règle locale)',
}

/** What the reception's page says to the agent at the entrance. */
export const reception = {
  title: 'Accueil',
  open: 'Ouvert',
  closed: 'Fermé',
  closesAt: (at: string) => `jusqu’à ${at}`,
  peopleWait: (total: number) =>
    total === 0 ? 'Personne n’attend' : `${people(total)} ${agree(total, 'attend', 'attendent')}`,
  dayClosed: 'La journée n’est pas ouverte. Un responsable peut l’ouvrir depuis la supervision.',
  columns: { acts: 'Ce que l’accueil peut faire', day: 'La journée' },

  acts: {
    information: { title: 'Renseignement donné', help: 'Une touche, rien à saisir' },
    tickets: { title: 'Donner un ticket', help: 'Pour une personne qui n’utilise pas la borne' },
    arrivals: { title: 'Rendez-vous arrivé', help: 'Code ou nom de famille' },
    pieces: { title: 'Pièce apportée', help: 'Au dossier, avec un reçu daté' },
    titles: { title: 'Titre à retirer', help: `Est-il arrivé${nbsp}? Puis un ticket` },
    telephone: { title: 'Téléphone', help: 'Hors guichet, compté aussi' },
  },
  today: (value: number) => `${count(value)} aujourd’hui`,
  informed: (value: number) => `Renseignement compté, ${count(value)} aujourd’hui.`,
  telephoned: (value: number) => `Appel téléphonique compté, ${count(value)} aujourd’hui.`,
  otherActs: 'Autres actes',
  printRule: 'Imprimer la règle d’appel',
  ruleOnScreen: 'Aucune imprimante ne peut imprimer la règle.',
  rulePrinted: 'La règle d’appel est envoyée à l’imprimante.',
  printSheet: 'Imprimer la feuille du matin',
  sheetGoes: (state: string) => `Feuille du matin${nbsp}: ${state}.`,
  sheetKept: `Aucune imprimante n’est réglée${nbsp}: la feuille n’est pas sortie.`,
  byHand: 'Saisir un passage noté à la main',
  handTitle: 'Passage noté à la main',

  search: `Démarche${nbsp}: tapez trois lettres, ou choisissez`,
  noMatch: 'Aucune démarche ne porte ce nom. Effacez la recherche, ou choisissez le service.',
  choose: 'Démarche',
  chooseFirst: 'Choisissez une démarche.',
  waiting: (value: number) => (value === 0 ? 'Personne n’attend' : people(value)),
  noCounter: 'Aucun guichet',
  backAt: (at: string) => `retour ${at}`,
  serviceClosed: 'Service fermé',
  /** All the tickets that a local rule allows were given. */
  noTicketLeft: 'Complet aujourd’hui',
  ticketsLeft: (left: number) => `encore ${count(left)}${nbsp}${agree(left, 'passage', 'passages')}`,
  onlyFor,
  /** From an hour, a wait alone would be read as hours of the day. */
  longWait: (range: string) => `attente${nbsp}: ${range}`,
  likely: 'probable avant la fermeture',
  unlikely: 'peut-être pas reçu aujourd’hui',

  priority: 'Priorité, preuve vue',
  noReason: 'Jamais de raison médicale',
  grounds,
  proof: 'Preuve vue',
  source: (source: string, toConfirm: boolean) => (toConfirm ? `${source}, à confirmer` : source),
  companion: 'Un accompagnant vient avec la personne',
  help: 'Aide demandée',
  requests: 'Nombre de demandes',
  fewer: 'Une demande de moins',
  otherMotives: (value: number) => counted(value, 'autre démarche', 'autres démarches'),
  more: 'Une demande de plus',
  language: 'Langue de la personne',

  enter: 'Entrée',
  escape: 'Échap',
  print: 'Imprimer le ticket',
  give: 'Donner le ticket',
  cancel: 'Annuler',
  byAppointment: `Ce service reçoit sur rendez-vous${nbsp}: proposez un créneau.`,
  closedNow: (words: string | null) =>
    words === null
      ? `Ce service ne donne plus de ticket${nbsp}: proposez un créneau ou une attestation.`
      : `Ce service ne donne plus de ticket${nbsp}: ${words}`,
  offers: 'Si la personne préfère ne pas attendre',
  slot: (at: number, zone: string) => `${longDate(at, zone)}, ${hour(at, zone)}`,
  certify: 'Attestation datée de sa venue',

  arriveField: 'Code ou nom de famille',
  arriveNone: 'Aucun rendez-vous attendu ne porte ce nom ni ce code.',
  arriveEmpty: 'Plus aucun rendez-vous n’est attendu aujourd’hui.',
  arriveList: 'Rendez-vous attendus',
  arrive: 'Est là',
  arriveTry: (text: string) => `Chercher «${nbsp}${text}${nbsp}»`,
  chooseAppointment: 'Choisissez un rendez-vous, ou tapez le code.',
  files: (value: number) => counted(value, 'demande', 'demandes'),
  code: (code: string) => `Code ${code}`,

  pieceLabel: 'Dossier ou démarche',
  pieces: 'Pièces apportées',
  otherPiece: 'Autre pièce',
  addPiece: 'Ajouter',
  piecesSaid: (value: number) => counted(value, 'pièce', 'pièces'),
  receipt: 'Imprimer le reçu',
  pieceFirst: 'Choisissez la démarche, puis au moins une pièce.',

  handOver: 'Remis ici',
  collectHelp: 'Vérifiez d’abord dans le logiciel du ministère que le titre est arrivé.',

  given: (motive: string) => `Ticket donné, ${motive}`,
  ahead: (value: number) =>
    value === 0
      ? 'Personne n’attend avant.'
      : `${people(value)} ${agree(value, 'attend', 'attendent')} avant.`,
  wait: (range: string, at: string) => `Attente estimée à ${at}${nbsp}: ${range}.`,
  doubtful: 'La personne ne sera peut-être pas reçue aujourd’hui.',
  requestCode: 'Code de la demande',
  printing: 'Le ticket s’imprime.',
  noPrinter: `Aucune imprimante de tickets${nbsp}: donnez le numéro de vive voix.`,
  arrived: (motive: string, at: string) => `${motive}, rendez-vous de ${at}`,
  lateRank: `Arrivé après la tolérance${nbsp}: le rang est celui d’une personne sans rendez-vous.`,
  booked: (motive: string) => `Rendez-vous donné, ${motive}`,
  codeToSay: 'Code à dire ou à taper à l’arrivée',
  certified: 'Certificat de non-réception',
  received: (motive: string) => `Pièces reçues, ${motive}`,
  receiptNumber: 'Reçu',
  handedOver: (motive: string) => `Titre remis, ${motive}`,
  showPaper: 'Voir le papier',
  hidePaper: 'Fermer le papier',
  printAgain: 'Imprimer de nouveau',
  paperTitle: (number: string) => `Papier ${number}`,

  appointments: 'Rendez-vous',
  noAppointments: 'Aucun rendez-vous aujourd’hui.',
  appointmentStates,
  hereSince: (number: string) => `${number}, arrivé`,
  moreAppointments: (value: number) => `Voir les ${count(value)} autres`,
  mustReturn: 'Doit revenir',
  nobodyReturns: 'Personne ne doit revenir.',
  promised: (at: string) => `Prévu à ${at}`,
  left: (at: string) => `Depuis ${at}`,
  absent: 'Absent à l’appel',
  placeKept: (until: string) => `Place gardée jusqu’à ${until}`,
  placeLost: 'Prend le rang de son retour',
  isHere: 'Est là',
  isHereFor: (number: string) => `${number} est là`,
  backKept: (number: string) => `${number} retrouve sa place.`,
  backNow: (number: string) => `${number} attend, au rang de son retour.`,
  counters: 'Guichets',
  counterStates,

  number: 'Départ ou ticket perdu',
  numberHelp: `Tapez le numéro${nbsp}: A 45`,
  foundWaiting: (number: string, motive: string, at: string) => `${number}, ${motive}, arrivée à ${at}.`,
  unsentNotice: 'L’avis de son tour n’est pas parti. Prévenez la personne de vive voix.',
  told: 'Personne prévenue',
  toldNow: (number: string) => `${number} est prévenu.`,
  foundAbsent: (number: string, at: string) => `${number}, absent à l’appel de ${at}.`,
  foundParked: (number: string) => `${number}, doit revenir.`,
  foundAtCounter: (number: string, counter: string) => `${number}, ${counter}.`,
  notFound: 'Ce numéro n’attend pas.',
  notListed: `Ce numéro n’est pas parmi les premiers de la file${nbsp}: il peut attendre plus loin.`,
  leave: 'Noter le départ',
  leaveConfirm: (number: string) =>
    `Confirmer le départ ${/^[AEFHILMNORSX]/.test(number) ? 'd’' : 'de '}${number}`,
  keep: 'Annuler',
  lost: 'Ticket perdu',
  leftNow: (number: string, at: string) => `Départ du ticket ${number} noté à ${at}.`,
  replaced: (number: string) => `Ticket ${number} remplacé, l’ancien papier n’est plus valable.`,

  printers: 'Impression',
  retry: 'Réessayer',
  sendTo: (printer: string) => `Envoyer vers ${printer}`,
} as const
