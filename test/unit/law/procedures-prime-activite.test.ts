import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedProcedure, situationOf, tellSituations } from '../../fixtures/situations.ts'

const request = ['demande-en-ligne', 'formulaire']
const never = ['justificatif-domicile', 'copie-certifiee-conforme']

tellSituations('prime-activite', [
  {
    situation: 'an employee: the wages of three earlier months',
    interview: [
      ['nationalite', 'oui'],
      ['activite', 'salarié'],
    ],
    case: 'salariée',
    required: ['identite', 'revenus', 'rib'],
    alternative: request,
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'the same where the office is connected: the fund reads the wages itself',
    exchanges: ['protection-sociale'],
    interview: [
      ['nationalite', 'oui'],
      ['activite', 'salarié'],
    ],
    presented: ['demande-en-ligne'],
    case: 'salariée',
    required: ['demande-en-ligne', 'identite', 'rib'],
    heldByAdministration: ['revenus'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a self-employed person: turnover or profits, no wage slips',
    interview: [
      ['nationalite', 'oui'],
      ['activite', 'indépendant'],
    ],
    case: 'indépendante',
    required: ['identite', 'chiffre-affaires', 'rib'],
    alternative: request,
    notRequired: ['revenus'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a worker from outside the Union proves five years of permits',
    interview: [
      ['nationalite', 'non'],
      ['sejour', 'cinq ans'],
      ['activite', 'salarié'],
    ],
    case: 'salariée',
    required: ['titre-sejour', 'cinq-ans', 'revenus', 'rib'],
    alternative: request,
    notRequired: ['identite'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a refugee proves no duration',
    interview: [
      ['nationalite', 'non'],
      ['sejour', 'sans durée'],
      ['activite', 'étudiant'],
    ],
    case: 'en études ou en apprentissage',
    required: ['titre-sejour', 'revenus', 'rib'],
    alternative: request,
    notRequired: ['identite'],
    mayNotBeAsked: never,
    cents: 0,
  },
])

const start = assess(shippedProcedure('prime-activite'), situationOf({}))

describe('not the family benefits', () => {
  test('the right opens on the day of the filing, read in the code: the receipt proves it', () => {
    expect(start.deadlines.find(({ deadlineId }) => deadlineId === 'ouverture')).toMatchObject({
      title: 'Le droit s’ouvre à la date du dépôt',
      toConfirm: false,
    })
    expect(start.delivers[0]?.worth).toMatch(/^Prouve la date de la demande, qui ouvre le droit/)
  })

  test('the fund’s board is asked first, then the administrative court', () => {
    expect(start.remedy).toMatchObject({
      prior: 'yes',
      court: 'tribunal administratif',
      delay: { count: 2, unit: 'months' },
      toConfirm: false,
    })
    const family = assess(shippedProcedure('prestations-familiales'), situationOf({}))
    expect(family.remedy?.court).toBe('tribunal judiciaire (pôle social)')
  })

  test('a separation changes the right from the first day of its month', () => {
    expect(start.deadlines.find(({ deadlineId }) => deadlineId === 'separation')).toMatchObject({
      detail: 'Elle change le droit dès le premier jour du mois où elle arrive.',
      toConfirm: false,
    })
  })

  test('contesting a repayment stops it', () => {
    expect(start.remedy?.detail).toContain('Contester un indu en suspend la récupération')
  })
})
