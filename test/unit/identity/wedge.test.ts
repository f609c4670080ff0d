import { describe, expect, test } from 'vitest'
import { quietWedge, usualWedge, wedgeAt, wedgeKey, type WedgeKey } from '../../../shared/identity/wedge.ts'
import { adviceFor, scannerAdvices } from '../../../shared/identity/manner.ts'
import { holdFor } from '../../../shared/identity/pace.ts'
import { scannerWords } from '../../../shared/messages/identity/scanner.fr.ts'
import { hear, keysOf } from '../../fixtures/wedgeKeys.ts'
import { preApplicationIn } from '../../../shared/identity/preApplicationCode.ts'
import { td1, td3 } from '../../fixtures/zones.ts'

const passport = td3()
const card = td1()
const zone = passport.join('\n')
/** The header of a 2D-Doc, two fields, a cut value and a signature: its shape alone matters here. */
const code = `DC04FR000001125E125F0701FR10FRA\u001D26X\u001E25JEAN\u001D\u001F${'A2'.repeat(51)}B`

/** The code of a paper of the training office: its shape alone matters here too. */
const paper = `SPECIMEN1|RD-2026-1|mmk8q2a1|0af3|77|9c|4/1|CNI|${'aB3_'.repeat(21)}xy`

/** By day one key in three, by night each. */
const oneIn = Number(process.env['GUICHET_RUNS'] ?? 100) > 100 ? 1 : 3

const kindsOf = (heard: ReturnType<typeof hear>) => heard.scans.map(({ scan }) => scan.kind)

describe('a scan', () => {
  test.each([
    ['lines ended by Enter', `${passport.join('\r')}\r`],
    ['lines ended by Tab', `${passport.join('\t')}\t`],
    ['all on one line, without an end', passport.join('')],
    ['all on one line, then Enter', `${passport.join('')}\r`],
  ])('of a zone is delivered whole: %s', (_name, text) => {
    expect(hear(keysOf(text))).toMatchObject({
      typed: [],
      acted: [],
      scans: [{ scan: { kind: 'mrz', text: zone }, shown: 0 }],
      order: '[scan]',
    })
  })

  test.each(['\r', '\t', ''])('of a 2D-Doc keeps its separators, whatever ends it', (end) => {
    expect(hear(keysOf(code + end)).scans).toMatchObject([{ scan: { kind: '2ddoc', text: code }, shown: 0 }])
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
    expect(wedgeAt(state, 2000, usualWedge).outcome).toMatchObject({
      scan: { kind: 'mrz', text: zone },
      shown: 1,
    })
  })

  test.each([
    ['a zone', `${passport.join('\r')}\r`],
    ['a code', `${code}\r`],
    ['a paper’s code', `${paper}\r`],
    ['a code whose scanner sends no key of end', paper],
  ])(
    'that hears %s late from any of its keys on reads it whole at last, and none of it as typed',
    (_, text) => {
      for (const gap of [4, 75]) {
        const keys = keysOf(text, { gaps: [gap] })
        const whole = hear(keys).scans[0]?.scan
        for (let from = 1; from < keys.length; from += oneIn) {
          const { scans, typed } = hear(keys, usualWedge, (rank) => (rank === from ? 1_000 : 0))
          expect({ from, scan: scans.at(-1)?.scan, typed }).toEqual({ from, scan: whole, typed: [] })
        }
      }
    },
  )

  test('takes a key for a hand’s that is pressed right after a code without a key of end', () => {
    const keys = keysOf(paper, { gaps: [4] })
    const next = { key: 'v', code: 'KeyV', at: keys.at(-1)!.at + 60 }
    const { scans, typed } = hear([...keys, next], usualWedge, (rank) => (rank === keys.length ? 1_000 : 0))
    expect(scans.map(({ scan }) => scan.text)).toEqual([paper])
    expect(typed).toEqual([next])
  })

  test('hears Escape from a hand alone, be it pressed at a slow scanner’s pace after a code or its late end', () => {
    for (const end of ['', '\r']) {
      const keys = keysOf(`${paper}${end}`, { gaps: [45] })
      const escape = { key: 'Escape', code: 'Escape', at: keys.at(-1)!.at + 60 }
      const last = keys.length - (end === '' ? 0 : 1)
      const { scans, typed } = hear([...keys, escape], usualWedge, (rank) => (rank === last ? 1_000 : 0))
      expect(scans.map(({ scan }) => scan.text)).toEqual([paper])
      expect(typed).toEqual([escape])
    }
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
    // Whatever it is set to send, it presses nothing.
    expect(hear([...start, f8], { ...usualWedge, controls: {} }).acted).toEqual([])
  })
})

describe('typing', () => {
  test('is let go at the next key, or after the time of one', () => {
    const keys = keysOf('dupont', { gaps: [90] })
    expect(hear(keys)).toMatchObject({ typed: keys, scans: [], order: 'dupont' })
  })

  test('a burst that is no code goes on its way as soon as it is known', () => {
    const keys = keysOf('passe', { gaps: [2] })
    expect(hear(keys)).toMatchObject({ typed: keys, scans: [], order: 'passe' })
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
    expect(heard.scans).toMatchObject([{ scan: { kind: 'mrz', text: zone }, shown: 4 }])
    expect(heard.typed).toEqual([])
  })

  test('a code of the office that a scanner types there, and its Enter, are typing', () => {
    const keys = keysOf('A4271\r', { inField: true })
    expect(hear(keys)).toMatchObject({ typed: keys, scans: [] })
  })
})

