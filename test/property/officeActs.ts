import { fc } from '@fast-check/vitest'
import { expect } from 'vitest'
import { documentKinds, outcomes, type Outcome } from '../../shared/contract/documents.ts'
import { groundOf, shownPriority } from '../../shared/procedures/grounds.ts'
import { groundIds, type GroundId } from '../../shared/contract/rules.ts'
import type { AgentId, VisitId } from '../../shared/contract/ids.ts'
import type { Model } from './officeModel.ts'
import {
  agents,
  counters,
  freshCounter,
  heldBy,
  nextFor,
  papersOf,
  receivesAt,
  services,
  todayIn,
  usual,
  waitingFor,
  type ModelRules,
} from './officeModel.ts'
import {
  accepted,
  callModel,
  expectSheet,
  freed,
  isToday,
  mark,
  pick,
  refusalOf,
  remember,
  said,
  sheetOf,
  step,
  type Saying,
  type Step,
} from './officeSteps.ts'
import {
  addService,
  callOutOfOrder,
  certify,
  claimRefusal,
  closeService,
  comeBack,
  givesNumbers,
  inform,
  interrupt,
  moveWaiting,
  newTicket,
  park,
  pause,
  replace,
  resume,
  serveAtReception,
  setPriority,
  setRules,
  setSkills,
  settle,
  settleAll,
  transfer,
  undo,
  unpause,
} from './roomActs.ts'

/** Everything that a closing drops; the date's tickets are still shown. */
function dayEnds(model: Model): void {
  model.open = false
  model.date = null
  model.past.push(...model.tickets)
  model.shown.tickets.push(...model.tickets)
  model.tickets = []
  model.sheets.clear()
  model.closed.clear()
  model.streaks.clear()
  for (const id of counters) model.counters.set(id, freshCounter())
}

const openDay = step('day.open', (model, real) => {
  const decision = real.act('day.open', {}, 'supervisor')
  const today = todayIn(real.now)
  if (model.open && model.date !== null && model.date >= today)
    return expect(refusalOf(decision)).toBe('dayAlreadyOpen')
  const { output } = accepted(decision)
  const left = model.tickets.filter(({ state }) => ['waiting', 'called', 'serving', 'parked'].includes(state))
  expect(output.unserved, 'nobody of a day left open is erased').toBe(left.length)
  for (const ticket of left) Object.assign(ticket, { state: 'unserved', fault: 'service' })
  if (model.open) dayEnds(model)
  model.open = true
  model.date = today
  if (model.shown.date !== today) {
    model.shown = { date: today, tickets: [] }
    model.overtakes = { calls: 0, people: 0 }
    model.informed = 0
  }
  expect(output.date).toBe(today)
})

const closeDay = step('day.close', (model, real) => {
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

type TakeMore = { readonly ground?: GroundId; readonly proof?: string; readonly requests?: number }

const take = (
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
    const priority = ground ? shownPriority(ground) : null
    const deadline = ground && groundOf(ground).priority === 'deadline'
    if (model.closed.has(service) && !deadline) return expect(refusalOf(decision)).toBe('serviceClosed')
    const { output } = accepted(decision)
    expect(output.ahead).toBe(waitingFor(model, [service]).length)
    expect(output.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    const { ticketId, number, code } = output
    const ticket = newTicket(model, real, { service, procedure, number, ticketId })
    Object.assign(ticket, { priority, code, wanted: requests })
  })

const firstProof = (ground: GroundId) => groundOf(ground).proofs[0]?.proof

const leave = (which: number) =>
  step(`ticket.leave ${which}`, (model, real) => {
    const ticket = pick(model, which)
    const decision = real.act('ticket.leave', { ticketId: ticket?.ticketId ?? real.newId() }, 'kiosk')
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    if (!isToday(model, ticket)) return expect(refusalOf(decision)).toBe('unknownTicket')
    if (ticket.state !== 'waiting' && ticket.state !== 'parked')
      return expect(refusalOf(decision)).toBe('ticketNotWaiting')
    expect(accepted(decision).output.number).toBe(ticket.number)
    ticket.state = 'left'
    ticket.fault = 'person'
  })

/** A kiosk knows people by what is printed: the number alone, which all can see, opens nothing. */
const leaveByNumber = (which: number, right: boolean) =>
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
    meant.fault = 'person'
  })

