import { expect } from 'vitest'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import { forgetClosings } from '../files/model.ts'
import { counters, freshCounter, services, todayIn, type Model, type ModelTicket } from '../officeModel.ts'
import { accepted, isToday, mark, pick, refusalOf, sheetOf, step, whereIs } from '../officeSteps.ts'
import { givesNumbers, newTicket } from '../queue/ticketActs.ts'

// The day and what is done for the whole room: open, a service closed, the reception, people settled, close.

/** Everything that a closing drops; the date's tickets are still shown. */
function dayEnds(model: Model): void {
  model.open = false
  model.date = null
  forgetClosings(model)
  model.past.push(...model.tickets)
  model.shown.tickets.push(...model.tickets)
  model.tickets = []
  model.sheets.clear()
  model.closed.clear()
  model.streaks.clear()
  for (const id of counters) model.counters.set(id, freshCounter())
}

/** Closes a day that was left open, as far as there is one. @returns how many of it were not received */
export function dayLeft(model: Model): number {
  const left = model.tickets.filter(({ state }) => ['waiting', 'called', 'serving', 'parked'].includes(state))
  for (const ticket of left) Object.assign(ticket, { state: 'unserved', fault: 'service' })
  if (model.open) dayEnds(model)
  return left.length
}

export const openDay = step('day.open', (model, real) => {
  const decision = real.act('day.open', {}, 'supervisor')
  const today = todayIn(real.now)
  if (model.open && model.date !== null && model.date >= today)
    return expect(refusalOf(decision)).toBe('dayAlreadyOpen')
  const { output } = accepted(decision)
  expect(output.unserved, 'nobody of a day left open is erased').toBe(dayLeft(model))
  model.open = true
  model.openedAt = real.now
  model.date = today
  if (model.shown.date !== today) {
    model.shown = { date: today, tickets: [] }
    model.overtakes = { calls: 0, people: 0 }
    model.informed = 0
  }
  expect(output.date).toBe(today)
})

export const closeDay = step('day.close', (model, real) => {
  const decision = real.act('day.close', {}, 'supervisor')
  if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
  const unsettled = model.tickets.filter(({ state }) =>
    ['waiting', 'called', 'serving', 'parked'].includes(state),
  )
  if (unsettled.length > 0) {
    expect(refusalOf(decision)).toBe('peopleUnsettled')
    // Named in the order in which they came: the supervisor goes through them.
    expect('details' in decision && decision.details).toEqual(
      unsettled
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, 20)
        .map(({ number }) => number),
    )
    return
  }
  expect(accepted(decision).output.tickets).toBe(model.tickets.length)
  dayEnds(model)
})

export const closeService = (service: string, open: boolean) =>
  step(`service.${open ? 'open' : 'close'} ${service}`, (model, real) => {
    const words = open ? {} : { words: mark('words', 'grève') }
    const name = open ? 'service.open' : 'service.close'
    const decision = real.act(name, { serviceId: service, ...words }, 'supervisor')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (!Object.hasOwn(services, service)) return expect(refusalOf(decision)).toBe('unknownService')
    if (open !== model.closed.has(service))
      return expect(refusalOf(decision)).toBe(open ? 'serviceNotClosed' : 'serviceClosed')
    accepted(decision)
    if (open) model.closed.delete(service)
    else model.closed.add(service)
  })

export const certify = (service: string) =>
  step(`ticket.certify ${service}`, (model, real) => {
    const decision = real.act('ticket.certify', { serviceId: service, why: 'noTimeLeft' }, 'kiosk')
    if (!givesNumbers(model, real)) return expect(refusalOf(decision)).toBe('dayNotOpen')
    const known = Object.hasOwn(services, service) ? services[service as keyof typeof services] : undefined
    if (!known) return expect(refusalOf(decision)).toBe('unknownService')
    const { number, document } = accepted(decision).output
    const ticketId = real.office.byNumber.get(number as never)!
    const ticket = newTicket(model, real, { service, procedure: null, number, ticketId })
    settled(model, real, ticket, 'certificate', document.number)
  })

