import { fc, test } from '@fast-check/vitest'
import { afterAll, expect } from 'vitest'
import type { DocumentSeal } from '../../shared/contract/documents.ts'
import { verifyFacts, verifySeals } from '../../shared/documents/seal.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyOffice } from '../../shared/domain/office.ts'
import { freeze, thaw } from '../../shared/domain/snapshot.ts'
import { officeText } from '../fixtures/officeText.ts'
import { officePublicKey, PureOffice } from '../fixtures/pureOffice.ts'
import { schoolOffice } from '../../electron/host/school.ts'
import { expectSheet, mark, morning, steps, type Step } from './officeActs.ts'
import { agents, counterHeldBy, counters, newModel, services, waitingFor, type Model } from './officeModel.ts'

/** 3 March 2026, 8 h 30 in Paris. */
const opening = Date.UTC(2026, 2, 3, 7, 30)
/** The last minutes of a year: documents begin a new series in the middle of a story. */
const lastMinutes = Date.UTC(2026, 11, 31, 22, 55)

const born = {
  ...schoolOffice,
  agents: schoolOffice.agents.map(({ agentId }) => ({
    agentId,
    name: { firstName: mark(agentId, 'N'), familyName: mark(agentId, 'F'), capacity: mark(agentId, 'C') },
  })),
}

/**
 * A long story that fails is made shorter for so long, in milliseconds, then told as it is: the test says its seed
 * rather than nothing.
 */
const patience = {
  interruptAfterTimeLimit: 40_000 * Math.max(1, Number(process.env['GUICHET_RUNS'] ?? 100) / 100),
}

/** How many times each act was accepted, so that a generator that reaches nothing is seen. */
const reached = new Map<string, number>()

/** What every page shows is what the model says, and no more. */
function expectViews(model: Model, real: PureOffice): void {
  const waiting = waitingFor(model, Object.keys(services))
  const queue = real.view('queue.view', 'supervisor')
  expect(queue.total).toBe(waiting.length)
  expect(queue.waiting.map(({ number }) => number)).toEqual(waiting.slice(0, 200).map(({ number }) => number))
  expect(queue.absent.map(({ number }) => number).toSorted()).toEqual(
    model.tickets
      .filter(({ state }) => state === 'absent')
      .map(({ number }) => number)
      .toSorted(),
  )
  const held = counters.map((id) => {
    const ticket = model.current.get(id)
    const state = ticket ? (ticket.state === 'serving' ? 'serving' : 'calling') : 'free'
    return [id, model.holders.get(id) === null ? 'closed' : state, ticket?.number ?? null]
  })
  expect(
    queue.counters.map(({ counterId, state, ticket }) => [counterId, state, ticket?.number ?? null]),
  ).toEqual(held)
  for (const line of queue.services) {
    const of = (state: string) =>
      [...model.shown.tickets, ...model.tickets].filter(
        (ticket) => ticket.service === line.serviceId && ticket.state === state,
      ).length
    expect([line.waiting, line.received, line.left, line.absent]).toEqual(
      ['waiting', 'closed', 'left', 'absent'].map(of),
    )
  }
  const display = real.view('display.view', 'display')
  expect(display.waiting).toBe(waiting.length)
  for (const call of display.calls)
    expect(model.tickets.find(({ number }) => number === call.number)?.state, 'a call shown').toMatch(
      /^(called|serving|closed)$/,
    )
  for (const ticket of model.current.values())
    if (ticket) expect(display.calls.map(({ number }) => number)).toContain(ticket.number)
  real.view('office.view', 'kiosk')
  real.view('kiosk.view', 'kiosk')
  real.view('settings.view', 'admin')
  for (const view of [queue, display, real.view('kiosk.view', 'kiosk')])
    expect(JSON.stringify(view), 'a view for all to see').not.toContain('§')
  for (const word of ['procedure', 'ground', 'sheet', 'lang', 'arrangement', 'reason'])
    expect(JSON.stringify(display)).not.toContain(`"${word}`)
}

/** Each counter's page shows its own person, and nobody else's sheet. */
function expectCounters(model: Model, real: PureOffice): void {
  for (const agent of agents) {
    const shown = real.view('counter.view', agent)
    const counter = counterHeldBy(model, agent)
    const ticket = counter === undefined ? null : (model.current.get(counter) ?? null)
    expect(shown.current?.ticket.number ?? null).toBe(ticket?.number ?? null)
    if (ticket && shown.current) expectSheet(shown.current.sheet, model, ticket)
    const line = waitingFor(model, model.skills.get(agent) ?? [])
    expect(shown.total).toBe(line.length)
    expect(shown.waiting.map(({ number }) => number)).toEqual(line.slice(0, 200).map(({ number }) => number))
    expect(shown.next?.ticket.number).toBe(counter === undefined ? undefined : line[0]?.number)
    const others = agents.filter((other) => other !== agent)
    for (const other of others) expect(JSON.stringify(shown)).not.toContain(mark(other))
  }
}

