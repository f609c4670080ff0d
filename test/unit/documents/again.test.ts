import { beforeEach, describe, expect, test } from 'vitest'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import { documentText } from '../../../electron/host/documents/render.ts'
import { verifyFacts } from '../../../shared/documents/seal.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import { officePublicKey } from '../../fixtures/pureOffice.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  given(office.act('office.setLaw', { regulations: [regulation] }, 'admin'))
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' })
})

const pieces = [
  { label: 'Bail', state: 'presented' },
  { label: 'Photo', state: 'missing' },
]
/** « Autre démarche » has no list here: the photograph is what the office's own regulation requires. */
const regulation = {
  title: 'Règlement des aides',
  number: '2025-41',
  date: '2025-06-12',
  procedureId: 'autre',
  piece: 'Photo',
}
/** The papers of a visit that ended so. */
function closed(outcome = 'incomplete', sheet: object = { procedureId: 'autre', label: 'Aide', pieces }) {
  given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(office.act('ticket.callNext', {}))
  given(office.act('ticket.start', {}))
  given(office.act('sheet.update', sheet))
  const to = outcome === 'forwarded' ? { to: { name: 'CCAS de Melun' } } : {}
  return given(office.act('visit.close', { outcome, ...to })).output.documents
}
const issued = (documentId: string) => {
  const document = office.pure.documents.get(documentId)
  if (document === undefined || document === 'erased') throw new Error('not issued')
  return document
}
const facts = (documentId: string): DocumentFacts => issued(documentId).facts
const duplicate = (documentId: string, actor = 'agent1') =>
  office.act('document.duplicate', { documentId }, actor)
const correct = (documentId: string, changes: object, actor = 'agent1') =>
  office.act('document.correct', { documentId, changes, reason: 'Une faute de frappe' }, actor)
const cancel = (documentId: string, actor = 'agent1') =>
  office.act('document.cancel', { documentId, reason: 'Mauvaise personne' }, actor)
const handOver = (documentId: string, more: object = {}) =>
  office.act('document.handOver', { documentId, means: 'counter', to: 'self', ...more })
const line = (documentId: string) =>
  office.pure.office.issued.get('1' as never)?.find((one) => one.documentId === documentId)

/** The only paper of a visit that ended so. */
const receipt = (...how: Parameters<typeof closed>) => closed(...how)[0]!

