import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedProcedure, situationOf } from '../../fixtures/situations.ts'

describe('any other matter', () => {
  const other = assess(shippedProcedure('autre'), situationOf({}))

  test('has no question, no price, and nothing said of silence', () => {
    expect(other).toMatchObject({ question: null, fee: null, silence: { sense: 'inconnu', delay: null } })
  })

  test('asks for no piece of its own, and still may not ask for a certified copy', () => {
    expect(other.pieces).toMatchObject([{ pieceId: 'copie-certifiee-conforme', status: 'mayNotBeAsked' }])
  })

  test('is received and forwarded, never sent away', () => {
    expect(other.dueByAdministration.map(({ dueId }) => dueId)).toEqual([
      'reception',
      'transmission',
      'une-seule-fois',
    ])
  })
})
