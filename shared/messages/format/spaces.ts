const nbsp = '\u00a0'

/** An amount is never parted from its sign: « 25 € », whoever wrote it and in whatever language. As many letters. */
export const wholeAmounts = (text: string): string => text.replaceAll(/(?<=\d) (?=€)/gu, nbsp)

/** Spaces that French typography never breaks: before « : ; ? ! » and inside the quotation marks. As many letters. */
export const spaced = (text: string): string =>
  wholeAmounts(text.replaceAll(/ ([:;?!»])/g, `${nbsp}$1`).replaceAll('« ', `«${nbsp}`))
