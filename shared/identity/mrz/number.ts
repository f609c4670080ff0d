import { checkDigit } from './checkDigit.ts'

/** A document's number, with what its check digit says. */
export type DocumentNumber = {
  readonly number: string
  readonly found: string
  readonly expected: string
  /** What is left of the optional data when the number goes on in it; null when it does not. */
  readonly rest: string | null
}

/** The number without the fillers that end it. */
const withoutFillers = (text: string): string => text.replace(/<+$/, '')

/**
 * A number of at most nine characters with its check digit; a longer one has a filler in the check digit's place, its
 * other characters then its check digit at the start of the optional data, then a filler (ICAO Doc 9303-5, §4.2.2 note
 * j; 9303-6, §4.2.2). The check digit is of the whole number, without that filler.
 * @param found the character at the check digit's place
 * @param overflow the optional data, where such a number may go on; null in the other formats
 * @param checked what the check digit of a usual number is of
 */
export function readNumber(
  text: string,
  found: string,
  { overflow, checked }: { readonly overflow: string | null; readonly checked: string },
): DocumentNumber {
  const usual = { number: withoutFillers(text), found, expected: checkDigit(checked), rest: null }
  if (overflow === null || found !== '<' || text.endsWith('<')) return usual
  const end = overflow.indexOf('<')
  const more = end < 0 ? overflow : overflow.slice(0, end)
  if (more.length < 2) return usual
  const number = text + more.slice(0, -1)
  return {
    number,
    found: more.slice(-1),
    expected: checkDigit(number),
    rest: end < 0 ? '' : withoutFillers(overflow.slice(end + 1)),
  }
}
