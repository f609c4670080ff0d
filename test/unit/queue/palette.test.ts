import { describe, expect, test } from 'vitest'
import { offeredActs } from '../../../renderer/counter/Palette.tsx'
import { barActs, functionKeys } from '../../../renderer/counter/functionKeys.ts'
import { keysOfActs, type SheetAct } from '../../../renderer/counter/sheetActs.ts'
import { sheetTable } from '../../../renderer/counter/sheetTable.ts'
import { idleRuns, type FunctionKey } from '../../../renderer/ui/FunctionKeys.tsx'
import { capOn, codeOf } from '../../../renderer/ui/keyboard.ts'
import { actionWords } from '../../../shared/messages/visit/actions.fr.ts'
import { counterScenes } from '../../fixtures/views.counter.ts'
import { boardNow } from '../../fixtures/views.ts'

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

/** A sheet where every act applies. */
const wholeSheet: Parameters<typeof sheetTable>[0] = {
  panel: 'actions',
  chosen: true,
  hasRules: true,
  folded: 1,
  unfolded: false,
  held: 'Justificatif de domicile',
  codes: ['CODE'],
  enlarged: true,
  waiting: 2,
  safe: true,
  toggle: run,
  addPiece: run,
  unfold: run,
  why: run,
  printSheet: run,
  askAgain: run,
  interrupt: run,
  copy: run,
  raise: run,
  fill: run,
}
const barDoes = {
  call: run,
  recall: run,
  absent: run,
  here: run,
  park: run,
  transfer: run,
  information: run,
  end: run,
  handedOver: run,
  undo: run,
}
/** All that the palette finds while someone is received. */
const atCounter = [
  ...sheetTable(wholeSheet),
  ...barActs(functionKeys(counterScenes.serving, boardNow, false, barDoes)),
]

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

  test('finds an act by another word for it, those whose name has the word first', () => {
    const all = [act('colleague', 'Appeler un collègue'), act('alert', 'Aide', { applies: true }), ...acts]
    const found = (typed: string) => offeredActs(all, typed, []).map(({ id }) => id)
    expect(found('renouvellement')).toEqual(['case'])
    expect(found('aide')).toEqual(['alert', 'colleague'])
    expect(found('prenom piece')).toEqual(['identity'])
    // The middle of another word is no word that someone would type.
    expect(found('nom')).toEqual(['identity'])
    expect(found('ouvellement')).toEqual([])
  })

  test('shows what has its place on the page only to whoever looks for it', () => {
    const all = [...acts, act('F6', 'En attente', { sought: true })]
    expect(offeredActs(all, '', []).map(({ id }) => id)).not.toContain('F6')
    expect(offeredActs(all, 'revenir', []).map(({ id }) => id)).toEqual(['F6'])
  })

  test.each([
    ['duplicata', 'papers'],
    ['imprimante', 'papers'],
    ['récépissé', 'papers'],
    ['régie', 'papers'],
    ['payer', 'papers'],
    ['prix', 'due'],
    ['délai', 'due'],
    ['collègue', 'colleague'],
    ['renfort', 'colleague'],
    ['traduction', 'exchange'],
    ['sourd', 'exchange'],
    ['mineur', 'capacity'],
    ['procuration', 'capacity'],
    ['entreprise', 'capacity'],
    ['interprète', 'capacity'],
    ['naissance', 'identity'],
    ['nouvelle demande', 'add'],
    ['changer', 'case'],
    ['suite', 'file'],
    ['attestation', 'other'],
    ['certificat', 'other'],
    ['loi', 'search'],
    ['original', 'more'],
    ['cerfa', 'more'],
    ['police', 'alert'],
    ['agression', 'incident'],
    ['lecteur', 'scan'],
    ['commentaire', 'note'],
    ['justificatif', 'addPiece'],
    ['revenir', 'F6'],
    ['pause', 'F6'],
    ['transférer', 'F7'],
    ['réorienter', 'F9'],
    ['refus', 'F9'],
    ['terminer', 'F9'],
    ['retrait', 'F10'],
    ['annuler', 'Ctrl Z'],
    ['erreur', 'Ctrl Z'],
  ])('finds « %s » at the counter: %s', (typed, id) => {
    expect(offeredActs(atCounter, typed, []).map((one) => one.id)).toContain(id)
  })

  test('knows other words for the acts of the counter alone', () => {
    const known = atCounter.map(({ id }) => id)
    expect(Object.keys(actionWords).filter((id) => !known.includes(id))).toEqual([])
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
