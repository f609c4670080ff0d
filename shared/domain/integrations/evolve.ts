import type { StationId, TicketId } from '../../contract/ids.ts'
import type { TurnNoticeMeans } from '../../contract/queue/rows.ts'
import type { Evolve, Evolutions } from '../decision.ts'
import type { Office } from '../state.ts'
import { lastNotice, onCallAfter } from '../queue/lastAct.ts'
import { onTicket, withTicket } from '../queue/ticketChanges.ts'
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
      // Asked again, another one will leave.
      const again = onTicket(office, event.data.ticketId, (ticket) =>
        withTicket(office, { ...ticket, noticeAsked: seq, unsentNotice: null }),
      )
      if (event.data.means !== 'sms') return again
      const dayId = office.day?.dayId ?? null
      const counts = messagesOf(office)
      const asked = counts.set(who.stationId, (counts.get(who.stationId) ?? 0) + 1)
      return { ...again, software: { ...software, messages: { dayId, asked } } }
    }
    case 'noticeFailed':
      return withFailed(office, event.data.ticketId, event.data.means)
    case 'noticeTold':
      return withUnsent(office, event.data.ticketId, null)
    case 'noticeWithdrawn':
    case 'noticeSent':
      return office
    default:
      return undefined
  }
}

const withUnsent = (office: Office, ticketId: TicketId, unsentNotice: TurnNoticeMeans | null): Office =>
  onTicket(office, ticketId, (ticket) =>
    ticket.unsentNotice === unsentNotice ? office : withTicket(office, { ...ticket, unsentNotice }),
  )

/** What did not leave is said of who waits for it; of who was called since, once the call that came after it is taken back. */
const withFailed = (office: Office, ticketId: TicketId, unsentNotice: TurnNoticeMeans): Office =>
  office.tickets.get(ticketId)?.noticeAsked === null
    ? onCallAfter(office, ticketId, lastNotice(office, ticketId), (before) => ({ ...before, unsentNotice }))
    : withUnsent(office, ticketId, unsentNotice)

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
  noticeFailed: evolveSoftware,
  noticeTold: evolveSoftware,
} satisfies Evolutions
