import { expect } from 'vitest'
import { groundOf, shownPriority } from '../../shared/procedures/grounds.ts'
import type { GroundId } from '../../shared/contract/rules.ts'
import type { PureOffice } from '../fixtures/pureOffice.ts'
import {
  heldBy,
  receivesAt,
  services,
  todayIn,
  waitingFor,
  type Model,
  type ModelCounter,
  type ModelRules,
  type ModelTicket,
} from './officeModel.ts'
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
  sheetOf,
  step,
  whereIs,
  type Saying,
} from './officeSteps.ts'

// The acts of a waiting room beside taking, calling and receiving: who goes and comes back, who passes first, what
// is taken back, and who is settled.

/** This agent's counter if it can call someone now, else why not. */
function free(model: Model, agent: string): { counter: ModelCounter } | { refusal: string } {
  if (!model.open) return { refusal: 'dayNotOpen' }
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
    const here = free(model, agent)
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
    here.ticket.promisedAt = promisedAt
    freed(here.counter)
  })

export const resume = (agent: string, which: number) =>
  step(`ticket.resume ${agent} ${which}`, (model, real) => {
    const ticket = pick(model, which)
    const decision = real.act('ticket.resume', { ticketId: ticket?.ticketId ?? real.newId() }, agent)
    const here = free(model, agent)
    if ('refusal' in here) return expect(refusalOf(decision)).toBe(here.refusal)
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (ticket.state !== 'parked') return expect(refusalOf(decision)).toBe('ticketNotParked')
    expect(accepted(decision).output.ticket.number).toBe(ticket.number)
    ticket.state = 'serving'
    ticket.promisedAt = null
    ticket.startedBy = agent
    here.counter.current = ticket
    here.counter.last = null
  })

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
    if (!kept) ticket.rank = ++model.ranks
    if (ticket.state === 'absent') {
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
    ticket.priority = groundId === null ? null : shownPriority(groundId)
    if (ticket.state === 'called' && groundId === null) {
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

/** Why a claim of priority is refused: no free priority, no proof unseen. */
export function claimRefusal(
  rules: ModelRules,
  groundId: GroundId,
  proof: string | undefined,
): string | undefined {
  const { priority, proofs } = groundOf(groundId)
  if (priority === 'local' && !rules.local.includes(groundId)) return 'groundNotPublished'
  return proofs.some((known) => known.proof === proof) ? undefined : 'proofMissing'
}

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
export function settled(
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
    for (const kind of produced ? ['RD', 'AP'] : ['AP'])
      model.documents.set(`${kind}-${year}`, (model.documents.get(`${kind}-${year}`) ?? 0) + 1)
    if (number !== null) expect(number).toBe(`AP-${year}-${model.documents.get(`AP-${year}`)}`)
    for (const documentId of real.documents.keys())
      if (!model.issued.has(documentId)) model.issued.set(documentId, { erased: false, copies: 1 })
    if (ticket.visit !== null) model.sheets.delete(ticket.visit)
  }
  const at = whereIs(model, ticket)
  const counter = at === undefined ? undefined : model.counters.get(at)
  if (counter) Object.assign(counter, { current: null, last: null })
  ticket.state = 'unserved'
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

export const pause = (agent: string, reason: string, until: number | null) =>
  step(`counter.pause ${agent} ${until}`, (model, real) => {
    const typed = reason === '' ? '' : mark('reason', reason)
    const at = until === null ? null : Math.max(0, real.now + until)
    const decision = real.act('counter.pause', { reason: typed, kind: 'post', until: at }, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (counter.current) return expect(refusalOf(decision)).toBe('counterBusy')
    if (counter.paused) return expect(refusalOf(decision)).toBe('counterPaused')
    if (reason === '') return expect(refusalOf(decision)).toBe('reasonMissing')
    if (at !== null && at !== 0 && at <= real.now) return expect(refusalOf(decision)).toBe('timeInPast')
    accepted(decision)
    counter.paused = true
    remember(counter, 'pause', null)
  })

export const unpause = (agent: string) =>
  step(`counter.resume ${agent}`, (model, real) => {
    const decision = real.act('counter.resume', {}, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (!counter.paused) return expect(refusalOf(decision)).toBe('counterNotPaused')
    accepted(decision)
    counter.paused = false
    if (counter.last?.act === 'pause') counter.last = counter.last.earlier
  })

export const setSkills = (agent: string, wanted: readonly string[] | null) =>
  step(`counter.skills ${agent} ${wanted?.join(',')}`, (model, real) => {
    const decision = real.act('counter.skills', { services: wanted }, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (wanted?.some((service) => !Object.hasOwn(services, service)))
      return expect(refusalOf(decision)).toBe('unknownService')
    const able = model.skills.get(agent) ?? []
    if (wanted?.some((service) => !able.includes(service)))
      return expect(refusalOf(decision)).toBe('skillLacking')
    counter.services = wanted
    expect(accepted(decision).output.services).toEqual(receivesAt(model, counter))
  })

export const interrupt = (agent: string) =>
  step(`counter.interrupt ${agent}`, (model, real) => {
    const decision = real.act('counter.interrupt', { kind: 'telephone' }, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    counter.interrupted = !counter.interrupted
    expect(accepted(decision).output.interrupted).toBe(counter.interrupted)
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

/** A day left open overnight gives no number once its night is over, at four in the morning. */
export const givesNumbers = (model: Model, real: PureOffice): boolean =>
  model.open && model.date !== null && todayIn(real.now - 4 * 3_600_000) <= model.date

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
  const ticket: ModelTicket = {
    ticketId,
    number,
    service,
    procedure,
    takenAt: real.now,
    rank: ++model.ranks,
    code: real.office.tickets.get(ticketId as never)?.code ?? '',
    state: 'waiting',
    priority: null,
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
  }
  model.tickets.push(ticket)
  return ticket
}

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

export const setRules = (rules: ModelRules) =>
  step(`rules.set ${JSON.stringify(rules)}`, (model, real) => {
    const of = (serviceId: string) => ({
      serviceId,
      rule: {
        targetMinutes: rules.targets[serviceId] ?? 15,
        maximumMinutes: rules.maximum,
        weight: 1,
        cap: rules.cap,
      },
      access: ['walkIn'],
      slotMinutes: null,
    })
    const input = {
      rules: {
        overtakesPerPerson: rules.k,
        absentCalls: rules.absentCalls,
        absentDelaySeconds: rules.absentDelay,
        returnToleranceMinutes: rules.tolerance,
        localGrounds: rules.local,
        checkCode: rules.checkCode,
      },
      services: Object.keys(services).map(of),
    }
    accepted(real.act('rules.set', input, 'supervisor'))
    model.rules = rules
  })

/** One key takes back the counter's last act; what it had changed is as it was, or why it can't be is said. */
export const undo = (agent: string) =>
  step(`counter.undo ${agent}`, (model, real) => {
    const decision = real.act('counter.undo', {}, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    const { last } = counter
    if (!last) return expect(refusalOf(decision)).toBe('nothingToUndo')
    if (!canUndo(counter)) return expect(refusalOf(decision)).toBe('undoTooLate')
    expect(accepted(decision).output).toEqual({ act: last.act, number: last.ticket?.number ?? null })
    counter.last = last.earlier
    const { ticket } = last
    if (!ticket) {
      counter.paused = false
      return
    }
    Object.assign(ticket, last.before, { fault: null })
    counter.current = last.act === 'call' ? null : ticket
    if (last.act === 'call') takeBackCall(model, last.code, last.behind, ticket)
    if (last.act === 'close' && last.sheet && ticket.visit !== null)
      model.sheets.set(ticket.visit, last.sheet)
    if (last.act === 'transfer') ticket.wasAway = true
  })

function canUndo(counter: ModelCounter): boolean {
  const { last, current, paused } = counter
  if (!last) return false
  const { act, ticket, before } = last
  if (act === 'pause') return paused
  if (!ticket) return false
  const alone = current === null && !paused
  if (act === 'call') return current === ticket && ticket.state === 'called'
  if (act === 'start') return current === ticket && ticket.done === before.done
  if (act === 'absent') return ticket.state === 'absent' && alone
  if (act === 'park') return ticket.state === 'parked' && alone
  if (act === 'transfer') return ticket.state === 'waiting' && ticket.rank === before.rank && alone
  if (ticket.state === 'serving') return current === ticket && ticket.done === (before.done ?? 0) + 1
  return ticket.state === 'closed' && alone
}

function takeBackCall(
  model: Model,
  code: string | null,
  behind: readonly ModelTicket[],
  ticket: ModelTicket,
): void {
  for (const one of behind) if (code !== 'legalPriority' && one.overtaken > 0) one.overtaken--
  if (behind.length > 0) {
    model.overtakes.calls--
    model.overtakes.people -= behind.length
  }
  if (code === 'legalPriority' || code === 'localPriority')
    model.streaks.set(ticket.service, Math.max(0, (model.streaks.get(ticket.service) ?? 0) - 1))
  ticket.wasAway = true
}
