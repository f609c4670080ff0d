import { searchable } from '../../contract/letters.ts'
import { sentencesOf } from './orders.ts'

// Where a decision is contested: a judge by name, and words that never say that there is none.

/** « Cité administrative » is an address: the word says the kind of a judge only beside it. */
const administrative =
  /\b(TRIBUNA(L|UX)|COURS?|JUGES?|JURIDICTIONS?) ADMINISTRATI(F|FS|VE|VES)\b|\bORDRE ADMINISTRATIF\b|\bT ?A\b|\b(CAA|CNDA)\b|\bCONSEIL D ETAT\b|\bDROIT D ASILE\b/

/** Whether this court is an administrative one, however it is written: a text always sets a delay there (CJA R421-1). */
export const isAdministrative = (court: string): boolean => administrative.test(searchable(court))

/** Who hears an appeal: a judge by its name or its letters. A mayor's council or commission is none. */
const judges =
  /\bTRIBUNA(L|UX)\b|\b(TA|T A|TJ|CAA|CNDA)\b|\bCOURS? (ADMINISTRATIVES?|D APPEL|DE CASSATION|DES COMPTES|NATIONALE|D ASSISES)\b|\bCONSEIL (D ETAT|DE PRUD)|\bJUGES?\b|\bJURIDICTIONS?\b|\bPOLE SOCIAL\b|\bCHAMBRE (DE L INSTRUCTION|DISCIPLINAIRE|REGIONALE)\b|\bCOMMISSION (DU CONTENTIEUX|CENTRALE)\b/

/** Whether this names a judge. */
export const isJudge = (court: string): boolean => judges.test(searchable(court))

const authorities =
  /^((LA|LE|L|LES|NOTRE|MADAME|MONSIEUR) )*(CCAS|COMMISSION|COMMUNE|CONSEIL (MUNICIPAL|DEPARTEMENTAL|REGIONAL)|MAIRES?|MAIRIE|PREFECTURE|PREFETE?|PRESIDENTE?|SERVICES?)\b/

/** Whether this begins with an administration, as no address does. */
export const isAuthority = (line: string): boolean => authorities.test(searchable(line))

/** « Aucun recours préalable » says that the judge comes first. */
const noPriorNeeded =
  /\b(SANS|AUCUN|PAS DE|PLUS DE|NI|AVOCAT)( \w+){0,2}? RECOURS( ADMINISTRATIF| GRACIEUX)? PREALABLES?\b|\bSANS DELAI DE RECOURS PROROGE\b/g
