const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * The bytes of an unpadded Base32 text (RFC 4648 §6; ANTS, 2D-Doc v3.2.6, §10.4), `undefined` unless it is the
 * one text of these bytes: leftover bits that are not zero would let the last symbol change without changing
 * what was signed. Small letters are no symbols of the standard.
 */
export function fromBase32(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let bits = 0
  let word = 0
  let at = 0
  for (let index = 0; index < text.length; index++) {
    const five = alphabet.indexOf(text.charAt(index))
    if (five < 0) return undefined
    word = ((word << 5) | five) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (word >> bits) & 255
    }
  }
  // A whole byte fewer would have needed a symbol fewer too: the leftover is under five bits, all zero.
  return bits < 5 && (word & ((1 << bits) - 1)) === 0 ? bytes : undefined
}
