import { inLatin, showsAsLatin } from './lookAlikes.ts'

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

/**
 * Signs that show nothing, one after another: what Unicode has every program ignore (soft hyphen, joiners, tags, selectors,
 * fillers of Hangul), what turns or formats, and controls that end no line.
 */
const hidden = /(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\t\n\v\f\r\u0085])\p{Cc})+/gu

/** Writings whose words are spelt with what joins or parts two letters: « می‌خواهم », « ක්‍ෂ ». */
const joined =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}' +
  '\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}'
const joinedLetter = `(?=[\\p{L}\\p{M}])[${joined}]`
/** The viramas of these writings: a joiner after one, at the end of a word, chooses how its last letter is drawn, « നാരായണന്‍ ». */
const viramas = '\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u103a'
const atEnd = '(?![\\p{L}\\p{M}\\p{N}\\p{Cf}])'
const hebrew = '(?=[\\p{L}\\p{M}])\\p{scx=Hebr}'
const tibetan = '(?=[\\p{L}\\p{M}])\\p{scx=Tibt}'
const japanese = '(?=[\\p{L}\\p{M}])[\\p{scx=Kana}\\p{scx=Hira}\\p{sc=Han}]'
/** One of these is in each of those forms, which take long to compile: most texts have none. */
const spelling = /[\u05be\u05f3\u0f0b\u30fb]|\u200c|\u200d/
const spellingSigns = new RegExp(
  [
    `(?<=${joinedLetter})[\\u200c\\u200d](?=${joinedLetter})`,
    `(?<=${joinedLetter}[${viramas}])[\\u200c\\u200d]${atEnd}`,
    // The maqaf joins two words as a hyphen; the geresh alters a letter, the last one too.
    `(?<=${hebrew})\\u05be(?=${hebrew})`,
    `(?<=${hebrew})\\u05f3(?:(?=${hebrew}|\\u05be)|${atEnd})`,
    // The tsheg parts syllables, and may end the last one.
    `(?<=${tibetan})\\u0f0b(?:(?=${tibetan})|${atEnd})`,
    `(?<=${japanese})\\u30fb(?=${japanese})`,
  ].join('|'),
  'gu',
)

/**
 * A text without the signs that its writing needs among its letters: joiners (U+200C, U+200D), the geresh and the maqaf of Hebrew,
 * the tsheg of Tibetan, the middle dot of Japanese. Anywhere else, one hides something or shows as another sign.
 */
export const withoutSpellingSigns = (text: string): string =>
  spelling.test(text) ? text.replaceAll(spellingSigns, '') : text

/** A text, or nothing where nothing of it shows; the empty pattern of Braille (U+2800) shows as a space. */
export const shown = (text: string): string => (/[^\s\u2800]/u.test(text.replaceAll(hidden, '')) ? text : '')

/** The words that somebody typed: none where nothing of them shows. They are no reason, no name. */
export const wordsIn = (text: string): string => shown(text).trim()

/** A text as it looks: a letter of another writing that shows as a Latin one is that one. */
const seen = (text: string): string =>
  showsAsLatin(text) ? normalForm('NFC', inLatin(normalForm('NFD', text))) : text

/** So many hidden signs are read each either way; where there are more, each kind is. */
const mostEitherWay = 4

/** The soft hyphen is a sign of who sets type: it stands in a word, and never for a space. */
export const softHyphens = /\u00ad/g

/**
 * The ways to read signs that are not seen, each as nothing or as a space: one hides a word by cutting it, another by standing
 * for the space after it. The first reading has them all as nothing, the last as spaces.
 */
export function asRead(text: string): readonly string[] {
  const typed = text.replaceAll(softHyphens, '')
  const parts = typed.split(hidden)
  if (parts.length === 1) return [seen(typed)]
  const signs = typed.match(hidden)!
  const groups = groupsOf(signs.map((sign, at) => (isCut(parts, at) ? sign : null)))
  const readings = Array.from(
    { length: 2 ** (groups.reduce((most, group) => Math.max(most, group), -1) + 1) },
    (_, mask) =>
      parts.reduce(
        (read, part, at) => `${read}${at > 0 && spaced(groups[at - 1]!, mask) ? ' ' : ''}${part}`,
        '',
      ),
  )
  return [...new Set(readings.map(seen))]
}

const spaced = (group: number, mask: number): boolean => group >= 0 && ((mask >> group) & 1) === 1

/** Whether the sign after this part stands between two letters: elsewhere it hides nothing. */
const isCut = (parts: readonly string[], at: number): boolean =>
  /[\p{L}\p{M}\p{N}]$/u.test(parts[at]!.slice(-2)) && /^[\p{L}\p{M}\p{N}]/u.test(parts[at + 1]!)

/** By sign, those that are read the same way together; -1 for one that hides nothing. */
function groupsOf(signs: readonly (string | null)[]): readonly number[] {
  const cuts = signs.filter((sign) => sign !== null)
  const kinds = new Map([...new Set(cuts)].map((sign, rank) => [sign, rank]))
  let next = 0
  return signs.map((sign) => {
    if (sign === null) return -1
    return cuts.length <= mostEitherWay ? next++ : Math.min(kinds.get(sign)!, mostEitherWay - 1)
  })
}

const parted = (form: 'NFD' | 'NFKD', text: string): string =>
  normalForm(form, text.replaceAll(/œ/giu, 'oe').replaceAll(/æ/giu, 'ae'))

const folded = (text: string): string =>
  text
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * What the index of files keeps and what a search compares with it: accents, case, hyphens and apostrophes forgiven, ligatures
 * written out. The keys that are kept were made so: another form would no longer find them.
 */
export const searchKey = (text: string): string => folded(parted('NFD', text))

/**
 * What the rules on words read, and what tells two names alike: accents, case, hyphens and apostrophes forgiven, ligatures written
 * out, letters of another width, weight or writing as the plain ones that they show, and nothing that is not seen.
 */
export function searchable(text: string): string {
  const plain = parted('NFKD', text.replaceAll(hidden, ''))
  return folded(showsAsLatin(plain) ? inLatin(plain) : plain)
}

/** Whether two numbers are one, typed with other separators or in another case: « PC 07718626 00012 », « PC 077 186 26 00012 ». */
export function sameNumber(one: string, other: string): boolean {
  const [first, second] = [one, other].map((number) => searchable(number).replaceAll(' ', ''))
  return first === second
}
