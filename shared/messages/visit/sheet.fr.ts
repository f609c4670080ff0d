import type { ObligationsPaper } from '../../contract/documents/papers.ts'
import { beforeVerb } from './due.fr.ts'

const nbsp = '\u00a0'

const states: Readonly<Record<ObligationsPaper['bring'][number]['state'], string>> = {
  given: 'déjà montré',
  missing: 'manque encore',
  toBring: '',
}

const whys: Readonly<Record<ObligationsPaper['notToBring'][number]['why'], string>> = {
  held: 'une administration l’a déjà',
  notRequired: 'pas nécessaire pour vous',
  forbidden: 'personne ne peut vous le demander',
}

/** The next request of a family, begun from the one before. */
export const householdWords = {
  same: 'Même foyer\u00a0: logement et représentant repris de la demande précédente.',
  other: 'Autre foyer',
} as const

/** Both sides' sheet, in plain words: short sentences, said to the person. */
export const sheetWords = {
  title: 'Ce que chacun doit faire',
  bring: 'Ce que vous apportez',
  bringNothing: 'Rien à apporter.',
  either: 'un seul de ceux marqués «\u00a0ou\u00a0» suffit',
  or: 'ou',
  states,
  notToBring: 'Ce que vous n’avez pas à apporter',
  whys,
  byPerson: 'Ce que vous devez faire',
  pay: (amount: string) => `Payer ${amount}`,
  free: 'C’est gratuit.',
  dates: 'Les dates',
  before: (day: string) => `au plus tard le ${day}`,
  between: (from: string, to: string) => `du ${from} au ${to}`,
  since: (day: string) => `à partir du ${day}`,
  late: 'Cette date est passée.',
  error: 'Si vous vous êtes trompé, ou si vous êtes en retard',
  byAdministration: 'Ce que l’administration vous doit',
  decision: 'Qui décide, et quand',
  decides: (who: string, collects: boolean) =>
    collects
      ? `Nous recevons votre demande. C’est ${beforeVerb(who)} qui décide${nbsp}: nous ne pouvons pas la refuser.`
      : `Qui décide${nbsp}: ${who}.`,
  declared: (who: string) => `Votre déclaration est adressée à${nbsp}: ${who}.`,
  incomplete: 'S’il manque une pièce',
  remedy: 'Si vous n’êtes pas d’accord',
  noRemedy: 'Ici, personne ne prend de décision à contester.',
  delivers: 'Ce que vous recevrez',
  texts: 'Les textes',
  aboutColumn: 'De quoi il s’agit',
  textColumn: 'Texte',
  rules: 'Règles appliquées',
  contact: 'Une question ?',
} as const
