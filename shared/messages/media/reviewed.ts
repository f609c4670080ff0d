import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { otherLanguages, type OtherLanguage } from '../../contract/text.ts'
import { PublicTexts, type TextReview } from '../../contract/media/textReviews.ts'
import { exchange } from '../public/exchange.ts'
import { languages } from '../public/languages.ts'
import { posters } from '../public/posters.ts'

/** The sets of texts that a person must read, in the order in which the public meets them. */
export const publicTexts = PublicTexts.options

/** What a text says when it is made from a number, an hour, a place: the same each time, and a fact is enough to know it. */
const sampleFacts = [2, 'A 42', 0, 0]

/** Every text of a set, by its name. A text that these facts do not suit (a rule, a zone) is known by its name alone. */
function sample(value: unknown): unknown {
  if (typeof value !== 'function') {
    if (typeof value !== 'object' || value === null) return value
    return Array.isArray(value)
      ? value.map(sample)
      : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sample(one)]))
  }
  try {
    return sample((value as (...facts: readonly unknown[]) => unknown)(...sampleFacts))
  } catch {
    return null
  }
}

/** All the sets of a language. */
const setsOf = (lang: OtherLanguage) => ({
  ...languages[lang],
  exchange: exchange[lang],
  posters: posters[lang],
})

/** Which texts a set has in a language, as sixteen hexadecimal digits: they change when the texts do. */
export const digestOf = (set: PublicTexts, lang: OtherLanguage): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(sample(setsOf(lang)[set]))))).slice(0, 16)

/** Whether a set is still to be read in a language, was read as it is, or has changed since. */
export type ReviewState =
  | { readonly is: 'toRead' }
  | { readonly is: 'read' | 'changed'; readonly review: TextReview }

type Reviews = readonly {
  readonly set: PublicTexts
  readonly lang: OtherLanguage
  readonly review: TextReview
}[]

/** The state of one set in one language, from what the office had read. French is the text of record: it has none. */
export function reviewState(reviews: Reviews, set: PublicTexts, lang: OtherLanguage): ReviewState {
  const found = reviews.find((one) => one.set === set && one.lang === lang)
  if (!found) return { is: 'toRead' }
  const { review } = found
  return { is: review.digest === digestOf(set, lang) ? 'read' : 'changed', review }
}

/** Every set in every language besides French, with its state. */
export const reviewStates = (reviews: Reviews) =>
  publicTexts.flatMap((set) =>
    otherLanguages.map((lang) => ({ set, lang, state: reviewState(reviews, set, lang) })),
  )
