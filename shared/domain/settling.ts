import type { Event } from '../contract/events.ts'
import type {
  CounterId,
  DocumentId,
  DocumentNumber,
  Instant,
  ReasonId,
  ServiceId,
  TicketId,
  VisitId,
} from '../contract/ids.ts'
import type { Input } from '../contract/index.ts'
import type { Fault } from '../contract/tickets.ts'
import type { Sheet } from '../contract/visits.ts'
import { assessSheet, procedureTitled, requestLabel } from './checklist.ts'
import type { Context, Decide, NewJob, PersonalChange, Refused } from './decision.ts'
import { booked, nextSlots } from './bookings.ts'
import { openFor } from './counters.ts'
import { issuedEvents, issueFor, keptDocuments } from './documents.ts'
import { notOvertaken, serviceOf, zoneOf, type Office, type Ticket, type Visit } from './office.ts'
import { nextNumber, taken } from './tickets.ts'
import { blankSheet } from './visits.ts'

/** The entrance, where documents are issued that no counter issues. */
export const entrance = 'accueil' as CounterId

/** A visit at the entrance: what a document needs of someone whom no counter received. */
export const entranceVisit = (visitId: VisitId, at: Instant): Visit => ({
  visitId,
  counterId: entrance,
  reason: { code: 'arrivalOrder', overtaken: 0, longestWait: 0, reasonId: null },
  calledAt: at,
  lastCallAt: at,
  calls: 1,
  startedAt: null,
  startedBy: null,
  endedAt: null,
  outcome: null,
  requests: [],
  done: 0,
})

type How =
  | { readonly how: 'appointment'; readonly startsAt: Instant | null }
  | { readonly how: 'certificate' }
  | { readonly how: 'reason'; readonly reason: string }

type Settled = {
  readonly events: readonly Event[]
  readonly personal: readonly PersonalChange[]
  readonly jobs: readonly NewJob[]
  readonly document: { readonly documentId: DocumentId; readonly number: DocumentNumber } | null
  /** The office with the documents numbered: the next one is chained to them. */
  readonly office: Office
}

/**
 * A person who will not be received today, settled: with an appointment, a dated certificate, or the reason why, and
 * always by whose doing. Whoever is not received leaves with a paper; a reason alone is for who has already gone.
 */
function settled(
  office: Office,
  ticket: Ticket,
  end: How & { readonly fault: Fault },
  context: Context,
): Refused<'reasonMissing' | 'slotTaken' | 'noSlot' | 'timeInPast' | 'mentionMissing'> | Settled {
  const { ticketId, serviceId, procedureId } = ticket
  const reason = end.how === 'reason' ? end.reason : null
  if (reason === '') return { refusal: 'reasonMissing' }
  const reasonId = reason === null ? null : (context.newId() as ReasonId)
  const personal: PersonalChange[] =
    reason === null || reasonId === null
      ? []
      : [{ op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now }]
  const events: Event[] = []
  const jobs: NewJob[] = []
  let appointmentId = null
  if (end.how === 'appointment') {
    const startsAt = end.startsAt ?? nextSlots(office, serviceId, context.now, 1)[0]?.startsAt
    if (startsAt === undefined) return { refusal: 'noSlot' }
    const made = booked(
      office,
      { serviceId, procedureId, startsAt, files: ticket.requests, name: null },
      context,
    )
    if ('refusal' in made) return made
    appointmentId = made.appointment.appointmentId
    events.push({ type: 'appointmentBooked', data: { appointment: made.appointment, ticketId } })
    personal.push(made.personal)
    jobs.push(...made.jobs)
  }
  const unserved: Event = {
    type: 'ticketUnserved',
    data: { ticketId, how: end.how, fault: end.fault, reasonId, appointmentId },
  }
  if (end.how === 'reason') return { events: [unserved], personal, jobs, document: null, office }
  const paper = certificate(office, ticket, context)
  if ('refusal' in paper) return paper
  return {
    events: [...events, ...paper.events, unserved],
    personal: [...personal, ...paper.personal],
    jobs: [...jobs, ...paper.jobs],
    document: paper.document,
    office: paper.office,
  }
}

