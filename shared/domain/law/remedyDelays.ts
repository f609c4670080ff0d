import { searchable } from '../../contract/letters.ts'
import { another, judge, judged, ofThis, thisOne } from './denials.ts'
import { clausesOf, sentencesOf } from './orders.ts'

// Words that say within which delay the paper's own decision is contested, told from the delays of anything else: to pay, to
// bring, to contest what another authority decided. The paper prints that delay from the texts (CJA R421-5).

/** A delay as words say it. */
type SaidDelay = { readonly count: number; readonly unit: 'days' | 'months' | 'years' | 'other' }
/** A way that has a delay of its own in some procedures: a judge, once another was asked, or who decided. */
type Way = 'judge' | 'informal'
/** The delays of the remedies that a paper prints: its own, and those of the ways that its rules tell apart. */
export type LawfulDelays = { readonly own: readonly SaidDelay[] } & Readonly<
  Record<Way, readonly SaidDelay[]>
>

const words: Readonly<Record<string, number>> = {
  UN: 1,
  UNE: 1,
  DEUX: 2,
  TROIS: 3,
  QUATRE: 4,
  CINQ: 5,
  SIX: 6,
  SEPT: 7,
  HUIT: 8,
  NEUF: 9,
  DIX: 10,
  ONZE: 11,
  DOUZE: 12,
  QUINZE: 15,
  VINGT: 20,
  'VINGT ET UN': 21,
  TRENTE: 30,
  QUARANTE: 40,
  'QUARANTE CINQ': 45,
  SOIXANTE: 60,
  'QUATRE VINGT DIX': 90,
}
const counts = Object.keys(words).toSorted((one, other) => other.length - one.length)
const lasting = String.raw`(?:(?:\d{1,3}|${counts.join('|')})(?: \d{1,3})? (?:JOURS?|JRS?|J|SEMAINES?|MOIS|ANS?|ANNEES?|HEURES?)|HUITAINE|QUINZAINE|LE MOIS)\b`
const span = `(?<span>${lasting})(?! DE SILENCE)`
const units: readonly (readonly [RegExp, SaidDelay['unit']])[] = [
  [/(?:JOURS?|JRS?|J)$/, 'days'],
  [/MOIS$/, 'months'],
  [/(?:ANS?|ANNEES?)$/, 'years'],
]

/** A delay that these words name, in letters or in figures. */
function delayOf(said: string): SaidDelay {
  if (said === 'HUITAINE') return { count: 8, unit: 'days' }
  if (said === 'QUINZAINE') return { count: 15, unit: 'days' }
  if (said === 'LE MOIS') return { count: 1, unit: 'months' }
  const unit = units.find(([ends]) => ends.test(said))?.[1] ?? 'other'
  const count = counts.find((word) => said.startsWith(`${word} `))
  return { count: count === undefined ? Number.parseInt(said, 10) : words[count]!, unit }
}

/** « Non-recours » is the word of a certificate; appeal is of a judgment, unless this decision is named. */
const remedy = String.raw`(?:VOIES? DE RECOURS|(?<!\bNON )RECOURS|CONTESTATION)`
const appeal = `(?:VOIES? D APPEL|APPEL) (?:CONTRE|DE) ${thisOne}`
/** « Dans les », « sous », « dans un délai maximum de »: what stands before a delay. */
const within = String.raw`(?:DANS|SOUS|PENDANT|DURANT|AVANT|D ICI)(?: (?:UN|LES|CES|L))?(?: (?:LE )?DELAIS? (?:\w+ ){0,2}?(?:DE|D))?`
const kind =
  '(?:GRACIEUX|HIERARCHIQUE|CONTENTIEUX|ADMINISTRATIF|AMIABLE|JURIDICTIONNEL|PREALABLE|OBLIGATOIRE)'
const kinds = `(?: ${kind})*`
/** Judges who hear of other matters than a decision of an office: families, debts, shops. */
const ofOthers =
  '(?! (?:AUX AFFAIRES|DE L EXECUTION|DES (?:CONTENTIEUX|ENFANTS|TUTELLES)|DE (?:COMMERCE|POLICE|PROXIMITE)|PARITAIRE)\\b)'
