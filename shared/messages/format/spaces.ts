const nbsp = '\u00a0'

/** What a number is read with, and never parted from: « art. 12 », « n° 3 », « L. 114-2 », « 25 € », « 14 h 05 », « 3 mars ». */
const besideNumbers = new RegExp(
  [
    String.raw`(?<=\b[Aa]rt\.|\b[Nn]°) (?=\S)`,
    String.raw`(?<=\b[Aa]rticles?) (?=(?:L\.?O|[LRDA])?\.? ?\*?\d)`,
    String.raw`(?<=(?:\bL\.?O|\b[LRDA])\.) (?=\*?\d)`,
    String.raw`(?<=\d) (?=[€%](?!\d)|(?:h|min|s|ms|mm|cm|m|km|kg|ko|Mo|Go)(?![\p{L}\d’'-]))`,
    String.raw`(?<=\d[ \u00a0]h) (?=\d\d\b)`,
    String.raw`(?<=\b(?:1er|\d\d?)) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))`,
  ].join('|'),
  'gu',
)

/** A number is never parted from what it is read with, whoever wrote it and in whatever language. As many letters. */
export const wholeNumbers = (text: string): string => text.replaceAll(besideNumbers, nbsp)

/** Spaces that French typography never breaks: before « : ; ? ! » and inside the quotation marks. As many letters. */
export const spaced = (text: string): string =>
  wholeNumbers(text.replaceAll(/ ([:;?!»])/g, `${nbsp}$1`).replaceAll('« ', `«${nbsp}`))
