import { dayOfCount, dayOfMonthFirst } from './days.ts'

/** What the fixed part at the head of a code says. Dates are `AAAA-MM-JJ`. */
export type Header = {
  readonly version: '01' | '02' | '03' | '04'
  readonly binary: boolean
  /** The certification authority: country and two characters. `XX00` is for tests (§3.3). */
  readonly authority: string
  /** The authority's certificate: four characters, five in a binary header. */
  readonly certificate: string
  /** Null when the document bears no date (`FFFF`). */
  readonly issuedOn: string | null
  readonly signedOn: string
  readonly type: string
  readonly perimeter: string
  /** ISO 3166-1, two letters; three in a binary header. Null before version 04. */
  readonly country: string | null
  /** In characters (bytes in a binary header): the message begins there. */
  readonly length: number
}

/** Length by version (§3.3.1 to §3.3.3). */
const lengths = { '01': 22, '02': 22, '03': 24, '04': 26 } as const

const shape =
  /^DC(0[1-4])([A-Z]{2}[A-Z0-9]{2})([A-Z0-9]{4})([0-9A-F]{4})([0-9A-F]{4})([A-Z0-9]{2})([A-Z0-9]{2})?([A-Z]{2})?/

/** The header of a code, `undefined` when it is none of the standard's (§5.1, step 1). One character is one byte. */
export function readHeader(code: string): Header | undefined {
  if (code.startsWith('\u00dc')) return readBinaryHeader(code)
  const version = code.slice(2, 4) as keyof typeof lengths
  const length = Object.hasOwn(lengths, version) ? lengths[version] : 0
  // The optional groups see no further than the header of this version.
  const [whole, , authority, certificate, issued, signed, type, perimeter, country] =
    shape.exec(code.slice(0, length)) ?? []
  if (whole?.length !== length || authority === undefined || certificate === undefined) return undefined
  // A code is always signed some day: only the document's own date may be missing.
  if (issued === undefined || signed === undefined || signed === 'FFFF' || type === undefined)
    return undefined
  return {
    version,
    binary: false,
    authority,
    certificate,
    issuedOn: issued === 'FFFF' ? null : dayOfCount(issued),
    signedOn: dayOfCount(signed),
    type,
    // Before version 03 there was one perimeter, which has been « 01 » since.
    perimeter: perimeter ?? '01',
    country: country ?? null,
    length,
  }
}

/** §3.3.4: marker, version, country and signer packed in C40, dates as the whole number MMJJAAAA on three bytes. */
function readBinaryHeader(code: string): Header | undefined {
  if (code.length < 19 || code.charCodeAt(1) !== 4) return undefined
  const country = fromC40(code.slice(2, 4))
  const signer = fromC40(code.slice(4, 10))
  const issued = code.slice(10, 13)
  const issuedOn = issued === '\u00ff\u00ff\u00ff' ? null : dayOfMonthFirst(issued)
  const signedOn = dayOfMonthFirst(code.slice(13, 16))
  if (country === undefined || !/^[A-Z]{3}$/.test(country)) return undefined
  if (signer === undefined || !/^[A-Z]{2}[A-Z0-9]{2}[0-9A-F]{5}$/.test(signer)) return undefined
  if (issuedOn === undefined || signedOn === undefined) return undefined
  return {
    version: '04',
    binary: true,
    authority: signer.slice(0, 4),
    certificate: signer.slice(4),
    issuedOn,
    signedOn,
    type: hexOf(code.slice(16, 17)),
    perimeter: hexOf(code.slice(17, 19)),
    country,
    length: 19,
  }
}

/** Bytes in capital hexadecimal. */
export const hexOf = (bytes: string): string =>
  Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()

const plain = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * The text of bytes packed in C40, three characters of the basic set in two bytes (ANTS, 2D-Doc v3.2.6, §10.3);
 * `undefined` when they hold anything else. One character of `bytes` is one byte.
 */
function fromC40(bytes: string): string | undefined {
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const word = bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1) - 1
    for (const value of [Math.floor(word / 1600), Math.floor(word / 40) % 40, word % 40]) {
      const character = plain[value - 3]
      if (character === undefined) return undefined
      text += character
    }
  }
  return bytes.length % 2 === 0 ? text : undefined
}
