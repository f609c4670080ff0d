import { seededChance } from './chance.ts'
import { corrected } from './correction.ts'
import { quantileOfSorted } from './durations.ts'
import { featuresOf } from './features.ts'
import type { Basis, Model } from './model.ts'
import type { Estimate, Present } from './present.ts'
import {
  beforeOf,
  nineTenths,
  queueLengthMean,
  queueLengthQuantile,
  queueLengthWithin,
  queueOf,
  type QueueLength,
} from './queueLength.ts'
import { residualAt, shareWithin } from './residuals.ts'
import { roomOf, type Room } from './room.ts'
import { horizon, simulateWaits } from './simulate.ts'
import { countUpTo } from './sorted.ts'

/** Enough runs for the mean to add less than 1 % to the error; fewer in a crowd, so that the answer stays prompt. */
const usualRuns = 100
const fewestRuns = 16
const callsInAll = 3_500

/** With fewer visits and fewer waits measured than this, the queue-length formula answers. */
const littleHistory = 20

/** As many measured residuals as this weigh as much as the simulation's own quantiles. */
const residualTrust = 60

/**
 * The share of waits that the announced P90 covers in what was measured. A little more than nine in ten: what
 * comes is never quite like what was measured, and too short hurts more than too long.
 */
const covered = 0.92

/** An announcement, and what it was made from: {@link learnWait} takes it back with the wait measured. */
export type Announced = Estimate & { readonly basis: Basis }

/**
 * How long somebody who asks now will wait to be called, in seconds, and how sure it is that they are before
 * closing. Pure: the same model, present and seed give the same answer. A simulation of the present state
 * corrected by what was measured; the queue-length formula until there is a history. When no counter
 * of the day is capable of the service, the wait announced is the time left, and it is sure that they are not called.
 *
 * @param replayed the present is reconstructed from past visits, where those who left are not seen
 */
export function estimate(model: Model, present: Present, seed: number, replayed = false): Announced {
  const left = Math.max(0, present.closesAt - present.now)
  const before = beforeOf(present, (service) => (model.durations.get(service) ?? model.overall).mean)
  if (!before) return nobodyCapable(present, left)
  const queue = queueOf(before)
  const foreseen = queueLengthMean(queue)
  const room = roomOf(model, present, !replayed, foreseen)
  const runs = simulateWaits(room, runsFor(room, foreseen), seededChance(seed)).sort()
  // What is said of a wait is said of whoever is called; how sure that is, is said beside.
  const called = runs.subarray(0, countUpTo(runs, horizon - 1))
  const known = model.overall.latest.length >= littleHistory || model.correction.measures >= littleHistory
  // No run calls anyone within its hours: a line too long for them is told by the formula, and not the counters' leaving.
  const beyond = called.length === 0 && foreseen - queue.delay > horizon / 2
  if (known && called.length === 0 && !beyond) return nobodyCapable(present, left)
  const told = called.length > 0 ? called : runs
  const { mean, deviation } = momentsOf(told)
  const certain = runs.at(-1) === 0
  const features = featuresOf(present, { mean, deviation }, foreseen, replayed)
  const simulated = mean / 60
  // A wait foreseen without doubt is still measured to a minute or so.
  const spread = Math.sqrt((deviation / 60) ** 2 + 1)
  const answer = certain
    ? { mean: 0, p50: 0, p90: 0, sureBeforeClosing: left > 0 ? 1 : 0 }
    : !known || beyond
      ? byQueueLength(queue, left)
      : bySimulation(
          model,
          told,
          told.length / runs.length,
          Math.max(0, simulated + corrected(model.correction, features)),
          spread,
          left,
        )
  const basis = {
    service: present.for.service,
    features,
    simulated,
    spread,
    p90: answer.p90,
    certain,
    replayed,
  }
  return { ...answer, basis }
}

function bySimulation(
  { residuals }: Model,
  runs: Float64Array,
  reached: number,
  centre: number,
  spread: number,
  left: number,
): Estimate {
  const measured = residuals.sorted.length
  const trust = measured / (measured + residualTrust)
  const simulated = momentsOf(runs).mean / 60
  const quantile = (share: number): number => {
    const own = (quantileOfSorted(runs, share) / 60 - simulated) / spread
    const seen = measured > 0 ? residualAt(residuals, share) : 0
    return 60 * Math.max(0, centre + spread * (trust * seen + (1 - trust) * own))
  }
  const limit = (left / 60 - centre) / spread
  const ownWithin = runs.filter((wait) => (wait / 60 - simulated) / spread <= limit).length / runs.length
  const within = trust * (measured > 0 ? shareWithin(residuals, limit) : 0) + (1 - trust) * ownWithin
  const p50 = quantile(0.5)
  return {
    mean: 60 * centre,
    p50,
    p90: Math.max(p50, quantile(covered)),
    sureBeforeClosing: left > 0 ? Math.min(1, reached * within) : 0,
  }
}

const byQueueLength = (queue: QueueLength, left: number): Estimate => ({
  mean: queueLengthMean(queue),
  p50: queueLengthQuantile(queue, 0),
  p90: queueLengthQuantile(queue, nineTenths),
  sureBeforeClosing: left > 0 ? queueLengthWithin(queue, left) : 0,
})

const nobodyCapable = (present: Present, left: number): Announced => ({
  mean: left,
  p50: left,
  p90: left,
  sureBeforeClosing: 0,
  basis: {
    service: present.for.service,
    features: featuresOf(present, { mean: left, deviation: 0 }, left, false),
    simulated: left / 60,
    spread: 1,
    p90: left,
    certain: true,
    replayed: false,
  },
})

/** Appointments that come long after the wait foreseen are played in no run, and take none away. */
function runsFor({ now, counters, services, target }: Room, foreseen: number): number {
  let ahead = counters.length + 1
  for (const { first, others } of services)
    ahead += countUpTo(first, now + 2 * foreseen + 3_600) + (target.priority ? 0 : others.length)
  return Math.max(fewestRuns, Math.min(usualRuns, Math.floor(callsInAll / ahead)))
}

function momentsOf(runs: Float64Array): { readonly mean: number; readonly deviation: number } {
  let sum = 0
  let squares = 0
  for (const wait of runs) {
    sum += wait
    squares += wait * wait
  }
  const mean = sum / runs.length
  return { mean, deviation: Math.sqrt(Math.max(0, squares / runs.length - mean * mean)) }
}