describe('nothing is ever edited', () => {
  test('a duplicate has a number of its own, names the first, and says the same; the first still holds', () => {
    const first = receipt()
    const before = structuredClone(issued(first.documentId))
    const { documentId, number } = given(duplicate(first.documentId)).output
    expect(number).toBe('AR-2026-2')
    const { relates, issuedAt: _, ...same } = facts(documentId)
    expect(relates).toEqual({ how: 'duplicate', number: 'AR-2026-1', issuedAt: before.facts.issuedAt })
    expect({ ...before.facts, relates: undefined }).toMatchObject({ ...same })
    expect(issued(first.documentId)).toEqual(before)
    expect(verifyFacts(issued(first.documentId), officePublicKey).is).toBe('authentic')
    expect(line(first.documentId)).toMatchObject({ cancelledBy: null, correctedBy: null })
  })

  test('a duplicate of a duplicate names the first of them', () => {
    const first = receipt()
    const second = given(duplicate(first.documentId)).output
    const third = given(duplicate(second.documentId)).output
    expect(facts(third.documentId).relates?.number).toBe('AR-2026-1')
  })

  test('a correction says what was meant; the first keeps its number and says by which it is replaced', () => {
    const first = receipt()
    const changes = { label: 'Aide au logement', pieces: [{ title: 'Photo', state: 'presented' }] }
    const { documentId, number } = given(correct(first.documentId, changes)).output
    expect(facts(documentId)).toMatchObject({
      label: 'Autre démarche',
      saidLabel: 'Aide au logement',
      pieces: [
        { title: 'Bail', state: 'presented' },
        { title: 'Photo', state: 'presented' },
      ],
      relates: { how: 'correction', number: 'AR-2026-1' },
    })
    expect(facts(first.documentId).saidLabel).toBe('Aide')
    expect(line(first.documentId)).toMatchObject({ number: 'AR-2026-1', correctedBy: number })
    for (const again of [duplicate(first.documentId), cancel(first.documentId), handOver(first.documentId)])
      expect(again).toMatchObject({ refusal: 'documentCancelled', details: [number] })
  })

  test('a correction can’t say that something lacks which no text requires, and can where one does', () => {
    const { documentId } = receipt()
    const lacks = (title: string) => correct(documentId, { pieces: [{ title, state: 'missing' }] })
    expect(refusalOf(lacks('Bail'))).toBe('pieceWithoutText')
    given(correct(documentId, { pieces: [{ title: 'Photo', state: 'presented' }] }))
    const [again] = closed('filed', {
      procedureId: 'autre',
      label: 'Aide',
      pieces: [{ label: 'Photo', state: 'presented' }],
    })
    given(correct(again!.documentId, { pieces: [{ title: 'Photo', state: 'missing' }] }))
  })

  test('a correction that changes nothing, or a piece that is not there, is refused and uses no number', () => {
    const { documentId } = receipt()
    expect(refusalOf(correct(documentId, {}))).toBe('nothingToCorrect')
    expect(refusalOf(correct(documentId, { label: 'Aide' }))).toBe('nothingToCorrect')
    const strange = correct(documentId, { pieces: [{ title: 'Passeport', state: 'missing' }] })
    expect(strange).toMatchObject({ refusal: 'unknownPiece', details: ['Passeport'] })
    expect(given(duplicate(documentId)).output.number).toBe('AR-2026-2')
  })

  test('a cancellation names the document that no longer holds, and why; why is no fact of the journal', () => {
    const first = receipt()
    const { documentId, number, kind } = given(cancel(first.documentId)).output
    expect([kind, number]).toEqual(['annulation', 'AN-2026-1'])
    expect(facts(documentId)).toMatchObject({
      relates: { how: 'cancellation', number: 'AR-2026-1' },
      cancels: { kind: 'accuse', number: 'AR-2026-1' },
      reason: 'Mauvaise personne',
      author: { familyName: 'Belkacem' },
    })
    expect(line(first.documentId)?.cancelledBy).toBe('AN-2026-1')
    expect(JSON.stringify(office.pure.recorded)).not.toContain('Mauvaise personne')
    expect(refusalOf(cancel(first.documentId))).toBe('documentCancelled')
  })

  test.each([
    ['corrected', (documentId: string) => given(correct(documentId, { label: 'Aide au loyer' })).output],
    ['cancelled', (documentId: string) => given(cancel(documentId)).output],
  ])('what repeats a paper that is %s holds no more than it: the one that holds is named', (_, undo) => {
    const first = receipt()
    const again = given(duplicate(first.documentId)).output.documentId
    const twice = given(duplicate(again)).output.documentId
    const { number } = undo(first.documentId)
    const gone = { refusal: 'documentCancelled', details: [number] }
    for (const one of [again, twice])
      expect([
        duplicate(one),
        correct(one, { label: 'Aide au chauffage' }),
        cancel(one),
        handOver(one),
      ]).toMatchObject([gone, gone, gone, gone])
  })

  test('what puts a duplicate right replaces the paper that it repeats, and names it', () => {
    const first = receipt()
    const again = given(duplicate(first.documentId)).output
    const right = given(correct(again.documentId, { label: 'Aide au loyer' })).output
    expect(facts(right.documentId).relates).toMatchObject({ how: 'correction', number: first.number })
    expect(documentText(issued(right.documentId))).toContain(first.number)
    for (const one of [first.documentId, again.documentId]) {
      expect(line(one)?.correctedBy).toBe(right.number)
      expect(duplicate(one)).toMatchObject({ refusal: 'documentCancelled', details: [right.number] })
    }
  })

  test('what was handed over is put right by none of what repeats it', () => {
    const first = receipt()
    const again = given(duplicate(first.documentId)).output
    given(handOver(first.documentId))
    expect(refusalOf(correct(again.documentId, { label: 'Aide au loyer' }))).toBe('documentHandedOver')
  })

  test('nor is the first put right, nor another duplicate, once a duplicate was handed over', () => {
    const first = receipt()
    const again = given(duplicate(first.documentId)).output
    const twice = given(duplicate(again.documentId)).output
    const other = given(duplicate(first.documentId)).output
    given(handOver(twice.documentId))
    for (const { documentId } of [first, again, twice, other])
      expect(refusalOf(correct(documentId, { label: 'Aide au loyer' }))).toBe('documentHandedOver')
    given(cancel(first.documentId))
  })

  test('a cancellation names the duplicates that it takes with it, those of a duplicate too', () => {
    const first = receipt()
    const again = given(duplicate(first.documentId)).output
    given(duplicate(again.documentId))
    const other = receipt()
    const { documentId } = given(cancel(first.documentId)).output
    expect(facts(documentId)).toMatchObject({
      duplicates: [{ number: 'AR-2026-2' }, { number: 'AR-2026-3' }],
    })
    expect(documentText(issued(documentId))).toContain('AR-2026-3')
    expect(facts(given(cancel(other.documentId)).output.documentId)).not.toHaveProperty('duplicates')
  })

  test('a cancellation is given again, and is neither cancelled nor put right', () => {
    const { documentId } = given(cancel(receipt().documentId)).output
    expect(refusalOf(cancel(documentId))).toBe('documentIsCancellation')
    expect(refusalOf(correct(documentId, { label: 'x' }))).toBe('nothingToCorrect')
    const again = given(duplicate(documentId)).output
    expect(facts(again.documentId)).toMatchObject({ cancels: { number: 'AR-2026-1' } })
  })

  test('what is erased, or was never issued, is not made again', () => {
    const { documentId } = receipt()
    office.pure.documents.set(documentId, 'erased')
    expect(refusalOf(duplicate(documentId))).toBe('documentErased')
    expect(refusalOf(duplicate(office.pure.newId()))).toBe('unknownDocument')
  })
})

