import { searchable } from '../../contract/letters.ts'

// Where a decision is contested: a judge by name, and lines that never say that there is none.

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

/** Whether this names a judge who is not an administrative one: no text sets a delay common to all that is contested there. */
export const isOtherJudge = (court: string): boolean => isJudge(court) && !isAdministrative(court)

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

/** Whether this says that a decision is not contested (CJA R421-5): each clause apart, « sans avocat, recours gratuit ». */
export const saysNoAppeal = (line: string): boolean =>
  line
    .split(/[,;:()–—\n\r]/u)
    .some((clause) => noAppeal.test(searchable(clause).replaceAll(noPriorNeeded, '')))
