import { amountWords, mostInWords } from '../format/amounts.ts'
import { agree, calendarDate, count, euros } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** « 42,50 € (quarante-deux euros et cinquante centimes) »: beyond what words say, the figures alone. */
const sumSaid = (cents: number): string =>
  cents > mostInWords ? euros(cents) : `${euros(cents)} (${amountWords(cents)})`

/** The words of the till's papers: quittance, reçu, bordereau de versement. */
export const tillPaperWords = {
  cheques: (cents: number, many: number) =>
    `${euros(cents)} (${count(many)} ${agree(many, 'chèque', 'chèques')})`,
  quittance: (cents: number, when: string) => `La somme de ${sumSaid(cents)} a été reçue ${when}.`,
  nothingDue: (when: string) => `Rien n’était dû : l’exonération a été enregistrée ${when}.`,
  stampSeen: (stamp: string, when: string) =>
    `Le timbre électronique ${stamp.replaceAll(/(\d{4})(?=\d)/g, `$1${nbsp}`)} a été enregistré ${when}. Rien n’a été encaissé ici.`,
  remitted: (cents: number, to: string) => `La somme de ${sumSaid(cents)} est versée au comptable (${to}).`,
  entry: (number: number) => `Journal à souches, écriture n°${nbsp}${number}.`,
  corrects: (number: number) => `Remplace l’écriture n°${nbsp}${number}, annulée.`,
  payer: (name: string) => `Payé par ${name}.`,
  reference: (typed: string) => `Référence : ${typed}.`,
  paid: (how: string) => `Moyen de paiement : ${how}.`,
  given: (given: string, change: string) => `Donné : ${given}. Rendu : ${change}.`,
  products: 'Ce qui a été payé',
  productColumn: 'Produit',
  amountColumn: 'Montant et texte',
  detail: (quantity: number, unit: string, sum: string) =>
    quantity === 1 ? sum : `${quantity} × ${unit} = ${sum}`,
  worth: (unit: string) => `Valeur : ${unit}`,
  exempt: (quantity: number, unit: string, title: string, source: string) =>
    `0${nbsp}€ au lieu de ${quantity === 1 ? unit : `${quantity} × ${unit}`}, exonération : ${title} (${source})`,
  texts: (article: string, source: string, tariff: string, from: string) =>
    `${article} ; ${source} ; tarif du ${calendarDate(from)} : ${tariff}`,
  till: 'La régie',
  aboutColumn: 'Mention',
  saidColumn: 'Ce qu’elle dit',
  tillRow: 'Régie',
  actRow: 'Acte constitutif',
  act: (act: string, on: string) => `${act} du ${calendarDate(on)}`,
  regisseurRow: 'Régisseur',
  mandataireRow: 'Mandataire',
  accountantRow: 'Comptable',
  counterRow: 'Caisse',
  nobody: 'non renseigné',
  means: 'Versé par moyen',
  meansColumn: 'Moyen',
  sumColumn: 'Montant',
  byProduct: 'Ventilation par produit',
  coins: 'Espèces versées',
  coinsColumn: 'Coupure ou pièce',
  coin: (many: number, each: string, sum: string) => `${count(many)} × ${each} = ${sum}`,
  quantity: (many: number, sum: string) => `${sum} (quantité : ${count(many)})`,
  period: (from: number, to: number) => `Écritures n°${nbsp}${from} à n°${nbsp}${to}.`,
  short: (sum: string) => `Écarts de caisse constatés : il manque ${sum}.`,
  over: (sum: string) => `Écarts de caisse constatés : ${sum} en trop.`,
  float: (sum: string) => `Fonds de caisse conservé : ${sum}.`,
  perpetual: (sum: string) => `Total perpétuel des encaissements : ${sum}.`,
  sign: 'Signature du régisseur ou du mandataire',
  signBoth: 'Signatures du régisseur et du comptable',
} as const
