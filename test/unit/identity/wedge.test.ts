import { describe, expect, test } from 'vitest'
import { quietWedge, usualWedge, wedgeAt, wedgeKey, type WedgeKey } from '../../../shared/identity/wedge.ts'
import { hear, keysOf } from '../../fixtures/wedgeKeys.ts'
import { td1, td3 } from '../../fixtures/zones.ts'

const passport = td3()
const card = td1()
const zone = passport.join('\n')
/** The header of a 2D-Doc, two fields, a cut value and a signature: its shape alone matters here. */
const code = `DC04FR000001125E125F0701FR10FRA\u001D26X\u001E25JEAN\u001D\u001F${'A2'.repeat(51)}B`

const kindsOf = (heard: ReturnType<typeof hear>) => heard.scans.map(({ scan }) => scan.kind)

describe('a scan', () => {
  test.each([
    ['lines ended by Enter', `${passport.join('\r')}\r`],
    ['lines ended by Tab', `${passport.join('\t')}\t`],
    ['all on one line, without an end', passport.join('')],
    ['all on one line, then Enter', `${passport.join('')}\r`],
  ])('of a zone is delivered whole: %s', (_name, text) => {
    expect(hear(keysOf(text))).toEqual({
      typed: [],
      scans: [{ scan: { kind: 'mrz', text: zone }, shown: 0 }],
      order: '[scan]',
    })
  })

  test.each(['\r', '\t', ''])('of a 2D-Doc keeps its separators, whatever ends it', (end) => {
    expect(hear(keysOf(code + end)).scans).toEqual([{ scan: { kind: '2ddoc', text: code }, shown: 0 }])
  })

  test('of a 2D-Doc may come with the symbology’s identifier, or framed by STX', () => {
    expect(hear(keysOf(`]d2${code}\r`)).scans[0]?.scan.text).toBe(code)
    expect(hear(keysOf(`\u0002${code}\r`)).scans[0]?.scan.text).toBe(code)
  })

  test('a reader takes its time between two lines of a zone', () => {
    const [one = '', two = '', three = ''] = card
    const after = (text: string) => text.length * 5
    const keys = [
      ...keysOf(`${one}\r`),
      ...keysOf(`${two}\r`, { from: after(one) + 120 }),
      ...keysOf(`${three}\r`, { from: after(one + two) + 240 }),
    ]
    expect(kindsOf(hear(keys))).toEqual(['mrz'])
  })

  test('is heard in capitals or not, and the case that a capital lock turned is turned back', () => {
    expect(kindsOf(hear(keysOf(zone.toLowerCase().replaceAll('\n', '\r'))))).toEqual(['mrz'])
    const locked = code.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    expect(hear(keysOf(locked)).scans[0]?.scan.text).toBe(code)
  })
})

describe('a busy machine', () => {
  test('that hears the rest of a scan late, once its first key was let go, still hears one scan', () => {
    const [first, ...rest] = keysOf(`${passport.join('\r')}\r`)
    const begun = wedgeKey(quietWedge, first!, usualWedge)
    const gone = wedgeAt(begun.state, 500, usualWedge)
    expect(gone.outcome).toEqual({ released: [first] })
    let { state } = gone
    for (const key of rest) {
      const step = wedgeKey(state, key, usualWedge)
      expect(step).toMatchObject({ before: null, key: 'hold' })
      state = step.state
    }
    expect(wedgeAt(state, 2000, usualWedge).outcome).toEqual({
      scan: { kind: 'mrz', text: zone },
      shown: 1,
    })
  })
})

