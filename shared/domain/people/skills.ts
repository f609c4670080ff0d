import type { Map } from 'immutable'
import type { AgentId, CounterId, ServiceId } from '../../contract/ids.ts'

/** A counter, as far as it says who receives: what its agent can do, or a part of it. */
type Held = {
  readonly agentId: AgentId | null
  readonly services: readonly ServiceId[] | null
  readonly pause: object | null
}

/** Who can do what, and which counters are held: the part of the office that says who receives. */
type Receiving = {
  readonly skills: Map<AgentId, readonly ServiceId[]>
  readonly counters: Map<CounterId, Held>
}

/** What this counter receives now: what its agent can do, within what was decided for the day. */
export const servicesAt = (
  office: Pick<Receiving, 'skills'>,
  counter: Pick<Held, 'agentId' | 'services'>,
): readonly ServiceId[] => {
  const able = ableAt(office, counter)
  return counter.services === null ? able : able.filter((id) => counter.services?.includes(id))
}

/** What the agent at this counter can do. */
export const ableAt = (
  office: Pick<Receiving, 'skills'>,
  counter: Pick<Held, 'agentId'>,
): readonly ServiceId[] => (counter.agentId === null ? undefined : office.skills.get(counter.agentId)) ?? []

/** Counters that receive for a service now: open, and not paused. */
export const openFor = (office: Receiving, serviceId: ServiceId): number =>
  office.counters.count(
    (counter) =>
      counter.agentId !== null && counter.pause === null && servicesAt(office, counter).includes(serviceId),
  )
