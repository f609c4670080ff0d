/** One a zone: making it costs 50 µs, and each paper asks for its day and its year. */
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * « 2026-03-03 »: the day where the office is.
 * @param at milliseconds, UTC
 * @throws RangeError when the zone does not exist
 */
export function localDay(at: number, zone: string): string {
  const known = formats.get(zone)
  const format = known ?? new Intl.DateTimeFormat('fr-CA', { timeZone: zone })
  if (known === undefined) formats.set(zone, format)
  return format.format(at)
}
