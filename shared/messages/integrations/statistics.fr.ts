/** What the figures that leave in open formats say of themselves: titles and descriptions of files and columns. */
export const statisticsWords = {
  cli: {
    usage: `Usage : guichet statistics DOSSIER --from AAAA-MM-JJ --to AAAA-MM-JJ --out DOSSIER_DE_SORTIE [--replace]

  écrit les chiffres de la période, les deux dates comprises, 400 jours au plus : jours.csv et egalite.csv
  (virgules, UTF-8), décrits par datapackage.json (Frictionless Data), et les mêmes dans chiffres.json ;
  des fichiers qui existent déjà ne sont remplacés qu’avec --replace
`,
    noOffice: 'Ce dossier n’a pas encore d’office : il n’y a rien à compter.',
    badPeriod: 'Cette période finit avant de commencer, ou dépasse 400 jours. Donnez-en une plus courte.',
    unwritable: (folder: string) =>
      `Le dossier « ${folder} » ne peut pas être écrit. Choisissez-en un autre, ou libérez de la place.`,
  },
  title: (name: string) => `Chiffres de l’accueil : ${name}`,
  description: (from: string, to: string) =>
    `Attentes, passages et égalité de traitement du ${from} au ${to}. Aucune donnée sur une personne ; rien n’est dit d’un groupe de moins de cinq personnes, ni du suivant quand le total le ferait déduire ; l’attente de moins de cinq personnes n’est pas dite.`,
  days: {
    title: 'Jours et services',
    columns: {
      date: ['Date', 'Jour, dans le fuseau de l’office'],
      service_id: ['Service, nom court', 'Nom court du service'],
      service: ['Service', 'Nom du service'],
      tickets: [
        'Tickets',
        'Personnes qui ont pris un ticket ; vide, avec le reste de la ligne, si le service n’est pas dit',
      ],
      received: ['Reçus', 'Personnes reçues'],
      left: ['Partis', 'Personnes parties avant l’appel'],
      absent: ['Absents', 'Personnes absentes à l’appel'],
      unserved: ['Non reçus', 'Personnes qui n’ont pas pu être reçues'],
      median_wait: [
        'Attente médiane',
        'Secondes du ticket au premier appel, qui n’a jamais été appelé compris ; vide sous cinq personnes',
      ],
      median_at_least: ['Au moins', '1 si l’attente médiane est au moins celle-là, 0 sinon'],
      p90_wait: [
        'Attente de neuf personnes sur dix',
        'Secondes du ticket au premier appel, qui n’a jamais été appelé compris ; vide sous cinq personnes',
      ],
      p90_at_least: ['Au moins', '1 si cette attente est au moins celle-là, 0 sinon'],
      overtakes: ['Dépassements', 'Fois où une personne arrivée plus tôt a été dépassée'],
      announced: [
        'Attentes annoncées',
        'Personnes à qui une attente a été annoncée ; vide sous cinq personnes',
      ],
      within: [
        'Dans le délai annoncé',
        'Parmi elles, appelées avant la borne haute annoncée ; vide sous cinq personnes',
      ],
    },
  },
  equality: {
    title: 'Égalité de traitement',
    columns: {
      group: ['Groupe', 'everyone, morning, afternoon, priority, arrangement, ou service:nom court'],
      people: [
        'Personnes',
        'Personnes venues les jours dits (everyone, service) ou les semaines terminées, du lundi au dimanche ; vide si elles sont trop peu chaque fois',
      ],
      received: ['Reçues', 'Parmi elles, reçues ; vide comme les personnes'],
      median_wait: ['Attente médiane', 'Secondes du ticket au premier appel'],
      median_at_least: ['Au moins', '1 si l’attente médiane est au moins celle-là, 0 sinon'],
      p90_wait: ['Attente de neuf personnes sur dix', 'Secondes du ticket au premier appel'],
      p90_at_least: ['Au moins', '1 si cette attente est au moins celle-là, 0 sinon'],
      refused: ['Refus motivés', 'Part des personnes reçues, de 0 à 1'],
    },
  },
} as const
