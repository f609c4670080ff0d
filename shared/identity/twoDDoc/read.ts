import { identifiers } from './identifiers.ts'
import { type Header, readHeader } from './header.ts'
import { missingField, requiredOf, type Proves, type TwoDDocKind, twoDDocKinds } from './kinds.ts'
import { bytesOf, type Layout, layOut } from './layout.ts'
import { type RawField, groupSeparator, recordSeparator, unitSeparator } from './message.ts'
import { type Finding, keptSentence, sayFinding, type Verdict } from './verdicts.ts'
import { signatureBytes, signs } from './signature.ts'
import { certificateName, isForTests, type Trust } from './trust.ts'
import { sayValue } from './values.ts'

/** One datum, to be compared with what is printed. */
export type TwoDDocDatum = {
  readonly id: string
  readonly label: string
  /** In words: « 30 juin 2030 », « 1 319,24 € ». */
  readonly value: string
  /** As the code writes it. */
  readonly raw: string
  /** `AAAA-MM-JJ`, or `AAAA-MM-JJThh:mm`, when it is a date. */
  readonly date: string | null
  /** The printed value is longer. */
  readonly truncated: boolean
  /** Printed on the document, as all but the data of the code itself must be (§3.4, §7.0). */
  readonly printed: boolean
}

/** What a code says and what that is worth. Dates are `AAAA-MM-JJ`. */
export type TwoDDocReading = {
  readonly verdict: Verdict
  readonly finding: Finding['is']
  /** What is the matter. */
  readonly sentence: string
  /** What the agent may conclude. */
  readonly conclusion: string
  /** Two characters; null when the code has no header of the standard. */
  readonly type: string | null
  readonly typeName: string | null
  /** What the document can stand for: null unless it is authentic. */
  readonly proves: Proves | null
  /** Values as they are written, by identifier. */
  readonly fields: Readonly<Record<string, string>>
  readonly details: readonly TwoDDocDatum[]
  /** Data of the annex, that nobody signed: never to be trusted (§3.6). */
  readonly unsigned: readonly TwoDDocDatum[]
  readonly authority: string | null
  readonly certificate: string | null
  readonly issuedOn: string | null
  readonly signedOn: string | null
  readonly validUntil: string | null
  /** The only words of it that a file may keep: kind, dates, verdict; no name, no number. */
  readonly kept: string
}

/** Sixteen symbols of 2,335 characters (§3.8, ISO/IEC 16022): what is longer is no code, and is not read. */
const longest = 16 * 2335

/** The binary perimeter 0001 holds one kind, reserved, whose data are not described (§6.2). */
const binaryIdentity: TwoDDocKind = {
  category: 'Justificatif d’identité',
  name: 'Titre d’identité (format binaire)',
  dated: true,
  required: '',
  proves: 'identity',
}

const kindOf = ({ type, perimeter, binary }: Header): TwoDDocKind | undefined => {
  if (binary) return type === '07' && perimeter === '0001' ? binaryIdentity : undefined
  return perimeter === '01' && Object.hasOwn(twoDDocKinds, type) ? twoDDocKinds[type] : undefined
}

/**
 * Reads and verifies a 2D-Doc offline, in the order of ANTS's specification v3.2.6, §5.1. Never throws, in a time
 * that grows as the text's length; pure.
 * @param text what a reader gave: one character is one byte, separators as they are or shown (`<GS>`, « ␝ »)
 * @param at the day on which it is shown, `AAAA-MM-JJ`, in the office's zone
 */
export function readTwoDDoc(
  text: string,
  { trust, at }: { readonly trust: Trust; readonly at: string },
): TwoDDocReading {
  if (text.length > longest + 64) return nothingRead({ is: 'tooLong' })
  const code = fromScanner(text)
  // What no byte can be would be shown as it is, and signed as another.
  const header = /[\u0100-\uffff]/.test(code) ? undefined : readHeader(code)
  if (header === undefined) return nothingRead({ is: code.startsWith('DC') ? 'header' : 'notTwoDDoc' })
  const kind = kindOf(header)
  const signer = Object.hasOwn(trust.certificates, certificateName(header))
    ? trust.certificates[certificateName(header)]
    : undefined
  const layout = layOut(code, header, signatureBytes[signer?.curve ?? 'P-256'])
  const zones: Pick<Layout, 'fields' | 'annex'> =
    typeof layout === 'string' ? { fields: [], annex: [] } : layout
  const details = zones.fields.map((field) => datumOf(field, header))
  const ends = endsOf(kind, details)
  const finding =
    typeof layout === 'string'
      ? ({ is: layout } as const)
      : (faultOf(kind, header, details, ends) ?? proofOf(layout, header, kind, trust, ends, at))
  const { verdict, sentence, conclusion } = sayFinding(finding, kind)
  const reading = {
    verdict,
    finding: finding.is,
    sentence,
    conclusion,
    type: header.type,
    typeName: kind?.name ?? null,
    proves: verdict === 'authentic' ? (kind?.proves ?? null) : null,
    fields: valuesOf(details),
    details,
    unsigned: zones.annex.map((field) => datumOf(field, header)),
    authority: header.authority,
    certificate: header.certificate,
    issuedOn: header.issuedOn,
    signedOn: header.signedOn,
    validUntil: ends?.toSorted()[0] ?? null,
  }
  return { ...reading, kept: keptSentence(reading) }
}

