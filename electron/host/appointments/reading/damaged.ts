/** The characters that the bytes 0x80 to 0x9F are in Windows-1252, in order. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const byteOf = (letter: string): number => {
  const at = windows.indexOf(letter)
  return at < 0 ? letter.charCodeAt(0) : 0x80 + at
}

const highBytes = new RegExp(`[\\u0080-\\u00FF${windows}]+`, 'g')

/**
 * The text that was meant, when UTF-8 was read as Latin-1 (« Ã‰tat civil »), and without a byte order mark. Only a
 * text that is so throughout is changed: one lone « é » shows that it was read well.
 */
export function undamaged(text: string): string {
  return repaired(text).replace(/^\uFEFF/, '')
}

function repaired(text: string): string {
  try {
    return text.replaceAll(highBytes, (run) =>
      decodeURIComponent(
        Array.from(run, (letter) => `%${byteOf(letter).toString(16).padStart(2, '0')}`).join(''),
      ),
    )
  } catch {
    // A run that is no UTF-8: nothing was damaged.
    return text
  }
}

/** How many bytes a text is in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    // Two halves of two bytes each make the four of a surrogate pair.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2
  }
  return bytes
}
