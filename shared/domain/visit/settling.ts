import type { Event } from '../../contract/events.ts'
import type { DocumentId, DocumentNumber, Instant, ReasonId, ServiceId, VisitId } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import { strangeProse } from '../law/names.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Context, Decide, NewJob, PersonalChange, Refused } from '../decision.ts'
import { givenUp, wanted } from '../partners/wanted.ts'
import { booked } from '../appointments/bookings.ts'
import { passageGone } from '../queue/gone.ts'
import { nextSlots } from '../appointments/slots.ts'
import { entranceVisit } from '../queue/entrance.ts'
import { issue } from '../documents/issue.ts'
import { nonReceptionOf, type NotReceived } from './papers/presence.ts'
import { printerAt } from './papers/visit.ts'
import { factsOf } from './papers/visitFacts.ts'
import type { Office } from '../state.ts'
import type { Ticket } from '../queue/state.ts'
import { openFor } from '../people/skills.ts'
import { ticketsLeft } from '../queue/quota.ts'
import { usedAtEntrance } from '../queue/tickets.ts'
import { setAsideWith } from '../queue/lastAct.ts'
import { sheetOf } from '../queue/sheet.ts'

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
  end: How & Pick<NotReceived, 'fault' | 'why' | 'detail'>,
  context: Context,
):
  | Refused<
      | 'reasonMissing'
      | 'slotTaken'
      | 'noSlot'
      | 'timeInPast'
      | 'mentionMissing'
      | 'pieceWithoutText'
      | 'refusalInWords'
    >
  | Settled {
  const { ticketId, serviceId, procedureId } = ticket
  const reason = end.how === 'reason' ? end.reason : null
  if (reason === '') return { refusal: 'reasonMissing' }
  // A certificate prints its detail; a reason alone is on no paper.
  const speaking = end.how === 'reason' ? null : strangeProse([end.detail])
  if (speaking) return speaking
  const reasonId = reason === null ? null : (context.newId() as ReasonId)
  const personal: PersonalChange[] = [...passageGone(context.personal, ticket, context.now)]
  if (reason !== null && reasonId !== null)
    personal.push({ op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now })
  // A place asked elsewhere is on no paper of theirs.
  const events: Event[] = ticket.visit === null ? [] : wanted(office, ticket.visit).map(givenUp)
  const jobs: NewJob[] = []
  let appointmentId = null
  let appointmentAt: Instant | null = null
  if (end.how === 'appointment') {
    const startsAt = end.startsAt ?? nextSlots(office, serviceId, context.now, 1)[0]?.startsAt
    if (startsAt === undefined) return { refusal: 'noSlot' }
    const booking = booked(
      office,
      { serviceId, procedureId, startsAt, files: ticket.requests, name: null, lang: ticket.lang },
      context,
    )
    if ('refusal' in booking) return booking
    appointmentId = booking.appointment.appointmentId
    appointmentAt = booking.appointment.startsAt
    events.push({ type: 'appointmentBooked', data: { appointment: booking.appointment, ticketId } })
    personal.push(booking.personal)
    jobs.push(...booking.jobs)
  }
  const unserved: Event = {
    type: 'ticketUnserved',
    data: { ticketId, how: end.how, fault: end.fault, reasonId, appointmentId },
  }
  if (end.how === 'reason') return { events: [...events, unserved], personal, jobs, document: null, office }
  const { fault, why, detail } = end
  const paper = certificate(office, ticket, context, { fault, why, detail, appointmentAt })
  if ('refusal' in paper) return paper
  return {
    events: [...events, ...paper.events, unserved],
    personal: [...personal, ...paper.personal],
    jobs: [...jobs, ...paper.jobs],
    document: paper.document,
    office: paper.office,
  }
}

