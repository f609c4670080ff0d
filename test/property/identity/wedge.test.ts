import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { WedgeKey } from '../../../shared/identity/wedge.ts'
import { hear, keysOf } from '../../fixtures/wedgeKeys.ts'
import { frenchCard, td1, td2, td3 } from '../../fixtures/zones.ts'

const zones = fc.constantFrom(td1(), td2(), td3(), frenchCard()).map((lines) => `${lines.join('\r')}\r`)
const scanned = fc.oneof(
  zones,
  fc
    .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\u001D\u001E\u001F'), {
      minLength: 1,
      maxLength: 300,
    })
    .map((data) => `DC03FR000001125E125F0701${data.join('')}\u001F${'A'.repeat(103)}`),
)
const expected = (text: string) => (text.startsWith('DC') ? text : text.trimEnd().replaceAll('\r', '\n'))

/** Whatever a keyboard can say: characters, what moves and what modifies, chords, repeats. */
const anyKey = fc.record({
  key: fc.oneof(
    fc.constantFrom(
      ...'aciPVDdc0123<]é&"(',
      'Enter',
      'Tab',
      'Shift',
      'Alt',
      'F8',
      'Dead',
      'Escape',
      'Backspace',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  code: fc.constantFrom(
    'KeyA',
    'KeyC',
    'KeyI',
    'KeyP',
    'KeyD',
    'Digit0',
    'Comma',
    'Numpad2',
    'BracketRight',
    '',
  ),
  shift: fc.boolean(),
  ctrl: fc.boolean(),
  alt: fc.boolean(),
  repeat: fc.boolean(),
  inField: fc.boolean(),
})
const gap = (min: number, max: number) => fc.double({ min, max, noNaN: true })

function timed(keys: readonly Omit<WedgeKey, 'at'>[], gaps: readonly number[]): readonly WedgeKey[] {
  let at = 0
  return keys.map((key, index) => {
    at += gaps[index % gaps.length] ?? 0
    return { ...key, at }
  })
}

/** Shift and its like write nothing: they always pass at once, before a character that was held back. */
const written = (keys: readonly WedgeKey[]) => keys.filter(({ key }) => key !== 'Shift' && key !== 'Alt')

/** What a hand presses: not the filler that begins a zone, on any keyboard. */
const handKey = anyKey.filter(({ key, code }) => key !== '<' && key !== '«' && code !== 'Comma')

/** Gaps drawn evenly, in milliseconds: as a hand's are, none like the one before. */
function drawn(seed: number, count: number, min: number, max: number): readonly number[] {
  let state = seed >>> 0
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return min + (state / 2 ** 32) * (max - min)
  })
}
const seed = fc.nat()

/** A scanner's pace, and how far each gap is from it. */
const paces = fc.record({ pace: gap(0.5, 80), jitter: gap(0, 0.25), seed })
type Paces = { readonly pace: number; readonly jitter: number; readonly seed: number }
const steady = ({ pace, jitter, seed: from }: Paces, count: number): number[] => [
  ...drawn(from, count, pace * (1 - jitter), pace * (1 + jitter)),
]

/** GS as a scanner sends it that has no control characters. */
const byFunctionKey = (keys: readonly WedgeKey[]): readonly WedgeKey[] =>
  keys.map((key) => (key.ctrl && key.code === 'BracketRight' ? { key: 'F8', code: 'F8', at: key.at } : key))

describe('any keys', () => {
  property.prop([
    fc.array(handKey, { maxLength: 80 }),
    fc.array(gap(60, 200), { minLength: 1, maxLength: 20 }),
  ])('of a hand are all typed, once and in their order, a tenth of a second late at most', (some, gaps) => {
    const keys = timed(some, gaps)
    const heard = hear(keys)
    expect(heard).toMatchObject({ scans: [], cuts: [] })
    expect(heard.typed).toHaveLength(keys.length)
    expect(written(heard.typed)).toEqual(written(keys))
    expect(heard.slowest).toBeLessThan(100.001)
  })

  property.prop([scanned, seed])(
    'by which a hand writes a whole document in a field are its text',
    (text, from) => {
      const keys = keysOf(text, { gaps: [...drawn(from, text.length, 60, 200)], inField: true })
      expect(hear(keys)).toMatchObject({ scans: [], cuts: [], typed: keys, slowest: 0 })
    },
  )
})