describe('layouts', () => {
  test.each([
    ['american', 'american'],
    ['american', 'french'],
    ['french', 'french'],
    ['french', 'american'],
  ] as const)('a wedge set to %s on a machine set to %s is understood', (wedge, host) => {
    expect(hear(keysOf(`${passport.join('\r')}\r`, { wedge, host })).scans[0]?.scan.text).toBe(zone)
    // A French keyboard writes no control character: its wedge is set to another way of sending them.
    const sent = wedge === 'french' ? [...code].filter((character) => character > ' ').join('') : code
    expect(hear(keysOf(`${sent}\r`, { wedge, host })).scans[0]?.scan.text).toBe(sent)
  })

  test('GS may be sent by F8, or by Alt and the keypad', () => {
    const before = 'DC04FR000001125E125F0701FR10FRA'
    const after = '26X'
    const start = keysOf(before)
    const at = start.length * 5
    const f8: WedgeKey = { key: 'F8', code: 'F8', at }
    const rest = keysOf(after, { from: at + 40 })
    expect(hear([...start, f8, ...keysOf(after, { from: at + 5 })]).scans[0]?.scan.text).toBe(
      `${before}\u001D${after}`,
    )
    const alt = (key: string, code: string, late: number): WedgeKey => ({
      key,
      code,
      at: at + late,
      alt: true,
    })
    const figures = ['Numpad0', 'Numpad2', 'Numpad9'].map((name, k) => alt(name.slice(-1), name, 5 + k * 10))
    expect(hear([...start, alt('Alt', 'AltLeft', 0), ...figures, ...rest]).scans[0]?.scan.text).toBe(
      `${before}\u001D${after}`,
    )
    expect(hear([...start, f8], { ...usualWedge, controls: {} }).scans).toEqual([])
  })
})

describe('typing', () => {
  test('is let go at the next key, or after the time of one', () => {
    const keys = keysOf('dupont', { gaps: [90] })
    expect(hear(keys)).toEqual({ typed: keys, scans: [], order: 'dupont' })
  })

  test('of a whole zone by the fastest hand is typing', () => {
    expect(hear(keysOf(`${passport.join('\r')}\r`, { gaps: [25] })).scans).toEqual([])
  })

  test('a burst that is no code goes on its way as soon as it is known', () => {
    const keys = keysOf('passeport', { gaps: [2] })
    expect(hear(keys)).toEqual({ typed: keys, scans: [], order: 'passeport' })
  })

  test('half a scan is typing, whichever half', () => {
    const text = `${passport.join('\r')}\r`
    const keys = keysOf(text)
    expect(hear(keys.slice(0, 40)).typed).toEqual(keys.slice(0, 40))
    // A silence within, then the rest: neither is a scan.
    const late = keys.map((key, at) => (at < 30 ? key : { ...key, at: key.at + 400 }))
    expect(hear(late)).toMatchObject({ typed: late, scans: [] })
    // What comes at once after a key of a hand is not taken without its beginning.
    const hurried = [{ key: 'x', code: 'KeyX', at: -5 }, ...keys]
    expect(hear(hurried)).toMatchObject({ typed: hurried, scans: [] })
  })

  test('a key held down, a shortcut, a key that begins nothing pass at once', () => {
    const held = Array.from({ length: 40 }, (_, k) => ({
      key: 'i',
      code: 'KeyI',
      at: k * 8,
      ...(k > 0 ? { repeat: true } : {}),
    }))
    expect(hear(held).typed).toEqual(held)
    const shortcuts: readonly WedgeKey[] = [
      { key: 'c', code: 'KeyC', at: 0, ctrl: true },
      { key: 'F8', code: 'F8', at: 500 },
      { key: 'Enter', code: 'Enter', at: 1000 },
      { key: 'a', code: 'KeyA', at: 1500, meta: true },
    ]
    expect(hear(shortcuts)).toMatchObject({ typed: shortcuts, scans: [] })
  })

  test('before and after a scan stays in its order', () => {
    const keys = [
      ...keysOf('ab', { gaps: [100], from: 0 }),
      ...keysOf(`${passport.join('\r')}\r`, { from: 300 }),
      ...keysOf('cd', { gaps: [100], from: 1200 }),
    ]
    expect(hear(keys).order).toBe('ab[scan]cd')
  })
})

describe('in a field', () => {
  test('the first keys are seen at once; a scan takes them back', () => {
    const keys = keysOf(`${passport.join('\r')}\r`, { inField: true })
    const heard = hear(keys)
    expect(heard.scans).toEqual([{ scan: { kind: 'mrz', text: zone }, shown: 3 }])
    expect(heard.typed).toEqual([])
  })

  test('a code of the office that a scanner types there, and its Enter, are typing', () => {
    const keys = keysOf('A4271\r', { inField: true })
    expect(hear(keys)).toMatchObject({ typed: keys, scans: [] })
  })
})