/** The dated certificate of a person whom nobody received, after their receipt when pieces were already produced. */
function certificate(
  office: Office,
  ticket: Ticket,
  context: Context,
  cause: Pick<NotReceived, 'why' | 'detail' | 'fault' | 'appointmentAt'>,
) {
  const visit = ticket.visit ?? entranceVisit(context.newId() as VisitId, context.now)
  const noted = sheetOf(ticket, context.personal.sheets.get(visit.visitId))
  // « Autre démarche » was never named: the certificate says so much, and no more.
  const other = noted.procedureId === 'autre' && noted.label === null
  const sheet = other
    ? {
        ...noted,
        label: procedureNow(office, context, 'autre' as never)?.title.fr ?? 'Autre démarche',
      }
    : noted
  const produced = sheet.pieces.some(({ state }) => state === 'presented')
  const served = { ticket: { ...ticket, visit }, sheet, outcome: 'notServed' } as const
  const { ticketId } = ticket
  const { visitId, counterId } = visit
  const issued = issue(
    office,
    context,
    [
      ...(produced ? [factsOf(office, context, served, 'recepisse', {})] : []),
      nonReceptionOf(office, context, { ticket, sheet, until: context.now, ...cause }),
    ],
    { visit: { ticketId, visitId, counterId }, printerId: printerAt(office, counterId) },
  )
  if ('refusal' in issued)
    return { refusal: 'mentionMissing', ...(issued.details ? { details: issued.details } : {}) } as const
  const seal = issued.documents.at(-1)!.seal
  return {
    events: issued.events,
    personal: [
      ...issued.personal,
      ...(context.personal.sheets.has(visitId)
        ? [{ op: 'drop' as const, kind: 'sheet' as const, id: visitId }]
        : []),
    ],
    jobs: issued.jobs,
    document: { documentId: seal.documentId, number: seal.number },
    office: issued.office,
  }
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
  const cause = { fault, why: 'notReceived', detail: input.reason || null } as const
  const done = settled(office, ticket, { ...end, ...cause }, context)
  if ('refusal' in done) return done
  const { events, jobs, document } = done
  const personal = [...done.personal, ...setAsideWith(office, ticket, context)]
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
  let count = 0
  for (const ticket of people) {
    const end = how === 'reason' ? { how, reason: reason ?? '' } : { how }
    const cause = { fault, why: 'closing', detail: reason || null } as const
    const done = settled(current, ticket, { ...end, ...cause }, context)
    if ('refusal' in done) {
      const { refusal } = done
      if (refusal === 'slotTaken' || refusal === 'noSlot' || refusal === 'timeInPast') continue
      return { refusal, ...(done.details ? { details: done.details } : {}) }
    }
    events.push(...done.events)
    personal.push(...done.personal)
    jobs.push(...done.jobs)
    current = done.office
    count++
  }
  return { events, personal, jobs, output: { settled: count } }
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
  const used = usedAtEntrance(office, { serviceId, procedureId }, context)
  if ('refusal' in used) return used
  // A signed paper says what is true: a kiosk gives none to who could be received.
  if (context.who.role === 'kiosk' && !isTrue(office, serviceId, why, context))
    return { refusal: 'certificateNotDue' }
  const { ticketId, number } = used.ticket
  const reasonId = context.newId() as ReasonId
  const because = whyWords[why]
  const closed = why === 'serviceClosed' ? office.closed.get(serviceId) : undefined
  const words = closed?.reasonId ? (context.personal.reasons.get(closed.reasonId) ?? null) : null
  // Whoever came has their certificate, without words typed before that would ask or refuse.
  const detail = strangeProse([words]) ? null : words
  const paper = certificate(office, used.ticket, context, {
    why,
    detail,
    fault: 'service',
    appointmentAt: null,
  })
  if ('refusal' in paper) return { ...paper }
  return {
    events: [
      used.event,
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

/** The reason as it is kept beside the journal. */
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
  if (why === 'serviceClosed') return office.closed.has(serviceId) || ticketsLeft(office, serviceId) === 0
  if (why === 'nobodyServes') return openFor(office, serviceId) === 0
  return waits.said.get(serviceId)?.level !== 'sure'
}
