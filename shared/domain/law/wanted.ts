import { searchable } from '../../contract/letters.ts'
import { citesText, clausesOf, fullSentencesOf, give, harmless, one, piece, sentencesOf } from './orders.ts'

// What asks a piece by saying that it is wanted, with no order and no duty: « un bail est demandé », « la mairie exige un bail »,
// « pas de dossier sans bail », « vous fournirez un bail », « apporter un bail ».

/** « Aucune pièce à fournir », « pas de justificatif demandé ». */
export const undenied = String.raw`(?<!\b(?:AUCUNE?|SANS|NI|PAS DE?|PLUS DE?|BESOIN DE?)(?: \w+){0,2} )`
const adverb = '(?:DONC|DESORMAIS|DORENAVANT|MAINTENANT|TOUJOURS|AUSSI|ENCORE|EGALEMENT) '
const asked = '(?:DEMANDE|EXIGE|RECLAME)E?S?'
/** « Demandé à la mairie de naissance »: another administration gives it, and « par le notaire » somebody else asks it. */
const ofOthers = String.raw`(?! (?:(?:A|AU|AUX|AUPRES)\b(?! (?:L ACCUEIL|L USAGER|LA PERSONNE|TOUS|CHACUN|DEMANDEURS?|GUICHET))|PAR\b(?! LA MAIRIE)|EN LIGNE|SUR\b|LE \d))`
const family =
  '(?:BEBE|CONJOINTE?|ENFANT|EPOUSE|EPOUX|FEMME|FILLE|FILS|FRERE|JUMEAUX|JUMELLES|MARI|MERE|PARENT|PERE|SOEUR)S?'
