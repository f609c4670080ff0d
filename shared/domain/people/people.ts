import type { Right } from '../../contract/people/calls.ts'
import type { AgentId, Instant } from '../../contract/ids.ts'
import type { Office } from '../state.ts'

/** Until when a name is kept once its agent has left: a year, as long as who consulted what. */
export const nameUntil = (leftAt: Instant): Instant => (leftAt + 365 * 24 * 3_600_000) as Instant

/** What a person may do: to receive, for those of whom nothing was said (older journals); nothing, for a stranger. */
export const rightsOf = ({ skills, people }: Office, agentId: AgentId): readonly Right[] =>
  skills.has(agentId) ? (people.rights.get(agentId) ?? ['agent']) : []

/** Whoever manages has a passphrase: a PIN is too short for what it would open. */
export const mayManageWith = (rights: readonly Right[], kind: string | undefined): boolean =>
  !rights.includes('admin') || kind === 'passphrase'

/** A station's right is held; administration wants a passphrase besides. */
export const mayUse = (office: Office, agentId: AgentId, role: Right): boolean =>
  rightsOf(office, agentId).includes(role) &&
  (role !== 'admin' || office.people.secrets.get(agentId)?.kind === 'passphrase')

/** Whether this person is the only one who can still manage the office. */
export function isLastManager(office: Office, agentId: AgentId): boolean {
  const { isProtected, secrets } = office.people
  const others = secrets.keySeq().filter((id) => id !== agentId && mayUse(office, id, 'admin'))
  return isProtected && mayUse(office, agentId, 'admin') && others.isEmpty()
}