/** The dated certificate of a person whom nobody received (and their receipt, when pieces were already produced). */
function certificate(office: Office, ticket: Ticket, context: Context, because?: string) {
  const visit = ticket.visit ?? entranceVisit(context.newId() as VisitId, context.now)
  const noted = context.personal.sheets.get(visit.visitId) ?? blankSheet(ticket)
  // « Autre démarche » was never named: the certificate says so much, and no more.
  const other = noted.procedureId === 'autre' && noted.label === null
  const sheet = other
    ? {
        ...noted,
        label: procedureTitled('autre' as never, context.now, zoneOf(office))?.title.fr ?? 'Autre démarche',
      }
    : noted
  const issued = issueFor(office, context, {
    ticket: { ...ticket, visit },
    sheet:
      because === undefined ? sheet : { ...sheet, label: labelled(office, ticket, sheet, context, because) },
    outcome: 'notServed',
  })
  if ('refusal' in issued)
    return { refusal: 'mentionMissing', ...(issued.details ? { details: issued.details } : {}) } as const
  const of = { ticketId: ticket.ticketId, visitId: visit.visitId, counterId: visit.counterId }
  const seal = issued.documents.at(-1)!.seal
  return {
    events: issuedEvents(issued.documents, of),
    personal: [
      ...keptDocuments(issued.documents, context.now),
      ...(context.personal.sheets.has(visit.visitId)
        ? [{ op: 'drop' as const, kind: 'sheet' as const, id: visit.visitId }]
        : []),
    ],
    jobs: issued.jobs,
    document: { documentId: seal.documentId, number: seal.number },
    office: { ...office, documents: issued.series },
  }
}

/** What was asked, and why it could not be: « Élections : service fermé ». */
function labelled(office: Office, ticket: Ticket, sheet: Sheet, { now }: Context, because: string): string {
  const asked =
    requestLabel(sheet, assessSheet(sheet, now, zoneOf(office))) ??
    serviceOf(office, ticket.serviceId)?.name.fr ??
    ticket.serviceId
  return `${asked} : ${because}`
}

/** One person settled. Someone at a counter is its agent's to finish, unless a supervisor settles who was left there. */
export const settleTicket: Decide<'ticket.settle'> = (office, input, context) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const ticket = office.tickets.get(input.ticketId)
  if (!ticket) return { refusal: 'unknownTicket' }
  if (['closed', 'left', 'unserved', 'absent'].includes(ticket.state)) return { refusal: 'ticketEnded' }
  if (context.who.role === 'agent' && (ticket.state === 'called' || ticket.state === 'serving'))
    return { refusal: 'counterBusy' }
  const fault = input.fault ?? 'service'
  const end =
    input.how === 'reason'
      ? { how: input.how, reason: input.reason ?? '' }
      : input.how === 'appointment'
        ? { how: input.how, startsAt: input.startsAt ?? null }
        : { how: input.how }
  const done = settled(office, ticket, { ...end, fault }, context)
  if ('refusal' in done) return done
  const { events, personal, jobs, document } = done
  return { events, personal, jobs, output: { number: ticket.number, document } }
}

/** Who waits, or is due back, in the order in which they came. */
const unsettledOf = ({ tickets }: Office): readonly Ticket[] =>
  tickets
    .valueSeq()
    .filter(({ state }) => state === 'waiting' || state === 'parked')
    .sortBy(({ arrival }) => arrival)
    .toArray()

/** Everyone who waits or is due back, in the same way, each with their own trace: the screen of the closing. */
export const settleAll: Decide<'day.settleAll'> = (office, { how, fault, reason, serviceId }, context) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  if (serviceId !== undefined && !office.settings?.services.some((known) => known.serviceId === serviceId))
    return { refusal: 'unknownService' }
  if (how === 'reason' && !reason) return { refusal: 'reasonMissing' }
  const events: Event[] = []
  const personal: PersonalChange[] = []
  const jobs: NewJob[] = []
  const people = unsettledOf(office).filter(
    (ticket) => serviceId === undefined || ticket.serviceId === serviceId,
  )
  let current = office
  for (const ticket of people) {
    const end = how === 'reason' ? { how, reason: reason ?? '', fault } : { how, fault }
    const done = settled(current, ticket, end, context)
    if ('refusal' in done) {
      const { refusal } = done
      if (refusal === 'slotTaken' || refusal === 'noSlot' || refusal === 'timeInPast') continue
      return { refusal, ...(done.details ? { details: done.details } : {}) }
    }
    events.push(...done.events)
    personal.push(...done.personal)
    jobs.push(...done.jobs)
    current = done.office
  }
  return { events, personal, jobs, output: { settled: people.length } }
}

