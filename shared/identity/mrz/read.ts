import type { LocalDate } from '../../contract/ids.ts'
import { checkDigit } from './checkDigit.ts'
import { readBirth, readExpiry, readIssueMonth } from './dates.ts'
import { layoutOf, type Checked, type Layout, type MrzFormat, type Run } from './layouts.ts'
import { linesOf } from './lines.ts'
import { readFrenchNames, readNames, type Names } from './names.ts'
import { readNumber } from './number.ts'
import { readState } from './states.ts'
import { isExpired, validityOf, type Validity } from './validity.ts'

/** Why a zone is not right; the sentences are in `shared/messages/identity/mrz.fr.ts`. */
export type MrzErrorCode =
  | 'notAZone'
  | 'character'
  | 'checkDigit'
  | 'date'
  | 'issueInFuture'
  | 'state'
  | 'name'
  | 'sex'
  | 'documentNumber'
  | 'documentCode'

export type MrzError = {
  readonly code: MrzErrorCode
  /** The element in fault; null when it is the whole zone. */
  readonly field: keyof MrzFields | 'composite' | null
}

export type Sex = 'female' | 'male' | 'unspecified'

/** What a zone says. What it does not hold, or what can't be read, is null: nothing is guessed. */
export type MrzFields = {
  readonly documentCode: string | null
  /** ICAO's three letters (Germany's `D<<` is `DEU`). */
  readonly issuingState: string | null
  readonly documentNumber: string | null
  /** In capitals without accents, maybe cut: never the name as the person writes it. */
  readonly lastName: string | null
  readonly firstName: string | null
  /** A name fills its field to the end and may be cut. */
  readonly namesTruncated: boolean
  readonly nationality: string | null
  /** `1990-07-13`, or as far as it is known: `1990-07`, `1990`. */
  readonly birthDate: string | null
  /** False where another century is possible: a person of 6 and one of 106 have the same zone. */
  readonly birthCenturyCertain: boolean
  readonly sex: Sex | null
  readonly expirationDate: string | null
  /** French cards of 1988 to 2021: the month of issue, `2004-09`. */
  readonly issueDate: string | null
  /** French cards: the department and office of the first line, then the department of the number. */
  readonly administrativeCode: string | null
  readonly administrativeCode2: string | null
  readonly personalNumber: string | null
  readonly optional1: string | null
  readonly optional2: string | null
}

/** A zone read on a day. */
export type MrzReading = {
  /** The structure, the check digits and the dates are right; an expired document's zone is as valid as another's. */
  readonly valid: boolean
  readonly format: MrzFormat | null
  /** Past its legal validity on that day; null where the zone alone can't say (see `validity`). */
  readonly expired: boolean | null
  readonly fields: MrzFields
  readonly validity: Validity | null
  readonly errors: readonly MrzError[]
}

const nothing: MrzFields = {
  documentCode: null,
  issuingState: null,
  documentNumber: null,
  lastName: null,
  firstName: null,
  namesTruncated: false,
  nationality: null,
  birthDate: null,
  birthCenturyCertain: false,
  sex: null,
  expirationDate: null,
  issueDate: null,
  administrativeCode: null,
  administrativeCode2: null,
  personalNumber: null,
  optional1: null,
  optional2: null,
}

/** « X » is not ICAO's (Doc 9303-3, §4.7: a filler), yet some States print it. */
const sexes: Readonly<Record<string, Sex>> = {
  F: 'female',
  M: 'male',
  '<': 'unspecified',
  X: 'unspecified',
}

/**
 * Reads a machine-readable zone: cards (TD1, TD2), passports (TD3), visas (MRV), the French identity card of two lines
 * and the French driving licence (ICAO Doc 9303-3 to -7). Total: any text has a reading, in a time that its length
 * bounds.
 * @param text what a wedge, an optical reader or a person gave (see `linesOf`)
 * @param on the day of the reading: it tells the century of a birth, and what has expired
 */
export function readMrz(text: string, on: LocalDate): MrzReading {
  const lines = linesOf(text)
  const layout = lines && layoutOf(lines)
  if (!lines || !layout)
    return {
      valid: false,
      format: null,
      expired: null,
      fields: nothing,
      validity: null,
      errors: [{ code: 'notAZone', field: null }],
    }
  return readZone(lines, layout, on)
}

/** Each check digit of a zone is the one that its text demands, and each of its characters one that a zone may have. */
export const checksHold = (text: string): boolean =>
  // A day changes no check digit.
  readMrz(text, '2000-01-01' as LocalDate).errors.every(
    ({ code }) => code !== 'checkDigit' && code !== 'character' && code !== 'notAZone',
  )

