/**
 * Cents of an amount as people type it: « 20 », « 20,5 », « 20,50 € », « 1 200 », a point too; undefined when it is no
 * amount of a till (under 1 000 000 €, no sign, two decimals at most).
 */
export function readAmount(text: string): number | undefined {
  const [, euros, decimals = ''] = /^(\d{1,6})(?:[.,](\d{0,2}))?$/.exec(text.replaceAll(/[\s€]/g, '')) ?? []
  return euros === undefined ? undefined : Number(euros) * 100 + Number(decimals.padEnd(2, '0'))
}

/** « 20,50 », to be typed over. @param cents a whole number, 0 or more */
export const writeAmount = (cents: number): string =>
  `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`

/** A whole number from `least` to `most`, as typed; undefined when it is none. */
export function readCount(text: string, least: number, most: number): number | undefined {
  const value = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}
