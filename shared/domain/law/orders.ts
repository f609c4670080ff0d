import { searchable } from '../../contract/letters.ts'
import { pieces, restoring } from './duties.ts'

// An order addressed to the person, told from a statement: an order opens its clause and has no subject. « Vous habitez Lyon et
// présentez une facture » tells; « Nous comptons sur vous. Apportez un bail. » orders.

/** Verbs that give something: whatever follows is asked. */
const giving =
  'ADRESSEZ|AMENEZ|APPORTEZ|COMMUNIQUEZ|DEPOSEZ|ENVOYEZ|FOURNISSEZ|JOIGNEZ|PRESENTEZ|PRODUISEZ|RAMENEZ|RAPPORTEZ|REMETTEZ|TRANSMETTEZ'
/** Verbs that ask only where a piece follows: « Prenez un bail », never « Prenez rendez-vous ». */
const making =
  'AYEZ|CHERCHEZ|COMPLETEZ|DONNEZ|FAITES|IMPRIMEZ|MONTREZ|PENSEZ|PRENEZ|PREPAREZ|PREVOYEZ|SIGNEZ|TROUVEZ|OUBLIEZ'
/** Verbs that say where to go. « Allez » is a name too: it counts where something is to be fetched. */
const going = 'ATTENDEZ|QUITTEZ|RENTREZ|REPASSEZ|RETOURNEZ|REVENEZ|VEUILLEZ'
const verb = new RegExp(String.raw`\b(?:(${giving})|(${making})|${going}|ALLEZ)\b`, 'g')

const own = '(?:(?:UN|UNE|LE|LA|L|LES|CE|CET|CETTE|CES|VOTRE|VOS|MEME|TOUS|TOUTES|DU|DE|D) )*'
/** What anybody may be told to bring or to send: no text makes a piece of it. */
const requests = 'DOSSIERS?|DEMANDES?|REQUETES?|QUESTIONS?|REMARQUES?'
const trifles =
  'PATIENCE|TICKETS?|COURRIERS?|COURRIELS?|LETTRES?|MAILS?|MESSAGES?|PAIEMENTS?|REGLEMENTS?|RECOURS|SMS|ENFANTS?|INTERPRETES?|PROCHES?|' +
  'BULLETINS? DE (?:PARTICIPATION|VOTE)'
const ours = '(?<=\\bCE )(?:CERTIFICAT|COUPON|DOCUMENT|PAPIER)(?! (?:DE?|DU|DES)\\b)'
const anyway = new RegExp(String.raw`^ (?:NOUS )?${own}(?:(${requests})|${trifles}|${ours})\b`)
/** A piece, or several. */
export const piece = String.raw`(?:(?:${pieces})S?|BAUX|NUMERO FISCAL)`
const aPiece = new RegExp(String.raw`^(?: \w+){0,5}? ${piece}\b`)
/** « Complétez votre dossier » asks pieces without naming one. */
const aRequest = /^ (?:(?:LE|LA|L|LES|CE|CET|CETTE|CES|VOTRE|VOS) )(?:DOSSIERS?|DEMANDES?)\b/
/** « Retournez chez vous chercher un bail »; « repassez chercher votre carte » is told of what is ready. */
const toFetch = new RegExp(
  String.raw`^(?: \w+){0,5}? (?:CHERCHER|DEMANDER|FAIRE|OBTENIR|PRENDRE|RECUPERER|TROUVER) (?:(?:FAIRE|LE|LA|L|LES|VOTRE|VOS) )?(?:(?:UN|UNE|DES|DEUX|TROIS) ${piece}|(?:\w+ )?(?:AVIS|BAIL|BAUX|BULLETINS?|CAUTION|CHEQUE|FACTURE|GARANT|JUSTIFICATIFS?|PHOTOS?|PROCURATION|QUITTANCES?|RELEVE|RIB|TIMBRE)S?)\b`,
)
/** Things that are pieces where somebody is told to need them: elsewhere the same words name a duty of all, or a place. */
const needed = String.raw`(?:${piece}|(?:ACCORD|ASSURANCE|AUTORISATION|CERFA|DEVIS|EXTRAIT|FORMULAIRE|KBIS|MANDAT|ORDONNANCE|POUVOIR)S?)`
const namesOne = new RegExp(String.raw`\b${needed}\b`)
/** « Un courrier du propriétaire » comes from somebody else; « un courrier de réclamation » is one by its kind. */
const byOther = /^ (?:DU|DES|DE (?:L|LA|SON|SA|VOTRE|VOS|CET?|CETTE)|D UNE?|SIGNEE?S?)\b/

