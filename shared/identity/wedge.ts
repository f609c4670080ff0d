import { keyLayouts } from './keyLayouts.ts'
import { mayBecomeScan, scanOf, waitsForLine, type ScanKind } from './scans.ts'

// A scanner is a keyboard that types very fast. Told apart from a hand by the time between its keys, by how what it
// types begins, and by the whole being a code or a zone; whatever is not all of that goes on its way as typing.

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
  /** It is being typed in a field, which shows it at once. */
  readonly inField?: boolean
}

export type WedgeOptions = {
  /** Milliseconds at most between two keys of a scanner. The fastest hands are above 25. */
  readonly gap: number
  /** Milliseconds at most that a reader waits between two lines of a zone. */
  readonly betweenLines: number
  /** Keys of a burst that a field shows before the next are held back: so many in a row are no hand's. */
  readonly shownInField: number
  /** What a scanner that can't send a control character sends instead, by the key's name. */
  readonly controls: Readonly<Record<string, string>>
}

/** A scanner of the trade, by wire: 1 to 15 ms between keys; F8 in the place of GS is a usual setting. */
export const usualWedge: WedgeOptions = {
  gap: 20,
  betweenLines: 150,
  shownInField: 3,
  controls: { F8: '\u001D' },
}

/** What the detector remembers between two keys. */
export type WedgeState = {
  /** The burst under way, from its first key; empty when none is. */
  readonly keys: readonly WedgeKey[]
  /** So many of its first keys went on their way. */
  readonly shown: number
  /**
   * Nothing came for a while, and it was let go. A key that was typed at once after its last and is heard late, on a
   * machine that is busy, still belongs to it.
   */
  readonly over: boolean
  /** What the burst says: as the machine has it, as an American and as a French keyboard would. */
  readonly texts: readonly [host: string, american: string, french: string]
  /** The figures of `Alt` + keypad, while they come. */
  readonly alt: string
  /** The last key, whatever it was: what follows it at once is of the same burst. */
  readonly lastAt: number
}

export const quietWedge: WedgeState = {
  keys: [],
  shown: 0,
  over: false,
  texts: ['', '', ''],
  alt: '',
  lastAt: Number.NEGATIVE_INFINITY,
}

/** What a burst was, once it is over. */
export type WedgeOutcome =
  | {
      readonly scan: { readonly kind: ScanKind; readonly text: string }
      /** So many characters of it are in the field, to be taken back. */
      readonly shown: number
    }
  /** Keys that were held back, in their order: they are typing, and go on their way now. */
  | { readonly released: readonly WedgeKey[] }

