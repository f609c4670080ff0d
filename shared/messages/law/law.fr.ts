import { calendarDate, count, counted } from '../format/numbers.ts'
import { spaced } from '../format/spaces.ts'
import { drafts, packages } from './packages.fr.ts'

const nbsp = '\u00a0'

/** A text of the rules or of a fiche as it is shown: its days in words, its spaces where French wants them. */
export const typeset = (text: string): string =>
  spaced(text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => calendarDate(day)))

const search = {
  title: 'Chercher un texte',
  field: 'Chercher dans les fiches, les articles et les démarches',
  detail: spaced('Un mot, un article, un numéro de formulaire : domicile, L114-5, 12669*02.'),
  results: 'Ce qui a été trouvé',
  shown: 'Le texte',
  kinds: { fiche: 'Fiche', article: 'Article', procedure: 'Démarche', piece: 'Pièce' },
  ficheOf: (date: string | null) =>
    date === null
      ? 'Fiche officielle, sans date'
      : `Fiche officielle de ${date.slice(0, 4)}${spaced(' : elle dit le droit de ce jour-là')}`,
  since: (date: string) => `Depuis le ${calendarDate(date)}`,
  until: (date: string) => `jusqu’au ${calendarDate(date)}`,
  changed: (date: string) => `Fiche modifiée le ${calendarDate(date)}`,
  toConfirm: 'à confirmer',
  empty: spaced(
    'Tous les textes sont dans l’application, sans internet. Cherchez avec ou sans accents, au singulier ou au pluriel.',
  ),
  none: (typed: string) =>
    spaced(`Rien ne correspond à « ${typed} ». Essayez un autre mot, ou le numéro d’un article.`),
  found: (shown: number, total: number) =>
    total > shown
      ? spaced(`${count(shown)} premiers sur ${count(total)}`)
      : counted(total, 'résultat', 'résultats'),
  keys: spaced('Flèches : choisir · Entrée : lire le texte · Échap : revenir'),
  choose: 'Choisissez un résultat pour le lire ici.',
  missing: 'Ce texte n’est plus dans l’application.',
  close: 'Fermer',
  copy: 'Copier l’adresse',
  copied: 'Adresse copiée.',
  copyFailed: 'L’adresse n’a pas pu être copiée.',
} as const

const rules = {
  title: 'Règles de droit',
  help: spaced(
    'Ce que le guichet demande, refuse et promet vient de ces règles. Chaque phrase vient telle quelle des données.',
  ),
  columns: {
    procedure: 'Démarche',
    version: 'Version',
    dates: 'En vigueur',
    toConfirm: 'À confirmer',
    review: 'À relire',
    validated: 'Validée par',
  },
  total: (procedures: number, all: number, toConfirm: number) =>
    spaced(
      `${counted(procedures, 'démarche', 'démarches')}, ${counted(all, 'règle', 'règles')}, dont ${count(toConfirm)} à confirmer.`,
    ),
  read: (title: string, version: string) => `Lire ${title}, version ${version}`,
  version: (version: string) => `Version ${version}`,
  states: { inForce: 'En vigueur', coming: 'À venir', ended: 'Terminée' },
  dates: (from: string, to: string | null) =>
    to === null ? `depuis le ${calendarDate(from)}` : `du ${calendarDate(from)} au ${calendarDate(to)}`,
  comingFrom: (from: string) => `à partir du ${calendarDate(from)}`,
  share: (part: number, all: number) => `${count(part)} sur ${count(all)}`,
  noneToConfirm: 'Aucune',
  overdue: 'À vérifier',
  overdueSince: (day: string) =>
    `À vérifier : la relecture était due le ${calendarDate(day)}`.replace(' :', `${nbsp}:`),
  reviewBy: (day: string) => `avant le ${calendarDate(day)}`,
  reviewBefore: (day: string) => `À relire avant le ${calendarDate(day)}`,
  validatedBy: (by: string | null, on: string) => `${by ?? 'nom effacé'}, le ${on}`,
  notValidated: 'Pas encore',
  back: 'Toutes les démarches',
  toConfirmCount: (value: number) => `${counted(value, 'règle', 'règles')} à confirmer`,
  allConfirmed: 'Rien à confirmer',
  onlyToConfirm: 'Ne montrer que ce qui est à confirmer',
  nothingLeft: 'Aucune règle n’est à confirmer dans cette version.',
  print: 'Imprimer',
  sections: 'Parties de la version',
  sentences: 'Règles de la version',
  beside: 'Consignes, versions, validation',
  verified: 'Vérifiée',
  toConfirm: 'À confirmer',
  noSource: 'Aucun texte',
  open: (label: string) => `Lire ${label}`,
  articles: 'Textes cités',
  notRead: 'Le texte lui-même n’a pas été lu. En bref, avec nos mots, et jamais comme la loi :'.replace(
    ' :',
    `${nbsp}:`,
  ),
  summary: spaced('En bref, avec nos mots :'),
  inForceSince: (from: string | null, to: string | null) =>
    from === null
      ? 'Date d’entrée en vigueur non lue'
      : `En vigueur depuis le ${calendarDate(from)}${to === null ? '' : ` jusqu’au ${calendarDate(to)}`}`,
  readIn: (where: string) => spaced(`lu : ${where}`),
  noId: 'Identifiant non lu',
  consignes: 'Consignes et textes',
  noConsigne: 'Aucune consigne de ministère ne porte sur cette version.',
  contradicts: 'Une consigne contredit un texte',
  consigne: 'Consigne',
  text: 'Texte',
  contradictsHelp: 'Le guichet montre les deux ; le texte l’emporte.'.replace(' ;', `${nbsp};`),
  versions: 'Versions',
  oneVersion: 'Une seule version est connue : rien à comparer.'.replace(' :', `${nbsp}:`),
  compareWith: 'Comparer avec',
  noCompare: 'Ne pas comparer',
  changes: (before: string, after: string) => `De la version ${before} à la version ${after}`,
  noChange: 'Aucune phrase n’a changé entre ces deux versions.',
  changeCount: (value: number) => counted(value, 'phrase changée', 'phrases changées'),
  changeKinds: { added: 'Ajoutée', removed: 'Retirée', changed: 'Modifiée' },
  changeColumn: 'Changement',
  none: '—',
  validate: 'Valider en mon nom',
  validateHelp: spaced(
    'Vous répondez de cette version telle qu’elle est écrite aujourd’hui. Si un mot change, c’est une autre version : validez-la de nouveau.',
  ),
  stillToConfirm: (value: number) =>
    spaced(
      `${counted(value, 'règle reste', 'règles restent')} à confirmer : votre validation ne les confirme pas.`,
    ),
  hash: 'Empreinte de la version validée',
  name: 'Votre nom',
  nameMissing: 'Écrivez votre nom : c’est lui qui répond de ces règles.'.replace(' :', `${nbsp}:`),
  doValidate: (version: string) => `Valider la version ${version}`,
  validatedNow: 'Version validée.',
  reading: 'Lecture des règles…',
} as const

