import type { Consulted } from '../../contract/privacy/accessLog.ts'

const whats: Readonly<Record<Consulted, string>> = {
  fileReference: 'Dossier cherché par référence',
  fileName: 'Dossier cherché par nom et date de naissance',
  file: 'Dossier ouvert avec la personne',
  document: 'Document lu',
  trail: 'Passage d’une personne',
  appointments: 'Rendez-vous d’une journée',
  tillEntry: 'Écriture de caisse, avec le payeur',
  tillBooks: 'Export du journal de la régie',
  incidents: 'Fiches d’incident d’une période',
  consultations: 'Export de ce journal',
}

/** Each column of the exported journal, with what it says: the file is understood without this program. */
const columns = [
  ['Instant', 'date et heure UTC (ISO 8601)'],
  ['Jour', 'jour de l’office'],
  ['Agent', 'identifiant de l’agent ; vide pour un poste que personne ne tenait'],
  ['Poste', 'identifiant du poste'],
  ['Consultation', 'ce qui a été consulté, et comment'],
  ['Objet', 'numéro du dossier, du document ou du ticket, jour ou période ; vide si rien n’a été trouvé'],
  ['Identifiant', 'identifiant de l’objet dans le journal de l’office'],
  ['Ligne', 'identifiant de la consultation, dans l’ordre du temps'],
] as const

type Journal = { readonly rule: string; readonly why: string }

/** What goes with the exported journal. */
const describe = (asked: {
  readonly office: string
  readonly from: string | null
  readonly to: string | null
  readonly count: number
  readonly journals: Readonly<Record<'acts' | 'consultations' | 'exchanges', Journal>>
}): string =>
  [
    'JOURNAL DES CONSULTATIONS',
    '',
    `Office : ${asked.office}`,
    `Période : ${asked.from === null ? 'depuis la plus ancienne ligne gardée' : `du ${asked.from}`}${asked.to === null ? ' jusqu’à la dernière' : ` au ${asked.to}`}`,
    `Consultations : ${asked.count}`,
    '',
    'Qui a consulté des données personnelles, depuis quel poste, et lesquelles, par identifiants. Ce qui a été tapé pour',
    'chercher n’est pas gardé. Une consultation est écrite avant que sa réponse soit donnée. Le nom d’un agent se lit',
    'dans l’administration, « Agents ». Ce journal ne sert ni à évaluer ni à compter le travail des agents.',
    '',
    'Les trois journaux, et leur durée :',
    ...(['acts', 'consultations', 'exchanges'] as const).map((journal) => {
      const { rule, why } = asked.journals[journal]
      return `  ${journalTitles[journal]}. ${rule} ${why}`
    }),
    '',
    'Format : CSV, séparateur « ; », fins de ligne CRLF, UTF-8 avec marque d’ordre, guillemets doublés (RFC 4180). Une',
    'consultation qui a montré plusieurs objets a autant de lignes. Un texte qui commencerait comme une formule est',
    'précédé d’une apostrophe.',
    '',
    'Colonnes :',
    ...columns.map(([title, what], at) => `${at + 1}. ${title} : ${what}`),
    '',
  ].join('\n')

const journalTitles = {
  acts: 'Journal des actes',
  consultations: 'Journal des consultations',
  exchanges: 'Journal des échanges entre administrations',
} as const

/** The journal of consultations: its page in the administration, its file for the data protection officer. */
export const consultationWords = {
  section: 'Consultations',
  title: 'Consultations des données personnelles',
  help: 'Qui a consulté quoi, du plus récent au plus ancien. Ce qui a été tapé pour chercher n’est pas gardé. Ce journal répond d’un accès qui n’avait pas lieu d’être : il ne sert ni à évaluer ni à compter le travail des agents.',
  none: 'Aucune consultation n’est notée.',
  columns: { at: 'Le', agent: 'Par', station: 'Depuis', what: 'Consultation', about: 'Objet' },
  whats,
  nobody: 'Poste sans agent',
  nothing: 'rien trouvé',
  gone: 'retiré',
  period: ([from, to]: readonly string[]) => `du ${from} au ${to}`,
  entry: (number: string) => `écriture ${number}`,
  older: 'Voir les précédentes',
  journals: {
    title: 'Trois journaux, trois durées',
    titles: journalTitles,
    columns: { journal: 'Journal', rule: 'Durée', why: 'Pourquoi' },
    toConfirm: 'à confirmer',
  },
  export: {
    title: 'Pour le délégué à la protection des données',
    help: 'Le journal d’une période en CSV, avec la description de ses colonnes. L’export est lui-même noté ici.',
    from: 'Du',
    to: 'Au',
    act: 'Exporter',
    dates: 'Écrivez les deux dates.',
    saved: (name: string) => `${name} est dans les téléchargements.`,
    sheet: 'Consultations',
    headings: columns.map(([title]) => title),
    fileName: (from: string, to: string) => `consultations-${from}-${to}`,
    describe,
  },
  cli: {
    usage: `Usage : guichet consultations export DOSSIER --out FICHIER [--from AAAA-MM-JJ] [--to AAAA-MM-JJ] [--replace]

  écrit le journal des consultations en CSV, et sa description dans FICHIER.txt ; avec --replace, remplace ceux qui existent
`,
  },
} as const