const hears = String.raw`(?:${judge}${ofOthers}|JURIDICTION(?: \w+)?|COMMISSION DE (?:CONTROLE|RECOURS(?: AMIABLE)?))`
/**
 * Who is asked to think a decision again, above who took it, or who watches over it: what else is asked of them is no contest. The
 * prefect of the region judges what the architect of monuments said, in the two months of C. urb. R424-14.
 */
const above =
  '(?:PREFETE?(?! DE (?:LA )?REGION\\b)|SOUS PREFETE?|PROCUREURE?(?: DE LA REPUBLIQUE)?|RECTEUR|RECTRICE|MINISTRE)'
/** Where words turn to what somebody else does, or to another delay: « qui répond dans le mois », « ou revenir dans un mois ». */
const turns = String.raw`(?:QUI|DONT|(?:ET|OU|PUIS) (?:(?:DANS|SOUS|PENDANT) (?:UN|LES?) |(?!AUTRE|CHER\b|LOIRE?\b|COURRIER|LETTRE|MAIRE|MINISTRE|(?:ATTAQUER|CONTESTER|SAISIR)\b|\w+ER (?:UNE? |VOTRE |LE )?(?:RECOURS|REQUETE|CONTESTATION)\b)\w+(?:ER|IR|RE)\b(?! SON (?:ANNULATION|RETRAIT)))|QUE?(?! (?:AUPRES|AVANT|DANS|DE|DEVANT|DURANT|EN|PAR|PENDANT|SOUS|${lasting})\b)|(?:AU|LA|LE|AUX|LES|DU|DES)?QUEL(?:LE)?S?|SI(?! VOUS (?:LE |L |CONTESTEZ))|QUAND|LORSQUE?|(?:REJET|REPUT)EE?S?)\b`
const seizeNow = 'SAISISSEZ(?: DONC| ALORS| AUSSI)?'
const seize = `(?:SAISIR|${seizeNow})`
/** « De l’Essonne », « de la Seine-Maritime »: a department, or the part of one, whose name has an article; « de la demande » names none. */
const article = String.raw`(?:DE L (?:AIN|AISNE|ALLIER|ARDECHE|ARIEGE|AUBE|AUDE|AVEYRON|ESSONNE|EURE|HERAULT|INDRE|ISERE|OISE|ORNE|YONNE|ACADEMIE|ARRONDISSEMENT|EDUCATION|INTERIEUR|URBANISME)|DE LA (?:CHARENTE|CORREZE|CORSE|COTE|CREUSE|DORDOGNE|DROME|GIRONDE|GUADELOUPE|GUYANE|HAUTE|JUSTICE|LOIRE|LOZERE|MANCHE|MARNE|MARTINIQUE|MAYENNE|MEURTHE|MEUSE|MOSELLE|NIEVRE|REUNION|SARTHE|SAVOIE|SEINE|SOMME|VENDEE|VIENNE)|DE (?:CE|VOTRE) DEPARTEMENT)\b`
/** « Du Val-d’Oise », « des Vosges »: « du changement d’adresse » and « des faits » name no place. */
const contracted = String.raw`(?:DU (?:BAS|BUDGET|CALVADOS|CANTAL|CHER|DEPARTEMENT|DOUBS|FINISTERE|GARD|GERS|HAUT|JURA|LOGEMENT|LOIR|LOIRET?|LOT|MAINE|MORBIHAN|NORD|PAS|PUY|RHONE|TARN|TERRITOIRE|TRAVAIL|VAL|VAR)|DES (?:AFFAIRES|ALPES|ARDENNES|ARMEES|BOUCHES|COTES|DEUX|FINANCES|HAUTE?S|LANDES|PYRENEES|SOLIDARITES|SPORTS|VOSGES|YVELINES))\b`
const ofPlace = String.raw`(?: (?:${article}|${contracted}|(?:DE|D) (?!(?:ACTES?|CE|CES|CET|CETTE|FAITS|INFRACTIONS?|L|LA|NOS|NOTRE|SA|SES|SON|UNE?|VOS|VOTRE)\b)\w+)(?: (?!(?:DANS|SOUS|PENDANT|DURANT|AVANT|DU|DES|D UNE?|CES?|CET|CETTE|SA|SES|SON|VOS|VOTRE)\b|${turns})\w+){0,4}?)?`
/** « D’un recours », « d’un recours gracieux contre cette décision ». */
const withRemedy = String.raw`D UNE? ${remedy}${kinds}(?: (?:A L ENCONTRE DE|CONTRE) (?:${thisOne}|LA DECISION|LE REFUS))?`
const theAbove = String.raw`(?:LE |LA |L |UN )${above}${ofPlace}`
const askedAbove = String.raw`${theAbove}(?: (?:${withRemedy}|DE ${thisOne}|CONTRE ${thisOne}))?(?=$| (?:DANS|SOUS|PENDANT|DURANT|AVANT|A COMPTER|A PARTIR|DES|APRES) )`
/** « Un recours au préfet »: to whom it goes. « Recours à une entreprise » is none. */
const toThem = String.raw`(?: (?:A LA|AU|A (?:MONSIEUR|MADAME|M|MME) (?:LE |LA )?) ?(?:${above}${ofPlace}|MAIRIE|MAIRE|${judge}))?`
/** « Auprès de la caisse », « de son assurance »: somebody else decides, of something else. */
const others =
  '(?:ASSURANCE|ASSUREUR|BAILLEUR|BANQUE|CAF|CAISSE|COMMISSION(?! DE (?:CONTROLE|RECOURS))|CPAM|EMPLOYEUR|FRANCE TRAVAIL|MDPH|NOTAIRE|PROPRIETAIRE)'
