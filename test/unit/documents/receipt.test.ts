import { describe, expect, test } from 'vitest'
import { isVisitFacts } from '../../../shared/contract/documents/issued.ts'
import { type Outcome } from '../../../shared/contract/queue/outcomes.ts'
import { type VisitFacts } from '../../../shared/contract/documents/visitFacts.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// What a visit leaves on paper: the domain's choice of papers, and what it writes on a receipt.

const morning = Date.parse('2026-03-03T09:42:00Z')

/** Someone received for an identity card, as far as `note` says, and the facts of the papers that the end issues. */
function papersOf(outcome: Outcome, ...notes: readonly unknown[]): readonly VisitFacts[] {
  const office = PureOffice.school(morning)
  office.act('day.open', {}, 'supervisor')
  office.act('ticket.take', { serviceId: 'titres', procedureId: 'cni' }, 'kiosk')
  office.act('counter.open', { counterId: '1' }, 'agent1')
  office.act('ticket.callNext', {}, 'agent1')
  office.act('ticket.start', {}, 'agent1')
  for (const note of notes) expect(office.act('sheet.update', note, 'agent1')).not.toHaveProperty('refusal')
  expect(office.act('visit.close', { outcome }, 'agent1')).not.toHaveProperty('refusal')
  return [...office.documents.values()].flatMap((document) =>
    document !== 'erased' && isVisitFacts(document.facts) ? [document.facts] : [],
  )
}

const piecesOf = (facts: VisitFacts | undefined, state: string) =>
  facts?.pieces.filter((piece) => piece.state === state).map(({ title }) => title)

describe('a receipt', () => {
  test('names no piece that only another case would need', () => {
    const [receipt] = papersOf('filed', { pieces: [{ pieceId: 'photo', state: 'presented' }] })
    expect(piecesOf(receipt, 'presented')).toEqual(['Photo de moins de 6 mois'])
    const left = piecesOf(receipt, 'notExamined')
    expect(left).toContain('Justificatif de domicile, moins d’un an')
    expect(left?.join()).not.toMatch(/hébergement|naissance|timbre|perte|certifiée/i)
  })

  test('says what lacks with its text, and keeps what was shown without being due', () => {
    const [receipt] = papersOf('incomplete', {
      answers: {},
      pieces: [
        { pieceId: 'justificatif-domicile', state: 'missing' },
        { label: 'Livret de famille', state: 'presented' },
      ],
    })
    expect(piecesOf(receipt, 'missing')).toEqual(['Justificatif de domicile, moins d’un an'])
    expect(receipt?.pieces.find(({ state }) => state === 'missing')?.sources).not.toEqual([])
    expect(piecesOf(receipt, 'presented')).toEqual(['Livret de famille'])
  })

  test('keeps a piece that was shown before an answer made it another case’s', () => {
    const [receipt] = papersOf(
      'filed',
      { answers: { logement: 'hébergée' } },
      { pieces: [{ pieceId: 'attestation-hebergement', state: 'presented' }] },
      { answers: { logement: 'le sien' } },
    )
    expect(piecesOf(receipt, 'presented')).toEqual(['Attestation d’hébergement signée'])
  })

  test('of a version before, noted incomplete without a piece named: it says that no piece is asked', () => {
    const [receipt] = papersOf('filed')
    const { lacks, notes } = draftContent({ ...receipt!, outcome: 'incomplete' })
    expect(lacks).toBeNull()
    expect(notes.join(' ')).toContain('aucune ne vous est demandée (CRPA')
  })

  test('forgets a piece whose label was typed by mistake and set aside', () => {
    const [receipt] = papersOf('filed', {
      pieces: [
        { label: 'Livret de famile', state: 'notExamined' },
        { label: 'Livret de famille', state: 'presented' },
      ],
    })
    expect(JSON.stringify(receipt)).not.toContain('famile')
    expect(piecesOf(receipt, 'presented')).toEqual(['Livret de famille'])
  })

  test('of any other request names it, and says the law common to all of them', () => {
    const [receipt] = papersOf('notServed', {
      procedureId: 'autre',
      label: 'Demande de stationnement',
      pieces: [{ label: 'Plan', state: 'presented' }],
    })
    expect(receipt).toMatchObject({ label: 'Autre démarche', saidLabel: 'Demande de stationnement' })
    expect(receipt?.silence?.title).toMatch(/pendant 2 mois vaut acceptation, ou rejet dans les cas/)
  })
})

describe('who leaves with what', () => {
  test.each<[Outcome, readonly string[]]>([
    ['information', []],
    ['handedOver', []],
    ['filed', ['recepisse']],
    ['incomplete', ['recepisse']],
    ['forwarded', ['recepisse', 'attestation']],
    ['notServed', ['recepisse', 'attestation']],
  ])('%s, a piece having been shown: %j', (outcome, kinds) => {
    const lacking = outcome === 'incomplete' ? [{ pieceId: 'justificatif-domicile', state: 'missing' }] : []
    const papers = papersOf(outcome, { pieces: [{ pieceId: 'photo', state: 'presented' }, ...lacking] })
    expect(papers.map(({ kind }) => kind)).toEqual(kinds)
  })

  test.each<Outcome>(['forwarded', 'notServed'])(
    '%s, nothing shown: a certificate of presence',
    (outcome) => {
      expect(papersOf(outcome).map(({ kind }) => kind)).toEqual(['attestation'])
    },
  )
})
