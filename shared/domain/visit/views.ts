import { numbersShown } from '../appointments/preApplications.ts'
import { tellAct } from '../../contract/queue/counters.ts'
import { visitEnds } from '../../contract/queue/outcomes.ts'
import type { Instant, ProcedureId, ServiceId } from '../../contract/ids.ts'
import type { Output } from '../../contract/index.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import { allProcedures } from '../../procedures/catalogue.ts'
import { absenceOf, calledTicket } from '../queue/calls.ts'
import { assessSheet, traceOf } from '../law/checklist.ts'
import { judgedSheet } from '../law/lacking.ts'
import { refusalRules } from '../../procedures/refusals.ts'
import { procedureFiled } from '../files/regime.ts'
import { rulesNow, type Ruled, type RulesNow } from '../law/rulesNow.ts'
import { chooseNext, leftBehind } from '../queue/choice.ts'
import { fileLeft, openedFileEvents } from '../files/visit.ts'
import { onFile, withoutAwaited } from '../files/goingOn.ts'
import { papersOf } from './papers/visit.ts'
import { lackUnnamed } from './ending.ts'
import { counterOf, placeOf, serviceOf, ticketAt, type Office } from '../state.ts'
import type { Ticket } from '../queue/state.ts'
import { openFor, servicesAt } from '../people/skills.ts'
import { requestKeyOf } from '../../contract/onRequest.ts'
import { receptionView } from './receptionView.ts'
import { undoBar } from './undo.ts'
import { receivedBy, sheetOf } from '../queue/sheet.ts'
import { absentRows, isLastTickets, parkedRows, reasonIn, rows, waitingRow } from '../queue/rows.ts'
import type { View, ViewContext, Views } from '../view.ts'

type Held = NonNullable<ReturnType<typeof counterOf>>
type CounterView = Output<'counter.view'>

/** Why a piece has its status, for who receives this person; nothing when nobody is served, or no procedure is chosen. */
const traceView: View<'trace.view'> = (office, { pieceId }, context) => {
  const counter = counterOf(office, context.who.agentId)
  const ticket = counter && ticketAt(office, counter)
  const sheet = ticket && sheetOf(ticket, context.model.personal.sheets.get(ticket.visit.visitId))
  return { lines: sheet ? [...traceOf(rulesNow(office, context), sheet, pieceId)] : [] }
}

const counterView: View<'counter.view'> = (office, _input, context) => {
  const { now, who, model } = context
  const counter = counterOf(office, who.agentId)
  const place = counter && placeOf(office, counter.counterId)
  const skills = counter
    ? servicesAt(office, counter)
    : ((who.agentId === null ? undefined : office.skills.get(who.agentId)) ?? [])
  const ticket = counter && ticketAt(office, counter)
  const services = office.settings?.services ?? []
  const mine = skills.flatMap((serviceId) => {
    const service = serviceOf(office, serviceId)
    return service ? [{ serviceId, name: service.name }] : []
  })
  return {
    counter:
      counter && place
        ? { counterId: counter.counterId, name: place.name, services: mine, printerId: place.printerId }
        : null,
    state: stateOf(counter, ticket),
    received: receivedBy(office, who.agentId),
    dayOpen: office.day !== null,
    closesAt: office.day?.closesAt ?? null,
    lastTickets: isLastTickets(office, now),
    pause: counter?.pause
      ? {
          kind: counter.pause.kind,
          since: counter.pause.since,
          until: counter.pause.until,
          reason: reasonIn(model.personal, counter.pause.reasonId),
        }
      : null,
    interrupted: counter?.interrupted ?? null,
    undo: counter ? undoOf(office, counter) : null,
    parked: parkedRows(office, model.personal),
    absent: absentRows(office),
    services: services.map(({ serviceId, name }) => ({
      serviceId,
      name,
      waiting: office.waiting.get(serviceId)?.size ?? 0,
      openCounters: openFor(office, serviceId),
      mine: skills.includes(serviceId),
    })),
    checkCode: office.settings?.rules.checkCode ?? false,
    next: counter ? nextOf(office, skills, now) : null,
    ...lineOf(office, skills, now),
    elsewhere: services
      .filter(({ serviceId }) => !skills.includes(serviceId))
      .map(({ serviceId, name }) => ({ serviceId, name, waiting: office.waiting.get(serviceId)?.size ?? 0 })),
    current: ticket ? currentOf(office, ticket, context) : null,
    procedures: procedureChoices(office, context),
    documents: counter ? (office.issued.get(counter.counterId)?.toArray() ?? []) : [],
    jobs: model.jobs.slice(0, 20),
    printers: (office.settings?.printers ?? []).map(({ printerId, name }) => ({ printerId, name })),
  }
}

