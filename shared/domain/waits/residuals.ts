import { quantileOfSorted } from './durations.ts'
import { countUpTo, withoutValue, withValue } from './sorted.ts'

/**
 * How far measured waits fell from what was foreseen, in units of the spread foreseen: the latest ones, in order of
 * measure and sorted. Quantiles announced are read there (split conformal prediction, Vovk et al. 2005).
 */
export interface Residuals {
  readonly latest: readonly number[]
  readonly sorted: Float64Array
}

const kept = 800

/** A wait measured on a true present drives out this many older ones, as long as there are enough. */
const drivenOut = 3
const enough = 300

export const noResiduals: Residuals = { latest: [], sorted: new Float64Array(0) }

/**
 * The residuals with one more measured wait.
 * @param residual in units of the spread foreseen
 * @param replayed measured on a reconstructed present: it drives out one older residual at most
 */
export function withResidual({ latest, sorted }: Residuals, residual: number, replayed: boolean): Residuals {
  const full = latest.length >= kept
  const dropped = replayed ? (full ? 1 : 0) : full || latest.length > enough ? drivenOut : 0
  let next = sorted
  for (const old of latest.slice(0, dropped)) next = withoutValue(next, old)
  return { latest: [...latest.slice(dropped), residual], sorted: withValue(next, residual) }
}

/** The residual that this share of waits don't exceed. */
export const residualAt = ({ sorted }: Residuals, share: number): number => quantileOfSorted(sorted, share)

/** Share of residuals that don't exceed this one. */
export const shareWithin = ({ sorted }: Residuals, residual: number): number =>
  countUpTo(sorted, residual) / sorted.length
