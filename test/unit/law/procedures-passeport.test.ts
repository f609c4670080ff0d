import { describe, expect, test } from 'vitest'
import { LocalDate, PieceId } from '../../../shared/contract/ids.ts'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { trace } from '../../../shared/procedures/trace.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const passport = shippedProcedure('passeport')
const seen = (answers: Readonly<Record<string, string>>, exchanges?: readonly string[]) =>
  assess(passport, situationOf(exchanges ? { exchanges } : {}, answers))
const piece = (answers: Readonly<Record<string, string>>, id: string) =>
  seen(answers).pieces.find(({ pieceId }) => pieceId === id)

const never = ['preuve-voyage', 'copie-certifiee-conforme']
const form = ['pre-demande', 'formulaire']

tellSituations('passeport', [
  {
    situation: 'an adult renews a passport that is still good: 86 €, no birth certificate',
    interview: [
      ['personne', 'majeure'],
      ['ancien-passeport', 'présenté'],
      ['validite-passeport', 'oui'],
      ['logement', 'le sien'],
      ['tarif', 'entier'],
    ],
    presented: ['pre-demande'],
    case: 'renouvellement, ancien passeport présenté',
    required: ['pre-demande', 'ancien-passeport', 'timbre', 'photo', 'justificatif-domicile'],
    notRequired: ['acte-naissance'],
    mayNotBeAsked: never,
    cents: 8600,
    dueByPerson: ['presence', 'retrait'],
  },
  {
    situation: 'a lost passport, and an identity card expired for less than five years: it dispenses',
    interview: [
      ['personne', 'majeure'],
      ['ancien-passeport', 'perdu'],
      ['carte-identite', 'moins de 5 ans'],
      ['logement', 'hébergée'],
      ['tarif', 'entier'],
    ],
    case: 'renouvellement, passeport perdu',
    required: [
      'declaration-perte',
      'timbre',
      'photo',
      'justificatif-hebergeant',
      'attestation-hebergement',
      'identite-hebergeant',
    ],
    alternative: form,
    notRequired: ['acte-naissance'],
    mayNotBeAsked: never,
    cents: 8600,
  },
  {
    situation: 'a stolen passport, no title, born where acts are sent by COMEDEC: the act may not be asked',
    interview: [
      ['personne', 'majeure'],
      ['ancien-passeport', 'volé'],
      ['carte-identite', 'aucune'],
      ['comedec', 'oui'],
      ['nationalite-acte', 'suffit'],
      ['logement', 'aucun'],
      ['tarif', 'entier'],
    ],
    case: 'renouvellement, passeport volé',
    required: ['declaration-vol', 'timbre', 'photo', 'election-domicile'],
    alternative: form,
    notRequired: ['justificatif-domicile'],
    mayNotBeAsked: [...never, 'acte-naissance'],
    cents: 8600,
  },
  {
    situation: 'a first passport for a child of six, born elsewhere: 17 €, the act whatever its date',
    interview: [
      ['personne', 'moins de 15 ans'],
      ['ancien-passeport', 'aucun'],
      ['carte-identite', 'aucune'],
      ['comedec', 'non'],
      ['nationalite-acte', 'ne suffit pas'],
      ['logement', 'le sien'],
      ['adresses-titre', 'habituelle'],
      ['tarif', 'entier'],
    ],
    case: 'première demande, mineur',
    required: [
      'timbre',
      'photo',
      'justificatif-domicile',
      'identite-representant',
      'preuve-autorite',
      'acte-naissance',
      'justificatif-nationalite',
    ],
    alternative: form,
    mayNotBeAsked: never,
    cents: 1700,
    dueByPerson: ['presence', 'representant-present', 'retrait'],
  },
  {
    situation:
      'sixteen, two addresses on the passport: each parent proves a domicile, and the arrangement, 42 €',
    interview: [
      ['personne', '15 à 17 ans'],
      ['ancien-passeport', 'présenté'],
      ['validite-passeport', 'non'],
      ['carte-identite', 'valide'],
      ['logement', 'le sien'],
      ['adresses-titre', 'alternée'],
      ['tarif', 'entier'],
    ],
    case: 'renouvellement, mineur, ancien passeport présenté',
    required: [
      'ancien-passeport',
      'timbre',
      'photo',
      'justificatif-domicile',
      'identite-representant',
      'preuve-autorite',
      'residence-alternee',
      'justificatif-second-parent',
    ],
    alternative: form,
    notRequired: ['acte-naissance'],
    mayNotBeAsked: never,
    cents: 4200,
  },
  {
    situation: 'an adult under guardianship comes with the guardian',
    interview: [
      ['personne', 'en tutelle'],
      ['ancien-passeport', 'présenté'],
      ['validite-passeport', 'oui'],
      ['logement', 'le sien'],
      ['tarif', 'entier'],
    ],
    case: 'renouvellement, tutelle, ancien passeport présenté',
    required: [
      'ancien-passeport',
      'timbre',
      'photo',
      'justificatif-domicile',
      'jugement-tutelle',
      'identite-tuteur',
    ],
    alternative: form,
    notRequired: ['acte-naissance'],
    mayNotBeAsked: never,
    cents: 8600,
    dueByPerson: ['presence', 'tuteur-present', 'retrait'],
  },
  {
    situation:
      'the address changed and the passport is still good: a new one costs nothing, no stamp is asked',
    interview: [
      ['personne', 'majeure'],
      ['ancien-passeport', 'présenté'],
      ['validite-passeport', 'oui'],
      ['logement', 'fournisseur'],
      ['tarif', 'gratuit'],
    ],
    case: 'renouvellement, ancien passeport présenté',
    required: ['ancien-passeport', 'photo'],
    alternative: form,
    notRequired: ['timbre', 'justificatif-domicile', 'acte-naissance'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'the identity card seen answers by itself',
    identity: { kind: 'cni', validUntil: '2030-01-01' },
    interview: [
      ['personne', 'majeure'],
      ['ancien-passeport', 'aucun'],
      ['logement', 'le sien'],
      ['tarif', 'entier'],
    ],
    case: 'première demande',
    required: ['timbre', 'photo', 'justificatif-domicile'],
    alternative: form,
    notRequired: ['acte-naissance'],
    mayNotBeAsked: never,
    cents: 8600,
  },
  {
    situation: 'the office checks the address with the supplier: the proof is not asked of the person',
    exchanges: ['justif-adresse'],
    interview: [
      ['personne', 'majeure'],
      ['ancien-passeport', 'présenté'],
      ['validite-passeport', 'oui'],
      ['logement', 'le sien'],
      ['tarif', 'entier'],
    ],
    case: 'renouvellement, ancien passeport présenté',
    required: ['ancien-passeport', 'timbre', 'photo'],
    alternative: form,
    notRequired: ['acte-naissance'],
    heldByAdministration: ['justificatif-domicile'],
    mayNotBeAsked: never,
    cents: 8600,
  },
])

describe('what a passport costs', () => {
  test.each([
    ['majeure', 'entier', 8600],
    ['15 à 17 ans', 'entier', 4200],
    ['moins de 15 ans', 'entier', 1700],
    ['majeure', 'photo au guichet', 8900],
    ['15 à 17 ans', 'photo au guichet', 4500],
    ['moins de 15 ans', 'photo au guichet', 2000],
    ['majeure', 'Guyane', 4300],
    ['15 à 17 ans', 'Guyane', 2100],
    ['moins de 15 ans', 'Guyane', 850],
    ['majeure', 'Guyane avec photo', 4450],
    ['15 à 17 ans', 'Guyane avec photo', 2250],
    ['moins de 15 ans', 'Guyane avec photo', 1000],
    ['majeure', 'gratuit', 0],
  ])('%s, %s: %i cents', (personne, tarif, cents) => {
    expect(seen({ personne, tarif }).fee?.cents).toBe(cents)
  })

  test('is not known before the age and the tariff are, and rests on the tax code', () => {
    expect(seen({ personne: 'majeure' }).fee).toBeNull()
    expect(seen({ personne: 'majeure', tarif: 'entier' }).fee).toMatchObject({
      why: 'Une personne majeure : 86 €',
      toConfirm: false,
    })
  })

  test('the photo taken at the counter is not asked of the person', () => {
    expect(piece({ tarif: 'Guyane avec photo' }, 'photo')?.status).toBe('notRequired')
  })
})

describe('passport, the law behind', () => {
  test('the town hall only collects: it can refuse nothing, and gives no acknowledgement of its own', () => {
    expect(seen({}).decides).toMatchObject({ title: { fr: 'le préfet' }, collects: true })
    expect(seen({}).acknowledgement).toMatchObject({ due: false, exception: 'autre' })
    expect(seen({}).dueByAdministration.map(({ dueId }) => dueId)).toContain('recepisse')
  })

  test('two months of silence are a refusal, in a text of about 2014: to confirm', () => {
    expect(seen({}).silence).toMatchObject({
      sense: 'rejet',
      delay: { count: 2, unit: 'months' },
      toConfirm: true,
    })
    expect(seen({}).remedy).toMatchObject({ prior: 'no', court: 'tribunal administratif' })
  })

  test('not collected in three months, it is destroyed', () => {
    expect(seen({}).handingOver?.destroyedAfter).toEqual({ count: 3, unit: 'months' })
  })

  test('the table of R113-5 dispenses from nothing here (R113-9): a valid card dispenses by the decree', () => {
    const act = piece({ 'ancien-passeport': 'perdu', 'carte-identite': 'valide' }, 'acte-naissance')
    expect(act?.sources.map(({ sourceId }) => sourceId)).toEqual(['decrets-titres-dispense', 'crpa-r113-9'])
  })

  test('the act proves what no title proves, by the decree; of less than three months, by the official sheet', () => {
    const act = piece(
      { 'ancien-passeport': 'aucun', 'carte-identite': 'aucune', comedec: 'non' },
      'acte-naissance',
    )
    expect(act).toMatchObject({
      title: 'Acte de naissance, moins de 3 mois',
      status: 'required',
      toConfirm: false,
    })
    expect(act?.sources.map(({ label, about }) => [label, about])).toEqual([
      ['décret 2005-1726, art. 5', null],
      ['fiche F18713', null],
      ['fiche F10449', 'trois mois'],
    ])
    expect(act?.consignes).toEqual([])
  })

  test.each(['justificatif-domicile', 'justificatif-hebergeant'])(
    'tax notices « not accepted » is an instruction against R113-8: both are shown on %s',
    (id) => {
      expect(piece({}, id)?.consignes).toMatchObject([
        { consigneId: 'avis-imposition-titres', from: '2025-09-10', against: ['CRPA R113-8'] },
      ])
    },
  )

  test('the instruction of September 2025 is not shown to who filed before it', () => {
    const before = assess(shippedProcedure('passeport', '2025-09-09'), situationOf({ on: '2025-09-09' }))
    const proof = before.pieces.find(({ pieceId }) => pieceId === 'justificatif-domicile')
    expect(proof?.consignes).toEqual([])
  })

  test.each(['une copie certifiée conforme', 'le billet d’avion', 'Justificatif de voyage'])(
    '« %s », asked by an agent, is caught',
    (label) => {
      expect(unlawfulIn(passport, seen({}).pieces, label)).not.toBeNull()
    },
  )

  test('a proof of domicile may be asked here, unless the office is connected to the suppliers', () => {
    const label = 'justificatif de domicile'
    expect(unlawfulIn(passport, seen({ logement: 'le sien' }).pieces, label)).toBeNull()
    expect(
      unlawfulIn(passport, seen({ logement: 'le sien' }, ['justif-adresse']).pieces, label),
    ).toMatchObject({ held: true })
  })

  test('a hosted person’s host still proves the domicile, connected or not: the exchange knows only the holder', () => {
    expect(withStatus(seen({ logement: 'hébergée' }, ['justif-adresse']), 'required')).toContain(
      'justificatif-hebergeant',
    )
  })

  test('without the exchange, the reason for asking is said (L114-10)', () => {
    const proof = seen({ logement: 'le sien' }).pieces.find(
      ({ pieceId }) => pieceId === 'justificatif-domicile',
    )
    expect(proof).toMatchObject({ status: 'required', exchange: { connected: false } })
    expect(proof?.sources.map(({ sourceId }) => sourceId)).toContain('crpa-l114-10')
  })

  test('the reasoning goes from the conclusion to the answers', () => {
    const lines = trace(
      passport,
      {
        date: LocalDate.parse('2026-03-03'),
        answers: { 'ancien-passeport': 'perdu', 'carte-identite': 'valide' },
        pieces: [],
      },
      PieceId.parse('acte-naissance'),
    )
    expect(lines.map(({ text }) => text)).toEqual([
      'Acte de naissance, moins de 3 mois : non exigible',
      'Un titre dispense de l’acte de naissance',
      'Carte d’identité valide, ou expirée depuis moins de 5 ans',
      'Carte d’identité : Valide',
    ])
  })
})

describe('the stamp’s tariff', () => {
  /** The tariffs offered to an adult, every other question being answered by its first answer. */
  function tariffs(place: 'metropole' | 'mayotte' | 'guyane' | undefined): readonly string[] {
    const answers: Record<string, string> = {}
    for (;;) {
      const { question } = assess(passport, { ...situationOf({}, answers), place })
      if (question === null) return []
      if (question.questionId === 'tarif') return question.options.map(({ value }) => value)
      answers[question.questionId] = question.options[0]?.value ?? '2000-01-01'
    }
  }

  test('is offered for the place of the office alone: Guyane’s half is not shown elsewhere', () => {
    expect(tariffs('metropole')).toEqual(['entier', 'gratuit'])
    expect(tariffs('mayotte')).toEqual(['entier', 'gratuit', 'photo au guichet'])
    expect(tariffs('guyane')).toEqual(['entier', 'gratuit', 'Guyane', 'Guyane avec photo'])
    expect(tariffs(undefined)).toHaveLength(5)
  })
})