const toOurs = String.raw`(?! ${kind}\b)(?! AUPRES (?:(?:DE|DU|D|L|LA|LE|UN|UNE|SA|SON|VOTRE) )*${others}\b)${ofThis}`
/** What the person would do to contest this decision, or one that is not named. */
const contest = String.raw`(?:(?:LA |LE )?CONTESTER(?=$| ${thisOne}\b| (?:LA DECISION|LE REFUS)(?! (?:DE|D|DU)\b)| (?:DANS|SOUS|PENDANT|AVANT|DEVANT|AUPRES|EN JUSTICE|EST|SERA|VOUS)\b)|ATTAQUER (?:${thisOne}|LA DECISION|LE REFUS)\b|(?:SAISIR|ALLER DEVANT|(?:S|VOUS) ADRESSER AU?) (?:LE |LA |UN |UNE )?${hears}|DEMANDER (?:A LA|A UN|AU) ${hears} (?:D ANNULER|L ANNULATION DE) ${thisOne}|(?:ADRESSER|DEPOSER|ENVOYER|EXERCER|FAIRE|FORMER|INTRODUIRE) (?:UNE?|VOTRE|LE|LA|CE|TOUT) (?:${remedy}${kinds}\b|REQUETE\b)${toThem}${toOurs}|FAIRE (?:UN )?RECOURS\b${toOurs}|FAIRE APPEL DE ${thisOne}|SAISIR ${askedAbove})`
/** « Saisissez », « contestez cette décision »: the same, told to do; « vous contestez » tells what is done. */
const contestNow = String.raw`(?<!\bVOUS )\b(?:CONTESTEZ(?= ${thisOne}\b| (?:LA DECISION|LE REFUS)\b(?! (?:DE|D|DU)\b)| (?:L[AE] )?(?:DANS|SOUS|PENDANT|AVANT|DEVANT)\b)|ATTAQUEZ (?:${thisOne}|LA DECISION|LE REFUS)\b|(?:${seizeNow}|ALLEZ DEVANT|ADRESSEZ VOUS AU?) (?:LE |LA |UN |UNE )?${hears}|${seizeNow} ${askedAbove}|FAITES APPEL DE ${thisOne}|DEMANDEZ (?:A LA|A UN|AU) ${hears} (?:D ANNULER|L ANNULATION DE) ${thisOne}|(?:ADRESSEZ|DEPOSEZ|ENVOYEZ|EXERCEZ|FAITES|FORMEZ|INTRODUISEZ) (?:(?:UNE?|VOTRE|LE|LA|TOUT) )?(?:${remedy}${kinds}\b|REQUETE\b)${toThem}${toOurs})`
/** « Vous pouvez », « il faut »: what stands before what the person would do. */
const mayOrMust =
  '(?:VOUS (?:NE )?(?:POUVEZ|POURREZ|DEVEZ|DEVREZ|AVEZ (?:LA POSSIBILITE|LE DROIT) DE)|(?:L INTERESSEE?|LE DEMANDEUR|LA PERSONNE) (?:NE )?(?:PEUT|POURRA|DOIT|DEVRA)|IL (?:VOUS )?(?:FAUT|CONVIENT DE|APPARTIENT DE|EST POSSIBLE DE)|MERCI DE)'
