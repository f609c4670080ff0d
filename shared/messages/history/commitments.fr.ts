import { commitmentMeasures, type CommitmentMeasure } from '../../contract/history/commitments.ts'
import { agree, count, duration } from '../format/numbers.ts'

type MeasureText = {
  readonly title: string
  /** How it is counted, in a sentence that a reader can check. */
  readonly method: string
  /** The text or the commitment that it answers to. */
  readonly source: string
}

const services = 'Services publics\u00a0+'

/** What each figure says, how it is counted, and what it answers to. */
export const measures: Readonly<Record<CommitmentMeasure, MeasureText>> = {
  received: {
    title: 'Personnes reçues',
    method:
      'Passages terminés à un guichet, sur tous les tickets pris dans l’année dont le passage est terminé. Une personne partie avant l’appel ou absente à l’appel compte parmi les tickets.',
    source: 'Règle de la file de l’office',
  },
  unserved: {
    title: 'Personnes qui n’ont pas pu être reçues',
    method:
      'Passages terminés sans que la personne soit reçue, à la fermeture ou parce qu’un service ne pouvait plus être rendu. Chacun porte une trace ; la journée ne se ferme pas sans elle.',
    source: 'Règle de la file de l’office',
  },
  announcedHeld: {
    title: 'Attente annoncée et tenue',
    method:
      'Personnes appelées avant la durée la plus longue annoncée avec leur ticket (moins d’une minute, si c’est ce qui était annoncé), sur celles à qui elle a été annoncée et dont l’attente est connue. Neuf sur dix sont visées. Sous trente personnes, aucune part n’est dite.',
    source: `${services}, accueil : information sur l’attente`,
  },
  medianWait: {
    title: 'Attente d’une personne sur deux',
    method:
      'Médiane du temps entre le ticket et le premier appel. Qui n’a jamais été appelé compte pour le temps attendu (estimation de Kaplan-Meier) ; « au moins », quand trop peu de personnes ont été appelées.',
    source: `${services}, accueil : information sur l’attente`,
  },
  p90Wait: {
    title: 'Attente de neuf personnes sur dix',
    method:
      'Neuf personnes sur dix ont attendu moins que cette durée entre le ticket et le premier appel. Qui n’a jamais été appelé compte pour le temps attendu.',
    source: `${services}, accueil : information sur l’attente`,
  },
  priorityWait: {
    title: 'Attente avec une priorité légale',
    method:
      'Médiane du temps entre le ticket et le premier appel, pour les personnes reçues avec une priorité. Laquelle n’est pas gardée.',
    source: 'Code de l’action sociale et des familles, art. L241-3',
  },
  receiptGiven: {
    title: 'Dépôts repartis avec un reçu daté',
    method:
      'Personnes dont une demande a été déposée, même incomplète, et à qui un récépissé ou un accusé de réception a été délivré, sur toutes celles qui ont déposé une demande au guichet.',
    source: 'CRPA, art. L112-3 ; Défenseur des droits, décision 2017-134',
  },
  forwardedProved: {
    title: 'Demandes transmises avec une preuve',
    method:
      'Personnes dont la demande relevait d’une autre administration, et à qui la transmission a été prouvée par un papier, sur toutes celles dont la demande a été transmise.',
    source: 'CRPA, art. L114-2',
  },
  electronicAcknowledged: {
    title: 'Courriels dont l’accusé de réception est parti en une semaine',
    method:
      'Demandes reçues par courriel pour lesquelles un accusé est dû, et dont l’accusé est daté de sept jours au plus après la réception ; les demandes trop récentes ne comptent pas encore.',
    source: `${services}, engagement 4 ; CRPA, art. L112-3 et R112-4`,
  },
  paperAcknowledged: {
    title: 'Courriers dont l’accusé de réception est parti en deux semaines',
    method:
      'Demandes reçues par la poste ou dans la boîte aux lettres pour lesquelles un accusé est dû, et dont l’accusé est daté de quatorze jours au plus après la réception ; les demandes trop récentes ne comptent pas encore.',
    source: `${services}, engagement 4 ; CRPA, art. L112-3 et R112-4`,
  },
  decidedInDelay: {
    title: 'Demandes qui ont reçu une réponse avant la fin de leur délai',
    method:
      'Demandes reçues dans l’année et décidées expressément avant que le silence ne vaille décision, sur celles dont le délai est connu et échu ou qui sont décidées. Celles que l’office collecte pour une autre autorité ne comptent pas. Là où le silence vaut acceptation, un refus signé ici ne compte que s’il a été notifié avant. Si la demande est retirée avant ce jour, elle ne compte pas. Un refus dont la saisie est effacée ne compte pas non plus, sauf s’il a été notifié avant.',
    source: `${services}, engagement 5 ; CRPA, art. L231-1 et suivants`,
  },
  invitations: {
    title: 'Invitations à régulariser une erreur',
    method: 'Invitations écrites délivrées dans l’année, avant toute sanction.',
    source: 'CRPA, art. L123-1 ; Services publics\u00a0+, droit à l’erreur',
  },
  telephone: {
    title: 'Appels téléphoniques pris',
    method: 'Guichet ne connaît pas le standard de l’office : ce chiffre est à prendre chez lui.',
    source: services,
  },
  onlineQuality: {
    title: 'Qualité des démarches en ligne',
    method:
      'Ce chiffre est publié pour chaque démarche par l’observatoire de l’État ; Guichet n’est pas une démarche en ligne.',
    source: services,
  },
  marks: {
    title: 'Notes données par les personnes',
    method:
      'Guichet n’en demande pas : une personne obligée de venir ne note pas librement qui décide de sa demande. Comment réclamer est affiché et imprimé.',
    source: services,
  },
}

