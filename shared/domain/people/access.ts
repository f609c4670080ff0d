import type { AgentId, Instant } from '../../contract/ids.ts'
import { rights as allRights, type Right } from '../../contract/people/calls.ts'
import type { Context, Decide, PersonalChange } from '../decision.ts'
import { counterOf } from '../state.ts'
import { stationOf } from '../network/paired.ts'
import { isLastManager, nameUntil, rightsOf } from './people.ts'

// What managers decide of people's access. What a person types comes here sealed by the host (`context.sealed`): neither
// these decisions nor the answers kept for a repetition ever hold it.

/** A code handed over works for three days: a weekend between the manager and the person. */
const invitationKept = 3 * 24 * 3_600_000

/** Which row of `attempts` counts a person's failures. */
export const attemptsOf = (agentId: AgentId): string => `person.${agentId}`

const dropAll = (agentId: AgentId): readonly PersonalChange[] => [
  { op: 'drop', kind: 'secret', id: agentId },
  { op: 'drop', kind: 'invitation', id: agentId },
  { op: 'drop', kind: 'badge', id: agentId },
  { op: 'drop', kind: 'login', id: agentId },
  { op: 'drop', kind: 'preferences', id: agentId },
]

/** In the contract's order, each once. */
const sorted = (asked: readonly Right[]): Right[] => allRights.filter((right) => asked.includes(right))

/** Who leaves has a term for their name; who comes back has none. */
const nameOf = (agentId: AgentId, stays: boolean, { now, personal }: Context): readonly PersonalChange[] => {
  const name = personal.agents.get(agentId)
  if (name === undefined) return []
  return [
    {
      op: 'put',
      kind: 'agent',
      id: agentId,
      value: name,
      at: now,
      until: stays ? null : nameUntil(now),
    },
  ]
}

/** Without any right left, nothing that opens a session stays. Refused for the last person who manages. */
export const setRights: Decide<'agent.setRights'> = (office, { agentId, rights }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.skills.has(agentId)) return { refusal: 'unknownAgent' }
  if (!rights.includes('admin') && isLastManager(office, agentId)) return { refusal: 'lastManager' }
  const set = sorted(rights)
  const output = { rights: set }
  if (set.join() === rightsOf(office, agentId).join()) return { events: [], output }
  return {
    events: [{ type: 'agentRightsSet', data: { agentId, rights: set } }],
    // Who has left leaves nothing that opens a session.
    personal: [
      ...(set.length === 0 ? dropAll(agentId) : []),
      ...(set.length === 0 || rightsOf(office, agentId).length === 0
        ? nameOf(agentId, set.length > 0, context)
        : []),
    ],
    output,
  }
}

/** A code for a person to choose their secret; the former one is erased at once, and the failures forgotten. */
export const invite: Decide<'agent.invite'> = (office, { agentId }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.people.isProtected) return { refusal: 'notProtected' }
  if (!office.skills.has(agentId)) return { refusal: 'unknownAgent' }
  if (rightsOf(office, agentId).length === 0) return { refusal: 'noRights' }
  if (isLastManager(office, agentId)) return { refusal: 'lastManager' }
  const { events, personal, until } = invitation(agentId, context)
  return { events, personal, output: { code: null, until } }
}

/** What an invitation changes, by a manager or at the host's command line. @throws TypeError without a sealed code */
export function invitation(agentId: AgentId, { now, sealed }: Pick<Context, 'now' | 'sealed'>) {
  if (sealed?.kind !== 'code') throw new TypeError('an invitation has a code')
  const until = (now + invitationKept) as Instant
  const personal: PersonalChange[] = [
    { op: 'drop', kind: 'secret', id: agentId },
    { op: 'drop', kind: 'attempts', id: attemptsOf(agentId) },
    { op: 'put', kind: 'invitation', id: agentId, value: { hash: sealed.hash }, at: now, until },
  ]
  return { events: [{ type: 'agentInvited' as const, data: { agentId, until } }], personal, until }
}

/** A person locked out for failures may try again at once. */
export const unlockAgent: Decide<'agent.unlock'> = (office, { agentId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.skills.has(agentId)) return { refusal: 'unknownAgent' }
  return {
    events: office.people.locked.has(agentId) ? [{ type: 'agentUnlocked', data: { agentId } }] : [],
    personal: [{ op: 'drop', kind: 'attempts', id: attemptsOf(agentId) }],
    output: {},
  }
}

