const dayLength = 86_400_000
const origin = Date.UTC(2000, 0, 1)

/** `AAAA-MM-JJ` of a count of days since 1 January 2000, in hexadecimal (§3.3.1). */
export const dayOfCount = (hex: string): string =>
  new Date(origin + Number.parseInt(hex, 16) * dayLength).toISOString().slice(0, 10)

/** `AAAA-MM-JJ` of a year, a month and a day, `undefined` for a date that can't be. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  // A year under 100 would be read as of the twentieth century, and a 31 April as 1 May.
  if (year < 1800 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}

/** `AAAA-MM-JJ` of three bytes that hold the whole number MMJJAAAA (§3.3.4). */
export function dayOfMonthFirst(bytes: string): string | undefined {
  const whole = bytes.charCodeAt(0) * 65_536 + bytes.charCodeAt(1) * 256 + bytes.charCodeAt(2)
  return dayOf(whole % 10_000, Math.floor(whole / 1_000_000), Math.floor(whole / 10_000) % 100)
}
