import Papa from 'papaparse'
import { unreadable, type Entry, type ParsedEntries } from './entry.ts'
import { fieldNamed, type Field } from './fields.ts'
import { shown } from './plain.ts'

// CSV as RFC 4180 has it, with what spreadsheets do beside it, read by Papa Parse 5.7.1 (MIT) one row at a time: on one
// quote left open, Papa Parse alone gives the rest of the file as one cell, where here that line alone is lost.

/** No export has so many columns: those after are not read. */
const columnsRead = 200

const separators = [';', ',', '\t'] as const

/** A row of the file; null for a line whose quotes don't hold. */
interface Row {
  readonly line: number
  readonly cells: readonly string[] | null
  readonly text: string
  /** Where the next one begins. */
  readonly next: number
}

/**
 * The appointments of a CSV text whose first row names its columns, in French or English. The separator is the one
 * that gives the most known columns.
 * @param limit how many entries are read; the lines after them are counted, and nothing more is looked for in them
 */
export function readCsv(text: string, limit: number): ParsedEntries {
  const { body, stated, line } = withoutSeparatorLine(text.replaceAll(/\r\n?/g, '\n'))
  const [separator = ';', columns = []] =
    separators
      .filter((one) => stated === null || one === stated)
      .map((one) => [one, columnsOf(body, one)] as const)
      .toSorted(([, a], [, b]) => countFound(b) - countFound(a) || b.length - a.length)[0] ?? []
  const entries: Entry[] = []
  let more = 0
  let moreFrom = 0
  let header: Row | null = null
  for (const row of rows(body, separator, columns.length, line)) {
    if (header === null) {
      header = row
      if (!columns.includes('date') && !columns.includes('hour'))
        return {
          entries: [unreadable(row.line, 'missingColumn', shown(row.text, 120))],
          more: 0,
          moreFrom: 0,
        }
    } else if (entries.length < limit) entries.push(entryOf(row, columns))
    else {
      moreFrom = row.line
      more = 1 + linesAfter(body, row.next)
      break
    }
  }
  return { entries, more, moreFrom }
}

/** Lines from a place of a text to its end, without those that are blank. */
function linesAfter(text: string, from: number): number {
  let count = 0
  for (let at = from; at < text.length;) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    if (text.slice(at, end).trim() !== '') count++
    at = end + 1
  }
  return count
}

const countFound = (columns: readonly (Field | null)[]) => columns.filter((field) => field !== null).length

/** Spreadsheets write `sep=;` above the columns' names. */
function withoutSeparatorLine(text: string) {
  const match = /^sep=([;,\t])[ \t]*(?:\n|$)/i.exec(text)
  return match
    ? { body: text.slice(match[0].length), stated: match[1] ?? null, line: 2 }
    : { body: text, stated: null, line: 1 }
}

function columnsOf(text: string, separator: string): readonly (Field | null)[] {
  for (const { cells } of rows(text, separator, null, 1)) {
    const seen = new Set<Field>()
    return (cells ?? []).map((label, at) => {
      const named = at < columnsRead ? fieldNamed(label) : null
      // Outlook's « Début le » and « Début » are the date and the hour.
      const field = named === 'date' && seen.has('date') ? 'hour' : named
      // Two columns of one name: the first counts.
      if (field === null || seen.has(field)) return null
      seen.add(field)
      return field
    })
  }
  return []
}

function entryOf({ line, cells, text }: Row, columns: readonly (Field | null)[]): Entry {
  // More cells than columns: a separator in a cell without quotes has moved all the following.
  if (cells === null || cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return unreadable(line, 'malformedLine', shown(text, 120))
  const values = new Map<Field, string>()
  columns.forEach((field, at) => {
    const value = cells[at]?.trim() ?? ''
    if (field !== null && value !== '') values.set(field, value)
  })
  return { ...unreadable(line, 'malformedLine', ''), skip: null, values }
}

/** A row with quotes is read over so many characters at most. */
const quotedRow = 8_000
/**
 * Papa Parse looks at the blanks before the next separator again at each quote that closes nothing, so that its work on such a
 * row grows as the square of it. A row that would have it look at more is one of many quotes that close nothing.
 */
const mostLooked = 16 * quotedRow

const isTooDear = (text: string): boolean => {
  // Shorter runs cost little whatever the quotes, and a row of a real file has none so long.
  if (!/\s{64}/.test(text)) return false
  let longest = 0
  for (const [blanks] of text.matchAll(/\s+/g)) longest = Math.max(longest, blanks.length)
  return longest * (text.split('"').length - 1) > mostLooked
}

/**
 * The rows of a text, without those that are blank.
 * @param width how many cells a row has; null while it is not known
 */
function* rows(text: string, separator: string, width: number | null, firstLine: number): Generator<Row> {
  // What is read beyond a line for nothing, because its quote was left open: past twice the text, such a line is lost
  // without looking further, so that the whole work grows as the text.
  let spare = 2 * text.length + quotedRow
  const rowAt = rowReader(separator)
  let line = firstLine
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at)
    const lineEnd = newline < 0 ? text.length : newline
    const written = text.slice(at, lineEnd)
    if (written.trim() === '') {
      line++
      at = lineEnd + 1
      continue
    }
    let row = rowAt(written)
    let end = lineEnd
    if (row.cells === null && row.open && spare > 0) {
      const further = text.slice(at, at + quotedRow)
      const whole = rowAt(further)
      const ends = whole.length < further.length || at + further.length === text.length
      // On several lines and with another count of cells: a quote left open, and not one cell of several lines.
      if (ends && whole.cells !== null && (width === null || whole.cells.length === width)) {
        row = whole
        end = at + whole.length
      } else spare -= further.length
    }
    const { cells } = row
    if (cells === null || cells.some((cell) => cell.trim() !== ''))
      yield { line, cells, text: written, next: end + 1 }
    for (let next = newline; next >= 0 && next < end; next = text.indexOf('\n', next + 1)) line++
    line++
    at = end + 1
  }
}

/**
 * Reads the first row of a text: its cells, null when its quotes don't hold; `open` where the last of them is never
 * closed; its length without its line break.
 */
function rowReader(separator: string) {
  const config = { delimiter: separator, newline: '\n', preview: 1 } as const
  const bare = new Papa.Parser({ ...config, fastMode: true })
  const careful = new Papa.Parser({ ...config, fastMode: false })
  return (text: string) => {
    const quoted = text.includes('"')
    if (quoted && (text.length > quotedRow || isTooDear(text)))
      return { cells: null, open: false, length: text.length }
    const { data, errors, meta } = (quoted ? careful : bare).parse(text, 0, false) as Papa.ParseResult<
      string[]
    >
    const length = meta.truncated ? meta.cursor - 1 : text.length
    if (errors.length === 0) return { cells: data[0] ?? [''], open: false, length }
    return { cells: null, open: errors.every(({ code }) => code === 'MissingQuotes'), length }
  }
}