/** « Pour sa fille », « pour un voyage »: for whom, or what occasion. « Pour l’inscription » is what the piece is wanted for. */
const forWhom = String.raw`(?:(?:SA|SON|SES|LEURS?|UNE?|DEUX|TROIS) (?:\w+ )?${family}\b|(?:ELLES?|EUX|LUI|M|MADAME|MME|MONSIEUR|VOYAGER)\b|UNE? (?:AVOCATE?|EMPLOYEUR|NOTAIRE|SUCCESSION|VOYAGE)\b|(?:UNE?|DES|SES) (?:CONCOURS|ETUDES|STAGE|TRAVAIL)\b|(?:REFAIRE|REMPLACER|RENOUVELER)\b|CE PAYS\b|LA PREMIERE FOIS\b)`
/** « Un passeport est demandé pour sa fille »: whoever comes asks it of the office, which makes it. */
const ofTheOffice = String.raw`(?!(?:\w+ )?(?:(?:ACTE|COPIE|DUPLICATA|EXTRAIT|LIVRET|PASSEPORT)S?|CARTES?(?! (?:GRISE|VITALE)S?\b))\b(?: (?!${piece}\b)\w+){0,5}? (?:EST|SONT) DEMANDEE?S? (?:POUR ${forWhom}|EN (?:DOUBLE|URGENCE)\b|(?:UNE?|DEUX|TROIS)\b))`
/** « Un bail est demandé », « un bail vous sera réclamé ». */
const isAsked = new RegExp(
  String.raw`^${undenied}(?:(?:UN|UNE|DES|LE|LA|L|LES|VOTRE|VOS|DEUX|TROIS) )${ofTheOffice}(?:\w+ )?${piece}(?: (?!(?:NE?|QUE?|DONT|OU)\b)\w+){0,4}? (?:VOUS )?(?:EST|SONT|SERA|SERONT) (?:${adverb})?${asked}\b${ofOthers}`,
)
/** « Votre avis sur le marché » is an opinion. */
const opinion = String.raw`(?!AVIS SUR\b)`
/** « Elle conteste que la mairie demande un bail »: what somebody thinks or disputes. */
const thought = String.raw`(?<!\b(?:CONTEST|CROI|CROY|DOUT|IGNOR|PENS)\w* QUE )`
/** « La mairie exige un bail »; « demande un acte à la mairie de Melun » asks nothing of the person. */
const officeAsks = new RegExp(
  String.raw`\b${thought}(?:NOUS|ON|LA MAIRIE|LA COMMUNE|LE MAIRE|L OFFICE|LE SERVICE|LE GUICHET) (?:VOUS |LUI )?(?:EXIGE|DEMAND|RECLAM)(?:E|ENT|ONS|ERA|ERONS|RA|RONS)? (?:${adverb})?(?:UN|UNE|DES|VOTRE|VOS|DEUX|TROIS) ${opinion}(?:\w+ )?${piece}\b(?!(?: \w+)* (?:A|AU|AUX|AUPRES)\b(?! (?:L USAGER|LA PERSONNE|TOUS|CHACUN|DEMANDEURS?)))`,
)
/** « Il sera demandé un bail », « le service a besoin d’un bail », « nous attendons votre bail ». */
const officeNeeds = new RegExp(
  String.raw`\bIL (?:VOUS )?(?:EST|SERA) (?:DEMANDE|RECLAME) (?:UN|UNE|DES|VOTRE|VOS) (?:\w+ )?${piece}\b${ofOthers}|\b(?:NOUS (?:AVONS|AURONS)|J (?:AI|AURAI)|LA MAIRIE A|LE SERVICE A) BESOIN (?:D UNE?|DE VOTRE|DE VOS) (?:\w+ )?${piece}\b|\b(?:NOUS ATTENDONS|ON ATTEND|LA MAIRIE ATTEND|LE SERVICE ATTEND) (?:DE VOUS UNE?|VOTRE|VOS) ${opinion}(?:\w+ )?${piece}\b`,
)
/** « Il faut un bail », « bail à fournir », « un bail lui a été demandé »; « pièces à fournir » heads a list. */
const isNeeded = new RegExp(
  String.raw`(?<!\b(?:S|QU|N) )\bIL FAU(?:T|DRA) (?:DONC |AUSSI )?(?:UN|UNE|DES|VOTRE|VOS|DEUX|TROIS) (?:\w+ )?${piece}\b${ofOthers}|^${undenied}${one}(?!PIECES\b)${piece}(?: (?!(?:NE?|NON|PAS|PLUS)\b)\w+){0,2}? A (?:APPORTER|FOURNIR|JOINDRE|PRODUIRE|RAMENER|RAPPORTER)$|^(?:UN|UNE|DES|VOTRE|VOS) (?:\w+ )?${piece}(?: \w+)? (?:LUI|LEUR|VOUS) (?:A|ONT) ETE ${asked}\b${ofOthers}`,
)
/** « Ne venez pas sans bail », « la carte ne sera faite qu’avec un bail ». */
const notWithout = new RegExp(
  String.raw`\bNE VENEZ (?:PAS |PLUS )?SANS ${one}(?:\w+ )?${piece}\b|\bNE? (?:SERA|SERONT|EST|SONT) (?:PAS |PLUS )?(?:ACCEPTE|DELIVRE|ENREGISTRE|EXAMINE|FAIT|PRIS|RECU|REMIS|SERVI|TRAITE)E?S? (?:SANS|QU AVEC) ${one}(?:\w+ )?${piece}\b`,
)
const request = '(?:DOSSIER|DEMANDE|INSCRIPTION|CANDIDATURE|CARTE|PASSEPORT|TITRE)S?'
/** « Sans bail, pas de dossier », « pas de dossier sans bail ». */
const noneWithout = new RegExp(
  String.raw`^(?:SANS|FAUTE DE|A DEFAUT DE|PAS DE) ${one}(?:\w+ )?${piece}\b(?: \w+){0,3}? (?:PAS DE?|AUCUNE?) ${request}\b|^(?:PAS DE|AUCUNE?) ${request}(?: (?!NE?\b)\w+){0,2}? SANS ${one}(?:\w+ )?${piece}\b`,
)
/** « Toute demande doit être accompagnée d’un bail », « votre dossier est à compléter ». */
const requestNeeds = new RegExp(
  String.raw`\b(?:DOSSIER|DEMANDE|INSCRIPTION)S? (?:(?!NE?\b)\w+ ){0,3}?(?:(?:DOIT|DOIVENT|DEVRA|DEVRONT) (?:(?:ETRE ACCOMPAGNE\w*|COMPORTER|CONTENIR|INCLURE|COMPRENDRE)(?: \w+){0,4}? ${piece}\b|ETRE COMPLETEE?S?\b(?! (?:EN LIGNE|PAR|SUR)\b))|(?:EST|SONT|SERA|SERONT|RESTE|RESTENT) A COMPLETER\b(?! (?:EN LIGNE|PAR|SUR)\b))`,
)
/** « Vous devez compléter votre dossier », « merci de compléter le dossier ». */
const toComplete =
  /\b(?:VOUS (?:DEVEZ|DEVREZ)|(?:PERSONNE|USAGERE?|DEMANDEUR|DEMANDEUSE) (?:DOIT|DEVRA)|IL (?:VOUS )?FAU(?:T|DRA)|MERCI DE|PRIERE DE|VEUILLEZ) (?:BIEN )?COMPLETER (?:LE|LA|CE|CETTE|VOTRE|VOS|SON|SA) (?:DOSSIER|DEMANDE)S?\b/
