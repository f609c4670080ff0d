import { expect, test } from 'vitest'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// What the sheet holds already is not asked: an age, a validity, the household of a family's next request.

/** 3 March 2026, 10 h in Paris. */
const ten = Date.UTC(2026, 2, 3, 9) as Instant
let office: PureOffice

const act = (name: string, input: unknown, actor = 'agent1') =>
  office.act(name as never, input as never, actor) as { readonly refusal?: string }

function receive(procedureId: string): void {
  office = PureOffice.school(ten)
  for (const [name, input, actor] of [
    ['day.open', {}, 'supervisor'],
    ['counter.open', { counterId: '1' }, 'agent1'],
    ['reception.take', { serviceId: 'titres' }, 'agent2'],
    ['ticket.callNext', {}, 'agent1'],
    ['ticket.start', {}, 'agent1'],
    ['sheet.update', { procedureId }, 'agent1'],
  ] as const) {
    const { refusal } = act(name, input, actor)
    if (refusal !== undefined) throw new Error(`${name}: ${refusal}`)
  }
}

const current = (): NonNullable<Output<'counter.view'>['current']> => {
  const { current: served } = office.view('counter.view', 'agent1')
  if (served === null) throw new Error('nobody is received')
  return served
}
const answered = (question: string) =>
  current().assessment?.answered.find(({ questionId }) => questionId === question)?.value
const born = (birthDate: string) => act('sheet.update', { person: { familyName: 'Diallo', birthDate } })

test.each([
  ['cni', '1984-05-14', 'majeure'],
  ['cni', '2008-03-03', 'majeure'],
  ['cni', '2008-03-04', 'mineure'],
  ['passeport', '2008-03-04', '15 à 17 ans'],
  ['passeport', '2011-03-04', 'moins de 15 ans'],
  ['passeport', '2011-03-03', '15 à 17 ans'],
])('%s: a person born on %s is « %s », and the question is not asked', (procedureId, birthDate, value) => {
  receive(procedureId)
  expect(current().assessment?.question?.questionId).toBe('personne')
  born(birthDate)
  expect(answered('personne')).toBe(value)
  expect(current().assessment?.question?.questionId).not.toBe('personne')
})

test('what is derived can be changed: the answer given wins, and a guardian who acts says the tutelle', () => {
  receive('cni')
  born('1984-05-14')
  act('sheet.update', { answers: { personne: 'en tutelle' } })
  expect(answered('personne')).toBe('en tutelle')
  act('sheet.update', { answers: { personne: null }, capacity: 'tutelle' })
  expect(answered('personne')).toBe('en tutelle')
})

test('the next request of a family begins from the first one, and another household takes nothing from it', () => {
  receive('cni')
  act('visit.addService', { serviceId: 'titres', procedureId: 'passeport' })
  act('sheet.update', {
    capacity: 'legalRepresentative',
    identity: { kind: 'cni', validUntil: '2030-01-01' },
    person: { familyName: 'Diallo', firstName: 'Awa', birthDate: '2015-01-01' },
    answers: { logement: 'hébergée' },
    pieces: [{ pieceId: 'photo', state: 'presented' }],
  })
  expect(act('visit.close', { outcome: 'filed' }).refusal).toBeUndefined()
  expect(current().sheet).toMatchObject({
    procedureId: 'passeport',
    capacity: 'legalRepresentative',
    identity: { kind: 'cni' },
    answers: { logement: 'hébergée' },
    household: true,
    // Each one's own: a name, pieces.
    person: null,
    pieces: [],
  })
  act('sheet.update', { household: null })
  expect(current().sheet).toMatchObject({ capacity: null, identity: null, answers: {} })
  expect(current().sheet.household).toBeUndefined()
})

test('a proof of domicile seen for one member of a household is seen for the next, with where they live', () => {
  receive('cni')
  act('visit.addService', { serviceId: 'titres', procedureId: 'cni' })
  act('sheet.update', {
    pieces: [
      { pieceId: 'photo', state: 'presented' },
      { pieceId: 'justificatif-domicile', state: 'presented' },
    ],
  })
  // The proof is in the person's own name: nobody asks where they live.
  expect(answered('logement')).toBe('le sien')
  act('visit.close', { outcome: 'filed' })
  expect(current().sheet.pieces).toEqual([{ pieceId: 'justificatif-domicile', state: 'presented' }])
  expect(answered('logement')).toBe('le sien')
  act('sheet.update', { household: null })
  expect(current().sheet.pieces).toEqual([])
  expect(answered('logement')).toBeUndefined()
})

