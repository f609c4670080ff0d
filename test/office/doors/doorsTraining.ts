import { expect } from 'vitest'
import { output, refusal, type DoorUnderTest } from './door.ts'

/** A guided day of the training office begins, and the next of its people is asked for; the host alone brings them. */
export async function lessonLives(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const act = <T>(name: string, input: unknown = {}) => {
    used.add(name)
    return output<T>(door.call('agent1', name, input))
  }
  expect(await refusal(door.call('agent1', 'training.next', {}))).toBe('lessonNotBegun')
  await act('training.begin', { seed: 3 })
  await act('training.next')
  used.add('training.arrive')
  expect(await refusal(door.call('agent1', 'training.arrive', { arrival: 2 }))).toBe('forbiddenRole')
  // The site that all these promises are tried on stays: what it does is tried on a host of its own.
  used.add('training.reset')
  expect(await refusal(door.call('supervisor', 'training.reset', {}))).toBe('forbiddenRole')
}