/** « La personne devra revenir avec un bail », « vous reviendrez avec un bail »; « vous écrivez que vous reviendrez » tells. */
const toReturn = new RegExp(
  String.raw`\b(?:(?:VOUS|IL|ELLE|PERSONNE|USAGERE?|DEMANDEUR|DEMANDEUSE) (?:DEVEZ|DOIT|DEVRA|DEVREZ) (?:ALLER|PASSER|RENTRER|RETOURNER|REVENIR|VENIR)|(?<!\bQUE )VOUS (?:REVIENDREZ|VIENDREZ|RETOURNEREZ))(?: \w+){0,3}? (?:CHERCHER|AVEC|MUNIE?S?(?: D)?) (?:UN|UNE|DES|LE|LA|VOTRE|VOS|DEUX|TROIS) (?:\w+ )?${piece}\b`,
)
/** « Vous fournirez un bail »; « quand vous présenterez ce papier » supposes it. */
const youWill = new RegExp(
  String.raw`(?<!\b(?:QUE|SI|QUAND|LORSQUE|DES QUE) )\bVOUS (?:NOUS )?(?:APPORTER|COMMUNIQUER|DEPOSER|ENVER|FOURNIR|JOINDR|PRESENTER|PRODUIR|RAMENER|RAPPORTER|REMETTR|TRANSMETTR)EZ (?:\w+ ){0,3}?${piece}\b`,
)
/** « Apporter un bail », « se munir d’un bail »; « joindre le service des passeports » calls it. */
const toDo = new RegExp(
  String.raw`^(?:(?:PRIERE|MERCI) DE )?(?:SE MUNIR|(?:A )?PREVOIR|PREPARER|${give})(?=(?: (?!(?:ACCUEIL|AGENT|GUICHET|MAIRIE|SERVICES?|SUR)\b)\w+){0,4}? ${piece}\b)`,
)
/** « Donner une copie » is what the office does; « remettre la carte a pris une heure » tells of it. */
const told =
  /^DONNER\b| (?:EST|ETAIT|SERA|SERAIT|N|NE(?! (?:PAS|PLUS)\b)|A (?:DEMANDE|ETE|PERMIS|PRIS|SUFFI))\b/

/** « Remettre un livret de famille », « présenter un acte à légaliser », « déposer une pièce »: what one comes to do, in a name. */
const errand = new RegExp(
  String.raw`^(?:(?:ADRESSER|COMMUNIQUER|ENVOYER|PREPARER|RAPPORTER|REMETTRE) (?:UNE?|LE|LA|L|SON|SA) (?:ACTE|CARTE(?! (?:GRISE|VITALE)\b)|COPIE D ACTE|LIVRET|PASSEPORT)|(?:DEPOSER|JOINDRE|REMETTRE) (?:UNE|DES) PIECES?(?! D\b)|PRESENTER UNE? \w+ A (?:CERTIFIER|LEGALISER))\b(?!.*\b(?:AVEC|ET|PLUS)\b)`,
)

