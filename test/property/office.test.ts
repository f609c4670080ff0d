import { fc, test as property } from '@fast-check/vitest'
import { afterAll, expect } from 'vitest'
import type { DocumentSeal } from '../../shared/contract/documents/issued.ts'
import { verifyFacts } from '../../shared/documents/seal.ts'
import { verifySeals } from '../fixtures/seals.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyOffice } from '../../shared/domain/state.ts'
import { freeze, thaw } from '../../shared/domain/snapshot.ts'
import { officeText } from '../fixtures/officeText.ts'
import { officePublicKey, PureOffice } from '../fixtures/pureOffice.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import { overtakenCount } from '../../shared/domain/queue/line.ts'
import { actTold } from '../../shared/contract/queue/counters.ts'
import { seriesOf } from '../../shared/domain/queue/newTicket.ts'
import { ruledPieces } from './files/acts.ts'
import { expectFiles, withoutAwaited } from './files/model.ts'
import { morning, steps } from './officeStory.ts'
import {
  agents,
  counters,
  heldBy,
  newModel,
  nextFor,
  receivesAt,
  services,
  waitingFor,
  type Model,
} from './officeModel.ts'
import { accepted, expectSheet, mark, sheetOf, sign, type Step } from './officeSteps.ts'

/** Facts about a file that are no act on it. */
const aside: ReadonlySet<string> = new Set(['documentIssued', 'personalErased', 'fileLimited'])

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

/** Asked of each property: half as many stories are told by night, a fifth by day. */
const stories = fc.readConfigureGlobal().numRuns ?? 100

/** How many times each act was accepted, so that a generator that reaches nothing is seen. */
const reached = new Map<string, number>()

/** The office's own regulations: what they require is the only thing that can be asked under a typed name. */
const regulations = ruledPieces.map((piece) => ({
  title: 'Règlement des terrasses',
  number: '2024-7',
  date: '2024-02-01',
  procedureId: 'autre',
  piece,
}))

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
  expect(queue.parked.map(({ number }) => number).toSorted()).toEqual(
    model.tickets
      .filter(({ state }) => state === 'parked')
      .map(({ number }) => number)
      .toSorted(),
  )
  const held = counters.map((id) => {
    const { holder, current, paused } = model.counters.get(id)!
    const state = current ? (current.state === 'serving' ? 'serving' : 'calling') : 'free'
    return [id, holder === null ? 'closed' : paused ? 'paused' : state, current?.number ?? null]
  })
  expect(
    queue.counters.map(({ counterId, state, ticket }) => [counterId, state, ticket?.number ?? null]),
  ).toEqual(held)
  for (const line of queue.services) {
    const of = (state: string) =>
      [...model.shown.tickets, ...model.tickets].filter(
        (ticket) => ticket.service === line.serviceId && ticket.state === state,
      ).length
    expect([line.waiting, line.received, line.left, line.absent, line.unserved]).toEqual(
      ['waiting', 'closed', 'left', 'absent', 'unserved'].map(of),
    )
  }
  const display = real.view('display.view', 'display')
  // The morning after a day left open, nobody waits for its call any more.
  expect(display.waiting).toBe(real.view('kiosk.view', 'kiosk').open ? waiting.length : 0)
  for (const call of display.calls)
    expect(model.tickets.find(({ number }) => number === call.number)?.state, 'a call shown').toMatch(
      /^(called|serving|closed)$/,
    )
  for (const { current } of model.counters.values())
    if (current?.state === 'called')
      expect(display.calls.map(({ number }) => number)).toContain(current.number)
  real.view('office.view', 'kiosk')
  real.view('settings.view', 'admin')
  const supervision = real.view('supervision.view', 'supervisor')
  expect([supervision.overtakes.calls, supervision.total]).toEqual([model.overtakes.calls, waiting.length])
  expect(supervision.overtakes.byReason.reduce((sum, { people }) => sum + people, 0)).toBe(
    model.overtakes.people,
  )
  expect(supervision.unsettled.total).toBe(
    model.tickets.filter(({ state }) => ['waiting', 'called', 'serving', 'parked'].includes(state)).length,
  )
  expect(supervision.reception.information).toBe(model.informed)
  // Words for the public are meant for all; what an agent typed, and who came, is not.
  for (const view of [display, real.view('kiosk.view', 'kiosk')])
    expect(JSON.stringify(view).replaceAll(mark('words'), ''), 'a view for all to see').not.toContain(sign)
  for (const text of [queue, supervision].map((view) => JSON.stringify(view)))
    for (const who of agents) expect(text, 'no name on a wall of figures').not.toContain(mark(who))
  // The voice speaks to who is called in the language of their ticket: of nobody else is it said.
  const shown = JSON.stringify({
    ...display,
    calls: display.calls.map((call) => ({ ...call, lang: undefined })),
  })
  for (const word of ['procedure', 'ground', 'sheet', 'lang', 'arrangement', 'reason', 'priority'])
    expect(shown).not.toContain(`"${word}`)
}

