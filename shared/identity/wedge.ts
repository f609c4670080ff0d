import { machinePaced, median, noHandSoFast } from './pace.ts'
import { bestScan, mayBecomeScan, surelyScan, waitsForLine } from './scans.ts'
import {
  quietWedge,
  type WedgeManner,
  type WedgeOptions,
  type WedgeOutcome,
  type WedgeState,
  type WedgeStep,
} from './wedgeState.ts'
import {
  altCharacter,
  altFigure,
  joined,
  modifies,
  typedBy,
  unknown,
  type WedgeKey,
  type WedgeTexts,
} from './wedgeTexts.ts'

export { quietWedge, usualWedge } from './wedgeState.ts'
export type { WedgeManner, WedgeOutcome } from './wedgeState.ts'
export type { WedgeKey } from './wedgeTexts.ts'

// A scanner is a keyboard that types what a document says. It is told from a hand by how what it types begins, then by
// its rhythm: some type as slowly as a hand. A key that may begin a document waits, a tenth of a second at most; what
// nobody writes by hand is held back until its end. A document that was known late takes back what its first keys did.

/** Milliseconds after a scan that was cut, during which the rest of it may come. */
const restComes = 1500
/** Milliseconds after it, during which an Enter or a Tab is its end and no hand's. */
const endComes = 250

type Settled = { readonly state: WedgeState; readonly outcome: WedgeOutcome | null }

/** As soon after the key before as a machine's next one is, in milliseconds. */
const atPace = (sinceLast: number, pace: number): boolean => sinceLast <= 1.6 * pace + 15

const inField = ({ keys }: WedgeState): boolean => keys[0]?.inField === true
const held = ({ keys, shown }: WedgeState): readonly WedgeKey[] => keys.slice(shown)
const machine = ({ is }: WedgeState): boolean => is === 'sure' || is === 'rest'

/** The burst with the character of its `Alt` figures, once they have all come. */
function withAlt(state: WedgeState): WedgeState {
  if (state.alt === '') return state
  const character = altCharacter(state.alt)
  return { ...state, alt: '', texts: joined(state.texts, [character, character, character]) }
}

/** A machine typed it all, and it is no rest of a scan that was cut: what has no beginning of its own is known by that alone. */
const isWhole = ({ is, keys, cut }: WedgeState): boolean =>
  is === 'rest' && (cut === null || (keys[0]?.at ?? cut.at) - cut.at > restComes)

const layouts = ['host', 'american', 'french'] as const

/** What the burst was, and the state after it. */
function settle(burst: WedgeState): Settled {
  const { texts, gaps, lastAt } = withAlt(burst)
  const found = bestScan(texts)
  // In a field, what a hand writes is written, be it a whole zone.
  const taken = !inField(burst) || machinePaced(gaps)
  if (found && taken && (found.scan.kind !== 'preApplication' || isWhole(burst))) {
    const text = texts[found.reading] ?? ''
    const manner: WedgeManner = {
      pace: median(gaps),
      layout: found.exchanged ? 'exchanged' : (layouts[found.reading] ?? 'host'),
      end: text.endsWith('\t') ? 'tab' : /[\r\n]$/.test(text) ? 'enter' : 'none',
    }
    const told = found.scan.text
    // A busy machine may hear its rest later, be it the key of its end alone: none of it is a hand's.
    const state =
      manner.end === 'none' && machine(burst)
        ? { ...burst, shown: 0, over: true, told }
        : { ...quietWedge, lastAt }
    if (burst.told === told) return { state, outcome: null }
    return { state, outcome: { scan: found.scan, shown: burst.shown, manner } }
  }
  if (machine(burst) && taken) {
    const cut = { at: lastAt, pace: median(gaps) }
    // Its first keys are taken back now: none is shown any more.
    return {
      state: { ...burst, shown: 0, over: true, cut },
      outcome: { cut: { rest: burst.is === 'rest' }, shown: burst.shown },
    }
  }
  const released = held(burst)
  return {
    state: { ...burst, shown: burst.keys.length, over: true },
    outcome: released.length > 0 ? { released } : null,
  }
}

