import { searchable } from '../../contract/letters.ts'

// Who must do what a sentence says. « Vous devez fournir un bail » asks something of the person, which only a text does
// (CRPA L114-5); « la mairie doit transmettre le dossier » tells the office's own duty, and « vous ne devez pas fournir de
// bail » asks nothing.

/** « Remettre en état le trottoir » gives nothing to anybody. */
export const restoring = ' EN (?:CONFORMITE|ETAT|ORDRE|PLACE|SERVICE)\\b'
const give = `ADRESSER|AMENER|APPORTER|COMMUNIQUER|DEPOSER|ENVOYER|FOURNIR|JOINDRE|PRESENTER|PRODUIRE|RAMENER|RAPPORTER|REMETTRE(?!${restoring})|TRANSMETTRE`
const given = '(?:APPORTE|FOURNI|JOINT|PRESENTE|PRODUIT|RAMENE|RAPPORTE)E?S?'
const toBeGiven = new RegExp(String.raw`^ (?:\w+ ){0,2}?ETRE (?:\w+ ){0,2}?${given}\b`)
const thatYouGive = /^ QUE VOUS (?:\w+ ){0,2}?\w+IEZ\b/
const giving = new RegExp(String.raw`\b(${give})\b`)

/** The words that make a duty of what follows. */
const duty =
  /\b(DEV(?:EZ|REZ|RA|RONT|RAIT|RAIENT|RIEZ)|DOI(?:T|S|VENT)|FAU(?:T|DRA)|MERCI|PRIERE|TENUE?S?|OBLIG(?:E|EE|ES|EES|ATION))\b/
/** These are a duty only where « de » follows, at once for the last two: a register is « tenu par la mairie ». */
const polite = /^(MERCI|PRIERE)/
const bound = /^(TENU|OBLIG)/
const ofGiving = (words: number) =>
  new RegExp(String.raw`^ (?:\w+ ){0,${words}}?DE? (?:\w+ ){0,3}?(?:${give})\b`)
const politely = ofGiving(4)
const boundTo = ofGiving(1)

/** Who has duties of their own here: the office, its agents, other administrations; « je » is the agent who writes. */
const offices =
  'ACCUEIL|ADMINISTRATIONS?|AGENTE?S?|ANTS|ARCHIVES|AUTORITES?|CAF|CAISSES?|CCAS|COLLEGUES?|COMMISSION|COMMUNES?|CONSULAT|CPAM|' +
  'DEPARTEMENT|DIRECTION|ETAT|FRANCE|GREFFE|GUICHETS?|JE|MAIRES?|MAIRIES?|MINISTERE|MSA|NOUS|OFFICES?|PREFECTURES?|PREFETS?|' +
  'REGION|REGISSEURS?|SECRETARIAT|SERVICES?|SOUS PREFECTURES?|SOUS PREFETS?|TRESOR|TRIBUNAL|TRIBUNAUX|URSSAF'
const determiners = 'LA|LE|L|LES|NOTRE|NOS|VOTRE|CETTE|CE|CET|CHAQUE|UNE?|AUTRE|MEME|SA|SON|LEUR'
const officeFirst = new RegExp(String.raw`^(?:(?:${determiners}) )*(?:${offices})\b`)
const byOffice = new RegExp(String.raw`^ PAR (?:(?:${determiners}) )*(?:${offices})\b`)
const person =
  /\b(VOUS|TU|TOI|PERSONNES?|DEMANDEU(?:R|RS|SE|SES)|USAGERE?S?|ADMINISTREE?S?|HABITANTE?S?|TITULAIRES?|INTERESSEE?S?|ALLOCATAIRES?|REQUERANTE?S?|PARENTS?|ELLES?|ILS?)\b/
/** Where another clause begins. */
const clauses = /\b(?:ET|OU|MAIS|CAR|DONC|PUIS|QUE|QU|SI|ALORS|LORSQUE|QUAND|PUISQUE|COMME|VIRGULE)\b/

