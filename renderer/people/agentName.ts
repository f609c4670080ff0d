import type { AgentId } from '../../shared/contract/ids.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import type { Output } from '../../shared/contract/index.ts'

/** An agent's name as colleagues say it; the id where it was never given, or is erased. */
export function nameOf(agents: Output<'agents.view'>['agents'], agentId: AgentId): string {
  const name = agents.find((agent) => agent.agentId === agentId)?.name
  return name ? `${name.firstName} ${name.familyName}` : appWords.agentUnnamed(agentId)
}
