import { searchable } from '../../contract/letters.ts'
import { clausesOf, sentencesOf } from './orders.ts'

// Words that say that a decision is not contested (CJA R421-5), told from those that say how it is, or what became of another.

/** The decision that the paper holds, and one that the words before it show. */
const own =
  '(?:LA PRESENTE(?: DECISION| REPONSE| MESURE)?|LE PRESENT (?:REFUS|REJET|ARRETE|COURRIER)|(?:NOTRE|MA|MON) (?:DECISION|REPONSE|REFUS|REJET))'
const shown = '(?:CETTE (?:DECISION|REPONSE)|CE (?:REFUS|REJET))'
/** Words that may be of a text as well, which is not attacked for ever. */
const paper = '(?:CETTE (?:LETTRE|MESURE)|CE COURRIER|CET ARRETE)'
export const thisOne = `(?:${own}|${shown})`
const recourse = '(?:VOIES? (?:DE RECOURS|D APPEL)|RECOURS|APPEL|CONTESTATION)'
/** Where it stands alone, « appel » may be of the telephone. */
const remedy = '(?:VOIES? (?:DE RECOURS|D APPEL)|RECOURS|CONTESTATION)'
/** « En l’absence de recours préalable »: there is a remedy, after another. */
const without = '(?:SANS|(?:EN L ABSENCE|A DEFAUT) D[EU]?)'
/** « Que devant le tribunal », « avant la commission »: words that say how a decision is contested deny nothing. */
const butSo = String.raw`(?!(?: \w+){0,12}? (?:(?<!\bPARCE )QUE? (?:DEVANT|DANS|PAR|AUPRES|APRES|EN|AU?X?|SI|DE)|AVANT (?:LA|LES?|L|UNE?|DE?)|${without} (?:UNE? |LE |L )?(?:RECOURS|SAISI\w*|AVOIR|DEMANDE)|DIRECTEMENT|DEUX FOIS)\b)`
/** A remedy against another decision (« contre le permis du voisin »), or one under way, is not denied. */
export const ofThis = `(?! (?:CONTRE|DE) (?!${thisOne}))(?! (?:A|AUX?|PENDANT|EN COURS)\\b)`
/** Words of a denial: « pas », « donc en aucun cas ». Others would join « pas définitive » to « elle est susceptible ». */
const nowise =
  '(?:(?:PAS|PLUS|DONC|ALORS|ICI|JAMAIS|NULLEMENT|AUCUNEMENT|TOUTEFOIS|EN|AUCUN|CAS|PAR|CONSEQUENT) ){0,6}'
