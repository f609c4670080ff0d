import { figureHeading } from './definitions.fr.ts'

/** The headings of the figures that leave as a file: each with its unit, so that a sheet found alone is understood. */
export const figureWords = {
  days: {
    title: 'Jours et services',
    headings: [
      'Date',
      'Service',
      figureHeading('tickets'),
      figureHeading('received'),
      figureHeading('left'),
      figureHeading('absent'),
      figureHeading('unserved'),
      figureHeading('medianWait'),
      figureHeading('p90Wait'),
      figureHeading('overtakes'),
      figureHeading('announced'),
      figureHeading('within'),
    ],
  },
  equality: {
    title: 'Égalité de traitement',
    headings: [
      'Groupe',
      figureHeading('tickets'),
      figureHeading('received'),
      figureHeading('medianWait'),
      figureHeading('p90Wait'),
      figureHeading('refused'),
    ],
    everyone: 'Tout le monde',
    morning: 'Arrivés le matin',
    afternoon: 'Arrivés l’après-midi',
    priority: 'Avec une priorité',
    arrangement: 'Avec un aménagement',
  },
  /** Too many were never called: a wait is no shorter than these minutes. */
  atLeast: (minutes: string) => `au moins ${minutes}`,
  /** Of a group: it has few people, or another's few would be told from it and the total. */
  small: 'Trop peu de personnes',
  /** The file's name, without its ending: both dates of the period. */
  fileName: (from: string, to: string) => `guichet-chiffres-${from}-${to}`,
} as const
