import { layoutOf } from './mrz/layouts.ts'
import { linesOf } from './mrz/lines.ts'
import { checksHold } from './mrz/read.ts'
import { preApplicationIn } from './preApplicationCode.ts'
import { beginsState, readState } from './mrz/states.ts'

// What a text of a scanner is, known by its beginning: ICAO Doc 9303's zones, the 2D-Doc, and the code of a document that
// this program issued (shared/documents/code.ts). A pre-application's number has no beginning of its own: the whole text is
// one, or bears one.

/** What a scanner read. */
export type ScanKind = 'mrz' | '2ddoc' | 'document' | 'preApplication'

export type Scan = { readonly kind: ScanKind; readonly text: string }

/** A symbology identifier (ISO/IEC 15424: `]d2` is Data Matrix) may come before a code. */
const identifier = /^\][A-Za-z]\d/

/** Some readers frame what they send: STX before, ETX after. */
const unframed = (text: string): string => text.replaceAll('\u0002', '').replaceAll('\u0003', '')

const bareOf = (text: string): string => unframed(text).replace(identifier, '')

/** Letters in the place of each other, as a capital lock leaves them. */
const otherCase = (text: string): string =>
  text.replace(/\p{L}/gu, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )

/** Longer is neither: the largest Data Matrix holds 2335 characters (ISO/IEC 16022). */
const longest = 2500

/**
 * The code or the zone that a text is, without what a scanner put before and after. A zone is whole or is none; a code
 * that was cut is given as it came, for its reader to say so: typed, its letters would be so many shortcuts.
 * @returns null when it is neither
 */
export function scanOf(text: string): Scan | null {
  if (text.length > longest) return null
  const bare = bareOf(text)
  if (/^DC0[1-4][A-Z0-9]{18}/.test(bare)) return { kind: '2ddoc', text: bare.replace(/[\r\n\t]+$/, '') }
  if (/^dc0[1-4][a-z0-9]{18}/.test(bare)) return scanOf(otherCase(text))
  if (/^(?:GUICHET1|SPECIMEN1)\|/.test(bare))
    return { kind: 'document', text: bare.replace(/[\r\n\t]+$/, '') }
  if (/^(?:guichet1|specimen1)\|/.test(bare)) return scanOf(otherCase(text))
  const number = preApplicationIn(bare)
  if (number !== null) return { kind: 'preApplication', text: number }
  const lines = linesOf(bare)
  if (lines === null || layoutOf(lines) === null) return null
  // In another layout than the wedge's, the same keys make as many characters, and not these.
  const zone = lines.every((line) => /^[0-9A-Z<]+$/.test(line)) && lines.some((line) => line.includes('<'))
  return zone ? { kind: 'mrz', text: lines.join('\n') } : null
}

/** What a document demands of its own text: a zone's check digits; the two dates of a 2D-Doc's header, in hexadecimal. */
export function scanHolds({ kind, text }: Scan): boolean {
  if (kind === 'mrz') return checksHold(text)
  return kind === 'document' || kind === 'preApplication' || /^.{12}[0-9A-F]{8}/.test(text)
}

const others: Readonly<Record<string, string>> = {
  A: 'Q',
  Q: 'A',
  W: 'Z',
  Z: 'W',
  a: 'q',
  q: 'a',
  w: 'z',
  z: 'w',
}
/** Letters as the other keyboard has them, AZERTY for QWERTY. */
const otherLetters = (text: string): string =>
  text.replace(/[AQWZaqwz]/g, (letter) => others[letter] ?? letter)

/**
 * Which reading of the same keys is the document: the first whose check digits are right, its letters exchanged as a last
 * resort; failing that the first that has a document's shape, for its reader to say what is wrong.
 */
export function bestScan(
  texts: readonly string[],
): { readonly scan: Scan; readonly reading: number; readonly exchanged: boolean } | null {
  const found = texts.flatMap((text, reading) => {
    const scan = scanOf(text)
    return scan === null ? [] : [{ scan, reading, exchanged: false }]
  })
  const right = found.find(({ scan }) => scanHolds(scan))
  if (right) return right
  const exchanged = found.flatMap(({ reading }) => {
    const scan = scanOf(otherLetters(texts[reading] ?? ''))
    return scan === null ? [] : [{ scan, reading, exchanged: true }]
  })
  return exchanged.find(({ scan }) => scanHolds(scan)) ?? found[0] ?? null
}

/** How the code of a document begins: of an office, or of a training one. */
const documentHeads = ['GUICHET1|', 'SPECIMEN1|']

/** The beginning of a zone: its kind, its State, then its own characters alone. */
const zoneBegun = /^[acipv](?:[a-z<](?:[a-z<]{1,3}[a-z0-9<\s]*)?)?$/
const licenceBegun = /^[abd](?:[12](?:f|fr|fra[a-z0-9<\s]*)?)?$/

/** Optical readers write two fillers and one so. */
const fillers = (text: string): string => text.toLowerCase().replaceAll('«', '<<').replaceAll('‹', '<')

const stateOf = (zone: string): string => zone.slice(2, 5).toUpperCase()

/** A text may still become one of these: it begins as they do. */
export function mayBecomeScan(text: string): boolean {
  if (text.length > longest) return false
  const own = unframed(text)
  if (/^(?:\](?:[A-Za-z]\d?)?)?$/.test(own)) return true
  const bare = own.replace(identifier, '')
  if (/^dc0[1-4]/i.test(bare)) return true
  if (/^(?:d|dc|dc0)$/i.test(bare)) return true
  const begun = bare.toUpperCase()
  if (documentHeads.some((head) => head.startsWith(begun) || begun.startsWith(head))) return true
  const zone = fillers(bare)
  if (zone.length >= 120) return false
  return (zoneBegun.test(zone) && beginsState(stateOf(zone))) || licenceBegun.test(zone)
}

/**
 * A text is past doubt one of these, whatever it still lacks: nobody writes such a beginning.
 * @param asWord where words are written, a beginning that a word may have tells nothing: a filler or a bar does
 */
export function surelyScan(text: string, { asWord = false } = {}): boolean {
  const bare = bareOf(text)
  if (/^dc0[1-4]/i.test(bare)) return !asWord || bare.length >= 6
  const begun = bare.toUpperCase()
  if (documentHeads.some((head) => begun.startsWith(head))) return true
  if (!asWord && begun.length >= 5 && documentHeads.some((head) => head.startsWith(begun))) return true
  const zone = fillers(bare)
  if (/^[abd][12]fra/.test(zone)) return true
  if (!zoneBegun.test(zone)) return false
  if (!asWord && zone[1] === '<') return true
  return zone.length >= 5 && readState(stateOf(zone)) !== null && (!asWord || zone.includes('<'))
}

/** Whole lines of a zone that has more of them: its reader may take its time between two lines. */
export function waitsForLine(text: string): boolean {
  return /[\r\n\t]$/.test(text) && /^(?:\S{30}|\S{36}|\S{44}|\S{30}\s+\S{30})\s+$/.test(text)
}