/** What nobody writes by hand waits for its rest: twice as long for a key that is late, unless its end came. */
function silenceAt(state: WedgeState, { gap, betweenLines }: WedgeOptions): number {
  const { lastAt, texts } = state
  if (texts.some(waitsForLine)) return lastAt + Math.max(gap, betweenLines)
  return lastAt + (machine(state) && !/[\r\t]$/.test(texts[0]) ? 2 * gap : gap)
}

/** The instant at which keys that wait go on their way as a hand's; infinite when none does. */
function releaseAt(state: WedgeState, { gap, hold }: WedgeOptions): number {
  const first = held(state)[0]
  if (!first || machine(state)) return Number.POSITIVE_INFINITY
  // No hand is so fast: what may follow at the same pace is waited for.
  if (noHandSoFast(state.gaps, undefined, 2))
    return state.lastAt + Math.min(gap, 2 * Math.max(...state.gaps) + 15)
  return first.at + hold
}

/** The instant at which something is to be done if nothing more comes, in milliseconds; null when nothing is. */
export function wedgeDue(state: WedgeState, options: WedgeOptions): number | null {
  if (state.keys.length === 0 || state.over) return null
  return Math.min(silenceAt(state, options), releaseAt(state, options))
}

/** Time has passed: a burst that is over is delivered, keys that waited long enough go on their way as typing. */
export function wedgeAt(state: WedgeState, now: number, options: WedgeOptions): Settled {
  const due = wedgeDue(state, options)
  if (due === null || now <= due) return { state, outcome: null }
  if (now > silenceAt(state, options)) return settle(state)
  const waiting = held(state)
  const fast = noHandSoFast(state.gaps, undefined, 2)
  const released = fast ? waiting : waiting.filter(({ at }) => at + options.hold < now)
  return { state: { ...state, shown: state.shown + released.length }, outcome: { released } }
}

/** No scanner sends Escape, by which a hand puts away what was read. */
const isHands = ({ key }: WedgeKey): boolean => key === 'Escape'

/** A key goes down. */
export function wedgeKey(state: WedgeState, key: WedgeKey, options: WedgeOptions): WedgeStep {
  const over = isHands(key) && machine(state) && !state.over ? settle(state) : wedgeAt(state, key.at, options)
  const step = stepOf(over.state, key, options)
  if (over.outcome === null) return step
  if (step.before === null) return { ...step, before: over.outcome }
  // Both are keys that waited: a burst that was delivered holds none back.
  const both = [over.outcome, step.before].flatMap((one) => ('released' in one ? one.released : []))
  return { ...step, before: { released: both } }
}

function stepOf(last: WedgeState, key: WedgeKey, options: WedgeOptions): WedgeStep {
  const sinceLast = key.at - last.lastAt
  const follows = sinceLast <= options.gap
  // After what was given, at its own pace alone: a hand may press a key soon after a scan.
  const goesOn = follows && !isHands(key) && (last.told === null || atPace(sinceLast, median(last.gaps)))
  const state: WedgeState =
    last.over && !goesOn
      ? { ...quietWedge, lastAt: last.lastAt, cut: last.cut }
      : { ...last, over: false, run: follows ? last.run : [] }
  const inBurst = state.keys.length > 0
  if (modifies(key)) {
    // `Alt` again: the figures of one character are over.
    const next = key.key === 'Alt' ? withAlt(state) : state
    return { state: inBurst || follows ? { ...next, lastAt: key.at } : next, before: null, key: 'pass' }
  }
  if (key.repeat === true && !machine(state)) return release(state, key)
  const figure = altFigure(key)
  if (figure !== null) return inBurst ? keep(state, key, { alt: state.alt + figure }) : release(state, key)
  const more = typedBy(key, options.controls)
  const writes = more !== null && (more[0] >= ' ' || more[0] === '\u0002')
  // What comes at once after typing is typing, until it is known for a machine's.
  if (!inBurst && state.run.length > 0) return typing(state, key, writes)
  // Enter, Tab or a control character but STX begins nothing.
  const ends = more !== null && /[\r\t]/.test(more[0])
  if (!inBurst && !writes)
    return ends && state.cut !== null && key.at - state.cut.at <= endComes
      ? keep(state, key, { texts: more, is: 'rest' })
      : release(state, key)
  const texts = joined(withAlt(state).texts, more ?? [unknown, unknown, unknown])
  if (machine(state)) return keep(state, key, { texts, alt: '' })
  const isRest = state.is === 'tail' && inBurst
  if (more !== null && !isRest && texts.some(mayBecomeScan))
    return keep(state, key, { texts, alt: '', is: 'may' })
  // The rest of a scan that was cut comes at its pace, be it broken by a silence.
  const soon = state.cut !== null && key.at - state.cut.at <= restComes + state.keys.length * options.gap
  const same = !inBurst || (state.cut !== null && atPace(sinceLast, state.cut.pace))
  if (soon && same) return keep(state, key, { texts, alt: '', is: inBurst && ends ? 'rest' : 'tail' })
  return release(state, key)
}

