import type { VisitEnd } from '../../contract/queue/outcomes.ts'
import { agree } from '../format/numbers.ts'
import { beforeVerb } from './due.fr.ts'

const nbsp = '\u00a0'
const days = (count: number) => `${count}${nbsp}${agree(count, 'jour', 'jours')}`

const short: Readonly<Record<VisitEnd, string>> = {
  filed: 'Déposé',
  incomplete: 'Incomplet',
  information: 'Renseignement',
  handedOver: 'Titre remis',
  forwarded: 'Réorienté',
  notServed: 'Non reçu',
  assisted: 'Aide en ligne',
}

const titles: Readonly<Record<VisitEnd, string>> = {
  filed: 'dossier déposé',
  incomplete: 'dossier incomplet',
  information: 'renseignement donné',
  handedOver: 'titre remis',
  forwarded: 'réorienté',
  notServed: 'non reçu',
  assisted: 'accompagnement en ligne',
}

/** What an end means, where its paper does not say it. */
const happens: Readonly<Record<VisitEnd, string>> = {
  filed: 'Le dossier est reçu aujourd’hui.',
  // Shown where no piece is noted as missing: nothing ends so.
  incomplete:
    'Aucune pièce n’est notée manquante. Notez-la d’abord dans la liste, ou terminez par « Déposé ».',
  information: 'Rien n’est déposé. La personne garde ses pièces.',
  handedOver: 'Le titre est remis. Ce qui le concerne est dans Remettre (F10).',
  forwarded: 'Indiquez l’organisme compétent. Le papier porte son nom, et son adresse si elle est connue.',
  notServed: 'Indiquez à cause de qui. Le rang peut être gardé.',
  assisted: 'Indiquez le site et ce qui a été fait.',
}

const acts: Readonly<Partial<Record<VisitEnd, string>>> = {
  forwarded: 'Choisir l’organisme',
  notServed: 'Dire pourquoi',
  assisted: 'Dire ce qui a été fait',
}

/** How a request ends, said before it does. */
export const endWords = {
  heading: (title: string) => `Terminer${nbsp}: ${title}`,
  back: 'Revenir',
  /** A request of several, whole: it is filed in one key. */
  whole: 'Rien ne manque.',
  printed: (papers: readonly string[]) => `Imprimé et remis${nbsp}: ${papers.join(', ')}.`,
  fileThenNext: (place: number, all: number) => `Déposer, puis demande ${place} sur ${all}`,
  which: 'Fin du passage',
  others: 'Autres fins',
  short,
  titles,
  happens,
  leavesWithout: 'Repart sans déposer',
  leavesWithoutTitle: 'repart sans déposer',
  other: 'Autre…',
  refusal: 'Refus écrit…',
  refusalTitle: 'refus écrit',
  toBring: 'À apporter',
  requests: 'Ce qui se passe',
  dueOn: 'au plus tard le',
  dueHelp: 'Tab, puis jour, mois, année',
  officeDays: (count: number) => `${days(count)}, délai de la mairie (CRPA L114-5).`,
  chosenDays: (count: number) => `${days(count)} (CRPA L114-5).`,
  textDays: (texts: readonly string[]) => `Délai fixé par le texte (${texts.join(', ')}).`,
  notBefore: (day: string) => `Le texte ne permet pas de date avant le ${day}.`,
  how: 'Au guichet, avec le papier remis ; ou par courrier, le cachet de la poste fait foi.',
  printedFor: (who: string) => `Imprimé et remis à ${who}`,
  person: 'la personne',
  noPaper: 'Aucun papier',
  noPaperHelp: 'Une attestation de passage est donnée sur demande (D).',
  says: {
    incomplete: 'Pièce manquante, date, où l’apporter, suite.',
    filed: 'Date du dépôt, pièces présentées, suite.',
    forwarded: 'Jour et heure du passage, organisme compétent.',
    notServed: 'Jour et heure du passage, et que personne n’a reçu.',
  },
  suspended: (day: string) => `Le délai est suspendu jusqu’au ${day}.`,
  silence: {
    rejet: (day: string) => `Sans réponse, rejet le ${day}.`,
    acceptation: (day: string) => `Sans réponse, accord le ${day}.`,
  },
  decidesElsewhere: (who: string) =>
    `${who.slice(0, 1).toLocaleUpperCase('fr')}${beforeVerb(who.slice(1))} décide${nbsp}: pas de refus au guichet.`,
  declaredElsewhere: (who: string) =>
    `La déclaration est adressée à${nbsp}: ${who}. Un guichet ne la refuse pas.`,
  needed: 'Ce qu’il faut',
  neededClosed: 'Un des cas du texte, et les faits',
  neededOpen: 'Un motif, son article, et les faits',
  neededHelp: 'Le recours et le signataire sont remplis d’avance.',
  refusalSigned: 'Le refus part quand il est signé.',
  file: {
    none: 'Aucun dossier ouvert',
    opens: 'Un dossier est ouvert',
    goesOn: 'Le dossier repris continue',
    filedAt: (day: string) => `classé au ${day}`,
  },
  act: 'Terminer',
  actPrints: 'Terminer et imprimer',
  actRefusal: 'Choisir le motif',
  acts,
} as const
