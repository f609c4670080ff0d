import type { Hidden } from '../../domain/privacy/hiding.ts'
import { figureHeading } from './definitions.fr.ts'

const nbsp = '\u00a0'

/** The months of a year and its hours, on the supervision's page and in their file. */
export const monthWords = {
  title: 'Mois et heures',
  tables: 'Par mois et par heure',
  year: 'Année',
  reading: 'Un instant…',
  none: (year: number) => `Aucun ticket en ${year}.`,
  month: 'Mois',
  monthNames: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  wholeYear: 'Année entière',
  allServices: 'Tous les services',
  ticketsBefore: (year: number) => `Tickets en ${year}`,
  hoursTitle: 'Tickets par jour de la semaine et par heure',
  weekday: 'Jour',
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  allDays: 'Tous les jours',
  allHours: 'Toutes les heures',
  hour: (hour: number) => `${hour}${nbsp}h`,
  hoursHelp: `Somme des courbes des jours terminés${nbsp}: les demi-heures de peu de personnes y sont comptées avec leurs voisines, et un jour qui n’est pas dit n’y est pas.`,
  noHours: 'Trop peu de tickets pour dire les heures sans désigner personne.',
  hidden: (hidden: Hidden, fewerThan: number) => (hidden === 'few' ? `moins de ${fewerThan}` : 'non dit'),
  hiddenHelp: (fewerThan: number) =>
    `«${nbsp}Moins de ${fewerThan}${nbsp}»${nbsp}: si peu de personnes pourraient être reconnues. «${nbsp}Non dit${nbsp}»${nbsp}: ce nombre ferait retrouver le premier par soustraction. Les fichiers disent de même.`,
  exports: { csv: 'Exporter les mois en CSV', ods: 'Exporter les mois et les heures pour un tableur' },
  exported: (name: string) => `${name} est enregistré dans vos téléchargements.`,
  fileName: (year: number) => `guichet-mois-${year}`,
  monthsSheet: {
    title: 'Mois et services',
    headings: [
      'Année',
      'Mois',
      'Service',
      figureHeading('tickets'),
      figureHeading('received'),
      figureHeading('left'),
      figureHeading('absent'),
      figureHeading('unserved'),
      figureHeading('medianWait'),
      figureHeading('p90Wait'),
    ],
  },
} as const
