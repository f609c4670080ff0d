const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as base64url without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at)
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let six = 0; six <= left; six++) text += alphabet[(word >> (18 - 6 * six)) & 63]
  }
  return text
}

/**
 * The bytes of a base64url text, `undefined` unless it is the one text of these bytes: leftover bits that
 * are not zero would let a character change without changing what is signed.
 */
export function fromBase64url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let word = 0
  let at = 0
  for (const character of text) {
    const six = alphabet.indexOf(character)
    if (six < 0) return undefined
    word = ((word << 6) | six) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (word >> bits) & 255
    }
  }
  return toBase64url(bytes) === text ? bytes : undefined
}
