import { expect } from 'vitest'
import { output, refusal, type DoorUnderTest } from './door.ts'

/** No calendar is followed: one is tried in vain, and what the host notes of a source is nobody's to say. */
export async function sourcesLive(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const call = (holder: string, name: string, input: unknown = {}) => {
    used.add(name)
    return door.call(holder, name, input)
  }
  const source = {
    kind: 'ics',
    url: 'https://127.0.0.1:9/agenda.ics',
    user: null,
    services: {},
    privateAddresses: false,
  }
  const tried = await output<{ problem: string | null; total: number }>(
    call('admin', 'source.try', { source }),
  )
  expect(tried.problem).not.toBeNull()
  expect(tried.total).toBe(0)
  await output(call('admin', 'source.set', { source: null }))
  expect(await refusal(call('admin', 'source.signIn'))).toBe('sourceWithoutSignIn')
  expect(await refusal(call('admin', 'source.note', { kind: null }))).toBe('forbiddenRole')
  expect(await refusal(call('admin', 'appointment.follow'))).toBe('forbiddenRole')
}