export const serveAtReception = (agent: string, outcome: 'filed' | 'handedOver') =>
  step(`reception.serve ${agent} ${outcome}`, (model, real) => {
    const filed = { label: mark(agent, 'dossier'), pieces: [mark(agent, 'acte')] }
    const input = { serviceId: 'titres', outcome, ...(outcome === 'filed' ? filed : {}) }
    const decision = real.act('reception.serve', input, agent)
    if (!givesNumbers(model, real)) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (outcome === 'filed' && !model.names.has(agent))
      return expect(refusalOf(decision)).toBe('mentionMissing')
    const { number, document } = accepted(decision).output
    const ticketId = real.office.byNumber.get(number as never)!
    const ticket = newTicket(model, real, { service: 'titres', procedure: null, number, ticketId })
    ticket.state = 'closed'
    expect(document === null).toBe(outcome === 'handedOver')
    if (!document) return
    const year = todayIn(real.at).slice(0, 4)
    const count = (model.documents.get(`RD-${year}`) ?? 0) + 1
    model.documents.set(`RD-${year}`, count)
    expect(document.number).toBe(`RD-${year}-${count}`)
    model.issued.set(document.documentId, { erased: false, copies: 1 })
  })

export const inform = step('reception.inform', (model, real) => {
  const decision = real.act('reception.inform', {}, 'agent1')
  if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
  expect(accepted(decision).output.today).toBe(++model.informed)
})

export const settle = (which: number, how: 'certificate' | 'reason', reason: string) =>
  step(`ticket.settle ${which} ${how}`, (model, real) => {
    const ticket = pick(model, which)
    const ticketId = ticket?.ticketId ?? real.newId()
    const typed = reason === '' ? '' : mark('reason', reason)
    const decision = real.act(
      'ticket.settle',
      { ticketId, how, fault: 'service', reason: typed },
      'supervisor',
    )
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (['closed', 'left', 'unserved', 'absent'].includes(ticket.state))
      return expect(refusalOf(decision)).toBe('ticketEnded')
    if (how === 'reason' && reason === '') return expect(refusalOf(decision)).toBe('reasonMissing')
    if (how === 'certificate' && nobodyToName(model, ticket))
      return expect(refusalOf(decision)).toBe('mentionMissing')
    settled(model, real, ticket, how, accepted(decision).output.document?.number ?? null)
  })

/** Received by an agent whose name is erased: no document can name who received them. */
const nobodyToName = (model: Model, { startedBy }: ModelTicket) =>
  startedBy !== null && !model.names.has(startedBy)

/** One person settled in the model: out of wherever they were, with the certificate that they leave with. */
function settled(
  model: Model,
  real: PureOffice,
  ticket: ModelTicket,
  how: 'certificate' | 'reason',
  number: string | null,
): void {
  if (how === 'reason') expect(number).toBeNull()
  else {
    const year = todayIn(real.at).slice(0, 4)
    const produced = [...sheetOf(model, ticket).pieces.values()].includes('presented')
    for (const kind of produced ? ['RD', 'NR'] : ['NR'])
      model.documents.set(`${kind}-${year}`, (model.documents.get(`${kind}-${year}`) ?? 0) + 1)
    if (number !== null) expect(number).toBe(`NR-${year}-${model.documents.get(`NR-${year}`)}`)
    for (const documentId of real.documents.keys())
      if (!model.issued.has(documentId)) model.issued.set(documentId, { erased: false, copies: 1 })
    if (ticket.visit !== null) model.sheets.delete(ticket.visit)
  }
  const at = whereIs(model, ticket)
  const counter = at === undefined ? undefined : model.counters.get(at)
  if (counter) Object.assign(counter, { current: null, last: null })
  ticket.state = 'unserved'
  ticket.outSince ??= real.now
  ticket.fault = 'service'
}

export const settleAll = (how: 'certificate' | 'reason', reason: string) =>
  step(`day.settleAll ${how}`, (model, real) => {
    const typed = reason === '' ? '' : mark('reason', reason)
    const decision = real.act('day.settleAll', { how, fault: 'service', reason: typed }, 'supervisor')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (how === 'reason' && reason === '') return expect(refusalOf(decision)).toBe('reasonMissing')
    const people = model.tickets
      .filter(({ state }) => state === 'waiting' || state === 'parked')
      .toSorted((a, b) => a.rank - b.rank)
    if (how === 'certificate' && people.some((ticket) => nobodyToName(model, ticket)))
      return expect(refusalOf(decision)).toBe('mentionMissing')
    expect(accepted(decision).output.settled).toBe(people.length)
    for (const ticket of people) settled(model, real, ticket, how, null)
  })
