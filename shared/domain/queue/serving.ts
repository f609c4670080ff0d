import type { ServiceId } from '../../contract/ids.ts'
import type { Office } from '../state.ts'
import type { Counter } from './state.ts'

/** What this counter receives now: what its agent can do, within what was decided for the day. */
export const servicesAt = (office: Office, counter: Counter): readonly ServiceId[] => {
  const able = ableAt(office, counter)
  return counter.services === null ? able : able.filter((id) => counter.services?.includes(id))
}

/** What the agent at this counter can do. */
export const ableAt = (office: Office, counter: Counter): readonly ServiceId[] =>
  (counter.agentId === null ? undefined : office.skills.get(counter.agentId)) ?? []

/** Counters that receive for a service now: open, and not paused. */
export const openFor = (office: Office, serviceId: ServiceId): number =>
  office.counters.count(
    (counter) =>
      counter.agentId !== null && counter.pause === null && servicesAt(office, counter).includes(serviceId),
  )
