const nbsp = '\u00a0'

/** Spaces that French typography never breaks: before « : ; ? ! » and inside the quotation marks. As many letters. */
export const spaced = (text: string): string =>
  text.replaceAll(/ ([:;?!»])/g, `${nbsp}$1`).replaceAll('« ', `«${nbsp}`)
