// Apart from what reads it by zod: a page that bounds a field needs the lengths alone.

/** The longest name of a person that one field takes whole; a family name or first names alone take half of it. */
export const longestName = 200
export const longestNamePart = longestName / 2
