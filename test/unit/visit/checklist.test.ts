import { describe, expect, test } from 'vitest'
import {
  checklistOf,
  countsOf,
  holdKeys,
  nextState,
  patchOf,
  proposedOutcome,
} from '../../../renderer/counter/checklist.ts'
import { answer, nothingPressed, press, shownSheet } from '../../../renderer/counter/sheet.ts'
import { patched } from '../../../shared/domain/visit/patched.ts'
import { dayTyped, isNoDay, readFrenchDate } from '../../../renderer/ui/dates.ts'
import { yearsAndMonths } from '../../../renderer/counter/names.ts'
import { date, duration, hour, ticketNumber } from '../../../shared/messages/format/numbers.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'
import { renewal, unknownCase } from '../../fixtures/views.renewal.ts'
import { LocalDate } from '../../../shared/contract/ids.ts'
import { at, blankSheet, sheet } from '../../fixtures/views.ts'

test('what only some cases need is folded until it is ticked', () => {
  const before = checklistOf(blankSheet, unknownCase)
  expect(before.folded).toHaveLength(8)
  const [loss] = before.folded
  if (!loss) throw new Error('no folded row')
  const ticked = patched(blankSheet, { pieces: [{ ...loss.piece, state: 'presented' }] })
  const after = checklistOf(ticked, unknownCase)
  expect(after.rows.map(({ title }) => title)).toContain('Déclaration de perte')
  expect(after.folded).toHaveLength(7)
})

test('what may not be asked is struck, and never becomes missing', () => {
  const { struck } = checklistOf(sheet, renewal)
  expect(struck.map(({ title }) => title)).toEqual(['Acte de naissance', 'Copie certifiée conforme'])
  const forbidden = struck[1]
  if (!forbidden) throw new Error('no struck row')
  const shown = patched(sheet, { pieces: [{ pieceId: forbidden.pieceId, state: 'presented' }] })
  const row = checklistOf(shown, renewal).rows.find(({ title }) => title === forbidden.title)
  if (!row) throw new Error('not shown')
  expect(nextState(row)).toBe('notExamined')
})

test('a key stays with its piece when other rows go', () => {
  const first = holdKeys(new Map(), ['pre-demande', 'formulaire', 'carte'])
  const then = holdKeys(first, ['pre-demande', 'carte', 'photo'])
  expect(then.get('carte')).toBe(first.get('carte'))
  expect(then.get('photo')).toBe(3)
  expect(holdKeys(then, ['carte'])).toBe(then)
})

test('the other one of two alternatives is not awaited once one is presented', () => {
  const one = patched(blankSheet, {
    pieces: [{ pieceId: unknownCase.pieces[0]!.pieceId, state: 'presented' }],
  })
  expect(countsOf(checklistOf(one, unknownCase))).toEqual({ presented: 1, missing: 0, notExamined: 2 })
})

test('the pieces suggest the end: incomplete when one is missing, deposited when one is presented, else information', () => {
  expect(proposedOutcome(countsOf(checklistOf(sheet, renewal)), renewal)).toBe('incomplete')
  expect(proposedOutcome({ presented: 1, missing: 0, notExamined: 3 }, renewal)).toBe('filed')
  expect(proposedOutcome(countsOf(checklistOf(blankSheet, renewal)), renewal)).toBe('information')
  expect(proposedOutcome(countsOf(checklistOf(blankSheet, null)), null)).toBe('information')
})

describe('where no text requires a piece and none is ticked, the end suggested', () => {
  const proposed = (procedureId: string, answers = {}) => {
    const office = new FilesOffice()
    office.receiveOne()
    given(office.act('sheet.update', { procedureId, answers }))
    const { sheet: noted, assessment } = office.pure.view('counter.view', 'agent1').current!
    return proposedOutcome(countsOf(checklistOf(noted, assessment)), assessment)
  }

  test.each([{}, { naissance: '2010-02-01' }])(
    'is a deposit of who comes to be registered: %o',
    (answers) => {
      expect(proposed('recensement', answers)).toBe('filed')
    },
  )

  test('is information of who is too young for it, of what the office only collects, and of what nobody knows', () => {
    expect(proposed('recensement', { naissance: '2015-02-01' })).toBe('information')
    expect(proposed('carte-grise')).toBe('information')
    expect(proposed('autre')).toBe('information')
  })

  test.each(['elections', 'inscription-scolaire', 'copie-acte'])(
    'is information while a text may require a piece, one or another: %s',
    (procedureId) => {
      expect(proposed(procedureId)).toBe('information')
    },
  )

  test('is a deposit of a request that is given to anyone', () => {
    expect(proposed('copie-acte', { acte: 'décès' })).toBe('filed')
  })
})

