import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedProcedure, situationOf, tellSituations } from '../../fixtures/situations.ts'

const on = '2026-06-03'
const never = ['justificatif-domicile', 'copie-certifiee-conforme']
const either = ['declaration-en-ligne', 'declaration-papier']

tellSituations('impots', [
  {
    situation: 'in time: online or on paper, and no receipt of expense is joined',
    on: '2026-05-04',
    interview: [['moment', 'à temps']],
    case: 'à temps, aucune majoration',
    required: [],
    alternative: either,
    notRequired: ['justificatifs'],
    mayNotBeAsked: never,
    cents: 0,
    dueByPerson: ['declarer', 'garder'],
    dueByAdministration: ['reception', 'sans-majoration', 'droit-erreur'],
  },
  {
    situation: 'late, and nobody asked yet: received and dated, 10 % is possible',
    on,
    interview: [['moment', 'en retard']],
    presented: ['declaration-papier'],
    case: 'en retard',
    required: ['declaration-papier'],
    notRequired: ['justificatifs'],
    mayNotBeAsked: never,
    cents: 0,
    dueByAdministration: ['reception', 'droit-erreur'],
  },
  {
    situation: 'a correction of one’s own costs no increase',
    on,
    interview: [['moment', 'correction']],
    case: 'correction spontanée, aucune majoration',
    required: ['declaration-corrigee'],
    notRequired: ['justificatifs'],
    mayNotBeAsked: never,
    cents: 0,
    dueByAdministration: ['reception', 'sans-majoration', 'droit-erreur'],
  },
  {
    situation: 'on the thirtieth day after a demand there is still no increase',
    on,
    interview: [
      ['moment', 'demande'],
      ['demande-recue', '2026-05-04'],
    ],
    case: 'après une demande de l’administration, aucune majoration',
    required: ['declaration-corrigee'],
    notRequired: ['justificatifs'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { 'repondre-demande': '2026-06-03' },
    dueByAdministration: ['reception', 'sans-majoration', 'droit-erreur'],
  },
  {
    situation: 'on the thirty-first day the increase is possible again',
    on,
    interview: [
      ['moment', 'demande'],
      ['demande-recue', '2026-05-03'],
    ],
    case: 'après une demande de l’administration',
    required: ['declaration-corrigee'],
    notRequired: ['justificatifs'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { 'repondre-demande': '2026-06-02' },
    dueByAdministration: ['reception', 'droit-erreur'],
  },
  {
    situation: 'after a formal notice: 20 % until its thirtieth day, 40 % then',
    on,
    interview: [
      ['moment', 'mise en demeure'],
      ['mise-en-demeure-recue', '2026-05-20'],
    ],
    case: 'après une mise en demeure',
    required: [],
    alternative: either,
    notRequired: ['justificatifs'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { 'mise-en-demeure': '2026-06-19' },
    dueByAdministration: ['reception', 'droit-erreur'],
  },
])

describe('a declaration', () => {
  const start = assess(shippedProcedure('impots', on), situationOf({ on }))

  test('is no request: no silence, no acknowledgement, nothing to contest', () => {
    expect(start).toMatchObject({
      silence: { sense: 'sansObjet', delay: null },
      acknowledgement: { due: false },
      remedy: null,
    })
  })

  test('what lateness costs is told whole, with the right to error before it', () => {
    expect(start.ifLate.map(({ title }) => title)).toEqual([
      '10 % en cas de retard ou d’inexactitude',
      '20 % dans les trente jours d’une mise en demeure, 40 % ensuite',
      'Intérêt de retard',
    ])
    expect(start.rightToError?.title).toBe('Correction spontanée, aucune majoration')
  })

  test('a posted declaration is in time by its postmark', () => {
    const limit = start.deadlines.find(({ deadlineId }) => deadlineId === 'date-limite')
    expect(limit?.detail).toBe('Sur papier, le cachet de la poste fait foi.')
    expect(limit?.rule).toBeNull()
  })

  test('no increase is taken away before it is known when the demand came', () => {
    const unknown = assess(shippedProcedure('impots', on), situationOf({ on }, { moment: 'demande' }))
    expect(unknown.dueByAdministration.map(({ dueId }) => dueId)).not.toContain('sans-majoration')
  })
})
