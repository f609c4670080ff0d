/** The names of a zone: in capitals without accents, as printed there; either may be empty, not both. */
export type Names = {
  readonly lastName: string
  readonly firstName: string
  /** The field is full to its last character: the names may be cut (ICAO Doc 9303-4, §4.2.3). */
  readonly truncated: boolean
}

const words = (text: string): string => text.split('<').filter(Boolean).join(' ')

/**
 * The names' field: the primary identifier, two fillers, the secondary one; one filler between the words of each.
 * @returns null when it is no name: a figure, or fillers alone
 */
export function readNames(field: string): Names | null {
  if (!/^<*[A-Z][A-Z<]*$/.test(field)) return null
  const [primary = '', ...secondary] = field.split('<<')
  return {
    lastName: words(primary),
    firstName: words(secondary.join('<')),
    truncated: !field.endsWith('<'),
  }
}

/**
 * The two fields of a French card of 1988 to 2021, each cut on its own at 25 and 14 characters.
 * @returns null when one of them is no name
 */
export function readFrenchNames(last: string, first: string): Names | null {
  if (!/^<*[A-Z][A-Z<]*$/.test(last) || !/^[A-Z<]*$/.test(first)) return null
  return {
    lastName: words(last),
    firstName: words(first),
    truncated: !last.endsWith('<') || !first.endsWith('<'),
  }
}
