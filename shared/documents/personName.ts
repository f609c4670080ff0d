import type { Addressee } from '../contract/documents/said.ts'

/** « ROUX Adèle »: the family name in capitals, then the first name where it is known. */
export const personName = ({ familyName, firstName }: Pick<Addressee, 'familyName' | 'firstName'>): string =>
  [familyName.toLocaleUpperCase('fr'), firstName].filter((name) => name !== null).join(' ')