/** One more key of the burst: held back, or shown by a field as long as a hand may be writing there. */
function keep(state: WedgeState, key: WedgeKey, change: Partial<WedgeState>): WedgeStep {
  const keys = [...state.keys, key]
  const before = state.keys.at(-1)
  const sinceLast = key.at - state.lastAt
  // Shift may come at the same instant as the key that it is for.
  const gap = before === undefined ? null : sinceLast < 3 ? key.at - before.at : sinceLast
  const gaps = gap === null ? state.gaps : [...state.gaps, gap]
  const next: WedgeState = { ...state, ...change, keys, gaps, lastAt: key.at }
  const asWord = inField(next)
  const paced = machinePaced(gaps)
  const is =
    next.is === 'may' && next.texts.some((text) => surelyScan(text, { asWord })) && (!asWord || paced)
      ? 'sure'
      : next.is === 'tail' && gaps.length >= 2
        ? 'rest'
        : next.is
  const shows = asWord && is !== 'sure' && is !== 'rest'
  return {
    state: { ...next, is, shown: shows ? keys.length : state.shown },
    before: null,
    key: shows ? 'pass' : 'hold',
  }
}

/** The burst is no scan: what was held back goes on its way, then this key. */
function release(state: WedgeState, key: WedgeKey): WedgeStep {
  const released = held(state)
  return {
    state: {
      ...quietWedge,
      lastAt: key.at,
      cut: state.cut,
      run: [...state.run, ...state.keys, key].slice(-13),
    },
    before: released.length > 0 ? { released } : null,
    key: 'pass',
  }
}

/** The fewest keys of a scan that write something: no document has fewer. */
const fewestWritten = 4
const writesOne = (key: WedgeKey): boolean => (typedBy(key, {})?.[0] ?? '') >= ' '

/** What keys write, on any of the keyboards. */
const writtenBy = (keys: readonly WedgeKey[]): WedgeTexts =>
  keys.reduce<WedgeTexts>(
    (all, key) => joined(all, typedBy(key, {}) ?? [unknown, unknown, unknown]),
    ['', '', ''],
  )

/** Two fillers in a row, on any of the keyboards: no word has them. */
function hasFillers(keys: readonly WedgeKey[]): boolean {
  const texts = writtenBy(keys)
  return texts[1].endsWith('<<') || texts[2].endsWith('<<')
}

/**
 * A key at once after typing: a machine is known by what no hand does, the more so where letters are shortcuts. What it
 * then types is held back, its function keys too.
 */
function typing(state: WedgeState, key: WedgeKey, writes: boolean): WedgeStep {
  const run = [...state.run, key].slice(-13)
  // Whoever goes along a page by Tab or by the arrows, as fast as they may, types nothing.
  if (run.filter(writesOne).length < fewestWritten) return release(state, key)
  const gaps = run.slice(1).map(({ at }, index) => at - (run[index]?.at ?? at))
  const fast = (under: number, least: number) => noHandSoFast(gaps.slice(-least), under, least)
  const known = key.inField
    ? writes && hasFillers(run) && fast(55, 5)
    : (writes && hasFillers(run) && fast(100, 2)) || fast(30, 7) || fast(55, 11) || (!writes && fast(55, 5))
  if (!known) return release(state, key)
  const next: WedgeState = {
    ...quietWedge,
    keys: run,
    is: 'rest',
    texts: writtenBy(run),
    gaps,
    shown: run.length - 1,
    lastAt: key.at,
    cut: state.cut,
  }
  return { state: next, before: null, key: 'hold' }
}