const openCounter = (agent: string, counter: string) =>
  step(`counter.open ${agent} ${counter}`, (model, real) => {
    const decision = real.act('counter.open', { counterId: counter }, agent)
    if (!model.skills.has(agent)) return expect(refusalOf(decision)).toBe('unknownAgent')
    const wanted = model.counters.get(counter)
    if (!wanted) return expect(refusalOf(decision)).toBe('unknownCounter')
    if (wanted.holder === agent) return expect(accepted(decision).events).toEqual([])
    if (wanted.holder !== null) return expect(refusalOf(decision)).toBe('counterTaken')
    if (heldBy(model, agent)) return expect(refusalOf(decision)).toBe('agentElsewhere')
    expect(accepted(decision).output.services).toEqual(model.skills.get(agent))
    model.counters.set(counter, freshCounter(agent))
  })

const closeCounter = (agent: string) =>
  step(`counter.close ${agent}`, (model, real) => {
    const decision = real.act('counter.close', {}, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (counter.current) return expect(refusalOf(decision)).toBe('counterBusy')
    accepted(decision)
    Object.assign(counter, freshCounter())
  })

const callNext = (agent: string) =>
  step(`ticket.callNext ${agent}`, (model, real) => {
    const decision = real.act('ticket.callNext', {}, agent)
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (counter.current) return expect(refusalOf(decision)).toBe('counterBusy')
    if (counter.paused) return expect(refusalOf(decision)).toBe('counterPaused')
    const wanted = receivesAt(model, counter)
    const next = nextFor(model, wanted, real.now)
    const { output, events } = accepted(decision)
    if (!next) {
      expect(output).toEqual({ ticket: null, reason: null })
      return expect(events).toEqual([])
    }
    expect(output.ticket?.number).toBe(next.ticket.number)
    const behind = callModel(model, counter, next.ticket, next.code, wanted, real.now)
    // No overtake without a reason.
    expect(output.reason).toMatchObject({ code: next.code, overtaken: behind.length, reasonId: null })
    if (behind.length > 0) expect(next.code).not.toBe('arrivalOrder')
    if (next.code === 'arrivalOrder') expect(next.ticket.priority).toBeNull()
  })

/** An act on the person called: the page may say whom it shows, rightly or not. */
const onCalled = (
  name: 'ticket.recall' | 'ticket.markAbsent' | 'ticket.start',
  agent: string,
  saying: Saying,
  code: 'none' | 'right' = 'right',
) =>
  step(`${name} ${agent} ${saying}`, (model, real) => {
    const counter = heldBy(model, agent)
    const called = counter?.current ?? null
    const shown = {
      ...said(saying, called, real),
      ...(name === 'ticket.start' && code === 'right' && called ? { code: called.code } : {}),
    }
    const decision = real.act(name, shown, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (called?.state !== 'called') return expect(refusalOf(decision)).toBe('nobodyCalled')
    if (saying === 'wrong') return expect(refusalOf(decision)).toBe('ticketNotHere')
    const { absentCalls, absentDelay, checkCode } = model.rules
    if (name === 'ticket.recall') {
      accepted(decision)
      called.calls++
      called.lastCallAt = real.now
    } else if (name === 'ticket.start') {
      if (checkCode && code === 'none') return expect(refusalOf(decision)).toBe('codeWrong')
      accepted(decision)
      remember(counter, 'start', called)
      called.state = 'serving'
      called.startedBy = agent
    } else {
      if (called.calls < absentCalls || real.now < called.lastCallAt + absentDelay * 1000)
        return expect(refusalOf(decision)).toBe('absentTooSoon')
      accepted(decision)
      remember(counter, 'absent', called)
      called.state = 'absent'
      called.absentAt = real.now
      freed(counter)
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
    const served = heldBy(model, agent)?.current
    if (!heldBy(model, agent)) return expect(refusalOf(decision)).toBe('counterNotOpen')
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
    model.sheets.set(served.visit!, {
      procedureId,
      label: label === undefined ? sheet.label : label,
      capacity: capacity === undefined ? sheet.capacity : capacity,
      identity: identity === undefined ? sheet.identity : identity,
      note: note === undefined ? sheet.note : note,
      pieces,
    })
    expectSheet(output.sheet, model, served)
  })

const closeVisit = (agent: string, outcome: Outcome, last = false) =>
  step(`visit.close ${agent} ${outcome}${last ? ' (last)' : ''}`, (model, real) => {
    const decision = real.act('visit.close', { outcome, last }, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    const served = counter.current
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
    for (const { documentId } of output.documents) model.issued.set(documentId, { erased: false, copies: 1 })
    const left = last ? 0 : Math.max(0, (served.requests?.length ?? 0) - 1)
    expect(output.remaining).toBe(left)
    // No request ends without its outcome, in the same act as its papers.
    const end = left > 0 ? 'requestClosed' : 'visitClosed'
    expect(events.map(({ type }) => type)).toEqual([...papers.map(() => 'documentIssued'), end])
    const closed = events.at(-1)
    expect(closed?.type === end && 'outcome' in closed.data && closed.data.outcome).toBe(outcome)
    remember(counter, 'close', served, { sheet })
    model.sheets.delete(served.visit!)
    served.requests = (served.requests ?? []).slice(1)
    served.done++
    if (left > 0) return
    served.state = 'closed'
    served.fault = outcome === 'notServed' ? 'service' : null
    freed(counter)
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
    real.personal.agents.delete(agent as AgentId)
    model.names.delete(agent)
  })

const eraseSheet = (agent: string) =>
  step(`erase the sheet of ${agent}`, (model, real) => {
    const served = heldBy(model, agent)?.current
    const visitId = served && real.office.tickets.get(served.ticketId as never)?.visit?.visitId
    if (!visitId || served.visit === null) return
    real.personal.sheets.delete(visitId as VisitId)
    model.sheets.delete(served.visit)
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
    const current = heldBy(model, who)?.current
    if (current?.state === 'called') onCalled('ticket.start', who, 'right').run(model, real)
    if (heldBy(model, who)?.current) closeVisit(who, 'information', true).run(model, real)
  }
  settleAll('certificate', '').run(model, real)
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

/** An absence as the rule wants it: so many calls, so much time. */
const absence = (who: string) =>
  step(`${who} waits for nobody`, (model, real) => {
    for (let calls = 1; calls < 3; calls++) onCalled('ticket.recall', who, 'right').run(model, real)
    moveClock(60_000).run(model, real)
    onCalled('ticket.markAbsent', who, 'right').run(model, real)
  })

/** Gone for a photograph, and back at the same counter or another. */
const errand = (who: string, other: string) =>
  step(`${who} lets someone go and come back to ${other}`, (model, real) => {
    const gone = heldBy(model, who)?.current
    park(who, 'right', 'photo', 600_000).run(model, real)
    if (gone) resume(other, model.tickets.indexOf(gone)).run(model, real)
  })

/** A service on strike for a while: its tickets stop, then come again. */
const strike = (service: string) =>
  step(`${service} is on strike, then is not`, (model, real) => {
    closeService(service, false).run(model, real)
    take(service, null, 'kiosk').run(model, real)
    closeService(service, true).run(model, real)
  })

const claim = fc.record(
  { ground: fc.constantFrom(...groundIds), proof: fc.constantFrom('card', 'deadline', 'seen', 'toShow') },
  { requiredKeys: ['ground'] },
)
const rules: fc.Arbitrary<ModelRules> = fc.record({
  cap: fc.constantFrom(null, 1, 2),
  k: fc.constantFrom(null, 1, 3),
  maximum: fc.constantFrom(null, 5, 60),
  targets: fc.constantFrom({}, { titres: 5 }, { 'etat-civil': 60, elections: 1 }),
  absentCalls: fc.constantFrom(1, 2),
  absentDelay: fc.constantFrom(0, 30),
  tolerance: fc.constantFrom(0, 30),
  local: fc.constantFrom([], ['visiblePregnancy'], ['visiblePregnancy', 'faintness']),
  checkCode: fc.boolean(),
})
const typed = fc.constantFrom('', 'photo', 'formulaire')
const soon = fc.constantFrom(null, 600_000, -1000)
const services4 = fc.constantFrom(...Object.keys(services), 'inconnu')

/** Steps as an office's day has them: many people come, are called, received and leave with a paper. */
const arrivals: fc.Arbitrary<Step>[] = [
  fc.tuple(service, fc.constantFrom(null, null, 'cni', 'autre')).map(([s, p]) => take(s, p, 'kiosk')),
  fc.constantFrom(null, 'cni', 'autre').map((p) => take('titres', p, 'agent1')),
  fc
    .tuple(service, fc.constantFrom('kiosk', 'agent1'), claim)
    .map(([s, who, more]) => take(s, null, who as 'kiosk', more)),
  fc
    .tuple(service, fc.integer({ min: 2, max: 4 }))
    .map(([s, requests]) => take(s, null, 'kiosk', { requests })),
  fc.constant(take('inconnu', null, 'kiosk')),
]
const receiving: fc.Arbitrary<Step>[] = [
  agent.chain((who) =>
    fc.tuple(patchOf(who), fc.constantFrom(...outcomes)).map((how) => receive(who, ...how)),
  ),
  agent.map(callNext),
  agent.map(callNext),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.start', who, says)),
  fc
    .tuple(agent, saying, fc.constantFrom('none', 'right'))
    .map(([who, says, code]) => onCalled('ticket.start', who, says, code as 'none')),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.recall', who, says)),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.markAbsent', who, says)),
  agent.map(absence),
  agent.chain((who) => patchOf(who).map((patch) => updateSheet(who, patch))),
  fc.tuple(agent, fc.constantFrom(...outcomes), fc.boolean()).map((how) => closeVisit(...how)),
  fc.tuple(agent, fc.constantFrom(...outcomes)).map((how) => closeVisit(...how)),
]
/** What goes otherwise: out of order, parked, moved, taken back. */
const turning: fc.Arbitrary<Step>[] = [
  fc.tuple(agent, fc.nat(), typed).map((how) => callOutOfOrder(...how)),
  fc.tuple(agent, saying, typed, soon).map((how) => park(...how)),
  fc.tuple(agent, saying, fc.constant('photo'), fc.constant(null)).map((how) => park(...how)),
  fc.tuple(agent, fc.nat()).map((how) => resume(...how)),
  fc.tuple(agent, agent).map((how) => errand(...how)),
  fc.nat().map(comeBack),
  fc.nat().map(comeBack),
  fc.tuple(agent, saying, services4, typed).map((how) => transfer(...how)),
  fc.tuple(fc.nat(), services4).map((how) => moveWaiting(...how)),
  fc
    .tuple(fc.nat(), fc.constantFrom(...groundIds, null), fc.constantFrom('card', 'seen', undefined))
    .map((how) => setPriority(...how)),
  fc.nat().map(replace),
  fc.tuple(agent, services4).map((how) => addService(...how)),
  agent.map(undo),
  agent.map(undo),
  agent.map(undo),
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
  fc.tuple(fc.nat(), fc.boolean()).map((how) => leaveByNumber(...how)),
  fc.tuple(agent, fc.nat()).map(([who, which]) => printDocument(who, which)),
  fc.tuple(agent, typed, soon).map((how) => pause(...how)),
  agent.map(unpause),
  agent.map(unpause),
  fc
    .tuple(agent, fc.option(fc.subarray([...Object.keys(services), 'inconnu'], { minLength: 1 })))
    .map((how) => setSkills(...how)),
  agent.map(interrupt),
  fc.constant(inform),
  fc.tuple(services4, fc.boolean()).map((how) => closeService(...how)),
  services4.map(certify),
  service.map(strike),
  fc
    .tuple(agent, fc.constantFrom('filed' as const, 'handedOver' as const))
    .map((how) => serveAtReception(...how)),
  fc
    .tuple(fc.nat(), fc.constantFrom('certificate' as const, 'reason' as const), typed)
    .map((how) => settle(...how)),
  fc.tuple(fc.constantFrom('certificate' as const, 'reason' as const), typed).map((how) => settleAll(...how)),
]
const happening: fc.Arbitrary<Step>[] = [
  fc.tuple(agent, fc.array(service, { maxLength: 4 })).map(([who, skills]) => setAgent(who, skills)),
  agent.map(eraseName),
  agent.map(eraseSheet),
  fc.nat().map(eraseDocument),
  fc.integer({ min: -3 * hour, max: 3 * hour }).map(moveClock),
  fc.constantFrom(26 * hour, -400 * 24 * hour, 300 * 24 * hour).map(moveClock),
  fc.constant(restart),
  rules.map(setRules),
  fc.constant(setRules(usual)),
]

/** The steps that a story is made of. */
export const steps = [
  ...arrivals,
  ...arrivals,
  ...receiving,
  ...receiving,
  ...turning,
  ...turning,
  ...running,
  ...happening,
]

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
