import { estimate } from './estimate.ts'
import { follower, type Follower } from './follow.ts'
import {
  emptyModel,
  learnBreaks,
  learnOutcomes,
  learnPriorities,
  learnVisits,
  learnWait,
  withCoverage,
  type Basis,
  type Model,
} from './model.ts'
import type { Estimate, Present, Visit } from './present.ts'
import { pacesOf, withoutToday, withPaced } from './paces.ts'
import { replayDay, withPriorities } from './replay.ts'
import { rosterOf, daysOf, rowKey, type Question, type Observed, type Row } from './question.ts'

/** What is replayed from a history seen for the first time: the latest days, and of them the latest arrivals. */
const daysReplayed = 40
const replayedAtMost = 1_500

/** More visits than this in a day are not one office's day: they teach their durations alone. */
const longestDay = 4_000

/** A first history of at least this many rows is a day to be replayed, even if all are over by now. */
const wholeDay = 40

/** Questions whose wait is not known yet; the oldest are forgotten first. */
const pendingAtMost = 2_000

/** One office's memory: asks the model, and teaches it with what each question tells of the ones before. */
export function officeMemory() {
  let model: Model = emptyModel
  let rows: readonly Row[] = []
  const seenRows = new Set<string>()
  /** When the visits measured began, by service and arrival: tells who was received among those once seen waiting. */
  const started = new Map<string, number>()
  const pending = new Map<string, Basis>()
  /** At which counter a visit of today began, by service and instant. */
  const counterOf = new Map<string, string>()
  let follow: Follower = follower()
  let day = 0
  /** The latest visit of the present day in the questions so far. */
  let latest: Row | null = null
  let lastNow = -Infinity
  let roster = ''

  return {
    ask,
    observe,
    knows,
    remembers: ({ service, arrived }: Observed) => pending.has(waitKey(service, arrived)),
    withoutHistory: () => seenRows.size === 0,
    roster: () => roster,
  }

  function ask(question: Question): Estimate {
    if (question.now < lastNow) {
      follow = follower()
      counterOf.clear()
      model = { ...model, paces: withoutToday(model.paces) }
      // The next day's questions still list the visits of the day before; otherwise, questions come in no order of time.
      if (latest && question.now < latest.ended && question.history.some((row) => same(row, latest!)))
        day += 1
    }
    lastNow = question.now
    roster = rosterOf(question)
    learnRows(newRows(question.history), question)
    const progress = follow.next(
      question,
      (service, arrived) => started.get(waitKey(service, arrived)),
      model,
    )
    model = learnPriorities(model, progress.arrived)
    model = learnOutcomes(model, progress.outcomes)
    model = learnBreaks(model, progress.breaks)
    for (const { service, since, waited } of progress.called) settle(waitKey(service, since), waited)
    const paces = pacesOf(model.paces)
    const counters = question.counters.map((counter, at) => ({
      ...counter,
      pace: paces.get(String(at)) ?? 1,
    }))
    for (const [at, { state, service, since }] of counters.entries())
      if (state === 'busy' && service !== null) counterOf.set(waitKey(service, since), String(at))
    const { basis, ...answer } = estimate(model, { ...question, counters }, seedOf(question))
    const key = waitKey(question.for.service, question.now)
    pending.delete(key)
    pending.set(key, basis)
    if (pending.size > pendingAtMost) pending.delete(pending.keys().next().value!)
    return answer
  }

  /** Teaches a measured wait: with the question remembered, else with the state told again, else its coverage alone. */
  function observe({ service, arrived, waited, announced90, asked }: Observed): void {
    if (settle(waitKey(service, arrived), waited)) return
    if (asked) model = learnWait(model, estimate(model, asked, seedOf(asked)).basis, waited)
    else if (announced90 !== null) model = withCoverage(model, service, waited <= announced90)
  }

  function settle(key: string, waited: number): boolean {
    const basis = pending.get(key)
    if (!basis) return false
    pending.delete(key)
    model = learnWait(model, basis, waited)
    return true
  }

  /** Of a few rows taken throughout this history, the share already learnt. */
  function knows(history: readonly Row[]): number {
    const step = Math.max(1, Math.floor(history.length / 24))
    let seen = 0
    let found = 0
    for (let k = 0; k < history.length; k += step) {
      seen += 1
      if (seenRows.has(rowKey(history[k]!))) found += 1
    }
    return seen === 0 ? 0 : found / seen
  }

  function newRows(history: readonly Row[]): readonly Row[] {
    // A local name: a history has thousands of rows, told again at each question.
    const known = rows
    if (known === history) return []
    let before = 0
    const shortest = Math.min(known.length, history.length)
    while (before < shortest && same(known[before]!, history[before]!)) before += 1
    let after = 0
    while (after < shortest - before && same(known.at(-1 - after)!, history.at(-1 - after)!)) after += 1
    rows = history
    const added: Row[] = []
    for (const row of history.slice(before, history.length - after)) {
      const key = rowKey(row)
      if (seenRows.has(key)) continue
      seenRows.add(key)
      started.set(waitKey(row.service, row.arrived), row.started)
      added.push(row)
    }
    return added
  }

  /** New rows are today's when they are in one piece and begun by now, or few; else they are those of whole days. */
  function learnRows(added: readonly Row[], question: Question): void {
    if (added.length === 0) return
    const blocks = daysOf(added)
    const few = added.length < wholeDay
    const begun = added.every(({ started }) => started <= question.now)
    if (blocks.length === 1 && (day > 0 ? few || begun : few && begun)) {
      learnPaces(added)
      latest = added.reduce((last, row) => (row.ended > last.ended ? row : last))
      model = learnVisits(
        model,
        added.map((row) => ({ ...row, day })),
      )
    } else {
      const days = blocks.map((those, k) => {
        const visits = those.map((row) => ({ ...row, day: day + k }))
        return those.length <= longestDay ? withPriorities(visits) : visits
      })
      day += blocks.length
      latest = null
      model = learnVisits(model, days.flat())
      replay(days, question)
    }
    for (const { service, arrived, started } of added) settle(waitKey(service, arrived), started - arrived)
  }

  function learnPaces(added: readonly Row[]): void {
    const paced = added.flatMap(({ service, started, ended }) => {
      const counter = counterOf.get(waitKey(service, started))
      const usual = (model.durations.get(service) ?? model.overall).mean
      return counter === undefined ? [] : [{ counter, lasted: ended - started, usual }]
    })
    model = { ...model, paces: withPaced(model.paces, paced) }
  }

  function replay(days: readonly (readonly Visit[])[], { counters }: Question): void {
    const roster = counters.map(({ services, breaks }) => ({ services, breaks }))
    const replays = days
      .filter((visits) => visits.length <= longestDay)
      .slice(-daysReplayed)
      .flatMap((visits) => replayDay(visits, roster))
      .filter(({ present, waited }) => !pending.has(waitKey(present.for.service, present.now)) && waited >= 0)
    for (const { present, waited } of replays.slice(-replayedAtMost))
      model = learnWait(model, estimate(model, present, seedOf(present), true).basis, waited)
  }
}

export type OfficeMemory = ReturnType<typeof officeMemory>

const waitKey = (service: string, arrived: number): string => `${service}|${arrived}`

/** Most of a history is the very rows of the question before. */
const same = (a: Row, b: Row): boolean =>
  a === b ||
  (a.service === b.service && a.arrived === b.arrived && a.started === b.started && a.ended === b.ended)

/** The same question always gives the same answer: its seed is made from what it says. */
function seedOf({ now, waiting, for: { service, priority } }: Present): number {
  let seed = Math.floor(now * 10) ^ (waiting.length << 20) ^ (priority ? 1 << 30 : 0)
  for (let k = 0; k < service.length; k += 1) seed = (Math.imul(seed, 31) + service.charCodeAt(k)) | 0
  return seed
}
