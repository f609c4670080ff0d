import { expect } from 'vitest'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import {
  heldBy,
  receivesAt,
  services,
  waitingFor,
  type Model,
  type ModelCounter,
  type ModelTicket,
} from '../officeModel.ts'
import {
  accepted,
  backInLine,
  callModel,
  freed,
  isToday,
  mark,
  pick,
  refusalOf,
  remember,
  said,
  step,
  type Saying,
} from '../officeSteps.ts'

import { givesNumbers } from './ticketActs.ts'

// What goes otherwise than in the order of arrival: called out of it, parked and back, sent to another service.

/** This agent's counter if it can call someone now, else why not. */
function free(
  model: Model,
  real: PureOffice,
  agent: string,
): { counter: ModelCounter } | { refusal: string } {
  // Nobody of a day left open overnight is called the next morning.
  if (!givesNumbers(model, real)) return { refusal: 'dayNotOpen' }
  const counter = heldBy(model, agent)
  if (!counter) return { refusal: 'counterNotOpen' }
  if (counter.current) return { refusal: 'counterBusy' }
  return counter.paused ? { refusal: 'counterPaused' } : { counter }
}

/** The person received at this agent's counter, else why nobody is. */
function served(model: Model, agent: string) {
  const counter = heldBy(model, agent)
  if (!counter) return { refusal: 'counterNotOpen' }
  const ticket = counter.current
  return ticket?.state === 'serving' ? { counter, ticket } : { refusal: 'nobodyServed' }
}

export const callOutOfOrder = (agent: string, which: number, reason: string) =>
  step(`ticket.callOutOfOrder ${agent} ${which} « ${reason} »`, (model, real) => {
    const ticket = pick(model, which)
    const ticketId = ticket?.ticketId ?? real.newId()
    const typed = reason === '' ? '  ' : mark('reason', reason)
    const decision = real.act('ticket.callOutOfOrder', { ticketId, reason: typed }, agent)
    const here = free(model, real, agent)
    if ('refusal' in here) return expect(refusalOf(decision)).toBe(here.refusal)
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (ticket.state !== 'waiting') return expect(refusalOf(decision)).toBe('ticketNotWaiting')
    const wanted = receivesAt(model, here.counter)
    if (!wanted.includes(ticket.service)) return expect(refusalOf(decision)).toBe('skillLacking')
    if (reason === '') return expect(refusalOf(decision)).toBe('reasonMissing')
    const behind = callModel(model, here.counter, ticket, 'outOfOrder', wanted, real.now)
    expect(accepted(decision).output.reason).toMatchObject({ code: 'outOfOrder', overtaken: behind.length })
  })

export const park = (agent: string, saying: Saying, reason: string, promise: number | null) =>
  step(`ticket.park ${agent} ${saying} ${promise}`, (model, real) => {
    const shown = heldBy(model, agent)?.current ?? null
    const promisedAt = promise === null ? null : Math.max(0, real.now + promise)
    const typed = reason === '' ? '' : mark('reason', reason)
    const decision = real.act(
      'ticket.park',
      { ...said(saying, shown, real), reason: typed, promisedAt },
      agent,
    )
    const here = served(model, agent)
    if ('refusal' in here) return expect(refusalOf(decision)).toBe(here.refusal)
    if (saying === 'wrong') return expect(refusalOf(decision)).toBe('ticketNotHere')
    if (reason === '') return expect(refusalOf(decision)).toBe('reasonMissing')
    if (promisedAt !== null && promisedAt <= real.now) return expect(refusalOf(decision)).toBe('timeInPast')
    accepted(decision)
    remember(here.counter, 'park', here.ticket)
    here.ticket.state = 'parked'
    here.ticket.outSince = real.now
    here.ticket.promisedAt = promisedAt
    freed(here.counter)
  })

export const resume = (agent: string, which: number) =>
  step(`ticket.resume ${agent} ${which}`, (model, real) => {
    const ticket = pick(model, which)
    const decision = real.act('ticket.resume', { ticketId: ticket?.ticketId ?? real.newId() }, agent)
    const here = free(model, real, agent)
    if ('refusal' in here) return expect(refusalOf(decision)).toBe(here.refusal)
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (ticket.state !== 'parked') return expect(refusalOf(decision)).toBe('ticketNotParked')
    expect(accepted(decision).output.ticket.number).toBe(ticket.number)
    remember(here.counter, 'resume', ticket)
    ticket.state = 'serving'
    backIn(ticket, real.now)
    ticket.promisedAt = null
    ticket.startedBy = agent
    here.counter.current = ticket
  })

