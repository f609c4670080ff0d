import type { AgentId } from '../../shared/contract/ids.ts'
import { fr } from '../../shared/messages/fr.ts'
import type { Agents } from './acts.ts'

/** An agent's name as colleagues say it; the id where it was never given, or is erased. */
export function nameOf(agents: Agents, agentId: AgentId): string {
  const name = agents.find((agent) => agent.agentId === agentId)?.name
  return name ? `${name.firstName} ${name.familyName}` : fr.app.agentUnnamed(agentId)
}
