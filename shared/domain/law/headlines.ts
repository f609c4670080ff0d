import { searchable } from '../../contract/letters.ts'
import { ofAnAct } from './duties.ts'
import { clausesOf, compulsory, give, harmless, one, piece, sentencesOf } from './orders.ts'

// What a notice asks without an order: by a headline, « Pièce d’identité exigée », or by an infinitive, « Apporter un bail ».

/** « Aucune pièce à fournir », « pas de justificatif à fournir ». */
const denied = String.raw`(?<!\b(?:AUCUNE?|SANS|NI|PAS DE?|PLUS DE?|BESOIN DE?)(?: \w+){0,2} )`
const toGive = 'A (?:APPORTER|FOURNIR|JOINDRE|PRESENTER|PRODUIRE|RAMENER|RAPPORTER)'
/** « Pièce d’identité exigée », « photocopie à fournir »; « photo obligatoire en couleur » says how it is made. */
const headline = new RegExp(
  String.raw`${denied}${ofAnAct}\b(?:PHOTO)?${piece}(?: (?!(?:NE?|NON|PAS|PLUS|POUR|RENDEZ|SUR|VOUS)\b)\w+){0,4}? (?:${compulsory}|${toGive})\b(?! EN (?:COULEURS?|NOIR)\b)`,
)
/** « Sans RIB, pas de dossier »; « il n’y a pas d’obstacle » asks nothing. */
const without = new RegExp(
  String.raw`^(?:SANS|FAUTE DE|A DEFAUT DE) ${one}(?:\w+ )?${piece}\b.* (?:PAS|AUCUNE?|RIEN)\b(?! (?:(?:D|DE) )?(?:DIFFICULTE|INQUIETUDE|OBSTACLE|PROBLEME|SOUCI)S?\b)`,
)
/** « Pièces à fournir : voir la liste », which the procedure has. */
const list = new RegExp(String.raw`\bPIECES (?:JUSTIFICATIVES )?${toGive}\b`)
const elsewhere = /\b(?:LISTES?|VOIR|CONSULTE[RZ]|SITE|AFFICHEE?S?|DEMANDEZ|RENSEIGNEMENTS?|RENSEIGNEZ)\b/
/** « Apporter un bail », « se munir d’un bail »; « joindre le service des passeports » calls it. */
const toDo = new RegExp(
  String.raw`^(?:(?:PRIERE|MERCI) DE )?(?:SE MUNIR|${give})(?=(?: (?!(?:ACCUEIL|AGENT|GUICHET|MAIRIE|SERVICES?)\b)\w+){0,4}? ${piece}\b)`,
)

function clauseAsks(clause: string, listed: boolean): boolean {
  const found = toDo.exec(clause)
  if (found && !harmless(clause.slice(found[0].length))) return true
  return headline.test(clause) && !(listed && list.test(clause))
}

/** Whether a notice asks a piece by its headline: « Justificatif de domicile obligatoire à partir de lundi ». */
export function headlineAsks(notice: string): boolean {
  const listed = elsewhere.test(searchable(notice))
  return sentencesOf(notice).some(
    (sentence) =>
      without.test(searchable(sentence)) || clausesOf(sentence).some((clause) => clauseAsks(clause, listed)),
  )
}
