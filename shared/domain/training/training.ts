import type { Recorded } from '../../contract/events.ts'
import type { LessonId, Situation } from '../../contract/training/calls.ts'
import type { AppointmentFacts } from '../../contract/appointments/calls.ts'
import type { AppointmentId, Instant, TicketId } from '../../contract/ids.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import { arriveAppointment } from '../appointments/arriving.ts'
import type { Context, Decide, PersonalChange, Decisions, Evolutions, Evolve } from '../decision.ts'
import { counterOf, type Office } from '../state.ts'
import { requestCode, giveTicket } from '../queue/tickets.ts'
import type { View, Views } from '../view.ts'
import { admittedMinutes } from '../waits/lateness.ts'
import { arrivalsFrom, comesFor } from './day.ts'
import { judge } from './judge.ts'
import type { Seen, Arrival, Lesson } from './state.ts'

const usualSeed = 1

const beginLesson: Decide<'training.begin'> = (office, { seed }, { now, who, newId, newSalt }) => {
  if (!office.school) return { refusal: 'notTraining' }
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const counterId = counterOf(office, who.agentId)?.counterId
  if (counterId === undefined) return { refusal: 'counterNotOpen' }
  const lessonId = newId() as LessonId
  const admitted = admittedMinutes(office)
  const coming = arrivalsFrom(seed ?? usualSeed, now, { closesAt: office.day.closesAt, admitted })
  const booked = coming.map(({ situation, startsAt }) =>
    startsAt === null ? undefined : missed(situation, startsAt, newId),
  )
  const arrivals = coming.map(({ situation, at }, rank) => {
    const appointmentId = booked[rank]?.appointmentId
    return { situation, at, ...(appointmentId && { appointmentId }) }
  })
  const appointments = booked.filter((one) => one !== undefined)
  return {
    events: [
      ...appointments.map((appointment) => ({
        type: 'appointmentBooked' as const,
        data: { appointment, ticketId: null },
      })),
      { type: 'lessonBegun', data: { lessonId, counterId, arrivals } },
    ],
    personal: appointments.map(({ appointmentId, startsAt }): PersonalChange => ({
      op: 'put',
      kind: 'appointment',
      id: appointmentId,
      value: { name: null, code: requestCode(newSalt()).slice(0, 6), uid: null, preApplications: [] },
      at: startsAt,
    })),
    output: { lessonId },
  }
}

/** An appointment that somebody will be late to. */
function missed(situation: Situation | null, startsAt: Instant, newId: Context['newId']): AppointmentFacts {
  const { serviceId, procedureId } = comesFor(situation)
  const appointmentId = newId() as AppointmentId
  return { appointmentId, serviceId, procedureId, startsAt, minutes: 15, files: 1 }
}

/** The place in the day of the next person to come; undefined when all have. */
export const nextArrival = (lesson: Lesson | null): number | undefined => {
  const at = lesson?.arrivals.findIndex(({ state }) => state === 'toCome') ?? -1
  return at === -1 ? undefined : at
}

const arriveInLesson: Decide<'training.arrive'> = (office, { arrival }, context) => {
  const { lesson } = office
  if (lesson === null) return { refusal: 'lessonNotBegun' }
  const someone = lesson.arrivals[arrival]
  // They came already, by another host of the office or by « the next one ».
  if (someone?.state !== 'toCome') return { refusal: 'lessonOver' }
  const { appointmentId } = someone
  const ticket =
    appointmentId !== undefined && office.appointments.get(appointmentId)?.state === 'expected'
      ? arriveAppointment(office, { appointmentId }, context)
      : giveTicket(office, { arrangements: [], ...comesFor(someone.situation), channel: 'kiosk' }, context)
  if ('refusal' in ticket)
    switch (ticket.refusal) {
      case 'dayNotOpen':
      case 'serviceClosed':
        return { refusal: ticket.refusal }
      default:
        return { refusal: 'unknownService' }
    }
  const { ticketId, number } = ticket.output
  return {
    events: [
      ...ticket.events,
      { type: 'lessonArrived', data: { lessonId: lesson.lessonId, arrival, ticketId } },
    ],
    personal: ticket.personal ?? [],
    jobs: ticket.jobs ?? [],
    output: { number },
  }
}

/**
 * What the sheet of somebody of the guided day says, as a fact before those of the act that changed it or ends their
 * visit: nothing else tells it. No other visit has one.
 */
export const withSheetSeen =
  <N extends 'sheet.update' | 'visit.close'>(decide: Decide<N>): Decide<N> =>
  (office, input, context) => {
    const decision = decide(office, input, context)
    if ('refusal' in decision || office.lesson === null) return decision
    const ticketId = counterOf(office, context.who.agentId)?.ticketId
    const one = office.lesson.arrivals.find((arrival) => arrival.ticketId === ticketId)
    const visitId = ticketId == null ? undefined : office.tickets.get(ticketId)?.visit?.visitId
    if (ticketId == null || visitId === undefined || one === undefined) return decision
    const sheet = 'sheet' in decision.output ? decision.output.sheet : context.personal.sheets.get(visitId)
    const seen = sheetSeen(sheet)
    if (seenSame(one, seen)) return decision
    return {
      ...decision,
      events: [{ type: 'lessonSheetSeen', data: { ticketId, ...seen } }, ...decision.events],
    }
  }