/** The office's duty to ask is a demand all the same. */
const makesGive =
  /\b(DEMANDER|EXIGER|RECLAMER|IMPOSER|INVITER|OBTENIR|RAPPELER|VEILLER|FAIRE|VOIR|ATTENDRE|QUE)\b/
const forgetting = /\b(OUBLIER|MANQUER|NEGLIGER|OMETTRE|TARDER)\b/
const denied = /\b(SANS|AUCUNE|NULLE)$|\bNE?( \w+){0,2} (PAS|PLUS|JAMAIS|NULLEMENT)$/

const negated = (before: string, after: string): boolean =>
  !forgetting.test(after) &&
  (denied.test(before) ||
    (/\bNE?( (VOUS|LUI|LEUR|NOUS))?$/.test(before) && /^ (PAS|PLUS|JAMAIS|NULLEMENT)\b/.test(after)))

/** Whether the subject of this duty is the office: its clause begins with it, and names nobody else. */
function isOffices(before: string, plural: boolean): boolean {
  const parts = before.split(clauses).map((part) => part.trim())
  const own = parts.at(-1)!
  const together = plural && parts.slice(0, -1).some((part) => person.test(part))
  return officeFirst.test(own) && !person.test(own) && !together
}

/** Whether one duty, between what was said before it and the next one, is the person's. */
function isPersons(word: string, before: string, after: string): boolean {
  if (negated(before, after)) return false
  const passive = toBeGiven.exec(after)
  if (passive) return !byOffice.test(after.slice(passive[0].length))
  if (word.startsWith('FAU') && thatYouGive.test(after)) return true
  const what = polite.test(word) ? politely : bound.test(word) ? boundTo : giving
  if (!what.test(after)) return false
  if (!isOffices(before, /(?:VENT|ONT|AIENT|TENUE?S|OBLIGEE?S)$/.test(word))) return true
  const first = giving.exec(after)!
  return makesGive.test(after.slice(0, first.index))
}

/** « Un bail signé est obligatoire », said of a piece; what is « pas exigé » is not. */
export const pieces =
  'ACTE|ATTESTATION|AVIS|BAIL|BULLETINS?|CARTE|CASIER|CAUTION|CERTIFICAT|CHEQUE|COPIE|FACTURE|FICHES? DE PA(?:I|Y)E|GARANT|JUSTIFICATIFS?|LIVRET|ORIGINA(?:L|UX)|' +
  'PASSEPORT|PHOTOS?|PIECES?|PROCURATION|QUITTANCE|RELEVE|RIB|TIMBRE'
const compulsory = '(?:OBLIGATOIRE|EXIGEE?|REQUISE?|NECESSAIRE|INDISPENSABLE|IMPERATIVE|IMPERATIF)S?'
/** « Le renouvellement du passeport », « la remise des cartes »: the office’s act; « la remise du bail » is the person’s. */
export const ofAnAct =
  '(?<!\\b(?:(?:DELIVRANCE|RENOUVELLEMENT|RETRAIT|VALIDATION)S? (?:DES?|DU|D|DE (?:L|LA|VOTRE)) (?:\\w+ )?|REMISE DES (?=(?:CARTES|PASSEPORTS)\\b)))'
const pieceRequired = new RegExp(
  String.raw`${ofAnAct}\b(?:${pieces})\b(?: (?!NE?\b)\w+){0,6}? (?:EST|SONT|SERA|SERONT|RESTE|RESTENT) (?:\w+MENT |DONC |TOUJOURS |ENCORE |AUSSI )?(?:${compulsory}|A (?:APPORTER|FOURNIR|JOINDRE|PRESENTER|PRODUIRE|RAMENER|RAPPORTER))\b`,
)
/** What it is never without: it is long to compile, and read only where one of these stands. */
const requiredStem =
  /OBLIGATOIRE|EXIGE|REQUIS|NECESSAIRE|INDISPENSABLE|IMPERATI| A (?:APPORTER|FOURNIR|JOINDRE|PRESENTER|PRODUIRE|RAMENER|RAPPORTER)/