/** Of an identifier written twice, the first value. */
function valuesOf(details: readonly TwoDDocDatum[]): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const { id, raw } of details) fields[id] ??= raw.trimEnd()
  return fields
}

function nothingRead(finding: Finding): TwoDDocReading {
  const reading = {
    ...sayFinding(finding, undefined),
    finding: finding.is,
    type: null,
    typeName: null,
    proves: null,
    fields: {},
    details: [],
    unsigned: [],
    authority: null,
    certificate: null,
    issuedOn: null,
    signedOn: null,
    validUntil: null,
  }
  return { ...reading, kept: keptSentence(reading) }
}

function datumOf({ id, raw, truncated }: RawField, { binary }: Header): TwoDDocDatum {
  const identifier = binary ? undefined : identifiers.get(id)
  const { value, date } = identifier ? sayValue(id, identifier.form, raw) : { value: raw, date: undefined }
  return {
    id,
    label: identifier?.label ?? `Donnée « ${id} », absente de la norme lue`,
    value,
    raw,
    date: date ?? null,
    truncated,
    printed: binary || !id.startsWith('0'),
  }
}

/** The days until which the document holds; `undefined` when one of them can't be a day. */
function endsOf(
  kind: TwoDDocKind | undefined,
  details: readonly TwoDDocDatum[],
): readonly string[] | undefined {
  const ends = details.filter(({ id }) => kind?.ends?.includes(id)).map(({ date }) => date)
  return ends.every((end) => end !== null) ? ends : undefined
}

/** §5.1, steps 1 and 2: what the kind asks of header and data. A kind that is not known asks nothing. */
function faultOf(
  kind: TwoDDocKind | undefined,
  header: Header,
  details: readonly TwoDDocDatum[],
  ends: readonly string[] | undefined,
): Finding | undefined {
  if (kind === undefined) return undefined
  if (kind.dated && header.issuedOn === null) return { is: 'undated' }
  const required = requiredOf(kind, header.type, header.signedOn)
  const missing = required === '' ? undefined : missingField(required, new Set(details.map(({ id }) => id)))
  const id = missing?.slice(0, 2)
  if (id !== undefined) return { is: 'missing', id, label: identifiers.get(id)?.label ?? id }
  return ends === undefined ? { is: 'impossibleEnd' } : undefined
}

/** §5.1, steps 4 to 7, then what the signed data say of the document's own end. */
function proofOf(
  layout: Layout,
  header: Header,
  kind: TwoDDocKind | undefined,
  trust: Trust,
  ends: readonly string[] | undefined,
  at: string,
): Finding {
  const name = certificateName(header)
  const signer = Object.hasOwn(trust.certificates, name) ? trust.certificates[name] : undefined
  const forTests = isForTests(header)
  if (trust.revoked.includes(name) && !forTests) return { is: 'revoked', name }
  if (signer === undefined)
    return forTests ? { is: 'specimenUnchecked', name } : { is: 'noCertificate', name }
  // A signature that is not of this key is found so whatever its date says: a forger chooses the date too.
  if (!signs(signer.curve, signer.publicKey, bytesOf(layout.signed), layout.signature))
    return { is: 'signature' }
  if (forTests) return { is: 'specimen', name }
  if (kind === undefined) return { is: 'unknownKind', type: header.type }
  const { signedOn } = header
  const day = Date.parse(signedOn)
  // The day is of France, whose clocks are up to two hours before UTC.
  if (day + dayLength <= signer.notBefore || day - 2 * hour > signer.notAfter)
    return { is: 'outOfPeriod', signedOn, from: isoDay(signer.notBefore), to: isoDay(signer.notAfter) }
  // One day of grace: a clock or a zone may differ.
  if (day > Date.parse(at) + dayLength) return { is: 'future', signedOn }
  const end = ends?.toSorted()[0]
  return end !== undefined && end < at ? { is: 'ended', on: end } : { is: 'authentic' }
}

const hour = 3_600_000
const dayLength = 24 * hour
const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** Of text copied by hand or sent by a reader that shows control characters: `<GS>`, `{GS}`, `[GS]` or « ␝ ». */
const visible = /[<{[](?:GS|RS|US|0x1[DEF])[>}\]]|[\u241d\u241e\u241f]|\u00e2\u0090[\u009d\u009e\u009f]/gi

/**
 * A code as a reader or a person gives it, as the standard's own characters: without the reader's mark of the
 * symbology (`]d2`, ISO/IEC 15424) or a byte-order mark, with its separators, without the reader's final newline.
 * One character is one byte.
 */
function fromScanner(text: string): string {
  const code = text.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:\][A-Za-z][0-9A-Za-z])?/, '')
  const whole = code.replace(/[\r\n\t]{1,4}$/, '')
  const shown = whole.includes(unitSeparator) ? whole : whole.replaceAll(visible, separatorOf)
  // A code with a binary part may end with, or hold, any byte: it is left as it came.
  return /^DC0[2-9]/.test(shown) && !/[\u007f-\uffff]/.test(shown) ? shown : code
}

function separatorOf(shown: string): string {
  const last = shown.toUpperCase()
  if (/R|1E|[\u241e\u009e]/.test(last)) return recordSeparator
  if (/U|1F|[\u241f\u009f]/.test(last)) return unitSeparator
  return groupSeparator
}
