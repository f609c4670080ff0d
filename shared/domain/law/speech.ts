import { asRead, searchable } from '../../contract/letters.ts'
import { deniesAppeal } from './denials.ts'
import { asksOfPerson } from './duties.ts'
import { clausesOf, ordersAny, ordersPiece, sentencesOf } from './orders.ts'
import { wantsPiece } from './wanted.ts'

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
/** What a person hands in, or has. */
export const thing = '(DEMANDE|REQUETE|DOSSIER|INSCRIPTION|CANDIDATURE|DECLARATION|RECLAMATION|RECOURS)S?'
const theirs = '(ATTESTATION|PERMIS|TITRE|PACS|PRESTATION|AIDE|ALLOCATION|DROIT)S?'
const becomes = '(EST|SONT|A ETE|ONT ETE|RESTE|SERA|SERONT|VA ETRE) (DONC |AINSI )?'
const now = '(?: (?:DONC|DESORMAIS|DORENAVANT|MAINTENANT|TOUJOURS|ENCORE|AUSSI))?'
/** What an office gives or does where somebody asks it. « Les chèques », « le projet de carrière », nobody asked of it. */
const whatIsAsked =
  '(?:ACTE|ATTESTATION|AUTORISATION|BAPTEME|CARTE(?! (?:BANCAIRE|BLEUE))|CELEBRATION|CERTIFICAT|CERTIFICATION|COPIE|DELIVRANCE|DOMICILIATION|ENREGISTREMENT|EXAMEN|LEGALISATION|LIVRET|MARIAGE|PASSEPORT|RECONNAISSANCE|REMISE)S?'
const toAct =
  'DE? (?:VOUS |LE |LA |L |LES )?(?:ACCEDER|ACCORDER|ACCUEILLIR|CELEBRER|CERTIFIER|DELIVRER|DONNER|ENREGISTRER|ETABLIR|EXAMINER|FAIRE DROIT|INSCRIRE|INSTRUIRE|LEGALISER|PRENDRE|RECEVOIR|REMETTRE|SERVIR|TRAITER)'
/** « Nous refusons votre dossier », « la mairie refuse d’inscrire votre enfant »: what somebody asked is refused. */
const refused = `(?: (?:L|LA|LE|LES|UNE?|DES?|CETTE|CE|CES|TOUTE?S?|TOUS|VOTRE|VOS))* (?:${thing}|${theirs}|${whatIsAsked})\\b(?! (?:EN PAPIER|PAPIER|PAR|SUR PAPIER)\\b)| (?:VOTRE|VOS) (?!CHEQUES?|ESPECES|PAIEMENTS?|REGLEMENTS?)| ${toAct}\\b`
/** « Refusée par la banque », « à la frontière » tells what somebody else did. */
const byOthers =
  '(?!\\w* (?:A LA FRONTIERE|A L AEROPORT|(?:LE (?:\\d{1,2}|1ER) \\w+ (?:\\d{4} )?)?PAR (?:(?:M|MME|MONSIEUR|MADAME) )?(?:(?:L|LA|LE|LES|UNE?|VOTRE) )?(?:(?:SERVICES|BUREAUX?) (?:DU|DE (?:L|LA)) )?(?:ADMINISTRATION FISCALE|AEROPORT|AGENCE|AMBASSADE|ANTS|APPAREIL|ARCHITECTE DES BATIMENTS|ASSURANCE|ASSUREUR|BAILLEUR|BANQUE|BUREAU DES ETRANGERS|CAF|CAISSE|COLLEGE|COMMISSARIAT|COMMISSION DE MEDIATION|COMPAGNIE|CONSULE?|CONSULAT|COUR|CPAM|DEPARTEMENT|DOUANES?|ECOLE|EMPLOYEUR|ETAT(?! CIVIL)|GENDARMERIE|HOPITAL|JUGE|LECTEUR|LOGICIEL|LYCEE|MACHINE|MDPH|MINISTERE|MINISTRE|NOTAIRE|PARQUET|POLICE|POSTE|PREFECTURE|PREFETE?|PRESIDENTE? DU CONSEIL DEPARTEMENTAL|PROCUREURE?|PROPRIETAIRE|RECTEUR|RECTORAT|RECTRICE|SCANNER|SITE|SOUS PREFECTURE|SOUS PREFETE?|TELESERVICE|TERMINAL|TPE|TRIBUNAL|UNIVERSITE))\\b)'
