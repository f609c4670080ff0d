/** What a character weighs in a check digit: figures as they are, A to Z from 10 to 35, the filler nothing. */
const worth = (character: string): number => {
  if (character === '<') return 0
  const code = character.charCodeAt(0)
  return code <= 57 ? code - 48 : code - 55
}

const weights = [7, 3, 1] as const

/**
 * The check digit of a text made of `0-9`, `A-Z` and `<`: the sum of its characters weighed 7, 3, 1 in turn, modulo
 * ten (ICAO Doc 9303-3, §4.9).
 */
export function checkDigit(text: string): string {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum += worth(text.charAt(at)) * (weights[at % 3] ?? 1)
  return String(sum % 10)
}