/** A ticket at one counter only, a counter with one ticket only, whatever collection says it. */
function expectOneToOne({ office }: PureOffice): void {
  const at = office.counters
    .valueSeq()
    .flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId]))
    .toArray()
  expect(new Set(at).size).toBe(at.length)
  for (const [counterId, { ticketId, agentId }] of office.counters) {
    if (ticketId === null) continue
    expect(agentId).not.toBeNull()
    const ticket = office.tickets.get(ticketId)
    expect(ticket?.visit?.counterId).toBe(counterId)
    expect(ticket?.state).toMatch(/^(called|serving)$/)
  }
  for (const [id, { state, visit }] of office.tickets) {
    if (state === 'called' || state === 'serving') expect(at).toContain(id)
    expect(office.queue.has(id)).toBe(state === 'waiting')
    expect(office.absent.has(id)).toBe(state === 'absent')
    if (state === 'closed') expect([visit?.outcome !== null, visit?.endedAt !== null]).toEqual([true, true])
  }
  if (office.day === null) {
    const left = [office.tickets, office.queue, office.absent, office.calls, office.issued]
    expect(left.map((collection) => collection.size)).toEqual([0, 0, 0, 0, 0])
    expect(office.waiting.every((line) => line.isEmpty())).toBe(true)
    expect(office.counters.every(({ ticketId }) => ticketId === null)).toBe(true)
  }
}

/** What the journal holds once the story is told: whole, chained, replayable, and nobody in it. */
function expectJournal(model: Model, real: PureOffice, cut: number): void {
  const { recorded } = real
  const replayed = recorded.reduce(evolve, emptyOffice)
  expect(officeText(replayed)).toBe(officeText(real.office))
  const from = cut % (recorded.length + 1)
  const snapshot = thaw(freeze(real.past[from]!))
  expect(officeText(recorded.slice(from).reduce(evolve, snapshot))).toBe(officeText(real.office))
  const ats = recorded.map(({ at }) => at)
  expect(ats).toEqual(ats.toSorted((a, b) => a - b))
  expect(JSON.stringify(recorded.map(({ event }) => event))).not.toContain('§')

  const numbers = new Map<string, string[]>()
  let date = ''
  for (const { event } of recorded) {
    if (event.type === 'dayOpened') date = event.data.date
    if (event.type === 'ticketTaken') {
      const series = `${date} ${event.data.number[0]}`
      numbers.set(series, [...(numbers.get(series) ?? []), event.data.number])
    }
  }
  for (const [series, given] of numbers)
    expect(given, series).toEqual(given.map((_, at) => `${series.at(-1)}${at + 1}`))

  const seals = recorded.flatMap(({ event }) => {
    if (event.type !== 'documentIssued') return []
    const { ticketId: _, visitId: __, counterId: ___, ...seal } = event.data
    return [seal as DocumentSeal]
  })
  expect(verifySeals(seals)).toEqual({ holds: true, count: seals.length })
  expect(seals.length).toBe(model.issued.size)
  for (const document of real.documents.values())
    if (document !== 'erased') expect(verifyFacts(document, officePublicKey).is).toBe('authentic')

  // Every visit that began ended with an outcome, an absence, or is still there.
  const open = new Set<string>()
  for (const { event } of recorded) {
    if (event.type === 'ticketCalled') open.add(event.data.visitId)
    if (event.type === 'visitClosed' || event.type === 'ticketAbsent')
      expect(open.delete(event.data.visitId), 'a visit ends once').toBe(true)
    if (event.type === 'dayClosed') expect(open.size, 'nobody is left by a closing').toBe(0)
    reached.set(event.type, (reached.get(event.type) ?? 0) + 1)
  }
}

/** The same steps with the office looked at after each. */
const watched = (step: Step): Step => ({
  check: (model) => step.check(model),
  toString: () => step.toString(),
  run: (model, real) => {
    const before = real.changes
    step.run(model, real)
    // What was refused changed nothing: there is nothing new to look at.
    if (real.changes === before) return
    expectOneToOne(real)
    expectViews(model, real)
    expectCounters(model, real)
  },
})

test.prop(
  [
    fc.commands(
      steps.map((one) => one.map(watched)),
      { maxCommands: 80, size: 'max' },
    ),
    fc.nat(),
    fc.constantFrom(opening, lastMinutes),
  ],
  patience,
)('an office does what the plain model says, whatever is asked in whatever order', (story, cut, clock) => {
  const model = newModel()
  const real = PureOffice.school(clock, born)
  for (const step of morning) step.run(model, real)
  fc.modelRun(() => ({ model, real }), story)
  expectJournal(model, real, cut)
})

afterAll(() => {
  // A generator that never reaches an event proves nothing about it; a few stories alone may not.
  if ((reached.get('officeCreated') ?? 0) < 100) return
  for (const type of [
    'dayClosed',
    'ticketLeft',
    'ticketAbsent',
    'ticketRecalled',
    'documentIssued',
    'documentPrinted',
    'agentSet',
  ])
    expect(reached.get(type) ?? 0, type).toBeGreaterThan(0)
})
