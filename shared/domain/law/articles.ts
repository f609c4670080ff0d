import { searchable } from '../../contract/letters.ts'

// Articles by the names that people write.

/** What says nothing of which article it is. */
const fillers = new Set(['ART', 'ARTICLE', 'ARTICLES', 'DU', 'DE', 'DES', 'LA', 'LE', 'LES', 'N', 'NO'])

/** Codes by the names that people write whole. */
const codes: readonly (readonly [RegExp, string])[] = [
  [/CODE DES RELATIONS ENTRE LE PUBLIC ET L ADMINISTRATION/, 'CRPA'],
  [/CODE DE LA SECURITE SOCIALE/, 'CSS'],
  [/CODE DE JUSTICE ADMINISTRATIVE/, 'CJA'],
  [/CODE DE L URBANISME/, 'C URB'],
  [/CODE CIVIL/, 'C CIV'],
]

/** « , 2° », « , alinéa 3 », « , dernier alinéa », « (décret 2020-811) »: what follows an article in its title. */
export const point = /,?\s*(\d+\s*°|al(?:in[ée]a|\.)\s*\d+|(?:premier|dernier) alinéa|\([^()]*\))\s*$/iu

/** « CRPA R113-8 » for « CRPA R113-8 · Sous-section 1 : Justification… », as a search says where the article stands. */
export const articleName = (title: string): string => title.split(' · ')[0]?.trim() ?? title

/**
 * The same article however it is written: « CRPA, art. L. 211-5 », « article L211-5 du CRPA ». The article's number first,
 * then the words that name its text, in no order.
 */
export function articleKey(title: string): string {
  const whole = searchable(articleName(title).replace(point, ''))
  const words = codes.reduce((text, [name, short]) => text.replace(name, short), whole)
  const article = /\b([LRDA]) ?(\d+(?: \d+)*)\b/.exec(words)
  const rest = article === null ? words : words.replace(article[0], ' ')
  const named = rest.split(' ').filter((word) => word !== '' && !fillers.has(word))
  return [
    ...(article === null ? [] : [`${article[1]}${article[2]?.replaceAll(' ', '-')}`]),
    ...named.toSorted(),
  ].join(' ')
}

/** Whether two titles name the same article, its point aside. */
export const sameText = (one: string, other: string): boolean => articleKey(one) === articleKey(other)