/** Who was out is here again: that time was no wait. */
function backIn(ticket: ModelTicket, now: number): void {
  ticket.out += now - (ticket.outSince ?? now)
  ticket.outSince = null
}

export const comeBack = (which: number) =>
  step(`ticket.return ${which}`, (model, real) => {
    const ticket = pick(model, which)
    const decision = real.act('ticket.return', { ticketId: ticket?.ticketId ?? real.newId() }, 'agent1')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    const lost = ['left', 'unserved', 'closed'].includes(ticket.state) && ticket.fault === 'service'
    if (ticket.state !== 'absent' && ticket.state !== 'parked' && !lost)
      return expect(refusalOf(decision)).toBe('ticketNotAway')
    const kept = ticket.state !== 'absent' || real.now <= ticket.absentAt + model.rules.tolerance * 60_000
    expect(accepted(decision).output.keepsRank, 'a place is kept within the tolerance').toBe(kept)
    backIn(ticket, real.now)
    if (!kept) Object.assign(ticket, { rank: ++model.ranks, rankedAt: real.now, out: 0 })
    // What ended is over; who was parked goes on with their visit.
    if (ticket.state !== 'parked') {
      ticket.visit = null
      ticket.startedBy = null
      ticket.requests = null
      ticket.done = 0
    }
    ticket.promisedAt = null
    backInLine(ticket)
  })

export const transfer = (agent: string, saying: Saying, service: string, reason: string) =>
  step(`ticket.transfer ${agent} ${saying} ${service}`, (model, real) => {
    const shown = heldBy(model, agent)?.current ?? null
    const typed = reason === '' ? '' : mark('reason', reason)
    const input = { ...said(saying, shown, real), serviceId: service, reason: typed }
    const decision = real.act('ticket.transfer', input, agent)
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    const here = served(model, agent)
    if ('refusal' in here) return expect(refusalOf(decision)).toBe(here.refusal)
    if (saying === 'wrong') return expect(refusalOf(decision)).toBe('ticketNotHere')
    if (!Object.hasOwn(services, service)) return expect(refusalOf(decision)).toBe('unknownService')
    if (reason === '') return expect(refusalOf(decision)).toBe('reasonMissing')
    const { ticket, counter } = here
    const ahead = waitingFor(model, [service]).filter(({ rank }) => rank < ticket.rank).length
    expect(accepted(decision).output, 'same number, same rank by arrival').toEqual({
      number: ticket.number,
      ahead,
    })
    remember(counter, 'transfer', ticket)
    if (service !== ticket.service) ticket.procedure = null
    ticket.service = service
    backInLine(ticket)
    freed(counter)
  })

export const moveWaiting = (which: number, service: string) =>
  step(`ticket.transfer (supervisor) ${which} ${service}`, (model, real) => {
    const ticket = pick(model, which)
    const ticketId = ticket?.ticketId ?? real.newId()
    const input = { ticketId, serviceId: service, reason: mark('reason', 'plus court') }
    const decision = real.act('ticket.transfer', input, 'supervisor')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (ticket.state !== 'waiting') return expect(refusalOf(decision)).toBe('ticketNotWaiting')
    if (!Object.hasOwn(services, service)) return expect(refusalOf(decision)).toBe('unknownService')
    accepted(decision)
    if (service !== ticket.service) ticket.procedure = null
    ticket.service = service
    backInLine(ticket)
  })

export const addService = (agent: string, service: string) =>
  step(`visit.addService ${agent} ${service}`, (model, real) => {
    const decision = real.act('visit.addService', { serviceId: service }, agent)
    const here = served(model, agent)
    if ('refusal' in here) return expect(refusalOf(decision)).toBe(here.refusal)
    if (!Object.hasOwn(services, service)) return expect(refusalOf(decision)).toBe('unknownService')
    const { requests, done } = here.ticket
    if ((requests?.length ?? 0) + done >= 20) return expect(refusalOf(decision)).toBe('requestsFull')
    requests?.push(null)
    expect(accepted(decision).output.requests).toBe(requests?.length)
  })
