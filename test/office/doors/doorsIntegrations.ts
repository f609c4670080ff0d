import { expect } from 'vitest'
import { output, refusal, unknownId, type DoorUnderTest } from './door.ts'

type Act = <T>(holder: string, name: string, input?: unknown) => Promise<T>

/** What a manager gives to other software, and what a person asks to be told: every act of both, while the day is open. */
export async function softwareLives(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const act: Act = (holder, name, input = {}) => {
    used.add(name)
    return output(door.call(holder, name, input))
  }
  const { tokenId, token } = await act<{ tokenId: string; token: string }>('admin', 'apiToken.create', {
    label: 'Site',
    scopes: ['queue'],
    until: null,
  })
  expect(token).toMatch(/^guichet_/)
  await act('admin', 'apiToken.revoke', { tokenId })
  const hook = { label: 'Affichage', url: 'https://exemple.invalid/guichet', types: ['dayClosed'] }
  const { webhookId } = await act<{ webhookId: string }>('admin', 'webhook.create', hook)
  await act('admin', 'webhook.set', { ...hook, webhookId, active: false })
  used.add('webhook.replay')
  const replay = { webhookId, seq: 1 }
  expect(await refusal(door.call('admin', 'webhook.replay', replay))).toBe('unknownDelivery')
  expect(await refusal(door.call('admin', 'webhook.replay', { ...replay, webhookId: unknownId }))).toBe(
    'unknownWebhook',
  )
  await act('admin', 'webhook.remove', { webhookId })
  const sms = { url: 'http://127.0.0.1:9/sms', header: null }
  await act('admin', 'gateways.set', { gateway: { means: 'sms', sms } })
  expect(await act('admin', 'gateways.try', { means: 'sms', to: '0612345678' })).toMatchObject({
    problem: 'unreachable',
  })
  await act('admin', 'gateways.set', { gateway: { means: 'sms', sms: null } })
  const notices = { means: ['email'], ahead: 0 }
  await act('admin', 'software.set', { privateAddresses: false, notices })
  // Behind somebody, so that nobody is told by the host itself meanwhile.
  const first = await output<{ ticketId: string }>(door.call('kiosk', 'ticket.take', { serviceId: 'titres' }))
  const { ticketId } = await output<{ ticketId: string }>(
    door.call('kiosk', 'ticket.take', { serviceId: 'titres' }),
  )
  const ask = { ticketId, means: 'email', to: 'quelquun@exemple.invalid', consent: true }
  expect(await act<{ ahead: number }>('kiosk', 'notice.ask', ask)).toMatchObject({ ahead: 1 })
  await act('kiosk', 'notice.withdraw', { ticketId })
  await act('agent1', 'notice.ask', ask)
  await act('supervisor', 'notice.send', { ticketId })
  expect(await refusal(door.call('supervisor', 'notice.send', { ticketId }))).toBe('noNotice')
  // A gateway has half a minute to take it: by then nobody has noted that it did not leave.
  for (const name of ['notice.fail', 'notice.told']) used.add(name)
  expect(await refusal(door.call('supervisor', 'notice.told', { ticketId }))).toBe('noNotice')
  expect(await refusal(door.call('supervisor', 'notice.fail', {}))).toBe('forbiddenRole')
  for (const gone of [first.ticketId, ticketId]) await act('kiosk', 'ticket.leave', { ticketId: gone })
}
