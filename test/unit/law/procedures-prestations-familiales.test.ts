import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedProcedure, situationOf, tellSituations } from '../../fixtures/situations.ts'

const everyone = ['livret-famille', 'ressources', 'rib']
const request = ['demande-en-ligne', 'formulaire']
const never = ['justificatif-domicile', 'copie-certifiee-conforme']

tellSituations('prestations-familiales', [
  {
    situation: 'a second child is born on the 20th of February: the right begins on the 1st of March',
    interview: [
      ['prestation', 'mensuelle'],
      ['nationalite', 'oui'],
      ['conditions-reunies', '2026-02-20'],
    ],
    case: 'prestation mensuelle',
    required: ['identite', ...everyone],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { droit: '2026-03-01' },
    dueByPerson: ['declarer-changements'],
  },
  {
    situation: 'conditions met on the 1st of a month still open the right on the 1st of the next',
    interview: [
      ['prestation', 'mensuelle'],
      ['nationalite', 'oui'],
      ['conditions-reunies', '2026-12-01'],
    ],
    on: '2026-12-03',
    case: 'prestation mensuelle',
    required: ['identite', ...everyone],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { droit: '2027-01-01' },
  },
  {
    situation: 'childcare is counted from the month of the request: the person is told not to wait',
    interview: [
      ['prestation', 'mode de garde'],
      ['nationalite', 'oui'],
    ],
    case: 'prestation comptée du mois de la demande',
    required: ['identite', ...everyone],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    dueByPerson: ['declarer-changements', 'deposer-ce-mois'],
  },
  {
    situation: 'support for a parent left alone: the judge’s decision fixes the first day',
    interview: [
      ['prestation', 'soutien familial'],
      ['nationalite', 'oui'],
    ],
    presented: ['formulaire'],
    case: 'prestation comptée du mois de la demande',
    required: ['formulaire', 'identite', 'decision-juge', ...everyone],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a family from outside the Union proves its own stay and that of each child',
    interview: [
      ['prestation', 'mensuelle'],
      ['nationalite', 'non'],
      ['conditions-reunies', '2026-02-20'],
    ],
    case: 'prestation mensuelle',
    required: ['titre-sejour', 'enfants-etrangers', ...everyone],
    alternative: request,
    notRequired: ['identite'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { droit: '2026-03-01' },
  },
  {
    situation: 'where the office is connected, neither the family record book nor the tax notice is asked',
    exchanges: ['famille', 'foyer-fiscal'],
    interview: [
      ['prestation', 'handicap'],
      ['nationalite', 'oui'],
    ],
    case: 'éducation de l’enfant handicapé',
    required: ['identite', 'rib'],
    alternative: request,
    heldByAdministration: ['livret-famille', 'ressources'],
    mayNotBeAsked: never,
    cents: 0,
  },
])

const start = assess(shippedProcedure('prestations-familiales'), situationOf({}))

describe('the law behind', () => {
  test('the silence of the fund is not known, and is said to be unknown', () => {
    expect(start.silence).toMatchObject({ sense: 'inconnu', delay: null, toConfirm: true })
  })

  test('the fund’s own board is asked first, then the civil court: read in the code', () => {
    expect(start.remedy).toMatchObject({
      prior: 'yes',
      authority: 'la commission de recours amiable de la caisse',
      court: 'tribunal judiciaire (pôle social)',
      delay: { count: 2, unit: 'months' },
      toConfirm: false,
    })
  })

  test('the penalty’s text was replaced on 30 June 2026: to confirm, and excluded in good faith', () => {
    const penalty = start.ifLate.find(({ title }) => title.startsWith('Avertissement ou pénalité'))
    expect(penalty).toMatchObject({ toConfirm: true })
    expect(penalty?.title).toContain('exclus en cas de bonne foi')
    expect(start.rightToError?.toConfirm).toBe(false)
  })

  test('a receipt of renewal proves the stay, an attestation of online filing does not', () => {
    const permit = start.pieces.find(({ pieceId }) => pieceId === 'titre-sejour')
    expect(permit?.detail).toBe(
      'Ou récépissé de renouvellement (D512-1, 4°) ; une attestation de dépôt en ligne n’en est pas un',
    )
  })

  test('residence is proved by any means, and no proof of address may be asked', () => {
    expect(start.domicile).toMatchObject({ proof: 'forbidden', toConfirm: false })
    expect(start.domicile.sources.map(({ sourceId }) => sourceId)).toEqual(['crpa-r113-8', 'css-r111-2'])
  })

  test('a refusal is motivated, and so is a claim for repayment, with its remedies', () => {
    const due = Object.fromEntries(start.dueByAdministration.map((duty) => [duty.dueId, duty]))
    expect(due['refus-motive']?.sources.map(({ sourceId }) => sourceId)).toContain('crpa-l211-7')
    expect(due['indu-motive']?.sources.map(({ sourceId }) => sourceId)).toEqual(['crpa-l211-8'])
  })
})