/** « Vous avez », « vous disposez ». */
const have = 'VOUS (?:N )?(?:AVEZ|AUREZ|DISPOSEZ|DISPOSEREZ|BENEFICIEZ)'
/** Nothing that says that the delay is to do something else: « un mois pour produire le plan ». */
const forNothingElse = `(?! (?:POUR|AFIN DE) (?!${contest}))`
/** « A compter de la notification », « francs »: words between a delay and what it is for. */
const reckoned = String.raw`(?: (?:FRANCS|OUVRES|OUVRABLES|CALENDAIRES|SEULEMENT|MAXIMUM|(?:AU )?PLUS))?(?: (?:A COMPTER|A PARTIR|APRES|DES|SUIVANT)(?: \w+){1,6}?)?`
const of = `(?: (?:A L ENCONTRE DE|CONTRE|DE) (?:${thisOne}|LA DECISION|LE REFUS))?`
/** Words that go on without turning to what another decided, or to the past. */
const on = (most: number): string =>
  String.raw`(?: (?!(?:ETAIT|AVAIT|AVAIENT|A EXPIRE|EXPIRAIT)\b|${turns}|(?:CONTRE|A L ENCONTRE DE) (?!${thisOne}|LA DECISION|LE REFUS))\w+){0,${most}}?`

/** « De Melun »: the town of an administrative court; others hear other things, of commerce or of rents. */
const ofTown = String.raw`(?:(?<=TRIBUNAL|ADMINISTRATIF|JUDICIAIRE) (?:DE|D|DU) (?!(?:COMMERCE|GRANDE INSTANCE|INSTANCE|POLICE|PROXIMITE|L)\b)\w+(?: \w+){0,4}?)?`

/** « Saisi par le créancier »: somebody else would. */
const byYou =
  '(?! PAR (?:LES?|LA|L|DES|UNE?|SON|VOTRE) (?!(?:APPLICATION|COURRIER|DEMANDEUR|INTERESSE|LETTRE|PERSONNE|REQUETE|SITE|VOIE)))'

