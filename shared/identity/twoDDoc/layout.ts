import { fromBase32 } from './base32.ts'
import type { Header } from './header.ts'
import { groupSeparator, type RawField, readBlocks, readFields, unitSeparator } from './message.ts'
import { signatureLengths } from './signature.ts'

/** The zones of a code (§3.2): what is signed, the signature, and what nobody signed. */
export type Layout = {
  /** Header and message: one character is one byte. */
  readonly signed: string
  readonly fields: readonly RawField[]
  readonly signature: Uint8Array
  /** Never to be trusted (§3.6). */
  readonly annex: readonly RawField[]
}

/** What is wrong with the zones, in the order of §5.1, step 2. */
export type LayoutFault = 'field' | 'noSignature' | 'signatureForm' | 'annex'

/**
 * Cuts a code into its zones (§3.2, §3.5.2, §3.6, §3.7).
 * @param size bytes of a signature by the signer's certificate: in version 01 nothing else tells where it begins
 */
export function layOut(code: string, header: Header, size: number): Layout | LayoutFault {
  if (header.binary) return inBlocks(code, header.length, []) ?? 'field'
  const body = code.slice(header.length)
  if (header.version === '01') return withBinarySignature(code, body, size)
  const at = body.indexOf(unitSeparator)
  const after = at < 0 ? '' : body.slice(at + 1)
  const end = after.indexOf(groupSeparator)
  const symbols = end < 0 ? after : after.slice(0, end)
  const signature = signatureLengths.includes(symbols.length) ? fromBase32(symbols) : undefined
  const { fields, end: read } = readFields(at < 0 ? body : body.slice(0, at))
  if (signature === undefined) {
    // Version 04 may go on in binary after a whole datum; its signature is then binary too (§3.7).
    const mixed = header.version === '04' ? inBlocks(code, header.length + read, fields) : undefined
    return mixed ?? (at < 0 ? 'noSignature' : 'signatureForm')
  }
  if (read < at) return 'field'
  const annexText = end < 0 ? '' : after.slice(end + 1)
  if (annexText !== '' && header.version !== '04') return 'annex'
  const annex = readFields(annexText)
  if (annex.end < annexText.length) return 'annex'
  return { signed: code.slice(0, header.length + at), fields, signature, annex: annex.fields }
}

function inBlocks(code: string, from: number, before: readonly RawField[]): Layout | undefined {
  const blocks = readBlocks(code, from)
  return (
    blocks && {
      signed: code.slice(0, blocks.signedEnd),
      fields: [...before, ...blocks.fields],
      signature: bytesOf(blocks.signature),
      annex: blocks.annex,
    }
  )
}

/** Version 01, of the first trial alone: a message in C40, then the signature as it is (§3.5.2). */
function withBinarySignature(code: string, body: string, size: number): Layout | LayoutFault {
  if (body.length < size) return 'noSignature'
  const message = body.slice(0, body.length - size)
  const { fields, end } = readFields(message)
  if (end < message.length) return 'field'
  return {
    signed: code.slice(0, code.length - size),
    fields,
    signature: bytesOf(body.slice(body.length - size)),
    annex: [],
  }
}

/** One byte a character. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (byte) => byte.charCodeAt(0))
