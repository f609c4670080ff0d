import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { shippedProcedure, situationOf, tellSituations } from '../../fixtures/situations.ts'

const hosting = shippedProcedure('attestation-accueil')
const seen = (answers: Readonly<Record<string, string>> = {}) => assess(hosting, situationOf({}, answers))

const never = ['passeport-visiteur', 'assurance', 'copie-certifiee-conforme']
const always = ['formulaire', 'justificatif-domicile', 'ressources', 'capacite-heberger', 'timbre']

tellSituations('attestation-accueil', [
  {
    situation: 'a French owner has one adult to stay: identity, title deed, means, and the stamp',
    on: '2026-06-01',
    interview: [
      ['hebergeant', 'français'],
      ['occupation', 'propriétaire'],
      ['visiteur', 'adulte'],
    ],
    case: 'propriétaire, un adulte',
    required: [...always, 'identite', 'titre-propriete'],
    mayNotBeAsked: never,
    cents: 3000,
    deadlines: { silence: { rejet: '2026-07-01' } },
    dueByPerson: ['presence', 'engagement'],
    dueByAdministration: ['recepisse', 'visite', 'refus-motive', 'deux-d-doc'],
  },
  {
    situation: 'a foreign tenant shows one of the seven residence permits',
    on: '2026-01-31',
    interview: [
      ['hebergeant', 'étranger'],
      ['occupation', 'locataire'],
      ['visiteur', 'adulte'],
    ],
    case: 'locataire, un adulte',
    required: [...always, 'titre-sejour', 'bail'],
    mayNotBeAsked: never,
    cents: 3000,
    deadlines: { silence: { rejet: '2026-02-28' } },
  },
  {
    situation: 'a couple and their children: one certificate, one stamp',
    interview: [
      ['hebergeant', 'européen'],
      ['occupation', 'occupant'],
      ['visiteur', 'famille'],
    ],
    case: 'occupant, famille',
    required: [...always, 'identite', 'occupation'],
    mayNotBeAsked: never,
    cents: 3000,
    deadlines: { silence: { rejet: '2026-04-03' } },
    dueByAdministration: ['une-attestation', 'recepisse', 'visite', 'refus-motive', 'deux-d-doc'],
  },
  {
    situation: 'a minor without parents: they state how long, and why',
    interview: [
      ['hebergeant', 'français'],
      ['occupation', 'locataire'],
      ['visiteur', 'mineur seul'],
    ],
    case: 'locataire, mineur sans ses parents',
    required: [...always, 'identite', 'bail', 'accord-parents'],
    mayNotBeAsked: never,
    cents: 3000,
    deadlines: { silence: { rejet: '2026-04-03' } },
  },
])

describe('silence and recourse', () => {
  test('one month of silence of the mayor is a refusal: the article was read', () => {
    expect(seen().silence).toMatchObject({
      sense: 'rejet',
      delay: { count: 1, unit: 'months' },
      who: 'le maire',
      toConfirm: false,
    })
  })

  test('the prefect comes before the court, within two months (RAPO), and the refusal says so (L412-3)', () => {
    expect(seen().remedy).toMatchObject({
      prior: 'yes',
      authority: 'le préfet',
      court: 'tribunal administratif',
      delay: { count: 2, unit: 'months' },
    })
    expect(seen().remedy?.sources.map(({ label }) => label)).toContain('CRPA L412-3')
  })

  test('an acknowledgement is due; asking for pieces suspends the month', () => {
    expect(seen().acknowledgement.due).toBe(true)
    expect(seen().ifIncomplete.effect).toBe('suspends')
  })

  test('the mayor decides here, and can refuse on four grounds only', () => {
    expect(seen().decides).toMatchObject({ collects: false, toConfirm: false })
    expect(seen().dueByAdministration.find(({ dueId }) => dueId === 'refus-motive')?.title).toBe(
      'Ne refuser que dans les quatre cas, par écrit et avec les faits',
    )
  })
})

describe('the stamp', () => {
  test('is 30 € by the law, before any answer; that it is due even if refused comes from a fiche', () => {
    expect(seen().fee).toMatchObject({
      cents: 3000,
      why: 'Chaque demande donne lieu à la taxe, même refusée',
    })
    expect(seen().fee?.sources).toMatchObject([
      { label: 'CESEDA L313-6', confidence: 'verifie' },
      {
        label: 'fiche F35657 (taxe de l’attestation d’accueil)',
        about: 'même en cas de refus',
        confidence: 'verifie',
      },
    ])
  })
})

describe('what may be asked', () => {
  test('the domicile may be proved here (R113-8), and a 2D-Doc can’t be refused', () => {
    expect(seen().domicile.proof).toBe('allowed')
    expect(unlawfulIn(hosting, seen().pieces, 'justificatif de domicile')).toBeNull()
    expect(seen().dueByAdministration.find(({ dueId }) => dueId === 'deux-d-doc')).toMatchObject({
      detail: 'Il ne peut être refusé',
      toConfirm: false,
    })
  })

  test('no exchange with a supplier stands for it: R113-8-1 names other titles', () => {
    const told = assess(hosting, situationOf({ exchanges: ['justif-adresse'] }))
    expect(told.pieces.find(({ pieceId }) => pieceId === 'justificatif-domicile')?.status).toBe('required')
  })

  test.each([
    ['copie du passeport de l’invité', 'Copie du passeport du visiteur'],
    ['assurance du visiteur', 'Attestation d’assurance du visiteur'],
    ['photocopie certifiée conforme', 'Copie certifiée conforme'],
  ])('« %s », asked by an agent, is caught', (label, title) => {
    expect(unlawfulIn(hosting, seen().pieces, label)?.title).toBe(title)
  })

  test.each(['le passeport de l’hébergeant', 'attestation d’assurance du logement'])(
    '« %s » is the host’s own: it may be asked',
    (label) => {
      expect(unlawfulIn(hosting, seen().pieces, label)).toBeNull()
    },
  )

  test('the host comes in person: nobody else files, signs or collects, but for a legal person', () => {
    expect(seen().whoMayAct.map(({ capacity }) => capacity)).toEqual(['self', 'legalRepresentative'])
  })

  test('what it gives is neither a visa nor a right to stay, and has no duplicate', () => {
    expect(seen().delivers).toMatchObject([{ duplicate: false, onTheSpot: false }])
    expect(seen().delivers[0]?.worth).toMatch(/N’est ni un visa ni un droit au séjour/)
  })
})