const said: readonly RegExp[] = [
  String.raw`\bDELAIS? (?:DE RECOURS|D APPEL(?= (?:CONTRE|DE) ${thisOne})|DE CONTESTATION|DE SAISINE DU ${judge}|(?:POUR|DE) ${contest}|(?:POUR|DU|DE) (?:UN |TOUT |LE |VOTRE )?${remedy})${kinds}${of}${on(12)} ${span}`,
  String.raw`\b(?:${have}|IL VOUS RESTE|(?:L INTERESSEE?|LE DEMANDEUR|LA PERSONNE) (?:A|AURA|DISPOSE(?:RA)?))${on(8)} ${span}${reckoned} (?:POUR|AFIN DE) ${contest}`,
  String.raw`\b(?:POUR ${contest}|SI VOUS (?:SOUHAITEZ|VOULEZ|DESIREZ|ENTENDEZ|COMPTEZ|DECIDEZ DE) ${contest}|SI VOUS CONTESTEZ(?: ${thisOne}| LA DECISION| LE REFUS|(?= VOUS\b)))${on(6)} ${have}${on(4)} ${span}${forNothingElse}`,
  String.raw`${contestNow}${on(8)} ${within} ${span}`,
  String.raw`\b(?:${thisOne}|LA DECISION|LE REFUS) (?:NE )?(?:EST|PEUT|POURRA|DOIT|DEVRA|SE)${on(2)} (?:CONTEST\w+|ATTAQU\w+|DEFER\w+|SUSCEPTIBLE D UN ${remedy}|FAIRE L OBJET D UNE? ${remedy})${on(8)} ${within} ${span}`,
  String.raw`\b(?:${remedy}|REQUETE)${kinds}${of} (?:EST|SERA|DURE) (?:DE |D )?${span}(?! (?:ANTERIEUR|POSTERIEUR|TROP)\w*)`,
  String.raw`\b(?:(?:${remedy}|REQUETE)${kinds}${of}|${appeal}) (?:EST|SONT|SERA|RESTE|DOI(?:VEN)?T|DEVRA|PEU(?:VEN)?T|POURRA|SE)${on(8)} ${within} ${span}`,
  String.raw`\b(?:LE|UN) ${judge}${ofTown} (?:EST|DOIT|DEVRA|PEUT|POURRA|SE)${on(2)} SAISI\w*${byYou}${on(6)} ${within} ${span}`,
  String.raw`\b${mayOrMust}${on(3)} ${contest}${on(8)} ${within} ${span}`,
  // At the head of a sentence alone: « le plan n’est pas venu dans le mois, vous pouvez contester » tells another delay.
  String.raw`^${within} ${span}${reckoned} (?:${mayOrMust}${on(3)} ${contest}|${contestNow})`,
  String.raw`\bL[AE] ${above}${ofPlace} (?:EST|DOIT|DEVRA|PEUT|POURRA)${on(2)} SAISIE? (?:${withRemedy}${byYou}(?! (?:DU|DES)\b)${on(6)} ${within} ${span}|${within} (?<after>${lasting}) ${withRemedy})`,
  String.raw`\b(?:PASSEE?S?|AU DELA|APRES)(?: (?:UN|CE|LES|DE|D))*(?: DELAI (?:DE|D))? ${span}${on(4)} (?:AUCUNE? ${remedy}|(?:LE |LA |TOUTE? |VOTRE )?${remedy} (?:EST|SERA|NE SERA)|VOUS NE (?:POUVEZ|POURREZ)${on(2)} ${contest})`,
].map((form) => new RegExp(form))
/** « Recours sous huit jours », « huit jours pour saisir le tribunal »: a clause of no verb. */
const bare: readonly RegExp[] = [
  String.raw`^(?:${remedy}|SAISINE DU ${judge})${kinds}(?: (?:POSSIBLE|OUVERTE?|ADMISE?))?${of} (?:POSSIBLE )?(?:${within} )?${span}(?! (?:AVANT|PLUS TARD)\b| APRES (?!(?:LA |SA )?NOTIFICATION))`,
  String.raw`^${span}${reckoned} POUR ${contest}`,
].map((form) => new RegExp(form))
/** « Délai de recours : huit jours », « recours : vous avez huit jours ». */
const heading = new RegExp(
  String.raw`^(?:VOIES? ET )?DELAIS? (?:ET VOIES? )?(?:DE RECOURS${kinds}|D APPEL(?= (?:CONTRE|DE) ${thisOne})|DE CONTESTATION|POUR ${contest})${of}$|^(?:VOIES? (?:ET DELAIS? )?DE RECOURS|RECOURS|CONTESTATION)${kinds}${of}$`,
)
const under = new RegExp(
  String.raw`^(?:${have}${on(4)} |(?:(?:CE DELAI|IL) EST (?:DE |D )?|${within} ))?${span}${forNothingElse}`,
)
/** « Jusqu’au 12 mars »: the day on which the delay ends, which nobody knows before the paper is handed over. */
const byDay = new RegExp(
  String.raw`\bVOUS (?:AVEZ|POUVEZ|POURREZ|DISPOSEZ)${on(4)} (?:JUSQU AU|AVANT LE) \d{1,2}(?:ER)? \w+(?: \d{4})? POUR ${contest}|\b${contest}${on(6)} (?:JUSQU AU|AVANT LE) \d{1,2}(?:ER)?\b`,
)
/** « Contre la décision de la caisse », « contre la facture »: the remedy is against something else. */
const againstOther = new RegExp(
  String.raw`\b(?:CONTRE|A L ENCONTRE DE) (?!${thisOne}\b|(?:LA DECISION|LE REFUS)\b(?! (?:DE|D|DU)\b))`,
)
/** « Le délai de recours du jugement »: a judge decided it. */
const ofJudgment = /\b(?:CONTESTATION|RECOURS) (?:DU|DE CE) JUGEMENT\b/
/** What no such words are without. */
const stem =
  /CONTEST|RECOURS|APPEL|ATTAQU|DEFER|TRIBUNA|JUGE|JURIDICTION|REQUETE|COMMISSION DE CONTROLE|SAISIR L|SAISISSEZ/

