import type { PublishedRule } from '../../contract/queue/rules.ts'
import type { Announced, ServiceClosed } from '../../contract/waits/waits.ts'
import { timesIn } from '../format/inLocale.ts'
import { count, hour } from '../format/numbers.ts'
import { ruleLines } from './rule.fr.ts'
import { roughly, waitRange } from '../waits/waits.fr.ts'

const nbsp = '\u00a0'
const { day } = timesIn('fr-FR')

/** What the waiting room reads, at ten metres: few words. */
export const display = {
  before: 'Appels précédents',
  services: 'Attente par service',
  takeTicket: 'Prenez un ticket',
  shownHere: 'Votre numéro s’affichera ici',
  closed: 'L’accueil est fermé',
  closedHelp: 'Pour toute question, adressez-vous à un agent',
  reopens: (at: number, now: number, zone: string): string => {
    const opening = hour(at, zone)
    return day(at, zone) === day(now, zone)
      ? `Réouverture à ${opening}`
      : `Réouverture ${day(at, zone)} à ${opening}`
  },
  unmute: 'Activer le son',
  stop: 'Arrêter le défilement',
  resume: 'Reprendre le défilement',
  next: 'Suivant',
  sign: 'La règle de la file en langue des signes française',
  rule: (rule: PublishedRule): string => ruleLines(rule)[0] ?? '',
  /** What the rule says beyond the order, in lines of sixty characters at most. */
  ruleRest: (rule: PublishedRule): readonly string[] => ruleLines(rule).slice(1),
  // CASF L241-3 wants the priority displayed clearly where people wait.
  law: `Priorité de la carte mobilité inclusion${nbsp}: CASF, art. L241-3`,
  wait: (wait: Pick<Announced, 'p50' | 'p90'>): string => waitRange(wait),
  waiting: (value: number): string => (value === 0 ? 'sans attente' : `${count(value)}${nbsp}en attente`),
  noCounter: 'aucun guichet',
  serviceClosed: 'fermé',
  closedWords: (service: string, { words }: ServiceClosed): string =>
    words === null ? `${service}${nbsp}: service fermé pour le moment` : `${service}, fermé${nbsp}: ${words}`,
  lastTickets: (at: string): string => `Derniers tickets avant ${at}`,
  resource: (minutes: number): string =>
    minutes < 1
      ? 'Tout le temps de guichet d’aujourd’hui est déjà engagé'
      : `Temps de guichet encore libre aujourd’hui${nbsp}: ${roughly(minutes)}`,
} as const
