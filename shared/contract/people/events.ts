import { AgentId, CounterId, Instant } from '../ids.ts'
import { LoginKind } from './login.ts'
import { AccessSettings, Right, SecretKind } from './calls.ts'
import { z } from 'zod'

/** Who works here, what they may do and how they say who they are. */
export const peopleEvents = {
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
} as const