/** A decision cannot be contested. */
const denial = (decision: string): readonly string[] => [
  String.raw`\b(?:${decision}) (?:EST \w+ ET |\w+ )?NE (?:SE CONTESTE|(?:PEUT|PEUVENT|POURRA|SAURAIT) (?:(?:DONC|PAS|PLUS) )*(?:ETRE (?:CONTEST|ATTAQU|(?:DEFER|PORT|SOUMIS)\w* (?:AU|A|DEVANT) (?:AUCUN |LE |UN )?(?:JUGE|TRIBUNAL))|FAIRE L OBJET D (?:UN|UNE|AUCUNE?) ${recourse}))\w*\b${butSo}`,
  String.raw`\b(?:${decision}) (?:\w+ )?N EST ${nowise}(?:SUSCEPTIBLE|CONTESTABLE|ATTAQUABLE)\b${butSo}`,
  String.raw`\b(?:${decision}) N (?:OUVRE|ADMET) (?:\w+ )?${recourse}${butSo}`,
  String.raw`\b(?:${decision}) NE (?:DONNE (?:\w+ )?LIEU A|SOUFFRE|TOLERE|COMPORTE|CONNAIT|LAISSE) (?:(?:AUCUNE?|NUL(?:LE)?|PAS|PLUS) )?(?:DE |D )?${recourse}${butSo}`,
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
    String.raw`\bVOUS NE (?:POUVEZ|POURREZ) (?:(?!DIRECTEMENT)\w+ ){0,2}?(?:CONTESTER ${thisOne}|SAISIR (?:LE|UN|AUCUN) (?:TRIBUNAL|JUGE)|(?:FAIRE|FORMER) (?:UN |DE |D )?${recourse}${ofThis})${butSo}`,
    String.raw`\bINUTILE (?:DE |D )(?:\w+ )?(?:SAISIR (?:LE|UN|AUCUN) (?:TRIBUNAL|JUGE)|(?:DEPOSER|FAIRE|FORMER|INTRODUIRE) (?:UNE? |DE )?${remedy}\b${ofThis}|FAIRE APPEL DE ${thisOne}|CONTESTER(?:$| ${thisOne}))`,
  ].join('|'),
)
/** « Cette décision ne peut pas être contestée »: it is said of the paper's own decision. */
const shownDenied = new RegExp(denial(`${shown}|${paper}|LA DECISION|LE REFUS|LE REJET`).join('|'))
/** « Cette décision est définitive »: of the paper's own, unless the sentence before told another decision. */
const shownFinal = new RegExp(final(shown))
/** « Ne peut plus »: another decision, told just before, may be contested no more. */
const noMore = /\b(NE|N EST|PEUT|PEUVENT) PLUS\b/
/** A decision that somebody took, or of another day; a text that is cited is none. */
export const another =
  /\b(TRIBUNAL|JUGE|COUR D APPEL|COUR|CONSEIL D ETAT|PREFETE?|PREFECTURE|COMMISSION|CAISSE|DEPARTEMENT|MINISTRE|PROCUREURE?(?: DE LA REPUBLIQUE)?|RECTEUR|RECTRICE)( \w+){0,4}? A (?:\w+ )?(ACCORD|ANNUL|CONFIRM|CONSTAT|DECID|JUG|ORDONN|PRONONC|REFUS|REJET|RETIR|STATU|TRANCH)|\bA ETE (?:\w+ )?(ACCORD|ANNUL|CONFIRM|NOTIFI|OPPOS|PRIS|PRONONC|REFUS|REJET|RETIR)\w* LE (\d|1ER)|\b(ARRET|JUGEMENT|DECISION|PERMIS|REFUS) DU (\d|1ER)/

