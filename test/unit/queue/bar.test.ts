import { expect, test } from 'vitest'
import { copyable } from '../../../electron/gateway/copy.ts'
import {
  barKeys,
  createBarShortcuts,
  offeredKeySets,
  oncePerPress,
  type BarKey,
} from '../../../electron/windows/barKeys.ts'
import { placeOfBar } from '../../../electron/windows/barPlace.ts'
import { shell } from '../../../shared/messages/shell.fr.ts'

const first = { x: 0, y: 30, width: 1920, height: 1050 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }

test('never moved, the bar is in the middle of the first screen’s top, under a task bar that is there', () => {
  expect(placeOfBar(null, 'wide', [first, second])).toEqual({ x: 320, y: 30, width: 1280, height: 56 })
  expect(placeOfBar(null, 'short', [first, second])).toEqual({ x: 640, y: 30, width: 640, height: 56 })
})

test('it stays on the screen where it was left, whole, and comes to the first one when that screen is gone', () => {
  const left = { x: 2000, y: 500 }
  expect(placeOfBar(left, 'short', [first, second])).toEqual({ x: 2000, y: 500, width: 640, height: 56 })
  // Made wide there, it would reach out of the screen: it is moved in.
  expect(placeOfBar(left, 'wide', [first, second])).toEqual({ x: 1920, y: 500, width: 1280, height: 56 })
  expect(placeOfBar(left, 'wide', [first])).toEqual({ x: 320, y: 30, width: 1280, height: 56 })
  // A screen that it only touches is not where it was left.
  expect(placeOfBar({ x: 700, y: 1070 }, 'short', [first])).toMatchObject({ x: 640, y: 30 })
  expect(placeOfBar({ x: 1850, y: 500 }, 'wide', [first])).toMatchObject({ x: 320, y: 30 })
})

test('on a screen narrower than itself it is as wide as the screen', () => {
  const narrow = { x: 0, y: 0, width: 1024, height: 768 }
  expect(placeOfBar(null, 'wide', [narrow])).toEqual({ x: 0, y: 0, width: 1024, height: 56 })
  expect(placeOfBar({ x: 300, y: 40 }, 'wide', [narrow])).toEqual({ x: 0, y: 40, width: 1024, height: 56 })
  expect(() => placeOfBar(null, 'wide', [])).toThrow(RangeError)
})

test('a key that the system repeats while it is held is one press; another key is another', () => {
  const once = oncePerPress()
  const held = Array.from({ length: 60 }, (_, at) => once('F3', at === 0 ? 0 : 600 + at * 33))
  expect(held.filter(Boolean)).toHaveLength(1)
  expect(once('F5', 700)).toBe(true)
  const releasedAt = 600 + 59 * 33
  expect(once('F3', releasedAt + 500)).toBe(false)
  expect(once('F3', releasedAt + 500 + 1_100)).toBe(true)
})

test('shortcuts are held between take and release only, and those of others are named', () => {
  const others = new Set(['Control+Shift+F3'])
  const ours = new Map<string, () => void>()
  const pressed: BarKey[] = []
  const shortcuts = createBarShortcuts(
    {
      register: (accelerator, press) => {
        if (others.has(accelerator)) return false
        ours.set(accelerator, press)
        return true
      },
      unregister: (accelerator) => ours.delete(accelerator),
    },
    (key) => pressed.push(key),
  )
  expect(shortcuts.take('ctrlShift')).toEqual(['F3'])
  expect([...ours.keys()]).toEqual(['F2', 'F4', 'F5', 'F9', 'Space'].map((key) => `Control+Shift+${key}`))
  ours.get('Control+Shift+F2')?.()
  expect(pressed).toEqual(['F2'])
  // Another set leaves the first one.
  expect(shortcuts.take('ctrlAltShift')).toEqual([])
  // Help is asked by the same keys whatever the set.
  expect([...ours.keys()]).toEqual([
    ...barKeys.map((key) => `Control+Alt+Shift+${key}`),
    'Control+Shift+Space',
  ])
  shortcuts.release()
  expect(ours.size).toBe(0)
})

test('on Linux no shortcut is one that leaves for a text console', () => {
  expect(offeredKeySets('linux')).not.toContain('ctrlAlt')
  expect(offeredKeySets('win32')[0]).toBe('ctrlAlt')
})

test('shortcuts taken by another program are said in a sentence, one or several', () => {
  expect(shell.bar.taken(['Ctrl+Maj+F2'], false)).toMatch(
    /^Ctrl\+Maj\+F2 est déjà pris par un autre logiciel.*\.$/,
  )
  expect(shell.bar.taken(['Ctrl+Maj+F2', 'Ctrl+Maj+F4', 'Ctrl+Maj+F9'], false)).toMatch(
    /^Ctrl\+Maj\+F2, Ctrl\+Maj\+F4 et Ctrl\+Maj\+F9 sont déjà pris .*\.$/,
  )
})

test('of the keys that ask for help, the same in every set, no other set is advised: another way to ask is', () => {
  const alone = shell.bar.taken([], true)
  expect(alone).toMatch(/^Un autre logiciel de cet ordinateur a pris Ctrl\+Maj\+Espace/)
  expect(alone).toContain('« Aide » (F1)')
  expect(alone).not.toContain('raccourcis dans le menu')
  expect(shell.bar.taken(['Ctrl+Maj+F2'], true).split('\n\n')).toEqual([
    shell.bar.taken(['Ctrl+Maj+F2'], false),
    alone,
  ])
})

test.each([
  ['K7M2QX4ZTA', true],
  ['ANTS-2026 n° 12/34', true],
  ['a'.repeat(64), true],
  ['a'.repeat(65), false],
  ['', false],
  ['two\nlines', false],
  ['a\ttab', false],
  ['\u202Ereversed', false],
  ['a\u0000', false],
  [42, false],
  [null, false],
  [{ toString: () => 'x' }, false],
])('what a page may put on the clipboard: %j %s', (text, allowed) => {
  expect(copyable(text)).toBe(allowed)
})