/** A delay that words say, with the ways that they name for it and the months that distance adds. */
type FoundDelay = SaidDelay & { readonly ways: readonly Way[]; readonly further: number }
const dwell = String.raw`\b(?:DEMEUR|HABIT|RESID|VIV)\w+(?: \w+){0,3}?`
/** Who dwells overseas has a month more before the administrative judge, abroad two (CJA R421-7). */
const distances: readonly (readonly [RegExp, number])[] = [
  [
    new RegExp(
      `${dwell} (?:OUTRE MER|GUADELOUPE|GUYANE|MARTINIQUE|MAYOTTE|NOUVELLE CALEDONIE|POLYNESIE|REUNION|SAINT (?:BARTHELEMY|MARTIN|PIERRE)|WALLIS)\\b`,
    ),
    1,
  ],
  [new RegExp(`${dwell} (?:A L ETRANGER|HORS DE FRANCE)\\b`), 2],
]
const informal = new RegExp(
  String.raw`\b(?:GRACIEUX|HIERARCHIQUE|${seize} (?:LE |LA |L |UN )${above}|RECOURS (?:A LA|AU) (?:${above}|MAIRIE|MAIRE)|L[AE] ${above}(?: \w+){1,9} SAISIE?)\b`,
)
const aJudge = new RegExp(String.raw`\b(?:${judge}|JURIDICTION)\b`)
const ofThisOne = new RegExp(String.raw`\b${thisOne}\b`)
const goesOn = new RegExp(String.raw`^${kinds}(?: DEVANT (?:LE |LA |UN |UNE )?${hears})?`)

/** « Saisir le préfet » alone, which may be to ask anything of them. */
const asksAlone = new RegExp(
  String.raw`^(?!.*\b(?:${remedy}|CONTEST\w+|${thisOne}|${judge})\b).*\b${seize} (?:LE |LA |L |UN )${above}\b`,
)
/** « Pour régler le nom », « d’une demande », « dans les huit jours du vol »: it is for something else, or counted from it. */
const forElse = new RegExp(
  String.raw`\b(?:POUR|AFIN DE?) (?!${contest})|\bD UNE? (?:AUTRE )?(?:DEMANDE|DOSSIER|PLAINTE|SIGNALEMENT)\b|\b(?:A PROPOS|AU SUJET|CONCERNANT|EN VUE)\b|\b${lasting} (?:PRECEDANT|QUI PRECEDENT?|AVANT (?:LA FIN|L (?:ECHEANCE|EXPIRATION)|LE TERME))\b|\b${lasting}(?: FRANCS)? (?:(?:A COMPTER|A PARTIR|QUI SUI(?:T|VENT)|SUIVANT|APRES|DES) )?(?:DE|DU|D|LA|LE|L|SA|SON|VOTRE) (?!(?:(?:CE|CETTE|DATE|DE|DU|JOUR|L|LA|LE|LENDEMAIN|SA|VOTRE) )*(?:(?:DATE|JOUR)$|(?:AUJOURD HUI|COURRIER|DECISION|LETTRE|NOTIFICATION|PRESENTE?|RECEPTION|REFUS|REMISE)\b))`,
)

/** « Saisir le tribunal pour le partage », « du refus de visa »: the matter is another than this decision. */
const judgeElse = new RegExp(
  String.raw`^(?!.*\b(?:${thisOne}|LA DECISION|LE REFUS)\b).*\b(?:${judge}|JURIDICTION)\b.*\b(?:(?:POUR|AFIN DE?) (?!${contest}|(?:(?:DEMANDER|FAIRE|OBTENIR) )?(?:(?:L|SON) )?(?:ANNUL|VALOIR)|EXCES DE POUVOIR)|D UNE ACTION (?!EN ANNULATION)|DU REFUS (?:DE|D) (?:PASSEPORT|TITRE|VISA)\b)`,
)
/** « Contestez », « un recours »: words that a remedy alone has, beside a judge. */
const asRemedy = new RegExp(String.raw`\b(?:${remedy}|CONTEST\w+|ATTAQU\w+|REQUETE|ANNUL\w+)\b`)
/** Whether a delay that was found is for something else than to contest this decision. */
const isForElse = (found: string, sentence: string): boolean =>
  (asksAlone.test(found) && forElse.test(sentence)) || (!asRemedy.test(found) && judgeElse.test(sentence))

