import { asRead, normalForm, searchable, withoutSpellingSigns } from '../../contract/letters.ts'
import type { Addressee } from '../../contract/documents/said.ts'
import type { PieceName } from '../../contract/files/file.ts'
import type { Person } from '../../contract/visit/sheet.ts'
import type { AgentName } from '../../contract/office/settings.ts'
import type { Refused } from '../decision.ts'
import { isAuthority, isJudge, saysNoAppeal } from './courts.ts'
import { deniesAppeal } from './denials.ts'
import { nameDemands } from './duties.ts'
import { namesPiece, ordersPerson } from './orders.ts'
import { asksOrRefuses, lineSpeaks, speaks, thing } from './speech.ts'
import { commonDelay, delaysOfRemedy, saysOtherDelay, type LawfulDelays } from './remedyDelays.ts'
import { reasonsWant } from './wanted.ts'

// What papers print as a name has the form of one. Every door that takes the name of a person, of a piece or of a request
// passes here: a demand is made on a text (`lacking.ts`), never in a name.

/** Why words are no name. `pieceWithoutText`: they say that a piece lacks, or is to be brought. */
export type NotAName = Refused<'pieceWithoutText' | 'nameMalformed'>

/** « ’t Hooft », « ’s-Gravesande »: an apostrophe stands first where a letter follows it. */
const elided = String.raw`(?:['‘’ʼ](?=\p{L}))?`
/** Letters of any writing, joined by a space, a hyphen, an apostrophe or a point; first names by a comma too. */
const personal = new RegExp(String.raw`^${elided}[\p{L}\p{M}][\p{L}\p{M} \u00a0.·'‘’ʼ‐‑–-]*$`, 'u')
/** The name of a company or an association, which has no first name: « SCI Les Lilas 2 », « Durand & fils (SARL) ». */
const collective = new RegExp(String.raw`^${elided}[\p{L}\p{M}\d][\p{L}\p{M}\d \u00a0,.&()+·'‘’ʼ‐‑–-]*$`, 'u')
const firstNames = new RegExp(String.raw`^${elided}[\p{L}\p{M}][\p{L}\p{M} \u00a0,.·'‘’ʼ‐‑–-]*$`, 'u')

/** The number of an article: « art. L114-5 », « R*423-1 ». */
const article = /\bart(icles?|\.)\s*[A-Z]?\W{0,2}\d|\b[LRDA][.*\s]{0,3}\d+-\d/iu
/** Whether words have that number, however its letters and figures are drawn. */
const citesArticle = (words: string): boolean =>
  asRead(words).some((read) => article.test(normalForm('NFKD', read)))
/** Marks of a sentence, and the letters and signs that show as one: « ː », « ꞉ », « ∶ », « ǃ » (UTS 39), wide ones. */
const marks =
  /[:;!?\n\r\u2028\u2029\u02d0\u02f8\ua789\u2236\u05c3\u01c3\u037e\uff1a\uff1b\uff01\uff1f\ufe13\u203c\u2047-\u2049]/u

const malformed = (name: string): Refused<'nameMalformed'> => ({ refusal: 'nameMalformed', details: [name] })

/** « --- » and a lone accent name nothing: a paper would say that it names somebody, and would not. */
const namesNothing = (name: string): boolean => name !== '' && searchable(name) === ''

function ofThing(name: string): NotAName | null {
  if (namesNothing(name)) return malformed(name)
  if (citesArticle(name)) return malformed(name)
  if (asRead(name).some(nameDemands)) return { refusal: 'pieceWithoutText', details: [name] }
  if (marks.test(name)) return malformed(name)
  const said = asksOrRefuses(name, 'name')
  if (said === 'asks') return { refusal: 'pieceWithoutText', details: [name] }
  return said === 'refuses' ? malformed(name) : null
}

/** A piece noted as presented or kept, whose name is none: printed, it would be a demand without a text. */
export function strangePieceName(pieces: readonly PieceName[]): NotAName | null {
  for (const piece of pieces) {
    const strange = 'label' in piece ? ofThing(piece.label) : null
    if (strange) return strange
  }
  return null
}

/** The same of what is asked for, which every paper prints: « Apporter un Kbis » names no request. */
export const strangeLabel = (label: string | null | undefined): NotAName | null =>
  typeof label === 'string' ? ofThing(label) : null

/** A form is « à compléter » as it is « vierge »: the délibération that requires it says no more by it. */
const ofForms = /(?<=\s)à (compléter|remplir|signer)(?=$|[\s,;:)])/giu
/** Marks that join two names of one thing: « Attestation d’assurance : responsabilité civile ». */
const joining = /\s*[:;]\s*/gu

