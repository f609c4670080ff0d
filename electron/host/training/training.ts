import { uuidv7 } from 'uuidv7'
import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { AgentId, CommandId, Instant } from '../../../shared/contract/ids.ts'
import type { DomainCommand } from '../../../shared/contract/index.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import { dateIn, isPastBusinessDay } from '../../../shared/domain/core/calendar/index.ts'
import { counterOf, type Office } from '../../../shared/domain/state.ts'
import { lessonHour } from '../../../shared/domain/training/day.ts'
import { trainingWords } from '../../../shared/messages/training/training.fr.ts'
import { nextArrival } from '../../../shared/domain/training/training.ts'
import { done, type Answer } from '../core/answer.ts'
import type { Log } from '../core/log.ts'
import type { HandlersOf } from '../core/part.ts'
import { hostWho, type ActOfOffice } from '../people/options.ts'

/** The guided day of a training office, as its host runs it. */
export type TrainingDriver = {
  readonly handlers: HandlersOf<'training'>
  readonly stop: () => void
}

export type TrainingOptions = {
  readonly journal: Journal
  readonly office: () => Office
  readonly personal: () => Personal
  readonly now: () => Instant
  readonly act: ActOfOffice
  /** Sets the training clock forward, for this start and the next ones; absent of an office that is no training one. */
  readonly moveClock: ((to: Instant) => void) | undefined
  /** Begins this training office again in another host; false where it can't. */
  readonly renew: (office: Office, who: Who, commandId: CommandId) => boolean
  readonly log: Log
}

/** How often the training clock is looked at, in milliseconds. */
const every = 1_000

/** People come by themselves at their hour of the training clock, or when the next one is asked for. */
export function startTraining({
  journal,
  office,
  personal,
  now,
  act,
  moveClock,
  renew,
  log,
}: TrainingOptions): TrainingDriver {
  const asOne = (who: Who, name: DomainCommand, input: unknown) =>
    act(who, name, input, uuidv7() as CommandId)
  const as = (role: Who['role'], agentId: AgentId | null = null): Who => ({
    ...hostWho(office()),
    role,
    agentId,
  })
  let coming = false
  let lastLogged = ''

  /** Whoever is due; one at a time, so that nobody is asked twice for the same person. Null: nobody was to come. */
  const come = async (): Promise<Answer | null> => {
    const { lesson } = office()
    const arrival = nextArrival(lesson)
    if (coming || arrival === undefined || lesson!.arrivals[arrival]!.at > now()) return null
    coming = true
    try {
      const answer = await asOne(hostWho(office()), 'training.arrive', { arrival })
      // A day closed by its trainee: those who were to come don't, as long as it is. It is said once.
      const why = 'code' in answer ? `${lesson!.lessonId} ${arrival} ${answer.code}` : ''
      if ('code' in answer && why !== lastLogged) log.info('lesson', { arrival, code: answer.code })
      lastLogged = why
      return answer
    } finally {
      coming = false
    }
  }
  const timer = setInterval(() => {
    come().catch((error: unknown) => log.fault('lesson', error))
  }, every)
  timer.unref()

  /** A refusal is signed by whoever may: the trainee, by an invented delegation. */
  const delegate = async (agentId: AgentId) => {
    const { settings, paper } = office()
    const signs = paper.delegations.some((one) => one.agentId === agentId && one.capacity !== undefined)
    if (settings === null || signs) return
    const from = dateIn(settings.calendar.zone, now())
    const capacity = 'deputy' as const
    const delegation = {
      agentId,
      procedures: null,
      act: trainingWords.delegation,
      from,
      until: null,
      capacity,
    }
    await asOne(as('admin'), 'paper.set', { ...paper, delegations: [...paper.delegations, delegation] })
  }

  /** The till is tried too: the trainee holds it, by an invented deed, where the site has none. */
  const giveTill = async (who: Who) => {
    if (office().till.deed === null) await asOne(who, 'till.takeTrainingDeed', {})
  }

  /** A training day on which a guided day can be lived, and the counter of whoever asks, who receives everything. */
  const prepare = async (who: Who): Promise<Answer | null> => {
    const { agentId } = who
    const { settings, lesson } = office()
    if (settings === null || agentId === null) return null
    const held = counterOf(office(), agentId)?.counterId
    const hour = lessonHour(settings.calendar, now(), lesson !== null)
    if (hour !== null && hour > now()) moveClock?.(hour)
    const { day } = office()
    if (day === null || isPastBusinessDay(day.date, now(), settings.calendar.zone)) {
      const opened = await asOne(as('supervisor'), 'day.open', {})
      if ('code' in opened) return opened
    }
    const name = personal().agents.get(agentId)
    await delegate(agentId)
    await giveTill(who)
    const services = settings.services.map(({ serviceId }) => serviceId)
    if (name && office().skills.get(agentId)?.length !== services.length)
      await asOne(as('admin'), 'agent.set', { agentId, name, services })
    if (counterOf(office(), agentId) !== undefined) return null
    const free = settings.counters.find(
      ({ counterId }) => (office().counters.get(counterId)?.agentId ?? null) === null,
    )
    const counterId = held ?? lesson?.counterId ?? free?.counterId
    if (counterId === undefined) return { code: 'counterTaken' }
    const opened = await asOne(as('agent', agentId), 'counter.open', { counterId })
    return 'code' in opened ? opened : null
  }

  const handlers: HandlersOf<'training'> = {
    'training.begin': async ({ who, input, commandId }) => {
      // Asked again with its id, it finds its answer: no other day begins.
      const first = await journal.answer(commandId)
      if (office().school && first === undefined) {
        const problem = await prepare(who)
        if (problem !== null) return problem
      }
      return act(who, 'training.begin', input, commandId)
    },
    // Gives the training site back as new, and begins at the counter of whoever asks.
    'training.reset': async ({ who, commandId }) => {
      if (!office().school) return { code: 'notTraining' }
      // A page that did not get the answer retries with the same id: it is done already.
      if ((await journal.answer(commandId)) !== undefined) return done
      return renew(office(), who, commandId) ? done : { code: 'trainingShared' }
    },
    'training.next': async () => {
      const { school, lesson, day } = office()
      if (!school) return { code: 'notTraining' }
      if (lesson === null) return { code: 'lessonNotBegun' }
      const arrival = nextArrival(lesson)
      if (arrival === undefined) return { code: 'lessonOver' }
      // Before the clock is set forward for nobody.
      if (day === null) return { code: 'dayNotOpen' }
      const { at } = lesson.arrivals[arrival]!
      if (at > now()) moveClock?.(at)
      const answer = await come()
      return answer && 'code' in answer ? answer : done
    },
  }
  return { handlers, stop: () => clearInterval(timer) }
}