/** « Votre demande de passeport », « vos questions sur les cartes »: what the office delivers is no piece there. */
const delivered =
  /^ (?:DE|D|POUR|SUR)(?: (?:L|LA|LE|LES|VOTRE|VOS))? (?:ACTE|CARTE|CERTIFICAT|COPIE|LIVRET|PASSEPORT)S?\b/

/** Whether what an order asks, all of it, is no piece: « votre dossier avec un bail » asks one. */
export function harmless(after: string): boolean {
  const found = anyway.exec(after)
  if (found === null) return false
  const rest = after.slice(found[0].length)
  return !byOther.test(rest) && !namesOne.test(found[1] === undefined ? rest : rest.replace(delivered, ''))
}

/** « Adressez-vous à l’accueil » says where to go, « joignez-nous au 01… » whom to call; « par courrier votre bail » asks. */
const toGo = /^ VOUS\b/
const toCall = new RegExp(
  String.raw`^ (?:NOUS (?:A|AU|PAR(?: (?:LE|NOTRE) FORMULAIRE)?|SUR|DU|DE)\b(?!(?: (?!(?:CONCERNANT|GUICHETS?|POUR|SERVICES?|SUR)\b)\w+)*? ${needed}\b)|(?:LA|LE|L|LES|NOTRE|VOTRE) (?:ACCUEIL|CCAS|GUICHET|MAIRIE|PREFECTURE|SECRETARIAT|SERVICES?|STANDARD)\b)`,
)
/** Titles that the office makes: whoever renews or fetches one gives nothing. */
const title = '(?:CARTE|LIVRET|PASSEPORT)S?'
const andAPiece = String.raw` (?:AVEC|ET|PLUS) (?:\w+ )?(?!${title}\b)${piece}\b`
/** « Pensez à renouveler votre carte », « prenez rendez-vous pour votre passeport », « donnez procuration » ask nothing. */
const forThem = new RegExp(
  String.raw`^ (?:(?:PAS )?(?:A |DE )?(?:(?:FAIRE )?(?:ANTICIPER|RECUPERER|REFAIRE|RENOUVELER|RETIRER|VERIFIER)(?: (?!(?:UNE?|${piece})\b)\w+){0,4}?|VENIR (?:CHERCHER|RETIRER) (?:VOTRE|VOS)|DEMANDER (?:VOTRE|VOS)) ${title}\b|RENDEZ VOUS\b(?! ET (?:\w+ )?${piece}\b)(?!.*\b(?:AVEC (?:UNE?|DES|VOTRE|VOS)|MUNIE?S?)\b)|(?:NOUS )?VOTRE AVIS\b(?! (?:DE?|FISCAL)\b)|(?:A )?(?:(?:ETABLIR|FAIRE) )?(?:(?:LA|UNE) )?PROCURATION\b(?! (?:D|DE(?! VOTE\b)|DES|DU|SIGNEE)\b))(?!.*${andAPiece})`,
)
/** What an order may follow in its clause, and stay the first verb: a link, a politeness. */
const openers =
  /^(?:(?:ET|OU|PUIS|MAIS|DONC|ALORS|ENSUITE|AUSSI|SINON|MERCI|PLEASE|POUR VOUS|S IL VOUS PLAIT|SVP|D ABORD|NE|N) ?)*$/
