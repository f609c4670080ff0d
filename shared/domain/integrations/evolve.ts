import type { StationId } from '../../contract/ids.ts'
import type { Evolve, Evolutions } from '../decision.ts'
import type { Office } from '../state.ts'
import { messagesOf } from './notices.ts'

const evolveSoftware: Evolve = (office, { event, at, seq, who }) => {
  const { software } = office
  const next = (changed: Partial<Office['software']>): Office => ({
    ...office,
    software: { ...software, ...changed },
  })
  switch (event.type) {
    case 'apiTokenCreated':
      return next({ tokens: software.tokens.set(event.data.tokenId, { ...event.data, createdAt: at }) })
    case 'apiTokenRevoked':
      return {
        ...next({ tokens: software.tokens.delete(event.data.tokenId) }),
        suspended: office.suspended.delete(event.data.tokenId as string as StationId),
      }
    case 'webhookSet': {
      const { webhookId } = event.data
      const since = software.webhooks.get(webhookId)?.since ?? seq
      return next({ webhooks: software.webhooks.set(webhookId, { ...event.data, since }) })
    }
    case 'webhookRemoved':
      return next({ webhooks: software.webhooks.delete(event.data.webhookId) })
    case 'softwareSet':
      return next({ settings: event.data.settings })
    case 'noticeAsked': {
      if (event.data.means !== 'sms') return office
      const dayId = office.day?.dayId ?? null
      const counts = messagesOf(office)
      return next({
        messages: { dayId, asked: counts.set(who.stationId, (counts.get(who.stationId) ?? 0) + 1) },
      })
    }
    case 'noticeWithdrawn':
    case 'noticeSent':
      return office
    default:
      return undefined
  }
}

/** Each event of integrations, and what it changes in the office. */
export const integrationsEvolutions = {
  apiTokenCreated: evolveSoftware,
  apiTokenRevoked: evolveSoftware,
  webhookSet: evolveSoftware,
  webhookRemoved: evolveSoftware,
  softwareSet: evolveSoftware,
  noticeAsked: evolveSoftware,
  noticeWithdrawn: evolveSoftware,
  noticeSent: evolveSoftware,
} satisfies Evolutions
