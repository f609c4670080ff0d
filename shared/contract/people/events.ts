import { AgentId, CounterId, FileId, Instant, ReasonId, StationId, TicketId } from '../ids.ts'
import { KindCounts } from '../privacy/kindCounts.ts'
import { LoginKind } from './login.ts'
import { AccessSettings, Right, SecretKind } from './calls.ts'
import { ApiToken, ApiTokenId, SoftwareSettings, Webhook, WebhookId } from '../integrations/calls.ts'
import { TurnNoticeMeans } from '../queue/rows.ts'
import { OfficeHost, StationFacts, TokenHash } from '../network/calls.ts'
import { z } from 'zod'

/** Who reaches the office, from where, and what is no longer kept: other software, people, stations, erasures. */
export const peopleEvents = {
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
  agentRightsSet: { v: 1, data: z.strictObject({ agentId: AgentId, rights: z.array(Right) }) },
  /** Chosen, or changed: what it is, a personal row alone knows, and not as it was typed. */
  agentSecretSet: { v: 1, data: z.strictObject({ agentId: AgentId, kind: SecretKind }) },
  /** A code was given to choose a secret; the former one opens nothing any more. */
  agentInvited: { v: 1, data: z.strictObject({ agentId: AgentId, until: Instant }) },
  agentLocked: { v: 1, data: z.strictObject({ agentId: AgentId, until: Instant }) },
  agentUnlocked: { v: 1, data: z.strictObject({ agentId: AgentId }) },
  agentBadgeSet: { v: 1, data: z.strictObject({ agentId: AgentId }) },
  agentBadgeRemoved: { v: 1, data: z.strictObject({ agentId: AgentId }) },
  /** An account of the office's provider is this agent's: which one, a personal row alone knows. */
  agentLoginSet: { v: 1, data: z.strictObject({ agentId: AgentId }) },
  agentLoginRemoved: { v: 1, data: z.strictObject({ agentId: AgentId }) },
  /** Whether people may say who they are by a provider, and of which kind; null: by the office's own secrets alone. */
  loginSet: { v: 1, data: z.strictObject({ kind: LoginKind.nullable() }) },
  accessSet: { v: 1, data: z.strictObject({ access: AccessSettings }) },
  /** The counter goes on as it is, under another agent. */
  counterRelieved: { v: 1, data: z.strictObject({ counterId: CounterId, agentId: AgentId }) },
  /** A station of another machine, and the hash of the token that it alone holds. */
  stationPaired: { v: 1, data: z.strictObject({ ...StationFacts.shape, tokenHash: TokenHash }) },
  stationRevoked: { v: 1, data: z.strictObject({ stationId: StationId }) },
  /** What a kiosk or other software asks is refused, until it is resumed. */
  stationSuspended: { v: 1, data: z.strictObject({ stationId: StationId }) },
  stationResumed: { v: 1, data: z.strictObject({ stationId: StationId }) },
  /** Where a host of the office answers, and its keys. */
  doorAnnounced: { v: 1, data: OfficeHost },
  /** A standby took the relay: the former host stops as soon as it is notified of a higher epoch than its own. */
  hostPromoted: { v: 1, data: z.strictObject({ epoch: z.int().min(1), hostId: z.uuid() }) },
  /** The token of the machines that follow was taken back: those that had it are hosts of the office no more. */
  followerRenewed: { v: 1, data: z.strictObject({ withdrawn: z.array(z.uuid()).max(16) }) },
  /** Personal rows that had had their time, by kind: ids of nobody. */
  personalPurged: { v: 1, data: z.strictObject({ kinds: KindCounts }) },
  /** A person's data were erased as they asked; what a text keeps is counted beside. What they asked is a personal row. */
  personalErased: {
    v: 1,
    data: z.strictObject({
      fileId: FileId.nullable(),
      ticketId: TicketId.nullable(),
      erased: KindCounts,
      kept: KindCounts,
      /** The archives gave their visa (C. patrimoine L212-2). */
      visa: z.boolean(),
      requestId: ReasonId,
      /** Which rows, so that an older backup restored loses them again; not said by the oldest. */
      rows: z
        .array(z.strictObject({ kind: z.string(), id: z.string() }))
        .readonly()
        .optional(),
    }),
  },
  /** What is known of a file's person is kept and no longer used (GDPR 18), or is used again. */
  fileLimited: {
    v: 1,
    data: z.strictObject({ fileId: FileId, limited: z.boolean(), requestId: ReasonId }),
  },
} as const
