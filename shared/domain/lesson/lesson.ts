import type { Recorded } from '../../contract/events.ts'
import type { LessonId, LessonMistake, Situation } from '../../contract/lesson.ts'
import type { CounterId, Instant, TicketId } from '../../contract/ids.ts'
import type { Decide } from '../decision.ts'
import { counterOf, type Office } from '../office.ts'
import { taken } from '../tickets.ts'
import type { View } from '../views/view.ts'
import { arrivalsFrom, comesFor } from './day.ts'
import { judge } from './judge.ts'

/** Someone of the guided day: to come, here, or done with. */
export type Arrival = {
  readonly situation: Situation | null
  readonly at: Instant
  readonly ticketId: TicketId | null
  readonly state: 'toCome' | 'here' | 'done'
  /** Where they were called; null while they wait. */
  readonly calledAt: CounterId | null
  /** The capacity that the agent noted, once the visit ends. */
  readonly capacity: string | null
  /** Made, even where the act was taken back since. */
  readonly mistakes: readonly LessonMistake[]
}

/** The guided day of a training office, the last one begun. */
export type Lesson = {
  readonly lessonId: LessonId
  readonly counterId: CounterId
  readonly arrivals: readonly Arrival[]
}

const usualSeed = 1

export const beginLesson: Decide<'lesson.begin'> = (office, { seed }, { now, who, newId }) => {
  if (!office.school) return { refusal: 'notTraining' }
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const counterId = counterOf(office, who.agentId)?.counterId
  if (counterId === undefined) return { refusal: 'counterNotOpen' }
  const lessonId = newId() as LessonId
  const arrivals = arrivalsFrom(seed ?? usualSeed, now, office.day.closesAt)
  return {
    events: [{ type: 'lessonBegun', data: { lessonId, counterId, arrivals } }],
    output: { lessonId },
  }
}

/** The place in the day of the next person to come; undefined when all have. */
export const nextArrival = (lesson: Lesson | null): number | undefined => {
  const at = lesson?.arrivals.findIndex(({ state }) => state === 'toCome') ?? -1
  return at === -1 ? undefined : at
}

export const arriveInLesson: Decide<'lesson.arrive'> = (office, { arrival }, context) => {
  const { lesson } = office
  if (lesson === null) return { refusal: 'lessonNotBegun' }
  const someone = lesson.arrivals[arrival]
  // They came already, by another host of the office or by « the next one ».
  if (someone?.state !== 'toCome') return { refusal: 'lessonOver' }
  const ticket = taken(
    office,
    { arrangements: [], ...comesFor(someone.situation), channel: 'kiosk' },
    context,
  )
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
    personal: ticket.personal,
    jobs: ticket.jobs,
    output: { number },
  }
}

/** The end of a visit, with what its sheet said where it is one of the guided day: nothing else tells it. */
export const withSheetSeen =
  (close: Decide<'visit.close'>): Decide<'visit.close'> =>
  (office, input, context) => {
    const decision = close(office, input, context)
    if ('refusal' in decision || office.lesson === null) return decision
    const ticketId = counterOf(office, context.who.agentId)?.ticketId
    const visitId = ticketId == null ? undefined : office.tickets.get(ticketId)?.visit?.visitId
    const sheet = visitId && context.personal.sheets.get(visitId)
    if (ticketId == null || !sheet || !office.lesson.arrivals.some((one) => one.ticketId === ticketId))
      return decision
    const { capacity, identity } = sheet
    return {
      ...decision,
      events: [
        { type: 'lessonSheetSeen', data: { ticketId, capacity, identity: identity?.kind ?? null } },
        ...decision.events,
      ],
    }
  }

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
  const arrivals = after(lesson, event)
  return arrivals === lesson.arrivals ? office : { ...office, lesson: { ...lesson, arrivals } }
}

const notCome = {
  ticketId: null,
  state: 'toCome',
  calledAt: null,
  capacity: null,
  mistakes: [],
} as const satisfies Partial<Arrival>

function after({ lessonId, arrivals }: Lesson, event: Recorded['event']): Lesson['arrivals'] {
  if (event.type === 'lessonArrived') {
    const { arrival, ticketId } = event.data
    if (event.data.lessonId !== lessonId || arrivals[arrival]?.state !== 'toCome') return arrivals
    return arrivals.with(arrival, { ...arrivals[arrival], ticketId, state: 'here' })
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
    return { ...one, state: 'here', calledAt: event.data.act === 'call' ? null : one.calledAt }
  const seen = theirs && event.type === 'lessonSheetSeen' ? { ...one, capacity: event.data.capacity } : one
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

export const lessonView: View<'lesson.view'> = ({ school, lesson, tickets }) => ({
  training: school,
  lesson:
    lesson === null
      ? null
      : {
          lessonId: lesson.lessonId,
          situations: lesson.arrivals.flatMap(({ situation, state, at, ticketId, mistakes }) =>
            situation === null
              ? []
              : [
                  {
                    situation,
                    state,
                    at,
                    number: (ticketId === null ? undefined : tickets.get(ticketId)?.number) ?? null,
                    mistakes: [...mistakes],
                  },
                ],
          ),
          toCome: lesson.arrivals.filter(({ state }) => state === 'toCome').length,
        },
})
