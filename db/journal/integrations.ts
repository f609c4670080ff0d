import type { Instant, Seq } from '../../shared/contract/ids.ts'
import type { ApiTokenId, DeliveryProblem, WebhookId } from '../../shared/contract/integrations/calls.ts'

/** How far a webhook was told: the last event delivered or given up, and how the next one goes. */
export type Position = {
  readonly webhookId: WebhookId
  readonly seq: Seq
  /** Times that the next event was tried in vain. */
  readonly attempts: number
  readonly nextAt: Instant
  readonly problem: DeliveryProblem | null
}

/** An event that could not be delivered; `again` once somebody asked for it to be sent again. */
export type DeadLetter = {
  readonly webhookId: WebhookId
  readonly seq: Seq
  readonly type: string
  readonly at: Instant
  readonly attempts: number
  readonly problem: DeliveryProblem
  readonly again: boolean
}

/** What the host keeps of other software beside the journal; each act is durable when it resolves. */
export type IntegrationsStore = {
  positions(): Promise<readonly Position[]>
  moved(position: Position): Promise<void>
  /** The latest first. */
  dead(limit: number): Promise<readonly DeadLetter[]>
  /** How many of each webhook. */
  deadCounts(): Promise<ReadonlyMap<WebhookId, number>>
  /** One that somebody wants sent again, the oldest first. */
  toSendAgain(webhookId: WebhookId): Promise<DeadLetter | undefined>
  deadOne(webhookId: WebhookId, seq: Seq): Promise<DeadLetter | undefined>
  /** Written, or written again. */
  bury(letter: DeadLetter): Promise<void>
  unbury(webhookId: WebhookId, seq: Seq): Promise<void>
  /** Everything of a webhook that is no more. */
  forget(webhookId: WebhookId): Promise<void>
  uses(): Promise<ReadonlyMap<ApiTokenId, Instant>>
  used(tokenId: ApiTokenId, at: Instant): Promise<void>
  /** Writes for nothing: it rejects when nothing can be written. */
  probe(at: Instant): Promise<void>
}
