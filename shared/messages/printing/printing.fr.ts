import type { CancelReason } from '../../contract/printing/calls.ts'
import { count, counted } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** « Imprimante « Accueil » … »: what is the matter, then what to do. */
export const printerProblems = {
  unreachable: 'injoignable\u00a0: vérifiez qu’elle est allumée et reliée au réseau.',
  noAnswer: 'ne répond plus\u00a0: vérifiez-la, puis réessayez.',
  cut: 's’est interrompue pendant l’impression\u00a0: vérifiez-la. Le papier sera imprimé de nouveau.',
  paperOut: 'n’a plus de papier\u00a0: mettez un rouleau ou des feuilles.',
  coverOpen: 'a son capot ouvert\u00a0: fermez-le.',
  offline: 'est hors ligne\u00a0: remettez-la en ligne.',
  deviceError: 'signale une panne (massicot ou mécanisme)\u00a0: éteignez-la, vérifiez-la, rallumez-la.',
  badAddress:
    'a une adresse qui ne se lit pas\u00a0: corrigez-la dans les réglages («\u00a0hôte:port\u00a0», nom de file ou dossier).',
  unknownQueue:
    'n’existe pas dans le service d’impression de cet ordinateur\u00a0: choisissez une file existante dans les réglages.',
  noSpooler: 'ne peut pas être jointe\u00a0: le service d’impression de l’ordinateur ne répond pas.',
  paused:
    'est en pause ou refuse les travaux dans le service d’impression de l’ordinateur\u00a0: réactivez-la.',
  stuck: 'garde un travail qui n’avance pas\u00a0: vérifiez-la.',
  abandoned:
    'n’a pas pu imprimer ce papier\u00a0: le service d’impression de l’ordinateur l’a abandonné. Vérifiez-la.',
  cancelledThere: 'a vu ce papier annulé dans le service d’impression de l’ordinateur.',
  noFolder:
    'n’a pas de dossier où écrire\u00a0: vérifiez qu’il existe sur l’ordinateur de l’office et qu’on peut y écrire.',
  noChromium: 'ne peut pas imprimer\u00a0: aucun navigateur n’a été trouvé pour mettre le papier en page.',
  drawing: 'n’a pas pu mettre ce papier en page. Un nouvel essai aura lieu.',
} as const
export type PrinterProblem = keyof typeof printerProblems

export const printerSentence = (name: string, problem: PrinterProblem): string =>
  `Imprimante «\u00a0${name}\u00a0» ${printerProblems[problem]}`

const cancelled: Readonly<Record<CancelReason, string>> = {
  mistake: 'Demandé par erreur.',
  notWanted: 'La personne n’en veut pas.',
  byHand: 'Remis autrement\u00a0: à la main ou par courriel.',
  otherwise: 'Déjà imprimé ailleurs.',
}

export const jobWords = {
  printerRemoved: 'L’imprimante de ce travail a été retirée. Envoyez-le à une autre.',
  cancelledThere:
    'Annulé dans le service d’impression de l’ordinateur, peut-être après en avoir imprimé une partie.',
  documentCancelled: 'Le document a été annulé ou remplacé.',
  cancelled,
} as const

const test = {
  names: 'Noms d’ailleurs',
  someNames: ['Łukasz Dvořák', 'Оксана Шевченко, Їжакевич', 'محمد بن عبد الله'],
  codepages: 'Tables de caractères',
  ruler: 'Règle, un trait par millimètre',
  drawer: 'Le tiroir-caisse s’ouvre.',
  cutter: {
    none: 'Le papier n’est pas coupé\u00a0: déchirez-le.',
    partial: 'Le papier est coupé à moitié.',
    full: 'Le papier est coupé en entier.',
  },
} as const

const page = {
  label: 'Impressions',
  title: 'Imprimantes',
  none: 'Aucune imprimante. L’administration en ajoute.',
  screen: 'Les papiers restent à l’écran.',
  works: 'Prête',
  out: 'N’imprime pas',
  rollEnds: 'Rouleau presque fini',
  rollEndsHelp: 'Elle imprime encore. Changez le rouleau entre deux personnes.',
  since: (hour: string) => `Depuis ${hour}`,
  waiting: (jobs: number) =>
    jobs === 0 ? 'Aucun papier n’attend.' : `${counted(jobs, 'papier attend', 'papiers attendent')}.`,
  more: (jobs: number) => `Et ${counted(jobs, 'autre papier qui attend', 'autres papiers qui attendent')}.`,
  jobsOf: (printer: string) => `Papiers de ${printer}`,
  at: (hour: string) => `demandé à ${hour}`,
  attempts: (tries: number) => counted(tries, 'essai', 'essais'),
  next: (hour: string) => `prochain essai à ${hour}`,
  reprint: 'sortira marqué «\u00a0réimpression\u00a0»',
  reprinted: 'marqué «\u00a0réimpression\u00a0»',
  retry: 'Essayer maintenant',
  retryFor: (title: string) => `Essayer maintenant, ${title}`,
  redirect: 'Envoyer ailleurs',
  redirectFor: (title: string) => `Envoyer ailleurs, ${title}`,
  redirectTo: 'Vers',
  send: 'Envoyer',
  cancel: 'Annuler',
  cancelFor: (title: string) => `Annuler, ${title}`,
  why: 'Pourquoi',
  reasons: cancelled,
  doCancel: 'Annuler ce papier',
  back: 'Ne rien changer',
  redirected: (title: string, printer: string) => `${title} est envoyé vers ${printer}.`,
  retried: (title: string) => `${title}${nbsp}: nouvel essai.`,
  cancelledJob: (title: string) => `${title} est annulé. Le document émis reste valable.`,
  latest: 'Derniers papiers',
  latestNone: 'Rien n’a été imprimé récemment.',
} as const

const envelope = {
  title: 'Étiquette d’enveloppe',
  help: 'L’adresse n’est gardée que dans la file d’impression, un jour.',
  lines: 'Destinataire',
  linesHelp: 'Écrivez l’adresse ligne par ligne, sept lignes au plus.',
  reference: 'Dossier ou document (facultatif)',
  printer: 'Imprimante',
  print: 'Imprimer l’étiquette',
  wrong: `Écrivez de une à sept lignes de ${count(60)}${nbsp}caractères au plus.`,
  wrongReference: `Quarante caractères au plus.`,
  sent: 'L’étiquette est envoyée à l’imprimante.',
} as const

export const printing = { test, page, envelope } as const
