import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Journal } from '../../../db/journal/port.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { CounterId, Instant, LocalDate, TicketId } from '../../../shared/contract/ids.ts'
import type { WaitsNow } from '../../../shared/domain/waits/now.ts'
import { boundary, dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import {
  emptyModel,
  learnOutcomes,
  learnVisits,
  learnWait,
  type Basis,
  type Model,
  type Outcome,
} from '../../../shared/domain/waits/model.ts'
import { withoutCounter, withoutToday, withPaced, type Paced } from '../../../shared/domain/waits/paces.ts'
import type { Visit } from '../../../shared/domain/waits/present.ts'
import { covered, isOver, learnHistory, outcomeOf, requestOf } from './history.ts'

export type WaitModel = {
  /** All that was learnt of this office's waits. */
  readonly current: () => Model
  /** After a commit: what was announced is remembered, what was measured teaches. */
  readonly committed: (stored: readonly Recorded[], waits: WaitsNow) => void
  /** Resolves when what was asked to be learnt is. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type WaitModelOptions = {
  readonly journal: Pick<Journal, 'visits'>
  readonly office: () => Office
  readonly now: () => Instant
  readonly onChange: () => void
  readonly onFault: (error: unknown) => void
}

/** In milliseconds: what visits taught is learnt together so long after the first of them, at the earliest. */
const learnsAfter = 250
/** In milliseconds: it waits until nothing was stored for so long, so that acts that follow each other do not wait for it. */
const calm = 20
/** In milliseconds: it is learnt so long after the first visit at the latest, whatever acts follow each other. */
const learnsWithin = 1000
/** How often a new date is looked for, in milliseconds: the model is fitted again each night. */
const nightly = 3_600_000

/**
 * The office's wait model: fitted on the last month at the start, each night and when the day closes, and taught by
 * each visit as it ends. It never holds an act up: what is learnt is learnt after the commits.
 */
export function startWaitModel({ journal, office, now, onChange, onFault }: WaitModelOptions): WaitModel {
  let model = emptyModel
  let known = new Set<TicketId>()
  /** What the waits announced today were made from, until they are measured. */
  const bases = new Map<TicketId, Basis>()
  let work: Promise<void> = Promise.resolve()
  const stopping = new AbortController()
  let fittedOn = ''

  const zone = () => zoneOf(office())

  /** What acts taught, to be learnt soon: the waits measured, and who ended. */
  const lessons: (() => void)[] = []
  /** At which counter, when one received them to the end. */
  const ended = new Map<TicketId, CounterId | null>()
  let later: NodeJS.Timeout | undefined
  let taughtAt = 0
  let storedAt = 0
  /** Whether it could be learnt; one piece that fails keeps no other from it. */
  const attempt = async (piece: () => Promise<void> | void): Promise<boolean> => {
    try {
      await piece()
      return true
    } catch (error) {
      if (!stopping.signal.aborted) onFault(error)
      return false
    }
  }
  const learnAll = () => {
    clearTimeout(later)
    later = undefined
    const taught = lessons.splice(0)
    const over = [...ended]
    ended.clear()
    if (taught.length + over.length > 0)
      learn(async () => {
        for (const lesson of taught) await attempt(lesson)
        await attempt(() => learnEnded(over))
      })
  }
  const learnInCalm = () => {
    const now = performance.now()
    const left = Math.min(storedAt + calm, taughtAt + learnsWithin) - now
    if (left <= 0) return learnAll()
    later = setTimeout(learnInCalm, left)
    later.unref()
  }
  const learnSoon = () => {
    if (later !== undefined) return
    taughtAt = performance.now()
    later = setTimeout(learnInCalm, learnsAfter)
    later.unref()
  }

  /** One piece of learning after another: a fit reads the tables while the visits that end meanwhile wait their turn. */
  const learn = (piece: () => Promise<void>) => {
    // In a turn of its own: the answers of the commit that taught it leave first.
    work = work.then(nextTurn).then(async () => {
      if (stopping.signal.aborted) return
      if (await attempt(piece)) onChange()
    })
  }

  const fit = async () => {
    // First, so that a fit that fails keeps none of them: how long visits last at a counter does not outlive the day.
    const paces = withoutToday(model.paces)
    model = { ...model, paces }
    const date = dateIn(zone(), now())
    const learnt = await learnHistory(journal, office(), now(), stopping.signal)
    model = { ...learnt.model, paces }
    known = new Set(learnt.known)
    // A fit that failed is asked again within the hour.
    fittedOn = date
  }

  /** The day of those who end is nearly always the same one. */
  let midnight: { readonly of: string; readonly at: Instant } | null = null
  const midnightOf = (date: LocalDate): Instant => {
    const of = `${zone()} ${date}`
    if (midnight?.of !== of) midnight = { of, at: boundary(zone(), date, 0) }
    return midnight.at
  }

  /** Together, a rush costs little more than one visit: each table of durations is drawn once. */
  const learnEnded = async (tickets: readonly (readonly [TicketId, CounterId | null])[]) => {
    const visits: Visit[] = []
    const outcomes: Outcome[] = []
    const paced: Paced[] = []
    let { coverage } = model
    for (const [ticketId, counter] of tickets)
      await attempt(async () => {
        const row = await journal.visits.one(ticketId)
        // Closed, taken back and closed again: learnt once.
        if (!row || !isOver(row) || known.has(ticketId)) return
        const visit = requestOf(row, midnightOf(dateIn(zone(), row.takenAt)))
        const outcome = outcomeOf(row)
        coverage = covered(coverage, row)
        known.add(ticketId)
        bases.delete(ticketId)
        if (visit) {
          visits.push(visit)
          const { mean } = model.durations.get(visit.service) ?? model.overall
          if (counter !== null) paced.push({ counter, lasted: visit.ended - visit.started, usual: mean })
        }
        if (outcome) outcomes.push(outcome)
      })
    const paces = withPaced(model.paces, paced)
    model = { ...learnOutcomes(learnVisits(model, visits), outcomes), coverage, paces }
  }

  const measured = (ticketId: TicketId, waited: number) => {
    const basis = bases.get(ticketId)
    if (!basis) return
    bases.delete(ticketId)
    const { coverage } = model
    // What is published is what was announced on paper, visit by visit, and not what this estimate would have said.
    model = { ...learnWait(model, basis, waited), coverage }
  }

  const committed = (stored: readonly Recorded[], { bases: said }: WaitsNow) => {
    storedAt = performance.now()
    for (const { at, event } of stored) {
      switch (event.type) {
        case 'ticketTaken': {
          const basis = event.data.announced === null ? undefined : said.get(event.data.serviceId)
          if (basis) bases.set(event.data.ticketId, basis)
          break
        }
        case 'ticketCalled': {
          const { ticketId } = event.data
          const takenAt = office().tickets.get(ticketId)?.takenAt
          if (bases.has(ticketId) && takenAt !== undefined) {
            lessons.push(() => measured(ticketId, (at - takenAt) / 1000))
            learnSoon()
          }
          break
        }
        case 'visitClosed':
          ended.set(event.data.ticketId, event.data.counterId)
          learnSoon()
          break
        case 'ticketLeft':
        case 'ticketUnserved':
          ended.set(event.data.ticketId, null)
          learnSoon()
          break
        case 'counterOpened': {
          // Somebody else may hold it from now on.
          const { counterId } = event.data
          for (const [ticketId, counter] of ended) if (counter === counterId) ended.set(ticketId, null)
          lessons.push(() => {
            model = { ...model, paces: withoutCounter(model.paces, counterId) }
          })
          learnSoon()
          break
        }
        case 'dayClosed':
          bases.clear()
          learnAll()
          learn(fit)
          break
        default:
      }
    }
  }

  learn(fit)
  const night = setInterval(() => {
    if (dateIn(zone(), now()) !== fittedOn) learn(fit)
  }, nightly)
  night.unref()

  return {
    current: () => model,
    committed,
    settled: () => {
      learnAll()
      return work
    },
    stop: async () => {
      stopping.abort()
      clearInterval(night)
      clearTimeout(later)
      await work
    },
  }
}
