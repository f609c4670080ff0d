/** More marks on one letter than any language writes (Unicode, UAX 15, 13: the stream-safe text format). */
const crowd = /(\p{M}{30})\p{M}+/gu

/**
 * A text in one of Unicode's normal forms, without the marks of a letter after its thirtieth. A normal form puts the marks
 * of each letter in order, at a cost that grows as the square of their number: 32,000 marks on one letter take seconds.
 */
export const normalForm = (form: 'NFC' | 'NFD' | 'NFKD', text: string): string =>
  text.replaceAll(crowd, '$1').normalize(form)

/**
 * What shows nothing or turns what follows: controls, spaces without width, marks of direction. What joins letters stays
 * (U+200C and U+200D): some languages write with it.
 */
export const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

/** A space that does not break, or has another width, as a plain one: whoever pastes it typed a space. */
export const plainSpaces = (text: string): string => text.replaceAll(/\p{Zs}/gu, ' ')

/** What stands within a word and shows nothing: a hyphen that only a cut shows, what joins, what turns. */
const within = /\p{Default_Ignorable_Code_Point}/gu

/**
 * The two ways to read signs that are not seen, each as nothing or each as a space: one hides a word by cutting it, another by
 * standing for the space after it. Letters that show as a blank (U+3164) are among them.
 */
export const asRead = (text: string): readonly string[] => [
  ...new Set([text.replaceAll(within, ''), text.replaceAll(within, ' ')]),
]

const folded = (form: 'NFD' | 'NFKD', text: string): string =>
  normalForm(form, text.replaceAll(/œ/giu, 'oe').replaceAll(/æ/giu, 'ae'))
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * What the index of files keeps and what a search compares with it: accents, case, hyphens and apostrophes forgiven, ligatures
 * written out. The keys that are kept were made so: another form would no longer find them.
 */
export const searchKey = (text: string): string => folded('NFD', text)

/**
 * What the rules on words read, and what tells two names alike: accents, case, hyphens and apostrophes forgiven, ligatures written
 * out, letters of another width or weight as plain ones, and nothing that is not seen.
 */
export const searchable = (text: string): string => folded('NFKD', text.replaceAll(within, ''))