/** « Repoussée au lundi 3 mars » is another day. */
const toADay = '(?!\\w* (?:A|AU|AUX|D|DE|DANS|EN|JUSQU|POUR)\\b)'
/** « Ne sera examinée qu’en septembre » says when, where or by whom. */
const only = '(?!\\w* QUE?\\b)'
/** « Pas acceptées par téléphone », « avant le 1er mars »: by which way, and from when. */
const thisWay =
  '(?!\\w* (?:AVANT|APRES|EN LIGNE|HORS|EN DEHORS|SANS RENDEZ VOUS|PAR (?:COURRIEL|COURRIER|FAX|INTERNET|MAIL|SMS|TELEPHONE))\\b)'
/** « La mairie refuse toute responsabilité », « les incivilités »: nobody asked it. */
const nobodyAsked = `(?!\\w+${now}(?: (?:L|LA|LE|LES|UNE?|DES?|TOUTE?S?|TOUS|FORMES?))* (?:AGRESSI\\w+|CHEQUES?|COMPORTEMENTS?|DISCRIMINATIONS?|ESPECES|FERMETURES?|HARCELEMENT|INCIVILITES?|INJURES?|INSULTES?|MENACES?|MONDE|PAIEMENTS? (?:EN ESPECES|PAR CHEQUES?)|PROPOS|RACISME|RESPONSABILITES?|SEXISME|VIOLENCES?)\\b)`
/** Whom equality before the service forbids to turn away. */
const outcast = '(?:ETRANGERE?S?|GENS DU VOYAGE|MIGRANTE?S?|ROMS?|SANS (?:ABRI|PAPIERS?|DOMICILE))'
/** « Elle écrit que le maire refuse son inscription » tells what somebody says of the office; « nous vous écrivons que » refuses. */
const theySay =
  '(?:DEMANDEU(?:R|SE)S?|ELLES?|ILS?|PERSONNES?|USAGERE?S?) (?:(?:A|AVAIT|NOUS|ONT|S|SE) )*(?:AFFIRM|CONTEST|CRAI|CROI|CROY|DECLAR|DISAI|DI[ST]|DOUT|ECRI|ETONN|IGNOR|INDIQU|PENS|PLAI[GN]|PRETEN|REGRETT|REPROCH|SOUTI)\\w*'
const youSay = 'VOUS (?:VOUS )?(?:CONTESTEZ|CROYEZ|DITES|ECRIVEZ|ETONNEZ|INDIQUEZ|PENSEZ|PLAIGNEZ)'
/** « Il dit que nous refusons votre demande » still speaks to the person, and refuses. */
const notSaid = `(?<!\\b${youSay} (?:DE CE )?QUE )(?:(?<!\\b${theySay} (?:DE CE )?QUE )|(?=(?:\\w+ ){1,5}?VO(?:S|TRE|US)\\b))`
const office = `${notSaid}(?:NOUS|JE|LA MAIRIE|LE MAIRE)`
/** The office opposes what was declared to it (urbanism); « la mairie s’oppose aux incivilités » opposes nobody’s. */
const against = `(A (VOTRE|VOS) |(A LA|A L|A CETTE|A CE|AU|AUX) (${thing}|PACS|MARIAGE|TRAVAUX)\\b)`
/**
 * « Votre demande est refusée », « nous rejetons », « ne peut pas être acceptée », « est classé sans suite »: what no form is
 * without, then the form. A form is long to compile: it is read only where that stands.
 */