/** The name of a piece that a délibération requires: it may be a heading or a form, and demands nothing more than it names. */
export const strangeRegulationPiece = (piece: string): NotAName | null => {
  const strange = ofThing(piece.replaceAll(ofForms, '').replaceAll(joining, ' ')) ?? strangeProse([piece])
  return strange === null
    ? null
    : {
        refusal: strange.refusal === 'nameMalformed' ? 'nameMalformed' : 'pieceWithoutText',
        details: [piece],
      }
}

type Names =
  | (Pick<Person, 'familyName' | 'firstName' | 'usageName'> & {
      readonly contact?: string | null | undefined
    })
  | Addressee

const isFamilyName = (name: string, firstName: string | null | undefined): boolean =>
  !namesNothing(name) &&
  (personal.test(name) || (!firstName && collective.test(name) && !marks.test(name) && !citesArticle(name)))

const isNameIn = (form: RegExp, name: string): boolean =>
  form.test(withoutSpellingSigns(name)) && !namesNothing(name)

/** The name of a person as a paper addresses them: letters, nothing that a text would number, no sentence. */
export function strangePerson(person: Names | null | undefined): Refused<'nameMalformed'> | null {
  if (!person) return null
  const { familyName, firstName, usageName } = person
  const used = typeof usageName === 'string' ? usageName : usageName?.name
  const strange =
    (familyName && !isFamilyName(withoutSpellingSigns(familyName), firstName) ? familyName : undefined) ??
    (used && !isNameIn(personal, used) ? used : undefined) ??
    (firstName && !isNameIn(firstNames, firstName) ? firstName : undefined) ??
    (speaks(familyName, firstName) ? [familyName, firstName].filter(Boolean).join(' ') : undefined) ??
    (used && speaks(used) ? used : undefined) ??
    ('contact' in person && person.contact && lineSpeaks(person.contact) ? person.contact : undefined)
  return strange === undefined ? null : malformed(strange)
}

/** For whom an appointment is, in the one field that its lists show: a person, a family, a company. */
export const strangeBooking = (name: string | null | undefined): Refused<'nameMalformed'> | null =>
  strangePerson(name ? { familyName: name, firstName: null } : null)

/** Who pays, a person or a company, in the one field that the quittance prints. */
export const strangePayer = (payer: string | null | undefined): NotAName | null =>
  strangePerson(payer ? { familyName: payer, firstName: null } : null) ?? strangeLabel(payer)

/** An agent as every paper names them (CRPA L111-2): a name of letters, and a capacity that is no sentence. */
export function strangeAgent({ firstName, familyName, capacity }: AgentName): NotAName | null {
  return (
    strangePerson({ familyName, firstName }) ??
    strangeLabel(capacity) ??
    (speaks(capacity) ? malformed(capacity) : null)
  )
}

/** The pseudonym under which an agent speaks: « Agent 12 », never a sentence. */
export const strangePseudonym = (pseudonym: string | null): NotAName | null =>
  strangeLabel(pseudonym) ?? (pseudonym !== null && speaks(pseudonym) ? malformed(pseudonym) : null)

/** Lines printed beside a name, an address, a place, a header, a number: none asks, refuses or orders. */
export function strangeLines(lines: readonly (string | null | undefined)[]): Refused<'nameMalformed'> | null {
  const strange = lines.find((line) => typeof line === 'string' && lineSpeaks(line))
  return strange ? malformed(strange) : null
}

/**
 * The same of a setting that is written again whole: what was accepted once blocks no other change.
 * @param before the lines that the office has
 */
export const strangeChange = (
  lines: readonly (string | null | undefined)[],
  before: readonly (string | null | undefined)[],
): Refused<'nameMalformed'> | null => strangeLines(lines.filter((line) => !before.includes(line)))

