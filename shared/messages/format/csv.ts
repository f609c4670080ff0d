/** A cell: a text, a figure, a date of the calendar (`AAAA-MM-JJ`), or nothing. */
export type CsvCell = string | number | { readonly date: string } | null

/**
 * - `french`: for a spreadsheet set to French, semicolons, decimal commas, UTF-8 with its mark.
 * - `open`: for programs, commas and decimal points, UTF-8 without a mark (RFC 4180).
 */
export type CsvKind = 'french' | 'open'

/** A first letter with which a spreadsheet would take a text for a formula (OWASP, CSV injection), full-width ones too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * Where a program that expects another separator, or reads no quotes, would begin a cell or a row with a formula: `x;=1+1` is
 * one text where commas separate, two cells where semicolons do.
 */
const formulaWithin = /([;,\t\r\n]"*)(?=[=+\-@＝＋－＠])/g

/** What is put between quotes, whatever the kind: each separator that some program splits at, quotes, line breaks. */
const quoted = /[;,\t"\r\n]/

/**
 * Rows as CSV, the first of which names the columns. A text that a spreadsheet would take for a formula is preceded by an
 * apostrophe, at its beginning or after a separator: what a person typed (a name, a reason) never runs on the computer of who
 * opens the file, whatever that computer separates cells with. Nothing else writes CSV.
 */
export function csvText(kind: CsvKind, rows: readonly (readonly CsvCell[])[]): string {
  const [separator, point, mark] = kind === 'french' ? [';', ',', '\uFEFF'] : [',', '.', '']
  const text = (cell: CsvCell): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return String(cell).replace('.', point)
    if (typeof cell === 'object') return cell.date
    const safe = `${formula.test(cell) ? "'" : ''}${cell.replace(formulaWithin, "$1'")}`
    return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `${mark}${rows.map((row) => `${row.map(text).join(separator)}\r\n`).join('')}`
}
