import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64url, toBase64url } from './base64url.ts'
import { verifyCode, type CodeFacts } from './code.ts'

// A PDF ends with « startxref », an offset and « %%EOF » (ISO 32000-1, 7.5.5). What our host makes goes on with comments,
// which every reader skips (7.2.3), then with the same three lines again, because readers look for them at the very end:
//
//   %Guichet-Seal: 1
//   %Guichet-Code: GUICHET1|RD-2026-318|…          the document's own code, as its QR code has it
//   %Guichet-SHA256: <64 hex digits>               of every byte before « %Guichet-Seal »
//   %Guichet-Signature: <base64url of 64 bytes>    Ed25519 by the office's key, see `signedText`
//   startxref
//   <the offset of the file above>
//   %%EOF
//
// Lines end with one line feed; nothing comes after. A file whose last lines are anything else has no such seal.

/** What checking a file says; the code's own verdicts are the same as `verifyCode`'s. */
export type FileVerdict =
  | ({ readonly is: 'authentic' } & CodeFacts)
  | { readonly is: 'altered' }
  | { readonly is: 'otherOffice' }
  /** A PDF that nobody sealed: nothing can be said of it. */
  | { readonly is: 'unsealed' }
  | { readonly is: 'notPdf' }

/** The seal's lines are ASCII and short: no code is longer than 600 characters. */
const tailLength = 2048
const strictTail =
  /%Guichet-Seal: 1\n%Guichet-Code: ([\x20-\x7e]{1,600})\n%Guichet-SHA256: ([0-9a-f]{64})\n%Guichet-Signature: ([\w-]{86})\nstartxref\n([0-9]{1,10})\n%%EOF\n$/
const pdfEnd = /startxref\r?\n([0-9]{1,10})\r?\n%%EOF\r?\n?$/

/** What the office signs of a file: neither the code nor the bytes can be taken to another file. */
const signedText = (digest: string, code: string): string => `GUICHET-PDF1|${digest}|${code}`

const ascii = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

const lastLines = (bytes: Uint8Array): string => ascii(bytes.subarray(Math.max(0, bytes.length - tailLength)))

/**
 * The PDF of a document with the office's seal at its end.
 * @param pdf a whole PDF, as Chromium makes it
 * @param code the document's own code
 * @param sign Ed25519 with the office's secret key: 64 bytes
 * @throws RangeError when the bytes don't end as a PDF does
 */
export function sealPdf(pdf: Uint8Array, code: string, sign: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const offset = pdfEnd.exec(lastLines(pdf))?.[1]
  if (offset === undefined) throw new RangeError('these bytes do not end as a PDF does')
  const whole = pdf.at(-1) === 0x0a ? pdf : joined(pdf, Uint8Array.of(0x0a))
  const digest = bytesToHex(sha256(whole))
  const signature = toBase64url(sign(utf8ToBytes(signedText(digest, code))))
  const tail = utf8ToBytes(
    `%Guichet-Seal: 1\n%Guichet-Code: ${code}\n%Guichet-SHA256: ${digest}\n%Guichet-Signature: ${signature}\nstartxref\n${offset}\n%%EOF\n`,
  )
  return joined(whole, tail)
}

/**
 * Checks a PDF offline, with nothing but the office's public key. Never throws, whatever it is given.
 * @param publicKey Ed25519, base64url of 32 bytes
 */
export function verifyPdf(file: Uint8Array, publicKey: string): FileVerdict {
  const read = strictTail.exec(lastLines(file))
  if (read === null) return { is: unreadable(file) }
  const [tail, code = '', digest = '', signed = '', offset] = read
  const before = file.subarray(0, file.length - tail.length)
  // The last offset is outside of what was hashed: a reader sent elsewhere in the file could show something else.
  const own = pdfEnd.exec(lastLines(before))?.[1]
  const verdict = verifyCode(code, publicKey)
  // The code names its office in the clear; damaged beyond reading, it is what was damaged.
  if (verdict.is === 'malformed') return { is: 'altered' }
  if (verdict.is !== 'authentic') return verdict
  const holds =
    own === offset &&
    bytesToHex(sha256(before)) === digest &&
    isSigned(signedText(digest, code), signed, publicKey)
  return holds ? verdict : { is: 'altered' }
}

/** Why no seal was read. No single change can take the names of all its lines away, nor what is added after them. */
function unreadable(file: Uint8Array): 'altered' | 'unsealed' | 'notPdf' {
  if (names(file)) return 'altered'
  return ascii(file.subarray(0, 5)) === '%PDF-' ? 'unsealed' : 'notPdf'
}

const name = utf8ToBytes('\n%Guichet-')

/** Whether a line of the file bears the name of our seal. */
function names(file: Uint8Array): boolean {
  for (let at = file.indexOf(name[1]!); at >= 0; at = file.indexOf(name[1]!, at + 1))
    if (name.every((byte, index) => file[at - 1 + index] === byte)) return true
  return false
}

function isSigned(text: string, signature: string, publicKey: string): boolean {
  const [bytes, key] = [fromBase64url(signature), fromBase64url(publicKey)]
  if (bytes?.length !== 64 || key?.length !== 32) return false
  try {
    return ed25519.verify(bytes, utf8ToBytes(text), key, { zip215: false })
  } catch {
    return false
  }
}
