import { expect } from 'vitest'
import type { Event } from '../../../shared/contract/events.ts'
import { actTold } from '../../../shared/contract/queue/counters.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import { filesWentOn, undoOnFiles } from '../files/model.ts'
import {
  freshCounter,
  heldBy,
  receivesAt,
  services,
  todayIn,
  type Model,
  type ModelCounter,
  type ModelTicket,
} from '../officeModel.ts'
import { dayLeft } from '../office/dayActs.ts'
import { givesNumbers } from './ticketActs.ts'
import { accepted, backInLine, mark, refusalOf, remember, step } from '../officeSteps.ts'

// A counter and who holds it: open, paused, its services, interrupted, its last act taken back.

export const openCounter = (agent: string, counter: string) =>
  step(`counter.open ${agent} ${counter}`, (model, real) => {
    const over = model.open && !givesNumbers(model, real)
    const decision = real.act('counter.open', { counterId: counter }, agent)
    if (!model.skills.has(agent)) return expect(refusalOf(decision)).toBe('unknownAgent')
    const wanted = model.counters.get(counter)
    if (!wanted) return expect(refusalOf(decision)).toBe('unknownCounter')
    if (over) {
      const { events } = accepted(decision)
      expect(events.filter(({ type }) => type === 'ticketUnserved')).toHaveLength(dayLeft(model))
      model.counters.set(counter, freshCounter(agent))
      return
    }
    if (wanted.holder === agent) return expect(accepted(decision).events).toEqual([])
    if (wanted.holder !== null) return expect(refusalOf(decision)).toBe('counterTaken')
    if (heldBy(model, agent)) return expect(refusalOf(decision)).toBe('agentElsewhere')
    expect(accepted(decision).output.services).toEqual(model.skills.get(agent))
    model.counters.set(counter, freshCounter(agent))
  })

export const closeCounter = (agent: string) =>
  step(`counter.close ${agent}`, (model, real) => {
    const decision = real.act('counter.close', {}, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (counter.current) return expect(refusalOf(decision)).toBe('counterBusy')
    accepted(decision)
    Object.assign(counter, freshCounter())
  })

/** A supervisor closes what its agent left open: whoever is there is in line again, at their rank. */
export const closeLeftOpen = (counterId: string, reason: string) =>
  step(`counter.close (supervisor) ${counterId}`, (model, real) => {
    const typed = reason === '' ? '' : mark('reason', reason)
    const decision = real.act('counter.close', { counterId, reason: typed }, 'supervisor')
    const counter = model.counters.get(counterId)
    if (!counter) return expect(refusalOf(decision)).toBe('unknownCounter')
    if (counter.holder === null) return expect(refusalOf(decision)).toBe('counterAlreadyClosed')
    if (reason === '') return expect(refusalOf(decision)).toBe('reasonMissing')
    accepted(decision)
    const { current, last } = counter
    if (current?.state === 'called' && last?.act === 'call' && last.ticket === current) {
      Object.assign(current, last.before, { fault: null })
      takeBackCall(model, last.code, last.behind, current)
    } else if (current) backInLine(current)
    Object.assign(counter, freshCounter())
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
    remember(counter, 'reopen', null)
    counter.paused = false
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

/** One key takes back the counter's last act; what it had changed is as it was, or why it can't be is said. */
export const undo = (agent: string) =>
  step(`counter.undo ${agent}`, (model, real) => {
    const decision = real.act('counter.undo', {}, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    const { last } = counter
    if (!last) return expect(refusalOf(decision)).toBe('nothingToUndo')
    if (!canUndo(model, counter)) return expect(refusalOf(decision)).toBe('undoTooLate')
    // What cancels a paper is signed by name, as the paper was.
    if (last.papers.length > 0 && !model.names.has(agent))
      return expect(refusalOf(decision)).toBe('mentionMissing')
    const { output, events } = accepted(decision)
    expect([actTold(output), output.number]).toEqual([last.act, last.ticket?.number ?? null])
    cancelPapers(model, real, last.papers, events)
    counter.last = last.earlier
    const { ticket } = last
    if (!ticket) {
      counter.paused = last.act === 'reopen'
      return
    }
    Object.assign(ticket, last.before, { fault: null })
    counter.current = last.act === 'call' || last.act === 'resume' ? null : ticket
    if (last.act === 'call') takeBackCall(model, last.code, last.behind, ticket)
    if (last.act === 'close' && last.sheet && ticket.visit !== null)
      model.sheets.set(ticket.visit, last.sheet)
    if (last.act === 'close') undoOnFiles(model, ticket, ticket.done)
    if (last.act === 'transfer') ticket.wasAway = true
  })

/** Each paper of the closing is cancelled by one of its own, numbered in turn, which names it. */
function cancelPapers(
  model: Model,
  real: PureOffice,
  papers: readonly string[],
  events: readonly Event[],
): void {
  const series = `AN-${todayIn(real.at).slice(0, 4)}`
  const numbers = papers.map(() => {
    const count = (model.documents.get(series) ?? 0) + 1
    model.documents.set(series, count)
    return `${series}-${count}`
  })
  const issued = events.flatMap((event) => (event.type === 'documentIssued' ? [event.data] : []))
  expect(issued.map(({ number }) => number)).toEqual(numbers)
  for (const { documentId } of issued) model.issued.set(documentId, { erased: false, copies: 1 })
  const related = events.flatMap((event) => (event.type === 'documentRelated' ? [event.data] : []))
  expect(related.map(({ number, how }) => [number, how])).toEqual(
    numbers.map((number) => [number, 'cancellation']),
  )
  const named = issued.map(({ documentId }) => {
    const document = real.documents.get(documentId)
    return document === undefined || document === 'erased' ? null : document.facts.relates?.number
  })
  expect(named).toEqual(papers)
}

function canUndo(model: Model, counter: ModelCounter): boolean {
  const { last, current, paused } = counter
  if (!last) return false
  const { act, ticket, before } = last
  if (act === 'pause') return paused
  if (act === 'reopen') return current === null && !paused
  if (!ticket) return false
  const alone = current === null && !paused
  if (act === 'call') return current === ticket && ticket.state === 'called'
  if (act === 'start' || act === 'resume') return current === ticket && ticket.done === before.done
  if (act === 'absent') return ticket.state === 'absent' && alone
  if (act === 'park') return ticket.state === 'parked' && alone
  if (act === 'transfer') return ticket.state === 'waiting' && ticket.rank === before.rank && alone
  if (filesWentOn(model, ticket, before.done ?? 0)) return false
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