const refusals = (
  [
    [
      'REFUS|REJET|RECEV|ECARTE|REPOUSS|DECLIN|CADUQU',
      `\\b(VOTRE|VOS|CETTE|LA|LE|CE) ${thing} ${becomes}(REFUS|REJET|IRRECEV|ECARTE|NON RECEV|REPOUSS${toADay}|DECLIN|CADUQU)${byOthers}`,
    ],
    [
      'REFUS|REJET|SUPPRIM|SUSPEN',
      `\\b(VOTRE|VOS) ${theirs} ${becomes}(REFUS|REJET|SUPPRIM|(?<!RESTE (?:DONC |AINSI )?)SUSPEN[DS])${byOthers}`,
    ],
    ['REFUS|REJET', `\\b(?:VOTRE|VOS) ${whatIsAsked} ${becomes}(REFUS|REJET)${byOthers}`],
    [
      'REFUS|REJET',
      `\\b${office} (?:VOUS (REFUS|REJET)|(REFUS|REJET)\\w*$|(REFUS|REJET)\\w*${now}(?:${refused}))`,
    ],
    [
      'REFUS',
      `\\b${office} REFUS\\w*${now} (?:${toAct} )?(?:LES|TOUS LES|DES|AUX) (?:(?:ENFANTS?|FAMILLES?|PERSONNES?|USAGERS?) )?${outcast}\\b`,
    ],
    [
      'REFUS|REJET|RECEV',
      `\\b(?:LES|TOUTE?|TOUS LES|TOUTES LES) ${thing}(?: (?!NE?\\b|APRES\\b|AVANT\\b|DELAI|TARDI)\\w+){0,4}? ${becomes}(REFUS|REJET|IRRECEV|NON RECEV)${byOthers}`,
    ],
    [
      'REFUS|REJET|RECEVABLE|ACCEPTE|ADMIS',
      `^${thing}(?: INCOMPLETE?S?| SANS(?: \\w+){1,4}?)? (EST )?(REFUSEE?S?|REJETEE?S?|IRRECEVABLES?|NON (?:ACCEPTEE?|ADMISE?|RECEVABLE)S?)\\b${byOthers}|^REFUS$|^REFUS DU \\d`,
    ],
    [
      'ACCEPT|ACCUEILLI|ADMIS|ACCORD|RECEVABLE|RETENU|EN COMPTE',
      `\\b${thing} NE? (PEUT|PEUVENT|POURRA|SERA|SERONT|EST|SONT|A|ONT) (DONC )?(PAS |PLUS )?(ETE |ETRE )?(ACCEPT|ACCUEILLI|ADMIS|ACCORD|RECEVABLE|RETENU|PRISE?S? EN COMPTE)${only}${thisWay}`,
    ],
    [
      'ACCEPT|ADMIS|RETENU',
      `\\bAUCUNE? ${thing}(?: (?!NE?\\b)\\w+){1,3}? NE? (PEUT|POURRA|SERA|EST) (ETRE )?(ACCEPT|ADMIS|RETENU)${only}${thisWay}`,
    ],
    ['ACCEPT', `\\bNE? (?:\\w+ )?ACCEPT\\w+ (?:PAS|PLUS)? ?(?:AUCUNE?|VOTRE|VOS) ${thing}${thisWay}`],
    [
      outcast,
      `\\b${outcast}(?: \\w+){0,2}? NE? (?:SONT|SERONT|PEUVENT ETRE) (?:PAS|PLUS) (?:ACCEPT|ACCUEILLI|ADMIS|INSCRIT|RECU|SERVI)|\\bNE? (?:ACCEPT|ACCUEILL|ADMET|INSCRI|RECEV|SERV)\\w* (?:PAS|PLUS|AUCUN) (?:\\w+ ){0,2}?${outcast}\\b`,
    ],
    [
      'VOUS N|DONNERONS',
      `\\bVOUS N (Y )?AVEZ (DONC )?PAS (LE )?DROIT (A|AU|AUX)\\b|\\bVOUS N Y AVEZ (DONC )?PAS DROIT\\b|\\bVOUS N AVEZ (DONC )?(AUCUN DROIT|DROIT A RIEN|PAS LE DROIT DE (?:DEMANDER|DEPOSER|VOUS INSCRIRE))\\b|\\bVOUS NE POUVEZ PAS PRETENDRE\\b|\\bDONNERONS PAS SUITE\\b`,
    ],
    [
      'SUITE|VOUS ETES',
      `\\bN EST (DONC )?PAS DONNE (DE )?SUITE A (VOTRE|VOS|CETTE|LA)\\b|\\bVOUS ETES (?:DEBOUTE|RADIE|EXCLU)`,
    ],
    ['CLASS', `(?<!\\bPLAINTES? )\\bCLASS(EE?S?|ONS)\\b( \\w+){0,3} SANS SUITE\\b`],
    [
      'DONNER SUITE|FAIRE DROIT|ACCEDER|ACCEPTER',
      `\\b(POUVONS|PEUX|PEUT|POURRONS|POURRA) (DONC )?(PAS|PLUS) (DONNER SUITE|FAIRE DROIT|ACCEDER|ACCEPTER) (A )?(VOTRE|VOS|CETTE|CE|LA|LE|L) ${thing}\\b`,
    ],
    ['REFUS|REJET', `\\bFAIT L OBJET D UN (REFUS|REJET)\\b`],
    [
      'OPPOS',
      `\\b${notSaid}(LA MAIRIE|LE MAIRE) S OPPOSE ${against}|\\b${notSaid}NOUS NOUS OPPOSONS ${against}`,
    ],
    ['DEFAVORABLE', `\\bAVIS DEFAVORABLE (SUR|A) (VOTRE|VOS)\\b`],
  ] as const
).map(([stem, form]) => ({ stem: new RegExp(stem), form: new RegExp(form) }))
/** On a paper to one person, whatever the office refuses is theirs: « nous refusons cette pièce », « de scolariser votre enfant ». */
const refusingOne = new RegExp(`\\b${office} (?:REFUS|REJET)${nobodyAsked}`)
/** « Ne sera pas examinée ici », « plus vite en appelant »: where, when or how it is done. */
const elsewhere =
  '(?!\\w* (?:ICI|A CE GUICHET|CE \\w+DI|EN APPELANT|IMMEDIATEMENT|PENDANT|PLUS (?:TOT|VITE))\\b)'
