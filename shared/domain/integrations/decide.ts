import type { Decisions } from '../decision.ts'
import { createToken, revokeToken, createWebhook, setWebhook, removeWebhook, setSoftware } from './access.ts'
import { askNotice, withdrawNotice, sendNotice } from './notices.ts'

/** Each command of integrations, and what decides it. */
export const integrationsDecisions = {
  'apiToken.create': createToken,
  'apiToken.revoke': revokeToken,
  'webhook.create': createWebhook,
  'webhook.set': setWebhook,
  'webhook.remove': removeWebhook,
  'software.set': setSoftware,
  'notice.ask': askNotice,
  'notice.withdraw': withdrawNotice,
  'notice.send': sendNotice,
} satisfies Decisions
