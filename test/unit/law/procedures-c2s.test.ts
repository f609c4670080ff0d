import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedProcedure, situationOf, tellSituations } from '../../fixtures/situations.ts'

const request = ['demande-en-ligne', 'formulaire']
const never = ['attestation-droits', 'justificatif-domicile', 'copie-certifiee-conforme']

tellSituations('c2s', [
  {
    situation:
      'asked for alone, and the fund received the whole file on the 10th of January: accepted on the 10th of March',
    interview: [
      ['rsa', 'non'],
      ['nationalite', 'oui'],
      ['dossier-complet', '2026-01-10'],
    ],
    case: 'demande seule',
    required: ['identite', 'ressources', 'avis-imposition'],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { reponse: '2026-03-10' },
  },
  {
    situation: 'with the RSA: the same request is enough, nothing of the resources is asked again',
    interview: [
      ['rsa', 'oui'],
      ['nationalite', 'oui'],
      ['dossier-complet', '2025-12-31'],
    ],
    case: 'avec le RSA',
    required: ['demande-rsa', 'identite'],
    notRequired: ['ressources', 'avis-imposition'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { reponse: '2026-02-28' },
  },
  {
    situation:
      'where the office is connected to the tax and social data, only the request and an identity remain',
    exchanges: ['protection-sociale', 'foyer-fiscal'],
    interview: [
      ['rsa', 'non'],
      ['nationalite', 'oui'],
      ['dossier-complet', '2026-03-01'],
    ],
    presented: ['formulaire'],
    case: 'demande seule',
    required: ['formulaire', 'identite'],
    heldByAdministration: ['ressources', 'avis-imposition'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { reponse: '2026-05-01' },
  },
  {
    situation:
      'a foreigner: the permit counts on the day of the request, even if it ends during the examination',
    interview: [
      ['rsa', 'non'],
      ['nationalite', 'non'],
      ['dossier-complet', '2026-03-03'],
    ],
    case: 'demande seule',
    required: ['titre-sejour', 'ressources', 'avis-imposition'],
    alternative: request,
    notRequired: ['identite'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { reponse: '2026-05-03' },
  },
])

const start = assess(shippedProcedure('c2s'), situationOf({}))

describe('silence is an acceptance', () => {
  test('of two months, read in the code, from the whole file: missing pieces begin the delay afresh', () => {
    expect(start.silence).toMatchObject({
      sense: 'acceptation',
      delay: { count: 2, unit: 'months' },
      toConfirm: false,
    })
    expect(start.ifIncomplete.effect).toBe('restarts')
  })

  test('no day is told while the fund has not said that the file is whole: a filing here is not its receipt', () => {
    expect(start.deadlines.find(({ deadlineId }) => deadlineId === 'reponse')?.rule?.from).toBeNull()
  })

  test('and the fund attests it on request', () => {
    expect(start.dueByAdministration.map(({ dueId }) => dueId)).toContain('attester-acceptation')
    expect(start.delivers.map(({ title }) => title)).toContain('Attestation d’acceptation implicite')
  })
})

describe('who and what', () => {
  test('an approved association may transmit, with the person’s agreement', () => {
    expect(start.whoMayAct.find(({ capacity }) => capacity === 'mandate')).toMatchObject({
      may: ['file'],
      proof: 'Accord du demandeur',
      toConfirm: false,
    })
  })

  test('the fund may not ask for the proof of rights that it holds itself', () => {
    const held = start.pieces.find(({ pieceId }) => pieceId === 'attestation-droits')
    expect(held).toMatchObject({ status: 'mayNotBeAsked', why: 'La caisse la détient', toConfirm: false })
  })

  test('the fund’s board is asked first, then the civil court', () => {
    expect(start.remedy).toMatchObject({ prior: 'yes', court: 'tribunal judiciaire (pôle social)' })
  })
})
