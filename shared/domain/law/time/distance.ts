import type { Territory } from '../../../contract/office/calendar.ts'

/** Where a person may live, as CJA R421-7 tells it apart; all of mainland France is one place. */
export const residences = [
  'metropole',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saintBarthelemy',
  'saintMartin',
  'saintPierreEtMiquelon',
  'polynesieFrancaise',
  'wallisEtFutuna',
  'nouvelleCaledonie',
  'terresAustrales',
  'etranger',
] as const
export type Residence = (typeof residences)[number]

/**
 * Months that distance adds to the two of the administrative court (CJA R421-7, LEGI base of July 2025): one overseas
 * from a court of mainland France, one from an overseas court for whoever does not live in its collectivity, two abroad.
 * A court of the Pacific is none of the seats here: the holidays by which its delay ends were not read.
 */
export function distanceMonths(home: Residence, seat: Territory): 0 | 1 | 2 {
  if (home === 'etranger') return 2
  const court = seat === 'alsaceMoselle' ? 'metropole' : seat
  return home === court ? 0 : 1
}
