import { fc } from '@fast-check/vitest'
import { expect } from 'vitest'
import { documentKinds, outcomes, type Outcome } from '../../shared/contract/documents.ts'
import type { AgentId, VisitId } from '../../shared/contract/ids.ts'
import type { Decision, DomainCommand } from '../../shared/domain/decision.ts'
import type { PureOffice } from '../fixtures/pureOffice.ts'
import {
  agents,
  blankModelSheet,
  counterHeldBy,
  counters,
  currentOf,
  papersOf,
  services,
  todayIn,
  waitingFor,
  type Model,
  type ModelTicket,
} from './officeModel.ts'

/** One step of a story: what it does to the model and to the domain, which must agree. */
export type Step = fc.Command<Model, PureOffice>

/** Marks what is personal: the sign must never be found in an event, and an agent's word never elsewhere. */
export const mark = (agent: string, text = '') => `§${agent}§${text}`

const step = (name: string, run: (model: Model, real: PureOffice) => void): Step => ({
  check: () => true,
  run,
  toString: () => name,
})

const refusalOf = (decision: Decision<DomainCommand>) =>
  'refusal' in decision ? decision.refusal : undefined
function accepted<N extends DomainCommand>(decision: Decision<N>) {
  if ('refusal' in decision) throw new Error(`refused: ${decision.refusal}`)
  return decision
}

const openDay = step('day.open', (model, real) => {
  const decision = real.act('day.open', {}, 'supervisor')
  if (model.open) return expect(refusalOf(decision)).toBe('dayAlreadyOpen')
  model.open = true
  model.date = todayIn(real.now)
  if (model.shown.date !== model.date) model.shown = { date: model.date, tickets: [] }
  expect(accepted(decision).output.date).toBe(model.date)
})

const closeDay = step('day.close', (model, real) => {
  const decision = real.act('day.close', {}, 'supervisor')
  if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
  const unsettled = model.tickets.filter(({ state }) => ['waiting', 'called', 'serving'].includes(state))
  if (unsettled.length > 0) {
    expect(refusalOf(decision)).toBe('peopleUnsettled')
    // Named in the order in which they came: the supervisor goes through them.
    expect('details' in decision && decision.details).toEqual(
      unsettled.slice(0, 20).map(({ number }) => number),
    )
    return
  }
  expect(accepted(decision).output.tickets).toBe(model.tickets.length)
  model.open = false
  model.date = null
  model.past.push(...model.tickets)
  model.shown.tickets.push(...model.tickets)
  model.tickets = []
  for (const id of counters) model.holders.set(id, null)
})