test('the addresses that a title bears are chosen for each child: a sibling’s are asked again', () => {
  receive('cni')
  act('visit.addService', { serviceId: 'titres', procedureId: 'cni' })
  act('sheet.update', { capacity: 'legalRepresentative' })
  const answers = { personne: 'mineure', logement: 'le sien', 'adresses-titre': 'alternée' }
  expect(act('sheet.update', { answers })).not.toHaveProperty('refusal')
  expect(answered('adresses-titre')).toBe('alternée')
  act('visit.close', { outcome: 'filed' })
  expect(answered('logement')).toBe('le sien')
  expect(current().sheet.answers).not.toHaveProperty('adresses-titre')
})

test('who represents a child says that the child is a minor, and a birth date says it better', () => {
  receive('cni')
  act('sheet.update', { capacity: 'legalRepresentative' })
  expect(answered('personne')).toBe('mineure')
  born('2000-01-01')
  expect(answered('personne')).toBe('majeure')
  // Which of two ages is not said by it.
  receive('passeport')
  act('sheet.update', { capacity: 'legalRepresentative' })
  expect(current().assessment?.question?.questionId).toBe('personne')
})

test('the title of who represents a child is seen once for a household, and for another one again', () => {
  const seen = { pieceId: 'identite-representant', state: 'presented' }
  const next = (capacity: string | null) => {
    receive('cni')
    act('visit.addService', { serviceId: 'titres', procedureId: 'cni' })
    act('sheet.update', { capacity, answers: { personne: 'mineure', logement: 'le sien' } })
    act('sheet.update', { pieces: [seen, { pieceId: 'preuve-autorite', state: 'presented' }] })
    act('visit.close', { outcome: 'filed' })
    return current().sheet.pieces
  }
  // The proof of each child's filiation is each one's own.
  expect(next('legalRepresentative')).toEqual([seen])
  expect(answered('personne')).toBe('mineure')
  act('sheet.update', { household: null })
  expect(current().sheet.pieces).toEqual([])
  expect(answered('personne')).toBeUndefined()
  // Who represents was not noted: nothing says that the next one is a child.
  expect(next(null)).toEqual([])
})

test('the former title says its validity once it was read, and a card that may be extended is still asked about', () => {
  receive('cni')
  const read = (validUntil: string) =>
    act('sheet.update', { capacity: 'self', identity: { kind: 'cni', validUntil } })
  act('sheet.update', { pieces: [{ pieceId: 'ancienne-carte', state: 'presented' }] })
  read('2030-01-01')
  expect(answered('validite-carte')).toBe('oui')
  read('2022-01-01')
  expect(answered('validite-carte')).toBe('oui')
  // Issued to an adult from 2004 to 2013, it may be worth five years more than its date.
  read('2019-01-01')
  expect(answered('validite-carte')).toBeUndefined()
  receive('passeport')
  act('sheet.update', {
    capacity: 'self',
    identity: { kind: 'passport', validUntil: '2019-01-01' },
    pieces: [{ pieceId: 'ancien-passeport', state: 'presented' }],
  })
  expect(answered('validite-passeport')).toBe('non')
})

test('a second request for oneself takes neither the name nor the title of the first', () => {
  receive('cni')
  act('visit.addService', { serviceId: 'titres', procedureId: 'passeport' })
  act('sheet.update', {
    capacity: 'self',
    identity: { kind: 'cni', validUntil: '2030-01-01' },
    person: { familyName: 'Diallo' },
    pieces: [{ pieceId: 'photo', state: 'presented' }],
  })
  act('visit.close', { outcome: 'filed' })
  expect(current().sheet).toMatchObject({ capacity: null, identity: null, person: null })
})

test('the next request of a family has the procedure that its ticket was taken for, as one that begins with nothing', () => {
  office = PureOffice.school(ten)
  act('day.open', {}, 'supervisor')
  act('counter.open', { counterId: '1' })
  act('ticket.take', { serviceId: 'titres', procedureId: 'cni' }, 'kiosk')
  act('ticket.callNext', {})
  act('ticket.start', {})
  act('visit.addService', { serviceId: 'titres' })
  act('sheet.update', { capacity: 'legalRepresentative' })
  expect(act('visit.close', { outcome: 'information' }).refusal).toBeUndefined()
  expect(current().sheet).toMatchObject({ procedureId: 'cni', capacity: 'legalRepresentative' })
})
