import type { PrintJob } from '../contract/documents.ts'
import { outcomes } from '../contract/documents.ts'
import type { Who } from '../contract/events.ts'
import type { Instant, ProcedureId, ServiceId } from '../contract/ids.ts'
import type { Input, Output, ViewName } from '../contract/index.ts'
import { assessSheet, procedureTitled } from './checklist.ts'
import { chooseNext } from './choice.ts'
import type { Personal } from './decision.ts'
import { documentsFor } from './documents.ts'
import {
  counterOf,
  noneEnded,
  placeOf,
  serviceOf,
  ticketAt,
  type Counter,
  type Office,
  type Ticket,
} from './office.ts'
import { calledTicket, skillsOf } from './calls.ts'
import { blankSheet } from './visits.ts'

/** What a view may know beside the office: personal rows, and what the host does besides (printing). */
export type Model = {
  readonly personal: Personal
  /** Jobs not yet done and the last ones done, the latest first. */
  readonly jobs: readonly PrintJob[]
}

export type ViewContext = { readonly now: Instant; readonly who: Who; readonly model: Model }

/** A pure function of the office: computed again after each commit, sent whole to those who watch it. */
export type View<N extends ViewName> = (office: Office, input: Input<N>, context: ViewContext) => Output<N>

/** A view is bounded: so many rows, and how many there are in all. */
const rows = 200

const closesAt = (office: Office) => office.day?.closesAt ?? null
const dayOf = ({ day }: Office) => (day === null ? null : { ...day })
const zoneOf = ({ settings }: Office) => settings?.calendar.zone ?? 'Europe/Paris'
const officeName = ({ settings }: Office) => settings?.address.name ?? ''

const waitingTicket = ({ ticketId, number, serviceId, procedureId, takenAt }: Ticket) => ({
  ticketId,
  number,
  serviceId,
  procedureId,
  since: takenAt,
})

const ticketsOf = (office: Office, ids: Iterable<Ticket['ticketId']>) => {
  const found = []
  for (const id of ids) {
    const ticket = office.tickets.get(id)
    if (ticket) found.push(waitingTicket(ticket))
    if (found.length === rows) break
  }
  return found
}

const officeView: View<'office.view'> = (office, _input, { who, model }) => {
  const name = who.agentId === null ? undefined : model.personal.agents.get(who.agentId)
  return {
    created: office.officeId !== null,
    school: office.school,
    name: officeName(office),
    zone: zoneOf(office),
    personWord: office.settings?.personWord ?? 'usager',
    day: dayOf(office),
    services: (office.settings?.services ?? []).map(({ serviceId, letter, name: title }) => ({
      serviceId,
      letter,
      name: title,
    })),
    counters: (office.settings?.counters ?? []).map((place) => ({
      counterId: place.counterId,
      name: place.name,
      agentId: office.counters.get(place.counterId)?.agentId ?? null,
    })),
    me:
      who.agentId !== null && name
        ? { agentId: who.agentId, name, services: [...(office.skills.get(who.agentId) ?? [])] }
        : null,
  }
}

const agentsView: View<'agents.view'> = (office, _input, { model }) => ({
  agents: office.skills
    .entrySeq()
    .sortBy(([agentId]) => agentId)
    .map(([agentId, services]) => ({
      agentId,
      name: model.personal.agents.get(agentId) ?? null,
      services: [...services],
    }))
    .toArray(),
})

const settingsView: View<'settings.view'> = (office, input, context) => ({
  settings: office.settings,
  agents: agentsView(office, input, context).agents,
  publicKey: office.publicKey,
})

/** One motive for each procedure that brings people to a service; the service itself where it names none. */
const kioskView: View<'kiosk.view'> = (office, _input, { now }) => {
  const motive = (serviceId: ServiceId, procedureId: ProcedureId | null) => {
    const service = serviceOf(office, serviceId)!
    const procedure = procedureId === null ? undefined : procedureTitled(procedureId, now, zoneOf(office))
    return {
      serviceId,
      procedureId: procedure ? procedureId : null,
      title: procedure?.title ?? service.name,
      waiting: office.waiting.get(serviceId)?.size ?? 0,
      openCounters: office.counters.count((counter) => skillsOf(office, counter).includes(serviceId)),
      bring: procedure?.bring.map((piece) => ({ ...piece })) ?? [],
    }
  }
  return {
    officeName: officeName(office),
    school: office.school,
    open: office.day !== null,
    closesAt: closesAt(office),
    printsTickets:
      office.settings?.printers.some(
        ({ printerId, transport }) =>
          printerId === office.settings?.ticketPrinterId && transport !== 'preview',
      ) ?? false,
    motives: (office.settings?.services ?? []).flatMap(({ serviceId, procedures }) =>
      procedures.length === 0
        ? [motive(serviceId, null)]
        : procedures.map((procedureId) => motive(serviceId, procedureId)),
    ),
  }
}

const stateOf = (counter: Counter, ticket: Ticket | undefined) => {
  if (counter.agentId === null) return 'closed'
  if (!ticket) return 'free'
  return ticket.state === 'serving' ? 'serving' : 'calling'
}

