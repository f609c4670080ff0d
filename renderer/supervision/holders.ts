import type { CounterId, ServiceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Present } from './names.ts'

export type Agent = Output<'agents.view'>['agents'][number]

/** Who works at the office, and who holds each counter. */
export type Holders = {
  readonly agents: readonly Agent[]
  readonly held: Output<'office.view'>['counters']
}

/** Counters that can be opened, closed ones first: nobody's pause is ended without need. */
export const placesIn = ({ counters }: Pick<Present, 'counters'>): Present['counters'] =>
  [false, true].flatMap((open) =>
    counters.filter((one) => one.open === open && (!open || one.state === 'paused')),
  )

/** Who could hold a counter, its own agent first: who holds no other; for a service, who has its skill. */
export function agentsFor(
  { agents, held }: Holders,
  counterId: CounterId,
  serviceId?: ServiceId,
): readonly Agent[] {
  const own = held.find((one) => one.counterId === counterId)?.agentId
  return agents
    .filter(
      ({ agentId, services }) =>
        (serviceId === undefined || services.includes(serviceId)) &&
        (agentId === own || held.every((one) => one.agentId !== agentId)),
    )
    .toSorted((one, other) => Number(other.agentId === own) - Number(one.agentId === own))
}

/** Whether a counter can be opened for a service. @param holders undefined until known: any place is then hoped for */
export const canOpenFor = (view: Present, serviceId: ServiceId, holders: Holders | undefined): boolean =>
  placesIn(view).some(
    ({ counterId }) => holders === undefined || agentsFor(holders, counterId, serviceId).length > 0,
  )
