import type { LeftCode, OutsideProblem, PreApplicationState } from '../../contract/appointments/outside.ts'
import { agree } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** Why a source can't be believed, and what to do. */
const problems: Readonly<Record<OutsideProblem, string>> = {
  malformedAddress: 'Ce n’est pas une adresse https. Recopiez-la en entier.',
  insecureAddress:
    'L’adresse n’est pas en https : le secret passerait en clair. Demandez l’adresse en https.',
  privateAddress:
    'Cette adresse est privée, et aucune n’est permise ici. Permettez le réseau privé, ou donnez une adresse publique.',
  unresolved: 'Ce nom de serveur n’existe pas. Vérifiez l’adresse.',
  unreachable: 'Le serveur n’a pas été joint. Vérifiez l’adresse et la connexion.',
  untrusted: 'Le certificat du serveur n’est pas reconnu. Rien n’a été lu : demandez à qui tient le serveur.',
  timeout: 'Le serveur n’a pas répondu à temps. Essayez plus tard.',
  redirected: 'Le serveur renvoie vers une autre adresse, qui n’est pas suivie. Donnez la bonne adresse.',
  tooLong: 'La réponse est trop longue. Demandez un calendrier limité aux prochaines semaines.',
  refusedSecret: 'Le serveur refuse l’identifiant ou le secret. Vérifiez-les.',
  signedOut:
    'Aucun compte n’est connecté. Ouvrez Administration › Rendez-vous sur la machine de l’hôte, et connectez-vous.',
  forbidden: 'Le serveur refuse l’accès à ce compte. Demandez le droit de lire ce calendrier.',
  notFound: 'Il n’y a rien à cette adresse. Vérifiez-la.',
  busy: 'Le serveur demande d’attendre. Essayez plus tard.',
  serverTrouble: 'Le serveur est en panne. Essayez plus tard.',
  unexpectedStatus: 'Le serveur a répondu autre chose que ce qui était attendu. Vérifiez l’adresse.',
  notCalendar: 'La réponse n’est pas un calendrier, souvent une page de connexion. Vérifiez l’adresse.',
  cutCalendar: 'Le calendrier est coupé : il en manque la fin. Rien n’en est pris.',
  damagedCalendar: 'Le calendrier ne peut pas être lu. Rien n’en est pris.',
  emptyCalendar:
    'Le calendrier est vide. Rien n’en est pris, et rien n’est annulé : vérifiez que c’est le bon.',
  notCalendarServer: 'Ce n’est pas un serveur CalDAV. Vérifiez l’adresse.',
  noCalendar: 'Ce compte n’a aucun calendrier de rendez-vous. Donnez l’adresse du calendrier.',
  notExpectedAnswer: 'La réponse n’est pas celle de ce service. Vérifiez l’adresse.',
  noOrganisation: 'Ce compte ne voit aucune organisation. Demandez ses droits.',
  changedMeanwhile: 'Le calendrier change sans cesse. Il sera relu.',
  tooHeavy: 'Le calendrier est trop lourd à lire. Demandez un calendrier limité aux prochaines semaines.',
}

/** Why an entry is no appointment. */
const left: Readonly<Record<LeftCode, string>> = {
  allDay: 'sur la journée entière',
  tentative: 'non confirmé',
  transparent: 'ne prend pas de temps',
  private: 'privé',
  missingDate: 'sans date',
  malformedDate: 'date illisible',
  unknownZone: 'fuseau horaire inconnu',
  tooManyOccurrences: 'répété trop souvent',
  unreadable: 'illisible',
  duplicate: 'en double',
}

const numbers: Readonly<Record<PreApplicationState, string>> = {
  validated: 'reconnu',
  consumed: 'dossier déjà déposé',
  declared: 'pré-demande non terminée',
  unknown: 'inconnu',
  expired: 'expiré',
  other: 'à vérifier',
}

/** What is said of sources of appointments, on a page and on the command line. */
export const outsideWords = {
  problems,
  numbers,
  nothingThatDay: 'Aucun rendez-vous ce jour-là.',
  leftLine: (code: LeftCode, count: number) =>
    `${count} ${agree(count, 'entrée laissée', 'entrées laissées')}${nbsp}: ${left[code]}.`,
  antsAnswers:
    'Le service répond et reconnaît le jeton. Il ne donne pas de liste : seulement l’état d’un numéro.',
  wellFormedNumber: 'bien formé',
  malformedNumber: 'mal formé : dix lettres ou chiffres sont attendus',
  unverified: 'non vérifié',
} as const
