import { shareBelow } from './durations.ts'
import type { Breaks, Model, Outcome } from './model.ts'
import type { Question } from './question.ts'

/** Somebody seen waiting in an earlier question. */
interface Seen {
  readonly service: string
  readonly since: number
  readonly lastSeen: number
}

/** Somebody who waits no more: called, or gone; told by a visit measured later, or by none. */
interface Missing extends Seen {
  readonly missedAt: number
  /** When a counter was seen with their ticket: called then. */
  readonly calledAt: number | null
  /** They were seen to leave that counter, and their visit was not told at once. */
  untold: boolean
}

export interface Progress {
  /** People seen for the first time. */
  readonly arrived: readonly { readonly service: string; readonly priority: boolean }[]
  readonly called: readonly { readonly service: string; readonly since: number; readonly waited: number }[]
  readonly outcomes: readonly Outcome[]
  readonly breaks: Breaks
}

export type StartedAt = (service: string, arrived: number) => number | undefined

/** So many questions in order of time are a day being followed; fewer may be questions in no order. */
const settled = 10

const nothing: Progress = { arrived: [], called: [], outcomes: [], breaks: { kept: 0, cut: 0 } }

/** A visit that isn't measured after this long was none. */
const patience = 3_600

/** So many visits told as soon as they ended are what this history always does. */
const fewest = 12

/** A break begins late from so many seconds after its hour on; two instants closer than that are one. */
const lateBy = 60
const sameInstant = 30

/** Share of people who leave, when nothing else tells a departure from a visit too short to be seen. */
const leaves = 0.12

/** Follows a day from one question to the next: who is new, who was called, who has gone. */
export function follower() {
  const seen = new Map<string, Seen>()
  const missing = new Map<string, Missing>()
  let asker: { readonly service: string; readonly at: number } | null = null
  let questions = 0
  let measured = 0
  let tickets = 0
  /** Of those seen to leave a counter, whose visit was told by then, and whose was told later only. */
  let prompt = 0
  let late = 0
  const pausesSeen = new Map<number, number>()

  return { next }

  /** `startedAt` tells when the visit of somebody who arrived then for that service began, if it was measured. */
  function next(question: Question, startedAt: StartedAt, model: Model): Progress {
    const { now } = question
    const arrived: { service: string; priority: boolean }[] = []
    const called: { service: string; since: number; waited: number }[] = []
    const outcomes: Outcome[] = []
    const here = new Set(question.waiting.map(({ id }) => id))
    const atCounter = new Map(
      question.counters.flatMap(({ state, ticket, since }) =>
        state === 'busy' && ticket !== null ? [[ticket, since]] : [],
      ),
    )

    for (const [id, person] of seen) {
      if (here.has(id)) continue
      seen.delete(id)
      const calledAt = atCounter.get(id) ?? null
      if (calledAt !== null) {
        tickets += 1
        called.push({ service: person.service, since: person.since, waited: calledAt - person.since })
      }
      missing.set(id, { ...person, missedAt: now, calledAt, untold: false })
    }
    for (const [id, person] of missing) {
      const started = startedAt(person.service, person.since)
      if (started !== undefined) {
        measured += 1
        if (person.untold) late += 1
        else if (person.calledAt !== null) prompt += 1
        outcomes.push({ kind: 'called', waited: started - person.since, weight: 1 })
        missing.delete(id)
      } else if (!atCounter.has(id)) {
        if (person.calledAt !== null) person.untold = true
        if (now - person.missedAt <= (told() ? 0 : patience)) continue
        missing.delete(id)
        const outcome = outcomeOf(person, model)
        if (outcome) outcomes.push(outcome)
      }
    }
    // Whoever asked last and was called at once was never seen waiting.
    if (
      asker &&
      !question.waiting.some(({ since, service }) => since === asker?.at && service === asker.service)
    ) {
      const { service, at } = asker
      if (
        question.counters.some((one) => one.state === 'busy' && one.since === at && one.service === service)
      )
        called.push({ service, since: at, waited: 0 })
    }
    for (const { id, service, since, priority } of question.waiting) {
      if (!seen.has(id)) arrived.push({ service, priority })
      seen.set(id, { service, since, lastSeen: now })
    }
    asker = { service: question.for.service, at: now }
    questions += 1
    return questions > settled ? { arrived, called, outcomes, breaks: breaksOf(question) } : nothing
  }

  /** Whether each visit is told as soon as it ends: then who is neither here nor told of has not been received. */
  function told(): boolean {
    return prompt >= fewest && prompt > 50 * late
  }

  /** The breaks that began since the last question, later than their hour, and when they end. */
  function breaksOf({ counters }: Question): Breaks {
    let kept = 0
    let cut = 0
    for (const [at, { state, since, resumesAt, breaks }] of counters.entries()) {
      if (state !== 'paused' || resumesAt === null || pausesSeen.get(at) === since) continue
      pausesSeen.set(at, since)
      for (const [from, to] of breaks) {
        if (since < from + lateBy || since >= to) continue
        if (Math.abs(resumesAt - to) < sameInstant) cut += 1
        else if (Math.abs(resumesAt - since - (to - from)) < sameInstant) kept += 1
      }
    }
    return { kept, cut }
  }

  function outcomeOf(person: Missing, model: Model): Outcome | null {
    const { calledAt, since, lastSeen, missedAt, service } = person
    if (calledAt !== null)
      return { kind: measured > 0 ? 'absent' : 'called', waited: calledAt - since, weight: 1 }
    const waited = (lastSeen + missedAt) / 2 - since
    if (measured > 0) return { kind: 'left', waited, weight: 1 }
    if (tickets === 0) return null
    // No visit of today is given: they may have been received between two questions, if their visit was short.
    const { table } = model.durations.get(service) ?? model.overall
    const short = shareBelow(table, (missedAt - lastSeen) / 2)
    return { kind: 'left', waited, weight: leaves / (leaves + (1 - leaves) * short) }
  }
}

export type Follower = ReturnType<typeof follower>