/** « Ne peut être enregistré », « n’est pas examinée »: a refusal, unless the day is why. */
const untreated = new RegExp(
  [
    `\\b${thing} NE? (PEUT|PEUVENT|POURRA|SERA|SERONT|EST|SONT) (DONC )?(PAS |PLUS )?(ETE |ETRE )?EXAMINE${only}${elsewhere}`,
    `\\b(${thing}|PACS|NAISSANCE) NE? (PEUT|PEUVENT|POURRA|SERA|SERONT) (DONC )?(PAS |PLUS )?(ETRE )?(ENREGISTR|INSCRIT)${only}`,
    `\\b(NOUS|ON|JE|LA MAIRIE|LE MAIRE|LE SERVICE|LE GUICHET) NE? (PREN|TRAIT|EXAMIN|INSTRUI)\\w* (PAS|PLUS) (VOTRE|VOS|CETTE|CE) ${thing}${elsewhere}(?!(?: \\w+)* (SAMEDI|LE \\w+DI|AVANT|APRES|SANS RENDEZ VOUS|PAR|EN LIGNE)\\b)`,
  ].join('|'),
)
/** « Votre demande ne sera pas traitée. », « car elle est tardive »: a refusal where nothing says when, where or how. */
const unhandled = new RegExp(
  `\\b(?:VOTRE|VOS) ${thing} NE? (?:PEUT|PEUVENT|POURRA|SERA|SERONT) (?:DONC )?(?:(?:PAS|PLUS) (?:ETRE )?|ETRE )(?:INSTRUIT|TRAITE)E?S?(?:$| (?:CAR|DEFINITIVEMENT|DU TOUT|EN L ETAT|FAUTE D\\w*(?! (?:AGENTS?|PERSONNEL)\\b)|PARCE|PUISQUE)\\b)`,
)
const today =
  /\b(AUJOURD HUI|CE JOUR|CE (MATIN|SOIR|MIDI)|CET APRES MIDI|CETTE SEMAINE|POUR (L INSTANT|LE MOMENT)|PANNES?|COUPURES?|GREVES?|INCIDENT|MAINTENANCE|HORS SERVICE|INDISPONIBLE|SERVICE FERM\w+)\b/
/** « Votre aide est suspendue ? », « si votre demande est refusée, » refuse nothing; « même si tout y est » supposes nothing. */
const supposed =
  /(?<=^|[.!?;:\n])[^.!?;:\n]*\?|(?<![\p{L}]|même\s)(?:si|lorsque|quand)\s(?!même\b)[^,.;:!?\n]*/giu

