/** A paper's short code (« 2NKWM-RZ8DE »), or the number of an article, a decree or a paper: « R313-12 », « AR-2026-318 ». */
export const reference = /\b(?:[0-9A-Z]{5}-[0-9A-Z]{5}\b|[A-Z]{0,3}\*?-?\d+(?:-\d+)+)/g

/** A piece of a text; one that is `whole` is read wrong when it is cut at its hyphen, which a browser would do. */
type TextPart = { readonly text: string; readonly whole: boolean }

/** A text cut around the numbers that stay on one line, in order: its pieces together are the text itself. */
export function partsAround(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(reference)) {
    parts.push({ text: text.slice(from, index), whole: false }, { text: found, whole: true })
    from = index + found.length
  }
  parts.push({ text: text.slice(from), whole: false })
  return parts.filter((part) => part.text !== '')
}
