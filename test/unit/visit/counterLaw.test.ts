import { describe, expect, test } from 'vitest'
import { capacityOrder, capacityToday } from '../../../renderer/counter/capacity.ts'
import { checklistOf, countsOf, nextState, wantsReason } from '../../../renderer/counter/checklist.ts'
import { counterDue } from '../../../shared/messages/visit/due.fr.ts'
import { dayIn, figureOf } from '../../../renderer/ui/dates.ts'
import { atAGlance, dueLines } from '../../../renderer/counter/dueLines.ts'
import { acceptanceOf, otherTitles, usualTitles } from '../../../renderer/counter/identity.ts'
import { titlesWith } from '../../../renderer/counter/names.ts'
import { patchOfZone, pieceOfCode } from '../../../renderer/counter/scanned.ts'
import { patched } from '../../../shared/domain/visit/patched.ts'
import { readReference } from '../../../renderer/counter/TakeFile.tsx'
import type { LocalDate, PieceId } from '../../../shared/contract/ids.ts'
import type { Assessment, CapacityRule } from '../../../shared/contract/law/assessment.ts'
import { identityKinds } from '../../../shared/contract/visit/sheet.ts'
import { renewal } from '../../fixtures/views.renewal.ts'
import { scannedCard, scannedDomicile, scannedForged, scannedZone } from '../../fixtures/views.scan.ts'
import { at, blankSheet } from '../../fixtures/views.ts'

const day = (text: string) => text as LocalDate
const today = day('2026-03-03')

const deadline = (to: string | null, late: boolean | null): Assessment['deadlines'][number] => ({
  deadlineId: 'declarer',
  title: 'Déclarer dans les cinq jours',
  detail: null,
  from: null,
  to: to === null ? null : day(to),
  late,
  sources: [],
  toConfirm: false,
})
const due = (title: string) => ({ title, detail: null, sources: [], toConfirm: false })
const late: Assessment = {
  ...renewal,
  deadlines: [deadline('2026-02-27', true)],
  ifLate: [due('Un jugement est nécessaire')],
  rightToError: due('L’erreur se rectifie sans frais'),
}

