import type { Arrangement } from '../../contract/queue/rows.ts'
import type { CallReason, Fault } from '../../contract/queue/reasons.ts'
import type { InterruptKind, PauseKind, UndoableAct, UndoBar } from '../../contract/queue/counters.ts'
import type { Priority, Proof } from '../../contract/queue/rules.ts'
import { agree, ticketNumber, people } from '../format/numbers.ts'

const nbsp = '\u00a0'

const lower = (text: string) => text.slice(0, 1).toLocaleLowerCase('fr') + text.slice(1)
const requests = (count: number) => `${count}${nbsp}${agree(count, 'demande', 'demandes')}`

/** « d’A 42 », « de B 18 »: the letter's own name decides. */
const of = (number: string): string =>
  /^[AEFHILMNORSUXY]/.test(number) ? `d’${ticketNumber(number)}` : `de ${ticketNumber(number)}`

const reasons: Readonly<Record<CallReason['code'], string>> = {
  legalPriority: 'Priorité prévue par la loi.',
  localPriority: 'Priorité publiée par l’office, règle locale.',
  appointment: 'L’heure de son rendez-vous est venue.',
  overtakenEnough: 'Assez de personnes sont déjà passées avant.',
  cap: 'Règle locale : plusieurs priorités viennent de passer.',
  maximumWait: 'Attente maximale du service dépassée.',
  weightedWait: 'Attente la plus longue au regard du délai visé.',
  arrivalOrder: 'Ordre d’arrivée.',
  keptArrival: 'Ordre d’arrivée : son heure d’arrivée dans un autre office est gardée.',
  outOfOrder: 'Appel hors de l’ordre, avec sa raison.',
}

const priorities: Readonly<Record<Priority, string>> = {
  law: 'Priorité',
  deadline: 'Échéance légale',
  local: 'Priorité, règle locale',
}

/** What the agent says to have seen, on the key that says it. */
const proofs: Readonly<Record<Proof, string>> = {
  card: 'Carte vue',
  card2dDoc: 'Code de la carte lu',
  helperCard: 'Carte d’accompagnant vue',
  deadline: 'Date limite vue',
  seen: 'Situation visible',
  toShow: 'À vérifier',
}

const arrangements: Readonly<Record<Arrangement, string>> = {
  inductionLoop: 'Boucle magnétique',
  signLanguage: 'Langue des signes',
  seatedCall: 'Appel à sa place',
  wheelchair: 'Fauteuil roulant',
  interpreter: 'Interprète',
  screenOnly: 'Appel à l’écran seulement',
}

const pauses: Readonly<Record<PauseKind, string>> = {
  break: 'Pause',
  post: 'Courrier',
  telephone: 'Téléphone',
  meeting: 'Réunion',
  other: 'Autre motif',
}

const interruptions: Readonly<Record<InterruptKind, string>> = {
  telephone: 'Téléphone',
  colleague: 'Collègue',
}

const undoable: Readonly<Record<UndoableAct, (number: string | null) => string>> = {
  call: (number) => `l’appel ${number === null ? '' : of(number)}`,
  start: (number) => `l’accueil ${number === null ? '' : of(number)}`,
  absent: (number) => `l’absence ${number === null ? '' : of(number)}`,
  park: (number) => `l’attente ${number === null ? '' : of(number)}`,
  resume: (number) => `la reprise ${number === null ? '' : of(number)}`,
  transfer: (number) => `le transfert ${number === null ? '' : of(number)}`,
  close: (number) => `la fin ${number === null ? '' : of(number)}`,
  pause: () => 'la pause',
  reopen: () => 'la fin de la pause',
}

/** Why an act can't be taken back any more: on the counter's key, and in what a refusal says. */
const bars: Readonly<Record<UndoBar, (number: string | null) => string>> = {
  counterBusy: () => 'guichet déjà occupé',
  ticketMoved: (number) => (number === null ? 'déjà ailleurs' : `${ticketNumber(number)} est ailleurs`),
  counterPaused: () => 'guichet hors accueil',
  visitWentOn: () => 'le passage a continué',
}

const faults: Readonly<Record<Fault, string>> = {
  person: 'Du fait de la personne',
  service: 'Du fait du service',
  thirdParty: 'Du fait d’un tiers',
}

