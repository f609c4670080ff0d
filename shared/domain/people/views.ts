import type { AgentId, CounterId, Instant } from '../../contract/ids.ts'
import type { Right } from '../../contract/people/calls.ts'
import { counterOf, type Office } from '../state.ts'
import type { View, ViewContext, Views } from '../view.ts'
import { mayUse, rightsOf } from './people.ts'
import type { Session } from './state.ts'
import { usualPreferences } from '../../contract/people/preferences.ts'

/** Agents by their ids, as every list of them is. */
const agentIds = (office: Office): AgentId[] => office.skills.keySeq().sort().toArray()

const still = (until: Instant | undefined | null, now: Instant): Instant | null =>
  until && now < until ? until : null

const sessionView: View<'session.view'> = (office, _input, { now, who, model }) => {
  const { needed, session, lockedUntil } = model.seat
  const role = who.role as Right
  return {
    needed,
    present: session && presentOf(office, session, role, model),
    people: needed
      ? agentIds(office)
          .filter((agentId) => rightsOf(office, agentId).includes(role))
          .map((agentId) => ({
            ...named(office, agentId, session?.agentId ?? null, model),
            opensWith: opensWith(office, agentId, now),
            lockedUntil: still(office.people.locked.get(agentId), now),
          }))
      : [],
    stationLockedUntil: still(lockedUntil, now),
    access: office.people.access,
    badges: office.people.badges.size > 0,
  }
}

function presentOf(office: Office, session: Session, role: Right, { personal }: ViewContext['model']) {
  const { agentId, since, lockedAt } = session
  return {
    agentId,
    name: personal.agents.get(agentId) ?? null,
    rights: [...rightsOf(office, agentId)],
    since,
    lockedAt,
    mayHere: mayUse(office, agentId, role),
    relieves: relievedBy(office, session),
  }
}

/** The counter that the last of those who were here before still holds, for someone who holds none. */
export function relievedBy(office: Office, { agentId, before }: Session): CounterId | null {
  if (counterOf(office, agentId)) return null
  const counters = before.filter((id) => id !== agentId).map((id) => counterOf(office, id))
  return counters.find((counter) => counter !== undefined)?.counterId ?? null
}

/** The name, or the pseudonym under which the others know them (CRPA L111-2). */
function named(
  office: Office,
  agentId: AgentId,
  present: AgentId | null,
  { personal }: ViewContext['model'],
) {
  const shield = agentId === present ? undefined : office.shields.get(agentId)
  return {
    agentId,
    name: shield ? null : (personal.agents.get(agentId) ?? null),
    ...(shield ? { pseudonym: shield.pseudonym } : {}),
  }
}

function opensWith({ people }: Office, agentId: AgentId, now: Instant) {
  return people.secrets.get(agentId)?.kind ?? (still(people.invited.get(agentId), now) ? 'invited' : null)
}

const peopleView: View<'people.view'> = (office, _input, { now, model }) => {
  const { isProtected, access, secrets, invited, badges, locked } = office.people
  return {
    protected: isProtected,
    access,
    people: agentIds(office).map((agentId) => ({
      agentId,
      name: model.personal.agents.get(agentId) ?? null,
      rights: [...rightsOf(office, agentId)],
      secret: secrets.get(agentId) ?? null,
      invitedUntil: still(invited.get(agentId), now),
      badgeSince: badges.get(agentId) ?? null,
      lockedUntil: still(locked.get(agentId), now),
    })),
  }
}

const preferencesView: View<'preferences.view'> = (_office, _input, { who, model }) =>
  // What was chosen before there was a sound says nothing of it.
  ({ ...usualPreferences, ...(who.agentId === null ? {} : model.personal.preferences.get(who.agentId)) })

/** Each view of people, and what makes it. */
export const peopleViews = {
  'session.view': sessionView,
  'preferences.view': preferencesView,
  'people.view': peopleView,
} satisfies Views
