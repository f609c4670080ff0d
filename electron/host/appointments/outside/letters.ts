/**
 * The text of a calendar's bytes, its lines unfolded: a fold may fall inside a character, so that it is taken out before the
 * bytes are read (RFC 5545 3.1). UTF-8, or Windows-1252 where the bytes are none.
 */
export function unfoldedText(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/\r?\n[ \t]/g, '')
  const whole = Buffer.from(lines, 'latin1')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole)
  } catch {
    // Bytes that are no UTF-8: an older program wrote them.
    return new TextDecoder('windows-1252').decode(whole)
  }
}
