import { normalForm } from '../../contract/letters.ts'
/** A text as a word of a file or of a rule: `[a-z0-9-]`, at most `most` characters; empty when nothing is left. */
export function slug(text: string, most: number): string {
  const word = normalForm('NFD', text.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae'))
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (word.length <= most) return word
  // Whole words, as far as there is more than one.
  const cut = word.lastIndexOf('-', most)
  return word.slice(0, cut > 0 ? cut : most)
}
