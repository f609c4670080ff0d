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

describe('any keys', () => {
  property.prop([
    fc.array(anyKey, { maxLength: 80 }),
    fc.array(gap(0, 200), { minLength: 1, maxLength: 20 }),
  ])('are all typed, once and in their order, when none is a scan', (some, gaps) => {
    const keys = timed(some, gaps)
    const heard = hear(keys)
    expect(heard.scans).toEqual([])
    expect(heard.typed).toHaveLength(keys.length)
    expect(written(heard.typed)).toEqual(written(keys))
  })

  property.prop([scanned, fc.array(gap(25, 60), { minLength: 1, maxLength: 60 }), fc.boolean()])(
    'of a fast hand are never a scan, whatever they say',
    (text, gaps, inField) => {
      const keys = keysOf(text, { gaps, inField })
      expect(hear(keys)).toMatchObject({ scans: [], typed: keys })
    },
  )
})

describe('any scan', () => {
  property.prop([
    scanned,
    fc.array(gap(0, 19), { minLength: 1, maxLength: 60 }),
    fc.constantFrom('american', 'french'),
    fc.boolean(),
  ])('is delivered whole, once, with nothing left of it, on either machine', (text, gaps, host, inField) => {
    const heard = hear(keysOf(text, { gaps, host, inField }))
    expect(heard.scans.map(({ scan }) => scan.text)).toEqual([expected(text)])
    expect(heard.typed).toEqual([])
  })

  property.prop([
    scanned,
    fc.array(anyKey, { maxLength: 12 }),
    fc.array(anyKey, { maxLength: 12 }),
    gap(0, 19),
  ])('leaves what a hand types before and after it as it was', (text, first, last, fast) => {
    const before = timed(first, [160])
    const scan = keysOf(text, { gaps: [fast], from: 160 * 13 })
    const after = timed(last, [160]).map((key) => ({ ...key, at: key.at + 160 * 14 + text.length * 20 }))
    const heard = hear([...before, ...scan, ...after])
    expect(heard.scans.map(({ scan: found }) => found.text)).toEqual([expected(text)])
    expect(written(heard.typed)).toEqual(written([...before, ...after]))
  })

  property.prop([zones, fc.nat(), fc.constantFrom('lost', 'late'), gap(0, 9)])(
    'of a zone that lost a key or stopped for a while is all typing',
    (text, where, what, fast) => {
      const keys = keysOf(text, { gaps: [fast] })
      // The last key is only the end of it.
      const cut = 1 + (where % (keys.length - 2))
      const sent =
        what === 'lost'
          ? keys.filter((_key, at) => at !== cut)
          : keys.map((key, at) => (at < cut ? key : { ...key, at: key.at + 500 }))
      const heard = hear(sent)
      // A lost Enter between two lines changes nothing of them.
      const same = what === 'lost' && text.charAt(cut) === '\r'
      expect(heard.scans).toHaveLength(same ? 1 : 0)
      if (!same) expect(heard.typed).toEqual(sent)
    },
  )
})
