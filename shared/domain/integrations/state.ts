import { Map } from 'immutable'
import type { DayId, Instant, Seq, StationId } from '../../contract/ids.ts'
import {
  noSoftwareSettings,
  type ApiToken,
  type ApiTokenId,
  type SoftwareSettings,
  type Webhook,
  type WebhookId,
} from '../../contract/integrations/calls.ts'
import type { TurnNoticeMeans } from '../../contract/queue/rows.ts'
import type { Language } from '../../contract/text.ts'

/** A token as the office knows it: the SHA-256 of its bytes, in hex, and never the token. */
export type KnownToken = ApiToken & { readonly hash: string; readonly createdAt: Instant }

/** Where it is told, and from which position of the journal on. */
export type KnownWebhook = Webhook & { readonly since: Seq }

/** What the office knows of other software. */
export type Software = {
  readonly settings: SoftwareSettings
  readonly tokens: Map<ApiTokenId, KnownToken>
  readonly webhooks: Map<WebhookId, KnownWebhook>
  /** How many text messages each station asked for, on that day. */
  readonly messages: { readonly dayId: DayId | null; readonly asked: Map<StationId, number> }
}

export const noSoftware: Software = {
  settings: noSoftwareSettings,
  tokens: Map(),
  webhooks: Map(),
  messages: { dayId: null, asked: Map() },
}

/** By what means, where and in which language a person asked to be told: personal, by the ticket's id. */
export type Notice = { readonly means: TurnNoticeMeans; readonly to: string; readonly lang: Language }

export const mostTokens = 100
export const mostWebhooks = 20
/** Each one is paid for: a station that asks for more in a day is not receiving people. */
export const mostMessages = 300