function stateOf(counter: Held | undefined, ticket: Ticket | undefined): CounterView['state'] {
  if (!counter) return 'noCounter'
  if (ticket) return ticket.state === 'serving' ? 'serving' : 'calling'
  return counter.pause ? 'paused' : 'free'
}

function undoOf(office: Office, counter: Held): CounterView['undo'] {
  const { last, counterId } = counter
  if (!last) return null
  return {
    ...tellAct(last.act),
    number: last.before?.number ?? null,
    of: last.seq,
    bar: undoBar(office, counterId, counter, last),
  }
}

/** Whom F2 would call now, and why. */
function nextOf(office: Office, skills: readonly ServiceId[], now: Instant): CounterView['next'] {
  const choice = chooseNext(office, skills, now)
  if (!choice) return null
  return {
    ticket: waitingRow(office, now, choice.ticket),
    // Before the call, a priority is a priority: its ground comes with the call.
    reason: {
      code: choice.code === 'localPriority' ? 'legalPriority' : choice.code,
      ...leftBehind(office, skills, choice.ticket, now),
      reasonId: null,
    },
  }
}

/** Who waits for these services, by arrival. One service's line is already in order; several are merged from their heads. */
function lineOf(office: Office, skills: readonly ServiceId[], now: Instant) {
  const heads = skills.flatMap((serviceId) => ticketsHead(office, serviceId))
  const total = skills.reduce((sum, serviceId) => sum + (office.waiting.get(serviceId)?.size ?? 0), 0)
  return {
    waiting: heads
      .toSorted((a, b) => a.arrival - b.arrival)
      .slice(0, rows)
      .map((ticket) => waitingRow(office, now, ticket)),
    total,
  }
}

const ticketsHead = (office: Office, serviceId: ServiceId): readonly Ticket[] => {
  const head: Ticket[] = []
  for (const id of office.waiting.get(serviceId) ?? []) {
    const ticket = office.tickets.get(id)
    if (ticket) head.push(ticket)
    if (head.length === rows) break
  }
  return head
}

const currentOf = (
  office: Office,
  ticket: NonNullable<ReturnType<typeof ticketAt>>,
  context: ViewContext,
): CounterView['current'] => {
  const { personal } = context.model
  const kept = personal.sheets.get(ticket.visit.visitId)
  const rules = rulesNow(office, context)
  const whole = withoutAwaited(office, { sheet: sheetOf(ticket, kept), outcome: 'filed' }, rules.date)
  const { sheet, setBack } = judgedSheet(rules, whole)
  const numbers = numbersShown(ticket, personal, context.model.coordination)
  return {
    ticket: calledTicket(ticket, personal),
    request: requestKeyOf(ticket.visit),
    reason: ticket.visit.reason,
    startedAt: ticket.visit.startedAt,
    absence: absenceOf(office, ticket.visit),
    ...(numbers === undefined ? {} : { numbers }),
    sheet,
    assessment: assessSheet(rules, sheet),
    ...(setBack.length > 0 ? { setBack: [...setBack] } : {}),
    ends: endsKnown(office, { ticket, sheet, kept }, context),
    ...refusalIn(rules, sheet),
  }
}

