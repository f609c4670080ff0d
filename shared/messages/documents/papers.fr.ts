import type { DocumentAsk } from '../../contract/documents/asks.ts'
import { count, counted } from '../format/numbers.ts'
import { issuingWords } from './issuing.fr.ts'
import { periodNamed } from '../till/deed.fr.ts'

const nbsp = '\u00a0'
type Words<K extends string> = Readonly<Record<K, string>>

/** What a paper is called where one is chosen: short, as people say it at the counter. */
const asks: Words<DocumentAsk['kind']> = {
  recepisse: 'Récépissé de dépôt',
  attestation: 'Attestation de passage',
  accuse: 'Accusé de réception',
  pieces: 'Demande de pièces',
  original: 'Demande de l’original',
  transmission: 'Transmission',
  refus: 'Refus motivé',
  acceptation: 'Acceptation implicite',
  motifs: 'Motifs d’un rejet implicite',
  trace: 'Trace des règles',
  regularisation: 'Invitation à régulariser',
  urbanisme: 'Récépissé d’urbanisme',
  sejour: 'Papier de séjour',
  originaux: 'Restitution d’originaux',
  incident: 'Rapport d’incident',
  recensement: 'Attestation de recensement',
}

/** What pages say of documents: found, shown, checked, issued, handed over, repeated, put right, cancelled. */
export const papers = {
  title: 'Documents',
  open: 'Tous les documents',
  asks,
  columns: { list: 'Documents délivrés', document: 'Document', verify: 'Vérifier un document' },

  search: {
    number: 'Numéro',
    numberHelp: 'Écrivez le numéro entier, ou son début',
    toNumber: 'Chercher par numéro',
    from: 'Du',
    to: 'Au',
    dateHelp: 'Jour, mois, année',
    kind: 'Genre',
    anyKind: 'Tous les genres',
    act: 'Chercher',
    clear: 'Tout revoir',
    datesMixedUp: 'La fin est avant le début.',
    found: (documents: number, more: boolean) =>
      more
        ? `Les ${count(documents)} derniers`
        : documents === 0
          ? 'Aucun document'
          : counted(documents, 'document', 'documents'),
    none: 'Aucun document ne correspond. Vérifiez le numéro, ou élargissez les dates.',
    noneYet: 'Aucun document n’a encore été délivré par cet office.',
    more: 'Voir les précédents',
  },

  state: {
    holds: 'Délivré',
    handed: (when: string) => `Remis le ${when}`,
    erased: 'Effacé',
    cancelled: (by: string) => `Annulé par ${by}`,
    corrected: (by: string) => `Remplacé par ${by}`,
  },
  erasedHelp:
    'La durée de conservation est passée : le contenu de ce papier est effacé. Son numéro et son empreinte restent, pour vérifier la suite des numéros.',
  ticket: (number: string) => `Ticket ${number}`,
  file: (reference: string) => `Dossier ${reference}`,
  copies: (copies: number) => `${count(copies)}${nbsp}exemplaires`,
  issuedAt: (when: string) => `Délivré le ${when}`,
  shortCode: (code: string) => `Code ${code}`,
  to: (name: string) => `Pour ${name}`,

  acts: {
    print: 'Imprimer',
    printAgain: 'Réimprimer',
    toScreen: 'Voir à l’écran',
    show: 'Afficher',
    layout: 'Présentation',
    handOver: 'Remettre',
    duplicate: 'Duplicata',
    correct: 'Rectifier',
    cancel: 'Annuler ce document',
    trace: 'Trace des règles',
    others: 'Autres actes',
  },
  close: 'Fermer',
  actsLabel: 'Actes sur ce document',
  printer: 'Imprimante',
  usualPrinter: 'Imprimante habituelle',
  screen: 'À l’écran seulement',
  shownOnly: 'Affiché à l’écran. Rien n’est imprimé.',
  printed: (number: string, copy: number) =>
    `${number}${nbsp}: copie n°${nbsp}${copy} envoyée à l’impression`,
  duplicated: (first: string, number: string) => `${number}${nbsp}: duplicata de ${first}`,
  corrected: (first: string, number: string) => `${number} rectifie et remplace ${first}`,
  cancelled: (first: string, number: string) => `${number} annule ${first}`,
  /** What the cancelling of a letter changed on its file, after the sentence before. */
  withdrawn: {
    asked: (days: readonly string[]) =>
      `Les pièces demandées ${days.map((day) => `le ${day}`).join(' et ')} ne sont plus demandées`,
    askedElse:
      'le papier annulé ne demande plus de pièces, mais celles qu’un autre demande restent à fournir',
    runsAgain: (day: string) => `le délai court de nouveau depuis le ${day}`,
    acknowledgement: 'l’accusé de réception ne compte plus : donnez-en un autre',
    unchanged: {
      toldElse: 'Le délai ne change pas : un autre papier demande encore les pièces',
      received: 'Le délai ne change pas : les pièces demandées sont reçues',
      untied:
        'Le dossier compte encore ce que ce papier disait : Guichet ne sait pas quel papier l’a dit en premier',
      asksNothing: 'Le dossier ne change pas : ce papier n’y demande rien',
      elsewhere: 'Le délai ne change pas : il court chez qui décide',
      decided: 'Le dossier est décidé : l’annulation n’y change rien',
      closed: 'Le dossier est clos : l’annulation n’y change rien',
    },
  },
  issued: (title: string, number: string) => `${title}${nbsp}: ${number}`,
  handedOver: (number: string) => `${number}${nbsp}: remise notée`,
  handedRefused: (number: string) => `${number}${nbsp}: refus de le prendre noté`,

  preview: {
    title: 'Aperçu avant impression',
    draft: 'Aperçu : ce papier n’a pas encore de numéro',
    variant: 'Présentation',
    variants: { usual: 'Ordinaire', large: 'Gros caractères', plain: 'Facile à lire' },
    lang: 'Résumé dans une autre langue, sous le texte français',
    frenchAlone: 'Aucune autre langue',
    leave: 'Fermer le papier',
    loading: 'Le papier se prépare…',
  },

  closings: {
    open: 'Clôtures',
    title: 'Clôtures du journal des documents',
    help: 'Chaque jour, chaque mois et chaque année sont clos avec leurs totaux, chaque clôture liée à la précédente. Imprimez cette page, ou notez le code du journal : il montrera, ailleurs que sur cette machine, un journal changé depuis.',
    reading: 'Les clôtures se vérifient…',
    none: 'Aucune clôture. La première se fait à la fermeture de la journée.',
    hold: 'Toutes les clôtures tiennent.',
    broken: (named: string, why: string) => `La clôture «${nbsp}${named}${nbsp}» ${why}`,
    columns: {
      period: 'Période',
      count: 'Documents',
      perpetual: 'Total perpétuel',
      series: 'Numéros',
      code: 'Code du journal',
    },
    noneIssued: 'aucun',
    span: (series: string, first: number, last: number) =>
      first === last ? `${series}-${first}` : `${series}-${first} à ${last}`,
    more: 'Voir les précédentes',
    /** « le 3 mars 2026 (2ᵉ) » completes a day that was opened again; « mars 2026 », « l’année 2026 ». */
    named: (name: string) => {
      const [date = '', rank] = name.split('.')
      return rank === undefined ? periodNamed(date) : `${periodNamed(date)} (${rank}ᵉ)`
    },
  },

  handOver: {
    title: 'Remettre le document',
    help: 'Dès sa remise, une décision est opposable à la personne (CRPA, art. L221-8).',
    means: 'Comment',
    to: 'À qui',
    refused: 'La personne a refusé de le prendre',
    act: 'Noter la remise',
  },
  correct: {
    title: 'Rectifier une erreur de frappe',
    help: 'Un nouveau document remplace ce document et le nomme. Le premier ne change pas.',
    label: 'Objet indiqué par l’agent',
    familyName: 'Nom de famille',
    firstName: 'Prénom',
    usageName: 'Nom d’usage (si la personne l’a demandé)',
    contact: 'Adresse',
    pieces: 'Pièces',
    pieceStates: { presented: 'Présentée', missing: 'Manquante', notExamined: 'Non examinée' },
    reason: 'Ce qui était faux',
    reasonMissing: 'Écrivez ce qui était faux.',
    unchanged: 'Rien n’est changé.',
    act: 'Délivrer le rectificatif',
  },
  cancel: {
    title: 'Annuler ce document',
    help: 'L’annulation est un document numéroté, qui nomme le document annulé. Une décision ne s’annule pas ainsi : elle se retire (CRPA, art. L242-1).',
    letterHelp: [
      'Les pièces que ce papier est seul à demander ne seront plus demandées : le délai court de nouveau dès aujourd’hui.',
      'L’accusé qu’il donne ne compte plus : donnez-en un autre.',
      'Un dossier décidé, clos ou transmis à qui décide ne change pas.',
      'Ce qui a été noté sans papier, ou par une version plus ancienne de Guichet, compte encore.',
    ],
    reason: 'Motif de l’annulation',
    reasons: ['Délivré par erreur', 'Mauvaise personne', 'Mauvaise démarche'],
    reasonMissing: 'Écrivez pourquoi il est annulé.',
    act: 'Délivrer l’annulation',
  },

  issue: issuingWords,

  verify: {
    open: 'Vérifier',
    title: 'Vérifier un document',
    help: 'Scannez le code du papier, ou tapez-le. Guichet le compare à la clé de cet office, sur ce poste.',
    result: 'Résultat',
    typed: 'Code du papier',
    act: 'Vérifier',
    camera: 'Lire par la caméra ou une image',
    empty: 'Donnez un code à vérifier.',
    whose: (office: string) => `Délivré par ${office}`,
    unknown: 'Son numéro n’est pas dans le journal de cet office.',
    another:
      'Ce numéro existe, mais le code n’est pas le sien. Le papier a été contrefait à partir d’un code authentique.',
    firstGone: (first: string, by: string, isCancelled: boolean) =>
      `C’est un duplicata de ${first}, qui ${isCancelled ? `est annulé par ${by}` : `est remplacé par ${by}`} : il ne vaut plus.`,
    school: 'Spécimen de formation : ce papier n’a aucune valeur.',
  },

  past: {
    open: 'Attester un passage',
    title: 'Attester un passage',
    help: 'Attestez un passage de ce jour ou d’un autre. Le code est imprimé sur le ticket.',
    wanted: { attestation: 'Attestation de passage', passage: 'Mon passage, étape par étape' },
    code: 'Code du ticket',
    codeMissing: 'Écrivez le code du ticket : cette trace est remise à qui porte le papier.',
    number: 'Ou son numéro',
    numberMissing: 'Écrivez le code du ticket, ou son numéro et son jour.',
    on: 'Du jour',
  },

  ofFile: {
    title: 'Papiers',
    none: 'Aucun papier délivré pour ce dossier.',
    draft: 'Refus, projet',
    draftKept: 'Pas encore signé',
    letterDraft: (title: string) => `${title}, brouillon`,
    letterKept: 'Pas encore envoyé',
  },

  counter: {
    lacks: 'Ce qui manque à l’accusé',
    given: 'Accusé de réception : toutes les mentions y sont.',
    notDue: 'Accusé non requis',
    incomplete: 'Accusé incomplet : les délais de recours ne seront pas opposables.',
    handedKey: 'Remis',
  },
} as const
