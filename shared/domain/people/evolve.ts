import type { Evolve, Evolutions } from '../decision.ts'
import type { Office } from '../state.ts'
import type { People } from './state.ts'

const withPeople = (office: Office, change: (people: People) => Partial<People>): Office => ({
  ...office,
  people: { ...office.people, ...change(office.people) },
})

const evolvePeople: Evolve = (office, { at, event }) => {
  switch (event.type) {
    case 'agentRightsSet': {
      const { agentId, rights } = event.data
      const left = rights.length === 0
      return withPeople(office, (people) => ({
        rights: people.rights.set(agentId, rights),
        ...(left
          ? {
              secrets: people.secrets.delete(agentId),
              invited: people.invited.delete(agentId),
              badges: people.badges.delete(agentId),
              logins: people.logins.delete(agentId),
            }
          : {}),
      }))
    }
    case 'agentSecretSet': {
      const { agentId, kind } = event.data
      return withPeople(office, ({ secrets, invited, locked }) => ({
        isProtected: true,
        secrets: secrets.set(agentId, { kind, since: at }),
        invited: invited.delete(agentId),
        locked: locked.delete(agentId),
      }))
    }
    case 'agentInvited': {
      const { agentId, until } = event.data
      return withPeople(office, ({ secrets, invited, locked }) => ({
        secrets: secrets.delete(agentId),
        invited: invited.set(agentId, until),
        locked: locked.delete(agentId),
      }))
    }
    case 'agentLocked': {
      const { agentId, until } = event.data
      return withPeople(office, ({ locked }) => ({ locked: locked.set(agentId, until) }))
    }
    case 'agentUnlocked':
      return withPeople(office, ({ locked }) => ({ locked: locked.delete(event.data.agentId) }))
    case 'agentBadgeSet':
      return withPeople(office, ({ badges }) => ({ badges: badges.set(event.data.agentId, at) }))
    case 'agentBadgeRemoved':
      return withPeople(office, ({ badges }) => ({ badges: badges.delete(event.data.agentId) }))
    case 'agentLoginSet':
      return withPeople(office, ({ logins }) => ({ logins: logins.set(event.data.agentId, at) }))
    case 'agentLoginRemoved':
      return withPeople(office, ({ logins }) => ({ logins: logins.delete(event.data.agentId) }))
    case 'accessSet':
      return withPeople(office, () => ({ access: event.data.access }))
    case 'counterRelieved': {
      const { counterId, agentId } = event.data
      const counter = office.counters.get(counterId)
      return counter
        ? { ...office, counters: office.counters.set(counterId, { ...counter, agentId }) }
        : office
    }
    default:
      return undefined
  }
}

/** Each event of people, and what it changes in the office. */
export const peopleEvolutions = {
  agentRightsSet: evolvePeople,
  agentSecretSet: evolvePeople,
  agentInvited: evolvePeople,
  agentLocked: evolvePeople,
  agentUnlocked: evolvePeople,
  agentBadgeSet: evolvePeople,
  agentBadgeRemoved: evolvePeople,
  agentLoginSet: evolvePeople,
  agentLoginRemoved: evolvePeople,
  loginSet: evolvePeople,
  accessSet: evolvePeople,
  counterRelieved: evolvePeople,
} satisfies Evolutions
