import type { EntryKind, TillMeans } from '../../contract/till/books.ts'
import type { BookFault } from '../../domain/till/check.ts'

const counted = (count: number, one: string): string => `${count}\u00a0${one}${count < 2 ? '' : 's'}`

const kinds: Readonly<Record<EntryKind, string>> = {
  payment: 'Encaissement',
  stamp: 'Timbre électronique',
  reversal: 'Annulation',
  float: 'Fonds de caisse',
  gap: 'Écart de caisse',
  remittance: 'Versement au comptable',
}

const means: Readonly<Record<TillMeans, string>> = {
  cash: 'Espèces',
  cheque: 'Chèque',
  card: 'Carte bancaire',
  transfer: 'Virement',
  online: 'Paiement en ligne',
}

/** Why an entry or a closing does not hold, after its name. */
const faults: Readonly<Record<BookFault, string>> = {
  number: 'son numéro ne suit pas le précédent',
  chain: 'elle n’est pas liée à celle qui précède',
  hash: 'son empreinte n’est pas celle de son contenu',
  amounts: 'ses montants ne font pas leur somme',
  stock: 'elle ferait sortir plus que ce que la caisse contient',
  correction: 'elle corrige une écriture qui n’existe pas, qui a déjà été corrigée ou qui a été versée',
  stamp: 'elle enregistre un timbre déjà utilisé',
  totals: 'ses totaux ne sont pas ceux des écritures',
  session: 'elle est hors de la journée de caisse',
  table: 'la table des écritures ne dit pas ce que dit le journal',
  note: 'ce qui a été écrit à son sujet (payeur, référence, motif) a été modifié depuis',
  quittance: 'un encaissement en espèces ou par chèque n’a pas sa quittance',
}

/** Each column of the exported books, with what it says: the file is understood without this program. */
const columns = [
  ['Numéro', 'numéro de l’écriture, continu depuis la première, sans trou'],
  ['Ligne', 'rang du produit dans l’écriture : les montants par moyen ne sont que sur la première ligne'],
  ['Instant', 'date et heure UTC (ISO 8601)'],
  ['Journée de caisse', 'jour auquel l’écriture appartient'],
  ['Nature', 'encaissement, timbre électronique, annulation, fonds de caisse, écart de caisse, versement'],
  ['Agent', 'identifiant de l’agent'],
  ['Guichet', 'identifiant du guichet, vide hors d’un guichet'],
  ['Produit', 'identifiant du produit dans l’acte constitutif'],
  ['Désignation', 'nom du produit ce jour-là'],
  ['Quantité', 'négative dans une annulation'],
  ['Tarif unitaire (€)', 'tarif du jour'],
  ['Montant de la ligne (€)', 'quantité × tarif, ou zéro en cas d’exonération ou de timbre'],
  ['Exonération', 'identifiant de l’exonération dans l’acte constitutif'],
  ['Moyen', 'moyen de paiement'],
  ['Espèces (€)', 'ce que l’écriture ajoute à la caisse, ou en retire'],
  ['Chèques (€)', 'de même, en chèques'],
  ['Carte bancaire (€)', 'de même, par carte'],
  ['Virement (€)', 'de même, par virement'],
  ['En ligne (€)', 'de même, en ligne'],
  ['Nombre de chèques', 'chèques entrés, ou sortis si négatif'],
  ['Donné (€)', 'espèces données par la personne'],
  ['Rendu (€)', 'monnaie rendue'],
  ['Corrige', 'numéro de l’écriture annulée ou remplacée'],
  ['Payeur', 'tel que saisi ; vide si non saisi ou éliminé'],
  ['Référence', 'numéro du chèque, autorisation ; vide si non saisi ou éliminé'],
  ['Motif', 'motif d’une annulation ou d’un écart ; vide si éliminé'],
  ['Formation', '« oui » pour une caisse d’entraînement, sans valeur'],
  ['Empreinte précédente', 'SHA-256 de l’écriture d’avant ; 64 zéros pour la première'],
  ['Empreinte', 'SHA-256, en hexadécimal, du texte UTF-8 de la colonne suivante'],
  ['Écriture (JSON)', 'tout ce que l’empreinte couvre : JSON canonique (RFC 8785), montants en centimes'],
] as const

const header = (name: string, from: string | null, to: string | null, count: number): string =>
  [
    'JOURNAL DE LA RÉGIE',
    '',
    `Régie : ${name}`,
    `Période : ${from === null ? 'depuis la première écriture' : `du ${from}`}${to === null ? ' jusqu’à la dernière' : ` au ${to}`}`,
    `Écritures : ${count}`,
    '',
    'Format : CSV, séparateur « ; », fins de ligne CRLF, UTF-8 avec marque d’ordre, virgule décimale, guillemets',
    'doublés (RFC 4180). Un texte qui commencerait comme une formule est précédé d’une apostrophe.',
    'Une écriture n’est jamais modifiée : une correction est une autre écriture, qui la nomme. Chaque empreinte',
    'couvre la précédente : une ligne retirée, ajoutée ou changée se voit.',
    '',
    'Colonnes :',
    ...columns.map(([title, what], at) => `${String(at + 1).padStart(2)}. ${title} : ${what}`),
    '',
  ].join('\n')

/** The till's words, outside its pages: its papers, its books as a file, its verification. */
export const tillWords = {
  kinds,
  means,
  export: {
    title: 'Journal de la régie',
    columns: columns.map(([title]) => title),
    describe: () => columns.map(([title, what]) => `  ${title} : ${what}`).join('\n'),
    header,
    yes: 'oui',
    no: 'non',
    fileName: (from: string, to: string) => `regie-${from}-${to}.csv`,
    noName: 'sans acte constitutif',
  },
  verify: {
    entry: (number: number, fault: BookFault) => `Écriture ${number} de la régie : ${faults[fault]}.`,
    closing: (number: number, fault: BookFault) => `Clôture ${number} de la régie : ${faults[fault]}.`,
    holds: (entries: number, closings: number, perpetual: string) =>
      `Régie vérifiée : ${counted(entries, 'écriture')} et ${counted(closings, 'clôture')}, la chaîne tient, total perpétuel ${perpetual}.`,
  },
} as const
