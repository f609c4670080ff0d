import type { OutsideProblem } from '../../contract/appointments/outside.ts'
import type {
  SourceExchange,
  SourceKind,
  SourceSettings,
  SourceStanding,
} from '../../contract/appointments/sources.ts'
import { count, hour, counted } from '../format/numbers.ts'
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

/** A source that the office gave no name to. */
const usualNames: Readonly<Record<SourceKind, string>> = {
  caldav: 'Agenda CalDAV',
  ics: 'Flux iCalendar',
  rdvsp: 'RDV Service Public',
}

const nameOf = ({
  kind,
  name,
}: Pick<SourceSettings, 'kind'> & { readonly name?: string | null | undefined }) => name ?? usualNames[kind]

/** What an agent who gives an hour has to know: the office writes in CalDAV calendars alone. */
const writtenNowhere = (sources: readonly Pick<SourceStanding, 'kind'>[]): readonly string[] =>
  sources.length === 0 || sources.some(({ kind }) => kind === 'caldav')
    ? []
    : [
        sources.length === 1
          ? 'Les rendez-vous donnés ici ne sont pas écrits dans cet agenda. Reportez-les-y.'
          : 'Les rendez-vous donnés ici ne sont pas écrits dans ces agendas. Reportez-les-y.',
      ]

/** Over a day's list: how old each source's is, named where there are several; that none of them is written in. */
const lines = (sources: readonly SourceStanding[], now: number, zone: string): readonly string[] => [
  ...sources.map((one) =>
    sources.length === 1 ? age(one, now, zone) : `${nameOf(one)}${nbsp}: ${age(one, now, zone)}`,
  ),
  ...writtenNowhere(sources),
]

const kinds: Readonly<Record<SourceKind, string>> = {
  caldav: 'Un agenda CalDAV (lu et tenu au courant)',
  ics: 'Un flux iCalendar (lu seulement)',
  rdvsp: 'RDV Service Public (lu et tenu au courant)',
}

/** RDV Service Public: who signs in, what it is told, what it says by itself. */
const signIn = {
  title: 'Compte de RDV Service Public',
  act: 'Se connecter',
  again: 'Se connecter avec un autre compte',
  state: (signedIn: boolean) =>
    signedIn ? 'Un compte est connecté.' : 'Aucun compte n’est connecté : rien n’est lu.',
  saveFirst: 'Enregistrez d’abord, puis connectez-vous.',
  opened: 'La connexion s’est ouverte dans le navigateur. Revenez ici ensuite.',
  returnUri: (uri: string) => `Adresse de retour à déclarer pour l’application${nbsp}: ${uri}`,
  neverTried:
    'Jamais essayé avec le vrai service, dont les réglages publiés peuvent refuser cette adresse de retour. Demandez-le avec vos accès.',
  done: 'La connexion est faite. Fermez cette page et revenez à Guichet.',
  failed: (problem: OutsideProblem) =>
    `La connexion n’a pas abouti. ${outsideWords.problems[problem]} Revenez à Guichet et recommencez.`,
  nothing: 'Aucune connexion n’est attendue ici. Revenez à Guichet et recommencez.',
} as const

/** The source of appointments, in the administration and wherever their list is shown. */
export const sourceWords = {
  age,
  lines,
  nameOf,
  goneOutside: `N’est plus dans l’agenda${nbsp}; la personne est là.`,
  title: 'Suivre des agendas',
  sources: 'Agendas suivis',
  add: 'Ajouter un agenda',
  addTitle: 'Agenda à suivre',
  formOf: (name: string) => `Réglages de ${name}`,
  change: 'Modifier',
  changeOf: (name: string) => `Modifier ${name}`,
  waiting: (times: number) => `${counted(times, 'suite', 'suites')} à dire`,
  name: 'Nom (facultatif)',
  nameHelp: 'Il distingue les agendas, quand l’office en suit plusieurs.',
  help: `La liste du jour vient des agendas de l’office, sans fichier, huit au plus. Une personne qui est dans deux n’y compte qu’une fois. Un agenda CalDAV apprend en retour qui est arrivé, qui a été reçu, qui n’est pas venu, et les rendez-vous donnés ici, sans nom${nbsp}; rien d’autre n’y est changé. RDV Service Public apprend qui est reçu et qui n’est pas venu.`,
  tried:
    'CalDAV est essayé avec de vrais serveurs Radicale et Xandikos. RDV Service Public ne l’a jamais été avec le vrai service. Essayez d’abord.',
  kind: 'Agenda',
  kinds,
  url: 'Adresse',
  urlHelp: {
    caldav: 'Celle du serveur, du compte ou du calendrier.',
    ics: 'Celle du flux, en https ou webcal. Elle est souvent secrète.',
    rdvsp: 'Celle du service (https://rdv.numerique.gouv.fr), ou d’une organisation (…/organisations/12).',
  } satisfies Readonly<Record<SourceKind, string>>,
  urlWrong: 'Une adresse complète est attendue.',
  user: {
    caldav: 'Identifiant',
    ics: 'Identifiant',
    rdvsp: 'Identifiant de l’application',
  } satisfies Readonly<Record<SourceKind, string>>,
  secret: {
    caldav: 'Mot de passe',
    ics: 'Mot de passe',
    rdvsp: 'Secret de l’application',
  } satisfies Readonly<Record<SourceKind, string>>,
  secretKept: 'Un secret est gardé. Laissez vide pour le garder.',
  signIn,
  seen: 'Dire « vu » à RDV Service Public',
  seenWhen: {
    received: 'Quand la personne est reçue',
    arrived: 'Dès son arrivée',
    never: 'Jamais',
  },
  absent: 'Lui dire qui n’est pas venu',
  noticeSecret: 'Secret des notifications (facultatif)',
  noticeShort: (least: number) =>
    `Il faut ${count(least)}${nbsp}signes au moins${nbsp}: un secret court se devine.`,
  noticeHelp: (path: string) =>
    `Si Internet joint cet hôte${nbsp}: donnez à RDV Service Public l’adresse ${path} de cet hôte et ce même secret. Sinon, il est relu chaque minute.`,
  privateAddresses: 'L’agenda est sur cette machine ou un réseau privé',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  try: 'Essayer',
  trying: 'Essai en cours…',
  off: 'Ne plus suivre',
  found: (total: number) =>
    total === 0
      ? 'L’agenda répond. Aucun rendez-vous dans les quatorze jours.'
      : `L’agenda répond${nbsp}: ${counted(total, 'rendez-vous', 'rendez-vous')} dans les quatorze jours.`,
  foundTable: 'Les premiers, tels qu’ils seraient pris',
  columns: { when: 'Quand', service: 'Service', what: 'Ce qui se passe' },
  taken: 'Serait pris',
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
        ? counted(times, 'rendez-vous lu', 'rendez-vous lus')
        : counted(times, 'suite dite à l’agenda', 'suites dites à l’agenda'),
  problems: outsideWords.problems,
} as const