/** What the person would do to contest, of this decision or of none that is named. */
const contesting = String.raw`(?:CONTESTER(?:$| ${thisOne}| LA DECISION$| LE REFUS$)|ATTAQUER ${thisOne}|(?:SAISIR|ALLER DEVANT|(?:S|VOUS) ADRESSER AU?) (?:LE |UN |AUCUN )?(?:TRIBUNAL|JUGE)|(?:DEPOSER|EXERCER|FAIRE|FORMER|INTRODUIRE) (?:(?:AUCUNE?|UNE?|LE MOINDRE|DE|D) )?(?:${remedy}\b|APPEL(?:$| DE ${thisOne}))${ofThis})`
/** « Une fois le délai passé », « par courriel », « avant la commission »: there is a way, or there was. */
const someWay = new RegExp(
  String.raw`\b(?:APRES|UNE FOIS|PASSEE?|HORS|FAUTE|TARDI\w+|AU DELA|SAUF|AUTREMENT|AVANT|SI|QUAND|LORSQUE|TANT QUE|A MOINS|DIRECTEMENT|ICI|EN LIGNE|DEUX FOIS|(?<!\bPARCE )QUE? (?:DEVANT|DANS|PAR|AUPRES|EN|AU?X?|DE)|PAR (?:CE|CETTE|COURRIEL|FORMULAIRE|INTERNET|MAIL|TELEPHONE)|${without} (?:(?:UNE?|L[AE]?) )?(?:AUTORISATION|AVOCAT|AVOIR|DEMANDE|RECOURS (?:ADMINISTRATIF|AUPRES|AU?X?|D ABORD|DEVANT|GRACIEUX|PREALABLE)|SAISI\w*))\b`,
)
/** What is said of a remedy that does not exist. */
const shut = '(?:IMPOSSIBLES?|EXCLUE?S?|INTERDITE?S?|FERMEE?S?|INUTILES?|VAINE?S?|VOUEE?S? A L ECHEC)'
const notHeard = `(?:${shut}|IRRECEVABLES?|INADMISSIBLES?|REJETEE?S?|ECARTEE?S?|REFUSEE?S?)`
const be = '(?:EST|SERA|SERAIT|SONT|SERONT|RESTE|DEMEURE) (?:DONC |ALORS |TOUJOURS |PAR AVANCE |D AVANCE )?'
export const judge = '(?:TRIBUNA(?:L|UX)|JUGES?)(?: (?:ADMINISTRATI|JUDICIAIRE)\\w*)?'
/** Nothing more, or this decision: « le tribunal ne peut pas être saisi par la mairie » tells of somebody else. */
const ofNoOther = String.raw`(?=$| (?:A L ENCONTRE DE|CONTRE|DE|POUR) ${thisOne}\b| (?:DANS CE CAS|EN L ESPECE|PAR VOUS)\b)`
/** That has no remedy: « inattaquable », « sans recours ». */
const beyond = String.raw`(?:IN(?:ATTAQUABLE|CONTESTABLE|SUSCEPTIBLE)|(?:NON|PAS) (?:CONTESTABLE|ATTAQUABLE|SUSCEPTIBLE)|SANS (?:AUCUN |AUCUNE )?(?:VOIES? DE RECOURS|RECOURS|APPEL|CONTESTATION))\b(?! TELEPHON)`
/** « Par la transaction du 4 mai »: a deed by which somebody gave up a remedy, before. */
const deed = '(?:ACCORD|ACTE|BAIL|CONTRAT|CONVENTION|COURRIER|DECLARATION|LETTRE|PROTOCOLE|TRANSACTION)'
/** « De la préfecture, du 3 mars »: a decision that another authority took, or of another day. */
const notOfAnother = String.raw`(?!(?: \w+)*? (?:(?:DE LA|DE L|DU) (?:AGENCE|CAF|CAISSE|COMMISSION|DEPARTEMENT|ETAT|PREFECTURE|PREFETE?|RECTORAT|REGION)|DU (?:\d|1ER))\b)`
/** Nothing that tells some remedies from the others: « oraux », « non signés ». */
const ofAny = String.raw`(?=$| (?:A L ENCONTRE DE|CONTRE|DE|POUR|SUR) ${thisOne}\b| (?:CAR|DANS CE CAS|DE (?:VOTRE|SA) PART|EN L ESPECE|ET|NI|PARCE|POSSIBLES?|PUISQUE?|QUEL\w*)\b)`
/** No remedy, said of any decision in so many words: it is of the paper's, unless there is some way or a judge tells it. */
const noRemedy = new RegExp(
  [
    String.raw`\b(?:TOUTE?|UNE?) (?:${remedy}|RECLAMATION|SAISINE DU ${judge}|ACTION (?:EN JUSTICE|DEVANT (?:LE|UN) ${judge}))(?: (?:CONTRE|DE) ${thisOne})? ${be}${notHeard}\b(?! DEVANT (?!(?:\w+ ){0,2}(?:COUR|JUGE|JURIDICTION|JUSTICE|TRIBUNA)))`,
    String.raw`\b(?:LE RECOURS|LA CONTESTATION|LA SAISINE DU ${judge}|L APPEL|LES VOIES DE RECOURS)(?: (?:CONTRE|DE) ${thisOne})? ${be}${shut}\b${ofThis}`,
    String.raw`\b(?:LE RECOURS|LA CONTESTATION|LES VOIES DE RECOURS)(?: (?:CONTRE|DE) ${thisOne})? (?:N (?:EST|SONT|SERA|SERONT) (?:DONC )?PAS (?:POSSIBLE|OUVERTE?|ADMISE?|PERMISE?)S?|N EXISTE(?:NT)? (?:DONC )?PAS)${ofAny}`,
    String.raw`\bAUCUN APPEL (?:N EST|NE SERA) (?:\w+ )?(?:POSSIBLE|OUVERT|RECEVABLE|ADMIS) (?:A L ENCONTRE DE|CONTRE|DE) ${thisOne}\b`,
    String.raw`\bAUCUN APPEL (?:A L ENCONTRE DE|CONTRE|DE) ${thisOne} (?:N EST|NE SERA) (?:\w+ )?(?:POSSIBLE|OUVERT|RECEVABLE|ADMIS)\b`,
    String.raw`\bVOTRE (?:RECOURS|CONTESTATION)(?: (?:CONTRE|DE) ${thisOne})? ${be}(?:VOUEE? A L ECHEC|VAINE?)\b`,
    String.raw`\b${paper} (?:EST|RESTE) (?:DEFINITI\w+ ET |IRREVOCABLE ET )?(?!(?:NON |PAS )?(?:IN)?CONTESTABLE)${beyond}`,
    String.raw`\bAUCUNE? (?:RECLAMATION|ACTION (?:EN JUSTICE|DEVANT (?:LE|UN) ${judge})) (?:N EST|NE SERA|NE SERAIT) (?:\w+ )?(?:POSSIBLE|OUVERTE|RECEVABLE|ADMISE|EXAMINEE|PREVUE)\b`,
    String.raw`\b(?:LE|LES|AUCUN|NUL|UN) ${judge} NE (?:PEUT|PEUVENT|POURRA|SAURAIT|DOIT|SERA) (?:(?:DONC|PAS|PLUS|JAMAIS) )*(?:ETRE )?SAISIS?${ofNoOther}`,
    String.raw`\b(?:AUCUN|NUL) (?:TRIBUNAL|JUGE) NE (?:VOUS (?:ENTENDRA|ECOUTERA|RECEVRA)|(?:PEUT|POURRA|SAURAIT) (?:EN )?(?:CONNAITRE|EXAMINER|ANNULER|CENSURER|JUGER) ${thisOne})`,
    String.raw`\b(?:${thisOne}|LA DECISION|LE REFUS) (?:EST|RESTE) (?:DEFINITI\w+ ET |IRREVOCABLE ET )?${beyond}`,
    String.raw`(?:^|\b(?:ET|MAIS|DONC|PAR UNE?) )(?:UNE? )?(?:DECISION|REFUS|REPONSE|REJET)(?: (?:DEFINITI\w+|IRREVOCABLE|FERME|EST))?(?: ET)? ${beyond}${notOfAnother}`,
    String.raw`\b(?:IL (?:EST|SERAIT) (?:IMPOSSIBLE|INTERDIT|INUTILE|VAIN) DE|IL N(?:E VOUS)? EST (?:PAS|PLUS) (?:POSSIBLE|PERMIS) DE|IL N Y A PAS LIEU DE(?! (?:SAISIR|S ADRESSER))|IL NE SERT A RIEN DE|RIEN NE (?:SERT|PERMET) DE|(?:ON|NUL|PERSONNE) NE (?:PEUT|POURRA|SAURAIT)(?: PAS| PLUS)?|VOUS NE (?:POUVEZ|POURREZ|SAURIEZ)(?: (?:DONC|PAS|PLUS|JAMAIS))*|VOUS N AVEZ (?:PAS|PLUS) (?:LA POSSIBILITE|LE DROIT|LE MOYEN) DE|VOUS N ETES PAS (?:ADMISE?|AUTORISEE?|FONDEE?|RECEVABLE) A|(?:AUCUN|PAS DE) MOYEN DE|(?:AUCUNE|SANS|PAS DE) POSSIBILITE DE|IMPOSSIBLE DE|INTERDIT DE) ${contesting}`,
    String.raw`\bCONTESTER (?:${thisOne} )?(?:EST|SERAIT|NE SERT) (?:IMPOSSIBLE|INTERDIT|INUTILE|VAIN|A RIEN)\b`,
    String.raw`\bAUCUN MOYEN DE (?:CONTESTER|RECOURS) N (?:EXISTE|EST)\b`,
    String.raw`\bLES (?:DECISIONS|REFUS) (?:DE CE SERVICE|DE L ADMINISTRATION|DE LA MAIRIE|DU MAIRE) (?:NE SE CONTESTENT|NE PEUVENT (?:PAS )?ETRE (?:CONTEST|ATTAQU)|SONT ${beyond})`,
    String.raw`\b(?:AUCUNE|SANS|PAS DE) POSSIBILITE DE RECOURS\b${ofThis}`,
    String.raw`\bIL N (?:EXISTE|Y A) (?:PAS|PLUS|POINT) DE (?:VOIES? DE )?RECOURS(?:$| (?:POSSIBLE|OUVERT)| CONTRE ${thisOne})`,
    String.raw`\b(?:LA MAIRIE|LA PREFECTURE|LE SERVICE|L ADMINISTRATION|NOUS|ON) N (?:ACCEPT|ADMET|ADMETT)\w* (?:AUCUNE?|PAS (?:DE|LES?|LA)) (?:RECOURS|CONTESTATIONS?)\b${ofAny}`,
    String.raw`\bVOUS (?:PERDEZ|ETES PRIVEE? DE) (?:TOUTE?|VOTRE) (?:DROIT (?:AU|DE) )?(?:${remedy}|CONTESTER)\b${ofThis}`,
    String.raw`\bVOIES? (?:DU|DE) RECOURS VOUS (?:EST|SONT) ${shut}`,
    String.raw`\b(?:${thisOne}|LA DECISION|LE REFUS) (?:ECHAPPE A (?:TOUTE?|UN) (?:${recourse}|CONTROLE)|ECHAPPE AU (?:CONTROLE DU )?JUGE|EXCLUT (?:TOUTE?|UN|LE) ${recourse})\b`,
    String.raw`\b(?:LE|LES|AUCUN|NUL) (?:TRIBUNA|JUGE)\w* NE (?:PEUT|PEUVENT|POURRA|POURRONT) RIEN\b${ofNoOther}`,
    String.raw`\bIL NE (?:PEUT|POURRA|SAURAIT) (?:\w+ )?ETRE (?:(?:FORME|INTRODUIT|EXERCE|DEPOSE|FAIT) (?:AUCUN |DE )?${remedy}\b${ofThis}|FAIT APPEL(?:$| DE ${thisOne}))`,
    String.raw`\bNE (?:POUVEZ|POURREZ) NI ${contesting.replace('CONTESTER(?:$|', 'CONTESTER(?:$| NI\\b|')}`,
    String.raw`\bVOUS N AVEZ DROIT A (?:AUCUNE?|NUL(?:LE)?) ${recourse}\b`,
    String.raw`\b(?:VOUS RENONCEZ|(?<!\b${deed}(?: \w+){0,5}? )VOUS AVEZ RENONCE) A (?:TOUTE?|VOTRE) (?:DROIT (?:AU|DE) )?${remedy}(?=$| CONTRE ${thisOne})`,
  ].join('|'),
)
/** « Pas de recours possible »: a clause of no verb. */
const bareDenial = new RegExp(
  String.raw`^(?:CONTESTATION|RECOURS|SAISINE DU ${judge}) ${shut}(?=$| (?:CONTRE|DE|POUR) ${thisOne})|^(?:(?:DONC|ET|MAIS|ICI) )?(?:(?:PAS|PLUS|POINT) (?:DE |D )|(?:AUCUNE?|NUL(?:LE)?|SANS|SANS AUCUN|NI) )(?:${remedy}(?:$| (?:POSSIBLE|OUVERTE?|ADMISE?|RECEVABLE|PREVUE?)(?=$| (?:CONTRE|DE|POUR) ${thisOne})| (?:CONTRE|DE) ${thisOne})|APPEL (?:POSSIBLE )?(?:CONTRE|DE) ${thisOne})`,
)
/** « Le tribunal n’est pas compétent »: none is, unless the words beside name one. */
const noJudge = new RegExp(String.raw`\bLE ${judge} (?:EST INCOMPETENT|N EST PAS COMPETENT)${ofNoOther}`)
/** « Relève du tribunal judiciaire », « se conteste devant le tribunal judiciaire »: the words name the judge. */
const namesJudge = new RegExp(
  String.raw`\b(?:RELEV\w+|(?:EST|SONT) DE LA COMPETENCE) (?:DU|DE LA) (?:COUR|${judge}|JURIDICTION)|\b(?<!NE )(?:SE (?:CONTESTE|PORTE|FORME)(?:NT)?|(?:PEUT|PEUVENT) ETRE (?:CONTEST|PORT|FORM)\w*)(?! PAS)(?: \w+){0,2} DEVANT (?:LA|LE) (?:COUR|${judge}|JURIDICTION)`,
)
/** « Vous n’avez plus de recours »: of the paper's decision, unless another one was told. */
const noneLeft = new RegExp(
  String.raw`\bVOUS N(?: AVEZ|E DISPOSEZ) (?:DONC )?PLUS DE (?:VOIES? DE )?RECOURS\b${ofAny}`,
)
/** « Voies de recours : aucun »: a heading, and what is under it. */
const heading = /^(?:DELAIS? ET )?(?:VOIES? (?:ET DELAIS? )?DE RECOURS|RECOURS)(?: (?:POSSIBLE|OUVERT)E?S?)?$/
const nothing = /^(?:AUCUNE?S?|NEANT|NUL(?:LE)?)$/
/** What a judge said, and the decision of a judge: no reader takes it for the paper's. */
export const judged =
  /\b(?:TRIBUNAL|JUGE|COUR|CONSEIL D ETAT)(?: \w+){0,4}? A (?:\w+ )?(?:CONSTAT|DECID|DIT|ESTIM|JUG|RAPPEL|REJET|STATU)|\bA (?:DECIDE|DIT|JUGE) (?:LE|LA) (?:TRIBUNAL|JUGE|COUR)\b|\b(?:L ARRET|LE JUGEMENT)(?: DU \w+(?: \w+){0,2})? (?:EST|DIT|LE DIT|RETIENT)\b/