/** The queue as a counter says it: who comes and why, who must come back, what an agent does with someone's turn. */
export const counterLine = {
  reasons,
  priorities,
  proofs,
  arrangements,
  pauses,
  interruptions,
  faults,

  priorityWhy: 'Appelé en premier pour cette raison. Son fondement s’affiche à l’appel, pour vous seulement.',
  localPriorityWhy: 'Appelé en premier : règle que l’office a publiée.',
  overtakes: (count: number, wait: string) =>
    `Passe avant ${people(count)}, dont la première attend depuis ${wait}.`,
  pastTarget: 'Délai visé passé',
  appointment: (at: string) => `Rendez-vous de ${at}`,
  requests: (count: number) => requests(count),
  collection: 'Titre à retirer',
  returned: 'Déjà appelé',
  unsentNotice: 'Avis non parti',

  choose: 'Appeler quelqu’un d’autre',
  chooseHint: 'puis les flèches : appeler quelqu’un d’autre, avec sa raison',
  chooseHelp: 'Flèches pour choisir, Entrée pour appeler.',
  callOf: (number: string) => `Appeler ${ticketNumber(number)} hors de l’ordre`,
  outOfOrder: (number: string) => `Appeler ${ticketNumber(number)} avant son tour`,
  outOfOrderHelp:
    'La raison est gardée et montrée à la supervision. Elle ne dit rien de la santé de la personne.',
  outOfOrderReasons: [
    'Déjà reçu aujourd’hui, revient pour la même demande',
    'Erreur d’orientation du service',
    'Demande courte, sans retarder les autres',
    'Décision d’un responsable',
  ],

  parked: (count: number) =>
    count === 1 ? `1${nbsp}personne doit revenir` : `${count}${nbsp}personnes doivent revenir`,
  promised: (at: string) => `prévu à ${at}`,
  promiseMissed: (at: string) => `attendu depuis ${at}`,
  noPromise: 'sans heure',
  resume: 'Reprendre',
  absent: (count: number) => (count === 1 ? `1${nbsp}absent à l’appel` : `${count}${nbsp}absents à l’appel`),
  placeKept: (until: string) => `Place gardée jusqu’à ${until}`,
  placeLost: 'Sa place n’est plus gardée : la personne attendra son tour',
  back: 'De retour',
  backKept: (number: string) => `${ticketNumber(number)} est de retour et retrouve sa place.`,
  backLast: (number: string) => `${ticketNumber(number)} est de retour et attend à partir de maintenant.`,

  absentCalls: (count: number) => `encore ${count}${nbsp}${agree(count, 'appel', 'appels')}`,
  absentIn: (seconds: number) => `dans ${seconds}${nbsp}s`,

  ground: 'Fondement de la priorité',
  groundToCheck: 'À vérifier',
  groundCompanion: 'L’accompagnant aussi',
  noCard: 'Pas de carte',
  groundNoted: (number: string) => `${ticketNumber(number)} : preuve vue, la priorité est confirmée.`,
  groundTaken: (number: string) => `${ticketNumber(number)} attend de nouveau, à son rang.`,
  askCode: 'Code imprimé sur le ticket',
  askCodeHelp: 'Le règlement de l’office demande ce code. Lisez-le sous le numéro du ticket.',
  askCodeShort: 'Code du ticket',
  codeAgain: 'Code à revoir',
  checkCode: 'Vérifier et recevoir',

  preApplication: 'Pré-demande',
  copy: (code: string) => `Copier ${code}`,
  /** « Ukrainien »: the language asked for at the kiosk. */
  speaks: (language: string) => language.slice(0, 1).toLocaleUpperCase('fr') + language.slice(1),
  copied: (code: string) => `${code} est copié : collez-le dans l’autre logiciel.`,
  copyFailed: (code: string) => `Le presse-papiers n’a pas répondu. Recopiez ${code}.`,
  /** « Demande 2 sur 3 · puis Passeport »; the same several times is said once. */
  requestOf: (place: number, all: number, after: readonly string[]) => {
    const titles = [...new Set(after)].map((title) => {
      const times = after.filter((other) => other === title).length
      return times > 1 ? `${title}${nbsp}×${nbsp}${times}` : title
    })
    return [`Demande ${place} sur ${all}`, titles.length > 0 && `puis ${titles.join(', ')}`]
      .filter(Boolean)
      .join(' · ')
  },
  addRequest: 'Ajouter une demande',
  addRequestTitle: 'Une demande de plus dans ce passage',
  addRequestHelp: 'Elle sera faite après celle en cours, sans nouveau ticket.',
  sameAgain: (title: string) => `${title}, encore une`,
  requestAdded: (title: string, place: number, all: number) =>
    `${title} : demande ajoutée. En cours : demande ${place} sur ${all}.`,

  reason: 'Raison',
  reasonKey: 'L',
  reasonOwn: 'Écrire une autre raison',
  reasonNone: 'Choisissez une raison, ou écrivez-la : elle est gardée.',
  parkTitle: (number: string) => `Mettre ${ticketNumber(number)} en attente`,
  parkHelp: 'Le guichet se libère. Guichet garde le passage tel qu’il est.',
  parkReasons: ['Photo', 'Formulaire', 'Paiement', 'Pièce à chercher'],
  promise: 'Retour prévu',
  promiseNone: 'Sans heure',
  inMinutes: (minutes: number, at: string) => `+${minutes}${nbsp}min · ${at}`,
  parkNoted: (number: string, at: string | null) =>
    at === null
      ? `${ticketNumber(number)} est en attente, sans heure de retour.`
      : `${ticketNumber(number)} est en attente, retour prévu à ${at}.`,
  transferTitle: (number: string) => `Transférer ${ticketNumber(number)}`,
  transferHelp: 'La personne garde son numéro et le rang de son arrivée.',
  transferTo: 'Vers',
  transferNone: 'Choisissez d’abord un service.',
  serviceState: (waiting: number, open: number) =>
    [
      waiting === 0 ? 'personne n’attend' : `${waiting}${nbsp}${agree(waiting, 'attend', 'attendent')}`,
      open === 0
        ? 'aucun guichet ouvert'
        : `${open}${nbsp}${agree(open, 'guichet ouvert', 'guichets ouverts')}`,
    ].join(' · '),
  transferReasons: ['Ne relève pas de ce service', 'Suite à faire ailleurs', 'Mal orienté à l’arrivée'],
  transferNoted: (number: string, service: string, ahead: number) =>
    `${ticketNumber(number)} attend pour ${service}${nbsp}: ${ahead === 0 ? 'personne' : people(ahead)} avant.`,
  confirm: { park: 'Mettre en attente', transfer: 'Transférer', pause: 'Fermer à l’appel' },

  undo: 'Annuler',
  undoNothing: 'rien à annuler',
  undoOf: (act: UndoableAct, number: string | null) => undoable[act](number).trim(),
  undoBarred: (bar: UndoBar, number: string | null) => bars[bar](number),
  undone: (act: UndoableAct, number: string | null) => {
    const what = undoable[act](number).trim()
    return `Annulé : ${what}.`
  },

  pause: 'Pause, courrier…',
  pauseTitle: 'Ne plus appeler à ce guichet',
  pauseHelp:
    'Courrier, téléphone et réunion sont du travail : le guichet est « hors guichet », pas en pause.',
  pauseKind: 'Motif',
  pauseUntil: 'Retour',
  /** A break is a break; the rest is work done away from the calls. */
  pausedState: (kind: PauseKind) => (kind === 'break' ? 'En pause' : 'Hors guichet'),
  pausedTitle: (kind: PauseKind, reason: string | null) =>
    kind === 'break' ? 'En pause' : `Hors guichet${reason === null ? '' : `${nbsp}: ${lower(reason)}`}`,
  pauseSince: (since: string, until: string | null) =>
    until === null ? `Depuis ${since}, sans heure de retour.` : `Depuis ${since}, retour prévu à ${until}.`,
  pausedHelp: 'Ce guichet n’appelle personne. Les attentes annoncées en tiennent compte.',
  resumeCounter: 'Reprendre l’accueil',
  lastTickets: 'Derniers tickets',
  interruptedBy: (kind: string, since: string) => `${kind}, depuis ${since}`,
  interruptBegins: (kind: string) => `${kind} : interruption notée. La même touche la termine.`,
  interruptEnds: 'Interruption terminée.',

  requestNow: (place: number, all: number) => `En cours : demande ${place} sur ${all}.`,
  endsOne: (count: number) => `Termine la demande en cours ; il en reste ${count} après elle.`,
  endAll: 'Terminer tout le passage',
  endAllHelp: (count: number) =>
    `${requests(count)} ${agree(count, 'ne sera pas faite', 'ne seront pas faites')}`,
  faultTitle: `Non reçu${nbsp}: à cause de qui${nbsp}?`,
  faultHelp: 'Si c’est du fait du service, la personne peut garder son rang aujourd’hui.',
  keepRank: 'Du fait du service : remettre en file, à son rang',
  keepRankReason: 'Non reçu, du fait du service',
  faultEnds: (fault: Fault) => `${faults[fault]} : terminer`,

  openWhole: 'Ouvrir le guichet',
  openBar: 'Ouvrir le bandeau',
  bar: 'Bandeau du guichet',
  after: 'Ensuite',
  nobody: 'Personne n’attend',
  waiting: (count: number) => `${count}${nbsp}${agree(count, 'attend', 'attendent')}`,
  moreEnds: 'Autre issue',
  /** In a thin bar; the whole words are on the page. */
  shortOutcomes: {
    filed: 'Déposé',
    incomplete: 'Incomplet',
    information: 'Renseigné',
    handedOver: 'Remis',
    forwarded: 'Réorienté',
    notServed: 'Non reçu',
    assisted: 'En ligne',
  },
  chooseCounter: 'Choisissez un guichet',
  awayShort: 'Hôte absent : ce que vous faites est gardé et sera envoyé à son retour.',
  schoolShort: 'FORMATION',
} as const