function readZone(lines: readonly string[], layout: Layout, on: LocalDate): MrzReading {
  const errors: MrzError[] = []
  const at = ([line, from, length]: Run): string => (lines[line] ?? '').slice(from, from + length)
  const may = (run: Run | undefined): string | null => (run ? at(run) : null)
  /** What was read, or null and its error. */
  const must = <T>(value: T | null, code: MrzErrorCode, field: MrzError['field']): T | null => {
    if (value === null) errors.push({ code, field })
    return value
  }

  if (!lines.every((line) => /^[0-9A-Z<]*$/.test(line))) errors.push({ code: 'character', field: null })
  const bare = (run: Run | undefined): string | null => may(run)?.replace(/<+$/, '') || null
  const documentCode = must(
    (layout.format === 'FRENCH_DRIVING_LICENSE' ? /^[A-Z]\d$/ : /^[A-Z][A-Z<]$/).test(at(layout.documentCode))
      ? bare(layout.documentCode)
      : null,
    'documentCode',
    'documentCode',
  )

  const state = (run: Run | undefined, field: 'issuingState' | 'nationality') =>
    run ? must(readState(at(run)), 'state', field) : null
  const issuingState = state(layout.issuingState, 'issuingState')
  const nationality =
    layout.format === 'FRENCH_NATIONAL_ID' ? 'FRA' : state(layout.nationality, 'nationality')

  const { found, expected, number, rest } = readNumber(
    at(layout.documentNumber),
    may(layout.digits.documentNumber) ?? '',
    { overflow: may(layout.overflow), checked: at(layout.numberCheck ?? layout.documentNumber) },
  )
  const documentNumber = must(
    /^[0-9A-Z]+(<[0-9A-Z]+)*$/.test(number) ? number : null,
    'documentNumber',
    'documentNumber',
  )
  if (found !== expected) errors.push({ code: 'checkDigit', field: 'documentNumber' })
  checkOthers(layout, at, errors)

  const french = layout.format === 'FRENCH_NATIONAL_ID' ? readFrenchCard(at, on, must) : null
  const printed = layout.expirationDate
    ? must(readExpiry(at(layout.expirationDate), on), 'date', 'expirationDate')
    : null
  const names =
    french?.names ?? (layout.names ? must(namesOf(layout, at(layout.names)), 'name', 'lastName') : null)
  const birth = layout.birthDate
    ? must(readBirth(at(layout.birthDate), earliest(on, printed, french?.issuedBy)), 'date', 'birthDate')
    : null

  const fields: MrzFields = {
    ...nothing,
    documentCode,
    issuingState,
    documentNumber,
    lastName: names?.lastName || null,
    firstName: names?.firstName || null,
    namesTruncated: names?.truncated ?? false,
    nationality,
    birthDate: birth?.date ?? null,
    birthCenturyCertain: birth?.centuryCertain ?? false,
    sex: layout.sex ? must(sexes[at(layout.sex)] ?? null, 'sex', 'sex') : null,
    expirationDate: printed,
    issueDate: french?.issueDate ?? null,
    administrativeCode: french?.administrativeCode ?? null,
    administrativeCode2: french?.administrativeCode2 ?? null,
    personalNumber: bare(layout.personalNumber),
    optional1: rest === null ? bare(layout.optional1) : rest || null,
    optional2: bare(layout.optional2),
  }
  // Of a zone that is not right nothing is concluded.
  const validity = errors.length === 0 ? validityOf({ format: layout.format, ...fields }) : null
  return {
    valid: errors.length === 0,
    format: layout.format,
    expired: validity === null ? null : isExpired(validity, on),
    fields,
    validity,
    errors,
  }
}

/** The check digits other than the number's: each its own, then the one of them all. */
function checkOthers(layout: Layout, at: (run: Run) => string, errors: MrzError[]): void {
  const others: readonly Checked[] = ['birthDate', 'expirationDate', 'personalNumber']
  for (const field of others) {
    const run = layout[field]
    const place = layout.digits[field]
    if (!run || !place) continue
    const digit = at(place)
    // Alone, an unused personal number may have a filler for its digit (Doc 9303-4, §4.2.2.2).
    const unused = field === 'personalNumber' && digit === '<' && /^<*$/.test(at(run))
    if (!unused && digit !== checkDigit(at(run))) errors.push({ code: 'checkDigit', field })
  }
  if (!layout.composite) return
  const { over, at: place } = layout.composite
  if (at(place) !== checkDigit(over.map(at).join(''))) errors.push({ code: 'checkDigit', field: 'composite' })
}

/** The licence has no given name, and no filler but those that end it. */
const namesOf = ({ format }: Layout, field: string): Names | null =>
  format === 'FRENCH_DRIVING_LICENSE' ? readFrenchNames(field, '') : readNames(field)

/** A person was born by the first of these days. */
const earliest = (...days: readonly (string | null | undefined)[]): string =>
  days.filter((day) => day !== null && day !== undefined).toSorted()[0] ?? ''

type Must = <T>(value: T | null, code: MrzErrorCode, field: MrzError['field']) => T | null

/** What the French card of two lines holds at places of its own. */
function readFrenchCard(at: (run: Run) => string, on: LocalDate, must: Must) {
  const bare = (run: Run): string | null => at(run).replace(/<+$/, '') || null
  const issueDate = must(readIssueMonth(at([1, 0, 4])), 'date', 'issueDate')
  if (issueDate !== null && issueDate > on.slice(0, 7)) must(null, 'issueInFuture', 'issueDate')
  return {
    names: must(readFrenchNames(at([0, 5, 25]), at([1, 13, 14])), 'name', 'lastName'),
    issueDate,
    /** The last day on which its holder can have been born. */
    issuedBy: issueDate === null ? null : `${issueDate}-31`,
    administrativeCode: bare([0, 30, 6]),
    administrativeCode2: bare([1, 4, 3]),
  }
}