const take = (service: string, procedure: string | null, actor: 'kiosk' | 'agent1') =>
  step(`ticket.take ${service} ${procedure}`, (model, real) => {
    const input = { serviceId: service, ...(procedure === null ? {} : { procedureId: procedure }) }
    const decision = real.act('ticket.take', input, actor)
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    const known = Object.hasOwn(services, service) ? services[service as keyof typeof services] : undefined
    if (!known) return expect(refusalOf(decision)).toBe('unknownService')
    if (procedure !== null && !(known.procedures as readonly string[]).includes(procedure))
      return expect(refusalOf(decision)).toBe('unknownProcedure')
    const series = `${model.date} ${known.letter}`
    const count = (model.counts.get(series) ?? 0) + 1
    model.counts.set(series, count)
    const { output } = accepted(decision)
    expect(output.number).toBe(`${known.letter}${count}`)
    expect(output.ahead).toBe(waitingFor(model, [service]).length)
    expect(output.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    const { ticketId, number } = output
    model.tickets.push({ ticketId, number, service, procedure, state: 'waiting', calls: 0 })
  })

const leave = (which: number) =>
  step(`ticket.leave ${which}`, (model, real) => {
    const all = [...model.tickets, ...model.past.slice(-2)]
    const ticket = all[which % (all.length + 1)]
    const ticketId = ticket?.ticketId ?? real.newId()
    const decision = real.act('ticket.leave', { ticketId }, 'kiosk')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (!ticket || !model.tickets.includes(ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (ticket.state !== 'waiting') return expect(refusalOf(decision)).toBe('ticketNotWaiting')
    expect(accepted(decision).output.number).toBe(ticket.number)
    ticket.state = 'left'
  })

const openCounter = (agent: string, counter: string) =>
  step(`counter.open ${agent} ${counter}`, (model, real) => {
    const decision = real.act('counter.open', { counterId: counter }, agent)
    if (!model.skills.has(agent)) return expect(refusalOf(decision)).toBe('unknownAgent')
    if (!model.holders.has(counter)) return expect(refusalOf(decision)).toBe('unknownCounter')
    const holder = model.holders.get(counter)
    if (holder === agent) return expect(accepted(decision).events).toEqual([])
    if (holder !== null) return expect(refusalOf(decision)).toBe('counterTaken')
    if (counterHeldBy(model, agent)) return expect(refusalOf(decision)).toBe('agentElsewhere')
    expect(accepted(decision).output.services).toEqual(model.skills.get(agent))
    model.holders.set(counter, agent)
  })

const closeCounter = (agent: string) =>
  step(`counter.close ${agent}`, (model, real) => {
    const decision = real.act('counter.close', {}, agent)
    const counter = counterHeldBy(model, agent)
    if (counter === undefined) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (model.current.get(counter)) return expect(refusalOf(decision)).toBe('counterBusy')
    accepted(decision)
    model.holders.set(counter, null)
  })

const callNext = (agent: string) =>
  step(`ticket.callNext ${agent}`, (model, real) => {
    const decision = real.act('ticket.callNext', {}, agent)
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    const counter = counterHeldBy(model, agent)
    if (counter === undefined) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (model.current.get(counter)) return expect(refusalOf(decision)).toBe('counterBusy')
    const next = waitingFor(model, model.skills.get(agent) ?? [])[0]
    const { output, events } = accepted(decision)
    if (!next) {
      expect(output).toEqual({ ticket: null, reason: null })
      return expect(events).toEqual([])
    }
    expect(output.ticket?.ticketId).toBe(next.ticketId)
    expect(output.reason).toEqual({ code: 'arrivalOrder' })
    next.state = 'called'
    next.calls = 1
    model.current.set(counter, next)
  })

/** An act on the person called: the page may say whom it shows, rightly or not. */
const onCalled = (
  name: 'ticket.recall' | 'ticket.markAbsent' | 'ticket.start',
  agent: string,
  saying: 'nothing' | 'right' | 'wrong',
) =>
  step(`${name} ${agent} ${saying}`, (model, real) => {
    const called = currentOf(model, agent)
    const shown = saying === 'right' ? (called?.ticketId ?? real.newId()) : real.newId()
    const decision = real.act(name, saying === 'nothing' ? {} : { ticketId: shown }, agent)
    const counter = counterHeldBy(model, agent)
    if (counter === undefined) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (called?.state !== 'called') return expect(refusalOf(decision)).toBe('nobodyCalled')
    if (saying === 'wrong') return expect(refusalOf(decision)).toBe('ticketNotHere')
    accepted(decision)
    if (name === 'ticket.recall') called.calls++
    else if (name === 'ticket.start') called.state = 'serving'
    else {
      called.state = 'absent'
      model.current.set(counter, null)
    }
  })

type Patch = {
  readonly procedureId?: string | null
  readonly label?: string | null
  readonly capacity?: string | null
  readonly identity?: unknown
  readonly note?: string | null
  readonly answers?: Record<string, string | null>
  readonly pieces?: readonly ({ pieceId: string; state: string } | { label: string; state: string })[]
}

const updateSheet = (agent: string, patch: Patch) =>
  step(`sheet.update ${agent} ${JSON.stringify(patch)}`, (model, real) => {
    const decision = real.act('sheet.update', patch, agent)
    if (counterHeldBy(model, agent) === undefined) return expect(refusalOf(decision)).toBe('counterNotOpen')
    const served = currentOf(model, agent)
    if (served?.state !== 'serving') return expect(refusalOf(decision)).toBe('nobodyServed')
    const sheet = sheetOf(model, served)
    const procedureId = patch.procedureId === undefined ? sheet.procedureId : patch.procedureId
    if (procedureId === 'inconnue') return expect(refusalOf(decision)).toBe('unknownProcedure')
    const refusal = refusalOf(decision)
    // What the rules say of an answer or a piece is proved by the rules' own tests; here, only that it was there to judge.
    if (refusal === 'unknownAnswer') return expect(patch.answers).toBeDefined()
    if (refusal === 'unknownPiece' || refusal === 'pieceMayNotBeAsked')
      return expect(patch.pieces?.some((piece) => 'pieceId' in piece)).toBe(true)
    const { output, events } = accepted(decision)
    expect(events, 'noting is no fact of the office').toEqual([])
    const kept =
      procedureId === sheet.procedureId
        ? sheet.pieces
        : new Map([...sheet.pieces].filter(([name]) => name.startsWith('label ')))
    const pieces = new Map(kept)
    for (const piece of patch.pieces ?? [])
      pieces.set('pieceId' in piece ? `id ${piece.pieceId}` : `label ${piece.label}`, piece.state)
    const { label, capacity, identity, note } = patch
    model.sheets.set(served.ticketId, {
      procedureId,
      label: label === undefined ? sheet.label : label,
      capacity: capacity === undefined ? sheet.capacity : capacity,
      identity: identity === undefined ? sheet.identity : identity,
      note: note === undefined ? sheet.note : note,
      pieces,
    })
    expectSheet(output.sheet, model, served)
  })

const sheetOf = (model: Model, ticket: ModelTicket) =>
  model.sheets.get(ticket.ticketId) ?? blankModelSheet(ticket)

/** The sheet shown is the sheet noted. */
export function expectSheet(
  shown: {
    readonly pieces: readonly ({ pieceId: string; state: string } | { label: string; state: string })[]
  } & Record<'procedureId' | 'label' | 'capacity' | 'identity' | 'note', unknown>,
  model: Model,
  ticket: ModelTicket,
): void {
  const { procedureId, label, capacity, identity, note, pieces } = sheetOf(model, ticket)
  expect(shown).toMatchObject({ procedureId, label, capacity, identity, note })
  expect(
    shown.pieces.map((piece) => [
      'pieceId' in piece ? `id ${piece.pieceId}` : `label ${piece.label}`,
      piece.state,
    ]),
  ).toEqual([...pieces])
}

const closeVisit = (agent: string, outcome: Outcome) =>
  step(`visit.close ${agent} ${outcome}`, (model, real) => {
    const decision = real.act('visit.close', { outcome }, agent)
    const counter = counterHeldBy(model, agent)
    if (counter === undefined) return expect(refusalOf(decision)).toBe('counterNotOpen')
    const served = model.current.get(counter)
    if (served?.state !== 'serving') return expect(refusalOf(decision)).toBe('nobodyServed')
    const sheet = sheetOf(model, served)
    const papers = papersOf(outcome, sheet)
    if (papers.length > 0 && sheet.procedureId === 'autre' && sheet.label === null)
      return expect(refusalOf(decision)).toBe('labelMissing')
    if (papers.length > 0 && !model.names.has(agent))
      return expect(refusalOf(decision)).toBe('mentionMissing')
    const { output, events } = accepted(decision)
    const year = todayIn(real.at).slice(0, 4)
    const numbers = papers.map((paper) => {
      const count = (model.documents.get(`${paper}-${year}`) ?? 0) + 1
      model.documents.set(`${paper}-${year}`, count)
      return `${paper}-${year}-${count}`
    })
    expect(output.documents.map(({ number }) => number)).toEqual(numbers)
    expect(output.documents.map(({ kind }) => documentKinds[kind])).toEqual(papers)
    // No visit ends without its outcome, in the same act as its papers.
    expect(events.map(({ type }) => type)).toEqual([...papers.map(() => 'documentIssued'), 'visitClosed'])
    const closed = events.at(-1)
    expect(closed?.type === 'visitClosed' && closed.data.outcome).toBe(outcome)
    for (const { documentId } of output.documents) model.issued.set(documentId, { erased: false, copies: 1 })
    served.state = 'closed'
    model.sheets.delete(served.ticketId)
    model.current.set(counter, null)
    expect(real.sheets.size, 'the sheet is dropped with the visit').toBe(model.sheets.size)
  })

const printDocument = (agent: string, which: number) =>
  step(`document.print ${agent} ${which}`, (model, real) => {
    const ids = [...model.issued.keys()]
    const documentId = ids[which % (ids.length + 1)] ?? real.newId()
    const known = model.issued.get(documentId)
    const decision = real.act('document.print', { documentId }, agent)
    if (!known) return expect(refusalOf(decision)).toBe('unknownDocument')
    if (known.erased) return expect(refusalOf(decision)).toBe('documentErased')
    known.copies += 1
    expect(accepted(decision).output.copy, 'copies are counted from day to day').toBe(known.copies)
  })

const setAgent = (agent: string, skills: readonly string[]) =>
  step(`agent.set ${agent} ${skills.join(',')}`, (model, real) => {
    const name = { firstName: mark(agent, 'N'), familyName: mark(agent, 'F'), capacity: mark(agent, 'C') }
    accepted(real.act('agent.set', { agentId: agent, name, services: skills }, 'admin'))
    model.skills.set(agent, [...new Set(skills)])
    model.names.add(agent)
  })

const eraseName = (agent: string) =>
  step(`erase the name of ${agent}`, (model, real) => {
    real.agents.delete(agent as AgentId)
    model.names.delete(agent)
  })

const eraseSheet = (agent: string) =>
  step(`erase the sheet of ${agent}`, (model, real) => {
    const served = currentOf(model, agent)
    const visitId = served && real.office.tickets.get(served.ticketId as never)?.visit?.visitId
    if (!visitId) return
    real.sheets.delete(visitId as VisitId)
    model.sheets.delete(served.ticketId)
  })

const eraseDocument = (which: number) =>
  step(`erase document ${which}`, (model, real) => {
    const [documentId, known] = [...model.issued][which % Math.max(1, model.issued.size)] ?? []
    if (documentId === undefined || !known) return
    real.documents.set(documentId, 'erased')
    known.erased = true
  })

const moveClock = (by: number) =>
  step(`the clock moves by ${by}`, (_model, real) => {
    real.clock = Math.max(0, real.clock + by)
  })

/** Everyone is seen to, then the day closes: what a random story hardly ever reaches. */
const evening = step('evening', (model, real) => {
  for (const who of agents) {
    const current = currentOf(model, who)
    if (current?.state === 'called') onCalled('ticket.markAbsent', who, 'right').run(model, real)
    if (current?.state === 'serving') closeVisit(who, 'information').run(model, real)
  }
  model.tickets.forEach((ticket, at) => {
    if (ticket.state === 'waiting') leave(at).run(model, real)
  })
  closeDay.run(model, real)
})

/** One person received from the call to the paper, at whatever counter the agent holds or can take. */
const receive = (who: string, patch: Patch, outcome: Outcome) =>
  step(`${who} receives, ${outcome}, ${JSON.stringify(patch)}`, (model, real) => {
    openDay.run(model, real)
    for (const counter of counters) openCounter(who, counter).run(model, real)
    callNext(who).run(model, real)
    onCalled('ticket.recall', who, 'right').run(model, real)
    onCalled('ticket.start', who, 'right').run(model, real)
    updateSheet(who, patch).run(model, real)
    closeVisit(who, outcome).run(model, real)
  })

const restart = step('the host restarts from its snapshot', (_model, real) => real.restart())

const agent = fc.constantFrom(...agents)
const service = fc.constantFrom(...Object.keys(services))
const hour = 3_600_000
const text = fc.string({ maxLength: 20 })
const pieceState = fc.constantFrom('presented', 'missing', 'notExamined')
const pieceIds = ['photo', 'pre-demande', 'justificatif-domicile', 'timbre', 'acte-naissance', 'inconnue']
const answer = fc.constantFrom(
  { personne: 'majeure' },
  { personne: 'mineure' },
  { 'ancienne-carte': 'perdue' },
  { 'ancienne-carte': 'présentée' },
  { passeport: 'valide' },
  { logement: 'hébergée' },
  { logement: null },
  { personne: '§strange' },
)
const patchOf = (who: string) =>
  fc.record(
    {
      procedureId: fc.constantFrom('cni', 'autre', 'inconnue', null),
      label: fc.option(text.map((typed) => mark(who, `L${typed}`.trim()))),
      capacity: fc.constantFrom('self', 'legalRepresentative', 'mandate', null),
      identity: fc.option(fc.constant({ kind: 'passport', issuer: mark(who, 'I'), verified: true })),
      note: fc.option(text.map((typed) => mark(who, `note ${typed}`.trim()))),
      answers: answer,
      pieces: fc.array(
        fc.oneof(
          fc.record({ pieceId: fc.constantFrom(...pieceIds), state: pieceState }),
          fc.record({ label: fc.constantFrom(mark(who, 'P1'), mark(who, 'P2')), state: pieceState }),
        ),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: [] },
  )
const saying = fc.constantFrom('nothing', 'right', 'right', 'wrong')

/** Steps as an office's day has them: many people come, are called, received and leave with a paper. */
const arrivals: fc.Arbitrary<Step>[] = [
  fc.tuple(service, fc.constantFrom(null, null, 'cni', 'autre')).map(([s, p]) => take(s, p, 'kiosk')),
  fc.constantFrom(null, 'cni', 'autre').map((p) => take('titres', p, 'agent1')),
  fc.constant(take('inconnu', null, 'kiosk')),
]
const receiving: fc.Arbitrary<Step>[] = [
  agent.chain((who) =>
    fc.tuple(patchOf(who), fc.constantFrom(...outcomes)).map((how) => receive(who, ...how)),
  ),
  agent.map(callNext),
  agent.map(callNext),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.start', who, says)),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.start', who, says)),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.recall', who, says)),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.markAbsent', who, says)),
  agent.chain((who) => patchOf(who).map((patch) => updateSheet(who, patch))),
  agent.chain((who) => patchOf(who).map((patch) => updateSheet(who, patch))),
  fc.tuple(agent, fc.constantFrom(...outcomes)).map(([who, outcome]) => closeVisit(who, outcome)),
  fc.tuple(agent, fc.constantFrom(...outcomes)).map(([who, outcome]) => closeVisit(who, outcome)),
]
const running: fc.Arbitrary<Step>[] = [
  fc.constant(openDay),
  fc.constant(openDay),
  fc.constant(closeDay),
  fc.constant(evening),
  fc.tuple(agent, fc.constantFrom(...counters, '9')).map(([who, counter]) => openCounter(who, counter)),
  fc.tuple(agent, fc.constantFrom(...counters)).map(([who, counter]) => openCounter(who, counter)),
  fc.constant(openCounter('agent9', '1')),
  agent.map(closeCounter),
  fc.nat().map(leave),
  fc.tuple(agent, fc.nat()).map(([who, which]) => printDocument(who, which)),
]
const happening: fc.Arbitrary<Step>[] = [
  fc.tuple(agent, fc.array(service, { maxLength: 4 })).map(([who, skills]) => setAgent(who, skills)),
  agent.map(eraseName),
  agent.map(eraseSheet),
  fc.nat().map(eraseDocument),
  fc.integer({ min: -3 * hour, max: 3 * hour }).map(moveClock),
  fc.constantFrom(26 * hour, -400 * 24 * hour, 300 * 24 * hour).map(moveClock),
  fc.constant(restart),
]

/** The steps that a story is made of. */
export const steps = [...arrivals, ...arrivals, ...receiving, ...receiving, ...running, ...happening]

/** A morning already begun, so that most stories reach the counters. */
export const morning: readonly Step[] = [
  openDay,
  openCounter('agent1', '1'),
  openCounter('agent2', '2'),
  take('titres', 'cni', 'kiosk'),
  take('elections', null, 'kiosk'),
  callNext('agent1'),
  onCalled('ticket.start', 'agent1', 'right'),
]