describe('handing over', () => {
  test('is recorded once, with its hour, its means, and whether it was taken', () => {
    const { documentId } = receipt()
    expect(given(handOver(documentId, { refused: true })).output.at).toBe(office.pure.now)
    expect(line(documentId)?.handedAt).toBe(office.pure.now)
    expect(office.pure.recorded.at(-1)?.event).toMatchObject({
      type: 'documentHandedOver',
      data: { documentId, means: 'counter', to: 'self', refused: true },
    })
    expect(refusalOf(handOver(documentId))).toBe('documentHandedOver')
  })

  test('ends corrections: what the person has is cancelled by a paper that they are given', () => {
    const { documentId } = receipt()
    given(handOver(documentId))
    expect(refusalOf(correct(documentId, { label: 'Aide au logement' }))).toBe('documentHandedOver')
    expect(given(cancel(documentId)).output.number).toBe('AN-2026-1')
  })
})

describe('a decision', () => {
  const refused = () => {
    const remedies = [{ procedureId: 'attestation-accueil', authority: null, court: '43 rue, 77000 Melun' }]
    given(office.act('office.setLaw', { exchanges: [], ballots: [], remedies }, 'admin'))
    const power = { procedures: null, from: '2026-01-01', until: null, act: null, capacity: 'authority' }
    const delegation = { agentId: 'agent1', ...power }
    given(office.act('paper.set', { delegations: [delegation] }, 'admin'))
    const fileId = office.open({ person: { familyName: 'Diallo' } })
    const law = [{ title: 'CESEDA L313-3', said: null }]
    const ground = { groundId: 'logement', said: { source: 'Bail présenté', date: '2026-02-19' } }
    const what = { kind: 'refus', fileId, facts: 'Une pièce de 9 m² pour trois.', law, ground }
    return { fileId, ...given(office.act('document.issue', { what })).output }
  }

  test('is withdrawn by another decision, never cancelled (CRPA L242-1)', () => {
    expect(refusalOf(cancel(refused().documentId))).toBe('documentIsDecision')
  })

  test('is put right by who may sign it alone, and repeated by anyone', () => {
    const { documentId } = refused()
    const changes = { label: 'Accueil d’une tante' }
    expect(refusalOf(correct(documentId, changes, 'agent2'))).toBe('notSignatory')
    expect(facts(given(duplicate(documentId, 'agent2')).output.documentId)).toMatchObject({
      author: { familyName: 'Le Goff' },
      signatory: { name: { familyName: 'Belkacem' } },
    })
    expect(given(correct(documentId, changes)).output.number).toBe('RF-2026-3')
  })

  test('is opposable from the day it is handed over, which its file has too (CRPA L221-8)', () => {
    const { documentId, fileId } = refused()
    office.on('2026-03-05')
    given(handOver(documentId, { means: 'registeredPost' }))
    expect(office.shown(fileId).handedOver).toEqual([
      { what: 'decision', means: 'registeredPost', on: '2026-03-05', refused: false, proof: null },
    ])
  })
})