const settings = {
  title: 'Échanges et recours',
  exchanges: 'Échanges entre administrations',
  exchangesHelp: spaced(
    'Une pièce que l’office obtient lui-même ne se demande pas (CRPA L114-8 et D114-9-1). Cochez un échange seulement s’il fonctionne ici aujourd’hui.',
  ),
  exchangesElse: spaced(
    'Sans échange, la personne fournit la pièce, et le motif est celui de L114-10 : l’échange est impossible ici.',
  ),
  heldBy: (holder: string) => spaced(`Détenue par : ${holder}`),
  connected: 'Relié',
  notConnected: 'Pas relié',
  ballots: 'Scrutins à venir',
  ballotsHelp: spaced(
    'Écrivez le premier tour de chaque scrutin : la date de clôture des listes électorales en dépend (code électoral L17 et L30).',
  ),
  noBallot: 'Aucun scrutin annoncé.',
  ballotAdd: 'Premier tour',
  add: 'Ajouter',
  remove: 'Retirer',
  removeFor: (what: string) => `Retirer ${what}`,
  wrongDate: spaced('Écrivez une date : 14/03/2027.'),
  regulations: 'Règlements locaux',
  regulationsHelp: spaced(
    'Une délibération peut exiger une pièce d’une démarche que l’office décide. Elle est citée avec son numéro et sa date partout où la pièce est demandée. Elle ne peut pas exiger ce que la loi interdit.',
  ),
  noRegulation: 'Aucun règlement local.',
  regulationAdd: 'Ajouter le règlement',
  regulation: {
    procedure: 'Démarche',
    piece: 'Pièce exigée',
    title: 'Objet de la délibération',
    number: 'Numéro',
    date: 'Date de la délibération',
  },
  regulationSaid: (procedure: string, title: string, number: string, date: string) =>
    spaced(`${procedure} : ${title}, délibération ${number} du ${date}`),
  regulationWrong: spaced('Écrivez la pièce, l’objet, le numéro et la date : 12/06/2025.'),
  remedies: 'Où contester',
  remediesHelp:
    'Les adresses imprimées sous chaque recours. Sans l’adresse du tribunal, avec son code postal, un refus ne se délivre pas.',
  authority: 'Autorité du recours',
  court: 'Tribunal',
  noAddress: 'Sans adresse',
  edit: 'Modifier',
  editFor: (title: string) => spaced(`Modifier les adresses : ${title}`),
  endEdit: 'Fermer',
  endEditFor: (title: string) => spaced(`Fermer les adresses : ${title}`),
  reading: 'Lecture des réglages…',
} as const

/** What the law's pages say: rules read by a lawyer, packages, drafts of fiches, settings, search. */
export const law = {
  /** Short: they stand on one line, with the administration's other pages. */
  sections: {
    rules: 'Règles',
    packages: 'Paquets',
    drafts: 'Brouillons',
    law: settings.title,
    search: 'Recherche',
  },
  search,
  rules,
  packages,
  drafts,
  settings,
} as const
