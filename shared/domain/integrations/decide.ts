import type { Decisions } from '../decision.ts'
import { createToken, revokeToken, createWebhook, setWebhook, removeWebhook, setSoftware } from './access.ts'
import { askNotice, failNotice, noteTold, sendNotice, withdrawNotice } from './notices.ts'

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
  'notice.fail': failNotice,
  'notice.told': noteTold,
} satisfies Decisions