describe('a slow scanner', () => {
  const pressed = (text: string, pace: number, hold?: number) => {
    const keys = keysOf(text, { gaps: [pace] }).map((key) =>
      key.ctrl ? { key: 'F8', code: 'F8', at: key.at } : key,
    )
    return hear(keys, hold === undefined ? usualWedge : { ...usualWedge, hold })
  }

  test.each([
    ['a card', `${card.join('\r')}\r`],
    ['a passport', `${passport.join('\r')}\r`],
    ['a 2D-Doc with F8 as GS', `DC04FR000001125E125F0701FR10FRA\u001D26X\u001D${'A2'.repeat(51)}B\r`],
    ['a paper of the office', 'GUICHET1|RD-2026-318|mmk8q2a1|0af3|77|9c|4/1|CNI|c2lnbmF0dXJl\r'],
  ])('is read at any pace, and presses nothing that stays: %s', (_name, text) => {
    for (const pace of [0.5, 1, 5, 15, 20, 25, 35, 45, 60, 80]) {
      const heard = pressed(text, pace)
      expect(heard, `${pace} ms`).toMatchObject({
        typed: [],
        cuts: [],
        order: expect.stringMatching(/\[scan\]$/),
      })
      expect(heard.acted.filter(({ key }) => key.length > 1)).toEqual([])
      // At 45 ms a key, it is known before its first letter acts.
      if (pace <= 45) expect(heard.acted, `${pace} ms`).toEqual([])
    }
  })

  test('tells how it types: its pace, its keyboard, what ends it', () => {
    const end = `${passport.join('\r')}\r`
    const manner = (text: string, options: Parameters<typeof keysOf>[1]) =>
      hear(keysOf(text, options)).scans[0]?.manner
    expect(manner(end, { gaps: [35] })).toEqual({ pace: 35, layout: 'host', end: 'enter' })
    expect(manner(end, { gaps: [8], host: 'french' })).toEqual({ pace: 8, layout: 'american', end: 'enter' })
    expect(manner(end, { gaps: [8], wedge: 'french' })).toEqual({ pace: 8, layout: 'french', end: 'enter' })
    expect(manner(`${passport.join('')}\t`, { gaps: [8] })).toMatchObject({ end: 'tab' })
    expect(manner(passport.join(''), { gaps: [8] })).toMatchObject({ end: 'none' })
  })

  test('whose letters alone are another keyboard’s is read by what the check digits demand', () => {
    const zoneHere = td1({ number: 'AQ1234567', last: 'WAZAQ' }).join('\n')
    const swap: Readonly<Record<string, string>> = { A: 'Q', Q: 'A', W: 'Z', Z: 'W' }
    const sent = zoneHere.replace(/[AQWZ]/g, (letter) => swap[letter]!).replaceAll('\n', '\r')
    const keys = keysOf(`${sent}\r`).map((key) => ({ ...key, code: '' }))
    const [found] = hear(keys).scans
    expect(found?.scan.text).toBe(zoneHere)
    expect(found?.manner.layout).toBe('exchanged')
  })

  test('that this station knows makes a hand wait no longer than it needs', () => {
    const letter = keysOf('i')
    const waits = (paces: readonly number[]) => hear(letter, { ...usualWedge, hold: holdFor(paces) }).slowest
    expect(waits([])).toBeCloseTo(100)
    expect(waits([5, 5, 6])).toBeCloseTo(26)
    expect(waits([35])).toBeCloseTo(92)
    expect(waits([80])).toBeCloseTo(100)
  })
})

