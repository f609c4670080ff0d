import { groupSeparator, recordSeparator, unitSeparator } from './message.ts'

/** Of text copied by hand or sent by a reader that shows control characters: `<GS>`, `{GS}`, `[GS]` or « ␝ ». */
const visible = /[<{[](?:GS|RS|US|0x1[DEF])[>}\]]|[\u241d\u241e\u241f]|\u00e2\u0090[\u009d\u009e\u009f]/gi

/**
 * A code as a reader or a person gives it, as the standard's own characters: without the reader's mark of the
 * symbology (`]d2`, ISO/IEC 15424) or a byte-order mark, with its separators, without the reader's final newline.
 * One character is one byte.
 */
export function fromScanner(text: string): string {
  const code = text.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:\][A-Za-z][0-9A-Za-z])?/, '')
  const whole = code.replace(/[\r\n\t]{1,4}$/, '')
  const shown = whole.includes(unitSeparator) ? whole : whole.replaceAll(visible, separatorOf)
  // A code with a binary part may end with, or hold, any byte: it is left as it came.
  return /^DC0[2-9]/.test(shown) && !/[\u007f-\uffff]/.test(shown) ? shown : code
}

function separatorOf(shown: string): string {
  const last = shown.toUpperCase()
  if (/R|1E|[\u241e\u009e]/.test(last)) return recordSeparator
  if (/U|1F|[\u241f\u009f]/.test(last)) return unitSeparator
  return groupSeparator
}
