import { expect } from 'vitest'
import { output, refusal, unknownId, type DoorUnderTest } from './door.ts'

/** An agent asks for help, a colleague answers, the form is filled. */
export async function safetyLives(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const act = <T>(holder: string, name: string, input: unknown = {}) => {
    used.add(name)
    return output<T>(door.call(holder, name, input))
  }
  const { alertId } = await act<{ alertId: string }>('agent1', 'alert.raise')
  expect(await refusal(door.call('agent1', 'alert.answer', { alertId }))).toBe('ownAlert')
  expect(await refusal(door.call('agent2', 'alert.answer', { alertId: unknownId }))).toBe('unknownAlert')
  await act('agent2', 'alert.answer', { alertId })
  const told = { alertId, counterId: null, nature: 'threat', facts: 'Des menaces.' }
  expect(
    await refusal(door.call('agent1', 'incident.record', { ...told, happenedAt: Date.now() + 86_400_000 })),
  ).toBe('incidentAhead')
  await act('agent1', 'incident.record', { ...told, happenedAt: 0 })
}
