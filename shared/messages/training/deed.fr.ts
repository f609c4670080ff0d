/** The invented deed of a training site's till: everything of it says so. */
export const lessonDeed = {
  name: 'Régie de formation',
  act: 'acte inventé pour la formation',
  deliberation: 'délibération inventée pour la formation',
  accountant: {
    name: 'Comptable inventé pour la formation',
    street: '1 rue de la Formation',
    postalCode: '77590',
    city: 'Fontaine-le-Port',
  },
  products: {
    copie: { title: 'Photocopie A4', article: 'Acte de formation, art. 1, 1°', source: 'CRPA, art. R311-11' },
    concession: {
      title: 'Concession de cimetière, 15 ans',
      article: 'Acte de formation, art. 1, 2°',
      source: 'CGCT, art. L2223-15',
    },
  },
} as const