/** Where words are read: on the paper of one person, on a notice to everybody, as the name of a service or of a request. */
type Told = 'one' | 'all' | 'name'

/** Whether these words say to somebody that what they asked, declared or have is refused. */
function refuses(prose: string, told: Told): boolean {
  const plain = prose.replaceAll(supposed, ' ')
  const said = searchable(plain)
  if (refusals.some(({ stem, form }) => stem.test(said) && form.test(said))) return true
  if (told !== 'all' && refusingOne.test(said)) return true
  const parts = sentencesOf(plain).flatMap((sentence) => [searchable(sentence), ...clausesOf(sentence)])
  return (untreated.test(said) || parts.some((part) => unhandled.test(part))) && !today.test(said)
}

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

/** No name has more words: Spanish, Portuguese and Arabic ones have many, and several particles. */
const most = 24
/** With more, a word of a sentence makes one; with fewer it may be a name: « Tu » and « On » are families. */
const many = 12
/** « Sá », « Ma. » for María and the initial « N. » stand in the longest names. */
const ofSentences = words(
  'JE TU IL ELLE ON NOUS ILS ELLES QUI QUE QU CE CELA CETTE CES MON MES SON SES LEUR LEURS NE PAS JAMAIS RIEN AUCUN AUCUNE ' +
    'EST SONT ETAIT SERA ONT AVAIT FAUT DOIT DOIVENT PEUT PEUVENT MAIS CAR DONC PARCE PUISQUE LORSQUE QUAND TOUT TOUS TOUTE TOUTES',
)
const isSentence = (part: readonly string[]): boolean =>
  part.length > many && part.some((word) => ofSentences.has(word))

/** Between what is printed together: it ends a line, and nobody types it. */
const apart = '\u2028'

/**
 * Whether these words speak instead of naming.
 * @param parts what is printed together, as a family name and first names
 */
export function speaks(...parts: readonly (string | null | undefined)[]): boolean {
  return asRead(parts.join(apart)).some((read) => namesNobody(read.split(apart)))
}

function namesNobody(parts: readonly string[]): boolean {
  const said = parts.map((part) =>
    searchable(part)
      .split(' ')
      .filter((word) => word !== ''),
  )
  const all = said.flat()
  if (all.length > most || said.some(isSentence)) return true
  if (all.some((word) => address.has(word))) return true
  const told = all.filter((word) => telling.has(word)).length
  return told > 0 && (all.some((word) => ofTheOffice.has(word)) || told > 1)
}

/** « La personne demande si elle doit apporter un bail »: what somebody wondered. After a comma the paper may speak again. */
const wondered =
  /(?<!\p{L})(?:personne|usag[èe]re?|demandeur|demandeuse|elle|il) (?:a |se )?demand(?:e|é|ait) (?:s['’]|si |quel\p{L}* )[^.,;:!?\n]*/giu

/**
 * Whether words that an agent writes on a paper ask something of the person, or refuse. Nothing is required by it: what may be
 * asked is said by the texts (`lacking.ts`), what is refused by a decision; here words that would read as either are sent back.
 */
export function asksOrRefuses(prose: string, to: Told = 'one'): 'asks' | 'refuses' | null {
  const found = asRead(prose).map((read) => foundIn(read, to))
  return found.find((one) => one !== null) ?? null
}

function foundIn(prose: string, to: Told): 'asks' | 'refuses' | null {
  const told = prose.replaceAll(wondered, ' ')
  // Words to everybody are on no decision: « aucun appel n’est reçu » tells of the telephone.
  if (refuses(told, to) || (to !== 'all' && deniesAppeal(told))) return 'refuses'
  return asksOfPerson(told) || ordersPiece(told) || wantsPiece(told, to === 'name') ? 'asks' : null
}

/** Whether a line that says where, who or which orders something instead. « À votre écoute » heads a paper, « Revenez » doesn't. */
export const lineSpeaks = (line: string): boolean =>
  asksOrRefuses(line, 'name') !== null || asRead(line).some(ordersAny)
