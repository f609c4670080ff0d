import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const school = shippedProcedure('inscription-scolaire')
const seen = (answers: Readonly<Record<string, string>>, presented: readonly string[] = []) =>
  assess(school, situationOf({ presented }, answers))

const never = [
  'second-justificatif',
  'facture-energie',
  'titre-sejour',
  'vaccinations',
  'accord-autre-parent',
  'copie-certifiee-conforme',
]
const statements = ['attestation-enfant', 'attestation-responsable', 'attestation-domicile']
const documents = ['identite-enfant', 'identite-responsable', 'justificatif-domicile']

tellSituations('inscription-scolaire', [
  {
    situation: 'a family with its papers: the three documents of the text, and nothing else',
    interview: [
      ['ecole', 'secteur'],
      ['logement', 'stable'],
    ],
    presented: documents,
    case: 'école du secteur',
    required: documents,
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a family with no paper at all: three sworn statements are enough',
    interview: [
      ['ecole', 'secteur'],
      ['logement', 'stable'],
    ],
    presented: statements,
    case: 'école du secteur',
    required: statements,
    mayNotBeAsked: never,
    cents: 0,
    dueByAdministration: ['inscription', 'verification', 'recepisse', 'recours-dasen'],
  },
  {
    situation: 'a family without a stable home: it states where it lives, or shows an election of domicile',
    interview: [
      ['ecole', 'secteur'],
      ['logement', 'sans domicile stable'],
    ],
    presented: ['identite-enfant', 'identite-responsable'],
    case: 'école du secteur, sans domicile stable',
    required: ['identite-enfant', 'identite-responsable'],
    alternative: ['justificatif-domicile', 'attestation-domicile', 'election-domicile'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'another school of the commune: a written request, the child being enrolled meanwhile',
    interview: [
      ['ecole', 'dérogation'],
      ['logement', 'stable'],
    ],
    presented: ['identite-enfant', 'attestation-responsable', 'attestation-domicile'],
    case: 'dérogation',
    required: ['identite-enfant', 'attestation-responsable', 'attestation-domicile', 'demande-hors-secteur'],
    mayNotBeAsked: never,
    cents: 0,
    dueByAdministration: ['inscription', 'verification', 'recepisse', 'recours-dasen', 'reponse-ecole'],
  },
  {
    situation: 'nothing shown yet: each of the three is a document or a statement, at the person’s choice',
    interview: [
      ['ecole', 'autre commune'],
      ['logement', 'stable'],
    ],
    case: 'école d’une autre commune',
    required: ['demande-hors-secteur'],
    alternative: [...documents, ...statements],
    mayNotBeAsked: never,
    cents: 0,
  },
])

describe('the closed list (the third unlawful demand that was found in a real office)', () => {
  test.each([
    ['deux justificatifs de domicile', 'Second justificatif de domicile'],
    ['Facture EDF de moins de 3 mois', 'Facture d’un fournisseur en particulier'],
    ['quittance de loyer', 'Facture d’un fournisseur en particulier'],
    ['la taxe d’habitation', 'Facture d’un fournisseur en particulier'],
    ['titre de séjour des parents', 'Titre de séjour des parents'],
    ['carnet de santé', 'Vaccinations'],
    ['les vaccins', 'Vaccinations'],
    ['jugement de divorce', 'Accord de l’autre parent, ou jugement'],
    ['copie certifiée conforme', 'Copie certifiée conforme'],
  ])('« %s », asked by an agent, is caught: %s', (label, title) => {
    const caught = unlawfulIn(school, seen({}).pieces, label)
    expect(caught?.title).toBe(title)
    expect(caught?.sources.length).toBeGreaterThan(0)
  })

  test('one proof of domicile, whatever it is, may be asked', () => {
    expect(unlawfulIn(school, seen({}).pieces, 'Un justificatif de domicile')).toBeNull()
    expect(seen({}).domicile.proof).toBe('allowed')
  })

  test('a sworn statement rests on the decree’s notice, read in the official journal', () => {
    const statement = seen({}, ['attestation-domicile']).pieces.find(
      ({ pieceId }) => pieceId === 'attestation-domicile',
    )
    expect(statement?.status).toBe('required')
    expect(statement?.sources[0]).toMatchObject({ label: 'décret 2020-811', confidence: 'verifie' })
  })

  test('of a document and a statement, the one presented makes the other leave the list', () => {
    const told = seen({}, ['attestation-enfant'])
    expect(told.pieces.map(({ pieceId }) => pieceId)).not.toContain('identite-enfant')
  })

  test('none of the three pieces holds the enrolment back (L114-5-1)', () => {
    const indispensable = seen({ ecole: 'secteur', logement: 'stable' }).pieces.filter(
      (piece) => piece.indispensable === true,
    )
    expect(indispensable).toEqual([])
    expect(seen({}).ifIncomplete.effect).toBe('none')
  })

  test('the domicile may be verified, and the verification can’t block', () => {
    const duty = seen({}).dueByAdministration.find(({ dueId }) => dueId === 'verification')
    expect(duty?.title).toBe('Vérifier le domicile sans bloquer l’inscription')
    expect(duty?.sources.map(({ label }) => label)).toEqual(['C. éduc. D131-3-1, dernier alinéa'])
  })
})

describe('school enrolment, the law behind', () => {
  test('the mayor acts for the State on the list, for the commune on the school; refused, the child is enrolled by the DASEN', () => {
    expect(seen({}).decides).toMatchObject({ title: { fr: 'le maire' }, collects: false })
    expect(seen({}).remedy?.authority).toBe('le directeur académique (DASEN), par délégation du préfet')
    expect(seen({}).decides.detail).toContain('de la commune pour l’école')
    expect(seen({}).remedy?.detail).toContain('requiert le maire puis inscrit l’enfant')
    expect(seen({}).remedy?.toConfirm).toBe(false)
  })

  test('no text was found on silence: it is said to be unknown, and an acknowledgement is due', () => {
    expect(seen({}).silence).toMatchObject({ sense: 'inconnu', delay: null })
    expect(seen({}).acknowledgement.due).toBe(true)
  })

  test('a penalty needs a formal notice first, and never comes from the counter', () => {
    expect(seen({}).ifLate[0]?.detail).toMatch(/Rien sans mise en demeure/)
    expect(seen({}).rightToError).not.toBeNull()
  })

  test('a school out of the area costs a written request and no other piece', () => {
    const before = withStatus(seen({ ecole: 'secteur' }), 'required')
    expect(withStatus(seen({ ecole: 'autre commune' }), 'required')).toEqual([
      ...before,
      'demande-hors-secteur',
    ])
  })
})

describe('the home of the family', () => {
  test('is asked last, and only lets an election of domicile be shown: nothing waits for it', () => {
    const told = seen({ ecole: 'secteur' })
    expect(told.question?.questionId).toBe('logement')
    expect(withStatus(told, 'alternative')).toContain('attestation-domicile')
  })
})