/** Each counter's page shows its own person, and nobody else's sheet. */
function expectCounters(model: Model, real: PureOffice): void {
  for (const agent of agents) {
    const shown = real.view('counter.view', agent)
    const counter = heldBy(model, agent)
    const ticket = counter?.current ?? null
    expect(shown.current?.ticket.number ?? null).toBe(ticket?.number ?? null)
    if (ticket && shown.current)
      expectSheet(shown.current.sheet, model, ticket, withoutAwaited(sheetOf(model, ticket)))
    const wanted = counter ? receivesAt(model, counter) : (model.skills.get(agent) ?? [])
    const line = waitingFor(model, wanted)
    expect(shown.total).toBe(line.length)
    expect(shown.waiting.map(({ number }) => number)).toEqual(line.slice(0, 200).map(({ number }) => number))
    const next = counter && nextFor(model, wanted, real.now)
    // Before the call a priority is a priority, whatever gives it.
    const code = next?.code === 'localPriority' ? 'legalPriority' : next?.code
    expect([shown.next?.ticket.number, shown.next?.reason.code]).toEqual([next?.ticket.number, code])
    if (counter) expect(shown.undo ? actTold(shown.undo) : null).toBe(counter.last?.act ?? null)
    const others = agents.filter((other) => other !== agent)
    // A visit that goes on here brings its own sheet, whoever noted it; nothing else of another counter is shown.
    const beside = JSON.stringify({ ...shown, current: { ...shown.current, sheet: null } })
    for (const other of others) expect(beside).not.toContain(mark(other))
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
    expect(office.parked.has(id)).toBe(state === 'parked')
    if (state === 'closed') expect([visit?.outcome !== null, visit?.endedAt !== null]).toEqual([true, true])
  }
  if (office.day === null) {
    const left = [
      office.tickets,
      office.queue,
      office.absent,
      office.parked,
      office.priority,
      office.booked,
      office.calls,
      office.issued,
    ]
    expect(left.map((collection) => collection.size)).toEqual(left.map(() => 0))
    expect(office.waiting.every((line) => line.isEmpty())).toBe(true)
    expect(office.counters.every(({ ticketId }) => ticketId === null)).toBe(true)
  }
}