const linked = /(?:^| )(?:ET|OU|MAIS|PUIS|NI)$/
/** « ne fournissez », « n’y revenez », « ne nous joignez ». */
const denied = /\b(?:NE|N)(?: (?:NOUS|LUI|LEUR|ME|M|Y|EN|LE|LA|LES|L))*$/
/** « rue du Revenez-y », « Mairie de Retournez »: a name. */
const named = /\b(?:DE|DU|DES|D|LA|MME|MADAME|M|MONSIEUR|RUE|AVENUE|ALLEE|CHEMIN|IMPASSE|PLACE|ROUTE)$/
/** Pronouns that stand between the person and their verb. */
const clitics = '(?: (?:NE|N|NOUS|LUI|LEUR|ME|M|Y|EN|LE|LA|LES|L))*'
/** « Vous », « vous-même », « vous et votre conjoint ». */
const you = 'VOUS(?: MEMES?| AUSSI)?(?: ET (?:\\w+ )?\\w+)?'
/** « Vous ne nous », « vous et votre conjoint »: who does it, right before the verb. « Présentez-vous » is an object. */
const beside = new RegExp(String.raw`(?<!EZ )\b${you}${clitics}$`)
/** « Vous habitez »: the subject of the verbs that « et » links to this one. */
const does = String.raw`\b${you}${clitics} (?:\w+EZ|ETES|FAITES|DITES)\b`
const subject = new RegExp(`(?<!EZ |AVANT DE |SUR |POUR )${does}`)
/** « Vous pouvez venir et apportez un bail »: what may be done goes on in the infinitive; the verb after it orders. */
const allowed = new RegExp(String.raw`\b${you}${clitics} (?:POUVEZ|POURREZ) \w+(?:ER|IR|RE)\b`)
/** « Si vous voulez la carte, venez et apportez »: the subject of its own clause alone. */
const ofOwnClause = new RegExp(String.raw`(?<!\b(?:SI|QUAND|LORSQUE|PUISQUE|COMME) )${subject.source}`)

const text =
  '(?:ARTICLES?|ART|REGLEMENTS?|LOIS?|CODES?|DECRETS?|ARRETES?|DELIBERATIONS?|TEXTES?|ALINEAS?|CIRCULAIRES?)'
/** A text that is cited by its number. */
const numbered = String.raw`\b(?:ART|ARTICLES?|ALINEA) (?:[LRDA] ?)?\d|\b[LRD] ?\d+ \d|\b${text}(?: \w+){0,4}? (?:N|NO|DU) ?\d`
/** A text that is cited: by its number, by what it says or as a ground. « Le code de la porte » is none. */
const cited = new RegExp(
  [
    numbered,
    String.raw`\b(?:SELON|SUIVANT|VU|D APRES|CONFORMEMENT A(?:UX?)?|(?:VERTU|APPLICATION|TITRE|TERMES) (?:DE?S?|DU))(?: (?:L|LA|LE|LES|NOTRE|CET|CETTE|CE|CES|MEME))* ${text}\b`,
    String.raw`\b${text}\b(?: \w+){0,8}? (?:DI(?:T|SENT)|PREVOI(?:T|ENT)|EXIGE(?:NT)?|IMPOSE(?:NT)?|DISPOSE(?:NT)?|VEU(?:T|LENT)|PRECISE(?:NT)?|RAPPELLE(?:NT)?) QUE?\b`,
  ].join('|'),
)
const byNumber = new RegExp(numbered)
/** Whether these words cite a text by its number: « art. R60 du code électoral ». */
export const citesText = (prose: string): boolean => byNumber.test(searchable(prose))
const aThing = new RegExp(String.raw`\b(?:${needed}|DOCUMENTS?|DOSSIERS?|PAPIERS?)\b`)
/** Whether these words name something that an office asks for: « apportez vos livres » names none. */
export const namesPiece = (prose: string): boolean => aThing.test(searchable(prose))
/** What a letter of before said is told, whatever it asked. */
const quoted =
  /\b(?:avons|avait|a|ont|ai) (?:[ée]crit|demandé|rappelé|indiqué|invité)\w*\s*:?\s*«[^»]*»|«[^»]*»\s*,?\s*(?:disait|demandait)/giu

