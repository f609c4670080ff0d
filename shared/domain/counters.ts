import type { Decide, Evolve } from './decision.ts'
import { counterOf } from './office.ts'

/** One agent at a counter, one counter for an agent. Opening one's own counter again changes nothing. */
export const openCounter: Decide<'counter.open'> = (office, { counterId }, { who }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const services = who.agentId === null ? undefined : office.skills.get(who.agentId)
  if (who.agentId === null || services === undefined) return { refusal: 'unknownAgent' }
  const counter = office.counters.get(counterId)
  if (!counter) return { refusal: 'unknownCounter' }
  const output = { counterId, services: [...services] }
  if (counter.agentId === who.agentId) return { events: [], output }
  if (counter.agentId !== null) return { refusal: 'counterTaken' }
  if (counterOf(office, who.agentId)) return { refusal: 'agentElsewhere' }
  return { events: [{ type: 'counterOpened', data: { counterId, agentId: who.agentId } }], output }
}

export const closeCounter: Decide<'counter.close'> = (office, _input, { who }) => {
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  if (counter.ticketId !== null) return { refusal: 'counterBusy' }
  const { counterId } = counter
  return { events: [{ type: 'counterClosed', data: { counterId } }], output: { counterId } }
}

export const evolveCounters: Evolve = (office, { event }) => {
  switch (event.type) {
    case 'counterOpened': {
      const { counterId, agentId } = event.data
      return { ...office, counters: office.counters.set(counterId, { agentId, ticketId: null }) }
    }
    case 'counterClosed':
      return {
        ...office,
        counters: office.counters.set(event.data.counterId, { agentId: null, ticketId: null }),
      }
    default:
      return undefined
  }
}