describe('what is due, at a glance', () => {
  const titles = (assessment: Assessment, lacks = false) =>
    atAGlance(dueLines(assessment, lacks, 'Mairie de Saint-Aubin')).map(({ title }) => title)

  test('what is late comes first: the right to error, the date, what it costs', () => {
    expect(titles(late).slice(0, 3)).toEqual([
      'L’erreur se rectifie sans frais',
      'En retard\u00a0: déclarer dans les cinq jours',
      'Un jugement est nécessaire',
    ])
    const line = dueLines(late, false, 'Mairie de Saint-Aubin').find((one) => one.late)
    expect(line?.detail).toBe('depuis le 27\u00a0février\u00a02026')
  })

  test('what lateness costs is not said at a glance to whom is in time', () => {
    const inTime = { ...late, deadlines: [deadline('2026-03-10', false)] }
    expect(titles(inTime)).toContain('Déclarer dans les cinq jours\u00a0: 10\u00a0mars\u00a02026')
    expect(titles(inTime)).not.toContain('Un jugement est nécessaire')
    expect(dueLines(inTime, false, 'Mairie de Saint-Aubin').map(({ title }) => title)).toContain(
      'Un jugement est nécessaire',
    )
  })

  test('the effect of a missing piece is said once one is missing', () => {
    const effect = 'Tant qu’une pièce manque\u00a0: le délai est suspendu'
    expect(titles(renewal, true)).toContain(effect)
    expect(titles(renewal, false)).not.toContain(effect)
  })

  test('a recourse says its delay, or that no text sets one; nothing where nobody knows it', () => {
    const of = (change: object) =>
      dueLines(
        { ...renewal, remedy: { ...renewal.remedy!, ...change } },
        false,
        'Mairie de Saint-Aubin',
      ).find(({ id }) => id === 'remedy')?.title
    expect(of({})).toBe('Recours sous 2\u00a0mois')
    expect(of({ delay: null, noDelay: 'always' })).toBe('Recours\u00a0: aucun texte ne fixe de délai')
    expect(of({ delay: null })).toBe('Recours')
  })

  test('who decides is said where the office only collects, and a silence that nobody knows is said so', () => {
    expect(titles(renewal)).toContain('La mairie reçoit le dossier, le préfet décide')
    const unknown = { ...renewal, silence: { ...renewal.silence, sense: 'inconnu' as const, delay: null } }
    expect(titles(unknown)).toContain('Silence\u00a0: à préciser')
  })

  test('a declaration is addressed to somebody where nobody decides, and one that may be opposed says who decides', () => {
    const decided = (sense: Assessment['silence']['sense']) =>
      dueLines(
        { ...renewal, nature: 'declaration', collects: false, silence: { ...renewal.silence, sense } },
        false,
        'Mairie de Saint-Aubin',
      ).find(({ id }) => id === 'decides')?.title
    expect(decided('sansObjet')).toBe('La déclaration est adressée à\u00a0: le préfet')
    expect(decided('acceptation')).toBe('Qui décide\u00a0: le préfet')
  })

  test('it holds no more than the column shows, in the order of the whole', () => {
    const heavy = {
      ...late,
      dueByAdministration: Array.from({ length: 20 }, (_, each) => due(`Devoir ${each}`)),
    }
    const shown = atAGlance(dueLines(heavy, true, 'Mairie de Saint-Aubin'))
    // Nine rows of titles at most, each with its margins.
    expect(shown.length).toBeLessThanOrEqual(9)
    expect(shown.length).toBeGreaterThan(3)
    const whole = dueLines(heavy, true, 'Mairie de Saint-Aubin')
    const places = shown.map((line) => whole.findIndex(({ id }) => id === line.id))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('each line has a name of its own', () => {
    const ids = dueLines({ ...late, deadlines: [...late.deadlines] }, true, 'Mairie de Saint-Aubin').map(
      ({ id }) => id,
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('in what capacity', () => {
  const rule = (capacity: CapacityRule['capacity'], may: CapacityRule['may'], proof: string | null) => ({
    capacity,
    title: capacity,
    detail: null,
    may,
    proof,
    sources: [],
    toConfirm: false,
  })
  const procedure: Assessment = {
    ...renewal,
    whoMayAct: [
      rule('legalRepresentative', ['file', 'sign', 'collect'], 'Livret de famille'),
      rule('mandate', ['collect'], 'Procuration signée'),
    ],
  }
  const seen = (capacity: CapacityRule['capacity'], until: string | null = null) =>
    capacityToday(
      { capacity, capacitySeen: { proofSeen: false, until: until === null ? null : day(until) } },
      procedure,
      today,
    )

  test('those that the procedure names have the first keys, in its order; all the others follow', () => {
    const order = capacityOrder(procedure)
    expect(order.slice(0, 2)).toEqual(['legalRepresentative', 'mandate'])
    expect(order).toHaveLength(9)
    expect(capacityOrder(null)[0]).toBe('self')
  })

  test('it says what may be done today, and what is to be seen for it', () => {
    expect(seen('mandate')).toMatchObject({ may: ['collect'], proof: 'Procuration signée', foreseen: true })
    expect(seen('relative')).toMatchObject({ may: [], foreseen: false })
  })

  test('a mandate that is over allows nothing any more', () => {
    expect(seen('mandate', '2026-03-02')).toMatchObject({ may: [], ended: true })
    expect(seen('mandate', '2026-03-03')).toMatchObject({ may: ['collect'], ended: false })
  })
})

describe('the title that was seen', () => {
  const passport = (validUntil: string) => ({
    identity: { kind: 'passport' as const, validUntil: day(validUntil) },
    person: null,
  })

  test('each kind is offered once, those shown most with one key', () => {
    expect([...usualTitles, ...otherTitles].toSorted()).toEqual([...identityKinds].toSorted())
    expect(usualTitles).toContain('declared')
    expect(otherTitles.length).toBeLessThanOrEqual(10)
  })

  test('an expired one is judged by the procedure’s list: tolerated for less than five years, then refused', () => {
    expect(acceptanceOf(passport('2023-11-03'), renewal, today)).toMatchObject({
      outcome: 'tolerated',
      until: '2028-11-03',
    })
    expect(acceptanceOf(passport('2020-11-03'), renewal, today)?.outcome).toBe('refused')
  })

  test('a procedure that looks at no title judges none, and a declared identity is never judged', () => {
    const none = { ...renewal, titles: { ...renewal.titles, list: 'none' as const } }
    expect(acceptanceOf(passport('2010-01-01'), none, today)).toBeNull()
    expect(acceptanceOf({ identity: { kind: 'declared' }, person: null }, renewal, today)).toBeNull()
  })
})

describe('a piece that an administration holds', () => {
  const held: Assessment = {
    ...renewal,
    pieces: renewal.pieces.map((piece) =>
      (piece.pieceId as string) === 'domicile' ? { ...piece, status: 'heldByAdministration' } : piece,
    ),
  }
  const pieceId = 'domicile' as PieceId
  const rowIn = (state: 'notExamined' | 'presented') =>
    checklistOf(patched(blankSheet, { pieces: [{ pieceId, state }] }), held).rows.find(
      ({ key }) => key === 'domicile',
    )!

  test('stays in sight to be ticked, and is never missing without a reason', () => {
    expect(nextState(rowIn('notExamined'))).toBe('presented')
    expect(nextState(rowIn('presented'))).toBe('notExamined')
    expect(wantsReason(rowIn('presented'))).toBe(true)
    expect(wantsReason(rowIn('notExamined'))).toBe(false)
  })

  test('is not counted among what is awaited', () => {
    expect(countsOf(checklistOf(blankSheet, held)).notExamined).toBe(
      countsOf(checklistOf(blankSheet, renewal)).notExamined - 1,
    )
  })
})

describe('what a scanner gave', () => {
  test('a right zone fills the identity as read and the person; a wrong one fills nothing', () => {
    expect(patchOfZone(scannedZone)).toEqual({
      identity: { kind: 'cni', issuer: 'France', validUntil: '2030-02-11', verified: true, read: 'mrz' },
      person: { familyName: 'MARTIN', firstName: 'MAËLYS-GAËLLE', birthDate: '1990-07-13' },
    })
    expect(patchOfZone({ ...scannedZone, valid: false })).toBeNull()
  })

  test('an authentic proof of domicile fills its piece as one that can’t be refused', () => {
    const use = pieceOfCode(scannedDomicile, {
      ...renewal,
      pieces: renewal.pieces.map((piece) => ({
        ...piece,
        domicile: (piece.pieceId as string) === 'domicile',
      })),
    })
    expect(use?.patch).toEqual({ pieces: [{ pieceId: 'domicile', state: 'presented', read: '2ddoc' }] })
  })

  test('a forged one, another kind, or a procedure that asks no domicile fill nothing', () => {
    expect(pieceOfCode(scannedForged, renewal)).toBeNull()
    expect(pieceOfCode(scannedCard, renewal)).toBeNull()
    expect(pieceOfCode(scannedDomicile, { ...renewal, pieces: [] })).toBeNull()
    expect(pieceOfCode(scannedDomicile, null)).toBeNull()
  })
})

test('a file’s reference is taken as it is said: whole, with its year, or its number of this year', () => {
  for (const typed of ['DO-2026-318', 'do 2026-318', '2026-318', ' 318 ', '0318'])
    expect(readReference(typed, '2026')).toBe('DO-2026-318')
  expect(readReference('2025-7', '2026')).toBe('DO-2025-7')
  for (const typed of ['', 'A 42', 'DO-2026-', 'DO-26-3', '0'])
    expect(readReference(typed, '2026')).toBeUndefined()
})

test('a figure of the upper row is a figure on an AZERTY keyboard too, and the keypad’s stays as it is', () => {
  expect(figureOf({ code: 'Digit2', key: 'é' })).toBe('2')
  expect(figureOf({ code: 'Digit6', key: '-' })).toBe('6')
  expect(figureOf({ code: 'Digit2', key: '2' })).toBeUndefined()
  expect(figureOf({ code: 'Numpad2', key: '2' })).toBeUndefined()
  expect(figureOf({ code: 'Slash', key: '/' })).toBeUndefined()
})

test('the day is the office’s', () => {
  expect(dayIn('Europe/Paris', at(0, 30))).toBe('2026-03-03')
  expect(dayIn('America/Martinique', at(0, 30))).toBe('2026-03-02')
})

test('a procedure is found by the words of its title, without accents nor case, the one that begins with them first', () => {
  const all = ['Déclaration de naissance', 'Carte nationale d’identité', 'Copie d’un acte de naissance'].map(
    (fr) => ({ title: { fr } }),
  )
  const found = (typed: string) => titlesWith(all, typed).map(({ title }) => title.fr)
  expect(found('NAISS')).toEqual(['Déclaration de naissance', 'Copie d’un acte de naissance'])
  expect(found('copie')).toEqual(['Copie d’un acte de naissance'])
  expect(found('identite')).toEqual(['Carte nationale d’identité'])
  expect(found('')).toHaveLength(3)
  expect(found('zzz')).toEqual([])
})

test.each([
  ['Mairie de Saint-Aubin', 'La mairie'],
  ['Sous-préfecture de Torcy', 'La sous-préfecture'],
  ['CCAS de Saint-Aubin', 'Le CCAS'],
  ['Mairies annexes', 'Mairies annexes'],
  ['France Services Nord', 'France Services Nord'],
])('%s is said %s where it receives what another authority decides', (office, said) => {
  expect(counterDue.collects(office, 'le préfet')).toBe(`${said} reçoit le dossier, le préfet décide`)
})
