import { expect } from 'vitest'
import type { GroundId } from '../../../shared/contract/queue/rules.ts'
import { groundOf, priorityOf } from '../../../shared/procedures/grounds.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import {
  services,
  todayIn,
  receivesAt,
  waitingFor,
  type Model,
  type ModelRules,
  type ModelTicket,
} from '../officeModel.ts'
import { accepted, backInLine, isToday, pick, refusalOf, step, whereIs } from '../officeSteps.ts'

// A ticket from its printing: taken, claimed as a priority, replaced, given back.

type TakeMore = { readonly ground?: GroundId; readonly proof?: string; readonly requests?: number }

export const take = (
  service: string,
  procedure: string | null,
  actor: 'kiosk' | 'agent1',
  { ground, proof, requests = 1 }: TakeMore = {},
) =>
  step(`ticket.take ${service} ${procedure} ${actor} ${ground} ${proof} ×${requests}`, (model, real) => {
    const input = {
      serviceId: service,
      ...(procedure === null ? {} : { procedureId: procedure }),
      ...(ground ? { priority: { groundId: ground, ...(proof === undefined ? {} : { proof }) } } : {}),
      requests,
    }
    const decision = real.act('ticket.take', input, actor)
    if (!givesNumbers(model, real)) return expect(refusalOf(decision)).toBe('dayNotOpen')
    const known = Object.hasOwn(services, service) ? services[service as keyof typeof services] : undefined
    if (!known) return expect(refusalOf(decision)).toBe('unknownService')
    if (procedure !== null && !(known.procedures as readonly string[]).includes(procedure))
      return expect(refusalOf(decision)).toBe('unknownProcedure')
    // A kiosk sees no proof: the agent who calls will.
    const wrong = ground && claimRefusal(model.rules, ground, actor === 'kiosk' ? firstProof(ground) : proof)
    if (wrong) return expect(refusalOf(decision)).toBe(wrong)
    const priority = ground ? priorityOf(ground) : null
    const deadline = ground && groundOf(ground).priority === 'deadline'
    if (model.closed.has(service) && !deadline) return expect(refusalOf(decision)).toBe('serviceClosed')
    const { output } = accepted(decision)
    expect(output.ahead).toBe(waitingFor(model, sharedWith(model, service)).length)
    expect(output.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    const { ticketId, number, code } = output
    const ticket = newTicket(model, real, { service, procedure, number, ticketId })
    Object.assign(ticket, {
      priority,
      unseen: ground !== undefined && actor === 'kiosk',
      code,
      wanted: requests,
    })
  })

const firstProof = (ground: GroundId) => groundOf(ground).proofs[0]?.proof

/** Why a claim of priority is refused: no free priority, no proof unseen. */
function claimRefusal(rules: ModelRules, groundId: GroundId, proof: string | undefined): string | undefined {
  const { priority, proofs } = groundOf(groundId)
  if (priority === 'local' && !rules.local.includes(groundId)) return 'groundNotPublished'
  return proofs.some((known) => known.proof === proof) ? undefined : 'proofMissing'
}

/** A day left open overnight gives no number once its night is over, at four in the morning. */
export const givesNumbers = (model: Model, real: PureOffice): boolean =>
  model.open && model.date !== null && todayIn(real.now - 4 * 3_600_000) <= model.date

/** The services that the counters which receive this one receive: their people come before. */
const sharedWith = (model: Model, service: string): readonly string[] => [
  service,
  ...[...model.counters.values()]
    .map((counter) => receivesAt(model, counter))
    .filter((received) => received.includes(service))
    .flat(),
]

/** A number used in the model: the next of its series. */
export function newTicket(
  model: Model,
  real: PureOffice,
  {
    service,
    procedure,
    number,
    ticketId,
  }: { service: string; procedure: string | null; number: string; ticketId: string },
): ModelTicket {
  const { letter } = services[service as keyof typeof services]
  const series = `${model.date} ${letter}`
  const count = (model.counts.get(series) ?? 0) + 1
  model.counts.set(series, count)
  expect(number).toBe(`${letter}${count}`)
  const ticket = { ...ticketOf(real, { service, procedure, number, ticketId }), rank: ++model.ranks }
  model.tickets.push(ticket)
  return ticket
}

/** Somebody who waits from now on, without a rank yet. */
export const ticketOf = (
  real: PureOffice,
  {
    service,
    procedure,
    number,
    ticketId,
  }: { service: string; procedure: string | null; number: string; ticketId: string },
): ModelTicket => ({
  ticketId,
  number,
  service,
  procedure,
  takenAt: real.now,
  rank: 0,
  rankedAt: real.now,
  calledAt: 0,
  outSince: null,
  out: 0,
  code: real.office.tickets.get(ticketId as never)?.code ?? '',
  state: 'waiting',
  priority: null,
  unseen: false,
  calls: 0,
  lastCallAt: 0,
  absentAt: 0,
  promisedAt: null,
  requests: null,
  wanted: 1,
  done: 0,
  visit: null,
  fault: null,
  startedBy: null,
  overtaken: 0,
  wasAway: false,
})

export const setPriority = (which: number, groundId: GroundId | null, proof: string | undefined) =>
  step(`ticket.setPriority ${which} ${groundId} ${proof}`, (model, real) => {
    const ticket = pick(model, which)
    const ticketId = ticket?.ticketId ?? real.newId()
    const priority = groundId === null ? null : { groundId, ...(proof === undefined ? {} : { proof }) }
    const decision = real.act('ticket.setPriority', { ticketId, priority }, 'agent1')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (ticket.state !== 'waiting' && ticket.state !== 'called')
      return expect(refusalOf(decision)).toBe('ticketNotWaiting')
    const refusal = groundId === null ? undefined : claimRefusal(model.rules, groundId, proof)
    if (refusal) return expect(refusalOf(decision)).toBe(refusal)
    accepted(decision)
    const { priority: before } = ticket
    ticket.priority = groundId === null ? null : priorityOf(groundId)
    ticket.unseen = false
    // A ground that gives no priority made nobody pass: who says it, or takes it back, stays at the counter.
    if (ticket.state === 'called' && ticket.priority === null && before !== null) {
      const at = whereIs(model, ticket)
      const counter = at === undefined ? undefined : model.counters.get(at)
      if (counter) Object.assign(counter, { current: null, last: null })
      ticket.visit = null
      ticket.startedBy = null
      ticket.requests = null
      ticket.done = 0
      backInLine(ticket)
    }
  })

export const replace = (which: number) =>
  step(`ticket.replace ${which}`, (model, real) => {
    const ticket = pick(model, which)
    const decision = real.act('ticket.replace', { ticketId: ticket?.ticketId ?? real.newId() }, 'agent1')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (['closed', 'left', 'unserved'].includes(ticket.state))
      return expect(refusalOf(decision)).toBe('ticketEnded')
    const { output } = accepted(decision)
    expect(output.number, 'a lost ticket keeps its number').toBe(ticket.number)
    expect(output.code).not.toBe(ticket.code)
    ticket.code = output.code
  })

export const leave = (which: number) =>
  step(`ticket.leave ${which}`, (model, real) => {
    const ticket = pick(model, which)
    const decision = real.act('ticket.leave', { ticketId: ticket?.ticketId ?? real.newId() }, 'kiosk')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (ticket.state !== 'waiting' && ticket.state !== 'parked')
      return expect(refusalOf(decision)).toBe('ticketNotWaiting')
    expect(accepted(decision).output.number).toBe(ticket.number)
    ticket.state = 'left'
    ticket.outSince ??= real.now
    ticket.fault = 'person'
  })

/** A kiosk knows people by what is printed: the number alone, which all can see, opens nothing. */
export const leaveByNumber = (which: number, right: boolean) =>
  step(`ticket.leave by number ${which} ${right}`, (model, real) => {
    const ticket = pick(model, which)
    const input = { number: ticket?.number ?? 'Z9999', ...(right ? { code: ticket?.code ?? 'X' } : {}) }
    const decision = real.act('ticket.leave', input, 'kiosk')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    const meant = model.tickets.find(({ number }) => number === ticket?.number)
    if (!meant) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (!right || meant.code !== ticket?.code) return expect(refusalOf(decision)).toBe('codeWrong')
    if (meant.state !== 'waiting' && meant.state !== 'parked')
      return expect(refusalOf(decision)).toBe('ticketNotWaiting')
    accepted(decision)
    meant.state = 'left'
    meant.outSince ??= real.now
    meant.fault = 'person'
  })
