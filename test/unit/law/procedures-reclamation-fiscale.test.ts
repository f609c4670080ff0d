import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedProcedure, situationOf, tellSituations } from '../../fixtures/situations.ts'

const on = '2026-06-03'
const never = ['justificatif-domicile', 'copie-certifiee-conforme']
const either = ['reclamation-en-ligne', 'lettre']
/** Six months from the filing; nine if the office announces it. */
const court = { rejet: '2026-12-03', prolonge: '2027-03-03' }

tellSituations('reclamation-fiscale', [
  {
    situation: 'a person contests the tax of 2025, until the end of the second year',
    on,
    interview: [
      ['auteur', 'personne'],
      ['mise-en-recouvrement', '2025-07-31'],
    ],
    case: 'par la personne',
    required: ['avis'],
    alternative: either,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { reclamer: { limite: '2027-12-31' }, tribunal: court },
  },
  {
    situation: 'somebody acts for another and shows a mandate',
    on,
    interview: [
      ['auteur', 'mandataire'],
      ['mise-en-recouvrement', '2025-07-31'],
    ],
    presented: ['lettre'],
    case: 'par un mandataire',
    required: ['lettre', 'avis', 'mandat'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { reclamer: { limite: '2027-12-31' }, tribunal: court },
  },
  {
    situation: 'a lawyer shows none',
    on,
    interview: [
      ['auteur', 'avocat'],
      ['mise-en-recouvrement', '2024-07-31'],
    ],
    case: 'par un avocat',
    required: ['avis'],
    alternative: either,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { reclamer: { limite: '2026-12-31' }, tribunal: court },
  },
  {
    situation: 'where the office is connected, the notice that it sent is not asked back',
    on,
    exchanges: ['foyer-fiscal'],
    interview: [
      ['auteur', 'personne'],
      ['mise-en-recouvrement', '2025-07-31'],
    ],
    case: 'par la personne',
    required: [],
    alternative: either,
    heldByAdministration: ['avis'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { reclamer: { limite: '2027-12-31' }, tribunal: court },
  },
])

describe('a complaint', () => {
  const start = assess(shippedProcedure('reclamation-fiscale', on), situationOf({ on }))

  test('is a request: its acknowledgement is due, and six months of silence are a refusal', () => {
    expect(start.acknowledgement).toMatchObject({ due: true, toConfirm: false })
    expect(start.silence).toMatchObject({ sense: 'rejet', delay: { count: 6, unit: 'months' } })
  })

  test('comes before any court, and after silence no time runs against the person', () => {
    // The complaint is what had to come first: what rejects it goes to the court.
    expect(start.remedy).toMatchObject({
      prior: 'no',
      delay: { count: 2, unit: 'months' },
      noDelay: 'afterSilence',
    })
    expect(start.remedy?.detail).toContain('Après six mois de silence, à tout moment, sans limite de temps')
  })

  test('does not stop the payment: a stay has to be asked for', () => {
    expect(start.dueByPerson).toMatchObject([{ dueId: 'sursis', toConfirm: false }])
  })

  test('filed elsewhere it is handed on, and its delay runs from that first filing', () => {
    expect(start.dueByAdministration.find(({ dueId }) => dueId === 'transmission')).toMatchObject({
      detail: 'Le délai du rejet court du premier dépôt',
      toConfirm: false,
    })
  })

  test('a mandate comes with it, or it is void (R*197-4); the notice may follow (R*197-3)', () => {
    const told = assess(
      shippedProcedure('reclamation-fiscale', on),
      situationOf({ on }, { auteur: 'mandataire' }),
    )
    const detailOf = (id: string) => told.pieces.find(({ pieceId }) => pieceId === id)?.detail
    expect(detailOf('mandat')).toBe('Produit en même temps que la réclamation, à peine de nullité')
    expect(detailOf('avis')).toMatch(/^Il peut être produit plus tard/)
  })

  test('a refusal is reasoned by its own text (R*198-10)', () => {
    const duty = start.dueByAdministration.find(({ dueId }) => dueId === 'motiver')
    expect(duty?.sources[0]?.label).toBe('LPF R*198-10')
  })
})