/**
 * Forms in which a piece is named, and what each is never without. They are long to compile: each is read only where a piece is
 * named and where that stands.
 */
const wanting = (
  [
    ['DEMANDE|EXIGE|RECLAME', isAsked],
    ['EXIGE|DEMAND|RECLAM', officeAsks],
    ['SANS|FAUTE DE|DEFAUT DE|PAS DE', noneWithout],
    ['DEMANDE|RECLAME|BESOIN|ATTEND', officeNeeds],
    ['IL FAU| A (?:APPORTER|FOURNIR|JOINDRE|PRODUIRE|RAMENER|RAPPORTER)$| ETE ', isNeeded],
    ['SANS|QU AVEC', notWithout],
    ['CHERCHER|AVEC|MUNI', toReturn],
    ['VOUS ', youWill],
  ] as const
).map(([stem, form]) => ({ stem: new RegExp(stem), form }))
const somePiece = new RegExp(piece)

/** Whether a clause says in the infinitive that a piece is to be given. */
function orderedInFull(clause: string): boolean {
  if (!somePiece.test(clause)) return false
  const found = told.test(clause) ? null : toDo.exec(clause)
  return found !== null && !harmless(clause.slice(found[0].length))
}

/**
 * Whether these words say that a piece is wanted of the person.
 * @param isName whether they name a service, a request or a place, where people come to do something
 */
export function wantsPiece(prose: string, isName = false): boolean {
  return sentencesOf(prose).some((sentence) => {
    const whole = searchable(sentence)
    if (somePiece.test(whole) && wanting.some(({ stem, form }) => stem.test(whole) && form.test(whole)))
      return true
    if (requestNeeds.test(whole) || toComplete.test(whole)) return true
    return clausesOf(sentence).some((clause) => !(isName && errand.test(clause)) && orderedInFull(clause))
  })
}

/** « L’article 3 prévoit ceci », before what a text requires. */
const requires = /\b(?:CONDITIONS?|DISPOSE|DIT|EXIGE|IMPOSE|PRECISE|PREVOI|RAPPELLE|VEU)(?:NT|T|LENT|ENT)?\b/
/** « Fournir un faux bail justifie le refus »: what the infinitive does, which asks nothing. */
const tells =
  /\b(?:CONSTITUE|DOIT|ENTRAINE|FAIT|FONDE|JUSTIFIE|MOTIVE|PERMET|PEUT|RELEVE|RESTE|SUFFIT|SUPPOSE|VAUT)\b/

/** Whether « apporter un bail » stands alone in words that cite a text: « fournir un faux (art. 441-7) justifie le refus » tells. */
function orderedAlone(sentence: string): boolean {
  const parts = sentencesOf(sentence.replaceAll(/\([^)]*\d[^)]*\)/gu, ','))
  return parts.some((part, at) => {
    if (requires.test(searchable(parts.slice(0, at).join(' ')))) return false
    const clauses = clausesOf(part)
    const found = clauses.findLastIndex((clause) => orderedInFull(clause) && !tells.test(clause))
    return (
      found !== -1 &&
      clauses.slice(found + 1).every((clause) => /^(?:ART)?$/.test(clause) || citesText(clause))
    )
  })
}

/** Whether a sentence of reasons wants a piece, in the office’s own name and by no text. */
function sentenceWants(sentence: string): boolean {
  const cites = citesText(sentence)
  return (
    sentencesOf(sentence).some((part) => {
      const whole = searchable(part)
      if (youWill.test(whole)) return true
      if (cites) return false
      if ([officeAsks, toComplete, toReturn].some((pattern) => pattern.test(whole))) return true
      return clausesOf(part).some((clause) => orderedInFull(clause))
    }) ||
    (cites && orderedAlone(sentence))
  )
}

/**
 * The same in the reasons of a decision: what the office alone wants, in its own name. A sentence that cites a text by its number
 * tells what it requires, « la commune exige un bail (délibération du 3 mars 2026) »; what it says that you will do, or the
 * infinitive alone, « article 3 : apporter un bail », stays asked.
 */
export const reasonsWant = (prose: string): boolean => fullSentencesOf(prose).some(sentenceWants)
