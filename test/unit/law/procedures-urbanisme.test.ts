import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { sentencesOf } from '../../../shared/procedures/sentences.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const planning = shippedProcedure('urbanisme')
const seen = (answers: Readonly<Record<string, string>> = {}) => assess(planning, situationOf({}, answers))

const never = [
  'titre-propriete',
  'identite',
  'justificatif-domicile',
  'plan-interieur',
  'copie-certifiee-conforme',
]
const building = ['plan-masse', 'notice', 'facades', 'coupe', 'insertion', 'photographies']

tellSituations('urbanisme', [
  {
    situation: 'new windows on the street: a declaration in two copies, no site plan',
    on: '2026-03-31',
    interview: [
      ['genre', 'déclaration'],
      ['secteur', 'ordinaire'],
      ['volume', 'non'],
      ['visible', 'oui'],
    ],
    case: 'déclaration préalable',
    required: [
      'formulaire',
      'deux-exemplaires',
      'plan-situation',
      'aspect-exterieur',
      'insertion',
      'photographies',
    ],
    mayNotBeAsked: never,
    cents: null,
    deadlines: { completude: { demandePiecesAvant: '2026-04-30' } },
  },
  {
    situation: 'a shed at the back, near a monument: one more copy, and the delay may be lengthened',
    interview: [
      ['genre', 'déclaration'],
      ['secteur', 'abords'],
      ['volume', 'oui'],
      ['visible', 'non'],
    ],
    case: 'déclaration préalable, secteur protégé',
    required: [
      'formulaire',
      'deux-exemplaires',
      'exemplaire-supplementaire',
      'plan-situation',
      'plan-masse',
      'aspect-exterieur',
    ],
    mayNotBeAsked: never,
    cents: null,
    deadlines: { completude: { demandePiecesAvant: '2026-04-03' } },
    dueByAdministration: [
      'enregistrer',
      'mention-date',
      'mention-un-mois',
      'mention-exclusion',
      'delai-allonge',
      'avis-depot',
      'certificat-tacite',
    ],
  },
  {
    situation: 'a house of 120 m²: four copies, the whole project, no architect',
    interview: [
      ['genre', 'maison'],
      ['secteur', 'ordinaire'],
      ['surface', 'non'],
    ],
    case: 'permis de construire une maison',
    required: ['formulaire', 'quatre-exemplaires', 'plan-situation', ...building],
    mayNotBeAsked: never,
    cents: null,
    deadlines: { completude: { demandePiecesAvant: '2026-04-03' } },
    dueByPerson: ['attendre', 'afficher'],
  },
  {
    situation: 'a block of flats in a listed site: an architect, and no tacit permit',
    interview: [
      ['genre', 'autre permis'],
      ['secteur', 'exclu'],
      ['surface', 'oui'],
    ],
    case: 'autre permis, sans permis tacite',
    required: [
      'formulaire',
      'quatre-exemplaires',
      'exemplaire-supplementaire',
      'plan-situation',
      ...building,
      'architecte',
    ],
    mayNotBeAsked: never,
    cents: null,
    deadlines: { completude: { demandePiecesAvant: '2026-04-03' } },
  },
  {
    situation: 'a barn to pull down near a monument: the buildings photographed, and how it is done',
    interview: [
      ['genre', 'démolir'],
      ['secteur', 'abords'],
    ],
    case: 'permis de démolir, secteur protégé',
    required: [
      'formulaire',
      'quatre-exemplaires',
      'exemplaire-supplementaire',
      'plan-situation',
      'plan-masse',
      'photographies-demolition',
      'moyens-demolition',
    ],
    mayNotBeAsked: never,
    cents: null,
    deadlines: { completude: { demandePiecesAvant: '2026-04-03' } },
  },
])