const noAppeal = new RegExp(
  [
    /\b(SANS|AUCUNE?|PAS (DE |LE |UN )?|PLUS DE|NI|NUL(LE)?) ?(\w+ ){0,2}?(RECOURS|APPEL|VOIES?|TRIBUNA(L|UX)|JUGES?|JURIDICTIONS?|CONTESTATIONS?)\b/,
    /\bNUL(LE)? NE\b|\bPAS LIEU\b/,
    /(?<!\bAVOCAT( EST| SERAIT| RESTE)? )\bINUTILE\b(?! (DE |D )?((PRENDRE|CONSTITUER|AVOIR|CHOISIR) )?(L |UN )?AVOCAT\b)/,
    /(?<!\b(SOIT|DEVIENNE|DEVIENT) )\bDEFINITI\w+\b|\bIRREVOCABLES?\b|\b(DECISION|REPONSE) FINALE\b/,
    /\b(INSUSCEPTIBLES?|(NON|PAS) SUSCEPTIBLES?)\b/,
    /\b(RECOURS|APPEL|CONTESTATION)( EST| RESTE)? (IMPOSSIBLE|EXCLUE?|INTERDITE?|FERMEE?)\b/,
    /\b(TRIBUNAL|JUGE|JURIDICTION|DECISION|REFUS) NE? (PEUT|SE|SAURAIT|EST PAS COMPETENT)/,
    /(?<!\bPREMIER ET )(?<!\bPREMIER ET EN )\bDERNIER RESSORT\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** The decision that the paper holds, and one that the words before it show. */
const own = '(?:LA PRESENTE(?: DECISION| REPONSE)?|LE PRESENT REFUS|(?:NOTRE|MA) (?:DECISION|REPONSE))'
const shown = '(?:CETTE (?:DECISION|REPONSE)|CE REFUS)'
const thisOne = `(?:${own}|${shown})`
const recourse = '(?:VOIES? (?:DE RECOURS|D APPEL)|RECOURS|APPEL|CONTESTATION)'
/** Where it stands alone, « appel » may be of the telephone. */
const remedy = '(?:VOIES? (?:DE RECOURS|D APPEL)|RECOURS|CONTESTATION)'
/** « Que devant le tribunal », « avant la commission »: words that say how a decision is contested deny nothing. */
const butSo = String.raw`(?!(?: \w+){0,12}? (?:(?<!\bPARCE )QUE? (?:DEVANT|DANS|PAR|AUPRES|APRES|EN|AU?X?|SI|DE)|AVANT (?:LA|LES?|L|UNE?|DE?)|SANS (?:UNE? |LE )?(?:RECOURS|SAISI\w*|AVOIR|DEMANDE)|DEUX FOIS)\b)`
/** A remedy against another decision (« contre le permis du voisin »), or one under way, is not denied. */
const ofThis = `(?! (?:CONTRE|DE) (?!${thisOne}))(?! (?:A|AUX?|PENDANT|EN COURS)\\b)`
/** Words of a denial: « pas », « donc en aucun cas ». Others would join « pas définitive » to « elle est susceptible ». */
const nowise =
  '(?:(?:PAS|PLUS|DONC|ALORS|ICI|JAMAIS|NULLEMENT|AUCUNEMENT|TOUTEFOIS|EN|AUCUN|CAS|PAR|CONSEQUENT) ){0,6}'
/** A decision cannot be contested. */
const denial = (decision: string): readonly string[] => [
  String.raw`\b(?:${decision}) (?:EST \w+ ET |\w+ )?NE (?:SE CONTESTE|(?:PEUT|PEUVENT|POURRA|SAURAIT) (?:(?:DONC|PAS|PLUS) )*(?:ETRE (?:CONTEST|ATTAQU)|FAIRE L OBJET D (?:UN|UNE|AUCUNE?) ${recourse}))\w*\b${butSo}`,
  String.raw`\b(?:${decision}) (?:\w+ )?N EST ${nowise}(?:SUSCEPTIBLE|CONTESTABLE|ATTAQUABLE)\b${butSo}`,
  String.raw`\b(?:${decision}) N (?:OUVRE|ADMET) (?:\w+ )?${recourse}${butSo}`,
  String.raw`\b(?:${decision}) NE DONNE (?:\w+ )?LIEU A (?:AUCUNE?|NUL(?:LE)?) ${recourse}${butSo}`,
]
/** « Définitive depuis le 4 mai » tells of a day that passed. */
const final = (decision: string): string =>
  String.raw`\b(?:${decision}) (?:EST|RESTE) (?:\w+ ){0,2}?(?:DEFINITI|IRREVOCABLE|INCONTESTABLE|INSUSCEPTIBLE|SANS ${recourse})(?!\w* (?:A|DEPUIS)\b)`
/** Said now, of the decision that the paper holds: what was contested or not in the past was found. */
const notContested = new RegExp(
  [
    ...denial(own),
    final(own),
    String.raw`\b(?:AUCUNE?|NUL(?:LE)?) ${remedy} (?:N EXISTE|(?:(?:N EST|NE SERA|NE SERAIT|NE RESTE) )?(?:\w+ )?(?:POSSIBLE|OUVERTE?|RECEVABLE|ADMISE?|EXAMINEE?|PREVUE?)(?! N\b)|NE PEUT (?:\w+ )?(?:ETRE )?(?:EXERC|FORM|INTENT|INTRODUI))\w*${ofThis}${butSo}`,
    String.raw`\bIL N (?:EXISTE|Y A) AUCUN(?:E VOIE DE)? RECOURS(?:$| (?:POSSIBLE|OUVERT|ICI)|${ofThis} CONTRE)`,
    String.raw`\bVOUS N(?: AVEZ|E DISPOSEZ) (?:(?:DONC|ICI|PLUS) )*(?:D )?(?:AUCUNE?|PAS D|PAS DE) (?:VOIES? DE )?RECOURS\b${ofThis}`,
    String.raw`\bVOUS NE (?:POUVEZ|POURREZ) (?:\w+ ){0,2}?(?:CONTESTER ${thisOne}|SAISIR (?:LE|UN|AUCUN) (?:TRIBUNAL|JUGE)|(?:FAIRE|FORMER) (?:UN |DE |D )?${recourse}${ofThis})${butSo}`,
    String.raw`\bINUTILE (?:DE |D )(?:\w+ )?(?:SAISIR (?:LE|UN|AUCUN) (?:TRIBUNAL|JUGE)|(?:DEPOSER|FAIRE|FORMER|INTRODUIRE) (?:UNE? |DE )?${remedy}\b${ofThis}|FAIRE APPEL DE ${thisOne}|CONTESTER(?:$| ${thisOne}))`,
  ].join('|'),
)
/** « Cette décision ne peut pas être contestée »: it is said of the paper's own decision. */
const shownDenied = new RegExp(denial(`${shown}|LA DECISION|LE REFUS`).join('|'))
/** « Cette décision est définitive »: of the paper's own, unless the sentence before told another decision. */
const shownFinal = new RegExp(final(shown))
/** « Ne peut plus »: another decision, told just before, may be contested no more. */
const noMore = /\b(NE|N EST|PEUT|PEUVENT) PLUS\b/
/** A decision that somebody took, or of another day; a text that is cited is none. */
const another =
  /\b(TRIBUNAL|JUGE|COUR D APPEL|COUR|CONSEIL D ETAT|PREFETE?|PREFECTURE|COMMISSION|CAISSE|DEPARTEMENT)( \w+){0,4}? A (?:\w+ )?(ACCORD|ANNUL|CONFIRM|CONSTAT|DECID|JUG|ORDONN|PRONONC|REFUS|REJET|RETIR|STATU|TRANCH)|\bA ETE (?:\w+ )?(ACCORD|ANNUL|CONFIRM|NOTIFI|OPPOS|PRIS|PRONONC|REFUS|REJET|RETIR)\w* LE (\d|1ER)|\b(ARRET|JUGEMENT|DECISION|PERMIS|REFUS) DU (\d|1ER)/

/**
 * Whether these words say that the decision whose reasons they give is not contested (CJA R421-5): the paper says how it is. Each
 * sentence apart: a full stop between two is no word.
 */
export const deniesAppeal = (prose: string): boolean => {
  let anotherTold = false
  return sentencesOf(prose).some((sentence) => {
    const said = searchable(sentence)
    if (notContested.test(said)) return true
    if (shownDenied.test(said) && !(anotherTold && noMore.test(said))) return true
    if (shownFinal.test(said) && !anotherTold) return true
    anotherTold = another.test(said)
    return false
  })
}

/** Whether this says that a decision is not contested (CJA R421-5): each clause apart, « sans avocat, recours gratuit ». */
export const saysNoAppeal = (line: string): boolean =>
  line
    .split(/[,;:()–—\n\r]/u)
    .some((clause) => noAppeal.test(searchable(clause).replaceAll(noPriorNeeded, '')))
