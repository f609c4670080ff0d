import type { AskedTooOften } from '../../contract/pace.ts'
import { agree, count } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** What a station asks too often, as it is counted: one, several. */
const asked: Readonly<Record<AskedTooOften, readonly [string, string]>> = {
  numbers: ['ticket', 'tickets'],
  joins: ['numéro provisoire', 'numéros provisoires'],
  series: ['série de numéros', 'séries de numéros'],
  bookings: ['rendez-vous', 'rendez-vous'],
  softwareBookings: ['rendez-vous', 'rendez-vous'],
  imports: ['calendrier', 'calendriers'],
  calendarParts: ['partie de calendrier', 'parties de calendrier'],
  places: ['place', 'places'],
  notices: ['avis', 'avis'],
  papers: ['impression', 'impressions'],
  codes: ['code', 'codes'],
  consultations: ['consultation', 'consultations'],
  searches: ['recherche', 'recherches'],
  exports: ['export', 'exports'],
  figures: ['lecture de chiffres', 'lectures de chiffres'],
  backups: ['sauvegarde', 'sauvegardes'],
  elsewhere: ['demande au-dehors', 'demandes au-dehors'],
  views: ['écran', 'écrans'],
}

/** « La borne 2 » for « Borne 2 »; any other name is quoted; null is the host's own machine. */
const stationSaid = (name: string | null, software: boolean): string => {
  if (name === null) return 'La borne de l’ordinateur de l’office'
  if (!software && /^borne\b/i.test(name)) return `La ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
  return `${software ? 'Le logiciel' : 'La borne'} «${nbsp}${name}${nbsp}»`
}

/** What a suspended station says, and what its asks are answered. */
export const suspendedHere =
  'Ce poste est suspendu par la supervision. Adressez-vous à l’accueil, ou demandez à la supervision de le reprendre.'

/** A kiosk or other software that asks too often, or that is suspended: what the supervisor reads, and the act. */
export const stationTrouble = {
  asks: (name: string | null, software: boolean, what: AskedTooOften, aMinute: number) =>
    `${stationSaid(name, software)} demande ${count(aMinute)}${nbsp}${agree(aMinute, ...asked[what])} par minute`,
  asksHelp:
    'Une foule n’en demande pas autant. Le surplus est refusé, et l’accueil donne toujours ses numéros.',
  suspend: (software: boolean) => (software ? 'Suspendre ce logiciel' : 'Suspendre cette borne'),
  suspended: (name: string | null, software: boolean) =>
    `${stationSaid(name, software)} est ${software ? 'suspendu' : 'suspendue'}`,
  suspendedHelp: (since: string) =>
    `Depuis ${since}, tout ce qui est demandé là est refusé. Le poste reste relié à l’office.`,
  resume: (software: boolean) => (software ? 'Reprendre ce logiciel' : 'Reprendre cette borne'),
} as const