describe('silence', () => {
  test.each([
    ['déclaration', 'ordinaire', 'acceptation', 1],
    ['déclaration', 'exclu', 'acceptation', 1],
    ['maison', 'ordinaire', 'acceptation', 2],
    ['maison', 'abords', 'acceptation', 2],
    ['démolir', 'ordinaire', 'acceptation', 2],
    ['autre permis', 'ordinaire', 'acceptation', 3],
    ['maison', 'exclu', 'rejet', 2],
    ['démolir', 'exclu', 'rejet', 2],
    ['autre permis', 'exclu', 'rejet', 3],
  ])('%s, %s: %s after %i month(s)', (genre, secteur, sense, count) => {
    expect(seen({ genre, secteur }).silence).toMatchObject({ sense, delay: { count, unit: 'months' } })
  })

  test.each([{}, { genre: 'maison' }, { secteur: 'ordinaire' }])(
    'while what decides it is not known (%j), it is said to be unknown',
    (answers) => {
      expect(seen(answers).silence).toMatchObject({ sense: 'inconnu', delay: null })
    },
  )

  test('a declaration’s month is known at once, on articles that were read', () => {
    expect(seen({ genre: 'déclaration' }).silence).toMatchObject({
      sense: 'acceptation',
      delay: { count: 1, unit: 'months' },
      toConfirm: false,
    })
  })

  test('the newest exclusions of the tacit permit were not read: to confirm', () => {
    expect(seen({ genre: 'maison', secteur: 'exclu' }).silence.toConfirm).toBe(true)
  })
})

describe('the receipt', () => {
  test('is due, and carries its number and its three mentions, one by an article that a decree of 2025 amended', () => {
    const { acknowledgement, dueByAdministration } = seen()
    expect(acknowledgement).toMatchObject({ due: true, exception: null, toConfirm: true })
    const mentions = dueByAdministration.filter(({ dueId }) => dueId.startsWith('mention-'))
    expect(mentions.map(({ title, sources }) => [title, sources[0]?.label])).toEqual([
      ['Première mention : le numéro et la date de l’accord tacite', 'C. urb. R*423-4'],
      ['Deuxième mention : dans le mois, pièces manquantes ou autre délai', 'C. urb. R*423-5'],
      ['Troisième mention : le permis tacite peut être exclu', 'C. urb. R*423-5'],
    ])
  })

  test('proves the filing and allows no work; the certificate of tacit consent is another paper', () => {
    expect(seen().delivers.map(({ title, onTheSpot }) => [title, onTheSpot])).toEqual([
      ['Récépissé de dépôt, numéroté', true],
      ['Certificat de permis tacite ou de non-opposition', false],
    ])
    expect(seen().delivers[0]?.worth).toMatch(/N’autorise pas les travaux/)
  })
})

describe('missing pieces', () => {
  test('asked within one month, all at once; three months to send them; the clock starts at their receipt', () => {
    const { ifIncomplete, deadlines } = seen()
    expect(ifIncomplete).toMatchObject({ effect: 'restarts', toConfirm: false })
    expect(ifIncomplete.sources.map(({ label }) => label)).toEqual([
      'C. urb. R*423-38',
      'C. urb. R*423-39',
      'C. urb. R*423-41',
    ])
    expect(deadlines.map(({ deadlineId, rule }) => [deadlineId, rule?.name ?? null])).toEqual([
      ['completude', 'urbanisme'],
      ['pieces', null],
      ['affichage', null],
    ])
  })
})

describe('the closed list', () => {
  test.each([
    ['titre de propriété', 'Titre de propriété'],
    ['l’acte notarié', 'Titre de propriété'],
    ['accord de la copropriété', 'Titre de propriété'],
    ['carte d’identité du demandeur', 'Pièce d’identité'],
    ['justificatif de domicile', 'Justificatif de domicile'],
    ['plan intérieur', 'Plan intérieur d’une maison'],
  ])('« %s », asked by an agent, is caught', (label, title) => {
    expect(unlawfulIn(planning, seen().pieces, label)?.title).toBe(title)
  })

  test('an architect is required of a permit only, never of a declaration', () => {
    const declared = seen({ genre: 'déclaration', secteur: 'ordinaire', surface: 'oui' })
    expect(declared.answers).not.toHaveProperty('surface')
    expect(withStatus(declared, 'required')).not.toContain('architecte')
  })
})

describe('recourse', () => {
  test('an informal one is made within a month and extends nothing, since 28 November 2025: to confirm', () => {
    expect(seen().remedy).toMatchObject({ prior: 'no', court: 'tribunal administratif', toConfirm: true })
    expect(seen().remedy?.detail).toMatch(/ne prolonge pas ces deux mois .*deux mois de silence le rejettent/)
    expect(planning.header.du).toBe('2025-11-28')
  })
})

test('the jurist reads of which case it is a declaration', () => {
  const said = sentencesOf(shippedProcedure('urbanisme')).flatMap(({ sentences }) => sentences)
  expect(
    said.filter(({ text }) =>
      text.endsWith('C’est une déclaration : elle ne demande rien, l’office la reçoit.'),
    ),
  ).toMatchObject([{ text: expect.stringMatching(/^Si /) }])
})
