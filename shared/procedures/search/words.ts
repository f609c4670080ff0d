import { normalForm } from '../../contract/letters.ts'
// Words as they are searched: accents, case, plurals and feminines forgiven, numbers of articles and forms kept whole.

/** A word of a text: what it is searched as, and where it stands (UTF-16 units). */
export type Token = { readonly term: string; readonly from: number; readonly to: number }

/** « L. 114-5 », « R*432-1 »; « 12669*02 », « 114-5 »; else letters and digits. A word ends at an apostrophe. */
const token =
  /(?<![\p{L}\p{N}])(?<letter>[LRD])(?:\.|\*|\s)*(?<article>\d{1,4}(?:-\d{1,4})+|\d{3,4})(?![\p{N}])|(?<number>\d{5}\*\d{2}|\d{1,4}(?:-\d{1,4})+)|[\p{L}\p{N}\p{M}]+/giu

const empty: ReadonlySet<string> = new Set(
  (
    'a au aux avec ce ces cet cette d dans de des du elle en est et eu eux il ils j je l la le les leur leurs lui m ma mais me ' +
    'mes mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses si son sont sur t ta te tes ton tu un une vos votre ' +
    'vous y c ete etre ont'
  ).split(' '),
)

/** Small letters without accents. */
export const folded = (text: string): string =>
  normalForm('NFD', text.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')).replace(/\p{M}/gu, '')

/**
 * A folded word without its plural and its feminine: « nationaux », « nationale » → `national`; « demandées »,
 * « demander » → `demand`. Light on purpose (after Savoy's minimal stemmer, 1999): two words of different meaning
 * must stay apart.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  let root = word
  if (root.endsWith('eaux')) root = root.slice(0, -1)
  else if (root.endsWith('aux')) root = `${root.slice(0, -3)}al`
  else if (root.endsWith('s') || root.endsWith('x')) root = root.slice(0, -1)
  root = trimmed(root, /(?<!e)e+$/)
  root = trimmed(root, /er$/)
  return root
}

const trimmed = (word: string, ending: RegExp): string => {
  const shorter = word.replace(ending, '')
  return shorter.length >= 3 ? shorter : word
}

const cache = new Map<string, string | null>()

/** What a word is searched as; null for one without meaning. Kept, since texts say the same words again and again. */
function termOf(raw: string): string | null {
  const before = cache.get(raw)
  if (before !== undefined) return before
  const word = folded(raw)
  const term = empty.has(word) ? null : stem(word)
  if (cache.size >= 50_000) cache.clear()
  cache.set(raw, term)
  return term
}

/** Every word of a text, with its place; words that carry no meaning are left out. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(token)) {
    const { letter, article, number } = match.groups ?? {}
    const from = match.index
    const to = from + match[0].length
    if (letter !== undefined && article !== undefined)
      tokens.push({ term: `${letter.toLowerCase()}${article}`, from, to }, { term: article, from, to })
    else if (number !== undefined) {
      tokens.push({ term: number, from, to })
      // A form is also asked for without its edition.
      if (number.includes('*')) tokens.push({ term: number.slice(0, 5), from, to })
    } else {
      const term = termOf(match[0])
      if (term !== null) tokens.push({ term, from, to })
    }
  }
  return tokens
}

/** The words of a question, each once; none when all are words without meaning. */
export function termsOf(query: string): readonly string[] {
  const tokens = tokensOf(query)
  // Of a number, the first form is what was typed: without its letter it would find other codes' articles.
  const typed = tokens.filter((one, rank) => tokens[rank - 1]?.from !== one.from)
  return [...new Set(typed.map(({ term }) => term))]
}