/** The year's commitments: the page of the administration, the public one, and the files. */
export const commitmentWords = {
  section: 'Engagements',
  title: (office: string, year: number) => `Les engagements tenus en ${year} : ${office}`,
  pageTitle: (year: number) => `Engagements ${year}`,
  help: 'Ce que l’office a tenu de ses engagements dans l’année, et comment c’est compté. Rien n’est estimé : ce que Guichet ne connaît pas est dit.',
  year: 'Année',
  soFar: (until: string) => `Année en cours : compté jusqu’au ${until}.`,
  whole: 'Année entière.',
  columns: { measure: 'Engagement', value: 'Chiffre', of: 'Compté sur', method: 'Comment c’est compté' },
  services: 'Par service',
  serviceColumns: {
    service: 'Service',
    people: 'Personnes',
    received: 'Reçues',
    medianWait: 'Une sur deux',
    p90Wait: 'Neuf sur dix',
  },
  waits: 'Attente entre le ticket et le premier appel.',
  none: {
    nobody: 'Personne n’était concerné',
    small: 'Trop peu de personnes',
    notHeld: 'Guichet ne le sait pas',
  },
  /** Of a service: it has few people, or another’s few would be told from it. */
  untold: 'Trop peu de personnes',
  source: (text: string) => `(${text})`,
  complain: 'Réclamer',
  complainHow:
    'Une réclamation se fait à l’accueil, par courrier ou par courriel ; elle reçoit un accusé de réception. Sans réponse qui vous convienne, vous pouvez saisir le médiateur compétent ou le Défenseur des droits (formulaire.defenseurdesdroits.fr, ou 09\u00a069\u00a039\u00a000\u00a000), gratuitement. Aucune note ne vous est demandée.',
  print: 'Imprimer, ou enregistrer en PDF',
  export: 'Enregistrer en CSV (données ouvertes)',
  publish: 'Publier cette page sur le réseau de l’office, à l’adresse /engagements',
  publishHelp:
    'Elle dit l’année entière la plus récente, et l’année en cours jusqu’à la fin du dernier mois terminé. Aucune donnée sur une personne.',
  published: 'Enregistré.',
  notPublished: 'Cet office n’a pas publié ses engagements. Demandez-les à l’accueil.',
  otherYear: (year: number) => `Voir ${year}`,
  csv: {
    title: (office: string, year: number) => `Engagements de l’accueil en ${year} : ${office}`,
    description:
      'Ce que l’office a tenu de ses engagements, avec la méthode de chaque chiffre. Aucune donnée sur une personne ; rien n’est dit de moins de cinq personnes, demandes ou dossiers.',
    measures: {
      title: 'Engagements',
      columns: {
        measure: ['Nom court', 'Nom court de l’engagement'],
        title: ['Engagement', 'Ce qui est mesuré'],
        value: ['Chiffre', 'Part de 0 à 1, secondes ou nombre, selon l’unité ; vide s’il n’y en a pas'],
        unit: ['Unité', 'share (part de 0 à 1), seconds (secondes) ou count (nombre)'],
        of: ['Compté sur', 'Nombre de personnes, de demandes ou de dossiers'],
        none: [
          'Pourquoi aucun chiffre',
          'nobody (personne), small (moins de cinq) ou notHeld (inconnu de Guichet)',
        ],
        method: ['Méthode', 'Comment c’est compté'],
        source: ['Texte', 'Texte ou engagement auquel le chiffre répond'],
      },
    },
    services: {
      title: 'Services',
      columns: {
        service_id: ['Service, nom court', 'Nom court du service'],
        service: ['Service', 'Nom du service'],
        people: [
          'Personnes',
          'Personnes dont le passage est terminé ; vide sous cinq, ou si le total en dirait moins de cinq',
        ],
        received: ['Reçues', 'Personnes reçues ; vide comme les personnes'],
        median_wait: ['Attente médiane', 'Secondes du ticket au premier appel'],
        median_at_least: ['Au moins', '1 si l’attente médiane est au moins celle-là, 0 sinon'],
        p90_wait: ['Attente de neuf personnes sur dix', 'Secondes du ticket au premier appel'],
        p90_at_least: ['Au moins', '1 si cette attente est au moins celle-là, 0 sinon'],
      },
    },
  },
} as const

const nbsp = '\u00a0'

/** A wait in seconds, « 12 min », « au moins 6 h »; nothing where there is none. */
export const waitText = (seconds: number | null, atLeast: boolean): string =>
  seconds === null ? '' : `${atLeast ? 'au moins ' : ''}${duration(seconds * 1000)}`

/** A figure as it is read: « 91,4 % », « 12 min », « 3 »; or why there is none. */
export function figureText({
  measure,
  value,
  atLeast,
  none,
}: {
  readonly measure: CommitmentMeasure
  readonly value: number | null
  readonly atLeast: boolean
  readonly none: keyof typeof commitmentWords.none | null
}): string {
  if (value === null) return commitmentWords.none[none ?? 'nobody']
  switch (commitmentMeasures[measure]) {
    case 'share':
      return `${count(Math.round(value * 1000) / 10)}${nbsp}%`
    case 'seconds':
      return waitText(value, atLeast)
    case 'count':
      return count(value)
  }
}

/** What a figure was measured on: people, requests or files; nothing where it is none, or not said. */
export const measuredOn = (of: number | null): string =>
  of === null || of === 0 ? '' : `${count(of)} ${agree(of, 'cas', 'cas')}`