const sheetSeen = (sheet: Sheet | undefined) => ({
  capacity: sheet?.capacity ?? null,
  identity: sheet?.identity?.kind ?? null,
  missing: sheet?.pieces.filter(({ state }) => state === 'missing').length ?? 0,
})
const seenSame = (one: Seen, { capacity, identity, missing }: ReturnType<typeof sheetSeen>): boolean =>
  one.capacity === capacity && one.identity === identity && one.missing === missing

/** The office with its guided day after one more event; every other office has none. */
export function withLesson(office: Office, { event }: Recorded): Office {
  if (event.type === 'lessonBegun') {
    const { lessonId, counterId, arrivals } = event.data
    const lesson: Lesson = {
      lessonId,
      counterId,
      arrivals: arrivals.map((one) => ({ ...one, ...notCome })),
    }
    return { ...office, lesson }
  }
  const { lesson } = office
  if (lesson === null) return office
  const arrivals = after(office, lesson, event)
  return arrivals === lesson.arrivals ? office : { ...office, lesson: { ...lesson, arrivals } }
}

const notCome = {
  ticketId: null,
  state: 'toCome',
  calledAt: null,
  capacity: null,
  identity: null,
  missing: null,
  fileId: null,
  mistakes: [],
} as const satisfies Partial<Arrival>

function after(
  { tickets }: Office,
  { lessonId, arrivals }: Lesson,
  event: Recorded['event'],
): Lesson['arrivals'] {
  if (event.type === 'lessonArrived') {
    const { arrival, ticketId } = event.data
    if (event.data.lessonId !== lessonId || arrivals[arrival]?.state !== 'toCome') return arrivals
    return arrivals.with(arrival, { ...arrivals[arrival], ticketId, state: 'here' })
  }
  if (event.type === 'fileOpened') {
    const { visit, fileId } = event.data
    const theirs = (ticketId: TicketId | null) =>
      ticketId !== null && tickets.get(ticketId)?.visit?.visitId === visit?.visitId
    const at = visit === null ? -1 : arrivals.findIndex(({ ticketId }) => theirs(ticketId))
    return at === -1 ? arrivals : arrivals.with(at, { ...arrivals[at]!, fileId })
  }
  let changed = false
  const next = arrivals.map((one) => {
    const then = one.ticketId === null ? one : followed(one, one.ticketId, event)
    changed ||= then !== one
    return then
  })
  return changed ? next : arrivals
}

/** One of those who came, after one more event. */
function followed(one: Arrival, ticketId: TicketId, event: Recorded['event']): Arrival {
  const theirs = 'ticketId' in event.data && event.data.ticketId === ticketId
  // What is taken back is to be done again; that it was done is still told.
  if (theirs && event.type === 'actUndone')
    return {
      ...one,
      state: 'here',
      calledAt: event.data.act === 'call' ? null : one.calledAt,
      fileId: event.data.act === 'close' ? null : one.fileId,
    }
  const seen = theirs && event.type === 'lessonSheetSeen' ? { ...one, ...seenIn(event.data) } : one
  const { done = false, mistake } =
    seen.situation === null || seen.state === 'done'
      ? {}
      : judge({ ...seen, situation: seen.situation, ticketId }, event)
  const mistakes =
    mistake === undefined || seen.mistakes.includes(mistake) ? seen.mistakes : [...seen.mistakes, mistake]
  const calledAt = theirs && event.type === 'ticketCalled' ? event.data.counterId : seen.calledAt
  if (!done && mistakes === seen.mistakes && calledAt === seen.calledAt) return seen
  return { ...seen, calledAt, mistakes, state: done ? 'done' : seen.state }
}

const seenIn = ({
  capacity,
  identity,
  missing = null,
}: {
  readonly capacity: string | null
  readonly identity: Seen['identity']
  readonly missing?: number | null | undefined
}) => ({ capacity, identity, missing })

const trainingView: View<'training.view'> = (office, _input, { model }) => ({
  training: office.school,
  renewable: office.school && model.renewable,
  lesson: office.lesson && lessonNow(office, office.lesson),
})

const lessonNow = (office: Office, { lessonId, arrivals }: Lesson) => ({
  lessonId,
  situations: arrivals.flatMap((one) => {
    const { situation, state, at, ticketId, mistakes } = one
    if (situation === null) return []
    const number = (ticketId === null ? undefined : office.tickets.get(ticketId)?.number) ?? null
    return [{ situation, state, at, number, mistakes: [...mistakes], late: lateTo(office, one) }]
  }),
  toCome: arrivals.filter(({ state }) => state === 'toCome').length,
})

/** The hour of the appointment that somebody comes late to, and the delay that the office admits. */
function lateTo(office: Office, { appointmentId }: Arrival) {
  const startsAt = appointmentId && office.appointments.get(appointmentId)?.startsAt
  return startsAt === undefined ? null : { startsAt, admittedMinutes: admittedMinutes(office) }
}

/** Each command of training, and what decides it. */
export const trainingDecisions = {
  'training.begin': beginLesson,
  'training.arrive': arriveInLesson,
} satisfies Decisions

/** Each view of training, and what makes it. */
export const trainingViews = {
  'training.view': trainingView,
} satisfies Views

// What became of a guided day's people is read off every fact, these among them, by `withLesson`.
const unchanged: Evolve = (office) => office

/** Each event of training, and what it changes in the office. */
export const trainingEvolutions = {
  lessonBegun: unchanged,
  lessonArrived: unchanged,
  lessonSheetSeen: unchanged,
} satisfies Evolutions
