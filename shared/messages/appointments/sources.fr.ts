import type { SourceExchange, SourceKind, SourceStanding } from '../../contract/appointments/sources.ts'
import { agree, count, hour } from '../format/numbers.ts'
import { outsideWords } from './outside.fr.ts'

const nbsp = '\u00a0'
const minute = 60_000

/** How old the list is: « à jour il y a 1 min », « pas joint depuis 9 h 12 : liste d’avant ». */
function age({ at, problem }: SourceStanding, now: number, zone: string): string {
  if (at === null) return problem === null ? 'première lecture en cours' : 'agenda pas encore joint'
  if (problem !== null) return `pas joint depuis ${hour(at, zone)}${nbsp}: liste d’avant`
  const minutes = Math.floor(Math.max(0, now - at) / minute)
  return minutes < 1 ? 'à jour à l’instant' : `à jour il y a ${minutes}${nbsp}min`
}

const kinds: Readonly<Record<SourceKind, string>> = {
  caldav: 'Un agenda CalDAV (lu et tenu au courant)',
  ics: 'Un flux iCalendar (lu seulement)',
}

/** The source of appointments, in the administration and wherever their list is shown. */
export const sourceWords = {
  age,
  goneOutside: `N’est plus dans l’agenda${nbsp}; la personne est là.`,
  title: 'Suivre un agenda',
  help: `La liste du jour vient de l’agenda de l’office, sans fichier. Un agenda CalDAV apprend en retour qui est arrivé, qui a été reçu, qui n’est pas venu, et les rendez-vous donnés ici, sans nom${nbsp}; rien d’autre n’y est changé.`,
  tried: 'Essayé avec de vrais serveurs Radicale et Xandikos. Avec un autre, essayez d’abord.',
  kind: 'Agenda',
  kinds,
  url: 'Adresse',
  urlHelp: {
    caldav: 'Celle du serveur, du compte ou du calendrier.',
    ics: 'Celle du flux, en https ou webcal. Elle est souvent secrète.',
  } satisfies Readonly<Record<SourceKind, string>>,
  urlWrong: 'Une adresse complète est attendue.',
  user: 'Identifiant',
  secret: 'Mot de passe',
  secretKept: 'Un mot de passe est gardé. Laissez vide pour le garder.',
  privateAddresses: 'L’agenda est sur cette machine ou un réseau privé',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  try: 'Essayer',
  trying: 'Essai en cours…',
  off: 'Ne plus suivre',
  found: (total: number) =>
    total === 0
      ? 'L’agenda répond. Aucun rendez-vous dans les quatorze jours.'
      : `L’agenda répond${nbsp}: ${count(total)}${nbsp}${agree(total, 'rendez-vous', 'rendez-vous')} dans les quatorze jours.`,
  foundTable: 'Les premiers, tels qu’ils seraient pris',
  columns: { when: 'Quand', service: 'Service', what: 'Ce qui se passe' },
  taken: 'Serait pris',
  left: 'Laissé',
  leftLine: outsideWords.leftLine,
  calendars: 'Service de chaque calendrier',
  calendarsHelp: 'Sans service choisi, les mots du rendez-vous le disent (« Titres – DUPONT »).',
  byWords: 'D’après ses mots',
  exchanges: 'Derniers échanges',
  noExchange: 'Aucun échange encore.',
  exchange: ({ what, count: times, problem }: SourceExchange) =>
    problem !== null
      ? outsideWords.problems[problem]
      : what === 'read'
        ? `${count(times)}${nbsp}${agree(times, 'rendez-vous lu', 'rendez-vous lus')}`
        : `${count(times)}${nbsp}${agree(times, 'suite dite à l’agenda', 'suites dites à l’agenda')}`,
  problems: outsideWords.problems,
} as const
