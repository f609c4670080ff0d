import { createHash, createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'

// The office's key signs what a backup says of itself, and so each of its files: whoever can write where copies lie can't
// make one that is taken for the office's.

/** What signs: the office's key, wherever it is kept. */
export type Signer = {
  /** Ed25519, base64url of 32 bytes. */
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

/** Who signed, and the Ed25519 signature, both in base64url. */
export const Signature = z.strictObject({
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
})
export type Signature = z.infer<typeof Signature>

/** What is signed, which says what it is: a signature of one thing is worth nothing for another. */
const said = (what: string, bytes: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`guichet ${what} 1\n`), bytes])

/** @param what what the bytes are, in a word of its own */
export async function signed(
  what: string,
  bytes: Uint8Array,
  { publicKey, sign }: Signer,
): Promise<Signature> {
  const signature = await sign(said(what, bytes))
  return { publicKey, signature: Buffer.from(signature).toString('base64url') }
}

/** What comes before the 32 bytes of an Ed25519 public key (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether these bytes were signed, as that thing, by the key that the signature names. */
export function isSigned(what: string, bytes: Uint8Array, { publicKey, signature }: Signature): boolean {
  const raw = Buffer.from(publicKey, 'base64url')
  // A journal that somebody wrote may name what is no key: it signed nothing.
  if (raw.length !== 32) return false
  const key = createPublicKey({
    key: Buffer.concat([spki, raw]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, said(what, bytes), key, Buffer.from(signature, 'base64url'))
}

/** What tells two keys apart on paper: sixteen figures of the SHA-256 of the public key, in hex, by four. */
export const fingerprint = (publicKey: string): string =>
  createHash('sha256')
    .update(Buffer.from(publicKey, 'base64url'))
    .digest('hex')
    .slice(0, 16)
    .toUpperCase()
    .replaceAll(/(.{4})(?!$)/g, '$1 ')

/** A fingerprint as a person copied it: spaces, dashes and case say nothing. */
export const sameFingerprint = (one: string, other: string): boolean =>
  one.replaceAll(/[\s-]/g, '').toUpperCase() === other.replaceAll(/[\s-]/g, '').toUpperCase()
