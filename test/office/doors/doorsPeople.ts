import { expect } from 'vitest'
import { output, refusal, unknownId, type DoorUnderTest } from './door.ts'

/**
 * What an office open to all answers of its people: nobody has to sign in, and nothing is protected by a weak secret. How
 * people sign in is tried on an office of its own, which then asks everyone.
 */
export async function peopleLive(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const call = (holder: string, name: string, input: unknown = {}) => {
    used.add(name)
    return door.call(holder, name, input)
  }
  const agentId = 'agent1'
  expect(await output(door.call('agent1', 'session.view', {}))).toMatchObject({
    needed: false,
    present: null,
  })
  expect(await refusal(call('agent1', 'session.open', { agentId, secret: '739154' }))).toBe('signInRefused')
  for (const name of ['session.lock', 'session.touch', 'session.close']) await output(call('agent1', name))
  const chosen = {
    size: 'large',
    contrast: true,
    airy: false,
    singleKeys: false,
    sound: 'soft',
    keyboard: 'azerty',
  }
  await output(call('agent1', 'preferences.set', chosen))
  expect(await output(door.call('agent1', 'preferences.view', {}))).toEqual(chosen)
  expect(await output(door.call('agent2', 'preferences.view', {}))).toMatchObject({ size: 'usual' })
  expect(await refusal(call('admin', 'secret.first', { agentId, secret: '123456' }))).toBe('secretTooWeak')
  expect(
    await refusal(call('agent1', 'secret.choose', { agentId, code: '1234 5678', secret: '739154' })),
  ).toBe('signInRefused')
  expect(await refusal(call('agent1', 'secret.change', { current: '739154', secret: '482951' }))).toBe(
    'signInRefused',
  )
  const rights = ['agent', 'supervisor']
  expect(await output(call('admin', 'agent.setRights', { agentId: 'agent3', rights }))).toEqual({ rights })
  expect(await refusal(call('admin', 'agent.invite', { agentId }))).toBe('notProtected')
  await output(call('admin', 'agent.unlock', { agentId }))
  expect(await refusal(call('admin', 'badge.enroll', { agentId, badge: '04A2B8' }))).toBe('notProtected')
  await output(call('admin', 'badge.remove', { agentId }))
  // By a provider neither, in an office that asks nobody who they are.
  const settings = {
    kind: 'other',
    label: 'l’annuaire',
    issuer: 'https://127.0.0.1:1',
    registeredAs: 'guichet',
    origin: 'https://127.0.0.1:1',
    siret: null,
    privateAddresses: false,
  }
  expect(await output(door.call('agent1', 'login.offer', {}))).toEqual({ offer: null })
  expect(await refusal(call('agent1', 'login.begin'))).toBe('loginNotOffered')
  expect(await refusal(call('admin', 'login.set', { settings, secret: 'secret' }))).toBe('notProtected')
  // The host's own.
  expect(await refusal(call('admin', 'login.note', { kind: null }))).toBe('forbiddenRole')
  expect(await output(call('admin', 'login.try', { settings }))).toEqual({ problem: 'privateAddress' })
  expect(await refusal(call('admin', 'login.link', { agentId, knockId: unknownId }))).toBe('unknownKnock')
  await output(call('admin', 'login.unlink', { agentId }))
  await output(call('admin', 'access.set', { lockAfterMinutes: 15, badgeAlone: true }))
  expect(await output(door.call('admin', 'people.view', {}))).toMatchObject({
    protected: false,
    access: { lockAfterMinutes: 15 },
  })
  expect(await refusal(call('agent2', 'counter.relieve', { counterId: '9' }))).toBe('unknownCounter')
  // The host alone locks someone.
  expect(await refusal(call('admin', 'agent.lock', { agentId, until: 0 }))).toBe('forbiddenRole')
}