test('numbers, hours and durations never break across lines', () => {
  expect(ticketNumber('A42')).toBe('A\u00a042')
  expect(hour(at(10, 42), 'Europe/Paris')).toBe('10\u00a0h\u00a042')
  expect(duration(16 * 60_000 + 59_000)).toBe('16\u00a0min')
  expect(duration(65 * 60_000)).toBe('1\u00a0h\u00a005')
  expect(date(Date.UTC(2026, 4, 1, 12), 'Europe/Paris')).toBe('1er\u00a0mai\u00a02026')
})

test('a date is read as it stands on a French paper, and only when it exists', () => {
  expect(readFrenchDate('3/11/2023')).toBe('2023-11-03')
  expect(readFrenchDate('03112023')).toBe('2023-11-03')
  expect(readFrenchDate('0311202')).toBeUndefined()
  expect(readFrenchDate('31022024')).toBeUndefined()
  expect(readFrenchDate('31.02.2024')).toBeUndefined()
  expect(readFrenchDate('2023-11-03')).toBeUndefined()
  expect(yearsAndMonths('2023-11-03', at(10, 42))).toEqual({ years: 2, months: 4 })
})

test('what is typed over a day leaves none as soon as it is none, and a day as soon as it is one', () => {
  const held = LocalDate.parse('2023-11-03')
  const texts = ['03/11/202', '12/0', '31022024', '31.02.2024', '2023-11-03', ' ', '']
  expect(texts.map((text) => dayTyped(text, held))).toEqual(texts.map(() => null))
  expect(texts.map(isNoDay)).toEqual([true, true, true, true, true, false, false])
  // Said once: the form holds it already.
  expect(dayTyped('12/0', null)).toBeUndefined()
  expect(dayTyped('03112023', held)).toBeUndefined()
  expect(dayTyped('04112023', held)).toBe('2023-11-04')
  expect(dayTyped('04112023', null)).toBe('2023-11-04')
})

describe('what was pressed and the view may not have yet', () => {
  const card = { identity: { kind: 'cni' } } as const
  const verified = { identity: { kind: 'cni', verified: true } } as const

  test('shows at once, and stays when the host has answered, however late the view comes', () => {
    const before = { ...blankSheet }
    const asked = press(nothingPressed, 1, card)
    expect(shownSheet(asked, before).identity).toEqual(card.identity)
    const answered = answer(asked, 1, patched(before, card), before)
    expect(shownSheet(answered, before).identity).toEqual(card.identity)
    // A second press counts from the first.
    const again = press(answered, 2, { ...verified, note: 'vue' })
    expect(shownSheet(again, before)).toMatchObject({ ...verified, note: 'vue' })
  })

  test('the view that follows an answer has the last word, but for what is not answered yet', () => {
    const before = { ...blankSheet }
    const asked = press(press(nothingPressed, 1, card), 2, { note: 'vue' })
    const answered = answer(asked, 1, patched(before, card), before)
    const after = patched(before, { ...verified, capacity: 'self' })
    expect(shownSheet(answered, after)).toEqual({ ...after, note: 'vue' })
  })

  test('what the host refuses is taken off, and nothing else', () => {
    const before = { ...blankSheet }
    const answered = answer(press(nothingPressed, 1, card), 1, patched(before, card), before)
    const refused = answer(press(answered, 2, { note: 'vue' }), 2, null, before)
    expect(shownSheet(refused, before)).toEqual(patched(before, card))
  })
})

test('what a regulation of the office requires is a line that can be missing, with it; what was only typed can’t', () => {
  const source = {
    title: 'Règlement local, délibération 2025-41 du 12/06/2025',
    id: null,
    extract: null,
    toConfirm: false,
  }
  const assessment = { ...renewal, local: [{ title: 'Plan', source }] }
  const typed = patched(blankSheet, { pieces: [{ label: 'Lettre', state: 'presented' }] })
  const { rows } = checklistOf(typed, assessment)
  const plan = rows.find(({ title }) => title === 'Plan')!
  const letter = rows.find(({ title }) => title === 'Lettre')!
  expect(nextState({ ...plan, state: 'presented' })).toBe('missing')
  expect(patchOf(plan, 'missing')).toEqual({ label: 'Plan', source: source.title, state: 'missing' })
  expect(nextState(letter)).toBe('notExamined')
  const noted = patched(typed, { pieces: [{ label: 'Plan', state: 'missing' }] })
  expect(checklistOf(noted, assessment).rows.filter(({ title }) => title === 'Plan')).toMatchObject([
    { state: 'missing', text: source.title },
  ])
})
