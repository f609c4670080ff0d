import { keyLayouts } from './keyLayouts.ts'

// What the keys of a scanner write: as the machine has it, as an American and as a French keyboard would.

/** A key that went down. `at` in milliseconds, of the event and not of its handling: a busy page delays nothing. */
export type WedgeKey = {
  readonly key: string
  readonly code: string
  readonly at: number
  readonly shift?: boolean
  readonly ctrl?: boolean
  readonly alt?: boolean
  readonly meta?: boolean
  /** The key is held down, and the machine repeats it. */
  readonly repeat?: boolean
  /** The key is typed in a field, which shows it at once. */
  readonly inField?: boolean
}

export type WedgeTexts = readonly [host: string, american: string, french: string]

/** A character that no scan has: a reading with it is none. */
export const unknown = '\uFFFD'

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock', 'NumLock', 'Meta'])

/** Whether a key writes nothing by itself: Shift, Alt, a lock. */
export const modifies = ({ key }: WedgeKey): boolean => modifiers.has(key)

/** GS, RS and US as scanners type them on an American keyboard, by physical key, then by what the machine made of it. */
const controlCodes: Readonly<Record<string, string>> = {
  BracketRight: '\u001D',
  Digit6: '\u001E',
  Minus: '\u001F',
  KeyM: '\r',
  KeyJ: '\n',
  KeyI: '\t',
  KeyB: '\u0002',
  KeyC: '\u0003',
}
const controlKeys: Readonly<Record<string, string>> = { ']': '\u001D', '^': '\u001E', _: '\u001F' }
const ends: Readonly<Record<string, string>> = { Enter: '\r', Tab: '\t' }

/**
 * What a key adds to each reading of the burst; null when no scanner types it.
 * @param controls what a scanner sends in the place of a control character, by the key's name
 */
export function typedBy(key: WedgeKey, controls: Readonly<Record<string, string>>): WedgeTexts | null {
  const same = (text: string): WedgeTexts => [text, text, text]
  const end = ends[key.key]
  if (end !== undefined) return same(end)
  const instead = controls[key.key]
  if (instead !== undefined) return same(instead)
  // Ctrl and Alt together are AltGr, which writes characters.
  if (key.ctrl === true && key.alt !== true) {
    const control = controlKeys[key.key] ?? controlCodes[key.code]
    return control === undefined ? null : same(control)
  }
  if (key.meta === true || (key.alt === true && key.ctrl !== true)) return null
  const side = key.shift === true ? 1 : 0
  const american = keyLayouts.american[key.code]?.[side]
  const french = keyLayouts.french[key.code]?.[side]
  const host = [...key.key].length === 1 ? key.key : undefined
  if (american === undefined && french === undefined && host === undefined) return null
  return [host ?? unknown, american ?? unknown, french ?? unknown]
}

/** What was typed, then what was typed after it, in each of the three readings. */
export const joined = (texts: WedgeTexts, more: WedgeTexts): WedgeTexts => [
  texts[0] + more[0],
  texts[1] + more[1],
  texts[2] + more[2],
]

/** A figure of `Alt` + keypad, by which some scanners write a character. */
export const altFigure = (key: WedgeKey): string | null =>
  key.alt === true && key.ctrl !== true && /^Numpad\d$/.test(key.code) ? key.code.slice(-1) : null

/** The character of such figures, once they have all come. */
export function altCharacter(figures: string): string {
  const code = Number(figures)
  return code > 0 && code < 256 ? String.fromCharCode(code) : unknown
}
