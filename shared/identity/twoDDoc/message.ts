import { hexOf } from './header.ts'
import { identifiers } from './identifiers.ts'

/** One datum as the code writes it. */
export type RawField = {
  readonly id: string
  readonly raw: string
  /** Cut short by the issuer for want of room: what is printed is longer (§11.3). */
  readonly truncated: boolean
}

export const groupSeparator = '\u001d'
export const recordSeparator = '\u001e'
export const unitSeparator = '\u001f'

/** What was read, up to `end`; short of the text's end, something there is no datum of the standard. */
type Fields = { readonly fields: readonly RawField[]; readonly end: number }

/** An identifier of a later version: of any length. */
const unknown = { min: 0, max: null, form: 'text' } as const

const digitOrCapital = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90)

/**
 * The data of a C40 zone (§3.4.1). A value of fixed length has no separator; another ends at GS, at RS when it
 * was cut short, at its greatest length or at the end. A superfluous GS, which some issuers write, is passed
 * over. An identifier of a later version of the standard is read to its separator: the signature answers for
 * it all the same.
 */
export function readFields(text: string): Fields {
  const fields: RawField[] = []
  let at = 0
  while (at < text.length) {
    if (!digitOrCapital(text.charCodeAt(at)) || !digitOrCapital(text.charCodeAt(at + 1))) break
    const id = text.slice(at, at + 2)
    const identifier = identifiers.get(id) ?? unknown
    const from = at + 2
    const { min } = identifier
    // A French EORI has 17 characters, and its reference codes no separator (§7.12).
    const max = identifier.form === 'eori' && text.startsWith('FR', from) ? 17 : identifier.max
    const most = max === null ? text.length : Math.min(text.length, from + max)
    let stop = from
    while (stop < most && isValue(text.charCodeAt(stop))) stop++
    const truncated = text[stop] === recordSeparator
    // A fixed length may not be cut short (§3.4.1), nor any value be shorter than its least length by itself.
    if (stop - from < min && !(truncated && min !== max)) break
    if (truncated && min === max) break
    fields.push({ id, raw: text.slice(from, stop), truncated })
    at = stop + (truncated || text[stop] === groupSeparator ? 1 : 0)
  }
  return { fields, end: at }
}

/** A character of a value: C40 holds ASCII alone (§10.3); a control character in it is a fault of reading. */
const isValue = (code: number): boolean => code >= 32 && code <= 126

/** What the blocks of a binary zone say: data, then the signature and the annex (§3.4.2, §3.5.2, §3.6). */
export type Blocks = {
  readonly fields: readonly RawField[]
  /** Where the signature's own block begins: what is signed ends there. */
  readonly signedEnd: number
  readonly signature: string
  readonly annex: readonly RawField[]
}

/**
 * The blocks of a binary zone: an identifier, a size on one byte (or FF and two), so many bytes; identifier FF is
 * the signature. `undefined` when they don't fill the code. Values are given in hexadecimal: the standard
 * describes no binary document whose values could be said otherwise (§6.2).
 */
export function readBlocks(code: string, from: number): Blocks | undefined {
  const blocks: { id: number; start: number; value: string }[] = []
  let at = from
  // The newline that a reader adds is too short to be a block.
  while (at < code.length && !/^\r?\n$/.test(code.slice(at, at + 3))) {
    const start = at
    const id = code.charCodeAt(at)
    let size = code.charCodeAt(at + 1)
    at += 2
    if (size === 255 && id !== 255) {
      size = code.charCodeAt(at) * 256 + code.charCodeAt(at + 1)
      at += 2
    }
    if (!(at + size <= code.length)) return undefined
    blocks.push({ id, start, value: code.slice(at, at + size) })
    at += size
  }
  const signed = blocks.findIndex(({ id }) => id === 255)
  const signature = blocks[signed]
  const last = blocks.findLastIndex(({ id }) => id === 255)
  if (signature === undefined || last !== signed) return undefined
  const fields = blocks.map(({ id, value }) => ({
    id: hexOf(String.fromCharCode(id)),
    raw: hexOf(value),
    truncated: false,
  }))
  return {
    fields: fields.slice(0, signed),
    signedEnd: signature.start,
    signature: signature.value,
    annex: fields.slice(signed + 1),
  }
}