/** Whoever a day left open overnight had not settled: not received, by the service's doing. */
export const leftOvernight = (office: Office): readonly Event[] =>
  office.tickets
    .valueSeq()
    .filter(({ state }) => ['waiting', 'parked', 'called', 'serving'].includes(state))
    .sortBy(({ arrival }) => arrival)
    .toArray()
    .map(({ ticketId }) => ({
      type: 'ticketUnserved',
      data: { ticketId, how: 'dayNeverClosed', fault: 'service', reasonId: null, appointmentId: null },
    }))

/**
 * No ticket could be honoured, or the service is closed: a number is used and at once unserved, and the person leaves
 * with the dated certificate that they came.
 */
export const certifyPresence: Decide<'ticket.certify'> = (
  office,
  { serviceId, procedureId, why },
  context,
) => {
  const next = nextNumber(office, { serviceId, procedureId: procedureId ?? null }, context.now)
  if ('refusal' in next) return next
  // A signed paper says what is true: a kiosk gives none to who could be received.
  if (context.who.role === 'kiosk' && !isTrue(office, serviceId, why, context))
    return { refusal: 'certificateNotDue' }
  const open = { ...office, closed: office.closed.delete(serviceId) }
  const ticket = taken(
    open,
    {
      serviceId,
      ...(procedureId ? { procedureId } : {}),
      channel: 'entrance',
    },
    { ...context, who: { ...context.who, role: 'agent' } },
  )
  if ('refusal' in ticket) {
    const { refusal } = ticket
    // Closed services, appointments and grounds were set aside above.
    if (
      refusal === 'officeNotCreated' ||
      refusal === 'dayNotOpen' ||
      refusal === 'unknownService' ||
      refusal === 'unknownProcedure' ||
      refusal === 'seriesExhausted'
    )
      return { refusal }
    throw new Error(`a certificate refused by ${refusal}`)
  }
  const { ticketId, number } = ticket.output
  const reasonId = context.newId() as ReasonId
  const because = whyWords[why]
  const paper = certificate(office, presentTicket(ticket.events[0], context.now, ticketId), context, because)
  if ('refusal' in paper) return { ...paper }
  return {
    events: [
      ...ticket.events,
      ...paper.events,
      {
        type: 'ticketUnserved',
        data: { ticketId, how: 'certificate', fault: 'service', reasonId, appointmentId: null },
      },
    ],
    personal: [
      ...paper.personal,
      { op: 'put', kind: 'reason', id: reasonId, value: because, at: context.now },
    ],
    jobs: paper.jobs,
    output: { number, document: paper.document },
  }
}

/** The reason as the certificate says it. */
const whyWords: Readonly<Record<Input<'ticket.certify'>['why'], string>> = {
  serviceClosed: 'service fermé',
  noTimeLeft: 'plus assez de temps avant la fermeture',
  nobodyServes: 'aucun guichet pour ce service',
}

/** Whether the reason given is so. Of a wait that nothing can be said of, nobody is sure. */
function isTrue(
  office: Office,
  serviceId: ServiceId,
  why: Input<'ticket.certify'>['why'],
  { waits }: Context,
): boolean {
  if (why === 'serviceClosed') return office.closed.has(serviceId)
  if (why === 'nobodyServes') return openFor(office, serviceId) === 0
  return waits.said.get(serviceId)?.level !== 'sure'
}

/** The ticket that an event takes, before the journal holds it: what a document issued in the same act says of it. */
export function presentTicket(event: Event, at: Instant, ticketId: TicketId): Ticket {
  if (event.type !== 'ticketTaken') throw new Error(`not a ticket taken: ${event.type}`)
  const { number, serviceId, procedureId, purpose, lang, arrangements, requests, code } = event.data
  return {
    ticketId,
    number,
    serviceId,
    procedureId,
    purpose,
    lang,
    arrangements,
    requests,
    code,
    replaced: false,
    priority: null,
    appointmentId: null,
    appointmentAt: null,
    dueAt: null,
    announced: null,
    takenAt: at,
    arrival: 0,
    state: 'waiting',
    firstCalledAt: null,
    visit: null,
    parked: null,
    absentAt: null,
    fault: null,
    overtaken: notOvertaken,
  }
}
