import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedProcedure, situationOf, tellSituations } from '../../fixtures/situations.ts'

const never = ['lien-payeur']

tellSituations('paiement', [
  {
    situation: 'the canteen in cash: exact change, stub journal, numbered receipt',
    interview: [
      ['objet', 'produit'],
      ['moyen', 'espèces'],
    ],
    case: 'produit de la régie, en espèces',
    required: ['reference'],
    mayNotBeAsked: never,
    cents: null,
    dueByPerson: ['appoint', 'garder-quittance'],
    dueByAdministration: ['tarifs', 'quittance', 'journal', 'cours-legal'],
  },
  {
    situation: 'the same by cheque: an official paper with a photograph, seen and not copied',
    interview: [
      ['objet', 'produit'],
      ['moyen', 'chèque'],
    ],
    case: 'produit de la régie, par chèque',
    required: ['reference', 'identite-cheque'],
    mayNotBeAsked: never,
    cents: null,
    dueByAdministration: ['tarifs', 'quittance', 'journal'],
  },
  {
    situation: 'the same by card: a receipt, and no stub',
    interview: [
      ['objet', 'produit'],
      ['moyen', 'carte'],
    ],
    case: 'produit de la régie, par carte',
    required: ['reference'],
    mayNotBeAsked: never,
    cents: null,
    dueByAdministration: ['tarifs', 'quittance'],
  },
  {
    situation:
      'a sum that the founding act does not list is never collected: the person is told in writing where to pay',
    interview: [['objet', 'hors acte']],
    case: 'somme hors de l’acte constitutif',
    required: [],
    mayNotBeAsked: never,
    cents: null,
    dueByPerson: [],
    dueByAdministration: ['tarifs', 'ne-rien-encaisser', 'orienter'],
  },
  {
    situation: 'a tax stamp is recorded with its day, and never sold here',
    interview: [
      ['objet', 'timbre'],
      ['achat-timbre', '2026-01-15'],
    ],
    case: 'timbre fiscal à noter, non vendu ici',
    required: ['timbre'],
    mayNotBeAsked: never,
    cents: null,
    deadlines: { timbre: { validite: '2027-01-15', remboursement: '2027-07-15' } },
    dueByAdministration: ['tarifs', 'ne-rien-encaisser', 'noter-timbre'],
  },
  {
    situation: 'a tax over 300 € in cash needs another means, and is paid elsewhere in any case',
    interview: [
      ['objet', 'impôt'],
      ['plus-de-300', 'oui'],
    ],
    case: 'impôt, à payer ailleurs',
    required: ['autre-moyen'],
    mayNotBeAsked: never,
    cents: null,
    dueByAdministration: ['tarifs', 'ne-rien-encaisser', 'orienter'],
  },
])

describe('the receipt', () => {
  const start = assess(shippedProcedure('paiement'), situationOf({}))

  test('bears what proves a payment, and has no duplicate', () => {
    const [receipt] = start.delivers
    expect(receipt).toMatchObject({ title: 'Quittance', onTheSpot: true, duplicate: false })
    for (const mention of [
      'numéro',
      'date',
      'payeur',
      'en lettres',
      'nature du produit',
      'moyen',
      'signature',
    ])
      expect(receipt?.worth).toContain(mention)
  })

  test('paying is no request: nothing is decided, no silence, no acknowledgement', () => {
    expect(start).toMatchObject({
      silence: { sense: 'sansObjet' },
      acknowledgement: { due: false },
      remedy: null,
      rightToError: null,
    })
  })

  test('how long receipts are kept was found nowhere: left empty, so that nothing is destroyed', () => {
    expect(start.retention.months).toBeNull()
  })

  test('who pays for another proves nothing', () => {
    expect(start.pieces.find(({ pieceId }) => pieceId === 'lien-payeur')?.status).toBe('mayNotBeAsked')
  })
})
