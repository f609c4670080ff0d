import { asRead, normalForm, searchable } from '../../contract/letters.ts'
import type { Refused } from '../decision.ts'
import { citesText, namesPiece, clausesOf, compulsory, one, piece, sentencesOf } from './orders.ts'
import { namesSomeone } from './someone.ts'
import { asksOrRefuses } from './speech.ts'
import { ofAnAct } from './duties.ts'
import { undenied } from './wanted.ts'

// What the office says to everybody in its own words: on the display, at the kiosk, on telephones.

/** Who takes blood asks who gives it for a title: the town lends the room. */
const askedByOthers = /\b(?:collecte|dons?) (?:de|du) sang\b/iu
/** The card that a library lends: it is shown there and given back there. */
const ofReaders =
  /(?<!\p{L})cartes? (?:de (?:la )?|du )(?:bibliothèque|lecteur|lecture|ludothèque|médiathèque|piscine)(?!\p{L})/giu
/** A card that pays is none, and the photos of a contest are no piece. */
const ofPaying = /(?<!\p{L})cartes? (?:bancaires?|bleues?|de paiement|d['’]abonnement)(?!\p{L})/giu
const contest = /(?<!\p{L})(?:concours|exposition)(?!\p{L})/iu
const photos = /(?<!\p{L})photos?(?! d['’]identité)(?!\p{L})/giu
/** « Relevé des compteurs obligatoire »: whoever reads them passes. */
const ofMeters = /(?<!\p{L})relevés? (?:des? |du )?compteurs?(?!\p{L})/giu
const noPiece = (words: string): string => {
  const left = words.replaceAll(ofReaders, ' ').replaceAll(ofPaying, ' ').replaceAll(ofMeters, ' ')
  return contest.test(words) ? left.replaceAll(photos, ' ') : left
}
/** « Apportez vos livres » asks no piece; what a text asks is said with its number. */
const asksByItself = (words: string): boolean =>
  namesPiece(noPiece(words)) && !citesText(words) && !askedByOthers.test(words)

// What a notice asks without an order, by a headline: « Pièce d’identité exigée », « bail demandé à l’accueil ».

const toGive = 'A (?:APPORTER|FOURNIR|JOINDRE|PRESENTER|PRODUIRE|RAMENER|RAPPORTER)'
/** « Pièce d’identité exigée », « photocopie à fournir »; « photo obligatoire en couleur » says how it is made. */
const headline = new RegExp(
  String.raw`${undenied}${ofAnAct}\b(?:PHOTO)?${piece}(?: (?!(?:NE?|NON|PAS|PLUS|POUR|RENDEZ|SUR|VOUS)\b)\w+){0,4}? (?:${compulsory}|${toGive})\b(?! EN (?:COULEURS?|NOIR)\b)`,
)
/** « Sans RIB, pas de dossier »; « il n’y a pas d’obstacle » asks nothing. */
const without = new RegExp(
  String.raw`^(?:SANS|FAUTE DE|A DEFAUT DE) ${one}(?:\w+ )?${piece}\b.* (?:PAS|AUCUNE?|RIEN)\b(?! (?:(?:D|DE) )?(?:DIFFICULTE|INQUIETUDE|OBSTACLE|PROBLEME|SOUCI)S?\b)`,
)
/** « Pièces à fournir : voir la liste », which the procedure has. */
const list = new RegExp(String.raw`\bPIECES (?:JUSTIFICATIVES )?${toGive}\b`)
const elsewhere = /\b(?:LISTES?|VOIR|CONSULTE[RZ]|SITE|AFFICHEE?S?|DEMANDEZ|RENSEIGNEMENTS?|RENSEIGNEZ)\b/
/** « Bail demandé à l’accueil », « passeport sur présentation d’un bail », « uniquement avec un bail ». */
const wanted = new RegExp(
  String.raw`^${undenied}${ofAnAct}${one}(?:\w+ )?${piece}(?: (?!(?:NE?|NON|PAS|PLUS)\b)\w+){0,3}? (?:DEMANDE|EXIGE|RECLAME)E?S?(?: (?:A L ACCUEIL|A TOUS|PAR LA MAIRIE|AU GUICHET\b.*))?$|\b(?:SUR (?:LA )?PRESENTATION|(?:UNIQUEMENT|SEULEMENT) (?:AVEC|MUNIE?S?)) (?:D )?(?:UN|UNE|DU|DE LA|DES|VOTRE) (?:\w+ )?${piece}\b`,
)

const clauseAsks = (clause: string, listed: boolean): boolean =>
  wanted.test(clause) || (headline.test(clause) && !(listed && list.test(clause)))

/** Whether a notice asks a piece by its headline: « Justificatif de domicile obligatoire à partir de lundi ». */
function headlineAsks(notice: string): boolean {
  const listed = elsewhere.test(searchable(notice))
  return sentencesOf(notice).some(
    (sentence) =>
      without.test(searchable(sentence)) || clausesOf(sentence).some((clause) => clauseAsks(clause, listed)),
  )
}

/**
 * Why words to everybody are refused: they name somebody, ask for a piece (which a text alone does, CRPA L114-5), or refuse.
 * What asks is known in French alone, whatever language it is written for.
 */
export function strangeNotice(
  said: readonly (string | null | undefined)[],
): Refused<'namesSomebody' | 'noticeAsks' | 'noticeRefuses'> | null {
  for (const [typed, read] of said.flatMap((line) => asRead(line ?? '').map((one) => [line, one] as const))) {
    // Letters that are wide or drawn otherwise are read as the plain ones.
    const words = normalForm('NFC', normalForm('NFKD', read))
    if (namesSomeone(words)) return { refusal: 'namesSomebody', details: [typed ?? ''] }
    const found = asksOrRefuses(words, 'all')
    if (found === 'refuses') return { refusal: 'noticeRefuses', details: [typed ?? ''] }
    if ((found === 'asks' || headlineAsks(words)) && asksByItself(words))
      return { refusal: 'noticeAsks', details: [typed ?? ''] }
  }
  return null
}
