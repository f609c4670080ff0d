import { agree, calendarDate, hour, longDate } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** The administration's first page: what does not work, what remains to be set, and the way to every setting. */
export const homeWords = {
  title: 'Vue d’ensemble',
  search: 'Chercher un réglage',
  searchHelp: 'Imprimante, jour férié, agent, délai…',
  found: (count: number) => `${count} ${agree(count, 'réglage trouvé', 'réglages trouvés')}`,
  notFound: 'Aucun réglage de ce nom. Essayez un autre mot, ou un groupe ci-dessous.',
  /** The word by which a part was found. */
  by: (word: string) => `réglage${nbsp}: ${word}`,

  day: {
    label: 'La journée',
    ready: (name: string) => `${name}${nbsp}: c’est prêt`,
    closed: 'La journée n’est pas ouverte',
    closedHelp: 'Ouvrez-la pour que la borne et l’accueil donnent des tickets.',
    closedThere: 'Elle s’ouvre sur l’hôte que cet ordinateur suit.',
    open: (at: number, zone: string) => `Journée ouverte depuis ${hour(at, zone)}`,
    until: (at: number, zone: string) => `Fermeture à ${hour(at, zone)}`,
    stale: 'La journée ouverte est celle d’un autre jour',
    staleHelp: 'L’ouverture du jour la ferme d’abord.',
    /** By its hours the office opens no more today. */
    over: (reopensAt: number | null, zone: string) =>
      `D’après ses horaires, l’accueil est fermé à cette heure${reopensAt === null ? '' : `, jusqu’au ${longDate(reopensAt, zone)} à ${hour(reopensAt, zone)}`}. Ouverte maintenant, la journée n’a pas d’heure de fermeture.`,
    act: 'Ouvrir la journée',
    counter: 'Ouvrir le guichet',
    kiosk: 'Ouvrir la borne',
    display: 'Ouvrir l’affichage',
    /** No application opens the other stations: how each one is opened. */
    browser: [
      'Pour ouvrir un poste sur un autre ordinateur, reliez-le dans « Postes et réseau ».',
      'Pour l’ouvrir sur l’ordinateur de l’office, demandez son adresse à la personne qui a lancé Guichet.',
    ],
  },

  broken: 'Ne marche pas',
  toSet: 'À régler',
  settings: 'Réglages',
  keys: 'un chiffre choisit le groupe, puis le réglage',
  doneOf: (done: number, all: number) => `${done} ${agree(done, 'fait', 'faits')} sur ${all}`,
  doneList: 'Déjà réglé',
  brokenIn: (count: number) => `${count} ${agree(count, 'panne', 'pannes')}`,
  toSetIn: (count: number) => `${count} à régler`,

  acts: {
    see: 'Voir',
    retry: 'C’est fait, réessayer',
    backUp: 'Sauvegarder maintenant',
    examine: 'C’est fait, examiner de nouveau',
    examined: 'Le dossier de l’office est examiné.',
    examineFailed:
      'L’examen du dossier n’a pas abouti. Recommencez, ou lancez « guichet doctor » sur l’ordinateur de l’office.',
    backedUp: 'La sauvegarde est faite.',
    sent: (name: string) => `L’essai est envoyé à « ${name} ».`,
    again: (name: string) => `Les papiers de « ${name} » repartent.`,
    choose: 'Choisir',
    complete: 'Compléter',
    add: 'Les ajouter',
    invite: 'Les inviter',
    protect: 'Protéger',
    link: 'Relier',
    folder: 'Choisir le dossier',
    renew: 'Renouveler',
    test: 'Imprimer un essai',
  },

  hostSilentHelp: 'Cet ordinateur peut prendre le relais, si l’hôte est arrêté ou en panne.',
  waiting: (count: number) => `${count} ${agree(count, 'papier attend', 'papiers attendent')}`,
  since: (at: number, zone: string) => `depuis ${hour(at, zone)}`,
  noneOut: (name: string) => `Imprimante « ${name} »${nbsp}: aucun des derniers papiers n’en est sorti`,
  noneOutHelp: 'Imprimez un essai : il doit montrer « é è œ € ».',
  outDone: (name: string) => `papier sorti de « ${name} »`,
  backupProblem: 'Sauvegarde non faite, ou pas entière',
  backupLate: 'Sauvegarde en retard',
  backupLateHelp: 'La dernière date de plus de trois heures.',
  outsideProblem: 'Copie extérieure non faite',
  journal: 'Le journal n’est pas celui que l’office a signé',
  journalHelp: 'Aucun acte n’est pris tant qu’un responsable ne l’a pas lu.',
  stationAway: (name: string) => `Poste « ${name} » absent`,
  stationAwayHelp: 'Il est relié, et ne répond pas alors que la journée est ouverte.',
  apart: 'Un autre ordinateur a pris le relais',
  apartHelp: 'Des faits de celui-ci sont gardés à part : relisez-les.',
  delegationEnds: (name: string, day: string) =>
    `Délégation de signature de ${name}${nbsp}: fin le ${calendarDate(day)}`,
  delegationHelp: 'Ensuite, ce qu’elle signait attend la signature de l’autorité.',

  steps: {
    printer: {
      title: 'Aucune imprimante',
      help: 'Les papiers se montrent à l’écran.',
      done: 'imprimante',
    },
    hours: {
      title: 'Aucun horaire',
      help: 'La borne ne donne pas de ticket hors des horaires.',
      done: 'horaires',
    },
    email: {
      title: 'Pas d’adresse de courriel',
      help: 'Si l’office en a une, ses accusés de réception la portent (CRPA, art. R112-5).',
      done: 'courriel',
    },
    agents: { title: 'Les autres agents', help: 'Vous êtes seul inscrit.', done: 'agents' },
    secrets: (count: number) =>
      `${count} ${agree(count, 'personne n’a', 'personnes n’ont')} ni code ni invitation`,
    secretsHelp: 'Chacun choisit son code lui-même, à son poste.',
    secretsDone: 'codes',
    access: {
      title: 'Les postes sont ouverts à tous',
      help: 'Aucun responsable n’a encore de phrase de passe.',
      done: 'accès',
    },
    display: {
      title: 'L’affichage de la salle',
      help: 'Aucun écran n’est relié. Sur un deuxième écran de cet ordinateur, ouvrez l’affichage : il n’y a rien à relier.',
      done: 'affichage',
    },
    outside: {
      title: 'Aucune copie hors de cet ordinateur',
      help: 'S’il tombe en panne, tout est perdu : donnez un dossier d’un autre disque.',
      done: 'copie extérieure',
    },
  },
} as const
