import { Map } from 'immutable'
import type { Instant, Seq } from '../../contract/ids.ts'
import {
  noSoftwareSettings,
  type ApiToken,
  type ApiTokenId,
  type TurnNoticeMeans,
  type SoftwareSettings,
  type Webhook,
  type WebhookId,
} from '../../contract/software.ts'
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
}

export const noSoftware: Software = { settings: noSoftwareSettings, tokens: Map(), webhooks: Map() }

/** By what means, where and in which language a person asked to be told: personal, by the ticket's id. */
export type Notice = { readonly means: TurnNoticeMeans; readonly to: string; readonly lang: Language }

export const mostTokens = 100
export const mostWebhooks = 20