describe('a scan that is cut', () => {
  test('is said once, be it put away by Escape at once or later', () => {
    const cut = keysOf('IDFRADUPONT<<JEAN<<<<<', { gaps: [5] })
    for (const later of [300, 60_000]) {
      const escape = { key: 'Escape', code: 'Escape', at: cut.at(-1)!.at + later }
      expect(hear([...cut, escape])).toMatchObject({ typed: [escape], cuts: [{ cut: { rest: false } }] })
    }
  })

  test.each([0.5, 5, 20, 45, 80])('does nothing at %d ms a key, whichever half comes', (pace) => {
    const text = `${passport.join('\r')}\r`
    const keys = keysOf(text, { gaps: [pace] })
    expect(hear(keys.slice(0, 40))).toMatchObject({ typed: [], cuts: [{ cut: { rest: false } }] })
    const late = keys.map((key, at) => (at < 30 ? key : { ...key, at: key.at + 400 }))
    expect(hear(late)).toMatchObject({
      typed: [],
      scans: [],
      cuts: [{ cut: { rest: false } }, { cut: { rest: true } }],
    })
    // Its second line alone: what the first keys pressed is taken back.
    if (pace <= 45) expect(hear(keys.slice(46))).toMatchObject({ typed: [], cuts: [{ cut: { rest: true } }] })
  })

  test('in the middle of a name leaves the name as it was', () => {
    const name = keysOf('Dupont', { gaps: [120], inField: true })
    const scan = keysOf(`${passport.join('\r')}\r`, { from: 2000, gaps: [45], inField: true })
    const rest = keysOf('-Durand', { gaps: [120], from: 12_000, inField: true })
    expect(hear([...name, ...scan.slice(0, 50), ...rest]).order).toBe('DupontP<UT[cut]-Durand')
    expect(hear([...name, ...scan, ...rest]).typed).toEqual([...name, ...rest])
  })

  test('is never what goes along the page: Tab and the arrows pass, however fast they come', () => {
    const walk = Array.from({ length: 40 }, (_, at) => {
      const key = at % 5 === 4 ? 'ArrowDown' : 'Tab'
      return { key, code: key, at: 4 * at }
    })
    expect(hear(walk).typed).toEqual(walk)
  })

  test('may be presented again at once', () => {
    const text = `${card.join('\r')}\r`
    const keys = [...keysOf(text).slice(0, 40), ...keysOf(text, { from: 900 })]
    expect(hear(keys).order).toBe('[cut][scan]')
  })

  test('and a letter pressed just after it by hand still acts', () => {
    const keys = [...keysOf(passport.join('')).slice(0, 40), { key: 'n', code: 'KeyN', at: 700 }]
    expect(hear(keys).order).toBe('[cut]n')
  })
})

describe('what a trial says of a scanner', () => {
  const manner = { pace: 35, layout: 'host', end: 'enter' } as const

  test('is how it types, in words', () => {
    expect(scannerWords.manner({ ...manner, layout: 'american' })).toBe(
      '35\u00a0ms par touche, disposition QWERTY, finit par Entrée.',
    )
    expect(scannerWords.manner({ ...manner, pace: 4.5, end: 'none' })).toBe(
      '4,5\u00a0ms par touche, disposition de ce poste, sans touche de fin.',
    )
  })

  test('is what to change on it: its delay, its keyboard, its end; nothing when all is well', () => {
    expect(adviceFor(manner)).toEqual([])
    expect(adviceFor({ pace: 80, layout: 'french', end: 'none' })).toEqual(['slow', 'otherLayout', 'noEnd'])
    for (const advice of scannerAdvices) expect(scannerWords.advice(advice)).toMatch(/\.$/)
  })
})

describe('the number of a pre-application', () => {
  test.each([
    ['alone', 'AB12CD34EF'],
    ['in small letters', 'ab12cd34ef'],
    ['after its words', 'Pré-demande : AB12CD34EF'],
    ['after longer words', 'Numéro de pré-demande AB12CD34EF'],
    ['in an address of the State', 'https://passeport.ants.gouv.fr/suivi?numero=AB12CD34EF&etape=1'],
  ])('is read in a code that bears it %s', (_, text) => {
    expect(preApplicationIn(text)).toBe('AB12CD34EF')
  })

  test.each([
    ['nine letters or digits', 'AB12CD34E'],
    ['a number with a blank', 'AB12 CD34EF'],
    ['two numbers', 'https://passeport.ants.gouv.fr/AB12CD34EF/GH56JK78LM'],
    ['an address of anybody', 'https://ants.gouv.fr.example/suivi?numero=AB12CD34EF'],
    ['a word of ten letters', 'https://passeport.ants.gouv.fr/rendezvous'],
    ['another paper', `GUICHET1|${'A1'.repeat(20)}`],
  ])('is not guessed in %s', (_, text) => {
    expect(preApplicationIn(text)).toBeNull()
  })

  test.each(['\r', '\t', ''])(
    'typed by a scanner outside of any field, is heard whole, its first keys taken back (%j)',
    (end) => {
      for (const number of ['AB12CD34EF', 'DC12CD34EF', '1234567890']) {
        const { scans, cuts } = hear(keysOf(number + end))
        expect(scans.map(({ scan }) => scan)).toEqual([{ kind: 'preApplication', text: number }])
        expect(cuts).toEqual([])
      }
    },
  )

  test('typed by a scanner that is set to another keyboard, is the same', () => {
    const { scans } = hear(keysOf('AB12CD34EF\r', { wedge: 'american', host: 'french' }))
    expect(scans.map(({ scan }) => scan.text)).toEqual(['AB12CD34EF'])
  })

  test.each([
    ['written by a hand', keysOf('AB12CD34EF\r', { gaps: [120] })],
    ['typed in a field', keysOf('AB12CD34EF\r', { inField: true })],
  ])('%s, is no scan', (_, keys) => {
    const { scans, cuts } = hear(keys)
    expect([scans, cuts]).toEqual([[], []])
  })

  test('is not the rest of a zone that was cut', () => {
    const cut = keysOf(passport.join('').slice(0, 30))
    const rest = keysOf('1234567890\r', { from: 30 * 5 + 400 })
    expect(hear([...cut, ...rest]).scans).toEqual([])
  })
})
