import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import {
  deadlinesOf,
  shippedProcedure,
  situationOf,
  tellSituations,
  withStatus,
} from '../../fixtures/situations.ts'

// The fees changed on 1 May 2026: version 1 before, version 2 since.
const before = '2026-03-03'
const since = '2026-06-03'

const everyone = ['etat-civil-nationalite', 'photographies', 'pieces-titre']
/** Since version 2: the contract that CESEDA R412-1 asks of every request. */
const everyoneSince = [...everyone, 'contrat-engagement']
const proofsOfDomicile = ['justificatif-domicile', 'attestation-hebergement', 'election-domicile']
const never = ['copie-certifiee-conforme']
const neverOnline = ['dossier-papier', ...never]

tellSituations('sejour', [
  {
    situation: 'a student renews online in the window, four months to sixty days before the end',
    on: before,
    interview: [
      ['demande', 'renouvellement'],
      ['depot', 'en ligne'],
      ['titre', 'étudiant'],
      ['fin-en-ligne', '2026-06-15'],
    ],
    case: 'renouvellement, étudiant',
    required: [...everyone, 'titre-actuel', 'timbre-reduit'],
    alternative: proofsOfDomicile,
    mayNotBeAsked: neverOnline,
    cents: 7500,
    deadlines: { 'fenetre-en-ligne': { from: '2026-02-15', to: '2026-04-16' } },
    dueByPerson: ['timbre-en-ligne', 'presence'],
    dueByAdministration: [
      'reception',
      'recepisse',
      'accompagner',
      'prolongation',
      'pieces-manquantes',
      'deux-d-doc',
    ],
  },
  {
    situation: 'an employee renews online at the sixtieth day: in time to the day',
    on: before,
    interview: [
      ['demande', 'renouvellement'],
      ['depot', 'en ligne'],
      ['titre', 'salarié'],
      ['fin-en-ligne', '2026-05-02'],
    ],
    case: 'renouvellement, titre à quatre mois',
    required: [...everyone, 'titre-actuel', 'timbre'],
    alternative: proofsOfDomicile,
    mayNotBeAsked: neverOnline,
    cents: 22_500,
    deadlines: { 'fenetre-en-ligne': { from: '2026-01-02', to: '2026-03-03' } },
  },
  {
    situation: 'a day later the renewal is late: 180 € more, and no extension is due any longer',
    on: before,
    interview: [
      ['demande', 'renouvellement'],
      ['depot', 'en ligne'],
      ['titre', 'salarié'],
      ['fin-en-ligne', '2026-05-01'],
      ['empechement', 'aucune'],
    ],
    case: 'renouvellement, titre à quatre mois, demande tardive',
    required: [...everyone, 'titre-actuel', 'timbre', 'droit-regularisation'],
    alternative: proofsOfDomicile,
    mayNotBeAsked: neverOnline,
    cents: 40_500,
    deadlines: { 'fenetre-en-ligne': { from: '2026-01-01', to: '2026-03-02' } },
    dueByAdministration: ['reception', 'recepisse', 'accompagner', 'pieces-manquantes', 'deux-d-doc'],
  },
  {
    situation: 'force majeure takes the late fee away',
    on: before,
    interview: [
      ['demande', 'renouvellement'],
      ['depot', 'en ligne'],
      ['titre', 'salarié'],
      ['fin-en-ligne', '2026-03-20'],
      ['empechement', 'force majeure'],
    ],
    case: 'renouvellement, titre à quatre mois, demande tardive',
    required: [...everyone, 'titre-actuel', 'timbre'],
    alternative: proofsOfDomicile,
    mayNotBeAsked: neverOnline,
    cents: 22_500,
    deadlines: { 'fenetre-en-ligne': { from: '2025-11-20', to: '2026-01-19' } },
  },
  {
    situation:
      'a permit that is not online is renewed at the prefecture in its last two months, and is not late before it ends',
    on: before,
    interview: [
      ['demande', 'renouvellement'],
      ['depot', 'préfecture'],
      ['titre', 'familiale'],
      ['taux', 'plein'],
      ['fin-guichet', '2026-03-03'],
    ],
    case: 'renouvellement, titre à quatre mois',
    required: [...everyone, 'etat-civil-famille', 'titre-actuel', 'timbre'],
    alternative: proofsOfDomicile,
    mayNotBeAsked: never,
    cents: 22_500,
    deadlines: { 'fenetre-guichet': { from: '2026-01-03', to: '2026-03-03' } },
  },
  {
    situation:
      'the online service fails: the prefecture must register the request, and the office hands it on',
    on: since,
    interview: [
      ['demande', 'renouvellement'],
      ['depot', 'panne'],
      ['titre', 'familiale'],
      ['taux', 'réduit'],
      ['fin-en-ligne', '2026-09-30'],
    ],
    case: 'renouvellement, titre à quatre mois, téléservice en défaut',
    required: [...everyoneSince, 'etat-civil-famille', 'titre-actuel', 'timbre-reduit'],
    alternative: proofsOfDomicile,
    mayNotBeAsked: never,
    cents: 10_000,
    deadlines: { 'fenetre-en-ligne': { from: '2026-06-02', to: '2026-08-01' } },
    dueByPerson: ['timbre-en-ligne', 'presence', 'preuve-panne'],
    dueByAdministration: [
      'reception',
      'recepisse',
      'accompagner',
      'examen-civique',
      'substitution',
      'prolongation',
      'pieces-manquantes',
      'deux-d-doc',
    ],
  },
  {
    situation: 'a first request after an entry without the visa: 350 € and 300 € more since May 2026',
    on: since,
    interview: [
      ['demande', 'première'],
      ['depot', 'préfecture'],
      ['titre', 'autre'],
      ['taux', 'plein'],
      ['situation', 'entrée'],
      ['visa', 'non'],
      ['entree', '2026-05-31'],
    ],
    case: 'première demande, titre à quatre mois',
    required: [...everyoneSince, 'timbre', 'droit-regularisation'],
    alternative: proofsOfDomicile,
    mayNotBeAsked: never,
    cents: 65_000,
    deadlines: { entree: '2026-07-31' },
  },
  {
    situation:
      'who grew up in France and turns eighteen: the birth on the sheet gives the day, without a question',
    on: since,
    birthDate: '2008-05-20',
    interview: [
      ['demande', 'première'],
      ['depot', 'en ligne'],
      ['titre', 'familiale'],
      ['taux', 'plein'],
      ['situation', 'dix-neuf ans'],
      ['visa', 'oui'],
    ],
    case: 'première demande, titre à quatre mois, à demander avant dix-neuf ans',
    required: [...everyoneSince, 'etat-civil-famille', 'timbre'],
    alternative: proofsOfDomicile,
    mayNotBeAsked: neverOnline,
    cents: 35_000,
    deadlines: { 'dix-neuf-ans': '2027-05-19' },
  },
  {
    situation: 'a refugee’s first card pays the stamp alone, and nobody asks about a visa',
    on: since,
    interview: [
      ['demande', 'première'],
      ['depot', 'en ligne'],
      ['titre', 'protégé'],
      // No piece rests on it: it tells whether a day must be kept.
      ['situation', 'autre'],
    ],
    case: 'première demande, titre à quatre mois',
    required: [...everyoneSince, 'timbre-sans-taxe'],
    alternative: proofsOfDomicile,
    mayNotBeAsked: neverOnline,
    cents: 5000,
  },
])