describe('any scan', () => {
  property.prop([scanned, paces, fc.constantFrom('american', 'french'), fc.boolean()])(
    'is delivered whole, once, with nothing left of it, at any pace, on either machine',
    (text, rhythm, host, inField) => {
      const heard = hear(keysOf(text, { gaps: steady(rhythm, text.length), host, inField }))
      expect(heard.scans.map(({ scan }) => scan.text)).toEqual([expected(text)])
      expect(heard).toMatchObject({ typed: [], cuts: [] })
    },
  )

  property.prop([scanned, paces])(
    'lets four letters act at most, and no other key, before it is known',
    (text, rhythm) => {
      const heard = hear(byFunctionKey(keysOf(text, { gaps: steady(rhythm, text.length) })))
      expect(heard.scans.map(({ scan }) => scan.text)).toEqual([expected(text)])
      expect(heard.acted.length).toBeLessThanOrEqual(4)
      expect(heard.acted.filter(({ key }) => key.length > 1)).toEqual([])
    },
  )

  property.prop([scanned, paces, fc.array(fc.tuple(fc.nat(), gap(0, 160)), { maxLength: 6 }), fc.boolean()])(
    'is heard by a busy machine, which hears its keys late and bunched',
    (text, rhythm, pauses, inField) => {
      const keys = keysOf(text, { gaps: steady(rhythm, text.length), inField })
      const late = new Map(pauses.map(([rank, pause]) => [rank % keys.length, pause]))
      const heard = hear(keys, undefined, (rank) => late.get(rank) ?? 0)
      expect(heard.scans.map(({ scan }) => scan.text)).toEqual([expected(text)])
      expect(heard.typed).toEqual([])
    },
  )

  property.prop([
    scanned,
    fc.array(handKey, { maxLength: 12 }),
    fc.array(handKey, { maxLength: 12 }),
    gap(0.5, 80),
  ])('leaves what a hand types before and after it as it was', (text, first, last, pace) => {
    const before = timed(first, [160])
    const scan = keysOf(text, { gaps: [pace], from: 160 * 13 })
    const after = timed(last, [160]).map((key) => ({ ...key, at: key.at + 160 * 14 + text.length * 81 }))
    const heard = hear([...before, ...scan, ...after])
    expect(heard.scans.map(({ scan: found }) => found.text)).toEqual([expected(text)])
    expect(written(heard.typed)).toEqual(written([...before, ...after]))
  })
})

describe('any scan that is cut', () => {
  property.prop([zones, fc.nat(), paces, fc.constantFrom('american', 'french'), fc.boolean()])(
    'after its beginning does nothing, and is told once',
    (text, where, rhythm, host, inField) => {
      // In a field, what is shorter than ten keys may be a hand's.
      const least = inField ? 12 : 6
      const length = least + (where % (text.length - 3 - least))
      const keys = keysOf(text, { gaps: steady(rhythm, text.length), host, inField }).slice(0, length)
      const heard = hear(keys)
      expect(heard).toMatchObject({ scans: [] })
      // In a field, a name without a filler yet is a word.
      if (inField && !/^.{0,10}<|^ID/.test(text)) return
      expect(heard.order.includes('[cut]') || inField).toBe(true)
      if (!inField) expect(heard.typed).toEqual([])
    },
  )

  property.prop([zones, fc.nat(), paces])('by the loss of a key does nothing', (text, where, rhythm) => {
    const lost = 6 + (where % (text.length - 10))
    // A lost Enter between two lines changes nothing of them.
    fc.pre(text.charAt(lost) !== '\r')
    const keys = keysOf(text, { gaps: steady(rhythm, text.length) }).filter((_key, at) => at !== lost)
    const heard = hear(keys)
    expect(heard.scans).toEqual([])
    // Its rest comes after the time of two keys, and is not told again.
    expect(heard.cuts.filter(({ cut }) => !cut.rest)).toHaveLength(1)
    expect(heard.typed).toEqual([])
  })

  property.prop([zones, fc.nat(), paces])(
    'by a silence does nothing, nor does its rest',
    (text, where, rhythm) => {
      const cut = 6 + (where % (text.length - 10))
      const keys = keysOf(text, { gaps: steady({ ...rhythm, jitter: 0.1 }, text.length) }).map((key, at) =>
        at < cut ? key : { ...key, at: key.at + 500 },
      )
      const heard = hear(keys)
      expect(heard.scans).toEqual([])
      expect(heard.typed).toEqual([])
    },
  )

  property.prop([zones, fc.nat(), gap(0.5, 28)])(
    'of its beginning, outside of a field, leaves nothing of what it pressed',
    (text, where, pace) => {
      const from = 6 + (where % (text.length - 20))
      const heard = hear(keysOf(text.slice(from), { gaps: [pace] }))
      expect(heard).toMatchObject({ scans: [], typed: [] })
    },
  )
})
