import { searchable } from '../../contract/letters.ts'
import { asksOfPerson } from './duties.ts'

// What has the form of a name and is none: a sentence made of letters alone, « Revenez demain avec votre passeport ».

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Orders to give something: each asks it, whatever stands beside. */
const asking = words(
  'ADRESSEZ AMENEZ APPORTEZ COMMUNIQUEZ DEPOSEZ ENVOYEZ FOURNISSEZ JOIGNEZ PRESENTEZ PRODUISEZ RAMENEZ RAPPORTEZ REMETTEZ TRANSMETTEZ',
)
/** The other orders that no family bears as a name. */
const orders = words('VEUILLEZ PLEASE ATTENDEZ QUITTEZ REPASSEZ RETOURNEZ REVENEZ')
/** Nobody is called so: orders, and words by which somebody is spoken to. */
const address = new Set([...asking, ...orders, ...words('VOUS VOTRE YOUR')])
/** « Votre demande est refusée », « nous rejetons », « ne peut pas être acceptée », « est classé sans suite ». */
const refusing = new RegExp(
  [
    /\b(VOTRE|VOS|CETTE|LA) (DEMANDE|REQUETE|DOSSIER)S? (EST|SONT|A ETE|ONT ETE|RESTE) (DONC |AINSI )?(REFUS|REJET|IRRECEV)/,
    /\b(NOUS|JE|LA MAIRIE|LE MAIRE) (REFUS|REJET)/,
    /^(DEMANDE|REQUETE|DOSSIER) (EST )?(REFUSEE?|REJETEE?|IRRECEVABLE)\b/,
    /\b(DEMANDE|REQUETE|DOSSIER|INSCRIPTION)S? NE? (PEUT|PEUVENT|POURRA|SERA|SERONT|EST|SONT) (DONC )?(PAS|PLUS) (ETRE )?(ACCEPT|ACCUEILLI|ADMIS|ACCORD|RECEVABLE)/,
    /\bCLASS(EE?S?|ONS)\b( \w+){0,3} SANS SUITE\b/,
    /\b(POUVONS|PEUX|PEUT|POURRONS|POURRA) (DONC )?(PAS|PLUS) (DONNER SUITE|FAIRE DROIT|ACCEDER|ACCEPTER) (A )?(VOTRE|VOS|CETTE|LA)\b/,
    /\bFAIT L OBJET D UN (REFUS|REJET)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** Orders and states: each may be a name by itself, « Allez », « Ferme »; none is one beside a word of the office. */
const telling = words(
  'ALLEZ DITES DONNEZ FAITES MONTREZ PAYEZ PRENEZ VENEZ ' +
    'APPORTER DEPOSER ENVOYER FOURNIR JOINDRE PRESENTER PRODUIRE RAPPORTER REMETTRE REVENIR TRANSMETTRE ' +
    'DOIT DOIVENT EST FAUT SERA SONT ' +
    'ACCEPTE ACCEPTEE ACCORDE ACCORDEE ANNULE ANNULEE CLASSE CLASSEE EXPIRE EXPIREE FERME FERMEE IMPOSSIBLE INCOMPLET INCOMPLETE ' +
    'IRRECEVABLE MANQUANT MANQUANTE MANQUE REFUSE REFUSEE REJETE REJETEE RETIRE RETIREE',
)
const ofTheOffice = words(
  'ACTE ATTESTATION BAIL CARTE CERTIFICAT COPIE DECISION DECLARATION DEMANDE DOMICILE DOSSIER DROIT DROITS FACTURE FORMULAIRE GUICHET ' +
    'IDENTITE JUSTIFICATIF LIVRET MAIRIE ORIGINAL PASSEPORT PERMIS PHOTO PHOTOS PIECE PIECES PREFECTURE QUITTANCE RECEPISSE RECOURS ' +
    'SEJOUR TIMBRE TITRE DEMAIN LUNDI MARDI MERCREDI JEUDI VENDREDI SAMEDI',
)

/** No name of one person is longer: Malagasy ones are long words, Portuguese and Arabic ones many short ones. */
const most = 12

/**
 * Whether these words speak instead of naming.
 * @param parts what is printed together, as a family name and first names
 */
export function speaks(...parts: readonly (string | null | undefined)[]): boolean {
  const said = parts.map((part) =>
    searchable(part ?? '')
      .split(' ')
      .filter((word) => word !== ''),
  )
  if (said.some((part) => part.length > most)) return true
  const all = said.flat()
  if (all.some((word) => address.has(word))) return true
  const told = all.filter((word) => telling.has(word)).length
  return told > 0 && (all.some((word) => ofTheOffice.has(word)) || told > 1)
}

/** « Revenez avec un bail », « munissez-vous d’un bail », « il vous faut un garant »; « revenez demain » asks nothing. */
const comeWith =
  /\b(REVEN(EZ|IR)|REPASSE[RZ]|RETOURNE[RZ])\b( \w+){0,4}? (AVEC|MUNIE?S?)\b|\bMUNISSEZ VOUS D|\bIL VOUS FAU(T|DRA) (UNE?|VOTRE|VOS|LE|LA|LES|DEUX|TROIS|DES)\b|\bIL NOUS FAU(T|DRA) (VOTRE|VOS)\b/

/**
 * Whether words that an agent writes on a paper ask something of the person, or refuse. Nothing is required by it: what may be
 * asked is said by the texts (`lacking.ts`), what is refused by a decision; here words that would read as either are sent back.
 */
export function asksOrRefuses(prose: string): 'asks' | 'refuses' | null {
  // « Adressez-vous à l’accueil » says where to go; « les pièces que vous présentez », what is shown.
  const said = searchable(prose).replaceAll(/ADRESSEZ VOUS|\bQUE VOUS (NOUS |LUI )?\w+EZ\b/g, '')
  if (refusing.test(said)) return 'refuses'
  return asksOfPerson(prose) || comeWith.test(said) || said.split(' ').some((word) => asking.has(word))
    ? 'asks'
    : null
}

/** « Vous devez fournir », « vous êtes tenu de joindre », « il vous faut un garant ». */
const bindsYou =
  /\bVOUS (DEVEZ|DEVREZ|AUREZ A|ETES (TENU|OBLIGE|INVITE|PRIE)\w*)\b.{0,60}?\b(APPORTER|COMMUNIQUER|DEPOSER|ENVOYER|FOURNIR|JOINDRE|PRESENTER|PRODUIRE|RAPPORTER|REMETTRE|TRANSMETTRE)\b|\bIL (VOUS|NOUS) FAU(T|DRA)\b/

/** « Vous n’apportez pas la preuve », « vous présentez » tell what somebody does: an order has no subject. */
const youDo = /ADRESSEZ VOUS|\bVOUS ((NE|N|NOUS|LUI|LEUR|Y|EN|LE|LA|LES|L) ){0,3}\w+EZ\b/g

/**
 * Whether reasons speak to the person instead of telling: what a text requires of whoever asks is told, « apportez un bail » is
 * an order.
 */
export function ordersPerson(prose: string): boolean {
  const said = searchable(prose)
  const ordered = said.replaceAll(youDo, '').split(' ')
  return bindsYou.test(said) || ordered.some((word) => asking.has(word) || orders.has(word))
}

/** Whether a line that says where, who or which orders something instead. « À votre écoute » heads a paper, « Revenez » doesn't. */
export const lineSpeaks = (line: string): boolean =>
  asksOrRefuses(line) !== null ||
  searchable(line)
    .split(' ')
    .some((word) => orders.has(word))