const seen = (answers: Readonly<Record<string, string>>, on = before) =>
  assess(shippedProcedure('sejour', on), situationOf({ on }, answers))

describe('three papers, never confused', () => {
  const papers = (on: string) =>
    Object.fromEntries(shippedProcedure('sejour', on).header.délivre.map((paper) => [paper.id, paper]))

  test.each([before, since])('on %s each is given with what it is worth', (on) => {
    const {
      'recepisse-sejour': receipt,
      'attestation-depot': filed,
      'attestation-prolongation': extended,
    } = papers(on)
    expect(receipt?.vaut).toMatch(/^Autorise la présence .* signé de l’agent et revêtu du timbre/)
    expect(filed?.vaut).toBe('Prouve le dépôt et sa date. Ne justifie pas de la régularité du séjour.')
    expect(extended?.vaut).toMatch(/trois mois au plus ; renouvelée/)
    for (const paper of [receipt, filed, extended]) expect(paper?.['sur place']).toBe('non')
  })

  test('the only paper given here is the receipt of the filing, and it authorises no stay', () => {
    const here = seen({}).delivers.filter(({ onTheSpot }) => onTheSpot)
    expect(here).toMatchObject([{ title: 'Récépissé de dépôt de ce guichet' }])
    expect(here[0]?.worth).toContain('N’autorise pas le séjour et n’en justifie pas')
  })

  test('an incomplete file gives no residence receipt, but its filing is received and dated all the same', () => {
    const { ifIncomplete, dueByAdministration, decides } = seen({})
    expect(ifIncomplete.title).toBe(
      'Pas de récépissé de séjour sur un dossier incomplet ; le dépôt est daté quand même',
    )
    expect(dueByAdministration.map(({ dueId }) => dueId)).toEqual(
      expect.arrayContaining(['reception', 'recepisse']),
    )
    expect(decides.collects).toBe(true)
  })
})

