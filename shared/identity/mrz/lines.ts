/** A zone's shapes: so many lines, all of the same length (ICAO Doc 9303-4 to -7; the French licence has one line). */
const shapes = [
  { count: 3, length: 30 },
  { count: 2, length: 44 },
  { count: 2, length: 36 },
  { count: 1, length: 30 },
] as const

/** Longer, whatever it is, is no zone: three lines, their separators and blanks hold in it many times. */
const longest = 1000

/**
 * The lines of a machine-readable zone, from what a wedge or an optical reader sent: separated by any line end, a tab
 * or a space, or all on one line; in either case; framed by STX and ETX; `«` and `‹`, as optical readers write two
 * fillers and one. Nothing else is mended: a reader that takes a letter for a figure is told apart by the check
 * digits, and a keyboard in another layout by its physical keys (`../wedge.ts`).
 * @returns the lines in capitals, or null where the text has not the shape of a zone. Lines cut by line ends at
 * another place than the shape's are no zone: something was lost in one and gained in another.
 */
export function linesOf(text: string): readonly string[] | null {
  if (text.length > longest) return null
  const plain = text
    .replaceAll('«', '<<')
    .replace(/[‹＜]/g, '<')
    .replaceAll('\uFEFF', '')
    .replaceAll('\u0002', '')
    .replaceAll('\u0003', '')
    // ASCII alone: « ß » in capitals would be two letters.
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
  const rows = plain
    .split(/[\r\n]+/)
    .map((row) => row.replace(/\s+/g, ''))
    .filter((row) => row !== '')
  const all = rows.join('')
  const shape = shapes.find(({ count, length }) => all.length === count * length)
  if (!shape) return null
  if (rows.length > 1 && rows.some((row) => row.length % shape.length !== 0)) return null
  return Array.from({ length: shape.count }, (_, at) => all.slice(at * shape.length, (at + 1) * shape.length))
}
