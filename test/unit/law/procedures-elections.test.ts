import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const elections = shippedProcedure('elections')
const seen = (answers: Readonly<Record<string, string>>, told: Parameters<typeof situationOf>[0] = {}) =>
  assess(elections, situationOf({ ballot: '2026-03-15', on: '2026-01-12', ...told }, answers))

const never = ['signature-legalisee', 'copie-certifiee-conforme']
const request = ['formulaire', 'demande-libre']
/** The municipal elections of March 2026: their official last days. */
const march = {
  inscription: { mairie: '2026-02-06', enLigne: '2026-02-04', L30: '2026-03-05' },
  'inscription-l30': '2026-03-05',
}
/** L18: two days to notify; L31: at once. */
const decided = (five: readonly [string, string], three: string) => ({
  decision: { decision: five[0], notification: five[1] },
  'decision-l30': { decision: three, notification: three },
})
const onTheTwelfth = { ...march, ...decided(['2026-01-17', '2026-01-19'], '2026-01-15') }

tellSituations('elections', [
  {
    situation: 'living here, with an identity card: a domicile of less than three months',
    on: '2026-01-12',
    ballot: '2026-03-15',
    interview: [
      ['presence', 'électeur'],
      ['titre', 'carte ou passeport'],
      ['attache', 'domicile'],
      ['logement', 'à son nom'],
    ],
    presented: ['formulaire'],
    case: 'domicile ou résidence',
    required: ['formulaire', 'carte-passeport', 'justificatif-domicile'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: onTheTwelfth,
    dueByPerson: ['une-liste'],
    dueByAdministration: ['reception', 'decision', 'deux-d-doc', 'citoyen-union'],
  },
  {
    situation: 'put up by a friend: a letter, their card, and something that bears the address',
    on: '2026-01-12',
    ballot: '2026-03-15',
    interview: [
      ['presence', 'électeur'],
      ['titre', 'carte ou passeport'],
      ['attache', 'domicile'],
      ['logement', 'hébergée'],
    ],
    case: 'domicile ou résidence',
    required: ['carte-passeport', 'attestation-hebergement', 'identite-hebergeant', 'lien-adresse'],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: onTheTwelfth,
  },
  {
    situation: 'twenty-two, where the parents live, with a social security card: nationality is proved apart',
    on: '2026-01-12',
    ballot: '2026-03-15',
    interview: [
      ['presence', 'électeur'],
      ['titre', 'autre'],
      ['attache', 'parents'],
    ],
    case: 'domicile des parents',
    required: ['autre-titre', 'justificatif-domicile'],
    alternative: [...request, 'acte-naissance', 'preuve-nationalite', 'livret-famille', 'acte-filiation'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: onTheTwelfth,
  },
  {
    situation: 'a taxpayer of the town who lives elsewhere, through someone else: no domicile at all',
    on: '2026-01-12',
    ballot: '2026-03-15',
    interview: [
      ['presence', 'mandataire'],
      ['titre', 'carte ou passeport'],
      ['attache', 'contribuable'],
    ],
    case: 'impôt local',
    required: ['mandat', 'carte-passeport'],
    alternative: [...request, 'avis-imposition', 'certificat-fiscal'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: onTheTwelfth,
  },
  {
    situation: 'the manager of a company of the town',
    on: '2026-01-12',
    ballot: '2026-03-15',
    interview: [
      ['presence', 'électeur'],
      ['titre', 'carte ou passeport'],
      ['attache', 'gérant'],
    ],
    case: 'société',
    required: ['carte-passeport', 'attestation-gerant', 'statuts', 'role-societe'],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: onTheTwelfth,
  },
  {
    situation: 'without a home: an election of domicile of six months, or the card that bears it',
    on: '2026-01-12',
    ballot: '2026-03-15',
    interview: [
      ['presence', 'électeur'],
      ['titre', 'carte ou passeport'],
      ['attache', 'organisme'],
    ],
    case: 'organisme d’accueil',
    required: ['carte-passeport'],
    alternative: [...request, 'election-domicile', 'carte-organisme'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: onTheTwelfth,
  },
  {
    situation: 'after the sixth Friday, moved for work: still in time, with a proof of it',
    on: '2026-02-20',
    ballot: '2026-03-15',
    interview: [
      ['presence', 'électeur'],
      ['cas-l30', 'motif professionnel'],
      ['titre', 'carte ou passeport'],
      ['attache', 'domicile'],
      ['logement', 'à son nom'],
    ],
    case: 'domicile ou résidence, cas admis après la clôture',
    required: ['preuve-l30', 'carte-passeport', 'justificatif-domicile'],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { ...march, ...decided(['2026-02-25', '2026-02-27'], '2026-02-23') },
  },
  {
    situation: 'after the sixth Friday, in no such case: received all the same, for a later ballot',
    on: '2026-02-20',
    ballot: '2026-03-15',
    interview: [
      ['presence', 'électeur'],
      ['cas-l30', 'aucun'],
      ['titre', 'carte ou passeport'],
      ['attache', 'fonctionnaire'],
    ],
    case: 'résidence obligatoire, pour un scrutin suivant',
    required: ['carte-passeport', 'residence-obligatoire'],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { ...march, ...decided(['2026-02-25', '2026-02-27'], '2026-02-23') },
    dueByAdministration: ['reception', 'decision', 'citoyen-union'],
  },
  {
    situation: 'past the tenth day, no case is asked any more: for a later ballot',
    on: '2026-03-06',
    ballot: '2026-03-15',
    interview: [
      ['presence', 'électeur'],
      ['titre', 'carte ou passeport'],
      ['attache', 'conjoint'],
    ],
    case: 'impôt local, pour un scrutin suivant',
    required: ['carte-passeport', 'lien-conjoint'],
    alternative: [...request, 'avis-imposition', 'certificat-fiscal'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { ...march, ...decided(['2026-03-11', '2026-03-13'], '2026-03-09') },
  },
])

describe('the two closings of the lists', () => {
  const asks = (on: string) => seen({ presence: 'électeur' }, { on }).question?.questionId

  test.each([
    ['2026-02-06', 'titre'],
    ['2026-02-07', 'cas-l30'],
    ['2026-03-05', 'cas-l30'],
    ['2026-03-06', 'titre'],
  ])('on %s, the next question is « %s »: L30 matters only between the two', (on, question) => {
    expect(asks(on)).toBe(question)
  })

  test('the question says the two days, so that nobody counts Fridays', () => {
    expect(seen({ presence: 'électeur' }, { on: '2026-02-20' }).question?.note).toBe(
      'Clôture le 06/02/2026 ; dans ces cas, jusqu’au 05/03/2026.',
    )
  })

  test.each([
    'agent public',
    'militaire',
    'motif professionnel',
    'majorité',
    'nationalité',
    'droits retrouvés',
  ])('« %s » is one of the six cases of L30, with its proof', (kind) => {
    const told = seen({ presence: 'électeur', 'cas-l30': kind }, { on: '2026-02-20' })
    expect(withStatus(told, 'required')).toContain('preuve-l30')
  })

  test('while no ballot is known, the rest of the list stands and nothing is supposed', () => {
    const answers = {
      presence: 'électeur',
      titre: 'carte ou passeport',
      attache: 'domicile',
      logement: 'à son nom',
    }
    const told = assess(elections, situationOf({}, answers))
    expect(told.question).toBeNull()
    expect(withStatus(told, 'required')).toEqual(['carte-passeport', 'justificatif-domicile'])
    expect(withStatus(told, 'unknown')).toEqual(['preuve-l30'])
    expect(told.deadlines[0]?.rule?.from).toBeNull()
  })
})

describe('the electoral roll, the law behind', () => {
  const start = seen({})

  test.each([
    ['passport', '2026-01-12', 'carte ou passeport'],
    ['cni', '2021-01-13', 'carte ou passeport'],
    ['cni', '2021-01-12', 'autre'],
  ])('a %s seen, valid until %s, answers « %s » by itself', (kind, validUntil, answer) => {
    const { answered } = seen({}, { identity: { kind, validUntil } })
    expect(answered).toMatchObject([{ questionId: 'titre', value: answer, from: 'piece' }])
  })

  test('the domicile may be proved here; its three months have a basis of their own, an official sheet', () => {
    expect(start.domicile).toMatchObject({ proof: 'allowed' })
    const told = seen({ attache: 'domicile', logement: 'à son nom' })
    const proof = told.pieces.find(({ pieceId }) => pieceId === 'justificatif-domicile')
    expect(
      proof?.sources
        .filter(({ about }) => about === 'trois mois')
        .map(({ label, confidence }) => [label, confidence]),
    ).toEqual([['fiche F1965', 'verifie']])
    expect(unlawfulIn(elections, told.pieces, 'un justificatif de domicile')).toBeNull()
  })

  test('a family booklet and any civil record are accepted whatever their date, but where a text says so', () => {
    const told = seen({ titre: 'autre', attache: 'parents' })
    const texts = (id: string) =>
      told.pieces.find(({ pieceId }) => pieceId === id)?.sources.map(({ label }) => label)
    expect(texts('acte-filiation')).toContain('CRPA R113-7')
    expect(texts('acte-naissance')).not.toContain('CRPA R113-7')
  })

  test('a prior recourse is compulsory, within five days, before the control commission', () => {
    expect(start.remedy).toMatchObject({
      prior: 'yes',
      authority: 'la commission de contrôle des listes électorales',
      court: 'tribunal judiciaire',
      delay: { count: 5, unit: 'days' },
      toConfirm: false,
    })
  })

  test('L18 was read whole: the delays of the town hall and of the commission are verified', () => {
    const delays = start.deadlines.filter(({ deadlineId }) => deadlineId.startsWith('decision'))
    expect(delays.map(({ toConfirm, sources }) => [toConfirm, sources.map(({ label }) => label)])).toEqual([
      [false, ['C. élect. L18']],
      [false, ['C. élect. L31']],
    ])
    expect(start.decides.detail).toContain('notifie immédiatement')
  })

  test('one votes at eighteen on the day of the ballot or of its second round (L11 II)', () => {
    expect(start.populationType).toMatchObject({ toConfirm: false })
    expect(start.populationType.definition).toContain('au jour du scrutin ou de son second tour')
  })

  test('titles are those of the order’s list, read on its official page in the state of 25 February 2021', () => {
    expect(start.titles.list).toBe('electoral')
    expect(start.titles.sources.find(({ sourceId }) => sourceId === 'arrete-2018-11-16-1')?.confidence).toBe(
      'verifie',
    )
  })

  test('the mayor’s silence is said to be unknown, and an acknowledgement is due', () => {
    expect(start.silence).toMatchObject({ sense: 'inconnu', delay: null })
    expect(start.acknowledgement).toMatchObject({ due: true, exception: null })
  })

  test('the form is cerfa 12669, and a plain paper stands for it', () => {
    expect(start.forms.map(({ cerfa }) => cerfa)).toEqual(['12669*02'])
    expect(withStatus(start, 'alternative')).toEqual(['formulaire', 'demande-libre'])
  })
})