/** Each line is in order of arrival, and holds those who wait for it, no other; who was overtaken is counted. */
function expectLines(model: Model, { office }: PureOffice): void {
  const rank = (id: string) => office.tickets.get(id as never)?.arrival ?? -1
  const inOrder = (line: Iterable<string>) => [...line].toSorted((a, b) => rank(a) - rank(b))
  for (const [serviceId, line] of office.waiting) {
    expect([...line]).toEqual(inOrder(line))
    const prior = [...line].filter((id) => office.tickets.get(id)?.priority !== null)
    expect([...(office.priority.get(serviceId) ?? [])]).toEqual(prior)
  }
  expect([...office.queue]).toEqual(inOrder([...office.waiting.values()].flatMap((line) => [...line])))
  for (const ticket of model.tickets) {
    const real = office.tickets.get(ticket.ticketId as never)
    if (!real || ticket.state !== 'waiting') continue
    const { local, all } = overtakenCount(office, real)
    expect(Math.min(local, all - local), ticket.number).toBeGreaterThanOrEqual(0)
    if (!ticket.wasAway) expect(local, `${ticket.number} overtaken`).toBe(ticket.overtaken)
    // Who was away is held to what the office counted.
    else ticket.overtaken = local
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
  expect(JSON.stringify(recorded.map(({ event }) => event))).not.toContain(sign)

  const numbers = new Map<string, string[]>()
  let date = ''
  for (const { event } of recorded) {
    if (event.type === 'dayOpened') date = event.data.date
    if (event.type === 'ticketTaken' || (event.type === 'ticketJoined' && !event.data.missed)) {
      const series = `${date} ${seriesOf(event.data.number)}`
      numbers.set(series, [...(numbers.get(series) ?? []), event.data.number])
    }
  }
  for (const [series, given] of numbers)
    expect(given, series).toEqual(given.map((_, at) => `${series.split(' ').at(-1)}${at + 1}`))

  // A file that ended changes no more, unless the closing that ended it is taken back; references have no gap in their year.
  const references = new Map<string, string[]>()
  const ended = new Set<string>()
  for (const { event } of recorded) {
    // A paper may be made of a file that ended, its data erased or limited: it changes nothing of it.
    if (aside.has(event.type) || !('fileId' in event.data) || event.data.fileId === null) continue
    const { fileId } = event.data
    // A cancelled letter changes only what undoing the closing that ended the file would give back.
    if (event.type === 'fileLetterCancelled') continue
    if (event.type === 'fileActUndone') ended.delete(fileId)
    else expect(ended.has(fileId), `${event.type} on a file that ended`).toBe(false)
    if (event.type === 'fileClosed') ended.add(fileId)
    if (event.type !== 'fileOpened') continue
    const year = event.data.reference.slice(3, 7)
    references.set(year, [...(references.get(year) ?? []), event.data.reference])
  }
  for (const [year, given] of references) expect(given).toEqual(given.map((_, at) => `DO-${year}-${at + 1}`))

  const seals = recorded.flatMap(({ event }) => {
    if (event.type !== 'documentIssued') return []
    const { ticketId: _, visitId: __, counterId: ___, fileId: ____, ...seal } = event.data
    return [seal as DocumentSeal]
  })
  expect(verifySeals(seals)).toEqual({ holds: true, count: seals.length })
  expect(seals.length).toBe(model.issued.size)
  for (const document of real.documents.values())
    if (document !== 'erased') expect(verifyFacts(document, officePublicKey).is).toBe('authentic')

  // Every ticket of a day has an end that the journal tells, before that day closes.
  const open = new Set<string>()
  for (const { event } of recorded) {
    if (event.type === 'ticketJoined' && !event.data.missed) open.add(event.data.ticketId)
    if (event.type === 'ticketTaken' || event.type === 'ticketReturned') open.add(event.data.ticketId)
    if (
      ['visitClosed', 'ticketAbsent', 'ticketLeft', 'ticketUnserved'].includes(event.type) &&
      'ticketId' in event.data
    )
      expect(open.delete(event.data.ticketId as string), `${event.type} ends a ticket once`).toBe(true)
    if (event.type === 'actUndone' && ['absent', 'close'].includes(event.data.act) && event.data.ticketId)
      open.add(event.data.ticketId)
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
    expectLines(model, real)
    expectViews(model, real)
    expectCounters(model, real)
    expectFiles(model, real)
  },
})

property.prop(
  [
    fc.commands(
      steps.map((one) => one.map(watched)),
      { maxCommands: 80, size: 'max' },
    ),
    fc.nat(),
    fc.constantFrom(opening, lastMinutes),
  ],
  { ...patience, numRuns: Math.ceil(stories / (stories > 100 ? 2 : 5)) },
)('an office does what the plain model says, whatever is asked in whatever order', (story, cut, clock) => {
  const model = newModel()
  const real = PureOffice.school(clock, born)
  accepted(real.act('office.setLaw', { regulations }, 'admin'))
  for (const step of morning) step.run(model, real)
  fc.modelRun(() => ({ model, real }), story)
  expectJournal(model, real, cut)
})

afterAll(() => {
  // A generator that never reaches an event proves nothing about it; a few stories alone may not.
  if ((reached.get('officeCreated') ?? 0) < 1000) return
  for (const type of [
    'dayClosed',
    'ticketLeft',
    'ticketAbsent',
    'ticketRecalled',
    'documentIssued',
    'documentPrinted',
    'agentSet',
    'rulesSet',
    'ticketReturned',
    'ticketReplaced',
    'ticketParked',
    'ticketResumed',
    'ticketTransferred',
    'ticketUnserved',
    'prioritySet',
    'counterPaused',
    'counterResumed',
    'counterSkillsSet',
    'interrupted',
    'interruptionEnded',
    'informed',
    'serviceClosed',
    'serviceOpened',
    'requestAdded',
    'requestClosed',
    'actUndone',
    'fileOpened',
    'fileDescribed',
    'filePieceAdded',
    'filePiecesRequested',
    'fileAcknowledged',
    'fileLetterTold',
    'fileLetterCancelled',
    'fileForwarded',
    'fileForwardingCancelled',
    'fileDecided',
    'fileTitleArrived',
    'fileTitleDestroyed',
    'fileHandedOver',
    'originalsHeld',
    'originalsReturned',
    'fileClosed',
    'fileActUndone',
  ])
    expect(reached.get(type) ?? 0, type).toBeGreaterThan(0)
})