describe('a safety pseudonym (CRPA L111-2)', () => {
  const shield = (pseudonym: string | null, agentId = 'agent1') =>
    office.act('agent.shield', { agentId, pseudonym, reason: 'Menaces au guichet' }, 'admin')

  test('is what every paper says instead of the name', () => {
    given(shield('Agent 7'))
    const first = receipt('forwarded')
    expect(facts(first.documentId)).toMatchObject({ agent: null, pseudonym: 'Agent 7' })
    const cancelled = given(cancel(first.documentId)).output
    expect(facts(cancelled.documentId)).toMatchObject({ author: { pseudonym: 'Agent 7' } })
    for (const document of office.pure.documents.values())
      expect(JSON.stringify(document)).not.toContain('Belkacem')
  })

  test('holds on what is made again of a paper given before it, whoever makes it', () => {
    const first = receipt('forwarded')
    expect(facts(first.documentId)).toMatchObject({ agent: { familyName: 'Belkacem' } })
    given(shield('Agent 7'))
    const again = given(duplicate(first.documentId, 'supervisor')).output
    expect(facts(again.documentId)).toMatchObject({ agent: null, pseudonym: 'Agent 7' })
    expect(JSON.stringify(facts(again.documentId))).not.toContain('Belkacem')
  })

  test('is resolved by the administration alone: no page of another shows the name', () => {
    given(shield('Agent 7'))
    for (const actor of ['agent2', 'agent3']) {
      const { agents } = office.pure.view('agents.view', actor)
      expect(agents.find(({ agentId }) => agentId === 'agent1')).toMatchObject({
        name: null,
        pseudonym: 'Agent 7',
      })
    }
    for (const actor of ['agent2', 'supervisor'])
      expect(office.pure.view('paper.view', actor).shields).toEqual([])
    expect(office.pure.view('paper.view', 'admin').shields).toEqual([
      { agentId: 'agent1', pseudonym: 'Agent 7', reason: 'Menaces au guichet' },
    ])
    const known = office.pure
      .view('settings.view', 'admin')
      .agents.find(({ agentId }) => agentId === 'agent1')
    expect(known?.name?.familyName).toBe('Belkacem')
    expect(office.pure.view('office.view', 'agent1').me?.name.familyName, 'they know who they are').toBe(
      'Belkacem',
    )
    expect(JSON.stringify(office.pure.recorded), 'why is no fact of the journal').not.toContain('Menaces')
  })

  test('is one agent’s and nobody’s name, and is given back for a reason that is kept', () => {
    given(shield('Agent 7'))
    for (const taken of ['Agent 7', 'agent-7', 'Ferrand', 'nadia ferrand'])
      expect(refusalOf(shield(taken, 'agent2')), taken).toBe('pseudonymTaken')
    expect(refusalOf(shield('agent 7')), 'one’s own is put right').toBeUndefined()
    given(shield(null))
    expect(facts(receipt('forwarded').documentId)).toMatchObject({ agent: { familyName: 'Belkacem' } })
  })
})

describe('a closing taken back', () => {
  const undo = () => office.act('counter.undo', {})
  const cancellations = () =>
    [...office.pure.documents.values()].flatMap((document) =>
      document !== 'erased' && document.facts.kind === 'annulation' ? [document] : [],
    )

  test('cancels each of its papers, in the same act, for this reason', () => {
    const papers = closed('notServed')
    expect(papers.map(({ number }) => number)).toEqual(['RD-2026-1', 'AP-2026-1'])
    given(undo())
    expect(cancellations().map(({ seal, facts: said }) => [seal.number, said.relates?.number])).toEqual([
      ['AN-2026-1', 'RD-2026-1'],
      ['AN-2026-2', 'AP-2026-1'],
    ])
    expect(cancellations()[0]?.facts).toMatchObject({
      reason: 'Fin de passage annulée',
      label: 'Autre démarche',
      saidLabel: 'Aide',
      ticket: 'A1',
    })
    expect(papers.map(({ documentId }) => line(documentId)?.cancelledBy)).toEqual(['AN-2026-1', 'AN-2026-2'])
    expect(office.pure.jobs.filter(({ title }) => title.startsWith('AN-'))).toHaveLength(2)
  })

  test('leaves alone what was issued before it in the same visit, and what is cancelled already', () => {
    const [first, second] = closed('notServed')
    given(cancel(first!.documentId))
    given(undo())
    expect(cancellations().map(({ facts: said }) => said.relates?.number)).toEqual([
      first!.number,
      second!.number,
    ])
    given(office.act('visit.close', { outcome: 'filed' }))
    given(undo())
    expect(cancellations()).toHaveLength(3)
  })

  test('is refused once a paper of it was repeated or put right: somebody has it in another form', () => {
    const { documentId } = receipt()
    given(duplicate(documentId))
    expect(undo()).toMatchObject({ refusal: 'undoTooLate', details: ['visitWentOn'] })
  })

  test('without papers cancels nothing', () => {
    closed('information')
    given(undo())
    expect(cancellations()).toEqual([])
  })
})