/** The ways that words name. A judge who hears of this decision is its remedy, not the one that follows another. */
const waysIn = (words: string): readonly Way[] => [
  ...(informal.test(words) ? (['informal'] as const) : []),
  ...(aJudge.test(words) && !ofThisOne.test(words) ? (['judge'] as const) : []),
]

/**
 * The delays that these forms find.
 * @param words those read, of a sentence; `headed`: the heading that stands before it, where there is one
 */
const delayIn = (
  forms: readonly RegExp[],
  words: string,
  { sentence, headed = '' }: { readonly sentence: string; readonly headed?: string },
): readonly FoundDelay[] =>
  forms.flatMap((form) => {
    const found = form.exec(words)
    const named = found?.groups?.['span'] ?? found?.groups?.['after']
    if (found === null || named === undefined || isForElse(found[0], sentence)) return []
    const after = goesOn.exec(words.slice(found.index + found[0].length))?.[0] ?? ''
    const further = distances.find(([far]) => far.test(sentence))?.[1] ?? 0
    return [{ ...delayOf(named), ways: waysIn(`${headed} ${found[0]}${after}`), further }]
  })

/**
 * The delays within which these words say that the decision whose reasons they give is contested; null for a day that they
 * name, which is no delay of a text. What is told of a decision of another day or authority is left.
 */
function remedyDelays(prose: string): readonly (FoundDelay | null)[] {
  let before = ''
  const found: (FoundDelay | null)[] = []
  for (const sentence of sentencesOf(prose)) {
    const whole = searchable(sentence)
    if (before !== '') found.push(...delayIn([under], whole, { sentence: whole, headed: before }))
    before = heading.test(whole) ? whole : ''
    if (!stem.test(whole) || [another, againstOther, judged, ofJudgment].some((other) => other.test(whole)))
      continue
    found.push(
      ...delayIn(said, whole, { sentence: whole }),
      ...clausesOf(sentence).flatMap((clause) => delayIn(bare, clause.trim(), { sentence: whole })),
    )
    const day = byDay.exec(whole)
    if (day !== null && !isForElse(day[0], whole)) found.push(null)
  }
  return found
}

/** Two months, where no text of the procedure says otherwise (CJA R421-1). */
export const commonDelay = { count: 2, unit: 'months' } as const satisfies SaidDelay

/** « Deux mois pour le tribunal », « un recours gracieux se fait dans le mois »: a way, with its delay. */
const ownDelays: Readonly<Record<Way, RegExp>> = {
  judge: new RegExp(String.raw`\b${span} POUR LE ${judge}\b`, 'g'),
  informal: new RegExp(String.raw`\b(?:GRACIEUX|HIERARCHIQUE)(?: (?!NE\b)\w+){0,4}? ${within} ${span}`, 'g'),
}

/**
 * The delays of a remedy: its own, which its rule gives, and those that the words of the rule give to a judge or to who decided.
 * The silence of an authority, and what it is asked besides, are no delay to contest.
 */
export function delaysOfRemedy(own: SaidDelay | null, words: string): LawfulDelays {
  const said = searchable(words)
  const delays = own === null ? [] : [own]
  const ofWay = (way: Way): readonly SaidDelay[] => {
    const named = [...said.matchAll(ownDelays[way])].map(({ groups }) => delayOf(groups!['span']!))
    return named.length > 0 ? named : delays
  }
  return { own: delays, judge: ofWay('judge'), informal: ofWay('informal') }
}

/** Whether words say a delay to contest that is none of these. */
export const saysOtherDelay = (prose: string, lawful: () => LawfulDelays): boolean => {
  const found = remedyDelays(prose)
  if (found.length === 0) return false
  const allowed = lawful()
  return found.some((one) => {
    if (one === null) return true
    const isOf = (way: keyof LawfulDelays) =>
      allowed[way].some(
        ({ count, unit }) =>
          unit === one.unit &&
          (count === one.count ||
            (unit === 'months' && way !== 'informal' && count + one.further === one.count)),
      )
    return one.ways.length === 0 ? !isOf('own') : !one.ways.every(isOf)
  })
}
