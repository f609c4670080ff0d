import ICAL from 'ical.js'

// ical.js 2.2.1 (MPL-2.0) reads each content line. Its own reading of a whole calendar isn't used: it throws at the first
// line that is none, where here that line alone is lost and named by its number; it makes 9 April of « 20261399T105000 »,
// and an hour whose zone the file doesn't describe becomes one of the process's own zone (`zones.ts` knows the zones).

/** A property of a component, with its names in capitals. */
export interface ContentLine {
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
  /** The texts of a property of text, each as it was before it was escaped; the one value of any other, as written. */
  readonly values: readonly string[]
}

/** The properties whose value is a text, or a list of texts (RFC 5545 3.8.1); dates and hours are left as written. */
const texts = {
  value: { text: ICAL.design.icalendar.value['text'] },
  param: {},
  property: {
    categories: { defaultType: 'text', multiValue: ',' },
    description: { defaultType: 'text' },
    summary: { defaultType: 'text' },
  },
} as unknown as Parameters<typeof ICAL.parse.property>[1]

/**
 * So much of a line is read, in characters: ical.js looks for the value's colon again at each parameter, so that its work
 * on a line grows as the square of it. No name, hour or labelled line lies further.
 */
const lineRead = 20_000

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

/** The component that a line begins or ends, in capitals; null when it does neither. */
export function boundary(text: string): { readonly begins: boolean; readonly component: string } | null {
  const match = /^(BEGIN|END):(.{0,100})/i.exec(text)
  return match && { begins: match[1]!.length === 'BEGIN'.length, component: match[2]!.trim().toUpperCase() }
}

/** A line's name, parameters and values; null when it is no content line. */
export function contentLine(text: string): ContentLine | null {
  try {
    const [name, parameters, , ...values] = ICAL.parse.property(text.slice(0, lineRead), texts) as [
      string,
      Readonly<Record<string, unknown>>,
      string,
      ...unknown[],
    ]
    // ical.js takes any words before a colon for a name.
    if (!/^[a-z0-9-]+$/.test(name)) return null
    return {
      name: name.toUpperCase(),
      parameters: new Map(Object.entries(parameters).map(([of, value]) => [of.toUpperCase(), String(value)])),
      values: values.map(String),
    }
  } catch {
    // Whatever ical.js finds wrong in it, the report names this line.
    return null
  }
}

/** A text's value as it was before it was escaped (RFC 5545 3.3.11), for the properties that ical.js doesn't know. */
export const unescaped = (value: string): string =>
  String(ICAL.design.icalendar.value['text'].fromICAL(value))
