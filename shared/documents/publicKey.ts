import { fromBase64url, toBase64url } from './base64url.ts'

/** What comes before the 32 bytes of an Ed25519 public key in its SubjectPublicKeyInfo (RFC 8410 §4). */
const spki = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00)

/** The office's public key as a PEM file (RFC 7468), which other software reads too. @param publicKey base64url of 32 bytes */
export function publicKeyPem(publicKey: string): string {
  const der = Uint8Array.of(...spki, ...(fromBase64url(publicKey) ?? []))
  const base64 = toBase64url(der).replaceAll('-', '+').replaceAll('_', '/')
  return `-----BEGIN PUBLIC KEY-----\n${base64.padEnd(Math.ceil(base64.length / 4) * 4, '=')}\n-----END PUBLIC KEY-----\n`
}

/** The key that a text says, as base64url: a PEM file, or the key itself as the administration shows it; undefined when it is neither. */
export function readPublicKey(text: string): string | undefined {
  const pem = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]*)-----END PUBLIC KEY-----/.exec(text)?.[1]
  if (pem === undefined) return fromBase64url(text.trim())?.length === 32 ? text.trim() : undefined
  const der = fromBase64url(pem.replace(/[=\s]/g, '').replaceAll('+', '-').replaceAll('/', '_'))
  if (der?.length !== spki.length + 32 || !spki.every((byte, at) => der[at] === byte)) return undefined
  return toBase64url(der.subarray(spki.length))
}
