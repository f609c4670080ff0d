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

// Capitals tell « article UB 10 » from « article de 3 pages », and « A. 123-4 » from « il y a 3-4 mois ».

/** « art. 4 », « article 1er », « articles L. 114-5 »; « UB 10 », « 1AU 4 » of a local plan; « II-3 », « premier ». */
const article =
  /(?<!\p{L})[aA](?:rt|RT)(?:(?:icle|ICLE)[sS]?|\.)?\s*(?:(?:(?!(?:DE|DU|LE|LA|EN|ET|UN)\b)\d?[A-Z]{1,3}[a-z]?|[a-z]\b)?\W{0,2}\d|(?:[IV]|[IVX]{2,})\b|(?:premier|Ier|unique|préliminaire|PREMIER|UNIQUE|PRÉLIMINAIRE)(?!\p{L}))/u

/** « L313-3 », « l. 313-3 », « R*421-2 ». */
const coded = /(?<!\p{L})(?:[LRDlrd]|A)[.*\s]{0,3}\d+-\d/u

/** A text by its number or its date: « décret 2020-811 », « arrêté du 3 mars 2025 »; neither « code postal 77000 » nor « règlement de 35 € ». */
const dated =
  /(?<!\p{L})(?:lois?|codes?(?![\s-]+(?:postal|confidentiel|secret|barres?|d.accès)(?!\p{L}))|décrets?|arrêtés?|délibérations?|règlements?|ordonnances?|circulaires?)(?!\p{L})[^.;]{0,60}?(?!\d+(?:[ \u00a0\u202f.,]\d+)*\s*(?:€|euros?))\d/iu

/** A code by its initials, then a number: « CGI 1680 », « PLU, UB 10 ». */
const initials =
  /(?<!\p{L})(?:CRPA|CGI|CSS|CJA|CGCT|CGFP|CESEDA|LPF|CASF|CCH|CPC|CPP|CSP|CMF|CPCE|CGPPP|RGPD|CEDH|PLUi?|RNU)[\s,.:]{1,3}(?:\d?[A-Z]{1,3}[a-z]?\W{0,2})?\d/u

/** A code cut short, then a number: « C. civ. 78 ». */
const short =
  /(?<!\p{L})C\.\s?(?:civ|urb|éduc|pén|com|trav|route|rur|patr|env|élect|santé|nat|cons)(?!\p{L})[\s,.:]{1,3}\d/iu

const citations = [article, coded, dated, initials, short]

/**
 * Whether these words cite a text by a number or a date: « art. 4 », « L313-3 », « article UB 10 du PLU », « C. civ. 78 »,
 * « délibération du 3 mars 2025 ».
 */
export const citesText = (said: string): boolean => citations.some((citation) => citation.test(said))