const saysNone = (said: string, sentence: string): boolean =>
  !someWay.test(said) &&
  !judged.test(said) &&
  (noRemedy.test(said) || clausesOf(sentence).some((clause) => bareDenial.test(clause.trim())))

/** What no denial is without. Its forms are long to compile: they are read only where both stand, and an address has no second. */
const stem =
  /CONTEST|RECOURS|APPEL|ATTAQU|SUSCEPTIBLE|DEFINITI|IRREVOCABLE|RECLAMATION|TRIBUNA|JUGE|JUSTICE|CONTROLE/
const denying =
  /\b(?:NE|NI|N|NON|PAS|PLUS|POINT|RIEN|SANS|AUCUNE?|NUL(?:LE)?)\b|DEFINITI|ECARTE|ECHAPPE|EXCLU|FERME|IMPOSSIBLE|INADMISSIBLE|INATTAQUABLE|INCOMPETENT|INCONTESTABLE|INSUSCEPTIBLE|INTERDIT|INUTILE|IRRECEVABLE|IRREVOCABLE|PERDEZ|PRIVE|REFUSE|REJETE|RENONC|VAIN|VOUE/

/**
 * Whether these words say that the decision whose reasons they give is not contested (CJA R421-5): the paper says how it is. Each
 * sentence apart: a full stop between two is no word.
 */
export const deniesAppeal = (prose: string): boolean => {
  let before: string | undefined
  let headed = false
  let judgeNamed: boolean | undefined
  const sentences = sentencesOf(prose)
  return sentences.some((sentence) => {
    const said = searchable(sentence)
    if (headed && nothing.test(said)) return true
    if (stem.test(said) && denying.test(said)) {
      const anotherTold = before !== undefined && another.test(before)
      if (notContested.test(said) || saysNone(said, sentence)) return true
      if (shownDenied.test(said) && !(anotherTold && noMore.test(said))) return true
      if (shownFinal.test(said) && !anotherTold) return true
      if (noneLeft.test(said) && !anotherTold && !another.test(said) && !someWay.test(said)) return true
      if (noJudge.test(said)) {
        judgeNamed ??= sentences.some((beside) => namesJudge.test(searchable(beside)))
        if (!judgeNamed) return true
      }
    }
    before = said
    headed = heading.test(said)
    return false
  })
}
