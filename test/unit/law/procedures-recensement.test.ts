import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const recensement = shippedProcedure('recensement')
const seen = (answers: Readonly<Record<string, string>>) => assess(recensement, situationOf({}, answers))

const never = ['justificatif-domicile', 'copie-certifiee-conforme']
const proofs = ['titre-identite', 'autre-preuve']

tellSituations('recensement', [
  {
    situation:
      'sixteen last month: the young person comes alone, with a title; no text asks for the family booklet',
    interview: [
      ['naissance', '2010-01-31'],
      ['nationalite', 'né français'],
      ['venu', 'le jeune'],
    ],
    case: 'à recenser',
    required: [],
    notRequired: ['livret-famille'],
    alternative: proofs,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: {
      periode: { from: '2026-01-31', to: '2026-04-30' },
      regularisation: '2035-01-30',
    },
    dueByPerson: ['declaration', 'garder'],
    dueByAdministration: ['attestation', 'regularisation', 'orientation'],
  },
  {
    situation: 'a parent comes because the young person can’t',
    interview: [
      ['naissance', '2010-02-28'],
      ['nationalite', 'né français'],
      ['venu', 'représentant'],
    ],
    case: 'à recenser, par son représentant légal',
    required: ['identite-representant'],
    notRequired: ['livret-famille'],
    alternative: proofs,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: {
      periode: { from: '2026-02-28', to: '2026-05-31' },
      regularisation: '2035-02-27',
    },
  },
  {
    situation: 'twenty-two and never counted: the same visit puts it right, until twenty-five',
    interview: [
      ['naissance', '2003-07-15'],
      ['nationalite', 'né français'],
      ['venu', 'le jeune'],
    ],
    case: 'à recenser',
    required: [],
    notRequired: ['livret-famille'],
    alternative: proofs,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: {
      periode: { from: '2019-07-15', to: '2019-10-31' },
      regularisation: '2028-07-14',
    },
  },
  {
    situation: 'French since the end of January: until the end of the month that follows',
    on: '2026-02-10',
    interview: [
      ['naissance', '2005-05-20'],
      ['nationalite', 'devenu français'],
      ['venu', 'le jeune'],
      ['acquisition', '2026-01-31'],
    ],
    case: 'à recenser, devenu français',
    required: [],
    notRequired: ['livret-famille'],
    alternative: [...proofs, 'preuve-acquisition'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: {
      periode: { from: '2021-05-20', to: '2021-08-31' },
      naturalise: { to: '2026-02-28' },
      regularisation: '2030-05-19',
    },
  },
  {
    situation: 'the birth that the sheet holds is not asked again',
    birthDate: '2010-03-03',
    interview: [
      ['nationalite', 'né français'],
      ['venu', 'le jeune'],
    ],
    presented: ['titre-identite'],
    case: 'à recenser',
    required: ['titre-identite'],
    notRequired: ['livret-famille'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: {
      periode: { from: '2026-03-03', to: '2026-06-30' },
      regularisation: '2035-03-02',
    },
  },
  {
    situation: 'the day before sixteen, nothing is asked yet, and the first day is known',
    interview: [['naissance', '2010-03-04']],
    case: 'pas encore seize ans',
    required: [],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: {
      periode: { from: '2026-03-04', to: '2026-06-30' },
      regularisation: '2035-03-03',
    },
    dueByAdministration: ['orientation'],
  },
  {
    situation: 'twenty-five today: no longer counted, and sent to the national service',
    interview: [['naissance', '2001-03-03']],
    case: 'vingt-cinq ans passés, plus de recensement',
    required: [],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: {
      periode: { from: '2017-03-03', to: '2017-06-30' },
      regularisation: '2026-03-02',
    },
    dueByAdministration: ['orientation'],
  },
])

describe('the domicile (the second unlawful demand that was found in a real office)', () => {
  const start = seen({})

  test('is declared: no proof of it is ever asked, whatever is answered', () => {
    const domicile = start.pieces.find(({ pieceId }) => pieceId === 'justificatif-domicile')
    expect(domicile).toMatchObject({ status: 'mayNotBeAsked', toConfirm: false, domicile: true })
    expect(domicile?.sources.map(({ label }) => label)).toEqual(['CRPA R113-8', 'CSN R*111-1'])
    expect(start.domicile.proof).toBe('forbidden')
  })

  test('is on a published fiche all the same: the counter shows the fiche and the text that it goes against', () => {
    const domicile = start.pieces.find(({ pieceId }) => pieceId === 'justificatif-domicile')
    expect(domicile?.consignes).toMatchObject([
      {
        issuer: 'Service-public.fr (DILA), fiche F870 du 2 juin 2020',
        against: ['CRPA R113-8', 'CSN R*111-1'],
      },
    ])
  })

  test.each(['Justificatif de domicile de moins de 3 mois', 'une facture EDF', 'quittances de loyer'])(
    '« %s », typed by an agent, is caught',
    (label) => {
      expect(unlawfulIn(recensement, start.pieces, label)?.title).toBe('Justificatif de domicile')
    },
  )
})

describe('the census, the law behind', () => {
  const start = seen({})

  test('the certificate is handed over on the spot, once: there is no duplicate', () => {
    expect(start.delivers).toMatchObject([
      { title: 'Attestation de recensement', onTheSpot: true, duplicate: false },
    ])
    expect(seen({ naissance: '2010-01-31' }).dueByPerson.map(({ detail }) => detail)).toContain(
      'Perdue, le centre du service national donne une attestation de situation, jusqu’à 25 ans',
    )
  })

  test('the young person acts alone, even a minor; a parent only when they can’t', () => {
    expect(start.whoMayAct).toMatchObject([
      { capacity: 'self', proof: null, toConfirm: false },
      {
        capacity: 'legalRepresentative',
        title: 'Un représentant légal, seulement si le jeune ne peut pas venir',
        toConfirm: false,
      },
    ])
  })

  test('until twenty-five, being late is put right by CSN L113-4, read; what it bars is L114-6', () => {
    const late = start.deadlines.find(({ deadlineId }) => deadlineId === 'regularisation')
    expect(late).toMatchObject({ toConfirm: false })
    expect(late?.sources.map(({ label }) => label)).toEqual(['CSN L113-4'])
    expect(start.ifLate[0]?.sources.map(({ label }) => label)).toContain('CSN L114-6')
  })

  test('being late costs no fine: the visit itself puts it right', () => {
    expect(start.rightToError?.title).toBe('Le retard se régularise par la démarche elle-même')
  })

  test('a valid identity card would dispense from a birth certificate, which is not even on the list', () => {
    const identity = { kind: 'cni', validUntil: '2030-01-01' }
    const answers = { naissance: '2010-01-31', nationalite: 'né français', venu: 'le jeune' }
    const told = assess(recensement, situationOf({ identity }, answers))
    expect(told.pieces.map(({ pieceId }) => pieceId)).not.toContain('acte-naissance')
    expect(withStatus(told, 'required')).toEqual([])
  })
})
