import type { FigureName } from '../../contract/history/figures.ts'

const nbsp = '\u00a0'

/** What a figure is, once: screens show it under their « ? », exports make their headings of it. */
export type FigureDefinition = {
  /** As a column is headed. */
  readonly name: string
  readonly unit: string
  /** What is counted. */
  readonly counted: string
  /** Of what it is a part; null for a number alone. */
  readonly of: string | null
  readonly leftOut: string
  /** From what it is counted. */
  readonly source: string
}

const tickets = 'les tickets de la journée'
const journal = 'Journal de l’office.'
const nobody = 'Personne.'
const entrance =
  'Qui est reçu, ou obtient un certificat, à l’accueil dans l’acte qui crée le ticket. Qui est saisi à la main sans heure de fin.'
const uncalled =
  'Qui n’a pas été appelé compte pour le temps attendu jusqu’à son départ, jusqu’à la fermeture ou jusqu’à maintenant (estimation de Kaplan-Meier).'

export const figureDefinitions: Readonly<Record<FigureName, FigureDefinition>> = {
  waiting: {
    name: 'Attendent',
    unit: 'personnes',
    counted: 'Tickets pris, ni appelés ni partis, à cet instant.',
    of: null,
    leftOut: 'Qui est absent à l’appel, ou doit revenir.',
    source: journal,
  },
  tickets: {
    name: 'Tickets',
    unit: 'personnes',
    counted: 'Tickets pris dans la journée, quelle que soit la suite.',
    of: null,
    leftOut: 'Les renseignements comptés à l’accueil sans ticket.',
    source: journal,
  },
  received: {
    name: 'Reçus',
    unit: 'personnes',
    counted: 'Tickets dont le passage à un guichet, ou à l’accueil, est terminé.',
    of: tickets,
    leftOut: 'Qui attend, est au guichet, doit revenir, est parti, absent ou non reçu.',
    source: journal,
  },
  left: {
    name: 'Partis avant l’appel',
    unit: 'personnes',
    counted: 'Tickets dont le départ est noté.',
    of: tickets,
    leftOut: 'Qui est de retour depuis.',
    source: journal,
  },
  absent: {
    name: 'Absents à l’appel',
    unit: 'personnes',
    counted: 'Tickets appelés autant de fois que le veut la règle, sans que personne vienne.',
    of: tickets,
    leftOut: 'Qui est de retour depuis.',
    source: journal,
  },
  unserved: {
    name: 'Non reçus',
    unit: 'personnes',
    counted: 'Tickets qui n’ont pas pu être reçus, chacun avec sa trace.',
    of: tickets,
    leftOut: 'Qui est parti avant ou n’était pas là à l’appel.',
    source: journal,
  },
  medianWait: {
    name: 'Attente médiane',
    unit: 'minutes',
    counted: `Temps du ticket au premier appel qu’une personne sur deux n’a pas dépassé. ${uncalled} «${nbsp}Au moins${nbsp}», quand trop peu de personnes ont été appelées pour le savoir.`,
    of: 'les personnes qui ont attendu',
    leftOut: entrance,
    source: journal,
  },
  p90Wait: {
    name: 'Attente de neuf personnes sur dix',
    unit: 'minutes',
    counted: `Temps du ticket au premier appel que neuf personnes sur dix n’ont pas dépassé. ${uncalled}`,
    of: 'les personnes qui ont attendu',
    leftOut: entrance,
    source: journal,
  },
  refused: {
    name: 'Refus motivés',
    unit: '% des personnes reçues',
    counted: 'Personnes dont une demande au moins a été refusée par écrit.',
    of: 'les personnes reçues',
    leftOut: 'Les demandes que décide une autre administration.',
    source: `${journal} Décisions écrites.`,
  },
  overtakes: {
    name: 'Personnes dépassées',
    unit: 'fois',
    counted:
      'Fois où une personne arrivée plus tôt, et qui pouvait être appelée, a vu passer quelqu’un avant elle.',
    of: null,
    leftOut: nobody,
    source: `${journal} Motif de chaque appel.`,
  },
  announced: {
    name: 'Attentes annoncées',
    unit: 'personnes',
    counted:
      'Personnes à qui une attente a été annoncée avec le ticket, et dont on sait si elle a été tenue.',
    of: tickets,
    leftOut:
      'Les priorités et les rendez-vous, à qui rien n’est annoncé. Les personnes à qui il a seulement été dit, sans durée, qu’elles ne seraient peut-être pas reçues. Qui attend encore, ou est parti, avant la borne haute annoncée.',
    source: journal,
  },
  within: {
    name: 'Appelées dans le délai annoncé',
    unit: 'personnes',
    counted:
      'Parmi elles, personnes appelées avant la borne haute annoncée. Une attente annoncée de moins d’une minute est tenue sous une minute.',
    of: 'les attentes annoncées',
    leftOut: nobody,
    source: journal,
  },
  coverage: {
    name: 'Attentes annoncées tenues',
    unit: '%',
    counted: `Personnes appelées avant la borne haute annoncée. 90${nbsp}% sont visés.`,
    of: 'les attentes annoncées',
    leftOut: `Sous 30${nbsp}personnes, aucune part n’est dite.`,
    source: journal,
  },
  atRisk: {
    name: 'Risquent de ne pas être reçus',
    unit: 'personnes',
    counted:
      'Personnes en fin de file qui ont moins d’une chance sur deux d’être appelées avant la fermeture.',
    of: 'les personnes qui attendent',
    leftOut: 'Les services sans heure de fermeture.',
    source: 'Calcul au rythme de maintenant.',
  },
  counterTime: {
    name: 'Temps de guichet',
    unit: 'minutes',
    counted:
      'Minutes d’ici à la fermeture des guichets ouverts, pauses déduites. Ce qui est pris par les personnes présentes puis par les rendez-vous est ôté de ce qui reste libre.',
    of: null,
    leftOut: 'Les guichets fermés. Les personnes qui viendront.',
    source: 'Journal de l’office, durée moyenne d’une demande.',
  },
  documents: {
    name: 'Documents émis',
    unit: 'documents',
    counted: 'Documents écrits et numérotés aujourd’hui.',
    of: null,
    leftOut: 'Les tickets et les copies.',
    source: journal,
  },
  printed: {
    name: 'Imprimés',
    unit: 'documents',
    counted: 'Documents sortis d’une imprimante aujourd’hui.',
    of: 'les documents émis',
    leftOut: 'Les tickets, les copies, ce qui attend d’être imprimé.',
    source: 'File d’impression.',
  },
  handed: {
    name: 'Notés remis',
    unit: 'documents',
    counted: 'Documents dont un agent a noté la remise.',
    of: 'les documents émis',
    leftOut: 'Ce qui est imprimé sans que la remise soit notée.',
    source: journal,
  },
}

/** « Reçus (personnes) »: a heading that is understood on a sheet found alone. */
export const figureHeading = (figure: FigureName): string =>
  `${figureDefinitions[figure].name} (${figureDefinitions[figure].unit})`

/** What the « ? » beside figures says. */
export const definitionWords = {
  open: 'Ce que comptent ces chiffres',
  counted: 'Compte',
  of: 'Sur',
  leftOut: 'Ne compte pas',
  source: 'Source',
} as const