const queueView: View<'queue.view'> = (office) => ({
  total: office.queue.size,
  waiting: ticketsOf(office, office.queue),
  absent: ticketsOf(office, office.absent),
  services: (office.settings?.services ?? []).map(({ serviceId, name }) => ({
    serviceId,
    name,
    waiting: office.waiting.get(serviceId)?.size ?? 0,
    ...(office.ended.get(serviceId) ?? noneEnded),
  })),
  counters: (office.settings?.counters ?? []).map(({ counterId, name }) => {
    const counter = office.counters.get(counterId) ?? { agentId: null, ticketId: null }
    const ticket = ticketAt(office, counter)
    return {
      counterId,
      name,
      open: counter.agentId !== null,
      state: stateOf(counter, ticket),
      services: [...skillsOf(office, counter)],
      ticket: ticket
        ? {
            ticketId: ticket.ticketId,
            number: ticket.number,
            serviceId: ticket.serviceId,
            since: ticket.visit.startedAt ?? ticket.visit.calledAt,
          }
        : null,
    }
  }),
  day: dayOf(office),
})

const displayView: View<'display.view'> = (office) => ({
  officeName: officeName(office),
  zone: zoneOf(office),
  school: office.school,
  open: office.day !== null,
  closesAt: closesAt(office),
  rule: ['arrivalOrder'],
  waiting: office.queue.size,
  calls: office.calls.toArray().flatMap(({ callId, ticketId, counterId, at }) => {
    const ticket = office.tickets.get(ticketId)
    const place = placeOf(office, counterId)
    if (!ticket || !place) return []
    const state = ticket.state === 'called' ? ('called' as const) : ('here' as const)
    return [{ callId, number: ticket.number, counter: place.name, at, state }]
  }),
})

const counterView: View<'counter.view'> = (office, _input, { now, who, model }) => {
  const counter = counterOf(office, who.agentId)
  const place = counter && placeOf(office, counter.counterId)
  const skills = counter
    ? skillsOf(office, counter)
    : ((who.agentId === null ? undefined : office.skills.get(who.agentId)) ?? [])
  const ticket = counter && ticketAt(office, counter)
  const next = counter && chooseNext(office, skills)
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
    state: !counter ? 'noCounter' : !ticket ? 'free' : ticket.state === 'serving' ? 'serving' : 'calling',
    dayOpen: office.day !== null,
    closesAt: closesAt(office),
    next: next ? { ticket: waitingTicket(next.ticket), reason: next.reason } : null,
    ...lineOf(office, skills),
    elsewhere: services
      .filter(({ serviceId }) => !skills.includes(serviceId))
      .map(({ serviceId, name }) => ({ serviceId, name, waiting: office.waiting.get(serviceId)?.size ?? 0 })),
    current: ticket ? currentOf(office, ticket, now, model) : null,
    procedures: procedureChoices(office, now),
    documents: counter ? (office.issued.get(counter.counterId)?.toArray() ?? []) : [],
    jobs: model.jobs.slice(0, 20),
    printers: (office.settings?.printers ?? []).map(({ printerId, name }) => ({ printerId, name })),
  }
}

/** Who waits for these services, by arrival. One service's line is already in order; several are merged from their heads. */
function lineOf(office: Office, skills: readonly ServiceId[]) {
  const heads = skills.flatMap((serviceId) => ticketsHead(office, serviceId))
  const total = skills.reduce((sum, serviceId) => sum + (office.waiting.get(serviceId)?.size ?? 0), 0)
  return {
    waiting: heads
      .toSorted((a, b) => a.arrival - b.arrival)
      .slice(0, rows)
      .map(waitingTicket),
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
  now: Instant,
  { personal }: Model,
): Output<'counter.view'>['current'] => {
  const sheet = personal.sheets.get(ticket.visit.visitId) ?? blankSheet(ticket)
  return {
    ticket: calledTicket(ticket),
    reason: ticket.visit.reason,
    startedAt: ticket.visit.startedAt,
    sheet,
    assessment: assessSheet(sheet, now, zoneOf(office)),
    ends: outcomes.map((outcome) => ({ outcome, documents: [...documentsFor(outcome, sheet)] })),
  }
}

const procedureChoices = (office: Office, now: Instant) => {
  const ids = new Set((office.settings?.services ?? []).flatMap(({ procedures }) => procedures))
  return [...ids, 'autre' as ProcedureId]
    .filter((id, at, all) => all.indexOf(id) === at)
    .flatMap((procedureId) => {
      const procedure = procedureTitled(procedureId, now, zoneOf(office))
      return procedure ? [{ procedureId, title: procedure.title }] : []
    })
}

/** One view for each name: a view without its function does not compile. */
export const views: { readonly [N in ViewName]: View<N> } = {
  'office.view': officeView,
  'agents.view': agentsView,
  'settings.view': settingsView,
  'kiosk.view': kioskView,
  'queue.view': queueView,
  'display.view': displayView,
  'counter.view': counterView,
}
