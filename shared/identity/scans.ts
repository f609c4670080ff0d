import { layoutOf } from './mrz/layouts.ts'
import { linesOf } from './mrz/lines.ts'

// What a text of a scanner is, known by its beginning: ICAO Doc 9303's zones, the 2D-Doc, and the code of a document that
// this program issued (shared/documents/code.ts).

/** What a scanner read. */
export type ScanKind = 'mrz' | '2ddoc' | 'document'

/** A symbology identifier (ISO/IEC 15424: `]d2` is Data Matrix) may come before a code. */
const identifier = /^\][A-Za-z]\d/

/** Some readers frame what they send: STX before, ETX after. */
const unframed = (text: string): string => text.replaceAll('\u0002', '').replaceAll('\u0003', '')

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
export function scanOf(text: string): { readonly kind: ScanKind; readonly text: string } | null {
  if (text.length > longest) return null
  const bare = unframed(text).replace(identifier, '')
  if (/^DC0[1-4][A-Z0-9]{18}/.test(bare)) return { kind: '2ddoc', text: bare.replace(/[\r\n\t]+$/, '') }
  if (/^dc0[1-4][a-z0-9]{18}/.test(bare)) return scanOf(otherCase(text))
  if (/^(?:GUICHET1|SPECIMEN1)\|/.test(bare))
    return { kind: 'document', text: bare.replace(/[\r\n\t]+$/, '') }
  if (/^(?:guichet1|specimen1)\|/.test(bare)) return scanOf(otherCase(text))
  const lines = linesOf(bare)
  if (lines === null || layoutOf(lines) === null) return null
  // In another layout than the wedge's, the same keys make as many characters, and not these.
  const zone = lines.every((line) => /^[0-9A-Z<]+$/.test(line)) && lines.some((line) => line.includes('<'))
  return zone ? { kind: 'mrz', text: lines.join('\n') } : null
}

/** How the code of a document begins: of an office, or of a training one. */
const documentHeads = ['GUICHET1|', 'SPECIMEN1|']

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
  // A zone: its kind, its State, then its own characters alone.
  return bare.length < 120 && /^[acidpvb](?:[a-z0-9<«](?:[a-z<«]{1,3}[a-z0-9<«‹\s]*)?)?$/i.test(bare)
}

/** Whole lines of a zone that has more of them: its reader may take its time between two lines. */
export function waitsForLine(text: string): boolean {
  return /[\r\n\t]$/.test(text) && /^(?:\S{30}|\S{36}|\S{44}|\S{30}\s+\S{30})\s+$/.test(text)
}
