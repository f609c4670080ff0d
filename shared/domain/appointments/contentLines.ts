// iCalendar's lines (RFC 5545 3.1). ts-ics 2.4.6 and ical.js 2.2.1 (MPL-2.0) were tried: the first takes a line that
// is none for the end of the one before and splits « \, »; the second throws on it. Both make 9 April of
// « 20261399T105000 », read an hour without VTIMEZONE as UTC or floating, and neither says at which line it was.

/** A property of a component, with its parameters' names in capitals. */
export interface ContentLine {
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
  /** As written: a text is still escaped. */
  readonly value: string
}

/** The lines of a text, unfolded, each with the number (from 1) of the line where it begins; blank ones left out. */
export function* unfolded(text: string): Generator<{ readonly line: number; readonly text: string }> {
  let begun = 0
  let parts: string[] = []
  let line = 0
  for (const written of text.split(/\r\n|\n|\r/)) {
    line++
    if (parts.length > 0 && (written.startsWith(' ') || written.startsWith('\t')))
      parts.push(written.slice(1))
    else {
      const whole = parts.join('')
      if (whole.trim() !== '') yield { line: begun, text: whole }
      parts = [written]
      begun = line
    }
  }
  const last = parts.join('')
  if (last.trim() !== '') yield { line: begun, text: last }
}

const nameAt = /[A-Za-z0-9-]+/y
/** A parameter's name and its value, in quotes or not; of several values the first. */
const parameterAt = /;([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:,]*))(?:,(?:"[^"]*"|[^";:,]*))*/y

/** A line's name, parameters and value; null when it is no content line. */
export function contentLine(text: string): ContentLine | null {
  nameAt.lastIndex = 0
  const name = nameAt.exec(text)?.[0]
  if (name === undefined) return null
  const parameters = new Map<string, string>()
  let at = name.length
  while (text[at] === ';') {
    parameterAt.lastIndex = at
    const match = parameterAt.exec(text)
    if (!match) return null
    parameters.set((match[1] ?? '').toUpperCase(), match[2] ?? match[3] ?? '')
    at = parameterAt.lastIndex
  }
  return text[at] === ':' ? { name: name.toUpperCase(), parameters, value: text.slice(at + 1) } : null
}

/** A text's value as it was before it was escaped (RFC 5545 3.3.11). */
export const unescaped = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter))

/** The texts of a list, whose commas are not escaped. */
export const listed = (value: string): readonly string[] =>
  Array.from(value.matchAll(/(?:\\.|[^\\,])+/gs), ([text]) => unescaped(text).trim()).filter(
    (text) => text !== '',
  )
