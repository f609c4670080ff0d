import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../runtime/places.ts'

// The colours of the pages, measured as WCAG 2.2 measures them (relative luminance, sRGB).

const sheet = readFileSync(join(root, 'renderer', 'ui', 'tokens.css'), 'utf8')

type Colours = Readonly<Record<string, string>>

/** The colours of one block of the sheet. @param side which of the two that `light-dark()` gives */
function coloursOf(selector: string, side: 0 | 1): Colours {
  const block = sheet.slice(sheet.indexOf(`${selector} {`))
  const lines = block.slice(0, block.indexOf('\n}'))
  return Object.fromEntries(
    [...lines.matchAll(/--([a-z0-9-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g)].map(
      ([, name = '', light = '', dark = '', one]) => [name, one ?? (side === 0 ? light : dark)],
    ),
  )
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['ground', 'surface', 'raised']
/** What is read, on what it is read. */
const read: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...grounds, 'accent-soft', 'attention-soft', 'stop-soft']],
  ['ink-2', grounds],
  ['ink-3', grounds],
  ['accent', grounds],
  ['done', grounds],
  ['attention', [...grounds, 'attention-soft']],
  ['stop', [...grounds, 'stop-soft']],
  ['on-accent', ['accent', 'accent-pressed']],
  ['on-done', ['done']],
]

const lower = (colours: Colours, least: number, pairs = read) =>
  pairs.flatMap(([name, on]) =>
    on.flatMap((under) => {
      const said = contrast(colours[name]!, colours[under]!)
      return said < least ? [`${name} on ${under}: ${said.toFixed(2)}`] : []
    }),
  )

test('black on white is 21 to 1, and grey 767676 on white 4.54', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test.each([
  ['light', 0],
  ['dark', 1],
] as const)('what is read has 4.5 to 1 at least, what is acted on 3 to 1 (%s)', (_, side) => {
  const colours = coloursOf(':root', side)
  expect(Object.keys(colours).length).toBeGreaterThan(15)
  expect(lower(colours, 4.5)).toEqual([])
  expect(lower(colours, 3, [['line-strong', grounds]])).toEqual([])
})

test('high contrast is 7 to 1 at least, for what is read and what is acted on', () => {
  const usual = coloursOf(':root', 0)
  const colours = coloursOf(":root[data-contrast='high']", 0)
  expect(Object.keys(usual).filter((name) => !(name in colours))).toEqual([])
  expect(lower(colours, 7, [...read, ['line-strong', grounds], ['line', grounds]])).toEqual([])
})

const sheets = globSync('renderer/**/*.css', { cwd: root })
  .filter((path) => !path.endsWith('tokens.css'))
  .toSorted()

/** Each colour that the other sheets give to letters, to shapes and to what is behind them, with where it is given. */
const given = sheets.flatMap((path) =>
  [
    ...readFileSync(join(root, path), 'utf8').matchAll(
      /^\s*(color|background|background-color|fill|stroke):\s*([^;]+);/gm,
    ),
  ].map(([, what = '', value = '']) => ({ path, what, value })),
)

/** The words of a colour that is made of those of the sheet, or is none. */
const takesNone = new Set([
  ...'inherit transparent none currentcolor light-dark color-mix in srgb'.split(' '),
  ...'linear-gradient repeating-linear-gradient to bottom no-repeat local scroll max px deg'.split(' '),
])

test('every sheet takes its colours from the one that is measured here', () => {
  expect(given.length).toBeGreaterThan(400)
  const words = (value: string) =>
    value.replaceAll(/var\(--[a-z0-9-]+\)/g, '').match(/#\w+|[a-z-]{2,}/gi) ?? []
  const own = given.filter(({ value }) => words(value).some((word) => !takesNone.has(word)))
  // The veil over the whole page while more time is offered.
  expect(own.map(({ path, value }) => `${path}: ${value}`)).toEqual([
    'renderer/kiosk/MoreTime.module.css: rgb(20 22 24 / 60%)',
  ])
})

/** What a line of a sheet is, that gives the dark a colour of its own. */
const ofTheDark = /light-dark\(|prefers-color-scheme/

test('no other sheet gives the dark a colour of its own, but the display, which is seen in it by day', () => {
  const own = sheets.flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .filter((line) => ofTheDark.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(own).toEqual([
    'renderer/display/Display.module.css: background: light-dark(var(--ink), var(--raised));',
    'renderer/display/Display.module.css: color: light-dark(var(--surface), var(--ink));',
  ])
})

test('whatever stands on what, it is read in the dark where it is read in the light', () => {
  const [light, dark] = [coloursOf(':root', 0), coloursOf(':root', 1)]
  /** The colours of these properties. Paper and film are white and black in both, behind pictures alone. */
  const used = (...properties: readonly string[]) => {
    const names = given
      .filter(({ what }) => properties.includes(what))
      .flatMap(({ value }) => [...value.matchAll(/var\(--([a-z0-9-]+)\)/g)].map(([, name = '']) => name))
    return [...new Set(names)].filter((name) => name in light && name !== 'paper' && name !== 'film')
  }
  const [letters, behind] = [used('color'), used('background', 'background-color')]
  expect(letters.length).toBeGreaterThan(7)
  expect(behind.length).toBeGreaterThan(8)
  const unread = letters.flatMap((name) =>
    behind.flatMap((under) =>
      contrast(light[name]!, light[under]!) >= 4.5 && contrast(dark[name]!, dark[under]!) < 4.5
        ? [`${name} on ${under}`]
        : [],
    ),
  )
  expect(unread).toEqual([])
})
