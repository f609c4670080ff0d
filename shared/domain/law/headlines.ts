import { searchable } from '../../contract/letters.ts'
import { ofAnAct } from './duties.ts'
import { clausesOf, compulsory, one, piece, sentencesOf } from './orders.ts'
import { undenied } from './wanted.ts'

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
export function headlineAsks(notice: string): boolean {
  const listed = elsewhere.test(searchable(notice))
  return sentencesOf(notice).some(
    (sentence) =>
      without.test(searchable(sentence)) || clausesOf(sentence).some((clause) => clauseAsks(clause, listed)),
  )
}
