import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { isAhead } from '../../../shared/procedures/answers.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { LocalDate } from '../../../shared/contract/ids.ts'
import { shippedProcedure, situationOf, tellSituations } from '../../fixtures/situations.ts'

const registration = shippedProcedure('carte-grise')
const seen = (answers: Readonly<Record<string, string>> = {}) =>
  assess(registration, situationOf({}, answers))

const never = ['assurance-permis', 'copie-certifiee-conforme']

tellSituations('carte-grise', [
  {
    situation:
      'an owner moved last month: a free label, and no paper but if the service that decides verifies',
    interview: [
      ['vehicule', 'propriétaire'],
      ['changement', 'étiquette'],
      ['acteur', 'le propriétaire'],
      ['logement', 'le sien'],
      ['demenagement', '2026-02-10'],
    ],
    case: 'étiquette',
    required: [],
    notRequired: ['certificat', 'justificatif-domicile', 'identite-proprietaire'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { 'un-mois': '2026-03-10' },
    dueByPerson: ['declarer'],
    dueByAdministration: ['accompagner', 'meme-tard', 'deux-d-doc'],
  },
  {
    situation: 'the fourth change: a new card, 2.76 € by bank card, and someone acts by mandate',
    interview: [
      ['vehicule', 'propriétaire'],
      ['changement', 'quatrième'],
      ['acteur', 'mandataire'],
      ['logement', 'fournisseur'],
      ['demenagement', '2026-01-31'],
    ],
    case: 'quatrième changement',
    required: ['mandat', 'identite-proprietaire', 'paiement'],
    notRequired: ['certificat', 'justificatif-domicile'],
    mayNotBeAsked: never,
    cents: 276,
    deadlines: { 'un-mois': '2026-02-28' },
  },
  {
    situation: 'an old number and a host: a new card, and the plates to change',
    interview: [
      ['vehicule', 'propriétaire'],
      ['changement', 'ancien numéro'],
      ['acteur', 'le propriétaire'],
      ['logement', 'hébergée'],
      ['demenagement', '2026-02-28'],
    ],
    case: 'ancien numéro',
    required: ['paiement'],
    notRequired: [
      'certificat',
      'justificatif-hebergeant',
      'attestation-hebergement',
      'identite-hebergeant',
      'identite-proprietaire',
    ],
    mayNotBeAsked: never,
    cents: 276,
    deadlines: { 'un-mois': '2026-03-28' },
    dueByPerson: ['declarer', 'plaques'],
  },
  {
    situation: 'a leased vehicle: the tenant tells the owner, who declares; no piece is asked here',
    interview: [
      ['vehicule', 'locataire'],
      ['demenagement', '2026-02-20'],
    ],
    case: 'véhicule loué',
    required: [],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { 'un-mois': '2026-03-20' },
    dueByPerson: ['declarer-au-proprietaire'],
  },
  {
    situation: 'without a home: an election of domicile',
    interview: [
      ['vehicule', 'propriétaire'],
      ['changement', 'étiquette'],
      ['acteur', 'le propriétaire'],
      ['logement', 'aucun'],
      ['demenagement', '2026-03-01'],
    ],
    case: 'étiquette',
    required: [],
    notRequired: ['certificat', 'justificatif-domicile', 'election-domicile', 'identite-proprietaire'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { 'un-mois': '2026-04-01' },
  },
  {
    situation: 'the office checks the address with the supplier: the proof is not asked of the person',
    exchanges: ['justif-adresse'],
    interview: [
      ['vehicule', 'propriétaire'],
      ['changement', 'étiquette'],
      ['acteur', 'le propriétaire'],
      ['logement', 'le sien'],
      ['demenagement', '2026-03-01'],
    ],
    case: 'étiquette',
    required: [],
    notRequired: ['certificat', 'justificatif-domicile', 'identite-proprietaire'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { 'un-mois': '2026-04-01' },
  },
])

describe('being late', () => {
  test('is a fine of the fourth class, read in the code; it never comes from the counter, which helps all the same', () => {
    expect(seen().ifLate).toMatchObject([{ toConfirm: false }])
    expect(seen().ifLate[0]?.detail).toMatch(/quatrième classe, 750 € au plus/)
    expect(seen().dueByAdministration.map(({ dueId }) => dueId)).toContain('meme-tard')
  })

  test('the right to error is said, and that a criminal fine is outside it', () => {
    expect(seen().rightToError?.detail).toMatch(/L’amende pénale n’en relève pas/)
  })

  test('a move later than the filing can’t be', () => {
    const today = LocalDate.parse('2026-03-03')
    expect(isAhead(registration, 'demenagement', '2026-03-04', today)).toBe(true)
    expect(isAhead(registration, 'demenagement', '2026-03-03', today)).toBe(false)
  })
})

describe('change of address, the law behind', () => {
  test('the minister decides, online; the counter helps, and can refuse nothing', () => {
    expect(seen().decides).toMatchObject({ title: { fr: 'le ministre de l’intérieur' }, collects: true })
    expect(seen().acknowledgement).toMatchObject({ due: false, exception: 'autre' })
  })

  test('a declaration is not taken for rejected: no silence is worth anything, and nothing suspends it', () => {
    expect(seen()).toMatchObject({
      nature: 'declaration',
      silence: { sense: 'sansObjet', delay: null },
      ifIncomplete: { effect: 'none' },
    })
  })

  test('the domicile may be proved here (R113-8)', () => {
    expect(seen().domicile).toMatchObject({ proof: 'allowed', toConfirm: false })
    expect(unlawfulIn(registration, seen().pieces, 'justificatif de domicile')).toBeNull()
  })

  test.each(['assurance du véhicule', 'permis de conduire', 'contrôle technique'])(
    '« %s », which other registrations need, may not be asked for a change of address',
    (label) => {
      expect(unlawfulIn(registration, seen().pieces, label)?.title).toBe(
        'Attestation d’assurance, permis ou contrôle technique',
      )
    },
  )

  test('the insurance of a home proves a domicile: it may be asked', () => {
    expect(unlawfulIn(registration, seen().pieces, 'attestation d’assurance du logement')).toBeNull()
  })

  test('2.76 € is read in the sheet of 5 August 2025', () => {
    expect(seen({ vehicule: 'propriétaire', changement: 'quatrième' }).fee).toMatchObject({
      cents: 276,
      toConfirm: false,
    })
  })

  test('the provisional certificate and the online acknowledgement are two papers', () => {
    expect(seen().delivers.map(({ title }) => title)).toEqual([
      'Certificat provisoire d’immatriculation',
      'Accusé d’enregistrement du téléservice',
    ])
  })
})

test('a car that was sold is another declaration, within fifteen days (R322-4 I), and is said here', () => {
  const { deadlines } = assess(shippedProcedure('carte-grise'), situationOf({}))
  expect(deadlines.find(({ deadlineId }) => deadlineId === 'cession')).toMatchObject({
    rule: null,
    toConfirm: false,
    sources: [{ label: 'C. route R322-4' }],
  })
})

test('the home is asked about as a proof that the minister may ask for, and no proof is joined (R322-7 I)', () => {
  const at = seen({ vehicule: 'propriétaire', changement: 'étiquette', acteur: 'le propriétaire' })
  expect(at.question).toMatchObject({ questionId: 'logement' })
  expect(at.question?.detail).toContain('si le ministre le demande')
  for (const logement of ['le sien', 'hébergée', 'aucun', 'fournisseur']) {
    const { pieces } = seen({ vehicule: 'propriétaire', changement: 'étiquette', logement })
    const asked = pieces.filter(({ status }) => status === 'required' || status === 'alternative')
    expect([logement, asked.map(({ pieceId }) => pieceId)]).toEqual([logement, []])
  }
})
