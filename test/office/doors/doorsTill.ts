import { expect } from 'vitest'
import { coinsOf, deed, paying } from '../../fixtures/till.ts'

type Act = <T>(holder: string, name: string, input?: unknown) => Promise<T>

/** A day at the till, by every act that there is there: each is done once. */
export async function tillLives(act: Act): Promise<void> {
  await act('agent1', 'till.takeTrainingDeed')
  await act('admin', 'till.setDeed', deed())
  await act('agent1', 'till.open', { coins: coinsOf(5000) })
  const paid = await act<{ number: number }>('agent1', 'till.collect', paying('concession', 15_000))
  await act('agent2', 'till.correct', { number: paid.number, reason: 'Autre moyen de paiement' })
  await act('agent1', 'till.collect', paying('concession', 15_000, { means: 'cheque' }))
  await act('agent1', 'till.stamp', { productId: 'accueil', stamp: '1234567890123456' })
  await act('agent1', 'till.count', { coins: coinsOf(5000), cheques: 1 })
  const { remitted } = await act<{ remitted: object }>('agent1', 'till.remit', { coins: [] })
  expect(remitted).toMatchObject({ cash: 0, cheque: 15_000 })
  const closed = await act<{ perpetual: number }>('agent1', 'till.close', { coins: coinsOf(5000) })
  expect(closed.perpetual).toBe(15_000)
}