/** A word of letters; « n° » and « M » are none. */
const word = /^\p{L}[\p{L}.'’-]+$/u
const wordsIn = (text: string): number => text.split(/\s+/u).filter((part) => word.test(part)).length
const ofDay =
  /(?<!\p{L})du (?:1er|\d{1,2}) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?(?![\p{L}\d])/giu
/** A decision that has the name of a piece: « Ordonnance du juge des référés ». */
const decided = /^(?:attestation|autorisation|avis|certificat|ordonnance)(?!\p{L})/iu
/** With no more words of letters, a number is no sentence, whatever they are. */
const fewInNumber = 3
/** « Arrêté préfectoral portant refus n° 12 du 3 mars 2026 »: its day left out, a number has no more, and names no piece. */
const mostInNumber = 5
const isNumber = (number: string): boolean => {
  if (marks.test(number.replaceAll(/(?<=\d):(?=\d)/gu, ''))) return false
  if (!/\d/.test(number) && /\s/u.test(number)) return false
  return (
    wordsIn(number) <= fewInNumber ||
    (wordsIn(number.replaceAll(ofDay, '')) <= mostInNumber &&
      !speaks(number) &&
      !namesPiece(number.replace(decided, '')))
  )
}

/** « Préfecture : bureau des étrangers » has two names, an office and its part: neither is a piece, and neither has a subject. */
const subject = /(?<!\p{L})(?:elles?|ils?|je|nous)(?!\p{L})/iu
/** Who issues something is no thing that a person hands in: « Le dossier avancera » says what becomes of it. */
const ofRequest = new RegExp(
  `^(?:CET?|CETTE|L|LA|LE|LES|CES|MES|MON|NOS|SES|SON|UNE?|DES) ${thing}(?![A-Z0-9])`,
)
const isIssuer = (issuer: string): boolean =>
  !namesNothing(issuer) &&
  !speaks(issuer) &&
  !/…|\.{3}/.test(issuer) &&
  !ofRequest.test(searchable(issuer)) &&
  !marks.test(issuer.replace(/(?<=\p{L}) ?: ?(?=\p{L})/u, ' ')) &&
  !(issuer.includes(':') && (subject.test(issuer) || namesPiece(issuer)))

/**
 * Who issued what was recorded by its number, and the number: papers and files repeat it. A number has digits and no sentence,
 * and who issued it is a name.
 */
export function strangeReceipt(
  receipt: { readonly issuer: string; readonly number: string } | null | undefined,
): Refused<'nameMalformed'> | null {
  if (!receipt) return null
  const { issuer, number } = receipt
  const strange = strangeLines([issuer, number])
  if (strange) return strange
  if (!asRead(number).every(isNumber)) return malformed(number)
  return asRead(issuer).every(isIssuer) ? null : malformed(issuer)
}

/** What an agent tells on a paper in their own words: no demand, which a text makes, and no refusal, which is a decision. */
export function strangeProse(
  said: readonly (string | null | undefined)[],
): Refused<'pieceWithoutText' | 'refusalInWords'> | null {
  for (const prose of said) {
    const found = prose ? asksOrRefuses(prose) : null
    if (prose && found)
      return { refusal: found === 'asks' ? 'pieceWithoutText' : 'refusalInWords', details: [prose] }
  }
  return null
}

/**
 * The reasons of a decision tell what was found and what a text says: they ask nothing (CRPA L114-5), and do not say that it is
 * not contested, nor within another delay, beside the remedies (CJA R421-5).
 * @param lawful the delays of the remedies that the paper prints; read only where the words say one
 */
export function strangeReasons(
  said: readonly (string | null | undefined)[],
  lawful: () => LawfulDelays = () => delaysOfRemedy(commonDelay, ''),
): Refused<'orderInReasons' | 'appealDenied' | 'delayInReasons'> | null {
  for (const prose of said) {
    const readings = asRead(prose ?? '')
    if (prose && readings.some((read) => ordersPerson(read) || reasonsWant(read)))
      return { refusal: 'orderInReasons', details: [prose] }
    if (prose && readings.some(deniesAppeal)) return { refusal: 'appealDenied', details: [prose] }
    if (prose && readings.some((read) => saysOtherDelay(read, lawful)))
      return { refusal: 'delayInReasons', details: [prose] }
  }
  return null
}

/** Where a decision is contested: with whom first, then before which judge. */
type Ways = { readonly authority: string | null; readonly court: string | null }

/**
 * Where the office says that a decision is contested: never that it is not (CJA R421-5). Its court completes the one that the
 * rules name: an address, or a judge, never an administration.
 */
export function strangeWays({ authority, court }: Ways): Refused<'nameMalformed'> | null {
  const lines = [authority, court]
  const none = lines.find((line) => line !== null && asRead(line).some(saysNoAppeal))
  const wrong = court !== null && isAuthority(court) && !isJudge(court) ? court : undefined
  const strange = none ?? wrong
  return strangeLines(lines) ?? (strange === undefined ? null : malformed(strange))
}

/** The same in the words of who signs, which nothing completes: their court is a judge. */
export const strangeRemedies = (
  said: { readonly authority: string | null; readonly court: string } | undefined,
): Refused<'nameMalformed'> | null =>
  said === undefined ? null : (strangeWays(said) ?? (isJudge(said.court) ? null : malformed(said.court)))
