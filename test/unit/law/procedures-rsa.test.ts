import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const exchanges = ['famille', 'protection-sociale', 'emploi']
const never = ['justificatif-domicile', 'copie-certifiee-conforme']
const request = ['demande-en-ligne', 'formulaire']

tellSituations('rsa', [
  {
    situation: 'one person alone, who called on the 20th of February: the whole of February counts',
    interview: [
      ['nationalite', 'oui'],
      ['enfants', 'non'],
      ['emploi', 'non'],
      ['domicile', 'stable'],
      ['premier-contact', '2026-02-20'],
    ],
    case: 'sans enfant',
    required: ['identite', 'ressources', 'rib'],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { ouverture: { ouverture: '2026-02-20', mois: '2026-02-01' }, 'autres-droits': '2026-05-03' },
    dueByPerson: ['declarer-changements', 'autres-droits', 'signer', 'contrat-engagement'],
  },
  {
    situation:
      'a parent looking for work, where the office is connected to nothing: the papers are asked, and why',
    interview: [
      ['nationalite', 'oui'],
      ['enfants', 'oui'],
      ['emploi', 'oui'],
      ['domicile', 'stable'],
      ['premier-contact', '2026-03-03'],
    ],
    presented: ['formulaire'],
    case: 'avec enfants',
    required: ['formulaire', 'identite', 'livret-famille', 'ressources', 'france-travail', 'rib'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { ouverture: { ouverture: '2026-03-03', mois: '2026-03-01' }, 'autres-droits': '2026-05-03' },
  },
  {
    situation: 'the same parent, where the office is connected: what an administration holds is not asked',
    exchanges,
    interview: [
      ['nationalite', 'oui'],
      ['enfants', 'oui'],
      ['emploi', 'oui'],
      ['domicile', 'stable'],
      ['premier-contact', '2026-03-03'],
    ],
    presented: ['formulaire'],
    case: 'avec enfants',
    required: ['formulaire', 'identite', 'rib'],
    heldByAdministration: ['livret-famille', 'ressources', 'france-travail'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { ouverture: { ouverture: '2026-03-03', mois: '2026-03-01' }, 'autres-droits': '2026-05-03' },
  },
  {
    situation:
      'a person without a home: an election of domicile stands for it, and no proof of address is asked',
    interview: [
      ['nationalite', 'oui'],
      ['enfants', 'non'],
      ['emploi', 'non'],
      ['domicile', 'sans'],
      ['premier-contact', '2026-03-31'],
    ],
    on: '2026-03-31',
    case: 'sans enfant, sans domicile stable',
    required: ['identite', 'ressources', 'rib', 'election-domicile'],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { ouverture: { ouverture: '2026-03-31', mois: '2026-03-01' }, 'autres-droits': '2026-05-31' },
  },
  {
    situation: 'a foreigner from outside the Union: the residence permit proves the identity too',
    interview: [
      ['nationalite', 'non'],
      ['enfants', 'non'],
      ['emploi', 'non'],
      ['domicile', 'stable'],
      ['premier-contact', '2026-03-03'],
    ],
    case: 'sans enfant',
    required: ['titre-sejour', 'ressources', 'rib'],
    alternative: request,
    notRequired: ['identite'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { ouverture: { ouverture: '2026-03-03', mois: '2026-03-01' }, 'autres-droits': '2026-05-03' },
  },
])

const rsa = shippedProcedure('rsa')
const start = assess(rsa, situationOf({}))

describe('the date of the first contact', () => {
  test('is worth money, so the receipt is given before any piece and says what it proves', () => {
    expect(start.dueByAdministration.map(({ dueId }) => dueId)).toEqual(
      expect.arrayContaining(['reception', 'recepisse']),
    )
    expect(start.delivers).toMatchObject([{ title: 'Récépissé de dépôt', onTheSpot: true, toConfirm: false }])
    expect(start.delivers[0]?.worth).toMatch(/^Prouve la date du premier contact, qui ouvre le droit/)
  })

  test('does not wait for a piece that is not indispensable', () => {
    const waitsFor = start.pieces.filter(({ indispensable }) => indispensable === true)
    expect(waitsFor.map(({ pieceId }) => pieceId)).toEqual([
      'demande-en-ligne',
      'formulaire',
      'titre-sejour',
      'ressources',
    ])
    expect(start.ifIncomplete.title).toBe('Une pièce manque, le mois compte quand même')
    expect(start.ifIncomplete.sources).toContainEqual(
      expect.objectContaining({ sourceId: 'casf-r262-33', about: 'mois entier', confidence: 'verifie' }),
    )
    expect(start.ifIncomplete.sources.filter(({ confidence }) => confidence === 'aConfirmer')).toMatchObject([
      { sourceId: 'casf-rsa-mois', about: 'premier contact' },
    ])
  })
})

describe('who decides, and what silence and refusal are worth', () => {
  test('the office collects: it can refuse nothing', () => {
    expect(start.decides).toMatchObject({ collects: true, toConfirm: false })
  })

  test('two months of silence are a refusal by inference alone: to confirm', () => {
    expect(start.silence).toMatchObject({
      sense: 'rejet',
      delay: { count: 2, unit: 'months' },
      toConfirm: true,
    })
    expect(start.silence.sources.map(({ sourceId, confidence }) => [sourceId, confidence])).toContainEqual([
      'rsa-silence',
      'aConfirmer',
    ])
  })

  test('the president of the department is asked first, then the administrative court', () => {
    expect(start.remedy).toMatchObject({
      prior: 'yes',
      authority: 'le président du conseil départemental',
      court: 'tribunal administratif',
      delay: { count: 2, unit: 'months' },
    })
  })

  test('a first mistake in good faith is not punished', () => {
    expect(start.rightToError).toMatchObject({ toConfirm: false })
    expect(start.rightToError?.sources.map(({ sourceId }) => sourceId)).toEqual([
      'crpa-l123-1',
      'crpa-l123-2',
    ])
  })
})

describe('what must not be', () => {
  test('a proof of address may not be asked, by any of its names', () => {
    const { rules } = rsa
    expect(withStatus(start, 'mayNotBeAsked')).toContain('justificatif-domicile')
    expect(rules['rsa . justificatif de domicile']?._g).toMatchObject({
      mots: expect.arrayContaining(['quittance de loyer', 'facture d’électricité']),
    })
  })

  test.each(['rsa', 'prestations-familiales', 'prime-activite', 'c2s'])(
    'in %s no question and no piece takes the social-security number, and the agent is told so',
    (id) => {
      const procedure = shippedProcedure(id)
      const asked = Object.values(procedure.rules).flatMap(({ titre, question, _g }) =>
        _g.genre === 'question' || _g.genre === 'pièce' ? [titre, question ?? ''] : [],
      )
      expect(asked.filter((text) => /sécurité sociale|\bNIR\b|INSEE/i.test(text))).toEqual([])
      expect(assess(procedure, situationOf({})).dueByAdministration.map(({ dueId }) => dueId)).toContain(
        'sans-nir',
      )
    },
  )

  test('the complementary health cover is offered with the same request', () => {
    expect(start.dueByAdministration.find(({ dueId }) => dueId === 'c2s')).toMatchObject({ toConfirm: false })
  })
})
