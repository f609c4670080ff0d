import type { CounterId, ServiceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { CounterNow } from '../../shared/contract/queue/waiting.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'

/** The present as the supervision sees it. */
export type Present = Output<'supervision.view'>

/** What people call a service and a counter. */
export type Names = {
  readonly service: (serviceId: ServiceId) => string
  readonly counter: (counterId: CounterId) => string
}

export function namesOf({ services, counters }: Pick<Present, 'services' | 'counters'>): Names {
  const service = new Map(services.map(({ serviceId, name }) => [serviceId, name.fr]))
  const counter = new Map(counters.map(({ counterId, name }) => [counterId, name.fr]))
  return {
    service: (serviceId) => service.get(serviceId) ?? serviceId,
    counter: (counterId) => counter.get(counterId) ?? counterId,
  }
}

/** What a counter does, by number: « Reçoit A 42 », « Hors guichet : courrier ». Never who holds it, nor for how long. */
export function counterNow({ state, ticket, pause }: Pick<CounterNow, 'state' | 'ticket' | 'pause'>): string {
  const words = supervision.counters
  const number = ticket ? ticketNumber(ticket.number) : ''
  switch (state) {
    case 'calling':
      return words.calling(number)
    case 'serving':
      return words.serving(number)
    case 'paused':
      return words.pauses[pause?.kind ?? 'other']
    default:
      return words[state]
  }
}

/** The services of a counter with one more: what `counter.skills` is told when a service is entrusted to it. */
export function withService(
  counters: readonly CounterNow[],
  counterId: CounterId,
  serviceId: ServiceId,
): ServiceId[] {
  const has = counters.find((counter) => counter.counterId === counterId)?.services ?? []
  return has.includes(serviceId) ? [...has] : [...has, serviceId]
}

/**
 * Services that a counter alone receives, with a counter that could take each over: what a pause that lasts
 * leaves to nobody. `to` is null when no open counter's agent can.
 */
export function leftAlone(
  counters: readonly CounterNow[],
  counterId: CounterId,
): readonly { readonly serviceId: ServiceId; readonly to: CounterId | null }[] {
  const others = counters.filter(
    (counter) => counter.counterId !== counterId && counter.open && counter.state !== 'paused',
  )
  const gone = counters.find((counter) => counter.counterId === counterId)?.services ?? []
  return gone
    .filter((serviceId) => !others.some(({ services }) => services.includes(serviceId)))
    .map((serviceId) => ({
      serviceId,
      to: others.find(({ able }) => able.includes(serviceId))?.counterId ?? null,
    }))
}
