import { noArrivals, withArrivals, type Arrivals } from './arrivals.ts'
import { corrected, noCorrection, withMeasure, type Correction } from './correction.ts'
import { assumedDurations, withOverall, withOwn, type Durations } from './durations.ts'
import { featureCount } from './features.ts'
import { noLeaving, type Leaving } from './leaving.ts'
import type { Visit } from './present.ts'
import { noPaces, type Paces } from './paces.ts'
import { noResiduals, withResidual, type Residuals } from './residuals.ts'

/** All that was learnt of an office. Never changed: learning gives another one. */
export interface Model {
  readonly durations: ReadonlyMap<string, Durations>
  readonly overall: Durations
  readonly arrivals: ReadonlyMap<string, Arrivals>
  /** How many days the visits came from, and the last of them. */
  readonly days: number
  readonly lastDay: number | null
  readonly leaving: Leaving
  /** Of the breaks seen to begin late, how many kept their length and how many ended at their hour. */
  readonly breaks: Breaks
  readonly paces: Paces
  readonly correction: Correction
  readonly residuals: Residuals
  readonly coverage: ReadonlyMap<string, Coverage>
}

export interface Breaks {
  readonly kept: number
  readonly cut: number
}

/** What came of somebody who waited, and after how many seconds; `weight` is how sure that is, from 0 to 1. */
export interface Outcome {
  readonly kind: 'called' | 'absent' | 'left'
  readonly waited: number
  readonly weight: number
}

/** Of the waits announced for a service, how many were within the P90 announced: published as it is. */
export interface Coverage {
  readonly announced: number
  readonly within: number
}

/** What an estimate was made from: given back with the wait measured, it teaches the model. */
export interface Basis {
  readonly service: string
  readonly features: Float64Array
  /** Simulated mean, and the unit of the residuals, in minutes. */
  readonly simulated: number
  readonly spread: number
  readonly p90: number
  /** A capable counter was free for them: nothing to learn from. */
  readonly certain: boolean
  /** Replayed from past visits, of which less is known than of a present state. */
  readonly replayed: boolean
}

export const emptyModel: Model = {
  durations: new Map(),
  overall: assumedDurations,
  arrivals: new Map(),
  days: 0,
  lastDay: null,
  leaving: noLeaving,
  breaks: { kept: 0, cut: 0 },
  paces: noPaces,
  correction: noCorrection(featureCount),
  residuals: noResiduals,
  coverage: new Map(),
}

/** Longer is a forgotten click, not a visit. */
const longestVisit = 4 * 3600

/** The model once these visits are known, in order of days. Visits that can't be true are left out. */
export function learnVisits(model: Model, visits: readonly Visit[]): Model {
  const sound = visits.filter(
    ({ arrived, started, ended }) =>
      arrived <= started && started <= ended && ended - started <= longestVisit,
  )
  if (sound.length === 0) return model
  const overall = withOverall(
    model.overall,
    sound.map(({ started, ended }) => ended - started),
  )
  const durations = new Map(model.durations)
  const arrivals = new Map(model.arrivals)
  for (const service of new Set(sound.map((visit) => visit.service))) {
    const those = sound.filter((visit) => visit.service === service)
    const added = those.map(({ started, ended }) => ended - started)
    durations.set(service, withOwn(durations.get(service), added, overall))
    arrivals.set(service, withArrivals(arrivals.get(service) ?? noArrivals, those))
  }
  let { days, lastDay } = model
  for (const { day } of sound) {
    if (day !== lastDay) days += 1
    lastDay = day
  }
  return { ...model, overall, durations, arrivals, days, lastDay }
}

/** The model once it is known what came of some people who waited: called, absent when called, or gone before. */
export function learnOutcomes(model: Model, outcomes: readonly Outcome[]): Model {
  let { called, absent, waited, left } = model.leaving
  for (const outcome of outcomes) {
    waited += Math.max(0, outcome.waited) * outcome.weight
    if (outcome.kind === 'left') left += outcome.weight
    else called += outcome.weight
    if (outcome.kind === 'absent') absent += outcome.weight
  }
  return outcomes.length === 0 ? model : { ...model, leaving: { called, absent, waited, left } }
}

/** The model once so many more breaks were seen to begin late. */
export const learnBreaks = (model: Model, { kept, cut }: Breaks): Model =>
  kept + cut === 0
    ? model
    : { ...model, breaks: { kept: model.breaks.kept + kept, cut: model.breaks.cut + cut } }

/** The model once it is known of these people whether they pass first. */
export function learnPriorities(
  model: Model,
  people: readonly { readonly service: string; readonly priority: boolean }[],
): Model {
  if (people.length === 0) return model
  const arrivals = new Map(model.arrivals)
  for (const { service, priority } of people) {
    const counts = arrivals.get(service) ?? noArrivals
    arrivals.set(service, { ...counts, told: counts.told + 1, first: counts.first + (priority ? 1 : 0) })
  }
  return { ...model, arrivals }
}

/** A measure weighs the less as its wait was uncertain, so that the longest waits don't decide alone. */
const weightOf = ({ spread, replayed }: Basis): number => ((replayed ? 0.5 : 1) * 16) / (6 + spread * spread)

/** The model once the wait foreseen from this basis has been measured, in seconds. */
export function learnWait(model: Model, basis: Basis, waited: number): Model {
  const taught = basis.replayed ? model : withCoverage(model, basis.service, waited <= basis.p90)
  if (basis.certain) return taught
  const error = waited / 60 - basis.simulated
  const residual = (error - corrected(model.correction, basis.features)) / basis.spread
  return {
    ...taught,
    correction: withMeasure(model.correction, basis.features, error, weightOf(basis)),
    residuals: withResidual(model.residuals, residual, basis.replayed),
  }
}

/** The model once it is known whether a wait was within the P90 that had been announced. */
export function withCoverage(model: Model, service: string, within: boolean): Model {
  const coverage = model.coverage.get(service) ?? { announced: 0, within: 0 }
  const next = { announced: coverage.announced + 1, within: coverage.within + (within ? 1 : 0) }
  return { ...model, coverage: new Map(model.coverage).set(service, next) }
}
