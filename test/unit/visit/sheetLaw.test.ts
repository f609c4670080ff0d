import { beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { documentContent } from '../../../shared/documents/content.ts'
import { isProofSeen } from '../../../shared/identity/capacities.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { saidOf } from '../../fixtures/saidOnPaper.ts'

// What the law lets an agent note on the sheet of who is received, through the office's own acts.

/** 3 March 2026, 10 h in Paris. */
const ten = Date.UTC(2026, 2, 3, 9) as Instant
let office: PureOffice

type Decision = { readonly refusal?: string; readonly details?: readonly string[]; readonly output?: unknown }
const act = (name: string, input: unknown, actor = 'agent1') =>
  office.act(name as never, input as never, actor) as Decision

/** Someone is received at counter 1, for this procedure. */
function receive(procedureId: string, law: object = {}): void {
  office = PureOffice.school(ten)
  for (const [name, input, actor] of [
    ['office.setLaw', law, 'admin'],
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
const piece = (pieceId: string) =>
  current().assessment?.pieces.find((one) => (one.pieceId as string) === pieceId)

describe('the three unlawful asks that were seen in town halls', () => {
  test.each([
    ['pacs', 'Justificatif de domicile', /R113-8|circulaire|sworn|PACS/i],
    ['recensement', 'un justificatif de domicile de moins de 3 mois', /R113-8/],
    ['inscription-scolaire', 'Facture EDF', /D131-3-1|C\. éduc/],
  ])('%s: « %s » can’t be asked, and the text is named', (procedureId, label, article) => {
    receive(procedureId)
    const { refusal, details } = act('sheet.update', { pieces: [{ label, state: 'missing' }] })
    expect(refusal).toBe('pieceMayNotBeAsked')
    expect(details?.join(' ')).toMatch(article)
    // Shown all the same, it is noted: only asking for it is forbidden.
    expect(act('sheet.update', { pieces: [{ label, state: 'presented' }] }).refusal).toBeUndefined()
  })
})

describe('the proof of who acts for another', () => {
  test.each(['tutelle', 'legalRepresentative', 'mandate'] as const)(
    '%s: said to be seen before the list that asks it came, it is ticked in the list',
    (capacity) => {
      receive('cni')
      act('sheet.update', { capacity, capacitySeen: null })
      // A key pressed before the list of that capacity was drawn names no piece of it.
      act('sheet.update', { capacitySeen: { proofSeen: true } })
      const { sheet, assessment } = current()
      expect(isProofSeen(sheet, assessment)).toBe(true)
    },
  )

  test('left unseen, ticks nothing', () => {
    receive('cni')
    act('sheet.update', { capacity: 'tutelle', capacitySeen: { proofSeen: false } })
    expect(current().sheet.pieces).toEqual([])
  })

  const asked = ['jugement-tutelle', 'identite-tuteur']
  const states = () =>
    asked.map((name) => current().sheet.pieces.find((one) => 'pieceId' in one && one.pieceId === name)?.state)

  test('said to be seen, then unseen, is taken back in the list', () => {
    receive('cni')
    act('sheet.update', { capacity: 'tutelle', capacitySeen: { proofSeen: true } })
    expect(states()).toEqual(['presented', 'presented'])
    act('sheet.update', { capacitySeen: { proofSeen: false } })
    expect(states()).toEqual(['notExamined', 'notExamined'])
    const { sheet, assessment } = current()
    expect(isProofSeen(sheet, assessment)).toBe(false)
  })

  test('taken back with some of its pieces named, leaves the others as they are', () => {
    receive('cni')
    act('sheet.update', { capacity: 'tutelle', capacitySeen: { proofSeen: true } })
    const pieces = [{ pieceId: 'jugement-tutelle', state: 'notExamined' }]
    act('sheet.update', { capacitySeen: { proofSeen: false }, pieces })
    expect(states()).toEqual(['notExamined', 'presented'])
  })

  test('already seen, is not presented again by the end that is noted of it', () => {
    receive('cni')
    act('sheet.update', { capacity: 'tutelle', capacitySeen: { proofSeen: true } })
    act('sheet.update', { pieces: [{ pieceId: 'jugement-tutelle', state: 'missing' }] })
    const until = '2027-03-03'
    act('sheet.update', { capacitySeen: { proofSeen: true, until } })
    expect(states()).toEqual(['missing', 'presented'])
    // A page says it unseen, since the list lacks a piece of it: the other stays as it is.
    act('sheet.update', { capacitySeen: { proofSeen: false, until } })
    expect(states()).toEqual(['missing', 'presented'])
  })

  test('seen before the procedure is chosen, is ticked once the list comes', () => {
    receive('cni')
    act('sheet.update', { procedureId: null })
    act('sheet.update', { capacity: 'tutelle', capacitySeen: { proofSeen: true } })
    expect(current().sheet.pieces).toEqual([])
    act('sheet.update', { procedureId: 'cni' })
    expect(states()).toEqual(['presented', 'presented'])
    // Unticked by hand, it stays so.
    act('sheet.update', { pieces: [{ pieceId: 'jugement-tutelle', state: 'notExamined' }] })
    act('sheet.update', { note: 'Rien' })
    expect(states()).toEqual(['notExamined', 'presented'])
  })

  test.each([
    ['missing', 'passeport'],
    ['notExamined', 'passeport'],
    ['missing', null],
  ] as const)('noted %s, is not presented by another procedure (%s first)', (state, first) => {
    receive('cni')
    act('sheet.update', { capacity: 'tutelle', capacitySeen: { proofSeen: true } })
    act('sheet.update', { pieces: asked.map((pieceId) => ({ pieceId, state })) })
    act('sheet.update', { procedureId: first })
    act('sheet.update', { procedureId: 'passeport' })
    expect(current().assessment?.pieces.map(({ pieceId }) => pieceId)).toEqual(expect.arrayContaining(asked))
    expect(states()).toEqual([undefined, undefined])
    const { sheet, assessment } = current()
    expect(isProofSeen(sheet, assessment)).toBe(false)
  })

  describe('taken off the list by an answer', () => {
    const answer = (personne: string) => act('sheet.update', { answers: { personne } })
    const isSeen = () => isProofSeen(current().sheet, current().assessment)
    beforeEach(() => {
      receive('cni')
      act('sheet.update', { capacity: 'tutelle', capacitySeen: { proofSeen: true } })
      answer('en tutelle')
    })

    test.each(['missing', 'notExamined'] as const)('with a piece noted %s, is not seen', (state) => {
      act('sheet.update', { pieces: [{ pieceId: 'jugement-tutelle', state }] })
      expect(isSeen()).toBe(false)
      answer('majeure')
      expect(current().assessment?.pieces.map(({ pieceId }) => pieceId)).not.toContain('jugement-tutelle')
      expect(isSeen()).toBe(false)
    })

    test('wholly seen, stays seen', () => {
      answer('majeure')
      expect(isSeen()).toBe(true)
    })
  })

  test('wholly seen, is presented in the list of another procedure too', () => {
    receive('cni')
    act('sheet.update', { capacity: 'tutelle', capacitySeen: { proofSeen: true } })
    act('sheet.update', { procedureId: null })
    act('sheet.update', { procedureId: 'passeport' })
    expect(states()).toEqual(['presented', 'presented'])
  })
})

describe('what may be asked in other words', () => {
  beforeEach(() => receive('cni'))

  test.each([
    'une copie certifiée conforme de l’acte',
    'Copies conformes',
    'la légalisation de la signature',
    'CERTIFIEE CONFORME',
  ])('« %s » is forbidden everywhere (R113-5, R113-10)', (label) => {
    expect(act('sheet.update', { pieces: [{ label, state: 'missing' }] }).refusal).toBe('pieceMayNotBeAsked')
  })

  test.each([
    ['Des photos', 'photo'],
    ['Un justificatif de domicile', 'justificatif-domicile'],
  ])('« %s » is the piece of the list that it names', (label, pieceId) => {
    expect(act('sheet.update', { pieces: [{ label, state: 'missing' }] }).refusal).toBeUndefined()
    expect(current().sheet.pieces).toEqual([{ pieceId, state: 'missing' }])
  })

  test('« Le livret de famille » is required by no text of a national identity card: it can only be shown', () => {
    const label = 'Le livret de famille'
    expect(act('sheet.update', { pieces: [{ label, state: 'missing' }] }).refusal).toBe('pieceWithoutText')
    expect(act('sheet.update', { pieces: [{ label, state: 'presented' }] }).refusal).toBeUndefined()
  })
})

describe('« dites-le-nous une fois »', () => {
  const tax = { procedureId: 'c2s', exchange: 'foyer-fiscal' }

  const held = () => current().assessment?.pieces.find((one) => one.exchange?.exchangeId === tax.exchange)

  test('a piece that an administration holds is asked where the office is not connected, and L114-10 says why', () => {
    receive(tax.procedureId)
    expect(held()).toMatchObject({ exchange: { connected: false } })
    expect(held()?.sources.map(({ title }) => title)).toContain('CRPA L114-10')
  })

  test('connected, it is not asked; asked again, a reason is typed, kept and counted', () => {
    receive(tax.procedureId, { exchanges: [tax.exchange] })
    const asked = held()!
    expect(asked.status).toBe('heldByAdministration')
    const missing = { pieces: [{ pieceId: asked.pieceId, state: 'missing' }] }
    expect(act('sheet.update', missing).refusal).toBe('pieceHeld')
    expect(
      act('piece.askAgain', { pieceId: asked.pieceId, reason: 'L’échange ne répond pas depuis ce matin' })
        .refusal,
    ).toBeUndefined()
    expect(piece(asked.pieceId)).toMatchObject({ status: 'required' })
    expect([...office.personal.reasons.values()]).toContain('L’échange ne répond pas depuis ce matin')
    expect(office.view('supervision.view', 'supervisor').askedAgain).toMatchObject([
      { exchangeId: tax.exchange, times: 1 },
    ])
  })

  test('nothing is asked again for a file that is decided', () => {
    receive(tax.procedureId, { exchanges: [tax.exchange] })
    const file = { procedureId: tax.procedureId, serviceId: 'titres', channel: 'post', pieces: [] }
    const opened = office.act('file.open', { ...file, receivedOn: '2026-03-03' }, 'agent1')
    if ('refusal' in opened) throw new Error(opened.refusal)
    const { fileId } = opened.output
    const on = '2026-03-03'
    expect(
      office.act('file.decide', { fileId, decision: 'granted', by: 'authority', on }, 'supervisor'),
    ).toHaveProperty('output')
    expect(act('visit.takeFile', { fileId }).refusal).toBeUndefined()
    expect(
      act('piece.askAgain', { pieceId: held()!.pieceId, reason: 'L’échange ne répond pas' }).refusal,
    ).toBe('fileAlreadyDecided')
  })

  test('a piece that nobody else holds is not asked « again »', () => {
    receive('cni', { exchanges: [tax.exchange] })
    expect(act('piece.askAgain', { pieceId: 'photo', reason: 'Floue' }).refusal).toBe('pieceNotHeld')
  })

  test('an exchange that no text knows can’t be connected', () => {
    receive('cni')
    expect(act('office.setLaw', { exchanges: ['voisinage'] }, 'admin')).toMatchObject({
      refusal: 'unknownExchange',
      details: ['voisinage'],
    })
  })
})

describe('a proof of domicile whose 2D-Doc is verified', () => {
  const set = (state: string, read?: '2ddoc') =>
    act('sheet.update', { pieces: [{ pieceId: 'justificatif-domicile', state, ...(read && { read }) }] })

  test('can’t be refused where the domicile must be proved (R113-8); a slip is taken back', () => {
    receive('cni')
    expect(set('presented', '2ddoc').refusal).toBeUndefined()
    expect(set('missing').refusal).toBe('proofCannotBeRefused')
    expect(set('notExamined').refusal).toBeUndefined()
    expect(set('missing').refusal).toBeUndefined()
  })
})

describe('dates that can’t be', () => {
  beforeEach(() => receive('cni'))

  test('a birth to come is refused', () => {
    const person = { familyName: 'Martin', birthDate: '2026-03-04' }
    expect(act('sheet.update', { person }).refusal).toBe('birthInFuture')
    expect(
      act('sheet.update', { person: { ...person, birthDate: '2026-03-03' } }).refusal,
      'today',
    ).toBeUndefined()
  })

  test('a birth that nobody could have outlived is refused; the oldest possible is taken', () => {
    const born = (birthDate: string) =>
      act('sheet.update', { person: { familyName: 'Martin', birthDate } }).refusal
    expect([born('1700-01-01'), born('1896-03-02'), born('1896-03-03')]).toEqual([
      'birthTooOld',
      'birthTooOld',
      undefined,
    ])
  })

  test('a title issued tomorrow, or a name of use asked for tomorrow, is refused', () => {
    const tomorrow = '2026-03-04'
    const identity = { kind: 'passport', issuedOn: tomorrow }
    const person = { familyName: 'Martin', usageName: { name: 'Roy', askedOn: tomorrow } }
    expect([act('sheet.update', { identity }).refusal, act('sheet.update', { person }).refusal]).toEqual([
      'dateInFuture',
      'dateInFuture',
    ])
  })

  test('a title that ends before it was issued is refused, and one that has expired is seen as it is', () => {
    const identity = { kind: 'passport', issuedOn: '2020-01-02', validUntil: '2020-01-01' }
    expect(act('sheet.update', { identity }).refusal).toBe('issuedAfterEnd')
    expect(
      act('sheet.update', { identity: { ...identity, validUntil: '2020-01-02' } }).refusal,
    ).toBeUndefined()
  })
})

describe('identity is what was seen, and never a condition of filing', () => {
  test('declared without a paper, with nothing on the person, a request is filed and its receipt given', () => {
    receive('cni')
    act('sheet.update', {
      identity: { kind: 'declared' },
      pieces: [{ pieceId: 'photo', state: 'presented' }],
    })
    const { output, refusal } = act('visit.close', { outcome: 'filed' })
    expect(refusal).toBeUndefined()
    expect((output as { documents: readonly { kind: string }[] }).documents).toMatchObject([
      { kind: 'recepisse' },
    ])
  })

  test('the sheet has no field for a number, a photograph or a copy', () => {
    receive('cni')
    for (const forbidden of ['number', 'documentNumber', 'photo', 'copy', 'nir'])
      expect(
        Object.keys({ ...current().sheet, ...current().sheet.person, ...current().sheet.identity }),
      ).not.toContain(forbidden)
  })
})

describe('an election of domicile is a domicile (CASF L264-2)', () => {
  test('for the card, the attestation takes the place of the proof of domicile', () => {
    receive('cni')
    act('sheet.update', { answers: { logement: 'aucun' } })
    expect(piece('election-domicile')?.status).toBe('required')
    expect(piece('justificatif-domicile')?.status).toBe('notRequired')
  })
})

describe('ballots that an office knows', () => {
  test('its own by-election closes the lists: the ordinary way ends on the sixth Friday before', () => {
    receive('elections', { ballots: ['2026-03-08'] })
    const closing = current().assessment?.deadlines.find(({ to }) => to !== null)
    expect(closing?.to).toBe('2026-01-30')
  })

  test('the municipal elections of 15 March 2026 are known to every office until that day', () => {
    receive('elections', { ballots: ['2026-05-17'] })
    const closing = current().assessment?.deadlines.find(({ to }) => to !== null)
    expect(closing?.to).toBe('2026-02-06')
  })
})

describe('the receipt says what the person needs afterwards', () => {
  type Closed = { readonly documents: readonly { readonly documentId: string; readonly kind: string }[] }
  const close = (outcome: string): Closed => act('visit.close', { outcome }).output as Closed
  const paperOf = ({ documents }: Closed): string => {
    const document = office.documents.get(documents[0]!.documentId)
    if (document === undefined || document === 'erased') throw new Error('no document')
    return saidOf(documentContent(document, { copy: 1, reprint: false }))
  }

  test('the reference of the file that it opens, to be found again by', () => {
    receive('cni')
    act('sheet.update', { pieces: [{ pieceId: 'photo', state: 'presented' }] })
    expect(paperOf(close('filed'))).toContain('Dossier DO-2026-1')
  })

  test('a person who said that they can’t sign has it written on the receipt', () => {
    receive('cni')
    act('sheet.update', { signing: 'cannotSign' })
    expect(paperOf(close('filed'))).toContain('La personne a dit ne pouvoir signer.')
  })

  test('the ministry’s receipt is recorded by its number, and nothing is doubled but for what is missing', () => {
    receive('cni')
    const ministry = { issuer: 'ANTS', number: 'X1Y2Z3' }
    act('sheet.update', { ministry, pieces: [{ pieceId: 'photo', state: 'presented' }] })
    expect(close('filed').documents).toEqual([])
    receive('cni')
    act('sheet.update', { ministry, pieces: [{ pieceId: 'photo', state: 'missing' }] })
    expect(paperOf(close('filed'))).toMatch(/Récépissé délivré par ANTS\s: n°\sX1Y2Z3/u)
  })
})
