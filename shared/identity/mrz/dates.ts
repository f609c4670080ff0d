// Dates of a zone have two figures for the year: the century is inferred, never in the future.

/** The days of a month, or 0 when there is no such month. */
const daysIn = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : month < 1 || month > 12
      ? 0
      : [4, 6, 9, 11].includes(month)
        ? 30
        : 31

const padded = (value: number, length = 2): string => String(value).padStart(length, '0')

/** The last day of a month: `2026-02` gives `2026-02-28`. */
export function lastDayOf(month: string): string {
  return `${month}-${daysIn(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`
}

/** The last day before a month: `2026-03` gives `2026-02-28`. */
export function dayBefore(month: string): string {
  const year = Number(month.slice(0, 4))
  const before = Number(month.slice(5, 7)) - 1
  return lastDayOf(before === 0 ? `${padded(year - 1, 4)}-12` : `${padded(year, 4)}-${padded(before)}`)
}

/** The same month or day so many years later, as written; 29 February of a common year is its 28th. */
export function yearsAfter(date: string, years: number): string {
  const later = `${padded(Number(date.slice(0, 4)) + years, 4)}${date.slice(4)}`
  return later.endsWith('-02-29') && daysIn(Number(later.slice(0, 4)), 2) === 28
    ? later.replace(/29$/, '28')
    : later
}

/** No document that ends holds for more years than that. */
const longestValidity = 50

/**
 * An expiry, `YYMMDD`, as a date of 1950 to 2099: 95 is of the last century, or documents that ended long ago would hold
 * for seventy years more. 99 is the exception: permanent cards, such as Spain's, so write the year 9999.
 * @param on the day of the reading
 * @returns null when there is no such day
 */
export function readExpiry(text: string, on: string): string | null {
  if (!/^\d{6}$/.test(text)) return null
  const short = Number(text.slice(0, 2))
  const later = 2000 + short
  const year = short !== 99 && later > Number(on.slice(0, 4)) + longestValidity ? 1900 + short : later
  const month = Number(text.slice(2, 4))
  const day = Number(text.slice(4))
  if (day < 1 || day > daysIn(year, month)) return null
  return `${year}-${padded(month)}-${padded(day)}`
}

/** A birth date as far as the zone knows it. */
export type Birth = {
  /** `1990-07-13`, `1990-07` or `1990` where the rest is unknown, null where all of it is. */
  readonly date: string | null
  /** Only one century is possible for someone living: the other is in the future, or more than 120 years ago. */
  readonly centuryCertain: boolean
}

const oldest = 120

/**
 * A birth date, `YYMMDD`; unknown parts are fillers, from the day (ICAO Doc 9303-3, §4.8). Of the two centuries, the
 * nearest that is not after `latest`.
 * @param latest a day by which the person was born, `2026-11-25`: today, the document's issue or its expiry
 * @returns null when it is no date
 */
export function readBirth(text: string, latest: string): Birth | null {
  if (text === '<<<<<<') return { date: null, centuryCertain: true }
  if (!/^\d\d(?:\d\d(?:\d\d|<<)|<<<<)$/.test(text)) return null
  const [month, day] = [text.slice(2, 4), text.slice(4)]
  const rest = month === '<<' ? '' : day === '<<' ? `-${month}` : `-${month}-${day}`
  const exists = (year: number): boolean => {
    if (month === '<<') return true
    const days = daysIn(year, Number(month))
    return day === '<<' ? days > 0 : Number(day) >= 1 && Number(day) <= days
  }
  const short = Number(text.slice(0, 2))
  const latestYear = Number(latest.slice(0, 4))
  const possible = [1800, 1900, 2000]
    .map((century) => century + short)
    .filter((year) => exists(year) && `${year}${rest}` <= latest.slice(0, 4 + rest.length))
  const year = possible.at(-1)
  if (year === undefined) return null
  return {
    date: `${year}${rest}`,
    centuryCertain: !possible.some((other) => other !== year && latestYear - other <= oldest),
  }
}

/**
 * The month of issue of a French card of 1988 to 2021, `YYMM`.
 * @returns `2004-09`, or null when there is no such month
 */
export function readIssueMonth(text: string): string | null {
  if (!/^\d{4}$/.test(text)) return null
  const short = Number(text.slice(0, 2))
  const month = Number(text.slice(2))
  if (month < 1 || month > 12) return null
  // These cards began in the late 1980s.
  return `${short >= 80 ? 1900 + short : 2000 + short}-${padded(month)}`
}