/** « Nous vous demandons de fournir », « vous êtes invité à présenter ». */
const requested = new RegExp(
  String.raw`\b(?:VOUS (?:DEMANDE|DEMANDONS|PRIE|PRIONS|ENJOINT|ENJOIGNONS|RECLAME|RECLAMONS|DEMANDENT|RECLAMENT|PRIENT)|VOUS (?:\w+ )?(?:INVIT|PRI|SOMM)\w*|(?:NOUS|ON|MAIRIE|MAIRE|OFFICE|SERVICE|PREFECTURE|PREFET|CAISSE|GUICHET) (?:\w+ )?(?:DEMANDE|EXIGE|RECLAME)(?:NT|ONS|RA|RONS)?|EST DEMANDE) (?:\w+ ){0,4}?(?:DE|D|A) (?:\w+ ){0,3}?(?:${give})\b`,
)

/** A pause inside a sentence, kept as a word of its own: another clause may begin there, a duty goes on over it. */
const pause = 'VIRGULE'
const overPauses = (said: string): string => said.replaceAll(/ VIRGULE\b/g, '')

/** Whether this prose puts on the person a duty to give something. */
export function asksOfPerson(prose: string): boolean {
  return prose.split(/[.;!?]\s+(?=\p{Lu})/u).some((sentence) => {
    const said = searchable(sentence.replaceAll(/[^\p{L}\p{M}\p{N}\s'’*-]|\n/gu, ` ${pause} `))
    const whole = overPauses(said)
    if ((requiredStem.test(whole) && pieceRequired.test(whole)) || requested.test(whole)) return true
    const [first = '', ...rest] = said.split(duty)
    let before = first.trim()
    for (let at = 0; at < rest.length; at += 2) {
      const after = ` ${(rest[at + 1] ?? '').trim()}`
      if (isPersons(rest[at]!, before, overPauses(after))) return true
      before = after.trim()
    }
    return false
  })
}

/** Institutions that a law makes compulsory for all: their name holds the word, and asks nothing. */
const byLaw =
  /\b(AFFICHAGE|ASSURANCES?|CONTRIBUTIONS?|CONTROLE|COTISATIONS?|DECLARATIONS?|DEPOT LEGAL|FORMATIONS?|INSCRIPTIONS?|INSTRUCTION|PRESENCE|RECENSEMENT(?: CITOYEN)?|SCOLARITE|SCOLARISATION|SERVICE NATIONAL|STAGE|VACCINATIONS?|VACCINS?|VISITES?) OBLIGATOIRES?\b/g
const thingAsked = new RegExp(
  String.raw`(?<!\b(?:NON|PAS|PLUS|AUCUNEMENT|FACULTATIF OU) )\b(?:${compulsory}|OBLIGATOIREMENT|IMPERATIVEMENT)\b|\b(?:${pieces})(?: \w+){0,3} EXIGIBLES?\b|\bMANQU(?:E|ES|ANT|ANTS|ANTE|ANTES)\b|\bA (?:APPORTER|COMPLETER|DEPOSER|ENVOYER|FOURNIR|JOINDRE|PRESENTER|PRODUIRE|RAMENER|RAPPORTER|RENDRE|SIGNER)\b|^(?:AMENE[RZ]|APPORTE[RZ]|RAMENE[RZ]|RAPPORTE[RZ]|FOURNI(?:R|SSEZ)|PRODUI(?:RE|SEZ)|JOI(?:NDRE|GNEZ)) `,
)

/** Whether the name of a thing demands it: « Bail signé obligatoire », « Photo à fournir », « Kbis manquant ». */
export const nameDemands = (name: string): boolean => thingAsked.test(searchable(name).replaceAll(byLaw, ''))
