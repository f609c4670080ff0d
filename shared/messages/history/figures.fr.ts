/** The headings of the figures that leave as a file: each with its unit, so that a sheet found alone is understood. */
export const figureWords = {
  days: {
    title: 'Jours et services',
    headings: [
      'Date',
      'Service',
      'Tickets (personnes)',
      'Reçus (personnes)',
      'Partis avant l’appel (personnes)',
      'Absents à l’appel (personnes)',
      'Non reçus (personnes)',
      'Attente médiane (minutes)',
      'Attente de neuf personnes sur dix (minutes)',
      'Personnes dépassées (fois)',
      'Attentes annoncées (personnes)',
      'Appelées dans le délai annoncé (personnes)',
    ],
  },
  equality: {
    title: 'Égalité de traitement',
    headings: [
      'Groupe',
      'Tickets (personnes)',
      'Attente médiane (minutes)',
      'Attente de neuf personnes sur dix (minutes)',
      'Refus motivés (% des personnes reçues)',
    ],
    everyone: 'Tout le monde',
    morning: 'Arrivés le matin',
    afternoon: 'Arrivés l’après-midi',
    priority: 'Avec une priorité',
    arrangement: 'Avec un aménagement',
  },
  /** Of a group: it has few people, or another's few would be told from it and the total. */
  small: 'Trop peu de personnes',
  /** The file's name, without its ending: both dates of the period. */
  fileName: (from: string, to: string) => `guichet-chiffres-${from}-${to}`,
} as const
