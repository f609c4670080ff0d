import type { PublishedRule } from '../../contract/queue/rules.ts'
import type { ServiceClosed } from '../../contract/waits/waits.ts'
import { timesIn } from '../format/inLocale.ts'
import { count, hour, counted } from '../format/numbers.ts'
import { ruleLines } from '../queue/rule.fr.ts'
import type { WaitWords } from '../public/saidWait.ts'
import { roughly, waitSpan } from '../waits/waits.fr.ts'

const nbsp = '\u00a0'
const { day } = timesIn('fr-FR')

/** What the waiting room reads, at ten metres: few words. */
export const display = {
  before: 'Appels précédents',
  services: 'Attente par service',
  waits: 'Attente',
  phone: 'Un ticket sur votre téléphone',
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
  unmute: 'Le son est coupé. Pressez une touche, ou touchez l’écran.',
  sign: 'La règle de la file en langue des signes française',
  rule: (rule: PublishedRule): string => ruleLines(rule)[0] ?? '',
  /** What the rule says beyond the order, in lines of sixty characters at most. */
  ruleRest: (rule: PublishedRule): readonly string[] => ruleLines(rule).slice(1),
  // CASF L241-3 wants the priority displayed clearly where people wait.
  law: `Priorité de la carte mobilité inclusion${nbsp}: CASF, art. L241-3`,
  wait: {
    serviceClosed: 'fermé',
    noTicketLeft: 'complet',
    ticketsLeft: (left) => `encore ${counted(left, 'passage', 'passages')}`,
    noCounterShort: 'aucun guichet',
    noCounterBefore: (at) => `à ${at}`,
    unlikelyShort: 'peut-être pas reçu',
    waitShort: waitSpan,
    nobodyWaits: 'sans attente',
    peopleWait: (value) => `${count(value)}${nbsp}en attente`,
  } satisfies WaitWords,
  closedWords: (service: string, { words }: ServiceClosed): string =>
    words === null ? `${service}${nbsp}: service fermé pour le moment` : `${service}, fermé${nbsp}: ${words}`,
  lastTickets: (at: string): string => `Derniers tickets avant ${at}`,
  resource: (minutes: number): string =>
    minutes < 1
      ? 'Tout le temps de guichet d’aujourd’hui est déjà engagé'
      : `Temps de guichet encore libre aujourd’hui${nbsp}: ${roughly(minutes)}`,
} as const
