import type {
  CoordinationExchange,
  Elsewhere,
  NumberChecked,
} from '../../contract/appointments/coordination.ts'
import type { Instant } from '../../contract/ids.ts'
import { date, hour, counted } from '../format/numbers.ts'
import { outsideWords } from './outside.fr.ts'

const nbsp = '\u00a0'

/** What a number is worth, and what to do of it. */
const states: Readonly<Record<NonNullable<NumberChecked['state']>, string>> = {
  validated: 'reconnu',
  consumed: 'dossier déjà déposé : vérifiez le numéro',
  declared: 'pré-demande non terminée : aidez à la finir',
  unknown: 'inconnu : vérifiez la saisie',
  expired: 'expiré : une nouvelle pré-demande est nécessaire',
  other: 'à vérifier',
}

const state = ({ state: worth }: Pick<NumberChecked, 'state'>): string =>
  worth === null ? 'non vérifié : recevez la personne, il est redemandé' : states[worth]

/** The coordination of appointments for titles, in the administration and at the counter. */
export const coordinationWords = {
  title: 'Titres : coordination nationale (ANTS)',
  help: `Le guichet sait en une seconde ce que vaut un numéro de pré-demande. Les rendez-vous donnés ici avec un numéro sont déclarés, puis retirés quand ils sont annulés${nbsp}; ceux des autres mairies ne sont pas touchés. Sans réponse, la personne est reçue.`,
  neverTried:
    'Jamais essayé sur le vrai service de l’ANTS : essayé avec un double, écrit d’après ce qui est publié.',
  url: 'Adresse du service',
  urlHelp: 'Pour un essai, l’adresse d’intégration que donne l’ANTS.',
  usualUrl: 'https://api-coordination.rendezvouspasseport.ants.gouv.fr/api',
  urlWrong: 'Une adresse complète, sans « ? » ni « # », est attendue.',
  token: 'Jeton',
  tokenHelp: 'L’ANTS le donne à l’éditeur ou à la mairie.',
  tokenKept: 'Un jeton est gardé. Laissez vide pour le garder.',
  meetingPointId: 'Identifiant du lieu',
  meetingPoint: 'Nom du lieu',
  meetingPointHelp: 'Tel que les autres mairies le lisent.',
  missing: 'À remplir.',
  managementUrl: 'Page où un rendez-vous s’annule',
  managementUrlHelp:
    'Une page https de la mairie, qui dit comment annuler. Chaque déclaration a sa propre adresse sous celle-ci : la page doit répondre à toutes.',
  managementUrlWrong: 'Une adresse https complète, sans « ? » ni « # », est attendue.',
  services: 'Services qui reçoivent pour des titres',
  privateAddresses: 'Le service est sur cette machine ou un réseau privé',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  try: 'Essayer',
  trying: 'Essai en cours…',
  works: 'Le service répond et reconnaît le jeton.',
  off: 'Arrêter',
  offHelp: 'Ce qui est déclaré reste déclaré : annulez d’abord ici ce qui doit l’être.',
  standing: (at: Instant | null, waiting: number, zone: string) =>
    `${at === null ? 'Aucune réponse encore' : `Dernière réponse à ${hour(at, zone)}`}${nbsp}; ${
      waiting === 0
        ? 'rien n’attend.'
        : `${counted(waiting, 'numéro attend', 'numéros attendent')} d’être dits.`
    }`,
  exchanges: 'Derniers échanges',
  noExchange: 'Aucun échange encore.',
  exchange: ({ what, problem }: CoordinationExchange) =>
    problem === null
      ? { checked: 'numéro vérifié', declared: 'rendez-vous déclaré', withdrawn: 'rendez-vous retiré' }[what]
      : outsideWords.problems[problem],
  problems: outsideWords.problems,

  numbers: 'Numéros de pré-demande',
  numbersHelp: 'Un par personne, séparés par une virgule. Le rendez-vous est alors déclaré à l’ANTS.',
  keepNumbers: 'Noter',
  numbersKept: 'Noté.',
  number: 'Numéro de pré-demande',
  checkOne: 'Vérifier un numéro de pré-demande',
  check: 'Vérifier',
  state,
  /** What was read in the code of a paper. */
  read: (one: Pick<NumberChecked, 'number' | 'state'>) => `Pré-demande ${one.number}${nbsp}: ${state(one)}.`,
  /** « Aussi à Mairie annexe, le mardi 1 décembre à 9 h 20 ». */
  elsewhere: ({ meetingPoint, startsAt }: Elsewhere, zone: string) =>
    `Rendez-vous aussi à ${meetingPoint}, ${date(startsAt, zone)}, ${hour(startsAt, zone)}. La personne peut l’annuler${nbsp}:`,
} as const