/** « art. R60 », « C. urb. »: a point that ends no sentence. */
const shortened =
  '(?<!\\p{L})(?:al|arr|arts?|av|bd|cf|ch|civ|com|const|constr|cons|d[ée]c|d[ée]lib|[ée]lec|env|etc|janv|f[ée]vr|avr|juil|sept|oct|nov|me|mm?|mme|no|pp?|p[ée]n|proc|r[èe]gl|rur|soc|suiv|trav|urb|\\p{L})'
const fullStop = new RegExp(String.raw`[!?]|(?<!${shortened})\.(?:\s|$)|(?<![,;:]\s*)[\n\r]+`, 'iu')
/** A line that a bracket or a small letter follows is cut in a sentence, not at its end. */
const goesOn = /[\n\r]+(?=\s*[(\p{Ll}])/gu
/** What is said in one go, from a capital to a full stop: « La commune exige un bail ; il manque (art. 3). » */
export const fullSentencesOf = (prose: string): readonly string[] =>
  prose.replaceAll(quoted, ' ').replaceAll(goesOn, ' ').split(fullStop)
export const sentencesOf = (prose: string): readonly string[] =>
  prose.replaceAll(quoted, ' ').split(/[!?:;«»\n\r]|\.(?:\s|$)/u)
export const clausesOf = (sentence: string): readonly string[] =>
  sentence.split(/[,()–—]|\s-\s/u).map(searchable)

/** An order found: `gives`, what is asked; `goes`, where to go. */
type Order = 'gives' | 'goes'

/** « Si vous voulez la carte venez lundi et apportez »: another order, before this one, does what no « vous » does. */
const comes =
  /(?<!\b(?:VOUS|ET|OU|PUIS|MAIS|NI|NE|N|Y|EN|LE|LA|LES|QUI) )\b(?:VENEZ|REVENEZ|PASSEZ|REPASSEZ|RETOURNEZ)\b/

/** Whether this verb, after what its clause said before it, and the clauses before, has somebody who does it. */
function isTold(before: string, earlier: readonly string[]): boolean {
  if (denied.test(before) || named.test(before)) return true
  const self = before.replaceAll(/\bS IL VOUS PLAIT\b|\bPOUR VOUS\b|\bSUR VOUS\b/g, '')
  if (!openers.test(before) && beside.test(self)) return true
  return (
    linked.test(before) &&
    !allowed.test(before) &&
    ((subject.test(before) && !comes.test(before)) || earlier.some((clause) => ofOwnClause.test(clause)))
  )
}

function ordersOf(clause: string, earlier: readonly string[]): Set<Order> {
  const found = new Set<Order>()
  for (const { 0: word, 1: gives, 2: makes, index } of clause.matchAll(verb)) {
    const before = clause.slice(0, index).trim()
    const after = clause.slice(index + word.length)
    const forgets = word === 'OUBLIEZ' || word === 'PENSEZ'
    if (!forgets && isTold(before, earlier)) continue
    if (gives !== undefined) {
      if (!toGo.test(after) && !(word === 'JOIGNEZ' && toCall.test(after)) && !harmless(after))
        found.add('gives')
    } else if (makes === undefined) {
      if (toFetch.test(after)) found.add('gives')
      else if (word !== 'ALLEZ') found.add('goes')
    } else if (word === 'COMPLETEZ' && aRequest.test(after)) found.add('gives')
    else if (aPiece.test(after) && !forThem.test(after) && !harmless(after)) found.add('gives')
  }
  return found
}

const come = String.raw`(?:(?:RE)?VEN(?:EZ|IR)|(?:RE)?PASSE[RZ]|RETOURNE[RZ]|(?:PRESENTEZ|RENDEZ) VOUS)`
const along = new RegExp(String.raw`\b${come}\b(?: \w+){0,4}? (?:AVEC|MUNIE?S?)\b`)
/** « Rendez-vous avec le maire » names one. */
const mayTell = /(?:VENIR|PASSER|RETOURNER)\b|^RENDEZ VOUS\b/
const nearPiece = new RegExp(String.raw`^(?: \w+){0,3}? ${piece}\b`)
const youNeed = new RegExp(
  String.raw`\bIL (?:VOUS|NOUS) FAU(?:T|DRA)(?! ATTENDRE\b)(?: \w+){0,4}? ${needed}\b|\bIL NOUS FAU(?:T|DRA) (?:VOTRE|VOS)\b`,
)
/** « Munissez-vous d’un bail »; « de votre ticket » asks nothing. */
const equips = /\b(?:MUNISSEZ VOUS|VOUS MUNIR)(?= D)/

/** « Revenez avec un bail », « munissez-vous d’un bail », « il vous faut un garant »; « revenez avec ce ticket » asks nothing. */
function bringsAlong(clause: string): boolean {
  if (youNeed.test(clause)) return true
  const equipped = equips.exec(clause)
  if (equipped && !harmless(clause.slice(equipped.index + equipped[0].length))) return true
  const found = along.exec(clause)
  if (found === null) return false
  const after = clause.slice(found.index + found[0].length)
  if (harmless(after) || /^ (?:QUI|EUX|ELLES?|LUI|NOUS)\b/.test(after)) return false
  return mayTell.test(found[0]) ? nearPiece.test(after) : after.trim() !== ''
}

/** To give something, in the infinitive. */
export const give = `(?:(?<!VOUS )ADRESSER|APPORTER|COMMUNIQUER|COMPLETER|DEPOSER|DONNER|ENVOYER|FAIRE PARVENIR|FOURNIR|JOINDRE|MONTRER|PRESENTER|PRODUIRE|RAPPORTER|REMETTRE(?!${restoring})|TRANSMETTRE)`
/** « Il vous reste à fournir un bail », « veillez à joindre le bail ». */
const leftToGive = String.raw`\b(?:IL VOUS RESTE|VEILLEZ)(?: \w+)? A (?:\w+ )?${give}(?: \w+){0,5}? ${needed}\b`
/** « Vous devez fournir », « merci de fournir », « nous vous demandons de joindre », « il vous appartient de produire ». */
const binds = new RegExp(
  [
    leftToGive,
    String.raw`\b(?:VOUS|TU) (?:DEVEZ|DOIS|DEVREZ|DEVRAS|AVEZ A|AUREZ A|VOUDREZ|ETES (?:DONC )?(?:TENU|OBLIGE|INVITE|PRIE|SOMME)\w*)\b.{0,60}?\b${give}\b`,
    String.raw`\b(?:MERCI|PRIERE|VEUILLEZ)\b(?: \w+){0,6}? ${give}\b`,
    String.raw`\bVOUS (?:DEMANDE|DEMANDONS|PRIE|PRIONS|INVITE|INVITONS|ENJOINT|ENJOIGNONS|RECLAME|RECLAMONS|SOMME|SOMMONS)\b(?: \w+){0,5}? ${give}\b`,
    String.raw`\bIL (?:VOUS (?:APPARTIENT|INCOMBE|REVIENT|FAUT|FAUDRA|EST DEMANDE)|CONVIENT|FAUT|FAUDRA|EST DEMANDE)\b(?: \w+){0,5}? ${give}\b`,
    String.raw`\bIL (?:VOUS )?FAU(?:T|DRA) QUE VOUS (?:\w+ ){0,2}?\w+IEZ\b`,
    String.raw`\b(?:DEMANDEUR|DEMANDEUSE|PERSONNE|USAGER|USAGERE) EST (?:INVITE|PRIE|SOMME)E?S?\b(?: \w+){0,4}? ${give}\b`,
    String.raw`\b${piece}(?: \w+){0,3}? VOUS (?:EST|SONT|SERA|SERONT) (?:DONC )?(?:DEMANDE|RECLAME|EXIGE)E?S?\b`,
    String.raw`\bA DEFAUT D(?:E|U)? (?:\w+ ){0,2}?${piece}(?: \w+){0,2}? SOUS\b`,
    String.raw`^(?:(?:UN|UNE|LE|LA|L|LES|DES) )?${piece}(?: (?!NE?\b)\w+){0,4}? (?:EST|SONT|SERA|SERONT|RESTE|RESTENT) (?:\w+MENT |DONC |TOUJOURS |ENCORE )?(?:OBLIGATOIRE|REQUISE?|EXIGEE?|NECESSAIRE|INDISPENSABLE|A (?:APPORTER|FOURNIR|JOINDRE|PRESENTER|PRODUIRE))S?\b`,
  ].join('|'),
  'g',
)

/** What a headline says of a piece that it asks. */
export const compulsory = '(?:OBLIGATOIRE|REQUISE?|EXIGEE?|NECESSAIRE|INDISPENSABLE|MANQUANTE?)S?'
export const one = '(?:(?:UN|UNE|LE|LA|L|LES|DES|VOTRE|VOS|DE) )?'
/** « Bail obligatoire », « il manque un bail »: in the words of a closing, each asks it. */
const bare = new RegExp(
  String.raw`^${one}${piece}(?: (?!(?:DE?S?|DU|NON|PAS|PLUS)\b)\w+)? ${compulsory}$|^IL (?:VOUS )?MANQUE(?: \w+){0,3}? ${piece}\b|${leftToGive}`,
)
/** What neither of them is without: `bare` is long to compile, and read only where one of these stands. */
const bareStem = /OBLIGATOIRE|REQUIS|EXIGE|NECESSAIRE|INDISPENSABLE|MANQU|VOUS RESTE|VEILLEZ/
const isBare = (clause: string): boolean => bareStem.test(clause) && bare.test(clause)
/** « Sans bail, rien ne sera pris », « avec un bail, ce serait possible ». */
const onlyWith = new RegExp(
  String.raw`^(?:SANS|FAUTE DE|A DEFAUT DE|AVEC) ${one}(?:\w+ )?${piece}\b.*\b(?:RIEN|SERAIT|SERIONS|POURRIONS|POURRAIT)\b`,
)

/** What is asked in the office's own name, whatever text it cites: a text neither thanks nor begs. */
const begs = /^(?:MERCI|PRIERE|VEUILLEZ|VOUS VOUDREZ|VOUS (?:DEMAND|PRI|INVIT|ENJOIGN|RECLAM|SOMM)ONS)\b/
/** « L’article 4 vous demande de fournir »: who asks is the text. */
const asksYou = /^VOUS (?:DEMANDE|PRIE|INVITE|ENJOINT|RECLAME|SOMME)\b/
const textFirst = new RegExp(String.raw`\b${text}(?: \w+){0,4}$`)

/** Whether this sentence binds the person, where no text that it cites before does. */
function bindsPerson(sentence: string): boolean {
  for (const { 0: words, index } of sentence.matchAll(binds)) {
    const before = sentence.slice(0, index).trim()
    const told = cited.test(before) || (asksYou.test(words) && textFirst.test(before))
    if (begs.test(words) || !told) return true
  }
  return false
}

/** What this prose orders: nothing where it tells; what a text requires of whoever asks is told. */
function ordered(prose: string): {
  readonly orders: Set<Order>
  readonly brings: boolean
  /** Its sentences, as they are searched. */
  readonly sentences: readonly string[]
} {
  const orders = new Set<Order>()
  const sentences: string[] = []
  let brings = false
  for (const sentence of sentencesOf(prose)) {
    const earlier: string[] = []
    for (const clause of clausesOf(sentence)) {
      for (const order of ordersOf(clause, earlier)) orders.add(order)
      brings ||= bringsAlong(clause)
      earlier.push(clause)
    }
    sentences.push(earlier.join(' ').trim())
  }
  return { orders, brings, sentences }
}

/** Whether somebody is told to bring or to send a piece, by an order. */
export function ordersPiece(prose: string): boolean {
  const { orders, brings } = ordered(prose)
  return (
    orders.has('gives') ||
    brings ||
    sentencesOf(prose).some(
      (sentence) => onlyWith.test(searchable(sentence)) || clausesOf(sentence).some(isBare),
    )
  )
}

/** Whether reasons speak to the person instead of telling: « apportez un bail », « merci de fournir un bail », « revenez ». */
export function ordersPerson(prose: string): boolean {
  const { orders, brings, sentences } = ordered(prose)
  return orders.size > 0 || brings || sentences.some(bindsPerson)
}

/** Whether a line orders something, were it only to go. */
export const ordersAny = (line: string): boolean => ordered(line).orders.size > 0