/** The grounds on which the office that decides may refuse, as the end of the visit announces them. */
function refusalIn(rules: RulesNow, sheet: Sheet): Pick<NonNullable<CounterView['current']>, 'refusal'> {
  const procedure = procedureFiled(rules, sheet.procedureId)
  const known = procedure ? refusalRules(procedure) : null
  return known ? { refusal: { closed: known.closed, texts: known.sources.map(({ label }) => label) } } : {}
}

type Ends = NonNullable<CounterView['current']>['ends']

// The rules are asked several times for it, and a page is drawn at each act of the room: it is worked out once for a sheet
// as it is, and again when anything that it rests on is another one.
const endsOfSheets = new WeakMap<object, { readonly on: readonly unknown[]; readonly ends: Ends }>()

function endsKnown(
  office: Office,
  {
    ticket,
    sheet,
    kept,
  }: Pick<Parameters<typeof papersOf>[2], 'ticket' | 'sheet'> & { readonly kept: Sheet | undefined },
  context: ViewContext,
): Ends {
  const { who, model, catalogue } = context
  const { agents, files } = model.personal
  const { fileId } = sheet
  const on = [
    office.settings,
    office.paper,
    office.shields,
    catalogue,
    rulesNow(office, context).date,
    ticket.visit.done,
    ticket.serviceId,
    who.agentId,
    who.agentId === null ? null : agents.get(who.agentId),
    fileId === null ? null : office.files.get(fileId),
    fileId === null ? null : files.get(fileId),
  ]
  const key = kept ?? ticket.visit
  const before = endsOfSheets.get(key)
  if (before?.on.every((one, at) => one === on[at]) === true) return before.ends
  const ends = endsOf(office, ticket, sheet, context)
  endsOfSheets.set(key, { on, ends })
  return ends
}

/** What each possible end would issue, and what lacks for a complete acknowledgement: the file is composed, and nothing is done. */
function endsOf(
  office: Office,
  ticket: Parameters<typeof papersOf>[2]['ticket'],
  sheet: Sheet,
  { now, who, catalogue, model }: ViewContext,
): Ends {
  const context = { now, who, catalogue, personal: model.personal, newId: () => 'draft', newSalt: () => '' }
  const onFiles = openedFileEvents(office, context, { ticket, sheet, outcome: 'filed' })
  const left = fileLeft(office, context, { sheet }, onFiles)
  const rules = rulesNow(office, context)
  const possible = visitEnds.filter((outcome) => lackUnnamed(office, rules, { sheet, outcome }) === null)
  return possible.map((outcome) => {
    const end = papersOf(office, context, { ticket, sheet, outcome, ...(left ? { left } : {}) })
    const file = onFile(office, { sheet, outcome })
    return {
      outcome,
      documents: [...end.documents],
      acknowledgement: end.acknowledgement,
      lacks: end.lacks.map((lack) => ({ ...lack })),
      ...(end.dueOn ? { dueOn: end.dueOn } : {}),
      ...(end.notBefore ? { notBefore: end.notBefore } : {}),
      ...(end.suspends ? { suspends: true } : {}),
      ...(end.ofFile.implicit ? { implicit: end.ofFile.implicit } : {}),
      ...(file ? { onFile: file } : {}),
    }
  })
}

const rank = (first: ReadonlySet<ProcedureId>, id: ProcedureId): number =>
  id === 'autre' ? 2 : Number(!first.has(id))

const procedureChoices = (office: Office, ruled: Ruled) => {
  // Those of the services first; an agent may receive for any other that is in force.
  const all = allProcedures(ruled.catalogue, rulesNow(office, ruled).date)
  const first = new Set((office.settings?.services ?? []).flatMap(({ procedures }) => procedures))
  return all
    .toSorted((a, b) => rank(first, a.procedureId) - rank(first, b.procedureId))
    .map(({ procedureId, title }) => ({ procedureId, title }))
}

/** Each view of a visit, and what makes it. */
export const visitViews = {
  'counter.view': counterView,
  'reception.view': receptionView,
  'trace.view': traceView,
} satisfies Views
