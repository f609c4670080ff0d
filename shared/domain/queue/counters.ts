import type { Event } from '../../contract/events.ts'
import type { CounterId, ReasonId } from '../../contract/ids.ts'
import type { Decide, Evolve } from '../decision.ts'
import { counterOf, ticketAt, type Office } from '../state.ts'
import { noCounter, type Counter } from './state.ts'
import { ableAt } from '../people/skills.ts'
import { stationOf } from '../network/paired.ts'
import { rightsOf } from '../people/people.ts'
import { remembered, setAside } from './lastAct.ts'

/**
 * One agent at a counter, one counter for an agent. Opening one's own counter again changes nothing. A supervisor opens one for
 * the agent whom they name; an agent for nobody else. A counter that is paused, where nobody is received, is opened by a
 * supervisor as a closed one: its agent's pause ends, or another agent takes it.
 */
export const openCounter: Decide<'counter.open'> = (office, { counterId, agentId: named }, context) => {
  const { who } = context
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const isOwn = who.role === 'agent'
  const agentId = isOwn ? who.agentId : (named ?? null)
  const services = agentId === null ? undefined : office.skills.get(agentId)
  if (agentId === null || services === undefined) return { refusal: 'unknownAgent' }
  // Whoever has no right to receive is named by nobody, and an agent names nobody but themselves.
  const mayHold = isOwn ? (named ?? agentId) === agentId : rightsOf(office, agentId).includes('agent')
  if (!mayHold) return { refusal: 'unknownAgent' }
  const counter = office.counters.get(counterId)
  if (!counter) return { refusal: 'unknownCounter' }
  const placed = (isOwn ? stationOf(office, who.stationId)?.place.counterId : null) ?? counterId
  if (placed !== counterId) return { refusal: 'stationElsewhere' }
  const output = { counterId, services: [...services] }
  const isAway = !isOwn && counter.pause !== null
  if (counter.agentId === agentId)
    return { events: isAway ? [{ type: 'counterResumed', data: { counterId } }] : [], output }
  if (counter.agentId !== null && !isAway) return { refusal: 'counterTaken' }
  if (counterOf(office, agentId)) return { refusal: isOwn ? 'agentElsewhere' : 'agentHoldsCounter' }
  const opened = { type: 'counterOpened', data: { counterId, agentId } } as const
  return counter.agentId === null
    ? { events: [opened], output }
    : {
        events: [{ type: 'counterClosed', data: { counterId, reasonId: null } }, opened],
        personal: setAside(office, counter, context),
        output,
      }
}

/** An agent closes their own counter, free; a supervisor any that was left open, with the reason. */
export const closeCounter: Decide<'counter.close'> = (office, input, context) => {
  const { who } = context
  if (who.role === 'supervisor') return closeLeftOpen(office, input, context)
  const counter = counterOf(office, who.agentId)
  if (!counter || (input.counterId ?? counter.counterId) !== counter.counterId)
    return { refusal: 'counterNotOpen' }
  if ((input.agentId ?? counter.agentId) !== counter.agentId) return { refusal: 'agentNotHere' }
  if (counter.ticketId !== null) return { refusal: 'counterBusy' }
  const { counterId } = counter
  // Nothing can be taken back at a closed counter: what was kept for it goes.
  return {
    events: [{ type: 'counterClosed', data: { counterId, reasonId: null } }],
    personal: setAside(office, counter, context),
    output: { counterId },
  }
}

/** The counter of an agent who is gone: whoever is there goes back to the line, at their rank. */
const closeLeftOpen: Decide<'counter.close'> = (office, input, context) => {
  const { counterId, ticketId, agentId, reason } = input
  const counter = counterId === undefined ? undefined : office.counters.get(counterId)
  if (counterId === undefined || !counter) return { refusal: 'unknownCounter' }
  if (counter.agentId === null) return { refusal: 'counterAlreadyClosed' }
  // Another agent may have opened it since: a free counter has no ticket that would tell.
  if (agentId !== undefined && agentId !== counter.agentId) return { refusal: 'agentNotHere' }
  if (ticketId !== undefined && ticketId !== counter.ticketId) return { refusal: 'ticketNotHere' }
  if (!reason) return { refusal: 'reasonMissing' }
  const reasonId = context.newId() as ReasonId
  return {
    events: [
      ...freed(office, counterId, counter, reasonId),
      { type: 'counterClosed', data: { counterId, reasonId } },
    ],
    personal: [
      ...setAside(office, counter, context),
      { op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now },
    ],
    output: { counterId },
  }
}

/** A call that nobody answered for is taken back; a visit under way goes on elsewhere, as after a transfer. */
function freed(office: Office, counterId: CounterId, counter: Counter, reasonId: ReasonId): readonly Event[] {
  const ticket = ticketAt(office, counter)
  if (!ticket) return []
  const { ticketId, serviceId, state } = ticket
  const { last } = counter
  return state === 'called' && last?.act === 'call' && last.ticketId === ticketId
    ? [{ type: 'actUndone', data: { counterId, act: 'call', ticketId, of: last.seq } }]
    : [{ type: 'ticketTransferred', data: { ticketId, counterId, serviceId, reasonId } }]
}