export type WedgeStep = {
  readonly state: WedgeState
  /** What the keys before this one were, to be handled before it goes on its way. */
  readonly before: WedgeOutcome | null
  /** The key goes on its way, or is held back. */
  readonly key: 'pass' | 'hold'
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock', 'NumLock', 'Meta'])

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

/** What a key adds to each reading of the burst; null when no scanner types it. */
function typedBy(key: WedgeKey, { controls }: WedgeOptions): WedgeState['texts'] | null {
  const same = (text: string): WedgeState['texts'] => [text, text, text]
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
  // A reading that a key can't be part of says so by a character that no scan has.
  return [host ?? '\uFFFD', american ?? '\uFFFD', french ?? '\uFFFD']
}

const joined = (texts: WedgeState['texts'], more: WedgeState['texts']): WedgeState['texts'] => [
  texts[0] + more[0],
  texts[1] + more[1],
  texts[2] + more[2],
]

/** The burst with the character of its `Alt` figures, once they have all come. */
function withAlt(state: WedgeState): WedgeState {
  if (state.alt === '') return state
  const code = Number(state.alt)
  const character = code > 0 && code < 256 ? String.fromCharCode(code) : '\uFFFD'
  return { ...state, alt: '', texts: joined(state.texts, [character, character, character]) }
}

const held = ({ keys, shown }: WedgeState): readonly WedgeKey[] => keys.slice(shown)

/** What the burst was, and the state after it. */
function settle(burst: WedgeState): { readonly state: WedgeState; readonly outcome: WedgeOutcome | null } {
  const { texts } = withAlt(burst)
  const scan = texts.map(scanOf).find((found) => found !== null)
  if (scan) return { state: { ...quietWedge, lastAt: burst.lastAt }, outcome: { scan, shown: burst.shown } }
  const released = held(burst)
  return {
    state: { ...burst, shown: burst.keys.length, over: true },
    outcome: released.length > 0 ? { released } : null,
  }
}

/** The instant at which the burst is over if nothing more comes, in milliseconds; null when there is none. */
export function wedgeDue(state: WedgeState, { gap, betweenLines }: WedgeOptions): number | null {
  if (state.keys.length === 0 || state.over) return null
  return state.lastAt + (state.texts.some(waitsForLine) ? betweenLines : gap)
}

/** Time has passed: a burst that is over is delivered, or released as typing. */
export function wedgeAt(
  state: WedgeState,
  now: number,
  options: WedgeOptions,
): { readonly state: WedgeState; readonly outcome: WedgeOutcome | null } {
  const due = wedgeDue(state, options)
  return due === null || now <= due ? { state, outcome: null } : settle(state)
}

/** A key goes down. */
export function wedgeKey(state: WedgeState, key: WedgeKey, options: WedgeOptions): WedgeStep {
  const over = wedgeAt(state, key.at, options)
  const step = stepOf(over.state, key, options)
  // A burst that is over holds nothing back any more: one outcome at most.
  return over.outcome === null ? step : { ...step, before: over.outcome }
}

function stepOf(last: WedgeState, key: WedgeKey, options: WedgeOptions): WedgeStep {
  const follows = key.at - last.lastAt <= options.gap
  const state: WedgeState =
    last.over && !follows ? { ...quietWedge, lastAt: last.lastAt } : { ...last, over: false }
  const inBurst = state.keys.length > 0
  if (modifiers.has(key.key)) {
    // `Alt` again: the figures of one character are over.
    const next = key.key === 'Alt' ? withAlt(state) : state
    return { state: inBurst || follows ? { ...next, lastAt: key.at } : next, before: null, key: 'pass' }
  }
  // The rest of a burst that was let go: never half a scan.
  if (!inBurst && follows) return release(state, key)
  if (key.repeat === true) return release(state, key)
  if (key.alt === true && key.ctrl !== true && /^Numpad\d$/.test(key.code)) {
    if (!inBurst) return release(state, key)
    return keep(state, key, { alt: state.alt + key.code.slice(-1) }, options)
  }
  const more = typedBy(key, options)
  // Enter, Tab or a control character but STX begins nothing.
  if (more === null || (!inBurst && more[0] < ' ' && more[0] !== '\u0002')) return release(state, key)
  const texts = joined(withAlt(state).texts, more)
  if (!texts.some(mayBecomeScan)) return release(state, key)
  return keep(state, key, { texts, alt: '' }, options)
}

/** One more key of the burst: held back, unless it is among the first that a field shows. */
function keep(
  state: WedgeState,
  key: WedgeKey,
  change: Partial<WedgeState>,
  { shownInField }: WedgeOptions,
): WedgeStep {
  const keys = [...state.keys, key]
  const shows = key.inField === true && state.shown === state.keys.length && state.shown < shownInField
  return {
    state: { ...state, ...change, keys, shown: shows ? keys.length : state.shown, lastAt: key.at },
    before: null,
    key: shows ? 'pass' : 'hold',
  }
}

/** The burst is no scan: what was held back goes on its way, then this key. */
function release(state: WedgeState, key: WedgeKey): WedgeStep {
  const released = held(state)
  return {
    state: { ...quietWedge, lastAt: key.at },
    before: released.length > 0 ? { released } : null,
    key: 'pass',
  }
}