describe('the silence of the prefect', () => {
  const silenceFor = (titre: string) => seen({ demande: 'première', depot: 'en ligne', titre }).silence

  test.each([
    ['salarié', 'rejet', { count: 4, unit: 'months' }],
    ['étudiant', 'rejet', { count: 90, unit: 'days' }],
    ['quatre-vingt-dix jours', 'rejet', { count: 90, unit: 'days' }],
    ['chercheur', 'rejet', { count: 60, unit: 'days' }],
    ['carte bleue', 'inconnu', null],
  ])('for « %s »: %s', (titre, sense, delay) => {
    expect(silenceFor(titre)).toMatchObject({ sense, delay })
  })

  test('is not taken for four months while the permit is not known', () => {
    expect(seen({}).silence).toMatchObject({ sense: 'inconnu', delay: null, toConfirm: false })
  })
})

describe('fees', () => {
  const renewal = {
    demande: 'renouvellement',
    depot: 'en ligne',
    titre: 'salarié',
    'fin-en-ligne': '2026-12-31',
  }

  test.each([
    ['2026-04-30', 22_500, false],
    ['2026-05-01', 25_000, false],
  ])('of a renewal filed on %s: %i cents, to confirm: %s', (on, cents, toConfirm) => {
    expect(seen(renewal, on).fee).toMatchObject({ cents, toConfirm })
  })

  test('the late fee has not changed in May 2026, by the article read since', () => {
    const late = { ...renewal, 'fin-en-ligne': '2026-07-01', empechement: 'aucune' }
    expect(seen(late, since).fee).toMatchObject({ cents: 43_000, toConfirm: false })
    expect(seen(late, since).ifLate[0]?.toConfirm).toBe(false)
  })

  test.each([
    [before, 0],
    [since, 10_000],
  ])('a provisional authorisation on %s costs %i cents', (on, cents) => {
    const asked = {
      demande: 'première',
      depot: 'préfecture',
      titre: 'provisoire',
      situation: 'autre',
    }
    expect(seen(asked, on).fee?.cents).toBe(cents)
  })

  test('no stamp stops the examination: it is due when the permit is handed over', () => {
    const { pieces } = seen(renewal)
    expect(pieces.find(({ pieceId }) => pieceId === 'timbre')?.indispensable).toBe(false)
    expect(pieces.find(({ pieceId }) => pieceId === 'etat-civil-nationalite')?.indispensable).toBe(true)
  })
})

describe('what is asked', () => {
  test('the former permit, once shown, says that it is a renewal', () => {
    const ticked = assess(shippedProcedure('sejour', before), situationOf({ presented: ['titre-actuel'] }))
    expect(ticked.answered).toMatchObject([{ questionId: 'demande', value: 'renouvellement', from: 'piece' }])
  })

  test('a home is proved in one way: the others leave the list', () => {
    const proved = assess(
      shippedProcedure('sejour', before),
      situationOf({ presented: ['election-domicile'] }),
    )
    expect(withStatus(proved, 'required')).toContain('election-domicile')
    expect(withStatus(proved, 'alternative')).toEqual([])
  })

  test('a date given for another case is forgotten when the case changes', () => {
    const changed = seen({
      demande: 'renouvellement',
      depot: 'préfecture',
      titre: 'salarié',
      'fin-en-ligne': '2026-06-15',
      'fin-guichet': '2026-06-15',
    })
    expect(Object.keys(deadlinesOf(changed))).toEqual(['fenetre-guichet'])
    expect(Object.keys(changed.answers)).not.toContain('fin-en-ligne')
  })
})

test.each(['1', '2'])(
  'ten fingers are taken of whoever has no physical impossibility (CESEDA R431-9): version %s',
  (version) => {
    const { rules } = shippedCatalogue().procedures.find(
      (one) => one.procedureId === 'sejour' && one.version === version,
    )!
    expect(JSON.stringify(rules['sejour . venir en personne'])).toContain('sauf impossibilité physique')
  },
)
