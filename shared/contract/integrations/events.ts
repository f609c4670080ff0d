import { z } from 'zod'
import { TicketId } from '../ids.ts'
import { ApiToken, ApiTokenId, SoftwareSettings, Webhook, WebhookId } from './calls.ts'
import { TurnNoticeMeans } from '../queue/rows.ts'

/** What other software may reach, and who asked to be told of their turn. */
export const integrationsEvents = {
  /** Other software has a token: its hash alone is known. */
  apiTokenCreated: { v: 1, data: ApiToken.extend({ hash: z.string() }) },
  apiTokenRevoked: { v: 1, data: z.strictObject({ tokenId: ApiTokenId }) },
  webhookSet: { v: 1, data: Webhook },
  webhookRemoved: { v: 1, data: z.strictObject({ webhookId: WebhookId }) },
  softwareSet: { v: 1, data: z.strictObject({ settings: SoftwareSettings }) },
  /** Somebody wants to be told that their turn is near: where is a personal row of the ticket's id. */
  noticeAsked: { v: 1, data: z.strictObject({ ticketId: TicketId, means: TurnNoticeMeans }) },
  noticeWithdrawn: { v: 1, data: z.strictObject({ ticketId: TicketId }) },
  noticeSent: { v: 1, data: z.strictObject({ ticketId: TicketId, means: TurnNoticeMeans }) },
  /** It did not leave, however often it was tried: the person counts on it. */
  noticeFailed: { v: 1, data: z.strictObject({ ticketId: TicketId, means: TurnNoticeMeans }) },
  /** Somebody of the office told them instead. */
  noticeTold: { v: 1, data: z.strictObject({ ticketId: TicketId }) },
} as const
