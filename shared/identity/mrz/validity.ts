import type { LocalDate } from '../../contract/ids.ts'
import { dayBefore, lastDayOf, yearsAfter } from './dates.ts'
import type { MrzFormat } from './layouts.ts'

/** The text that gives a document its validity. `toConfirm`: read in a commentary only. */
export type ValiditySource = {
  readonly title: string
  readonly id: string | null
  readonly toConfirm: boolean
}

/** Until when a document is valid: what it bears, and what the law says of it. */
export type Validity = {
  /** As borne by the document: a day, a month where the zone tells no more, null when the zone can't tell. */
  readonly face: string | null
  /** As the law has it, which may be later; a month or null as above. */
  readonly legal: string | null
  readonly rule: 'printed' | 'tenYears' | 'fifteenYears' | 'extendedFiveYears' | 'unknown'
  readonly source: ValiditySource | null
}

const tenYears: ValiditySource = {
  title: 'Décret 55-1397, art. 1er',
  id: 'JORFTEXT000000848756',
  toConfirm: false,
}
const decree2013: ValiditySource = {
  title: 'Décret 2013-1188 du 18 décembre 2013',
  id: null,
  toConfirm: true,
}

type Read = {
  readonly format: MrzFormat
  readonly expirationDate: string | null
  readonly issueDate: string | null
  readonly birthDate: string | null
}

/**
 * Until when a document is valid. Its zone gives the day, except on the French card of two lines: ten years, fifteen
 * for adults' cards issued from 2014, and five more than what they bear for adults' cards of 2004 to 2013. Whoever came
 * of age in the very month of issue may hold either: the rule is then unknown.
 * @returns null when the document bears no date that could be read
 */
export function validityOf({ format, expirationDate, issueDate, birthDate }: Read): Validity | null {
  if (format !== 'FRENCH_NATIONAL_ID')
    return expirationDate === null
      ? null
      : { face: expirationDate, legal: expirationDate, rule: 'printed', source: null }
  if (issueDate === null) return null
  const ten = yearsAfter(issueDate, 10)
  const fifteen = yearsAfter(issueDate, 15)
  if (issueDate < '2004-01') return { face: ten, legal: ten, rule: 'tenYears', source: tenYears }
  const adult = adultAtIssue(birthDate, issueDate)
  if (adult === false) return { face: ten, legal: ten, rule: 'tenYears', source: tenYears }
  if (issueDate < '2014-01')
    return adult === null
      ? { face: ten, legal: null, rule: 'unknown', source: decree2013 }
      : { face: ten, legal: fifteen, rule: 'extendedFiveYears', source: decree2013 }
  return adult === null
    ? { face: null, legal: null, rule: 'unknown', source: decree2013 }
    : { face: fifteen, legal: fifteen, rule: 'fifteenYears', source: decree2013 }
}

/** Of age in the month of issue; null when the zone can't tell. */
function adultAtIssue(birthDate: string | null, issueMonth: string): boolean | null {
  if (birthDate === null) return null
  const eighteenth = yearsAfter(birthDate, 18)
  const shown = issueMonth.slice(0, Math.min(eighteenth.length, issueMonth.length))
  const compared = eighteenth.slice(0, shown.length)
  // On the first of the month, whatever the day of issue, the person is of age.
  if (compared === shown) return eighteenth.endsWith('-01') && eighteenth.length === 10 ? true : null
  return compared < shown
}

/**
 * Past its legal validity. A month alone tells nothing of the days in it: what the card bears must then be read.
 * @returns null when the zone can't say
 */
export function isExpired({ legal }: Validity, on: LocalDate): boolean | null {
  if (legal === null) return null
  if (legal.length === 10) return on > legal
  // Issued on the first of a month, a card is valid until the last day of the one before.
  if (on > lastDayOf(legal)) return true
  return on <= dayBefore(legal) ? false : null
}
