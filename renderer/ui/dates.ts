import { LocalDate } from '../../shared/contract/ids.ts'
import { wordsIn } from '../../shared/contract/letters.ts'

/**
 * `2023-11-03` for « 03112023 », as it is typed fastest, or « 03/11/2023 » (spaces, points and dashes do too);
 * undefined when it is no date, or not one yet.
 */
export function readFrenchDate(text: string): LocalDate | undefined {
  const [, day = '', month = '', year = ''] =
    /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text) ??
    []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return undefined
  return LocalDate.safeParse(iso).data
}

/** « 03/11/2023 » for `2023-11-03`. */
export const writeFrenchDate = (day: string): string => day.split('-').toReversed().join('/')

/** Something is written that is no day, or not one yet. */
export const isNoDay = (text: string): boolean => wordsIn(text) !== '' && readFrenchDate(text) === undefined

/**
 * What a hand that types in a date's field gives to the form: the day as soon as it is one, none as soon as it is none, for
 * a key may act before the field is left.
 * @param held the day that the form holds
 * @returns undefined where the form holds it already
 */
export function dayTyped(text: string, held: LocalDate | null): LocalDate | null | undefined {
  const day = readFrenchDate(text) ?? null
  return day === held ? undefined : day
}

/** A form's day as its field wants it: what is empty, or no day, is none. */
export const dayOrNone = (text: string): LocalDate | null => LocalDate.safeParse(text).data ?? null

/** The day of an instant in a zone, as rules count it. @param at milliseconds */
export const dayIn = (zone: string, at: number): LocalDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at) as LocalDate

/**
 * The figure of a key of the upper row, where the keyboard writes something else there: an AZERTY keyboard gives « é »
 * for 2 without Shift, and dates are typed in figures.
 */
export const figureOf = ({
  code,
  key,
}: {
  readonly code: string
  readonly key: string
}): string | undefined => {
  const figure = /^Digit(\d)$/.exec(code)?.[1]
  return figure === key ? undefined : figure
}

/** The day that comes so many days after another. */
export const daysAfter = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate

/** How many days from one to the other. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
