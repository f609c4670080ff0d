import { Map } from 'immutable'
import { usualAccess, type AccessSettings, type Right, type SecretKind } from '../../contract/people/calls.ts'
import type { AgentId, Instant } from '../../contract/ids.ts'
import type { Office } from '../state.ts'

/** What the office knows of its people beside their names and skills; what opens a session is in personal rows. */
export type People = {
  /** A manager has had a secret: stations open by a session, and no reset opens them to all again. */
  readonly isProtected: boolean
  /** Who was given other rights than an agent's. */
  readonly rights: Map<AgentId, readonly Right[]>
  readonly secrets: Map<AgentId, { readonly kind: SecretKind; readonly since: Instant }>
  /** Until when the code given to each can be used. */
  readonly invited: Map<AgentId, Instant>
  readonly badges: Map<AgentId, Instant>
  /** Who is known by an account of the office's provider, and since when. */
  readonly logins: Map<AgentId, Instant>
  /** Until when who failed too often waits. */
  readonly locked: Map<AgentId, Instant>
  readonly access: AccessSettings
}

export const noPeople: People = {
  isProtected: false,
  rights: Map(),
  secrets: Map(),
  invited: Map(),
  badges: Map(),
  logins: Map(),
  locked: Map(),
  access: usualAccess,
}

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