/** Told by the host, which counts the failures. @param until of the input: when a secret is compared again */
export const lockAgent: Decide<'agent.lock'> = (office, { agentId, until }) =>
  office.skills.has(agentId)
    ? { events: [{ type: 'agentLocked', data: { agentId, until } }], output: {} }
    : { refusal: 'unknownAgent' }

/** The host has read whose badge this is: another's is refused before coming here. @throws TypeError without a sealed badge */
export const enrollBadge: Decide<'badge.enroll'> = (office, { agentId }, { now, sealed }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.people.isProtected) return { refusal: 'notProtected' }
  if (!office.skills.has(agentId)) return { refusal: 'unknownAgent' }
  if (rightsOf(office, agentId).length === 0) return { refusal: 'noRights' }
  if (sealed?.kind !== 'badge') throw new TypeError('a badge comes sealed')
  return {
    events: [{ type: 'agentBadgeSet', data: { agentId } }],
    personal: [{ op: 'put', kind: 'badge', id: agentId, value: { hash: sealed.hash }, at: now }],
    output: {},
  }
}

/** A lost badge opens nothing any more. Nothing new where there is none. */
export const removeBadge: Decide<'badge.remove'> = (office, { agentId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.skills.has(agentId)) return { refusal: 'unknownAgent' }
  return {
    events: office.people.badges.has(agentId) ? [{ type: 'agentBadgeRemoved', data: { agentId } }] : [],
    personal: [{ op: 'drop', kind: 'badge', id: agentId }],
    output: {},
  }
}

/** The host has read whose account this is: another's is refused before coming here. @throws TypeError without a sealed account */
export const linkLogin: Decide<'login.link'> = (office, { agentId }, { now, sealed }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.people.isProtected) return { refusal: 'notProtected' }
  if (!office.skills.has(agentId)) return { refusal: 'unknownAgent' }
  if (rightsOf(office, agentId).length === 0) return { refusal: 'noRights' }
  if (sealed?.kind !== 'login') throw new TypeError('a provider’s account comes sealed')
  return {
    events: [{ type: 'agentLoginSet', data: { agentId } }],
    personal: [{ op: 'put', kind: 'login', id: agentId, value: { hash: sealed.hash }, at: now }],
    output: {},
  }
}

/** The person no longer enters by the identity provider's account that was theirs. */
export const unlinkLogin: Decide<'login.unlink'> = (office, { agentId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.skills.has(agentId)) return { refusal: 'unknownAgent' }
  return {
    events: office.people.logins.has(agentId) ? [{ type: 'agentLoginRemoved', data: { agentId } }] : [],
    personal: [{ op: 'drop', kind: 'login', id: agentId }],
    output: {},
  }
}

/** The settings themselves are a file of the host, with the provider's secret: the journal has that they changed, and by whom. */
export const noteLogin: Decide<'login.note'> = (office, { kind }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'loginSet', data: { kind } }], output: {} }

/** How people enter: the whole settings, as they are from now on. */
export const setAccess: Decide<'access.set'> = (office, access) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'accessSet', data: { access } }], output: {} }

/**
 * A colleague goes on at a counter as it is, with whoever is received there. That they sit where the one who held it
 * sat is the host's to know, and was checked before.
 */
export const relieveCounter: Decide<'counter.relieve'> = (office, { counterId }, { who }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (who.agentId === null || !office.skills.has(who.agentId)) return { refusal: 'unknownAgent' }
  const counter = office.counters.get(counterId)
  if (!counter) return { refusal: 'unknownCounter' }
  const placed = stationOf(office, who.stationId)?.place.counterId ?? counterId
  if (placed !== counterId) return { refusal: 'stationElsewhere' }
  if (counter.agentId === null) return { refusal: 'counterNotOpen' }
  const output = { counterId }
  if (counter.agentId === who.agentId) return { events: [], output }
  if (counterOf(office, who.agentId)) return { refusal: 'agentElsewhere' }
  return { events: [{ type: 'counterRelieved', data: { counterId, agentId: who.agentId } }], output }
}

/** Beside the journal: how someone reads may tell of their health, and has no effect on anybody else. */
export const setPreferences: Decide<'preferences.set'> = (office, preferences, { who, now }) => {
  if (who.agentId === null || !office.skills.has(who.agentId)) return { refusal: 'unknownAgent' }
  return {
    events: [],
    personal: [{ op: 'put', kind: 'preferences', id: who.agentId, value: preferences, at: now }],
    output: {},
  }
}
