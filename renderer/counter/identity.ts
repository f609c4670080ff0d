import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import { identityKinds, type Identity, type Sheet } from '../../shared/contract/visit/sheet.ts'
import { accepts, type Acceptance } from '../../shared/identity/titles.ts'

export type TitleKind = Identity['kind']

/** What is shown most, in the order of the keys; identity declared without a paper is one of them. */
export const usualTitles: readonly TitleKind[] = [
  'cni',
  'passport',
  'residencePermit',
  'drivingLicence',
  'declared',
]

/** The other titles, each with its key on their own list. */
export const otherTitles: readonly TitleKind[] = identityKinds.filter((kind) => !usualTitles.includes(kind))

/** Of age on a day; null where the birth is not known. */
export const ofAge = (
  birth: LocalDate | null | undefined,
  on: LocalDate | null | undefined,
): boolean | null => {
  if (birth == null || on == null) return null
  return `${String(Number(birth.slice(0, 4)) + 18)}${birth.slice(4)}` <= on
}

/**
 * What the procedure's list of titles says of the one that was seen; null where it says nothing of titles. It never
 * stops a filing.
 * @param on the day of the act, in the office's zone
 */
export function acceptanceOf(
  { identity, person }: Pick<Sheet, 'identity' | 'person'>,
  assessment: Assessment | null,
  on: LocalDate,
): Acceptance | null {
  const list = assessment?.titles.list
  if (identity === null || list === undefined || list === 'none' || identity.kind === 'declared') return null
  const { kind, issuedOn = null, validUntil = null } = identity
  return accepts(list, { kind, issuedOn, validUntil, adultAtIssue: ofAge(person?.birthDate, issuedOn) }, on)
}
