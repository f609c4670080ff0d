import { describe, expect, test } from 'vitest'
import { offeredActs } from '../../../renderer/counter/Palette.tsx'
import { keysOfActs, type SheetAct } from '../../../renderer/counter/sheetActs.ts'
import { idleRuns, type FunctionKey } from '../../../renderer/ui/FunctionKeys.tsx'
import { capOn, codeOf } from '../../../renderer/ui/keyboard.ts'

const run = () => {}
const act = (id: string, title: string, more: Partial<SheetAct> = {}): SheetAct => ({
  id,
  title,
  applies: true,
  run,
  ...more,
})
const acts = [
  act('case', 'Démarche et cas', { codes: ['KeyC'] }),
  act('identity', 'Pièce d’identité et nom', { codes: ['KeyI'], heard: false }),
  act('file', 'Reprendre un dossier', { codes: ['KeyX'], applies: false }),
  act('other', 'Autre papier'),
]
const ids = (typed: string, lately: readonly string[] = []) =>
  offeredActs(acts, typed, lately).map(({ id }) => id)

describe('the palette « Actions »', () => {
  test('offers what applies, the acts asked last before the others', () => {
    expect(ids('')).toEqual(['case', 'identity', 'other'])
    expect(ids('', ['other', 'identity'])).toEqual(['other', 'identity', 'case'])
  })

  test('finds an act by any words of its name, without accents nor capitals', () => {
    expect(ids('demarche')).toEqual(['case'])
    expect(ids('NOM piece')).toEqual(['identity'])
    expect(ids('dossier')).toEqual([])
  })

  test('is the table of the keys: an act that does not apply, or is not heard, has no key', () => {
    const keys = keysOfActs(acts)
    expect(keys['KeyC']).toBe(run)
    expect(keys['KeyI']).toBeUndefined()
    expect(keys['KeyX']).toBeUndefined()
  })
})

describe('a cap', () => {
  const qwerty = { chosen: 'qwerty', read: null } as const

  test('is shown as the chosen keyboard writes it, on the same physical key', () => {
    expect(codeOf('A')).toBe('KeyQ')
    expect(capOn(qwerty, 'A')).toBe('Q')
    expect(capOn(qwerty, 'M')).toBe(';')
    expect(capOn({ chosen: 'bepo', read: null }, 'Z')).toBe('É')
    expect(capOn({ chosen: 'qwertz', read: null }, 'Y')).toBe('Z')
  })

  test('is what the system says where nothing is chosen, and French where it says nothing', () => {
    const read = new Map([
      ['KeyQ', 'q'],
      ['Period', '.'],
    ])
    expect(capOn({ chosen: 'auto', read }, 'A')).toBe('Q')
    expect(capOn({ chosen: 'auto', read }, ':')).toBe('.')
    expect(capOn({ chosen: 'auto', read: null }, 'A')).toBe('A')
    expect(capOn({ chosen: 'azerty', read }, 'A')).toBe('A')
  })

  test('of a figure or of a named key is the same on every keyboard', () => {
    for (const cap of ['1', 'F2', 'Échap', 'Entrée', 'Ctrl Z', '+']) expect(capOn(qwerty, cap)).toBe(cap)
  })
})

describe('on a narrow page', () => {
  const key = (name: string, applies: boolean): FunctionKey => ({
    key: name,
    label: name,
    share: 1,
    applies,
    onPress: run,
  })

  test('the ends of keys side by side that don’t apply stand for them; one alone keeps its name', () => {
    const keys = ['F2', 'F3', 'F4', 'F5'].map((name) => key(name, false))
    expect(idleRuns([...keys, key('F6', true), key('F7', false)])).toEqual([['F2', 'F3', 'F4', 'F5']])
  })
})