/** Nobody is called here for a while; who knows until when says so, and the estimates count on it. */
export const pauseCounter: Decide<'counter.pause'> = (office, { reason, kind, until }, context) => {
  const counter = counterOf(office, context.who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  if (counter.ticketId !== null) return { refusal: 'counterBusy' }
  if (counter.pause !== null) return { refusal: 'counterPaused' }
  if (reason === '') return { refusal: 'reasonMissing' }
  if (until && until <= context.now) return { refusal: 'timeInPast' }
  const reasonId = context.newId() as ReasonId
  const { counterId } = counter
  return {
    events: [
      { type: 'counterPaused', data: { counterId, kind: kind ?? 'other', until: until ?? null, reasonId } },
    ],
    personal: [{ op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now }],
    output: { counterId },
  }
}

/** The pause of this agent's counter ends. */
export const resumeCounter: Decide<'counter.resume'> = (office, _input, { who }) => {
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  if (counter.pause === null) return { refusal: 'counterNotPaused' }
  const { counterId } = counter
  return { events: [{ type: 'counterResumed', data: { counterId } }], output: { counterId } }
}

/** What a counter receives, never more than its agent can do. An agent speaks of their own counter, a supervisor of any. */
export const setCounterSkills: Decide<'counter.skills'> = (office, { counterId, services }, { who }) => {
  const own = counterOf(office, who.agentId)
  if (who.role === 'agent' && (!own || (counterId !== undefined && counterId !== own.counterId)))
    return { refusal: 'counterNotOpen' }
  const id = counterId ?? own?.counterId
  const counter = id === undefined ? undefined : office.counters.get(id)
  if (id === undefined || !counter) return { refusal: 'unknownCounter' }
  if (counter.agentId === null) return { refusal: 'counterNotOpen' }
  const able = ableAt(office, counter)
  const serviceIds = new Set(office.settings?.services.map(({ serviceId }) => serviceId))
  if (services?.some((service) => !serviceIds.has(service))) return { refusal: 'unknownService' }
  if (services?.some((service) => !able.includes(service))) return { refusal: 'skillLacking' }
  const set = services && able.filter((service) => services.includes(service))
  const output = { counterId: id, services: [...(set ?? able)] }
  const same = JSON.stringify(set) === JSON.stringify(counter.services)
  return {
    events: same ? [] : [{ type: 'counterSkillsSet', data: { counterId: id, services: set } }],
    output,
  }
}

/** One key begins an interruption, and ends it: work that the estimates leave out. */
export const interruptCounter: Decide<'counter.interrupt'> = (office, { kind }, { who }) => {
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  const { counterId } = counter
  return counter.interrupted === null
    ? {
        events: [{ type: 'interrupted', data: { counterId, kind: kind ?? 'telephone' } }],
        output: { interrupted: true },
      }
    : { events: [{ type: 'interruptionEnded', data: { counterId } }], output: { interrupted: false } }
}

const onCounter = (office: Office, counterId: CounterId, change: (counter: Counter) => Counter): Office => {
  const counter = office.counters.get(counterId)
  return counter ? { ...office, counters: office.counters.set(counterId, change(counter)) } : office
}

/** Who is at each counter, and its pause. */
export const evolveCounters: Evolve = (office, { seq, at, event }) => {
  switch (event.type) {
    case 'counterOpened':
      return onCounter(office, event.data.counterId, () => ({
        ...noCounter,
        agentId: event.data.agentId,
        since: at,
      }))
    case 'counterClosed':
      return onCounter(office, event.data.counterId, ({ agentId }) => ({
        ...noCounter,
        since: at,
        closedFor:
          event.data.reasonId === null || agentId === null
            ? null
            : { reasonId: event.data.reasonId, agentId },
      }))
    case 'counterPaused': {
      const { counterId, kind, until, reasonId } = event.data
      return onCounter(office, counterId, (counter) => ({
        ...remembered(counter, 'pause', { seq, at }, null),
        since: at,
        pause: { kind, since: at, until, reasonId },
      }))
    }
    case 'counterResumed':
      return onCounter(office, event.data.counterId, (counter) => ({
        ...remembered(counter, 'reopen', { seq, at }, null),
        since: at,
        pause: null,
      }))
    case 'counterSkillsSet':
      return onCounter(office, event.data.counterId, (counter) => ({
        ...counter,
        services: event.data.services,
      }))
    case 'interrupted':
      return {
        ...onCounter(office, event.data.counterId, (counter) => ({
          ...counter,
          interrupted: { kind: event.data.kind, since: at },
        })),
        counts: { ...office.counts, interruptions: office.counts.interruptions + 1 },
      }
    case 'interruptionEnded':
      return onCounter(office, event.data.counterId, (counter) => ({ ...counter, interrupted: null }))
    default:
      return undefined
  }
}
