import type { ECDSA } from '@noble/curves/abstract/weierstrass.js'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { hexToBytes } from '@noble/hashes/utils.js'

/** The curves of the standard, each with its digest: SHA-256, SHA-384, SHA-512 (ANTS, 2D-Doc v3.2.6, §3.5.2). */
export type Curve = 'P-256' | 'P-384' | 'P-521'

const algorithms: Readonly<Record<Curve, ECDSA>> = { 'P-256': p256, 'P-384': p384, 'P-521': p521 }

/** Bytes of a signature r‖s. */
export const signatureBytes: Readonly<Record<Curve, number>> = { 'P-256': 64, 'P-384': 96, 'P-521': 132 }

/** Characters of these bytes in unpadded Base32, which tell the curve. */
export const signatureLengths: readonly number[] = [103, 154, 212]

/**
 * Whether r‖s is a signature of the message with that key. An s of either half is accepted: the standard asks for
 * no canonical one. Never throws: a key off the curve or an r out of its range verifies nothing.
 * @param publicKey the point in hexadecimal
 */
export function signs(curve: Curve, publicKey: string, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== signatureBytes[curve]) return false
  try {
    return algorithms[curve].verify(signature, message, hexToBytes(publicKey), {
      format: 'compact',
      lowS: false,
      prehash: true,
    })
  } catch {
    return false
  }
}
