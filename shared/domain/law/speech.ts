import { searchable } from '../../contract/letters.ts'
import { asksOfPerson } from './duties.ts'
import { ordersAny, ordersPiece } from './orders.ts'

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
    /\b(VOTRE|VOS|CETTE|LA|LE|CE) (DEMANDE|REQUETE|DOSSIER|INSCRIPTION|CANDIDATURE)S? (EST|SONT|A ETE|ONT ETE|RESTE|SERA|SERONT|VA ETRE) (DONC |AINSI )?(REFUS|REJET|IRRECEV|ECARTE|NON RECEV)/,
    /\b(NOUS|JE|LA MAIRIE|LE MAIRE) (REFUS|REJET)/,
    /^(DEMANDE|REQUETE|DOSSIER|INSCRIPTION) (EST )?(REFUSEE?|REJETEE?|IRRECEVABLE|NON RECEVABLE)\b|^REFUS$|^REFUS DU \d/,
    /\b(DEMANDE|REQUETE|DOSSIER|INSCRIPTION)S? NE? (PEUT|PEUVENT|POURRA|SERA|SERONT|EST|SONT) (DONC )?(PAS|PLUS) (ETRE )?(ACCEPT|ACCUEILLI|ADMIS|ACCORD|EXAMINE|RECEVABLE)/,
    /\bVOUS N (Y )?AVEZ (DONC )?PAS (LE )?DROIT (A|AU|AUX)\b|\bVOUS N Y AVEZ (DONC )?PAS DROIT\b|\bDONNERONS PAS SUITE\b/,
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

/**
 * Whether words that an agent writes on a paper ask something of the person, or refuse. Nothing is required by it: what may be
 * asked is said by the texts (`lacking.ts`), what is refused by a decision; here words that would read as either are sent back.
 */
export function asksOrRefuses(prose: string): 'asks' | 'refuses' | null {
  if (refusing.test(searchable(prose))) return 'refuses'
  return asksOfPerson(prose) || ordersPiece(prose) ? 'asks' : null
}

/** Whether a line that says where, who or which orders something instead. « À votre écoute » heads a paper, « Revenez » doesn't. */
export const lineSpeaks = (line: string): boolean => asksOrRefuses(line) !== null || ordersAny(line)
